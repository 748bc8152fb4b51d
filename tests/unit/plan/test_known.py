"""A view is remembered under all that it was made from: whatever a page shows of others makes it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.harness import CALL, SMALL, STORY, TinySite

COUNTER = (
    "{0}:\n  naam: Loket {0}\n  omschrijving: Voor {0}.\n  waarvoor: [Ik wil iets vragen.]\n"
    "  niet_voor: [Iets anders.]\n  organisatie: mba\n  hoe: Bel ons.\n  telefoon: 0592-000 000\n"
)
BASE = {
    **SMALL,
    "content/verhalen/koffie.md": STORY.replace("Soep", "Koffie"),
    "content/oproepen/superbuur.md": CALL,
    "content/organisaties.yaml": "actium:\n  naam: Actium\nmba:\n  naam: Mijn Buurt\n",
    "content/loketten.yaml": COUNTER.format("een") + COUNTER.format("twee"),
    "content/doe-mee.md": "---\ntitel: Doe mee\n---\n{{ loket }}\n",
}
Change = Callable[[TinySite], None]


def swap_counters(site: TinySite) -> None:
    site.write("content/loketten.yaml", COUNTER.format("twee") + COUNTER.format("een"))


def hide_what_is_linked(site: TinySite) -> None:
    site.replace("content/verhalen/soep.md", "Er was veel soep.", "Lees [dit](verhalen/koffie).")
    site.build()
    site.replace("content/verhalen/koffie.md", "titel:", "concept: ja\ntitel:")


CHANGES: Mapping[str, Change] = {
    "another text": lambda site: site.replace("content/verhalen/soep.md", "Er was veel soep.", "Er was brood."),
    "another title": lambda site: site.replace("content/verhalen/koffie.md", "titel: Koffie", "titel: Thee"),
    "another name of a wijk": lambda site: site.replace("content/wijken/peelo.md", "naam: Peelo", "naam: Nieuw-Peelo"),
    "a setting": lambda site: site.replace("site.yaml", "naam: Proefsite", "naam: Andere site"),
    "rows in another order": swap_counters,
    "a piece that goes": lambda site: site.remove("content/verhalen/koffie.md"),
    "a draft": lambda site: site.replace("content/verhalen/koffie.md", "titel:", "concept: ja\ntitel:"),
    "a link whose target goes": hide_what_is_linked,
    "a template": lambda site: site.replace("thema/layouts/story.html", "{% block more %}", "{% block more %}<hr>"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_remembered_is_never_old(change: Change, tmp_path: Path) -> None:
    site = TinySite(tmp_path / "site", BASE)
    assert not site.build().failed
    change(site)
    assert not site.build().failed
    assert site.built() == site.clean_build(tmp_path)
