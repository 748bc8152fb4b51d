"""Every reference, heading and problem knows its line: each has a mark of its own, which is looked up in the text."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.document import Ref
from generator.parse.markdown import render

# Each § becomes a mark that occurs once.
_INLINE = (
    "[§](x)", "[x](§)", "![§](x.jpg)", "![x](§.jpg)", "**[§](x)**", "`[§](x)`", "woord", "[§][r]", '[§](x "titel")',
    "[^1]", '"[§](x)"', "www.§.nl", "§@x.nl", "<https://§.nl>", "\\", "[los", "los]", "é&amp;", "[§](javascript:x)",
    "  ", "{{ weg§ }}",
)  # fmt: skip
_STARTS = (
    "", "", "", "- ", "  - ", "    - ", "1. ", "> ", "> - ", "- > ", "    ", "\t", "| ", "[^1]: ", "  ", ">> ",
    "1) > * ",
)  # fmt: skip
_ALONE = (
    '{{ foto "§.jpg" }}', "# §", "- ## §", "> ### §", "", "", "", "---", "[r]: ergens", "| a | b |", "|---|---|",
    "# [§](x)", "===", "```", '> {{ foto "§" }}', "- [§](x)", "  [§](x)", "[§]: x",
)  # fmt: skip

lines = st.one_of(
    st.sampled_from(_ALONE),
    st.builds(
        lambda start, parts: start + " ".join(parts),
        st.sampled_from(_STARTS),
        st.lists(st.sampled_from(_INLINE), max_size=4),
    ),
)


def marked(body: str) -> str:
    numbers = itertools.count()
    return re.sub("§", lambda _: f"merk{next(numbers)}q", body)


def marks_of(ref: Ref) -> list[str]:
    return re.findall(r"merk\d+q", " ".join((ref.target, ref.text, *(value for _, value in ref.arguments))))


@settings(max_examples=700)
@given(st.lists(lines, max_size=16).map("\n".join).map(marked), st.integers(1, 40))
def test_each_mark_is_at_the_line_of_what_holds_it(body: str, first_line: int) -> None:
    report = render(body, path="x.md", first_line=first_line, key="x")
    fragment, _ = report.value
    source = body.split("\n")
    for ref in fragment.refs:
        for mark in marks_of(ref):
            assert mark in source[ref.line - first_line]
    for heading in fragment.headings:
        for mark in re.findall(r"merk\d+q", heading.text):
            text = source[heading.line - first_line :]
            assert any(mark in line for line in text)
            if not text[1:2] or not re.fullmatch(r"[ >]*(=+|-+)\s*", text[1]):
                assert mark in text[0] or "#" not in text[0]
    for problem in report.diagnostics:
        line = source[problem.line - first_line]
        if problem.code == "verboden-link":
            assert "javascript:" in line
        if problem.code == "onbekende-kortcode":
            assert "{{ weg" in line


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("[x](y)", 10),
        ("tekst\n[x](y)", 11),
        ("tekst  \nnog [x](y)", 11),
        ("tekst\\\n[x](y)", 11),
        ("\n\n\n[x](y)", 13),
        ("- een\n- twee\n  - drie\n\n    [x](y)", 14),
        ("> een\n> > twee\nlui [x](y)", 12),
        ("| a | b |\n|---|---|\n| c | d |\n| e | [x](y) |", 13),
        ("[r]: een\n[s]: twee\ntekst [x](y)", 12),
        ("Kop\n===\n\n[x](y)", 13),
        ("Lange\nkop [x](y)\n===", 11),
        ("```\n[a](b)\n```\n[x](y)", 13),
        ("tekst[^1]\n\n[^1]: noot\n\n    nog [x](y)", 14),
        ("[lange\ntekst\nvan](drie) en [x](y)", 12),
        ("`code\nover` regels [x](y)", 11),
        ("1. een\n\n   > - twee\n   >   [x](y)", 13),
        ("tekst\n![x](y)", 11),
        ('tekst\n{{ foto "y" }}', 11),
    ],
)
def test_a_reference_knows_its_line(body: str, line: int) -> None:
    fragment, _ = render(body, path="x.md", first_line=10, key="x").value
    assert fragment.refs[-1].line == line


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("tekst\n\n- een\n  <b>vet</b>", "rauwe-html", 13),
        ("tekst\nen {{ foto x }}\n", "kortcode-in-zin", 11),
        ("\n{{ fotoo x }}", "onbekende-kortcode", 11),
        ('> tekst\n>\n> {{ foto "x }}', "kortcode-fout", 12),
        ("a\n\nb\n[x](data:y)", "verboden-link", 13),
        ("a\nb\x07c", "stuurteken", 11),
        ("a\n\n" + ">" * 20, "te-diep", 12),
        ("a\n\n" + "[" * 9_999, "te-ingewikkeld", 12),
    ],
)
def test_a_problem_knows_its_line(body: str, code: str, line: int) -> None:
    report = render(body, path="x.md", first_line=10, key="x")
    assert [(problem.code, problem.line) for problem in report.diagnostics] == [(code, line)]
