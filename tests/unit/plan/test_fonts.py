"""The font of the tokens: one place names its file, and says what it can spell."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Report
from generator.plan.fonts import Font, font_face, theme_font
from tests.unit.examples import theme, told

FILE = "fonts/letter.woff2"
OURS: dict[str, object] = {"file": FILE, "weight": "400 700", "letters": "U+20-7E, U+EB"}


def tokens(ours: dict[str, object]) -> str:
    value = ["Letter", "Arial", "sans-serif"]
    token = {"$type": "fontFamily", "$value": value, "$extensions": {"nl.mijnbuurtassen": ours}}
    return json.dumps({"primitive": {"font": {"tekst": token}}}, indent=1)


def found(files: dict[str, str], ours: dict[str, object] | None = None) -> Report[Font | None]:
    return theme_font(theme({"tokens.tokens.json": tokens(OURS if ours is None else ours), **files}))


def test_the_tokens_name_the_file_the_weight_and_the_letters() -> None:
    report = found({FILE: "wOF2..."})
    assert report == Report(Font("Letter", FILE, "400 700", ((0x20, 0x7E), (0xEB, 0xEB))))


@pytest.mark.parametrize("text", ["", "geen json", "{}", '{"primitive": {"font": 1}}'])
def test_a_theme_that_names_no_font_does_without(text: str) -> None:
    assert theme_font(theme({"tokens.tokens.json": text})) == Report(None)


def test_a_font_that_is_not_there_is_told_once_where_it_is_named_with_what_was_meant() -> None:
    report = found({"fonts/leter.woff2": "wOF2"})
    assert (report.value, told(report.diagnostics)) == (None, ["4 fout lettertype-ontbreekt"])
    assert report.diagnostics[0].file == "thema/tokens.tokens.json"
    assert "'fonts/leter.woff2'" in (report.diagnostics[0].tip or "")
    assert told(found({}).diagnostics) == ["4 fout lettertype-ontbreekt"]


@pytest.mark.parametrize(("name", "data"), [(FILE, "<html>"), ("fonts/letter.doc", "wOF2")])
def test_a_file_that_holds_no_letters_is_named(name: str, data: str) -> None:
    report = found({name: data}, {**OURS, "file": name})
    assert (report.value, told(report.diagnostics)) == (None, ["1 fout geen-lettertype"])
    assert report.diagnostics[0].file == f"thema/{name}"


def test_the_style_sheet_loads_the_font_that_the_tokens_name() -> None:
    rule = font_face(Font("Letter", "fonts/letter.ttf", "400 700"), "letter.01.ttf")
    assert 'font-family: "Letter";' in rule
    assert 'src: url("letter.01.ttf") format("truetype");' in rule
    assert "font-weight: 400 700;" in rule


SOME = Font("Letter", FILE, "400", ((0x20, 0x7E), (0xEB, 0xEB)))


@pytest.mark.parametrize(
    ("text", "spelled", "missing"),
    [
        ("Zoë eet soep", "Zoë eet soep", ()),
        ("Zoe\u0308", "Zoë", ()),
        ("Şükrü Łukasz Ångström", "Sukru Lukasz Angstrom", ()),
        ("ĳs, ﬁets, ½", "ijs, fiets, ", ("½",)),
        ("€ 5 – graag", "5 - graag", ("€",)),
        ("Ja 👍🏽!", "Ja !", ("👍", "🏽")),
        ("سلام", "", ("س", "ل", "ا", "م")),
        ("a\u00adb\u200bc", "abc", ()),
    ],
)
def test_a_text_is_spelled_with_the_letters_that_there_are(text: str, spelled: str, missing: tuple[str, ...]) -> None:
    assert SOME.spell(text) == (spelled.strip(), missing)


def test_a_font_that_does_not_say_what_it_has_is_trusted() -> None:
    assert Font("Letter", FILE, "400").spell("Ангела 👍") == ("Ангела 👍", ())
