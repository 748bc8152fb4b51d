"""The register beside a photo: what is required, what is a bad description, and names that do not belong in it."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.diagnostics import Diagnostic
from generator.lint import lint_registers
from generator.model.shared import PhotoRegister
from generator.parse import parse_register
from generator.parse.withdrawing import write_withdrawal
from tests.unit.examples import source, told

PATH = "content/verhalen/feest/straatfeest 2026.jpg.yaml"
GOOD = "alt: Buren eten soep aan een lange tafel.\nfotograaf: Ans\ntoestemming: niet-herkenbaar\n"
DAY = dt.date(2026, 11, 25)


def with_alt(alt: str, *more: str) -> list[Diagnostic]:
    text = "\n".join((f"alt: {alt}", "fotograaf: Ans", "toestemming: niet-herkenbaar", *more, ""))
    return list(parse_register(source(PATH, text)).diagnostics)


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("", ["1 fout alt-ontbreekt"]),
        ("straatfeest 2026.jpg", ["1 fout alt-bestandsnaam"]),
        ("feest.HEIC", ["1 fout alt-bestandsnaam"]),
        ("IMG_2041", ["1 fout alt-bestandsnaam"]),
        ("DSC 0042", ["1 fout alt-bestandsnaam"]),
        ("Straatfeest-2026", ["1 fout alt-bestandsnaam"]),
        ("Foto van buren aan tafel", ["1 waarschuwing alt-foto-van"]),
        ("Een foto waarop buren eten", ["1 waarschuwing alt-foto-van"]),
        ("Afbeelding van een plein", ["1 waarschuwing alt-foto-van"]),
        ("Op deze foto zie je een plein", ["1 waarschuwing alt-foto-van"]),
        ("Buren " * 40, ["1 waarschuwing alt-lang"]),
        ("Fotografen van de buurtclub lopen door het park", []),
        ("Een straatfeest met slingers", []),
        ("Prins Bernhard opent 2026 bomen", []),
    ],
)
def test_a_description_that_says_nothing_is_told_with_its_line(alt: str, found: list[str]) -> None:
    assert told(with_alt(alt)) == found


def test_a_description_that_repeats_the_caption_is_told() -> None:
    assert told(with_alt("Soep in de tent.", "bijschrift: soep in de tent")) == ["1 waarschuwing alt-bijschrift"]
    assert told(with_alt("Buren eten soep.", "bijschrift: Soep in de tent")) == []


def test_the_tip_gives_the_words_to_use() -> None:
    assert with_alt("Foto van buren aan tafel")[0].tip == (
        "wie de tekst hoort, weet al dat het een foto is; begin met: Buren aan tafel"
    )


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("niet-herkenbaar", "gegeven\ntoestemming_op: 2026-11-01"),
        GOOD.replace("niet-herkenbaar", "gegeven\ntoestemming_ref: map 14"),
        GOOD + "minderjarigen: ja\n",
    ],
)
def test_without_whole_consent_a_photo_is_shown_nowhere(text: str) -> None:
    register = parse_register(source(PATH, text)).value
    assert register is not None
    assert not register.complete


def named(text: str) -> list[str]:
    register = PhotoRegister("content/x.jpg", text, decorative=False, photographer="Jan Bakker", consent="gegeven")
    return [found.message for found in lint_registers([register], ("Vaart Welzijn", "Assen-Oost", "De Lariks"))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan de Vries zaait bonen", "Jan de Vries"),
        ("Naast de tafel staat Sjaantje van der Berg", "Sjaantje van der Berg"),
        ("Links Fatima, rechts een vrijwilliger", "Fatima"),
        ("Het formulier van mevrouw Bakker", "mevrouw Bakker"),
        ("Superbuur Henk krijgt bloemen", "Henk"),
        ("In het park loopt Beppie Jansen", "Beppie Jansen"),
    ],
)
def test_a_name_of_somebody_is_mentioned(text: str, name: str) -> None:
    assert named(text) == [f"in 'alt' lijkt een naam te staan: '{name}'"]


@pytest.mark.parametrize(
    "text",
    [
        "Buren eten soep in De Lariks.",
        "Kinderen spelen op de Mozartplaats in Assen-Oost",
        "De opening van het Anne Frankpark",
        "De mannen van Vaart Welzijn bij het Rode Kruis",
        "Wethouder opent het plein",
        "Sinterklaas en Zwarte Piet in de Hoofdstraat",
        "Wil je ook soep? Ben je er bij? Dat kan op de Brink.",
        "map 2026, nummer 14",
    ],
)
def test_names_of_places_and_organisations_are_none_of_people(text: str) -> None:
    assert named(text) == []


def test_a_name_is_found_in_every_text_of_the_register_at_its_line_and_the_photographer_may_have_one() -> None:
    text = "alt: Piet op de fiets\nfotograaf: Jan Bakker\ntoestemming: gegeven\ntoestemming_op: 2026-11-01\n"
    text += "toestemming_ref: formulier van Kees Smit\nbijschrift: Anneke zwaait\n"
    register = parse_register(source(PATH, text)).value
    assert register is not None
    found = lint_registers([register], ())
    assert [f"{row.file.rpartition('/')[2]}:{row.line}" for row in found] == [
        f"straatfeest 2026.jpg.yaml:{line}" for line in (1, 6, 5)
    ]


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (GOOD, f"{GOOD}ingetrokken_op: 2026-11-25\n", 4),
        (f"# let op\n{GOOD}# klaar", f"# let op\n{GOOD}# klaar\ningetrokken_op: 2026-11-25\n", 6),
        (GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r\n") + "ingetrokken_op: 2026-11-25\r\n", 4),
        (f"\ufeff{GOOD}", f"\ufeff{GOOD}ingetrokken_op: 2026-11-25\n", 4),
        (f"ingetrokken_op: 2027-01-01 # later\n{GOOD}", f"ingetrokken_op: 2026-11-25 # later\n{GOOD}", 1),
        (f"ingetrokken_op:\n{GOOD}", f"ingetrokken_op: 2026-11-25\n{GOOD}", 1),
        ("  alt: A\n  fotograaf: B\n", "  alt: A\n  fotograaf: B\n  ingetrokken_op: 2026-11-25\n", 3),
        ("{alt: A, fotograaf: B}\n", "{alt: A, fotograaf: B, ingetrokken_op: 2026-11-25}\n", 1),
    ],
)
def test_a_withdrawal_is_one_line_more_and_nothing_else(before: str, after: str, line: int) -> None:
    written = write_withdrawal(before.encode(), DAY)
    assert written is not None
    assert written.data.decode() == after
    assert written.line == line


@pytest.mark.parametrize("data", [b"alt: [", b"\xff\xfe", b"- alt\n"])
def test_a_register_that_cannot_be_read_is_left_alone(data: bytes) -> None:
    assert write_withdrawal(data, DAY) is None
