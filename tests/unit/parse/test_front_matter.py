"""A content file is UTF-8 with its data between two lines of three dashes; anything else is explained."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.parse.front_matter import MAX_BYTES, SplitText, decode, looks_like_draft, split


def decoded(data: bytes) -> str | None:
    report = decode(data, "x.md")
    assert report.diagnostics == ()
    return report.value


def refused(data: bytes) -> Diagnostic:
    report = decode(data, "x.md")
    assert report.value is None
    assert len(report.diagnostics) == 1
    return report.diagnostics[0]


def parts(text: str) -> SplitText | None:
    report = split(text, "x.md")
    assert report.diagnostics == ()
    return report.value


def unsplit(text: str) -> Diagnostic:
    report = split(text, "x.md")
    assert report.value is None
    assert len(report.diagnostics) == 1
    return report.diagnostics[0]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("één".encode(), "één"),
        (b"\xef\xbb\xbfsoep", "soep"),
        (b"een\r\ntwee\r\n", "een\ntwee\n"),
        (b"een\rtwee", "een\ntwee"),
        (b"", ""),
    ],
)
def test_utf_8_is_read_with_any_line_ends_and_with_or_without_a_byte_order_mark(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_latin_1_is_refused_at_the_line_of_the_first_wrong_byte() -> None:
    found = refused("titel: soep\nslogan: één\n".encode("latin-1"))
    assert (found.line, found.code) == (2, "geen-utf8")
    assert "UTF-8" in (found.tip or "")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_wide_encodings_are_refused_as_a_whole(encoding: str) -> None:
    found = refused("---\ntitel: e\n---\n".encode(encoding))
    assert (found.line, found.code) == (1, "geen-utf8")


def test_a_nul_is_refused_at_its_line() -> None:
    found = refused(b"titel: soep\nslogan: \x00\n")
    assert (found.line, found.code, found.message) == (2, "geen-utf8", "dit bestand is geen gewone tekst")


def test_a_file_that_is_much_too_large_is_not_read() -> None:
    assert decoded(b"x" * MAX_BYTES) is not None
    assert refused(b"x" * (MAX_BYTES + 1)).code == "te-groot"


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("---\ntitel: a\n---\nTekst.\n", SplitText("titel: a", 2, "Tekst.\n", 4)),
        ("---  \ntitel: a\n---\t\nTekst.", SplitText("titel: a", 2, "Tekst.", 4)),
        ("\n\n---\ntitel: a\n---\n", SplitText("titel: a", 4, "", 6)),
        ("---\n---\nTekst.", SplitText("", 2, "Tekst.", 3)),
        ("---\ntitel: a\n---", SplitText("titel: a", 2, "", 4)),
        ("---\ntitel: a\n---\neen\n---\ntwee", SplitText("titel: a", 2, "een\n---\ntwee", 4)),
    ],
)
def test_the_two_halves_know_the_line_on_which_they_start(text: str, halves: SplitText) -> None:
    assert parts(text) == halves


@pytest.mark.parametrize("text", ["", "\n\n", "  \n\t\n"])
def test_an_empty_file_is_called_empty(text: str) -> None:
    found = unsplit(text)
    assert (found.line, found.code) == (1, "leeg-bestand")


@pytest.mark.parametrize(
    ("text", "line"), [("Gewoon tekst.", 1), ("\n\ntitel: a\n---\n", 3), ("----\ntitel: a\n---", 1), (" ---\n---", 1)]
)
def test_a_file_has_to_begin_with_three_dashes(text: str, line: int) -> None:
    found = unsplit(text)
    assert (found.line, found.code) == (line, "geen-gegevens")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitel: a\n\nTekst.", 3),
        ("---\ntitel: a\nwijken:\n  - peelo\nTekst van het verhaal.", 5),
        ("---\ntitel: a\n# uitleg\ndatum: b", 1),
        ("---", 1),
    ],
)
def test_forgotten_dashes_are_missed_where_the_data_stop(text: str, line: int) -> None:
    found = unsplit(text)
    assert (found.line, found.code) == (line, "gegevens-open")
    assert found.tip == "zet een regel met alleen --- tussen de gegevens en de tekst"


@pytest.mark.parametrize(
    ("front", "draft"),
    [
        ("concept: true", True),
        ("concept: ja", True),
        ("titel: [\nconcept:  Ja  # nog niet", True),
        ('concept: "true"', True),
        ("Concept: TRUE", True),
        ("concept:ja", True),
        ("concept: nee", False),
        ("concept: false", False),
        ("concept:", False),
        ("  concept: ja", False),
        ("# concept: ja", False),
        ("concept: jarig", False),
        ("titel: concept: ja", False),
    ],
)
def test_broken_data_can_still_say_that_they_are_a_draft(front: str, draft: bool) -> None:  # noqa: FBT001
    assert looks_like_draft(front) is draft
