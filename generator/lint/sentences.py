"""Sentences -> which are long, passive or stiff, and how the whole reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.lists import word_list
from generator.lint.remark import Remark
from generator.lint.syllables import SYLLABLES
from generator.lint.text import COVER, Text
from generator.model.prose import Readability

MOST_WORDS = 20
MANY_WORDS = 15
ENOUGH_WORDS = 60
HARD_SCORE = 40.0


def measure(text: Text) -> Readability:
    """Count words, sentences and syllables of the running text."""
    sentences = text.sentences
    if not sentences:
        return Readability()
    counts = [count for _, _, count in sentences]
    words, longest = sum(counts), max(counts)
    return Readability(
        words=words,
        sentences=len(sentences),
        syllables=_syllables(text.words, words),
        longest=longest,
        longest_line=text.line(sentences[counts.index(longest)][0]),
        long=tuple([text.line(start) for start, _, count in sentences if MANY_WORDS < count <= MOST_WORDS]),
    )


def _syllables(words: list[str], count: int) -> int:
    """Count the syllables of the running text: those of all words, scaled to the `count` of words in sentences."""
    if not words:
        return 0
    return round(sum(map(SYLLABLES.__getitem__, words)) * count / len(words))


def check_length(text: Text) -> Iterator[Remark]:
    """Find sentences of more than twenty words; what somebody else said stays as it was said."""
    for start, end, count in text.sentences:
        if count > MOST_WORDS and not _is_quotation(text, start, end):
            message = f"deze zin heeft {count} woorden"
            yield Remark("lange-zin", start, message, "maak er twee of drie zinnen van, of een lijst")


def _is_quotation(text: Text, start: int, end: int) -> bool:
    return text.own.count(COVER, start, end) * 2 > end - start


def check_score(readability: Readability) -> Iterator[Remark]:
    """Give the score of a text that is long enough to have one, when it is low."""
    score = readability.flesch_douma
    if score is None or readability.words < ENOUGH_WORDS or score >= HARD_SCORE:
        return
    message = (
        f"deze tekst is pittig: leesscore {max(round(score), 0)} van 100, met {readability.mean:.0f} woorden per zin; "
        "een hint, geen keurmerk"
    )
    yield Remark("leesscore", 0, message, "korte zinnen en korte woorden helpen; vanaf 60 leest een tekst vlot")


# ---------------------------------------------------------------------------------------------------------- passive

_HELPERS = frozenset({"wordt", "worden", "werd", "werden"})
_APART = (
    "aan|achter|af|bekend|bij|bloot|deel|dicht|door|goed|in|klaar|los|mee|na|neer|om|onder|op|open|over|plaats|rond|samen|"
    "schoon|stil|terug|toe|uit|vast|voor|vol|weg|weer"
)
_NO_PARTICIPLES = (
    "gebied|gebieden|gebouwen|gebroeders|gedicht|gedichten|geduld|gegevens|gehucht|geld|geleden|geluid|geluiden|gemeenten|"
    "gerecht|gerechten|geruchten|gesprekken|getallen|gevallen|gevecht|gevoelens|gewicht|gezicht|gezichten|gezinnen|"
    "gezond|gevolgen|bedrijfspand|bericht|beeld|beleid|bezit|bestand|berst|best|beurt|bord|verband|verkeerd|verschillend|"
    "verdriet|verstand|ernst|eerst|ergernissen|herfst|hert|ontbijt|bekend|beroemd|bereid|verkouden|gewend|gerust|gezien"
)
_STRONG = (
    "begonnen|behouden|bekeken|beschreven|besloten|besproken|betrokken|bewezen|ontvangen|ontworpen|herzien|herschreven|"
    "verboden|verbroken|vergeten|vergeven|verkozen|verloren|vernomen|verplaatst|verschenen|vervangen|verwezen|verzonden"
)
_PARTICIPLE = (
    rf"(?!(?:{_NO_PARTICIPLES})\b)(?:{_APART})?"
    rf"(?:ge\w{{2,}}(?:d|t|en)|(?:be|ver|ont|her|er)\w{{2,}}(?:d|t)|{_STRONG})\b"
)
_FORM = r"\b(?:wordt|worden|werd|werden)\b"
_BY = re.compile(
    rf"{_FORM}[^.!?]*?\bdoor\s[^.!?]*?\b{_PARTICIPLE}|\b{_PARTICIPLE}\s+(?:wordt|worden|werd|werden)\s+door\s"
    rf"|{_FORM}[^.!?]*?\b{_PARTICIPLE}\s+door\s"
)
# In a story of what was ("er werd gedanst") it is natural.
_THERE = re.compile(
    rf"\ber\s+(?:wordt|worden)\b[^.!?]*?\b{_PARTICIPLE}|\b(?:wordt|worden)\s+er\b[^.!?]*?\b{_PARTICIPLE}"
)
_MODAL = re.compile(
    rf"\b(?:zal|zullen|kan|kunnen|kon|konden|moet|moeten|moest|dient|dienen|mag|mogen)\b[^.!?,;]*?"
    rf"\b(?:{_PARTICIPLE}\s+(?:te\s+)?worden|(?:te\s+)?worden\s+{_PARTICIPLE})"
)
_ANY = re.compile(rf"{_FORM}[^.!?,;]*?\b{_PARTICIPLE}|\b{_PARTICIPLE}\s+(?:te\s+)?(?:wordt|worden|werd|werden)\b")
SHARE = 4
"""One sentence in so many may be passive."""
FEW = 2


def check_passive(text: Text) -> Iterator[Remark]:
    """Find sentences that hide who does something, and texts in which there are many."""
    if not _HELPERS & text.vocabulary:
        return
    places = sorted(place for helper in _HELPERS & text.vocabulary for place in text.find(helper))
    passive: list[int] = []
    blunt: list[int] = []
    now: list[int] = []
    for start, end, _ in text.sentences_at(places):
        sentence = text.flat[start:end]
        if _ANY.search(sentence):
            passive.append(start)
            if "word" in sentence:
                now.append(start)
            if _BY.search(sentence) or _THERE.search(sentence) or _MODAL.search(sentence):
                blunt.append(start)
    many = len(passive) > FEW and len(passive) * SHARE > len(text.sentences)
    few = len(text.body_sentences) <= FEW and len(now) >= len(text.body_sentences)
    tip = "zeg wie het doet: niet 'de bomen worden geplant', en wel 'de gemeente plant de bomen'"
    if many:
        message = f"{len(passive)} van de {len(text.sentences)} zinnen zeggen niet direct wie iets doet (wordt, werd)"
        yield Remark("lijdende-vorm", passive[0], message, tip)
    elif blunt or (few and now):
        place = (blunt or now)[0]
        message = "deze zin zegt niet direct wie iets doet (wordt, werd)"
        if len(blunt) > 1:
            message = f"{len(blunt)} zinnen zeggen niet direct wie iets doet (wordt, werd); dit is de eerste"
        yield Remark("lijdende-vorm", place, message, tip)


# ------------------------------------------------------------------------------------------------------ stiff nouns

_NOUNS = re.compile(r"het(?<!\whet)\s+(\w{2,}(?:en|gaan|staan|zien|doen))\s+van\b")
_REAL_NOUNS = word_list("gewone_naamwoorden")
STIFF = 2


def check_nouns(text: Text) -> Iterator[Remark]:
    """Find sentences with more than one `het planten van`."""
    if text.flat.count("en van ") < STIFF:
        return
    stiff = [found for found in _NOUNS.finditer(text.flat) if found[1] not in _REAL_NOUNS]
    for start, end, _ in text.sentences_at(found.start() for found in stiff):
        words = [found[1] for found in stiff if start <= found.start() < end]
        if len(words) >= STIFF:
            message = f"deze zin is stijf: {' en '.join(f'het {word} van' for word in words[:STIFF])}"
            yield Remark("naamwoordstijl", start, message, f"gebruik werkwoorden: wie gaat er {words[0]}?")
