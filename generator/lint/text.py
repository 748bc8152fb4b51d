"""A document and the blocks of its body -> one text that is cut into words and sentences once, for all rules.

The patterns that go over a whole text begin with one sign, or one of a set of signs: only then the search skips what
cannot begin a match. So here stands `[.!?][.!?]*` instead of `[.!?]+`, and what may not stand before comes behind.

Two versions of the text have the same length, so a place in one is a place in the other: `whole` is all that stands
there; in `own` what is not the writer's own choice of words (quotations, slogans in italics, code, addresses) is
covered by a sign that is no letter.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from generator.lint.lists import word_list
from generator.model.prose import Block, BlockKind, SpanKind

COVER = "\ufffc"
GAP = "\n\n"
# By the sign that opens it: a plain search for that sign is quick.
_QUOTATIONS = {
    "“": re.compile(r"“[^”\n]*(?:\n[^”\n]+)*”"),
    "„": re.compile(r"„[^”“\n]*[”“]"),
    "‘": re.compile(r"‘[^‘’\n]*(?:’\w[^‘’\n]*)*’(?!\w)"),
    '"': re.compile(r'"(?<!\w")[^"\n]+"(?!\w)'),
    "'": re.compile(r"'(?<!\w')[^'\n]*(?:'\w[^'\n]*)*'(?!\w)"),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|[#@]\w+", re.IGNORECASE)
# Ranges are tried far quicker than classes such as \w. Only used on small letters. It never has to give a letter back,
# so it (`++`, `*+`) does not remember where it could.
WORD = re.compile(r"[a-zß-öø-ɏ]++(?:[-'’][a-zß-öø-ɏ]++)*+")
NUMBER = re.compile(r"[0-9](?:[0-9 .-]*[0-9])?")
_DIGITS = "0123456789"
# A point ends a sentence unless a small letter follows; `’t` and `’s` begin one.
_END = re.compile(r"[.!?…][.!?…]*[”’\"')\]]*\s+(?=[^\sa-zà-öø-ÿ])")
# A point ends no sentence behind one of these, behind a letter alone (A. Jansen) or behind another point (o.a.).
_ABBREVIATED = word_list("met_een_punt")
# Most words that end a sentence do not end like one of these: then there is no need to look for where they begin.
_ABBREVIATED_ENDS = frozenset(word[-2:] for word in _ABBREVIATED)
# But these do, before a capital.
_ENDING = frozenset({"e.o", "e.d", "e.a", "p.m", "a.m"})
_LONGEST_ABBREVIATION = 8
# A sentence in `whole`: where it starts, where it ends, and its number of words. Bare, because of all that the coach
# makes there are most of these: a tuple with names takes three times as long to make.
Sentence = tuple[int, int, int]
_DASHES = frozenset("–—-&")
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_QUIET = frozenset({SpanKind.CODE, SpanKind.EMPHASIS})


class Text:
    """All blocks of a document as one text."""

    def __init__(self, blocks: Sequence[Block], fields: int = 0) -> None:
        """Take the blocks of a document, of which the first `fields` are of its front matter."""
        self.blocks = blocks
        self.starts: list[int] = []
        at = 0
        for block in blocks:
            self.starts.append(at)
            at += len(block.text) + len(GAP)
        self.body = self.starts[fields] if fields < len(blocks) else at
        self.covered: tuple[str, ...] = ()
        self.whole = GAP.join([block.text for block in blocks])
        self.own = self._covered()
        self.lower = self.own.lower()
        if len(self.lower) != len(self.own):  # a letter that is longer in small: keep the places equal
            self.lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in self.own)
        self.flat = self.lower.replace("\n", " ") if "\n" in self.lower else self.lower
        self.words = WORD.findall(self.lower)
        self.vocabulary = frozenset(self.words)

    def _covered(self) -> str:
        """Cover what the writer did not choose."""
        whole = self.whole
        places = [
            found.span() for sign, quoted in _QUOTATIONS.items() if sign in whole for found in quoted.finditer(whole)
        ]
        if "@" in whole or "#" in whole or "www." in whole or "://" in whole:
            places += [found.span() for found in _ADDRESS.finditer(whole)]
        for start, block in zip(self.starts, self.blocks, strict=True):
            if block.quoted:
                places.append((start, start + len(block.text)))
                continue
            for span in block.spans:
                if span.kind in _QUIET:
                    places.append((start + span.start, start + span.end))
        if not places:
            return whole
        places.sort()
        self.covered = tuple(whole[start:end] for start, end in places)
        parts: list[str] = []
        at = 0
        for start, end in places:
            if end > at:
                begin = max(start, at)
                parts += (whole[at:begin], COVER * (end - begin))
                at = end
        return "".join(parts) + whole[at:]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Cut the running text into sentences: headings and tables are none."""
        found: list[Sentence] = []
        for start, block in zip(self.starts, self.blocks, strict=True):
            if block.kind in _PROSE:
                _cut(block.text, start, found)
        return tuple(found)

    @property
    def body_sentences(self) -> tuple[Sentence, ...]:
        """Give the sentences without those of the front matter."""
        return tuple(sentence for sentence in self.sentences if sentence[0] >= self.body)

    @cached_property
    def numbers(self) -> tuple[re.Match[str], ...]:
        """Give everything that is written with digits."""
        # To look for ten signs is quicker than to look for one of ten, and many texts have none.
        if not any(digit in self.whole for digit in _DIGITS):
            return ()
        return tuple(NUMBER.finditer(self.whole))

    def block_at(self, place: int) -> Block:
        """Give the block that holds a place."""
        return self.blocks[bisect_right(self.starts, place) - 1]

    def in_link(self, place: int) -> bool:
        """Tell whether a place is in the text of a link."""
        block = self.block_at(place)
        within = place - self.starts[bisect_right(self.starts, place) - 1]
        return any(span.kind is SpanKind.LINK and span.start <= within < span.end for span in block.spans)

    def line(self, place: int) -> int:
        """Give the line in the file of a place."""
        at = bisect_right(self.starts, place) - 1
        start = self.starts[at]
        return self.blocks[at].line + self.whole.count("\n", start, place)

    def sentences_at(self, places: Iterable[int]) -> Iterator[Sentence]:
        """Give the sentences that hold these places, which are in order; each once."""
        starts = [start for start, _, _ in self.sentences]
        last = -1
        for place in places:
            at = bisect_right(starts, place) - 1
            if at > last and place < self.sentences[at][1]:
                last = at
                yield self.sentences[at]

    def find(self, phrase: str) -> Iterator[int]:
        """Find a word or phrase in small letters among the writer's own words: only whole, with any white space."""
        flat = self.flat
        at = flat.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not _continues(flat, at, end):
                yield at
            at = flat.find(phrase, end)


def _continues(text: str, start: int, end: int) -> bool:
    """Tell whether a word goes on before `start` or after `end`."""
    before = text[start - 1] if start else " "
    if before.isalnum() or (before == "-" and start > 1 and text[start - 2].isalnum()):
        return True
    after = text[end] if end < len(text) else " "
    return after.isalnum() or (after == "-" and text[end + 1 : end + 2].isalnum())


def _cut(text: str, start: int, found: list[Sentence]) -> None:
    """Add the sentences of a block that starts at `start`."""
    # Where words are one space apart, counting spaces is enough; the last word of a text has none after it.
    simple = "  " not in text and "–" not in text and "- " not in text
    spaced = text.replace("\n", " ")
    at = 0
    for mark in _END.finditer(text):
        stop, end = mark.span()
        if text[stop] == "." and _is_abbreviated(text, stop, text[end]):
            continue
        words = spaced.count(" ", at, end) if simple else _count_words(text, at, end)
        found.append((start + at, start + end, words))
        at = end
    if text:
        words = spaced.count(" ", at) + 1 if simple else _count_words(text, at, len(text))
        found.append((start + at, start + len(text), words))


def _count_words(text: str, start: int, end: int) -> int:
    """Count words where white space may be wider; a dash between words is none."""
    return sum(word not in _DASHES for word in text[start:end].split())


def _is_abbreviated(text: str, end: int, following: str) -> bool:
    """Tell whether the point at `end` belongs to an abbreviation."""
    begin = end - _LONGEST_ABBREVIATION if end > _LONGEST_ABBREVIATION else 0
    tail = text[begin:end]
    last = tail[-2:]
    if last.isalpha() and len(tail) > 1 and last.lower() not in _ABBREVIATED_ENDS and "." not in tail:
        return False
    space = tail.rfind(" ")
    if space < 0 and begin and "\n" not in tail:
        return False
    word = tail[space + 1 :].rpartition("\n")[2].lstrip("(“‘\"'")
    if "." in word:
        return not (following.isupper() and word in _ENDING)
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper())
