"""The state of a site: what is stale, closes, waits, is hard to read, and what was checked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.build.state import make_state
from generator.cache import Cache
from generator.model.state import SiteState
from tests.harness import CALL, PEELO, SETTINGS, STORY, TODAY, TinySite, silent

LONG = "\n\n".join(["We praten met bewoners op straat. Daarna maken we samen een plan."] * 8)
HARD = "\n\n".join(
    ["Onafhankelijke verkeersdeskundigen beoordelen parkeermogelijkheden rondom winkelvoorzieningen."] * 10
)


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    return TinySite(tmp_path / "site")


def state_of(site: TinySite, today: dt.date = TODAY) -> SiteState:
    """Make the state of a tiny site."""
    cache = Cache(site.root)
    try:
        return make_state(site.options(today), cache, silent).state
    finally:
        cache.close()


@pytest.mark.parametrize(
    ("date", "wijken", "stale"),
    [
        ("2026-11-01", "[peelo]", []),
        ("2025-11-24", "[peelo]", []),
        ("2025-11-23", "[peelo]", ["Peelo"]),
        ("2026-11-01", "[heel-assen]", ["Peelo"]),
        ("2026-11-01", "[peelo, heel-assen]", ["Peelo"]),
    ],
)
def test_a_wijk_is_stale_when_no_story_was_about_itself_for_a_year(
    site: TinySite, date: str, wijken: str, stale: list[str]
) -> None:
    site.write("content/verhalen/soep.md", STORY.replace("2026-11-01", date).replace("[peelo]", wijken))
    assert [wijk.name for wijk in state_of(site).stale] == stale


def test_a_wijk_without_any_story_is_stale_too(site: TinySite) -> None:
    site.write("content/wijken/leeg.md", PEELO.replace("Peelo", "Leeg"))
    (empty,) = state_of(site).stale
    assert (empty.name, empty.latest, empty.days) == ("Leeg", None, None)


@pytest.mark.parametrize(
    ("today", "closing", "unanswered"),
    [
        ("2026-12-08", [], []),
        ("2026-12-09", [("Wie is jouw Superbuur?", 6)], []),
        ("2026-12-15", [("Wie is jouw Superbuur?", 0)], []),
        ("2026-12-16", [], [("Wie is jouw Superbuur?", 1)]),
    ],
)
def test_a_call_closes_this_week_and_then_waits_for_its_result(
    site: TinySite, today: str, closing: list[tuple[str, int]], unanswered: list[tuple[str, int]]
) -> None:
    site.write("content/oproepen/superbuur.md", CALL)
    state = state_of(site, dt.date.fromisoformat(today))
    assert [(call.title, call.days) for call in state.closing] == closing
    assert [(call.title, call.days) for call in state.unanswered] == unanswered


@pytest.mark.parametrize(
    ("keys", "waits"),
    [
        ("resultaat: soep\n", False),
        ("status: gaat-niet-door\nreden: Er was geen geld.\n", False),
        ("status: gaat-niet-door\n", True),
        ("status: klaar\n", True),
    ],
)
def test_a_result_or_a_reason_answers_a_closed_call(site: TinySite, keys: str, *, waits: bool) -> None:
    site.write("content/oproepen/superbuur.md", CALL.replace("titel:", f"{keys}titel:"))
    assert bool(state_of(site, dt.date(2027, 1, 1)).unanswered) is waits


def test_what_waits_for_a_sign_off_is_named_with_who_has_to_give_it(site: TinySite) -> None:
    site.write("site.yaml", f"{SETTINGS}akkoord_vereist: [actium]\n")
    site.write("content/organisaties.yaml", "actium: {naam: Actium}\n")
    site.write("content/wijken/peelo.md", PEELO.replace("naam:", "akkoord: {actium: 2026-11-01}\nnaam:"))
    (waiting,) = state_of(site).waiting
    assert (waiting.title, waiting.organisations) == ("Soep en een praatje", ("Actium",))


def test_a_draft_waits_for_nobody_and_is_counted(site: TinySite) -> None:
    site.write("site.yaml", f"{SETTINGS}akkoord_vereist: [actium]\n")
    for path, text in {"content/verhalen/soep.md": STORY, "content/wijken/peelo.md": PEELO}.items():
        site.write(path, text.replace("---\n", "---\nconcept: ja\n", 1))
    state = state_of(site)
    assert (state.waiting, state.drafts) == ((), 2)


def test_the_reading_level_is_told_per_kind_and_year(site: TinySite) -> None:
    site.write("content/verhalen/soep.md", STORY + LONG)
    site.write("content/verhalen/oud.md", STORY.replace("2026-11-01", "2024-11-01") + HARD)
    site.write("content/wijken/peelo.md", PEELO + LONG)
    levels = state_of(site).levels
    assert [(level.kind, level.year, level.pieces) for level in levels] == [
        ("verhaal", 2024, 1),
        ("verhaal", 2026, 1),
        ("wijk", None, 1),
    ]
    assert levels[0].score < levels[1].score


def test_a_text_of_a_few_words_has_no_reading_level(site: TinySite) -> None:
    assert state_of(site).levels == ()


def test_the_hardest_texts_come_first_with_the_line_of_their_longest_sentence(site: TinySite) -> None:
    site.write("content/verhalen/soep.md", STORY + LONG)
    site.write("content/verhalen/stug.md", STORY + HARD)
    hardest = state_of(site).hardest
    assert [(text.file, text.line) for text in hardest] == [
        ("content/verhalen/stug.md", 8),
        ("content/verhalen/soep.md", 8),
    ]


def test_evidence_counts_what_was_looked_at_and_the_problems_in_it(site: TinySite) -> None:
    site.write("content/verhalen/soep.md", STORY + "\n## Kop\n\nLees [hier](../wijken/peelo.md).\n")
    rows = {row.what: (row.looked_at, row.problems) for row in state_of(site).evidence}
    assert rows["Links: de tekst zegt waarheen, en bij bestanden wat het is"] == (1, 1)
    assert rows["Links: komen ergens uit"] == (1, 0)
    assert rows["Koppen: met tekst, zonder sprong, geen vette regels als kop"] == (1, 0)
