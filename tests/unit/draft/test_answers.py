"""What people type is taken as they mean it."""

from __future__ import annotations

import pytest

from generator.draft import find_problems, meant_kind, read_answer, read_kind
from generator.model.document import Kind
from generator.parse import KINDS, Entry, Plain, outline
from tests.harness import TODAY

NAMES = {
    "wijken": ["assen-oost", "assen-west", "de-lariks", "kloosterveen", "peelo"],
    "projecten": ["de-tuin"],
    "themas": ["groen"],
}


def entry(kind: Kind, key: str) -> Entry:
    return next(entry for entry in outline(KINDS[kind], NAMES) if entry.key == key)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("verhaal", Kind.STORY),
        ("Verhalen", Kind.STORY),
        ("OPROEP", Kind.CALL),
        ("activiteiten", Kind.EVENT),
        ("agenda", Kind.EVENT),
        ("projecten", Kind.PROJECT),
        ("pagina's", Kind.PAGE),
        (" Wijk ", Kind.WIJK),
        ("verhael", None),
        ("", None),
    ],
)
def test_a_kind_may_be_written_in_capitals_and_in_the_plural(word: str, kind: Kind | None) -> None:
    assert read_kind(word) is kind


def test_of_a_kind_that_nobody_knows_the_nearest_is_meant() -> None:
    assert (meant_kind("verhael"), meant_kind("aktiviteit"), meant_kind("zzz")) == ("verhaal", "activiteit", None)


@pytest.mark.parametrize(
    ("text", "wijken"),
    [
        ("5", ["peelo"]),
        ("1, 5", ["assen-oost", "peelo"]),
        ("1 5", ["assen-oost", "peelo"]),
        ("Peelo", ["peelo"]),
        ("Assen Oost; lariks", ["assen-oost", "de-lariks"]),
        ("6", ["heel-assen"]),
        ("assen", ["assen"]),
        ("oost", ["assen-oost"]),
        ("99", ["99"]),
    ],
)
def test_a_wijk_is_chosen_by_number_by_name_or_by_a_part_that_only_one_has(text: str, wijken: list[str]) -> None:
    assert read_answer(entry(Kind.STORY, "wijken"), text, TODAY) == wijken


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("1-12-2026", "2026-12-01"),
        ("01/12/2026", "2026-12-01"),
        ("1 december 2026", "2026-12-01"),
        ("1 December 2026 19:30", "2026-12-01 19:30"),
        ("1.12.2026 19.30", "2026-12-01 19.30"),
        ("vandaag", "2026-11-23"),
        ("Morgen 19:30", "2026-11-24 19:30"),
        ("gisteren", "2026-11-22"),
        ("volgende week", "volgende week"),
        ("31-2-2026", "2026-02-31"),
    ],
)
def test_a_day_may_be_written_as_people_say_it(text: str, day: str) -> None:
    assert read_answer(entry(Kind.EVENT, "begint"), text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("a@example.nl", {"email": "a@example.nl"}),
        ("0592-000 000, a@example.nl", {"telefoon": "0592-000 000", "email": "a@example.nl"}),
        ("https://example.nl/meedoen", {"formulier": "https://example.nl/meedoen"}),
        ("Markt 1, Assen; a@example.nl", {"email": "a@example.nl", "adres": "Markt 1, Assen"}),
    ],
)
def test_ways_to_answer_are_known_by_their_looks(text: str, ways: Plain) -> None:
    assert read_answer(entry(Kind.CALL, "reageren"), text, TODAY) == ways


def test_a_place_is_a_name_and_behind_the_first_comma_an_address() -> None:
    place = entry(Kind.EVENT, "plaats")
    assert read_answer(place, "het buurthuis", TODAY) == {"naam": "het buurthuis"}
    assert read_answer(place, "De Schulp, Markt 1, Assen", TODAY) == {"naam": "De Schulp", "adres": "Markt 1, Assen"}


@pytest.mark.parametrize(
    ("kind", "key", "value", "message", "tip"),
    [
        (Kind.STORY, "wijken", ["pelo"], "'pelo' kennen we niet", "bedoel je 'peelo'?"),
        (Kind.STORY, "project", "x", "'x' kennen we niet", "kies uit: de-tuin"),
        (
            Kind.STORY,
            "datum",
            "2026-02-31",
            "'2026-02-31' is geen datum die bestaat",
            "kijk de dag en de maand na",
        ),
        (
            Kind.CALL,
            "soort",
            "ide",
            "'ide' kennen we hier niet",
            "bedoel je 'idee'? kies uit: idee, meedoen, mening, nomineren, ontwerpen, vrijwilliger",
        ),
        (
            Kind.CALL,
            "reageren",
            {"email": "a@"},
            "email: 'a@' is geen e-mailadres",
            "schrijf het zoals naam@voorbeeld.nl",
        ),
    ],
)
def test_an_answer_that_cannot_be_says_why(kind: Kind, key: str, value: Plain, message: str, tip: str) -> None:
    found = find_problems(kind, entry(kind, key), value)
    assert [(problem.message, problem.tip) for problem in found] == [(message, tip)]


def test_an_answer_that_can_be_has_no_problems() -> None:
    assert find_problems(Kind.STORY, entry(Kind.STORY, "wijken"), ["peelo", "heel-assen"]) == ()
    assert find_problems(Kind.CALL, entry(Kind.CALL, "reageren"), {"telefoon": "0592-000 000"}) == ()
