from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parse.markdown import render
from generator.parse.markdown.typography import polished

WORDS = ("zo", "foto's", "'t", "'s", "'n", "'90", "Anna", "24", "dit", "é")
words = st.sampled_from(WORDS)


def quoted(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds("{}{}{}".format, st.sampled_from(['"']), inside, st.just('"'))


@given(st.lists(st.one_of(words, quoted(words), st.sampled_from(["--", "-", "...", "\n"])), max_size=12).map(" ".join))
def test_letters_and_numbers_never_change_and_nothing_straight_is_left(text: str) -> None:
    result = polished(text)
    assert re.findall(r"\w+", result) == re.findall(r"\w+", text)
    assert "'" not in result
    assert "..." not in result


@given(st.lists(st.one_of(st.just("woord"), quoted(st.just("woord"))), min_size=1, max_size=8).map(" ".join))
def test_double_quotes_come_in_pairs(text: str) -> None:
    assert re.sub(r"[^“”]", "", polished(text)) == "“”" * (text.count('"') // 2)


@given(st.text(alphabet="ab '\"-.\n…“”‘’(", max_size=40))
def test_twice_is_once(text: str) -> None:
    assert polished(polished(text)) == polished(text)


@pytest.mark.parametrize("mark", ["*{}*", "**{}**", "~~{}~~", "[{}](x)"])
@given(words.filter(str.isalpha))
def test_markup_makes_no_difference_to_quotes(mark: str, word: str) -> None:
    plain = render(f'"{word}" \'{word}\' ("{word}")', path="x", first_line=1, key="x").value[1].text
    inside = mark.format(word)
    outside = render(f'"{inside}" \'{inside}\' ("{inside}")', path="x", first_line=1, key="x").value[1].text
    around = " ".join([mark.format(f'"{word}"'), mark.format(f"'{word}'"), "(" + mark.format(f'"{word}"') + ")"])
    assert outside == plain
    assert render(around, path="x", first_line=1, key="x").value[1].text == plain
