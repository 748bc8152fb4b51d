"""A declared model -> its keys in the order in which somebody fills them in, each with what it is and an example."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model.document import HEEL_ASSEN, Kind
from generator.parse.schema.kinds import (
    CallKeys,
    CommonKeys,
    EventKeys,
    PageKeys,
    ProjectKeys,
    StoryKeys,
    TitledKeys,
    WijkKeys,
)
from generator.parse.schema.samples import SAMPLES
from generator.parse.schema.shared import PhotoKeys

Names = Mapping[str, Sequence[str]]

_WORD = re.compile(r"[a-z0-9-]+")
KINDS: Mapping[Kind, type[CommonKeys]] = {
    Kind.STORY: StoryKeys,
    Kind.WIJK: WijkKeys,
    Kind.CALL: CallKeys,
    Kind.PROJECT: ProjectKeys,
    Kind.EVENT: EventKeys,
    Kind.PAGE: PageKeys,
}
REFERENCES: Mapping[str, str] = {
    "wijken": "wijken",
    "themas": "themas",
    "project": "projecten",
    "resultaat": "verhalen",
    "loket": "loketten",
    "afzender": "organisaties",
    "organisatie": "organisaties",
    "partners": "organisaties",
    "akkoord": "organisaties",
    "akkoord_vereist": "organisaties",
}
"""Which names a key can mention."""
_AS_GOOD_AS_NEEDED: Mapping[type[BaseModel], frozenset[str]] = {
    CallKeys: frozenset({"sluit_op"}),
    PhotoKeys: frozenset({"alt"}),
}
"""What only another key makes superfluous: `doorlopend`, `decoratief`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key: `says` is what it is, `options` what it can hold (nothing: anything), `example` a value as YAML.

    `many` is for a list; `names` are options that stand for something on the site.
    """

    key: str
    says: str
    needed: bool
    many: bool
    names: tuple[str, ...]
    options: tuple[str, ...]
    example: str


def outline(model: type[BaseModel], names: Names) -> tuple[Entry, ...]:
    """Give the keys of a model: what is needed first, its title before all, then its own, then what every kind has.

    `names` are those that the site knows, as `json_schemas` takes them.
    """
    needed = needed_keys(model)
    shared = TitledKeys.model_fields if issubclass(model, CommonKeys) else {}
    others = sorted((key for key in model.model_fields if key not in needed), key=lambda key: key in shared)
    return tuple(_entry(model, key, names, needed=key in needed) for key in (*needed, *others))


def _entry(model: type[BaseModel], key: str, names: Names, *, needed: bool) -> Entry:
    field, known = model.model_fields[key], tuple(known_names(key, names))
    options = choices(model, key) or known
    example = SAMPLES[key]
    if options and not set(_WORD.findall(example)) & set(options):
        example = _WORD.sub(options[0], example, count=1)
    many = get_origin(field.annotation) is list
    return Entry(key, field.description or "", needed, many, known, options, example)


def needed_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the keys that a piece cannot do without, its name first."""
    extra = _AS_GOOD_AS_NEEDED.get(model, frozenset())
    keys = [key for key, field in model.model_fields.items() if field.is_required() or key in extra]
    return tuple(sorted(keys, key=lambda key: key not in {"titel", "naam"}))


def choices(model: type[BaseModel], key: str) -> tuple[str, ...]:
    """Give the words that a key can hold, if it is a choice."""
    return _words(model.model_fields[key].annotation)


def _words(annotation: object) -> tuple[str, ...]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return tuple(map(str, arguments))
    if origin is Annotated:
        return _words(arguments[0])
    if origin in {Union, UnionType}:
        return next((words for option in arguments if (words := _words(option))), ())
    return ()


def known_names(key: str, names: Names) -> list[str]:
    """Give the names that a key can mention; none when the site knows none."""
    known = list(names.get(REFERENCES.get(key, ""), ()))
    return [*known, HEEL_ASSEN] if key == "wijken" and known and HEEL_ASSEN not in known else known
