"""A component of the theme as its YAML file describes it: what it is for, what it takes, how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """One way to use a component; without `macro` the one that is named after the component."""

    title: str
    macro: str
    args: Mapping[str, object]
    line: int


@dataclass(frozen=True, slots=True)
class Component:
    """A component; `path` is its YAML file, `where` says where it can be seen when the guide cannot show it."""

    name: str
    path: str
    description: str
    params: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]
    do: tuple[str, ...]
    dont: tuple[str, ...]
    where: str | None = None
    lines: Mapping[str, int] | None = None
