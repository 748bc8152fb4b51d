"""The register beside a photo says what may be done with it, and until when."""

from __future__ import annotations

import pytest

from generator.model.shared import PhotoRegister
from generator.parse import parse_register
from tests.unit.examples import day, source, told

PATH = "content/verhalen/feest/feest.jpg.yaml"
SMALLEST = "alt: Buren aan een lange tafel.\nfotograaf: Ans\ntoestemming: niet-herkenbaar\n"


def test_three_lines_are_enough() -> None:
    report = parse_register(source(PATH, SMALLEST))
    assert report.diagnostics == ()
    assert report.value == PhotoRegister(
        path="content/verhalen/feest/feest.jpg",
        alt="Buren aan een lange tafel.",
        decorative=False,
        photographer="Ans",
        consent="niet-herkenbaar",
    )


def test_everything_that_a_register_can_say() -> None:
    text = """\
alt: Buren.
fotograaf: Ans
toestemming: gegeven
toestemming_ref: map 2026, nummer 14
toestemming_op: 2026-11-01
minderjarigen: ja
toestemming_ouder: ja
verloopt_op: 2027-01-01
delen_met_partners: ja
ingetrokken_op: 2026-12-01
focus: [0.2, 0.8]
bijschrift: De eerste kop soep.
"""
    report = parse_register(source(PATH, text))
    assert report.diagnostics == ()
    assert report.value == PhotoRegister(
        path="content/verhalen/feest/feest.jpg",
        alt="Buren.",
        decorative=False,
        photographer="Ans",
        consent="gegeven",
        consent_ref="map 2026, nummer 14",
        consent_on=day("2026-11-01"),
        minors=True,
        parental_consent=True,
        expires_on=day("2027-01-01"),
        share_with_partners=True,
        withdrawn_on=day("2026-12-01"),
        focus=(0.2, 0.8),
        caption="De eerste kop soep.",
    )


def test_a_decorative_photo_has_no_text_alternative() -> None:
    report = parse_register(source(PATH, SMALLEST + "decoratief: ja\n"))
    assert report.diagnostics == ()
    assert report.value is not None
    assert (report.value.alt, report.value.decorative) == ("", True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SMALLEST.replace("alt: Buren aan een lange tafel.\n", ""), ["1 fout alt-ontbreekt"]),
        (SMALLEST.replace("Buren aan een lange tafel.", ""), ["1 fout alt-ontbreekt"]),
        (SMALLEST.replace("fotograaf: Ans\n", ""), ["1 fout verplicht"]),
        (SMALLEST.replace("toestemming: niet-herkenbaar\n", ""), ["1 fout verplicht"]),
        (SMALLEST.replace("niet-herkenbaar", "ja"), ["3 fout onbekende-waarde"]),
        (SMALLEST.replace("niet-herkenbaar", "gegeven"), ["3 fout verplicht", "3 fout verplicht"]),
        (
            SMALLEST.replace("niet-herkenbaar", "gegeven\ntoestemming_ref: map 14"),
            ["3 fout verplicht"],
        ),
        (SMALLEST + "minderjarigen: ja\n", ["4 fout ouder-ontbreekt"]),
        (SMALLEST + "minderjarigen: ja\ntoestemming_ouder: nee\n", ["4 fout ouder-ontbreekt"]),
        (SMALLEST + "verloopt_op: 2026\n", ["4 fout datum-onjuist"]),
        (SMALLEST + "maker: Ans\n", ["4 fout onbekende-sleutel"]),
    ],
)
def test_what_a_photo_lacks_is_told(text: str, found: list[str]) -> None:
    assert told(parse_register(source(PATH, text)).diagnostics) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("alt: [", "1 fout yaml-teken"), (b"alt: \xe9", "1 fout geen-utf8"), ("- alt", "1 fout yaml-geen-sleutels")],
)
def test_a_register_that_cannot_be_read_gives_nothing(text: str | bytes, found: str) -> None:
    report = parse_register(source(PATH, text))
    assert (report.value, told(report.diagnostics)) == (None, [found])
