"""Every reference, heading and problem knows its line: each is made with its own number in it, and looked up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.parse.markdown import render

_INLINE = (
    "[t@](t@)", "![t@](t@.jpg)", "**[t@](t@)**", "`code`", "<b@>", "woord", "[t@][r]", "[t@](t@ \"titel\")", "[^1]",
    '"[t@](t@)"', "www.t@.nl", "t@@x.nl", "<https://t@.nl>", "\\", "[los", "los]", "é&amp;",
)  # fmt: skip
_START = ("", "", "- ", "  - ", "    - ", "1. ", "> ", "> - ", "- > ", "    ", "\t", "| ", "[^1]: ", "  ", ">> ", "1) > * ")
_ALONE = ('{{ foto "t@.jpg" }}', "# t@", "- ## t@", "> ### t@", "", "", "---", "[r]: ergens", "| a | b |\n|---|---|", "<br>")

numbered = st.one_of(
    st.sampled_from(_ALONE),
    st.builds(
        lambda start, parts: start + " ".join(parts), st.sampled_from(_START), st.lists(st.sampled_from(_INLINE), max_size=4)
    ),
)


def with_numbers(lines: list[str]) -> list[str]:
    """Give every @ the number of its line."""
    return [line.replace("@@", f"{at}@").replace("@", str(at), 1 if "@@" in line else -1) if False else line for at, line in enumerate(lines)]
