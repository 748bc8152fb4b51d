"""The report of a check: calm, file by file, with a verdict."""

from __future__ import annotations

import pytest

from generator.cli.checking import show_check
from generator.diagnostics import error, warning
from generator.model.verdict import Verdict

Said = pytest.CaptureFixture[str]
WRONG = error("content/x.md", 4, "code", "bericht", "tip")
NOTE = warning("content/y.md", 5, "let-op", "bericht")
OTHER = warning("site.yaml", 1, "let-op", "bericht")
READY = Verdict("content/z.md")
DRAFT = Verdict("content/d.md", ("het is een concept; haal 'concept: ja' weg als het af is",))


def test_problems_stand_below_their_file_with_its_verdict(capsys: Said) -> None:
    verdicts = [Verdict("content/x.md", ("los de fout op",)), Verdict("content/y.md"), READY]
    show_check([WRONG, NOTE, OTHER], verdicts)
    assert capsys.readouterr().err == (
        "content/x.md (1 fout): nog niet klaar: los de fout op\n"
        "content/x.md:4: fout[code]: bericht\n"
        "  tip: tip\n"
        "\n"
        "content/y.md (1 waarschuwing): klaar om te plaatsen\n"
        "content/y.md:5: waarschuwing[let-op]: bericht\n"
        "\n"
        "site.yaml (1 waarschuwing)\n"
        "site.yaml:1: waarschuwing[let-op]: bericht\n"
        "\n"
        "Klaar om te plaatsen: 2 van de 3 stukken. Nog niet klaar: 1.\n"
        "1 fout, 2 waarschuwingen in 3 bestanden.\n"
    )


def test_what_waits_without_a_problem_is_named_with_what_it_needs(capsys: Said) -> None:
    show_check([], [READY, DRAFT])
    assert capsys.readouterr().err == (
        "Zonder meldingen, en nog niet klaar\n"
        "  content/d.md: het is een concept; haal 'concept: ja' weg als het af is\n"
        "\n"
        "Klaar om te plaatsen: 1 van de 2 stukken. Nog niet klaar: 1.\n"
        "Klaar: niets te vinden. Alles klopt.\n"
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "Het stuk is klaar om te plaatsen."), (2, "Alle 2 stukken zijn klaar om te plaatsen.")],
)
def test_when_all_is_well_it_says_so_in_a_line(capsys: Said, count: int, words: str) -> None:
    show_check([], [READY] * count)
    assert capsys.readouterr().err.splitlines() == [words, "Klaar: niets te vinden. Alles klopt."]
