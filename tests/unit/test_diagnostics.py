"""What a writer is told: one shape, in one order, with the word that was probably meant."""

from __future__ import annotations

import pytest

from generator.diagnostics import (
    Diagnostic,
    Severity,
    error,
    has_errors,
    in_order,
    nearest,
    shorten,
    soften,
    suggestion,
    warning,
)


def test_a_message_has_one_shape() -> None:
    found = error(
        "content/x.md", 4, "onbekende-wijk", "'assen oost' is geen wijk die we kennen", "bedoel je 'assen-oost'?"
    )
    assert str(found) == (
        "content/x.md:4: fout[onbekende-wijk]: 'assen oost' is geen wijk die we kennen\n  tip: bedoel je 'assen-oost'?"
    )
    assert str(warning("content/x.md", 4, "code", "bericht")) == "content/x.md:4: waarschuwing[code]: bericht"


def test_lines_count_from_one() -> None:
    assert (error("x", 0, "c", "m").line, warning("x", -3, "c", "m").line) == (1, 1)


def test_problems_come_by_file_and_line_and_once() -> None:
    rows = [error("b", 1, "c", "m"), error("a", 10, "c", "m"), error("a", 2, "d", "m"), error("a", 2, "c", "m")]
    assert in_order([*rows, *rows]) == (rows[3], rows[2], rows[1], rows[0])


def test_softened_problems_no_longer_stop_the_build() -> None:
    problems = [error("a", 1, "c", "m", "t"), warning("a", 2, "c", "m")]
    assert has_errors(problems)
    assert soften(problems) == (
        Diagnostic("a", 1, Severity.WARNING, "c", "m", "t"),
        Diagnostic("a", 2, Severity.WARNING, "c", "m"),
    )
    assert not has_errors(soften(problems))


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("assen oost", ["assen-oost", "assen-west"], "assen-oost"),
        ("Peelo", ["marsdijk", "peelo"], "peelo"),
        ("sluit_op", ["sluit_op", "slogan"], "sluit_op"),
        ("sluit-op", ["sluit_op", "slogan"], "sluit_op"),
        ("kloosterven", ["kloosterveen"], "kloosterveen"),
        ("xyz", ["peelo"], None),
        ("peelo", [], None),
    ],
)
def test_the_nearest_word_is_the_one_that_was_meant(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_without_a_near_word_all_are_named() -> None:
    assert suggestion("pelo", ["peelo", "centrum"]) == "bedoel je 'peelo'?"
    assert suggestion("xyz", ["peelo", "centrum"]) == "kies uit: centrum, peelo"


def test_a_long_value_is_cut_in_a_message() -> None:
    assert shorten("een\n  twee") == "een twee"
    assert shorten("x" * 60) == "x" * 60
    assert shorten("x" * 61) == "x" * 59 + "…"
