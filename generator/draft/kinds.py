"""The word that somebody types for a kind of piece -> the kind."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import nearest
from generator.model.document import Kind
from generator.parse import slugify

_PLURALS: Mapping[Kind, tuple[str, ...]] = {
    Kind.STORY: ("verhalen",),
    Kind.CALL: ("oproepen",),
    Kind.EVENT: ("activiteiten", "agenda"),
    Kind.PROJECT: ("projecten",),
    Kind.PAGE: ("paginas",),
    Kind.WIJK: ("wijken",),
}
_WORDS: Mapping[str, Kind] = {word: kind for kind, plurals in _PLURALS.items() for word in (kind.label, *plurals)}
LABELS = tuple(kind.label for kind in _PLURALS)


def read_kind(word: str) -> Kind | None:
    """Read `verhaal`, `Verhalen`, `pagina's`, `agenda` ...; None for another word."""
    return _WORDS.get(slugify(word))


def meant_kind(word: str) -> str | None:
    """Give the label of the kind that was probably meant."""
    meant = nearest(word, _WORDS)
    return _WORDS[meant].label if meant else None
