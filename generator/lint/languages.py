"""Words of other languages -> passages that a screen reader would read aloud as if they were Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.lists import language_words, word_list
from generator.lint.remark import Remark
from generator.lint.text import WORD, Text

# Shared with Dutch: these count only beside others.
_SHARED = word_list("gedeeld_met_nederlands")
_WORDS = language_words()
_TELLING = {language: words - _SHARED for language, words in _WORDS.items()}
_ANY: frozenset[str] = frozenset().union(*_TELLING.values())
_SCRIPTS = {
    "Arabisch": re.compile(r"[\u0600-\u06ff]{2,}(?:\s+[\u0600-\u06ff]{2,}){2,}"),
    "cyrillisch": re.compile(r"[\u0400-\u04ff]{2,}(?:\s+[\u0400-\u04ff]+){2,}"),
    "Grieks": re.compile(r"[\u0370-\u03ff]{2,}(?:\s+[\u0370-\u03ff]+){2,}"),
    "Hebreeuws": re.compile(r"[\u0590-\u05ff]{2,}(?:\s+[\u0590-\u05ff]+){2,}"),
    "Tigrinya": re.compile(r"[\u1200-\u137f]{2,}(?:\s+[\u1200-\u137f]+){2,}"),
    "Chinees": re.compile(r"[\u4e00-\u9fff]{4,}"),
}
_FAR = r"[\u0370-\u1fff\u3040-\u9fff]"
_FAR_LETTERS = re.compile(rf"{_FAR}{_FAR}")
SHORTEST = 5
TELLING = 2
SHARE = 0.4
TIP = "zet dit stuk in een eigen bestand, met bovenaan de taal, zoals 'taal: en'; en maak er een link naar"


def check_languages(text: Text) -> Iterator[Remark]:
    """Find passages in another language, quotations included: who listens hears them too."""
    if _has_far_letters(text.whole):
        for language, script in _SCRIPTS.items():
            found = script.search(text.whole)
            if found:
                yield Remark("andere-taal", found.start(), f"dit stuk is in een andere taal ({language})", TIP)
    telling = _ANY & text.vocabulary
    if text.covered:
        telling |= _ANY.intersection(WORD.findall(" ".join(text.covered).lower()))
    if len(telling) < TELLING:
        return
    for start, end, count in text.sentences:
        if count >= SHORTEST:
            other = _language(WORD.findall(text.whole[start:end].lower()))
            if other:
                yield Remark("andere-taal", start, f"deze zin is in een andere taal ({other})", TIP)
                return


def _has_far_letters(text: str) -> bool:
    try:
        text.encode("cp1252")  # has none of them, and holds most texts: quicker than to look at each letter
    except UnicodeEncodeError:
        return _FAR_LETTERS.search(text) is not None
    return False


def _language(words: list[str]) -> str | None:
    present = frozenset(words)
    if len(_ANY & present) < TELLING:
        return None
    for language, small in _WORDS.items():
        if len(_TELLING[language] & present) >= TELLING and sum(word in small for word in words) >= SHARE * len(words):
            return language
    return None
