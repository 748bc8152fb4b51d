"""What stands on the screen."""

from __future__ import annotations

import pytest

from generator.build import Outcome
from generator.cli.report import counted, iso_moment, show, summarize
from generator.diagnostics import Diagnostic, error, warning

Said = pytest.CaptureFixture[str]
COUNTS = {"pages": 12, "photos": 3, "written": 4, "unchanged": 11, "removed": 1}
WRONG = error("content/x.md", 4, "code", "bericht {met} [haken]", "tip")
NOTE = warning("content/x.md", 5, "let-op", "bericht")
OTHER = warning("site.yaml", 1, "let-op", "bericht")


@pytest.mark.parametrize(
    ("diagnostics", "words"),
    [
        ([], "0 waarschuwingen"),
        ([WRONG], "1 fout"),
        ([WRONG, WRONG], "2 fouten"),
        ([NOTE], "1 waarschuwing"),
        ([WRONG, NOTE, OTHER], "1 fout, 2 waarschuwingen"),
    ],
)
def test_problems_are_counted_in_words(diagnostics: list[Diagnostic], words: str) -> None:
    assert counted(diagnostics) == words


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("2026-12-09", "2026-12-09T00:00:00+01:00"),
        ("2026-07-01", "2026-07-01T00:00:00+02:00"),
        ("2026-03-29", "2026-03-29T00:00:00+01:00"),
        ("2026-10-25", "2026-10-25T00:00:00+02:00"),
    ],
)
def test_a_day_begins_at_midnight_in_amsterdam(day: str, moment: str) -> None:
    assert iso_moment(day) == moment


def test_messages_go_to_standard_error_in_their_one_shape(capsys: Said) -> None:
    show([WRONG, NOTE], as_json=False)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "content/x.md:4: fout[code]: bericht {met} [haken]\n  tip: tip\ncontent/x.md:5: waarschuwing[let-op]: bericht\n"
    )


def test_a_message_as_json_has_six_keys_and_no_other_letters_than_its_own(capsys: Said) -> None:
    show([warning("content/één.md", 1, "code", "“zo”")], as_json=True)
    assert capsys.readouterr().out == (
        '{"file": "content/één.md", "line": 1, "severity": "waarschuwing", "code": "code", '
        '"message": "“zo”", "tip": null}\n'
    )


def test_a_summary_tells_what_was_done(capsys: Said) -> None:
    outcome = Outcome(
        (NOTE,),
        failed=False,
        counts=COUNTS,
        next_change=("2026-12-09", "content/x.md", "oproep sluit"),
        foreign=("CNAME",),
    )
    summarize(outcome, 1.234, "output")
    assert capsys.readouterr().err == (
        "Klaar: output\n"
        "  pagina's: 12, foto's: 3\n"
        "  bestanden geschreven: 4, gelijk: 11, weg: 1\n"
        "  1 waarschuwing, 1,23 seconden\n"
        "  verandert vanzelf op: 2026-12-09T00:00:00+01:00 (content/x.md: oproep sluit)\n"
        "  niet van ons, en met rust gelaten: CNAME\n"
    )


def test_many_files_of_others_are_not_all_named(capsys: Said) -> None:
    foreign = tuple(f"{number}.txt" for number in range(9))
    summarize(Outcome((), failed=False, counts=COUNTS, foreign=foreign), 0, "output")
    assert capsys.readouterr().err.splitlines()[-1] == (
        "  niet van ons, en met rust gelaten: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt, 5.txt, 6.txt, 7.txt ..."
    )


def test_a_build_that_failed_says_that_nothing_was_written(capsys: Said) -> None:
    summarize(Outcome((WRONG,), failed=True, counts={}), 1, "output")
    assert capsys.readouterr().err == "Niets geschreven: 1 fout. De vorige versie staat er nog.\n"
