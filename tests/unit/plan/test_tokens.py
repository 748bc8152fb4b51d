"""Design tokens become custom properties, for light, for dark and for print."""

from __future__ import annotations

import json

import pytest

from generator.plan.tokens import Pair, Token, read_pairs, read_tokens, theme_tokens, tokens_css, written_out
from tests.unit.examples import theme, told

INK = {"$type": "color", "$value": {"colorSpace": "srgb", "components": [0, 0, 0], "hex": "#1A1A1A"}}
SUN = {"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, 1, 0], "hex": "#ffff00"}}


def read(tree: object) -> tuple[Token, ...]:
    report = read_tokens(json.dumps(tree), "thema/tokens.tokens.json")
    assert report.diagnostics == ()
    return report.value


def css(node: object) -> str:
    return read({"semantic": {"x": node}})[0].value


@pytest.mark.parametrize(
    ("node", "value"),
    [
        (INK, "#1A1A1A"),
        ({"$type": "dimension", "$value": {"value": 1.5, "unit": "rem"}}, "1.5rem"),
        ({"$type": "dimension", "$value": {"value": 4, "unit": "px"}}, "4px"),
        ({"$type": "number", "$value": 1.25}, "1.25"),
        ({"$type": "fontWeight", "$value": 700}, "700"),
        ({"$type": "fontFamily", "$value": ["Atkinson Next", "system-ui"]}, '"Atkinson Next", system-ui'),
        ({"$type": "cubicBezier", "$value": [0.2, 0, 0, 1]}, "cubic-bezier(0.2, 0, 0, 1)"),
        ({"$type": "duration", "$value": {"value": 200, "unit": "ms"}}, "200ms"),
        ({"$value": "clamp(1rem, 2vw, 2rem)"}, "clamp(1rem, 2vw, 2rem)"),
        ({"$value": 1, "$extensions": {"nl.mijnbuurtassen": {"css": "2"}}}, "2"),
    ],
)
def test_each_type_has_its_way_in_css(node: object, value: str) -> None:
    assert css(node) == value


def test_a_token_is_named_by_its_path_and_its_tier() -> None:
    tokens = read({"primitive": {"ink": {"1": INK}}, "semantic": {"text": INK}, "component": {"card": {"gap": INK}}})
    assert [(token.path, token.name) for token in tokens] == [
        ("primitive.ink.1", "--p-ink-1"),
        ("semantic.text", "--text"),
        ("component.card.gap", "--card-gap"),
    ]


def test_an_alias_becomes_a_variable_and_keeps_its_colour() -> None:
    tokens = read({"primitive": {"ink": INK}, "semantic": {"text": {"$type": "color", "$value": "{primitive.ink}"}}})
    assert (tokens[1].value, tokens[1].colours) == ("var(--p-ink)", ("#1a1a1a",) * 3)


def test_aliases_that_go_round_in_a_circle_end_somewhere() -> None:
    one, two = ({"$type": "color", "$value": f"{{semantic.{name}}}"} for name in ("twee", "een"))
    report = read_tokens(json.dumps({"semantic": {"een": one, "twee": two}}), "thema/tokens.tokens.json")
    assert all(token.colours is None for token in report.value)


def test_an_alias_can_stand_inside_a_text() -> None:
    tree = {"primitive": {"ink": INK}, "semantic": {"line": {"$value": "1px solid {primitive.ink}"}}}
    assert read(tree)[1].value == "1px solid var(--p-ink)"


def test_a_type_holds_for_the_whole_group_and_the_root_of_a_group_is_a_token() -> None:
    tree = {
        "semantic": {
            "text": {"$type": "color", "$root": {"$value": INK["$value"]}, "soft": {"$value": "{semantic.text}"}}
        }
    }
    assert [(token.path, token.colours) for token in read(tree)] == [
        ("semantic.text", ("#1a1a1a",) * 3),
        ("semantic.text.soft", ("#1a1a1a",) * 3),
    ]


def test_a_token_can_differ_in_dark_and_in_print() -> None:
    ours = {"nl.mijnbuurtassen": {"dark": "{primitive.sun}", "print": "{primitive.ink}"}}
    tree = {
        "primitive": {"ink": INK, "sun": SUN},
        "semantic": {"text": {"$type": "color", "$value": "{primitive.ink}", "$extensions": ours}},
    }
    text = read(tree)[2]
    assert text == Token(
        "semantic.text",
        "--text",
        "var(--p-ink)",
        "var(--p-sun)",
        "var(--p-ink)",
        colours=("#1a1a1a", "#ffff00", "#1a1a1a"),
        sources=("primitive.ink", "primitive.sun", "primitive.ink"),
    )


def test_other_groups_of_the_file_are_no_tokens() -> None:
    assert read({"$description": "x", "andere": {"ink": INK}}) == ()
    assert read({"semantic": {"$description": "x"}}) == ()


@pytest.mark.parametrize(("text", "line"), [("{", 1), ('{\n  "a": 1,\n}', 3), ("", 1), ("geen json", 1)])
def test_a_file_that_cannot_be_read_is_told_at_its_line(text: str, line: int) -> None:
    report = read_tokens(text, "thema/tokens.tokens.json")
    assert (report.value, told(report.diagnostics)) == ((), [f"{line} fout tokens-onjuist"])


@pytest.mark.parametrize(
    "node",
    [
        {"$type": "color", "$value": "{primitive.weg}"},
        {"$type": "color", "$value": {"colorSpace": "srgb", "components": [0, 0, 0]}},
        {"$type": "dimension", "$value": {}},
        {"$type": "number", "$value": True},
        {"$value": None},
        {"$type": "dimension", "$value": {"unit": "px"}},
        {"$type": "dimension", "$value": {"value": "vier", "unit": "px"}},
    ],
)
def test_a_wrong_value_is_told_at_the_line_of_its_token(node: object) -> None:
    text = '{"semantic": {\n"ander": {"$value": "x"},\n"fout": ' + json.dumps(node) + "}}"
    report = read_tokens(text, "thema/tokens.tokens.json")
    assert told(report.diagnostics) == ["3 fout token-onjuist"]
    assert report.diagnostics[0].message.startswith("de waarde van semantic.fout is geen ")
    assert [token.path for token in report.value] == ["semantic.ander"]


@pytest.mark.parametrize("mode", ["dark", "print"])
def test_a_wrong_value_for_dark_or_print_is_told_as_well(mode: str) -> None:
    ours = {"nl.mijnbuurtassen": {mode: "{primitive.weg}"}}
    tree = {"semantic": {"text": {**INK, "$extensions": ours}}}
    assert told(read_tokens(json.dumps(tree), "x").diagnostics) == ["1 fout token-onjuist"]


def test_properties_are_written_for_light_for_dark_and_for_print() -> None:
    tokens = (Token("semantic.a", "--a", "1", dark="2", print="3"), Token("semantic.b", "--b", "4"))
    assert tokens_css(tokens) == (
        ":root {\n--a: 1;\n--b: 4;\n}\n"
        "@media screen and (prefers-color-scheme: dark) {\n:root {\n--a: 2;\n}\n}\n"
        "@media print {\n:root {\n--a: 3;\n}\n}\n"
    )
    assert tokens_css(()) == ""


def test_pairs_of_colours_are_read_from_the_same_file() -> None:
    row = {"text": "{semantic.text}", "on": "semantic.surface", "kind": "text", "used": "alles"}
    tree = {"$extensions": {"nl.mijnbuurtassen": {"pairs": [row, "los"]}}}
    assert read_pairs(json.dumps(tree)) == (Pair("semantic.text", "semantic.surface", "text", "alles"),)
    assert (read_pairs("{}"), read_pairs("geen json"), read_pairs("[]")) == ((), (), ())


def test_a_theme_may_have_no_tokens() -> None:
    assert theme_tokens(theme({})).value == ()
    assert theme_tokens(theme({"tokens.tokens.json": "{}"})).value == ()


def test_a_token_file_that_is_no_utf_8_is_a_problem_of_the_theme() -> None:
    report = theme_tokens(theme({"tokens.tokens.json": b'{"a": "\xe9"}'}))
    assert [found.code for found in report.diagnostics] in (["geen-utf8"], ["tokens-onjuist"])


def test_a_primitive_is_written_where_it_is_used_and_nowhere_else() -> None:
    tokens = (
        Token("primitive.ink", "--p-ink", "#000"),
        Token("primitive.line", "--p-line", "1px solid var(--p-ink)"),
        Token("primitive.sky", "--p-sky", "#fff", dark="var(--p-ink)"),
        Token("semantic.line", "--line", "var(--p-line)", dark="var(--p-ink)", print="var(--p-sky)"),
        Token("component.card.line", "--card-line", "var(--line)"),
    )
    assert [(token.name, token.value, token.dark, token.print) for token in written_out(tokens)] == [
        ("--p-sky", "#fff", "#000", None),
        ("--line", "1px solid #000", "#000", "var(--p-sky)"),
        ("--card-line", "var(--line)", None, None),
    ]
