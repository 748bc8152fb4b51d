"""The shared data files: each may be absent, each mistake is told at its line, and the other rows are kept."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.model.shared import Counter, Notice, Organisation, SharedData, Theme, WijkMap, WijkShape
from generator.parse import DATA_FILES, parse_shared_data
from tests.unit.examples import day, source, told


def read(name: str, text: str | bytes) -> tuple[SharedData, tuple[Diagnostic, ...]]:
    path = next(path for path in DATA_FILES if path.rpartition("/")[2].partition(".")[0] == name)
    report = parse_shared_data({path: source(path, text)})
    assert {found.file for found in report.diagnostics} <= {path}
    return report.value, report.diagnostics


def test_these_files_are_read() -> None:
    assert DATA_FILES == (
        "content/organisaties.yaml",
        "content/themas.yaml",
        "content/loketten.yaml",
        "content/namen.yaml",
        "content/postcodes.yaml",
        "content/mededeling.yaml",
        "content/kaart/assen-wijken.geojson",
        "content/kaart/assen-wijken-schematisch-2025.geojson",
    )


def test_each_file_may_be_absent_or_empty() -> None:
    assert parse_shared_data({}).value == SharedData()
    empty = {path: source(path, "") for path in DATA_FILES if path.endswith(".yaml")}
    assert parse_shared_data(empty).value == SharedData()
    assert parse_shared_data(empty).diagnostics == ()


def test_an_organisation_has_a_name_and_ways_to_reach_it() -> None:
    text = """\
actium:
  naam: Actium
  omschrijving: Verhuurt huizen.
  website: https://www.actium.nl
  telefoon: 0592-123 456
  email: a@actium.nl
  adres: Straat 1
"""
    shared, found = read("organisaties", text)
    assert found == ()
    assert shared.organisations == {
        "actium": Organisation(
            "actium", "Actium", "Verhuurt huizen.", "https://www.actium.nl", "0592-123 456", "a@actium.nl", "Straat 1"
        )
    }
    assert shared.lines["organisaties:actium.naam"] == 2


def test_a_theme_has_a_name() -> None:
    shared, found = read("themas", "groen: {naam: Groen}\nwonen: {naam: Wonen, omschrijving: Over huizen.}\n")
    assert found == ()
    assert shared.themes == {"groen": Theme("groen", "Groen"), "wonen": Theme("wonen", "Wonen", "Over huizen.")}


def test_a_counter_says_what_it_is_for() -> None:
    text = """\
groen:
  naam: Groenloket
  omschrijving: Voor tuinen.
  waarvoor: Ik wil een boom.
  niet_voor: [Snoeien]
  organisatie: assen
  hoe: Bel.
  telefoon: 14 0592
  email: a@b.nl
  website: https://x.nl
  adres: Straat 1
"""
    shared, found = read("loketten", text)
    assert found == ()
    assert shared.counters == {
        "groen": Counter(
            "groen",
            "Groenloket",
            "Voor tuinen.",
            ("Ik wil een boom.",),
            ("Snoeien",),
            "assen",
            "Bel.",
            "14 0592",
            "a@b.nl",
            "https://x.nl",
            "Straat 1",
        )
    }


def test_a_name_has_the_spellings_that_people_use() -> None:
    shared, found = read("namen", "Vaart Welzijn: [Vaartwelzijn, VaartWelzijn]\nActium: actium\n")
    assert (shared.spellings, found) == (
        {"Vaart Welzijn": ("Vaartwelzijn", "VaartWelzijn"), "Actium": ("actium",)},
        (),
    )


def test_a_postcode_lies_in_a_wijk() -> None:
    shared, found = read("postcodes", "9401: centrum\n9404 ab: peelo\n9405CD: marsdijk\n")
    assert (shared.postcodes, found) == ({"9401": "centrum", "9404AB": "peelo", "9405CD": "marsdijk"}, ())


def test_a_postcode_knows_its_line_however_it_was_written() -> None:
    shared, _ = read("postcodes", "9401: centrum\n9404 ab: peelo\n")
    assert shared.lines["postcodes:9404AB"] == 2


def test_a_notice_has_a_last_day_and_maybe_a_link() -> None:
    text = "tekst: We verhuizen.\ntot_en_met: 2026-12-31\nlink:\n  tekst: Lees meer\n  naar: /contact/\n"
    shared, found = read("mededeling", text)
    assert found == ()
    assert shared.notice == Notice("We verhuizen.", day("2026-12-31"), "Lees meer", "/contact/", 5)
    assert read("mededeling", "tekst: a\ntot_en_met: 2026-12-31\n")[0].notice == Notice("a", day("2026-12-31"))


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("organisaties", "actium: {naam: Actium, telefoon: bel}\n", ["1 fout telefoon-onjuist"]),
        ("organisaties", "Actium BV: {naam: Actium}\n", ["1 fout slug-onjuist"]),
        ("organisaties", "actium: Actium\n", ["1 fout geen-groep"]),
        ("organisaties", "actium:\n  naam: Actium\n  web: x\n", ["3 fout onbekende-sleutel"]),
        ("organisaties", "actium: {naam: Actium\n", ["1 fout yaml-haak"]),
        ("organisaties", b"actium: {naam: \xe9}\n", ["1 fout geen-utf8"]),
        ("themas", "groen: {naam: Groen}\ngroen: {naam: Gras}\n", ["2 fout dubbele-sleutel"]),
        ("themas", "groen:\n  omschrijving: x\n", ["1 fout verplicht"]),
        ("loketten", "groen:\n  naam: G\n  omschrijving: x\n  waarvoor: []\n", ["4 fout aantal-onjuist"]),
        ("loketten", "groen:\n  naam: G\n  waarvoor: Iets.\n", ["1 fout verplicht"]),
        ("namen", "Actium: {a: b}\n", ["1 fout geen-lijst"]),
        ("namen", "Actium: [[a]]\n", ["1 fout geen-lijst"]),
        ("postcodes", "9401: centrum\n0401: centrum\n", ["2 fout postcode-onjuist"]),
        ("postcodes", "9401: [centrum]\n", ["1 fout postcode-onjuist"]),
        ("postcodes", "assen: centrum\n", ["1 fout postcode-onjuist"]),
        ("mededeling", "tekst: a\n", ["1 fout verplicht"]),
        ("mededeling", "tekst: a\ntot_en_met: 31-12-2026\n", ["2 fout datum-onjuist"]),
        ("mededeling", "tekst: a\ntot_en_met: 2026-12-31\nlink: {tekst: x, naar: y}\n", ["3 fout adres-onjuist"]),
    ],
)
def test_a_wrong_row_is_told_at_its_line(name: str, text: str | bytes, found: list[str]) -> None:
    assert told(read(name, text)[1]) == found


def test_the_other_rows_of_a_file_with_a_mistake_are_kept() -> None:
    shared, found = read("themas", "Groen!: {naam: Groen}\nwonen: {naam: Wonen}\n")
    assert list(shared.themes) == ["wonen"]
    assert (found[0].message, found[0].tip) == ("'Groen!' kan geen deel van een adres zijn", "schrijf 'groen'")


def test_a_row_with_a_mistake_still_counts_by_its_name() -> None:
    shared, _ = read("loketten", "groen:\n  naam: Groenloket\n  waarvoor: Ik wil een boom.\n")
    assert list(shared.counters) == ["groen"]


FEATURE = (
    '{"type": "Feature", "properties": {"wijkcode": "WK010606", "label_punt": [6.5, 53.0]},'
    ' "geometry": {"type": "Polygon", "coordinates": [[[6.5, 53.0], [6.6, 53.0], [6.6, 53.1], [6.5, 53.0]]]}}'
)
MANY = (
    '{"type": "Feature", "properties": {"wijkcode": "WK010607"},'
    ' "geometry": {"type": "MultiPolygon", "coordinates":'
    " [[[[6, 53], [7, 53], [6, 54]]], [[[8, 53], [9, 53], [8, 54]]]]}}"
)


def test_the_map_has_an_outline_for_each_wijk_and_names_its_source() -> None:
    text = f'{{"metadata": {{"bron": "CBS", "licentie": "CC BY"}}, "features": [{FEATURE}, {MANY}]}}'
    shared, found = read("assen-wijken", text)
    assert found == ()
    assert shared.map == WijkMap(
        (
            WijkShape("WK010606", (((6.5, 53.0), (6.6, 53.0), (6.6, 53.1), (6.5, 53.0)),), (6.5, 53.0)),
            WijkShape(
                "WK010607",
                (((6.0, 53.0), (7.0, 53.0), (6.0, 54.0)), ((8.0, 53.0), (9.0, 53.0), (8.0, 54.0))),
            ),
        ),
        "CBS",
        "CC BY",
    )


def test_a_map_may_begin_with_a_byte_order_mark() -> None:
    assert read("assen-wijken", b'\xef\xbb\xbf{"features": []}') == (SharedData(), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "geen json",
        "[]",
        "{}",
        '{"features": [{}]}',
        FEATURE,
        '{"features": [' + FEATURE.replace("Polygon", "Point") + "]}",
        '{"features": [' + FEATURE.replace("[6.5, 53.0]]]", "[6.5]]]") + "]}",
        b"\xff\xfe{}",
        "[" * 100_000,
    ],
)
def test_a_map_that_cannot_be_read_is_one_problem(text: str | bytes) -> None:
    shared, found = read("assen-wijken", text)
    assert (shared.map, told(found)) == (WijkMap(), ["1 fout kaart-onjuist"])
