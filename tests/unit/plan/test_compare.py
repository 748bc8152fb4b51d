"""What has to be made, what may stay and what has to go: one table."""

from __future__ import annotations

import pytest

from generator.model.plan import Artifact, Entry, Manifest, Plan, WriteText
from generator.plan import changed_parts, compare, vanished

TEXT = WriteText("")


def plan(**keys: str) -> Plan:
    return Plan(tuple(Artifact(path, TEXT, key) for path, key in sorted(keys.items())))


@pytest.mark.parametrize(
    ("planned", "previous", "stale", "fresh", "orphans"),
    [
        ({}, {}, "", "", ""),
        ({"a": "1"}, {}, "a", "", ""),
        ({"a": "1"}, {"a": "1"}, "", "a", ""),
        ({"a": "2"}, {"a": "1"}, "a", "", ""),
        ({}, {"a": "1"}, "", "", "a"),
        ({"a": "1"}, {"b": "1"}, "a", "", "b"),
        ({"a": "1", "b": "2", "c": "3"}, {"b": "2", "c": "4", "d": "5", "e": "6"}, "ac", "b", "de"),
    ],
)
def test_a_file_stays_while_its_path_and_its_key_do(
    planned: dict[str, str], previous: dict[str, str], stale: str, fresh: str, orphans: str
) -> None:
    entries = {path: Entry(key, "digest") for path, key in previous.items()}
    work = compare(plan(**planned), Manifest(entries))
    assert "".join(artifact.path for artifact in work.stale) == stale
    assert "".join(artifact.path for artifact in work.fresh) == fresh
    assert "".join(work.orphans) == orphans


@pytest.mark.parametrize(
    ("now", "before", "changed"),
    [
        ((("titel", "1"), ("tekst", "2")), (("titel", "1"), ("tekst", "2")), ()),
        ((("titel", "1"), ("tekst", "3")), (("titel", "1"), ("tekst", "2")), ("tekst",)),
        ((("titel", "1"), ("nieuw", "3")), (("titel", "1"),), ("nieuw",)),
        ((("titel", "1"),), (("titel", "1"), ("weg", "2")), ()),
        ((("titel", "1"),), None, ()),
    ],
)
def test_the_parts_that_differ_are_named(
    now: tuple[tuple[str, str], ...], before: tuple[tuple[str, str], ...] | None, changed: tuple[str, ...]
) -> None:
    assert changed_parts(now, before) == changed


def test_an_address_that_went_comes_with_the_line_that_sends_people_on() -> None:
    now = plan(
        **{"verhalen/soep-en-brood/index.html": "1", "wijken/soep/index.html": "1", "verhalen/oud/index.html": "1"}
    )
    (found,) = vanished(["verhalen/soep/index.html"], now, {"verhalen/oud/index.html": None})
    assert (found.file, str(found.severity), found.code) == ("site.yaml", "waarschuwing", "adres-verdwenen")
    assert found.message == "het adres /verhalen/soep/ is er niet meer"
    assert found.tip == (
        "stuur mensen door: zet in site.yaml onder omleidingen: /verhalen/soep/: /verhalen/soep-en-brood/"
    )


def test_without_a_new_address_that_looks_like_it_the_tip_leaves_a_place() -> None:
    (found,) = vanished(["verhalen/soep/index.html"], plan(**{"verhalen/qqq/index.html": "1"}), {})
    assert (found.tip or "").endswith("/verhalen/soep/: /het-nieuwe-adres/")


@pytest.mark.parametrize(
    "path",
    [
        "i/soep/index.html",
        "assets/style.css",
        "assets/x/index.html",
        "sitemap.xml",
        "404.html",
        "verhalen/pagina/2/index.html",
        "verhalen/jaar/2024/index.html",
        "wijken/peelo/verhalen/index.html",
        "wijken/peelo/verhalen/pagina/2/index.html",
        "zoeken/letter-a/index.html",
        "w/1/stuk/soep/index.html",
    ],
)
def test_what_nobody_keeps_may_go_in_silence(path: str) -> None:
    assert vanished([path], plan(), {}) == ()


@pytest.mark.parametrize(
    "path", ["verhalen/soep/index.html", "wijken/peelo/index.html", "contact/index.html", "w/1/wijk-peelo/index.html"]
)
def test_what_people_keep_may_not(path: str) -> None:
    assert len(vanished([path], plan(), {})) == 1
