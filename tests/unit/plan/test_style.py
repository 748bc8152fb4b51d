"""The style sheets of a theme become one, in cascade layers, without what means nothing."""

from __future__ import annotations

import pytest

from generator.plan.style import bundle, minify
from generator.plan.tokens import Token
from tests.unit.examples import theme, told

ORDER = "@layer reset,tokens,base,layouts,components,utilities;"


def test_each_folder_is_a_layer_and_the_order_is_declared_first() -> None:
    files = {
        "css/utilities/u.css": "u {}",
        "components/b/b.css": "b {}",
        "components/a/a.css": "a {}",
        "components/a/a.html": "<a>",
        "css/layouts/l.css": "l {}",
        "css/base/b.css": "b {}",
        "css/reset/r.css": "r {}",
        "css/los.css": "weg {}",
        "css/anders/x.css": "weg {}",
    }
    report = bundle(theme(files), (Token("semantic.text", "--text", "#111"),), {})
    assert report.diagnostics == ()
    assert report.value == (
        f"{ORDER}@layer reset{{r{{}}}}@layer tokens{{:root{{--text:#111}}}}@layer base{{b{{}}}}"
        "@layer layouts{l{}}@layer components{a{}b{}}@layer utilities{u{}}\n"
    )


def test_a_theme_without_styles_has_the_order_alone() -> None:
    assert bundle(theme({}), (), {}).value == f"{ORDER}\n"


@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_a_file_of_the_theme_is_loaded_from_beside_the_style_sheet(quote: str) -> None:
    files = {"css/base/x.css": f"a {{ src: url({quote}theme:fonts/x.woff2{quote}) }}"}
    report = bundle(theme(files), (), {"fonts/x.woff2": "/assets/x.1234.woff2"})
    assert report.value == f'{ORDER}@layer base{{a{{src:url("x.1234.woff2")}}}}\n'


def test_a_file_that_is_not_in_the_theme_is_told_at_its_line() -> None:
    report = bundle(theme({"css/base/x.css": 'a {}\nb { src: url("theme:fonts/weg.woff2") }'}), (), {})
    assert told(report.diagnostics) == ["2 fout themabestand-ontbreekt"]
    assert report.diagnostics[0].file == "thema/css/base/x.css"


def test_a_style_sheet_that_is_no_utf_8_is_a_problem_of_the_theme() -> None:
    report = bundle(theme({"css/base/x.css": b"a { content: '\xe9' }"}), (), {})
    assert [found.code for found in report.diagnostics] == ["geen-utf8"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}\n"),
        ("/* uitleg */ a { } /* nog */", "a{}\n"),
        ("/* don't */ a { content: 'x' }", "a{content:'x'}\n"),
        ("a { content: ' /* geen uitleg */  ;  ' }", "a{content:' /* geen uitleg */  ;  '}\n"),
        ('a { content: "een \\" twee  }" }', 'a{content:"een \\" twee  }"}\n'),
        ("a:hover, b > c { }", "a:hover,b>c{}\n"),
        ("@media (width >= 60rem) { }", "@media (width >= 60rem){}\n"),
        (
            "a { margin: 0 0.5em -0.25em 10.5em; width: calc(1px * 0.6) }",
            "a{margin:0 .5em -.25em 10.5em;width:calc(1px * .6)}\n",
        ),
        ("a { color: #ffffff; --b: #aabbcc; --c: #aabbcd }", "a{color:#fff;--b:#abc;--c:#aabbcd}\n"),
        ("@media (min-width: 30em) { a { color: red } }", "@media (min-width: 30em){a{color:red}}\n"),
        ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}\n"),
        ("a { --x: 1px; --y:2px; }", "a{--x:1px;--y:2px}\n"),
        ("a { background: url(data:image/png;base64,AAAA) }", "a{background:url(data:image/png;base64,AAAA)}\n"),
        ("a b { color: red } .c .d { }", "a b{color:red}.c .d{}\n"),
        ("", "\n"),
    ],
)
def test_white_space_and_comments_go_and_texts_stay(written: str, kept: str) -> None:
    assert minify(written) == kept


def test_a_comment_between_two_selectors_is_no_space() -> None:
    assert minify(".a/* met */.b{}") == ".a.b{}\n"
