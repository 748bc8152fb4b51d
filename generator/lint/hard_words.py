"""The list of hard words, with their inflections -> an everyday word for each that a text uses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from generator.lint.remark import Remark, times
from generator.lint.text import WORD, Text

LIST = Path(__file__).with_name("moeilijke-woorden.toml")
_UNPREFIXED = ("be", "ge", "ver", "her", "ont", "er")
_ENDINGS = {
    "ief": "ieve",
    "iek": "ieke",
    "eel": "ele",
    "aal": "ale",
    "air": "aire",
    "baar": "bare",
    "isch": "ische",
    "am": "ame",
}
_PLURALS = {"teit": "teiten", "heid": "heden", "eit": "eiten", "ie": "ieën", "iteit": "iteiten", "aak": "aken"}
_SHORTEST_HEAD = 8
"""A compound counts when it begins or ends with a hard word of at least this length."""
_LONG_WORD = _SHORTEST_HEAD + 3


@dataclass(frozen=True, slots=True)
class HardWords:
    """The list, ready to search with.

    `forms` gives for each form of a word its entry; `phrases` the same by the longest word of a phrase, which is rarer
    than its first one, with all its words; `heads` are what a compound can begin or end with; `entries` is what to
    say instead.
    """

    entries: Mapping[str, str]
    forms: Mapping[str, str]
    words: frozenset[str]
    keys: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, str, frozenset[str]], ...]]
    heads: frozenset[str]


@cache
def hard_words() -> HardWords:
    """Read the list."""
    data = tomllib.loads(LIST.read_text(encoding="utf-8"))
    more: Mapping[str, list[str]] = data["vormen"]
    entries: dict[str, str] = {}
    forms: dict[str, str] = {}
    for group, inflect in (("werkwoorden", _verb), ("naamwoorden", _noun), ("bijwoorden", _adjective)):
        for word, plain in data[group].items():
            entries[word] = plain
            for form in (*inflect(word), *more.get(word, ())):
                forms.setdefault(form, word)
    for phrase, plain in data["uitdrukkingen"].items():
        entries[phrase] = plain
        forms.setdefault(phrase, phrase)
    phrases: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for form in [form for form in forms if not WORD.fullmatch(form)]:
        parts = WORD.findall(form)
        phrases.setdefault(max(parts, key=len), []).append((form, forms.pop(form), frozenset(parts)))
    heads = frozenset(word for word in data["naamwoorden"] if len(word) >= _SHORTEST_HEAD)
    return HardWords(
        entries=entries,
        forms=forms,
        words=frozenset(forms),
        keys=frozenset(phrases),
        phrases={key: tuple(rows) for key, rows in phrases.items()},
        heads=heads,
    )


def _verb(word: str) -> tuple[str, ...]:
    """Give the forms of a verb; those of other verbs than the ones on -eren are in the list itself."""
    if not word.endswith(("eren", "ëren")):
        return (word,)
    stem = word[:-4] + word[-4] + word[-4].replace("ë", "e") + "r"  # faciliteren -> faciliteer
    if word.startswith(_UNPREFIXED):
        done = f"{stem}d"
    elif word[0] in "eiu":
        done = f"ge{ {'e': 'ë', 'i': 'ï', 'u': 'ü'}[word[0]] }{stem[1:]}d"
    else:
        done = f"ge{stem}d"
    return (word, stem, f"{stem}t", f"{stem}de", f"{stem}den", done, f"{done}e", f"{word}d", f"{word}de")


def _noun(word: str) -> tuple[str, ...]:
    more = [word + plural for plural in ("s", "n", "en", "’s", "'s")]
    more += [word[: -len(end)] + plural for end, plural in _PLURALS.items() if word.endswith(end)]
    return (word, *more)


def _adjective(word: str) -> tuple[str, ...]:
    more = [word[: -len(end)] + long for end, long in _ENDINGS.items() if word.endswith(end)]
    return (word, f"{word}e", *more)


def check_hard_words(text: Text) -> Iterator[Remark]:
    """Find hard words; each is told once, at its first place."""
    words = hard_words()
    forms = {form: words.forms[form] for form in text.vocabulary & words.words}
    for key in text.vocabulary & words.keys:
        forms |= {form: entry for form, entry, parts in words.phrases[key] if parts <= text.vocabulary}
    for word in text.vocabulary:
        if len(word) > _LONG_WORD:
            head = _hard_head(word)
            if head:
                forms[word] = head
    places: dict[str, list[int]] = {}
    for form, entry in forms.items():
        for place in text.find(form):
            if not _is_name(text.own, place) and not text.own.startswith(" (", place + len(form)):
                places.setdefault(entry, []).append(place)
    for entry, where in places.items():
        first = min(where)
        form = max(
            (form for form, meant in forms.items() if meant == entry and text.flat.startswith(form, first)), key=len
        )
        message = f"'{form}' is een moeilijk woord{times(len(where))}"
        yield Remark("moeilijk-woord", first, message, f"gewoner is: {words.entries[entry]}")


@lru_cache(maxsize=20_000)
def _hard_head(word: str) -> str | None:
    """Give the hard word that a compound ends with, the shortest, or else begins with, the longest."""
    words = hard_words()
    if word in words.words:
        return None
    tails = [word[begin:] for begin in range(len(word) - _SHORTEST_HEAD, 2, -1)]
    starts = [word[:end] for end in range(len(word) - 3, _SHORTEST_HEAD - 1, -1)]
    return next((part for part in (*tails, *starts) if part in words.heads), None)


def _is_name(text: str, place: int) -> bool:
    """Tell whether a word is part of a name: it has a capital within a sentence."""
    if not text[place].isupper():
        return False
    before = text[:place].rstrip(" ")
    return bool(before) and before[-1] not in ".!?…:\n“‘\"'(•|"
