"""What harms the house style is an error of the theme: weak contrast, raw colours, unknown names."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.diagnostics import Diagnostic
from generator.model.document import Wijk
from generator.plan.guard import check_accents, check_pairs, check_styles, guard
from generator.plan.tokens import Pair, Token
from tests.unit.examples import assembled, bare_theme, piece, theme, told

WHITE, GREY, BLACK = ("#ffffff",) * 3, ("#777777",) * 3, ("#000000",) * 3
PAPER = Token("semantic.color.paper", "--color-paper", "x", colours=("#ffffff", "#ffffff", "#ffffff"))
TEXT = '{\n"semantic": {\n"color": {\n"ink": {},\n"paper": {}\n}}}'


def pairs(ink: tuple[str, str, str], kind: str = "text", on: str = "semantic.color.paper") -> list[Diagnostic]:
    token = Token("semantic.color.ink", "--color-ink", "x", colours=ink)
    pair = Pair("semantic.color.ink", on, kind, "alles")
    return list(check_pairs([token, PAPER], [pair], TEXT, "thema/tokens.tokens.json"))


@pytest.mark.parametrize(
    ("ink", "kind", "found"),
    [
        (BLACK, "text", []),
        (GREY, "text", ["4 fout contrast"]),
        (GREY, "large", []),
        (GREY, "ui", []),
        (("#000000", "#eeeeee", "#000000"), "ui", ["4 fout contrast"]),
        (("#000000", "#000000", "#eeeeee"), "ui", ["4 fout contrast"]),
        (GREY, "onbekend", ["4 fout contrast"]),
    ],
)
def test_every_pair_stands_out_enough_in_light_in_dark_and_in_print(
    ink: tuple[str, str, str], kind: str, found: list[str]
) -> None:
    assert told(pairs(ink, kind)) == found


def test_a_weak_pair_comes_with_a_colour_that_is_good() -> None:
    (found,) = pairs(("#000000", "#777777", "#000000"))
    assert found.message == (
        "semantic.color.ink (#777777) is te zwak: semantic.color.ink (#777777) op semantic.color.paper (#ffffff) "
        "heeft in donker een contrast van 4,47; nodig is 4,50 (gebruikt in: alles)"
    )
    assert (found.tip or "").startswith("maak semantic.color.ink #7")


def test_a_pair_of_a_colour_that_is_not_there_is_told() -> None:
    found = pairs(BLACK, on="semantic.color.papier")
    assert (told(found), found[0].tip) == (["1 fout token-onbekend"], "bedoel je 'semantic.color.paper'?")


def styles(css: str, **others: str) -> list[str]:
    files = {"css/base/x.css": css, **others}
    return told(check_styles(theme(files), [Token("semantic.text", "--text", "#111")]))


@pytest.mark.parametrize(
    "css",
    [
        "a { color: var(--text); margin: 0 auto; background: none; border-color: currentColor; fill: transparent }",
        ".red { color: inherit }",
        "a { --eigen: 1px; width: var( --eigen ) }",
        "a { animation-name: red-alert; grid-area: tan; animation: red 1s; will-change: color }",
        'a { content: "#fff red" } /* color: red */',
        "a { background: url(#fff) }",
        "a { font-size: 1.25rem; border: 1px solid; font: var(--text) }",
        "a::before { color: var(--text, var(--eigen)) } b { --eigen: 1 }",
        "a { color: var(--text-white) } b { --text-white: 1 }",
    ],
)
def test_a_sheet_that_uses_the_tokens_is_fine(css: str) -> None:
    assert styles(css) == []


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("a {\n color: #fff }", "2 fout kleur-los"),
        ("a { color: #FFFFFF80; }", "1 fout kleur-los"),
        ("a { border: 1px solid red }", "1 fout kleur-los"),
        ("a { background: rgb(0 0 0 / 50%) }", "1 fout kleur-los"),
        ("a { color: hsl(1 2% 3%) }", "1 fout kleur-los"),
        ("a { color: oklch(1 0 0) }", "1 fout kleur-los"),
        ("a { --eigen: tomato; }", "1 fout kleur-los"),
        ("@media print { a { color: black } }", "1 fout kleur-los"),
        ("\n\na { font-size: 14px }", "3 fout letter-pixels"),
        ("a { font: 12.5px/1 serif }", "1 fout letter-pixels"),
        ("a {\n\n color: var(--tekst) }", "3 fout eigenschap-onbekend"),
    ],
)
def test_a_raw_colour_a_pixel_letter_or_an_unknown_property_is_told_at_its_line(css: str, found: str) -> None:
    assert styles(css) == [found]


def test_a_property_may_be_defined_in_another_sheet() -> None:
    assert styles("a { width: var(--maat) }", **{"components/b/b.css": "b { --maat: 1rem }"}) == []


def accents(colours: Mapping[str, str | None], *known: str) -> list[str]:
    wijken = [
        piece(f"wijken/{name}.md", Wijk("WK1", color=colour), lines={"kleur": 6}) for name, colour in colours.items()
    ]
    tokens = [Token(f"semantic.color.wijk.{name}", f"--{name}", "x") for name in known]
    return [
        f"{found.file}:{found.line} {found.code} {found.tip}"
        for found in check_accents(assembled(*wijken).value, tokens, "thema")
    ]


def test_a_wijk_has_a_colour_of_the_theme() -> None:
    assert accents({"peelo": None, "marsdijk": "blauw"}, "peelo", "blauw") == []
    assert accents({"peelo": "gron"}, "groen", "blauw") == [
        "content/wijken/peelo.md:6 onbekende-kleur bedoel je 'groen'? kies bij 'kleur' uit: blauw, groen"
    ]
    assert accents({"peelo": None}, "qqq") == ["content/wijken/peelo.md:6 onbekende-kleur kies bij 'kleur' uit: qqq"]


def test_a_theme_without_colours_for_wijken_has_none_to_check() -> None:
    assert accents({"peelo": "gron"}) == []


def test_the_bare_theme_is_fine() -> None:
    tokens = (Token("semantic.text", "--text", "#111"),)
    assert guard(assembled().value, bare_theme(), tokens) == ()
