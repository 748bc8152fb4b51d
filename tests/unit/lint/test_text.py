"""One text, cut once: sentences and words as Dutch has them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.lint import coach
from generator.lint.syllables import SyllableCounter
from generator.lint.text import COVER, Text
from generator.model.coach import CoachSettings
from generator.model.prose import Block, BlockKind
from generator.parse.markdown import render
from tests.unit.examples import piece
from tests.unit.lint.reading import text_of
from tests.unit.parse.markdown.soup import bodies


def sentences(body: str) -> list[str]:
    """Give the sentences of a body."""
    text = text_of(body)
    return [text.whole[start:end].strip() for start, end, _ in text.sentences]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Eén. Twee! Drie? Vier…", ["Eén.", "Twee!", "Drie?", "Vier…"]),
        ("We beginnen om 19.30 uur. Kom je ook?", ["We beginnen om 19.30 uur.", "Kom je ook?"]),
        ("Er is o.a. soep, enz. en taart.", ["Er is o.a. soep, enz. en taart."]),
        (
            "Dhr. Jansen en A. de Vries zijn er. Ds. Visser ook.",
            ["Dhr. Jansen en A. de Vries zijn er.", "Ds. Visser ook."],
        ),
        ("In Assen e.o. De rest volgt.", ["In Assen e.o.", "De rest volgt."]),
        (
            "“Kom binnen!” zei ze. “Er is koffie.” Dat was fijn.",
            ["“Kom binnen!” zei ze.", "“Er is koffie.”", "Dat was fijn."],
        ),
        ("Het is klaar. ’t Markehuus ook.", ["Het is klaar.", "’t Markehuus ook."]),
        ("Dat kost 1.500 euro. Per 1 mei.", ["Dat kost 1.500 euro.", "Per 1 mei."]),
        ("Een zin\nover twee regels. En nog een.", ["Een zin\nover twee regels.", "En nog een."]),
        ("# Geen zin\n\n- punt een\n- punt twee. Met zin.", ["punt een", "punt twee.", "Met zin."]),
    ],
)
def test_a_sentence_ends_where_a_reader_hears_it_end(body: str, expected: list[str]) -> None:
    assert sentences(body) == expected


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Kom om 19.30 uur.", 4),
        ("Een tuin – met kas.", 4),
        ("Eén  spatie  te  veel.", 4),
        ("De wijk-\nagent komt.", 4),
        ("’s Avonds is ’t stil.", 5),
    ],
)
def test_words_are_what_stands_between_white_space(sentence: str, words: int) -> None:
    assert [count for _, _, count in text_of(sentence).sentences] == [words]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ideeën", 3),
        ("reünie", 3),
        ("geïnteresseerd", 5),
        ("buurtauto", 3),
        ("zeeën", 2),
        ("leeuw", 1),
        ("ijsbaan", 2),
        ("bijeenkomst", 3),
        ("wijkvernieuwing", 4),
        ("yoghurt", 2),
        ("baby", 2),
        ("koeien", 2),
        ("km", 1),
    ],
)
def test_syllables_are_counted_as_dutch_has_them(word: str, count: int) -> None:
    assert SyllableCounter()[word] == count


@pytest.mark.parametrize(
    "body",
    [
        "Hij zei “geheim” hardop.",
        "Hij zei ‘geheim’ hardop.",
        'Hij zei "geheim" hardop.',
        "Hij zei *geheim* hardop.",
        "Hij zei `geheim` hardop.",
        "> Hij zei geheim hardop.",
        "Mail geheim@example.nl nu.",
        "Kijk op www.geheim.nl nu.",
        "Met #geheim vind je het.",
    ],
)
def test_what_others_said_is_covered_with_a_sign_of_the_same_length(body: str) -> None:
    text = text_of(body)
    assert "geheim" not in text.own
    assert len(text.own) == len(text.whole)
    assert COVER in text.own


def test_an_apostrophe_covers_nothing() -> None:
    text = text_of("’s Avonds was ’t in foto’s te zien, en 's ochtends ook.")
    assert COVER not in text.own


def test_a_place_knows_its_line_in_the_file() -> None:
    text = Text([Block(BlockKind.PARAGRAPH, "een\ntwee", 7), Block(BlockKind.ITEM, "drie", 12)])
    assert [text.line(text.whole.index(word)) for word in ("een", "twee", "drie")] == [7, 8, 12]


def test_a_word_is_found_whole_and_across_a_line_break() -> None:
    text = text_of("De buurt. Buurthuis, buurt-huis en de\nbuurt.")
    assert [text.line(place) for place in text.find("de buurt")] == [1, 1]


@settings(max_examples=200)
@given(bodies)
def test_the_coach_reads_whatever_was_typed_and_stays_within_the_file(body: str) -> None:
    blocks = render(body, path="content/x.md", first_line=1, key="k").value[1].blocks
    found = coach(piece("verhalen/x.md"), blocks, CoachSettings(spellings={"De Lariks": ("de Lariks",)}))
    assert all(1 <= problem.line <= body.count("\n") + 1 for problem in found.diagnostics)


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_both_versions_of_a_text_have_the_same_length(body: str) -> None:
    text = Text([Block(BlockKind.PARAGRAPH, body, 1)])
    assert len(text.whole) == len(text.own) == len(text.lower) == len(text.flat)
