"""A wrong value -> a problem with a code, a Dutch sentence and a tip, in the form that pydantic carries along."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pydantic_core import PydanticCustomError

KIND = "mba"


def problem(code: str, message: str, tip: str) -> PydanticCustomError:
    """Make the problem of one value; texts with braces stay texts."""
    return PydanticCustomError(KIND, "{message}", {"code": code, "message": message, "tip": tip})


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that somebody probably meant."""
    words = {option.casefold(): option for option in known}
    plain = word.casefold().replace(" ", "-").replace("_", "-")
    found = get_close_matches(plain[:100], words, n=1, cutoff=0.6)
    return words[found[0]] if found else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """Give a tip: the word that was probably meant, or all that are possible."""
    options = tuple(known)
    meant = nearest(word, options)
    return f"bedoel je '{meant}'?" if meant else f"kies uit: {', '.join(sorted(options))}"


def shorten(text: str, limit: int = 60) -> str:
    """Quote a value in a message without filling the screen."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1]}…"
