"""What waits, as lines on the screen: beside the messages, never among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.entry import run
from generator.cli.waiting import waiting_lines, waiting_summary
from generator.model.site import Waiting
from tests.harness import CALL, PEELO, SETTINGS, STORY, TinySite
from tests.unit.examples import day

DAY = "2026-11-23"
ORGANISATIONS = "gemeente-assen: {naam: gemeente Assen}\nactium: {naam: Actium}\n"
UNSIGNED = Waiting("content/oproepen/bomen.md", "Bomen", ("gemeente-assen", "actium"))


def test_each_piece_has_a_line_that_names_who_has_to_sign() -> None:
    assert waiting_lines([UNSIGNED]) == ("Wacht op akkoord: content/oproepen/bomen.md: gemeente-assen, actium",)


def test_a_piece_that_has_a_day_as_well_says_so() -> None:
    waiting = Waiting("content/oproepen/bomen.md", "Bomen", ("actium",), day("2026-12-01"))
    line = "Wacht op akkoord: content/oproepen/bomen.md: actium (gepland vanaf 1 december 2026)"
    assert waiting_lines([waiting]) == (line,)


def test_planned_pieces_come_after_them_by_their_day() -> None:
    later = Waiting("content/verhalen/a.md", "A", day=day("2027-01-05"))
    sooner = Waiting("content/verhalen/b.md", "B", day=day("2026-12-01"))
    assert [line.partition(":")[2] for line in waiting_lines([later, sooner, UNSIGNED])] == [
        " content/oproepen/bomen.md: gemeente-assen, actium",
        " content/verhalen/b.md: vanaf 1 december 2026",
        " content/verhalen/a.md: vanaf 5 januari 2027",
    ]


def test_below_a_build_only_what_waits_for_somebody_is_counted() -> None:
    assert waiting_summary([]) is None
    assert waiting_summary([Waiting("content/verhalen/a.md", "A", day=day("2027-01-05"))]) is None
    assert waiting_summary([UNSIGNED]) == "wacht op akkoord: 1 stuk ('mba check' zegt op wie)"
    assert waiting_summary([UNSIGNED, UNSIGNED]) == "wacht op akkoord: 2 stukken ('mba check' zegt op wie)"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """Give a site that asks for two signatures, with a call that has one and the wijk that has both."""
    akkoord = "akkoord: {gemeente-assen: 2026-11-01, actium: 2026-11-01}\n"
    made = TinySite(
        tmp_path / "site",
        {
            "site.yaml": f"{SETTINGS}akkoord_vereist: [gemeente-assen, actium]\n",
            "content/organisaties.yaml": ORGANISATIONS,
            "content/wijken/peelo.md": PEELO.replace("cbs_code", f"{akkoord}cbs_code"),
            "content/verhalen/soep.md": STORY.replace("datum", f"{akkoord}publiceren_op: 2026-12-01\ndatum"),
            "content/oproepen/superbuur.md": CALL.replace("datum", "akkoord: {actium: 2026-11-20}\ndatum"),
        },
    )
    monkeypatch.chdir(made.root)
    return made


def test_a_check_says_what_waits_and_finds_nothing_wrong_with_it(
    site: TinySite, capsys: pytest.CaptureFixture[str]
) -> None:
    del site
    assert run(["check", "--strict", "--date", DAY]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-4:] == [
        "Wacht op akkoord: content/oproepen/superbuur.md: gemeente-assen",
        "Gepland: content/verhalen/soep.md: vanaf 1 december 2026",
        "Klaar om te plaatsen: 2 van de 3 stukken. Nog niet klaar: 1.",
        "Klaar: niets te vinden. Alles klopt.",
    ]


def test_the_messages_as_json_hold_nothing_else(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    del site
    assert run(["check", "--json", "--date", DAY]) == 0
    assert capsys.readouterr().out == ""


def test_a_build_says_how_much_waits_also_when_nothing_changed(
    site: TinySite, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(["build", "--date", DAY]) == 0
        assert "  wacht op akkoord: 1 stuk ('mba check' zegt op wie)" in capsys.readouterr().err.splitlines()
        site.age()
