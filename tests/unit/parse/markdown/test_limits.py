"""However odd a body is, it is read within a second, or refused with a message."""

from __future__ import annotations

import time

import pytest

from generator.model.document import Fragment
from generator.parse.markdown import render
from tests.unit.parse.markdown.soup import check

N = 100_000

ODD = {
    **{repr(sign): sign * N for sign in "[]*_`'\"><()\\&!~-.#|={ \t"},
    "images": "![" * (N // 2),
    "links open": "[a](" * (N // 4),
    "links half": "[a](b" * (N // 5),
    "links in links": "[" * (N // 2) + "x" + "](y)" * (N // 5),
    "brackets": "[" * (N // 2) + "x" + "]" * (N // 2) + "\n\n[x]: y",
    "labels": "[x][" * (N // 4) + "\n\n[x]: y",
    "emphasis open": "*a " * (N // 3),
    "emphasis closing": "a* " * (N // 3),
    "emphasis both": "a**b" * (N // 4),
    "emphasis nested": "*a **b " * (N // 14) + "x" + " b** a*" * (N // 14),
    "emphasis mixed": "*a_ " * (N // 4),
    "backticks of all lengths": "".join("a" + "`" * length for length in range(440)),
    "backticks in a row of a table": "| " + "`a" * (N // 4) + "\n|---|---|\n",
    "attributes": '<a x="' * (N // 6),
    "comments": "<!--" * (N // 4),
    "entities": "&a" * (N // 2),
    "numbers": "&#1" * (N // 3),
    "titles": '[a](b "' * (N // 7),
    "titles in brackets": "[a](b (" * (N // 7),
    "addresses with spaces": "[a](b c " * (N // 8),
    "shortcodes": '{{ foto "' * (N // 9),
    "shortcodes by name": "{{ a " * (N // 5),
    "web": "http://" * (N // 7),
    "web and brackets": "http://a" + ")" * N,
    "web and dots": "http://a" + "." * N,
    "web and entities": "http://a" + "&a;" * (N // 3),
    "mail": "a@" * (N // 2),
    "mail and dots": "a." * (N // 2) + "@",
    "phones": "06-12345678 " * (N // 12),
    "half phones": "0592-36 69 1 " * (N // 13),
    "noughts": "0" * N,
    "noughts apart": "0 " * (N // 2),
    "phones in brackets": "(0592" * (N // 5),
    "lists": "- a\n" * 19_000,
    "lists in lists": "".join(" " * (2 * depth) + "- a\n" for depth in range(400)),
    "lists on a line": "- " * (N // 2) + "x",
    "quotes": "> a\n" * 19_000,
    "quotes in quotes": "".join(">" * depth + " a\n" for depth in range(400)),
    "lazy lines": "> a\n" + "b\n" * 19_000,
    "headings": "# a\n" * 19_000,
    "underlines": "a\n=\n" * 9_000,
    "fences": "```\n" * 19_000,
    "definitions": "[a]: b\n" * 14_000,
    "notes": "".join(f"[^{at}]\n\n[^{at}]: x\n" for at in range(6_000)),
    "rows": "|a|b|\n|-|-|\n" + "|a|b|\n" * 16_000,
    "columns": "|" * N + "\n" + "|-" * (N // 2) + "\n" + "|\n" * 900,
    "photos": "![a](b.jpg)\n\n" * 7_000,
    "hard breaks": "a  \n" * 19_000,
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_body_is_read_within_a_second(name: str) -> None:
    begin = time.process_time()
    report = render(ODD[name], path="x.md", first_line=1, key="x")
    assert time.process_time() - begin < 1
    assert len(report.value[1].html) < 40 * N
    check(*report.value, last_line=ODD[name].count("\n") + 1)


def test_a_small_file_cannot_make_a_huge_page_through_a_definition() -> None:
    body = "[a] " * 1_000 + "\n\n[a]: " + "x" * 100_000
    fragment, _ = render(body, path="x.md", first_line=1, key="x").value
    assert fragment.refs == ()


@pytest.mark.parametrize("body", ["a " * 500_001, "a\n" * 20_001, "é" * 600_000])
def test_a_body_that_is_too_big_is_refused(body: str) -> None:
    report = render(body, path="x.md", first_line=4, key="x")
    assert report.value[0] == Fragment("x")
    assert report.value[1].html == ""
    assert [(problem.code, problem.line) for problem in report.diagnostics] == [("te-groot", 4)]


def test_a_long_text_is_no_problem() -> None:
    body = "Een gewone zin met *nadruk* en een [link](x).\n\n" * 5_000
    report = render(body, path="x.md", first_line=1, key="x")
    assert report.diagnostics == ()
    assert len(report.value[0].refs) == 5_000


def test_too_much_markup_in_all_is_refused_once() -> None:
    report = render("[a](b) *c* *d*\n\n" * 9_900, path="x.md", first_line=1, key="x")
    assert [problem.code for problem in report.diagnostics] == ["te-ingewikkeld"]
