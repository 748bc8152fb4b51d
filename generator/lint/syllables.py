"""A Dutch word -> its number of syllables, near enough for a score over a whole text."""

from __future__ import annotations

import re

# Signs that sound as one: aai, eeu, ij ... A trema begins a syllable of its own, so it is in none of them.
_NUCLEUS = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|eu|ei|ij|oe|ou|au|ui|ai|oi|(?<![aeiou])y(?![aeiou])"
    r"|[aeiouáéíóúàèìòùâêîôûäëïöü]"
)
_MOST = 50_000


class SyllableCounter(dict[str, int]):
    """The number of syllables of words in small letters; a word that was counted is remembered."""

    def __missing__(self, word: str) -> int:
        """Count a word; one without vowels (`’t`, `km`) is spoken as one."""
        count = len(_NUCLEUS.findall(word)) or 1
        if len(self) < _MOST:
            self[word] = count
        return count


SYLLABLES = SyllableCounter()
