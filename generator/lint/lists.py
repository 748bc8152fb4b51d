"""The lists of words beside this module -> sets to look words up in."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

LISTS = Path(__file__).with_name("woordenlijsten.toml")


@cache
def _lists() -> Mapping[str, Any]:
    return tomllib.loads(LISTS.read_text(encoding="utf-8"))


def word_list(name: str) -> frozenset[str]:
    """Give the words of one list."""
    return frozenset(str(_lists()[name]).split())


def language_words() -> dict[str, frozenset[str]]:
    """Give the small words of each other language."""
    return {language: frozenset(words.split()) for language, words in _lists()["talen"].items()}
