"""Words and phrases that say one thing twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import contains

from generator.lint.lists import word_list
from generator.lint.remark import Remark
from generator.lint.text import WORD, Text

# Right in a sentence ("als je je best doet"), or said twice on purpose.
_MAY_REPEAT = word_list("mag_twee_keer")
_TAILS = word_list("geen_staart")
_SHORTEST_TAIL = 4
_SHORTEST_STEM = 3
_PLEONASMS = (
    "gratis en voor niets",
    "enkel en alleen",
    "weer opnieuw",
    "nogmaals herhalen",
    "vooraf reserveren",
    "reeds al",
    "ook eveneens",
    "verplicht moeten",
    "moeten verplicht",
    "moet verplicht",
    "meest optimale",
    "tijdsduur",
    "samen gezamenlijk",
    "gezamenlijk samen",
    "maar echter",
    "doch echter",
    "zoals bijvoorbeeld",
    "bijvoorbeeld zoals",
    "bovendien ook",
    "mogelijk misschien",
    "kan mogelijk",
    "kunnen mogelijk",
    "nieuwe innovatie",
    "nieuwe vernieuwing",
    "pin-code",
)
_WORDS_OF = {phrase: frozenset(WORD.findall(phrase)) for phrase in _PLEONASMS}


def check_doubles(text: Text) -> Iterator[Remark]:
    """Find a word that stands there twice, also as the tail of the word before it, and phrases that repeat."""
    words = text.words
    # Few words contain the next one, and that is told quicker than whether they end with it.
    for at in compress(count(), map(contains, words, words[1:])):
        if words[at].endswith(words[at + 1]):
            yield from _pair(text, words[at], words[at + 1])
    for phrase, parts in _WORDS_OF.items():
        if parts <= text.vocabulary:
            for place in text.find(phrase):
                yield Remark("dubbel-woord", place, f"'{phrase}' zegt twee keer hetzelfde", "zeg het één keer")


def _pair(text: Text, word: str, other: str) -> Iterator[Remark]:
    if word == other:
        if word in _MAY_REPEAT or len(word) == 1:
            return
        message, tip = f"hier staat twee keer '{word}' achter elkaar", f"haal een keer '{word}' weg"
    elif len(other) < _SHORTEST_TAIL or len(word) - len(other) < _SHORTEST_STEM or other in _TAILS:
        return
    else:
        message, tip = f"'{word} {other}' zegt twee keer '{other}'", f"schrijf alleen '{word}' of '{other}'"
    for place in text.find(f"{word} {other}"):
        yield Remark("dubbel-woord", place, message, tip)
        return
