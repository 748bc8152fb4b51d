"""The YAML file of a component -> what it is for, what it takes and how it looks, with values as they are meant."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import yaml

from generator.diagnostics import Diagnostic, Report, error
from generator.model.component import Component, Example
from generator.model.theme import ThemeFiles

CODE = "onderdeel-onjuist"
MAX_DEPTH = 12
MAX_VALUES = 20_000
REQUIRED = frozenset({"description", "params", "examples", "do", "dont"})
ALLOWED = REQUIRED | {"where", "macros"}
EXAMPLE_KEYS = frozenset({"title", "macro", "args"})
_FILE = re.compile(r"components/([a-z0-9-]+)/\1\.yaml")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TIP = "vergelijk met een ander onderdeel in de map components"


def parse_components(theme: ThemeFiles) -> Report[tuple[Component, ...]]:
    """Read what all components of a theme say of themselves, by name."""
    files = {match[1]: name for name in theme.files if (match := _FILE.fullmatch(name))}
    reports = [parse_component(theme.files[files[name]], f"{theme.folder}/{files[name]}") for name in sorted(files)]
    found = tuple(problem for report in reports for problem in report.diagnostics)
    return Report(tuple(report.value for report in reports if report.value), found)


@functools.lru_cache(maxsize=512)
def parse_component(data: bytes, path: str) -> Report[Component | None]:
    """Read one file; without a value it could not be understood."""
    try:
        value, lines = _read(data)
        check = _Check(path, lines)
        component = check.component(value)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        problem = error(path, mark.line + 1 if mark else 1, CODE, "dit bestand is geen YAML", _TIP)
        return Report(None, (problem,))
    except _WrongError as fault:
        return Report(None, (error(path, fault.line, CODE, str(fault), _TIP),))
    except (ValueError, RecursionError):
        return Report(None, (error(path, 1, CODE, "een waarde in dit bestand kan niet", _TIP),))
    return Report(component, tuple(check.found))


class _WrongError(Exception):
    """The file cannot be understood from this line on."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def _read(data: bytes) -> tuple[object, dict[str, int]]:
    """Give the values of a file, and the lines of its keys and of its examples."""
    loader = _LOADER(data)
    try:
        node = loader.get_single_node()
        lines: dict[str, int] = {}
        for key, child in node.value if isinstance(node, yaml.MappingNode) else ():
            lines[str(key.value)] = key.start_mark.line + 1
            if key.value == "examples" and isinstance(child, yaml.SequenceNode):
                lines |= {f"examples.{index}": row.start_mark.line + 1 for index, row in enumerate(child.value)}
        return (loader.construct_document(node) if node else None), lines
    finally:
        loader.dispose()


class _Check:
    """From plain values to a component, with all that is wrong."""

    def __init__(self, path: str, lines: dict[str, int]) -> None:
        self.path, self.lines = path, lines
        self.found: list[Diagnostic] = []
        self.name = PurePosixPath(path).stem

    def component(self, value: object) -> Component:
        if not isinstance(value, dict):
            raise _WrongError("hier horen sleutels met een waarde te staan")
        for key in sorted(map(str, value.keys() ^ (value.keys() & ALLOWED))):
            self._wrong(f"de sleutel '{key}' kennen we niet", key)
        if missing := sorted(REQUIRED - value.keys()):
            raise _WrongError(f"er ontbreekt: {', '.join(missing)}")
        params, examples = value["params"], value["examples"]
        if not isinstance(params, dict) or not all(isinstance(text, str) for text in params.values()):
            raise _WrongError("'params' hoort bij elke naam een uitleg te geven", self._line("params"))
        if not isinstance(examples, list) or not examples:
            raise _WrongError("'examples' hoort een lijst van voorbeelden te zijn", self._line("examples"))
        where = value.get("where")
        return Component(
            name=self.name,
            path=self.path,
            description=self._text(value["description"], "description"),
            params=tuple((str(name), text) for name, text in params.items()),
            examples=tuple(self._examples(examples)),
            do=self._texts(value["do"], "do"),
            dont=self._texts(value["dont"], "dont"),
            where=None if where is None else self._text(where, "where"),
            lines=self.lines,
        )

    def _examples(self, rows: list[object]) -> Iterator[Example]:
        for index, row in enumerate(rows):
            line = self._line(f"examples.{index}")
            if not isinstance(row, dict) or not {"title", "args"} <= row.keys() <= EXAMPLE_KEYS:
                raise _WrongError("een voorbeeld heeft 'title' en 'args', en misschien 'macro'", line)
            args = _plain(row["args"], [MAX_VALUES], 0)
            if not isinstance(args, dict):
                raise _WrongError("'args' hoort bij elke naam een waarde te geven", line)
            macro = row.get("macro") or self.name.replace("-", "_")
            yield Example(title=self._text(row["title"], f"examples.{index}"), macro=str(macro), args=args, line=line)

    def _text(self, value: object, key: str) -> str:
        if not isinstance(value, str) or not value.strip():
            raise _WrongError(f"'{key}' hoort een tekst te zijn", self._line(key))
        return value.strip()

    def _texts(self, value: object, key: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not value:
            raise _WrongError(f"'{key}' hoort een lijst van zinnen te zijn", self._line(key))
        return tuple(self._text(text, key) for text in value)

    def _wrong(self, message: str, key: str) -> None:
        self.found.append(error(self.path, self._line(key), CODE, message, _TIP))

    def _line(self, key: str) -> int:
        return self.lines.get(key, 1)


def _plain(value: object, left: list[int], depth: int) -> object:
    """Copy a value, lists as tuples; `left` bounds what aliases can multiply."""
    left[0] -= 1
    if left[0] < 0 or depth > MAX_DEPTH:
        raise _WrongError("de gegevens van een voorbeeld zijn te groot of te diep")
    if isinstance(value, dict):
        return {str(key): _plain(member, left, depth + 1) for key, member in value.items()}
    if isinstance(value, list):
        return tuple(_plain(member, left, depth + 1) for member in value)
    return value
