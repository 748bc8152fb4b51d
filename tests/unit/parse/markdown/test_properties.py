from __future__ import annotations

import time
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics import has_errors
from generator.parse.markdown import render
from generator.parse.markdown.sanitizer import sanitized
from tests.unit.parse.markdown.soup import bodies, check

first_lines = st.integers(1, 50)


@settings(max_examples=600)
@given(bodies, first_lines)
@example("<a href='x'>" * 3, 1)
@example("- " * 40 + "x", 3)
def test_any_body_becomes_good_html_with_each_token_once(body: str, first_line: int) -> None:
    begin = time.process_time()
    report = render(body, path="x.md", first_line=first_line, key="sleutel")
    assert time.process_time() - begin < 2
    fragment, heavy = report.value
    last_line = first_line + body.count("\n")
    check(fragment, heavy, last_line)
    assert fragment.key == "sleutel"
    assert all(first_line <= problem.line <= last_line for problem in report.diagnostics)
    assert all(problem.file == "x.md" and problem.tip for problem in report.diagnostics)


@settings(max_examples=400)
@given(bodies)
def test_the_allow_list_finds_nothing_to_take_out(body: str) -> None:
    html = render(body, path="x.md", first_line=1, key="x").value[1].html
    assert sanitized(html).strip() == html


@settings(max_examples=300)
@given(bodies, bodies)
def test_a_body_does_not_depend_on_the_one_before(before: str, body: str) -> None:
    alone = render(body, path="x.md", first_line=1, key="x")
    render(before, path="y.md", first_line=7, key="y")
    assert render(body, path="x.md", first_line=1, key="x") == alone


@settings(max_examples=300)
@given(bodies, first_lines)
def test_the_first_line_only_moves_lines(body: str, first_line: int) -> None:
    one = render(body, path="x.md", first_line=1, key="x")
    other = render(body, path="x.md", first_line=first_line, key="x")
    shift = first_line - 1
    moved = tuple(replace(block, line=block.line + shift) for block in one.value[1].blocks)
    assert other.value[1] == replace(one.value[1], blocks=moved)
    assert [ref.line for ref in other.value[0].refs] == [ref.line + shift for ref in one.value[0].refs]
    assert [head.line for head in other.value[0].headings] == [head.line + shift for head in one.value[0].headings]
    assert [problem.line for problem in other.diagnostics] == [problem.line + shift for problem in one.diagnostics]


@settings(max_examples=300)
@given(bodies)
def test_braces_and_tags_in_the_text_never_become_tokens(body: str) -> None:
    typed = f'{body}\n\n<mba-photo data-ref="0"></mba-photo> <a href="mba:0">x</a>'
    report = render(typed, path="x.md", first_line=1, key="x")
    check(*report.value, last_line=typed.count("\n") + 1)
    if "```" not in body and "~~~" not in body and "`" not in body:
        assert has_errors(report.diagnostics)
