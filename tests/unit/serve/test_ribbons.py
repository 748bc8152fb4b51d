"""Why residents do not see a piece yet, in the words of its ribbon."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.front import make_front
from generator.cache import Cache
from generator.model.site import Site
from generator.serve.ribbons import marks, ribbons
from tests.harness import SMALL, STORY, TinySite, silent

SIGNED = SMALL["site.yaml"] + "akkoord_vereist: [actium, mba]\n"
WIJK = "content/wijken/peelo.md"


def site_of(folder: Path, keys: str, settings: str = SMALL["site.yaml"]) -> Site:
    files = {
        **SMALL,
        "site.yaml": settings,
        "content/organisaties.yaml": "actium:\n  naam: Actium\n",
        "content/verhalen/soep.md": STORY.replace("titel:", f"{keys}titel:"),
        WIJK: SMALL[WIJK].replace("naam:", "akkoord: {actium: 2026-11-01, mba: 2026-11-01}\nnaam:"),
    }
    site = TinySite(folder / "site", files)
    cache = Cache(site.root)
    try:
        return make_front(site.options(drafts=True), cache, silent).site
    finally:
        cache.close()


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("concept: ja\n", ["Concept - alleen jij ziet dit"]),
        ("publiceren_op: 2026-12-01\n", ["Gepland voor dinsdag 1 december 2026"]),
        (
            "concept: ja\npubliceren_op: 2026-12-01\n",
            ["Concept - alleen jij ziet dit", "Gepland voor dinsdag 1 december 2026"],
        ),
        ("publiceren_op: 2026-11-23\n", []),
        ("", []),
    ],
)
def test_a_ribbon_says_why(tmp_path: Path, keys: str, words: list[str]) -> None:
    ribbon = ribbons(site_of(tmp_path, keys)).get("/verhalen/soep/", "")
    assert ribbon.count("<span>") == len(words)
    assert all(f"<span>{word}</span>" in ribbon for word in words)


def test_a_piece_names_whose_sign_off_it_waits_for(tmp_path: Path) -> None:
    site = site_of(tmp_path, "", SIGNED)
    assert set(ribbons(site)) == {"/verhalen/soep/"}
    assert "Wacht op akkoord van Actium en mba" in ribbons(site)["/verhalen/soep/"]
    assert marks(site) == {"/verhalen/soep/": "wacht op akkoord"}


def test_one_who_signed_is_no_longer_named(tmp_path: Path) -> None:
    ribbon = ribbons(site_of(tmp_path, "akkoord: {actium: 2026-11-20}\n", SIGNED))["/verhalen/soep/"]
    assert "Wacht op akkoord van mba" in ribbon


def test_beside_links_stands_when_a_piece_comes_but_drafts_have_a_label_already(tmp_path: Path) -> None:
    planned = site_of(tmp_path / "a", "publiceren_op: 2026-12-01\n")
    assert marks(planned) == {"/verhalen/soep/": "gepland voor 1 december 2026"}
    assert marks(site_of(tmp_path / "b", "concept: ja\n")) == {}
