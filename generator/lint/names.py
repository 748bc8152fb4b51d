"""Names as people spell them -> the spelling that we agreed on, in content/namen.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.lint.remark import Remark, times
from generator.lint.text import WORD, Text

_ARTICLES = ("de ", "het ", "een ")


class Spellings:
    """The agreed spellings, ready to search with: `by_first` are all forms to look for, by their first word."""

    def __init__(self, spellings: Mapping[str, tuple[str, ...]]) -> None:
        self.preferred: dict[str, str] = {}
        self.exact = frozenset(spellings)
        for name, variants in spellings.items():
            loose = [name.replace("-", " ")] if "-" in name else [name.replace(" ", "-")] if " " in name else []
            for form in (name, *loose, *variants):
                self.preferred.setdefault(" ".join(form.lower().split()), name)
        self.firsts: frozenset[str] = frozenset()
        self.by_first: dict[str, list[str]] = {}
        for form in self.preferred:
            first = WORD.match(form)
            self.by_first.setdefault(first[0] if first else form, []).append(form)
        self.firsts = frozenset(self.by_first)

    def candidates(self, text: Text) -> list[str]:
        """Give the forms of which the first word occurs."""
        return [form for first in self.firsts & text.vocabulary for form in self.by_first[first]]


@lru_cache(maxsize=4)
def _spellings(rows: tuple[tuple[str, tuple[str, ...]], ...]) -> Spellings:
    return Spellings(dict(rows))


def check_names(
    text: Text, rows: tuple[tuple[str, tuple[str, ...]], ...], slogans: tuple[str, ...]
) -> Iterator[Remark]:
    """Compare names with the agreed spelling; each other spelling is told once, at its first place."""
    spellings = _spellings(rows)
    seen: dict[str, list[int]] = {}
    for form in spellings.candidates(text):
        for place in text.find(form):
            written = text.own[place : place + len(form)].replace("\n", " ")
            if written in spellings.exact or written.isupper() or _is_slogan(text, form, place, slogans):
                continue
            if written.islower() and written.startswith(_ARTICLES):
                continue  # "de lariks" is a tree as well
            seen.setdefault(written, []).append(place)
    for written, places in seen.items():
        name = spellings.preferred[written.lower()]
        if _capitalised_start(written, name, text, places[0]):
            continue
        message = f"'{written}' schrijven we als '{name}'{times(len(places))}"
        yield Remark("naam-anders", places[0], message, f"schrijf: {name}")


def _is_slogan(text: Text, form: str, place: int, slogans: tuple[str, ...]) -> bool:
    """Tell whether a name stands in a slogan, which is said as it is."""
    for slogan in slogans:
        within = slogan.find(form)
        if within >= 0 and text.flat.startswith(slogan, place - within):
            return True
    return False


def _capitalised_start(written: str, name: str, text: Text, place: int) -> bool:
    """A name that begins small gets a capital at the beginning of a sentence."""
    if not name[:1].islower() or written != name[:1].upper() + name[1:]:
        return False
    before = text.own[:place].rstrip(" \n“‘(")
    return not before or before[-1] in ".!?:…" or text.own[place - 1 : place] == "\n"
