"""One document and the blocks of its body -> what the coach says of it, and how it reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, warning
from generator.lint.abbreviations import check_abbreviations
from generator.lint.doubles import check_doubles
from generator.lint.fields import contact_addresses, field_blocks
from generator.lint.hard_words import check_hard_words
from generator.lint.languages import check_languages
from generator.lint.lengths import check_lengths
from generator.lint.names import check_names
from generator.lint.privacy import check_children, check_contacts, check_numbers, is_home_mail
from generator.lint.remark import Remark
from generator.lint.sentences import check_length, check_nouns, check_passive, check_score, measure
from generator.lint.structure import check_links, check_photos, check_structure, says_nothing
from generator.lint.text import Text
from generator.lint.voice import capital_words, check_address, check_capitals, check_marks, check_opening
from generator.model.coach import CoachSettings
from generator.model.document import Document
from generator.model.prose import Block, Coached, Readability
from generator.model.shared import PhotoRegister

DUTCH = "nl"


def coach(document: Document, blocks: Sequence[Block], settings: CoachSettings) -> Coached:
    """Read one document; nothing but these three has a say in what is found."""
    fields = field_blocks(document)
    text = Text((*fields, *blocks), len(fields))
    dutch = document.common.language.partition("-")[0] == DUTCH
    readability = measure(text) if dutch else Readability()
    off = {*settings.disabled, *document.common.disabled_rules}
    remarks = [remark for remark in _remarks(text, settings, readability, dutch=dutch) if remark.code not in off]
    path = document.path
    found = [warning(path, text.line(at), code, message, tip) for code, at, message, tip in remarks]
    found += [problem for problem in _of_keys(document) if problem.code not in off]
    return Coached(tuple(found), readability)


def _remarks(text: Text, settings: CoachSettings, readability: Readability, *, dutch: bool) -> Iterator[Remark]:
    if dutch:
        known = frozenset(settings.known)
        capitals = capital_words(text)
        yield from check_names(text, tuple(settings.spellings.items()), settings.slogans)
        yield from check_address(text)
        yield from check_capitals(capitals, known)
        yield from check_opening(text)
        yield from check_length(text)
        yield from check_score(readability)
        yield from check_hard_words(text)
        yield from check_passive(text)
        yield from check_nouns(text)
        yield from check_doubles(text)
        yield from check_abbreviations(text, capitals, known)
        yield from check_languages(text)
    yield from check_marks(text)
    yield from check_links(text)
    yield from check_structure(text)
    yield from check_contacts(text)
    yield from check_numbers(text)
    yield from check_children(text)


def _of_keys(document: Document) -> Iterator[Diagnostic]:
    """Look at keys that are no running text, and at the photos of the body."""
    yield from check_lengths(document)
    for line, alt in check_photos(document.body.refs):
        yield _empty_alt(document.path, line, alt)
    for key, address in contact_addresses(document):
        if is_home_mail(address):
            message = f"'{address}' is misschien het mailadres van iemand zelf"
            tip = "gebruik het adres van een organisatie; kan dat niet, zet dan: coach_uit: [email-prive]"
            yield warning(document.path, document.line(key), "email-prive", message, tip)


def coach_photo(register: PhotoRegister, settings: CoachSettings) -> tuple[Diagnostic, ...]:
    """Look at the description of a photo in its register."""
    if "alt-zegt-niets" in settings.disabled or not says_nothing(register.alt, register.path):
        return ()
    return (_empty_alt(f"{register.path}.yaml", register.lines.get("alt", 1), register.alt),)


def _empty_alt(file: str, line: int, alt: str) -> Diagnostic:
    tip = "beschrijf in een zin wat er te zien is: Drie buren planten een boom op het plein."
    return warning(file, line, "alt-zegt-niets", f"de beschrijving '{alt[:60]}' zegt niet wat er op de foto staat", tip)
