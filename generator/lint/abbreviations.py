"""Abbreviations -> those that most people do not know, and that the text does not explain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.lists import word_list
from generator.lint.remark import Remark
from generator.lint.text import Text
from generator.lint.voice import is_shouted

# Everybody knows these, or knows them better than the words they stand for.
_KNOWN = word_list("bekende_afkortingen")
_WRITTEN_OUT = {
    "a.d.h.v.": "met",
    "a.s.": "aanstaande, of noem de datum",
    "a.u.b.": "alsjeblieft",
    "b.g.g.": "krijg je geen antwoord",
    "c.q.": "of",
    "d.d.": "van",
    "d.m.v.": "door, met",
    "e.e.a.": "alles",
    "i.c.m.": "samen met",
    "i.g.v.": "bij",
    "i.h.a.": "meestal",
    "i.h.b.": "vooral",
    "i.h.k.v.": "voor, bij",
    "i.o.m.": "samen met",
    "i.p.v.": "in plaats van",
    "i.s.m.": "samen met",
    "i.t.t.": "anders dan",
    "i.v.m.": "door, vanwege",
    "m.b.t.": "over",
    "m.b.v.": "met",
    "m.i.": "volgens mij",
    "m.i.v.": "vanaf",
    "m.n.": "vooral",
    "m.u.v.": "behalve",
    "n.a.v.": "door, na",
    "n.n.b.": "nog niet bekend",
    "n.v.t.": "geldt hier niet",
    "o.b.v.": "door, met",
    "o.g.v.": "door, volgens",
    "o.l.v.": "onder leiding van",
    "o.v.v.": "zet erbij",
    "t.a.v.": "over, voor",
    "t.b.v.": "voor",
    "t.g.v.": "door",
    "t.o.v.": "vergeleken met",
    "t.z.t.": "later",
    "v.a.": "vanaf",
    "v.w.b.": "over",
    "z.o.z.": "kijk op de achterkant",
    "z.s.m.": "snel",
}
_POINTED = re.compile(r"(?<![\w.])(?:[a-z]\.){2,4}(?!\w)")
_TWO_POINTS = re.compile(r"\.[a-z]\.")
_BARE = {form.replace(".", ""): form for form in _WRITTEN_OUT if len(form) > len("a.s.")}
_BARE_WORDS = frozenset(_BARE)
_NEAR = 90
_BEFORE = re.compile(
    r"(?:\w,?\s+\((?:de |het |kortweg |kort: |of |afgekort |hierna )*"
    r"|\b(?:heet|heten|genaamd|genoemd|noemen we|naam:|afgekort|kortweg|oftewel|ofwel|waar staat|letters)\s+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:staa[tn] voor|betekent|is de afkorting|is kort voor|heet voluit|is (?:een|het|de) )"
    r"|\s*\(|\s*[:=–]\s|,\s+(?:het|de|een)\s"
    r"|[^!?\n]{0,40}[.!?]\s+(?:Dat|Die|Deze|Dit) (?:is|zijn|betekent|staat)\b"
)
_MIXED_WORDS = frozenset({"wmo", "wlz", "zvw", "awb", "bbz", "wvg", "wgs"})
_MIXED = re.compile(r"\b(?:Wmo|Wlz|Zvw|Awb|Bbz|Wvg|Wgs)\b")
# With a name behind it, it is part of one: OBS De Lichtbaak.
_NAME = re.compile(r" [A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]|\*[A-Z]")
# Letters of a postcode (9401 JW) and of a bank in an account number (NL91 ABNA).
_IN_A_NUMBER = re.compile(r"(?:[1-9][0-9]{3}|\b[A-Z]{2}[0-9]{2}) ?$")


def check_abbreviations(text: Text, capitals: list[re.Match[str]], known: frozenset[str]) -> Iterator[Remark]:
    """Find abbreviations; each is told once, at its first place."""
    yield from _small(text)
    seen: set[str] = set()
    others = list(_MIXED.finditer(text.own)) if _MIXED_WORDS & text.vocabulary else []
    for found in (*capitals, *others):
        word = found[0]
        if word in seen or word in _KNOWN or word in known or is_shouted(word, known):
            continue
        seen.add(word)
        if not _is_explained(word, text) and not _NAME.match(text.own, found.end()):
            tip = f"schrijf het de eerste keer voluit, met de afkorting erachter: de hele naam ({word})"
            yield Remark("afkorting", found.start(), f"niet iedereen weet wat {word} is", tip)


def _small(text: Text) -> Iterator[Remark]:
    seen: set[str] = set()
    low = text.lower
    if _TWO_POINTS.search(low):
        for found in _POINTED.finditer(low):
            form = found[0]
            if form in _WRITTEN_OUT and form not in seen:
                seen.add(form)
                yield Remark(
                    "afkorting", found.start(), f"'{form}' is een afkorting", f"schrijf voluit: {_WRITTEN_OUT[form]}"
                )
    for word in sorted(_BARE_WORDS & text.vocabulary):
        plain = _WRITTEN_OUT[_BARE[word]]
        for place in text.find(word):
            yield Remark("afkorting", place, f"'{word}' is een afkorting", f"schrijf voluit: {plain}")
            break


def _is_explained(word: str, text: Text) -> bool:
    """Tell whether the text says somewhere what an abbreviation means, or leads to a page that does."""
    whole = text.whole
    for found in re.finditer(rf"\b{re.escape(word)}\b", whole):
        start, end = found.span()
        before = whole[max(0, start - _NEAR) : start]
        if _IN_A_NUMBER.search(before) or _BEFORE.search(before) or _AFTER.match(whole, end) or text.in_link(start):
            return True
    return False
