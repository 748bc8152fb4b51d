"""What an editor needs to help writers: schemas with the names of this site, and the settings of VS Code."""

from __future__ import annotations

import contextlib
import functools
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.cache import FOLDER
from generator.model.document import HEEL_ASSEN, Kind
from generator.model.shortcodes import SHORTCODES, Shortcode
from generator.model.site import Site
from generator.parse.schema.json_schema import json_schemas
from generator.parse.schema.outline import KINDS, Entry, outline

SCHEMAS = "schemas"
YAML_EXTENSION = "redhat.vscode-yaml"
MBA = "mba"
_PIECES: Mapping[str, Kind] = {"wijken": Kind.WIJK, "projecten": Kind.PROJECT, "verhalen": Kind.STORY}


def write_schemas(root: Path, site: Site) -> None:
    """Put the schemas in the cache beside site.yaml, where the editor reads them; only what changed is written.

    They are a help and no more: a folder that cannot be written stops nothing.
    """
    folder = root / FOLDER / SCHEMAS
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in _schema_texts(tuple(names_of(site).items())):
            _replace(folder / name, data)


@functools.lru_cache(maxsize=1)
def _schema_texts(names: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, bytes], ...]:
    """Make the schemas; names change seldom, and in a preview somebody waits."""
    return tuple((name, as_json(schema).encode()) for name, schema in json_schemas(dict(names)).items())


def _replace(path: Path, data: bytes) -> None:
    with contextlib.suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return
    temporary = path.with_name(f"{path.name}.new")
    temporary.write_bytes(data)
    temporary.replace(path)


def as_json(value: object) -> str:
    """Write JSON as people like to read it; the same value always gives the same text."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def names_of(site: Site) -> dict[str, tuple[str, ...]]:
    """Gather the names that front matter can mention, those of pieces that are not shown now included."""
    addresses = {item.address for item in site.items} | set(site.withheld)
    names = {group: _slugs(addresses, kind) for group, kind in _PIECES.items()}
    shared = site.shared
    return {
        **names,
        "themas": tuple(shared.themes),
        "organisaties": tuple(dict.fromkeys((MBA, *shared.organisations))),
        "loketten": tuple(shared.counters),
    }


def _slugs(addresses: set[str], kind: Kind) -> tuple[str, ...]:
    start = f"/{kind.value}/"
    return tuple(sorted(address[len(start) :].strip("/") for address in addresses if address.startswith(start)))


# ------------------------------------------------------------------------------------------ VS Code, checked in


def settings() -> dict[str, object]:
    """Make .vscode/settings.json: no taste, only what our files need."""
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[markdown]": {
            "editor.wordWrap": "on",
            "files.trimTrailingWhitespace": False,
            # No list pops up while somebody writes a sentence: 'mba-foto' and the Tab key, or Ctrl+space.
            "editor.quickSuggestions": {"other": "off", "comments": "off", "strings": "off"},
            "editor.tabCompletion": "onlySnippets",
            "editor.snippetSuggestions": "bottom",
            "editor.wordBasedSuggestions": "off",
        },
        "[yaml]": {
            "editor.wordWrap": "on",
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.wordBasedSuggestions": "off",
            "editor.unicodeHighlight.ambiguousCharacters": False,
        },
        "yaml.schemas": {f"./{FOLDER}/{SCHEMAS}/{name}.json": list(files) for name, files in _schema_files().items()},
        "yaml.yamlVersion": "1.2",
        "yaml.format.enable": False,
        "yaml.hoverSchemaSource": False,
        # Nothing is fetched and nothing is sent.
        "yaml.schemaStore.enable": False,
        "yaml.kubernetesCRDStore.enable": False,
        "yaml.extension.recommendations": False,
        "redhat.telemetry.enabled": False,
    }


def _schema_files() -> Mapping[str, Sequence[str]]:
    """Say which schema is for which files. Of Markdown it is the front matter, for a reader that hands it over."""
    kinds: dict[str, tuple[str, ...]] = {
        kind.label: (f"content/{kind.value}/**/*.md",) if kind.value else ("content/*.md", "content/*/index.md")
        for kind in Kind
    }
    shared = {name.removesuffix(".json"): (f"content/{name.removesuffix('.json')}.yaml",) for name in json_schemas({})}
    return shared | kinds | {"site": ("site.yaml",), "foto": ("content/**/*.*.yaml",)}


def extensions() -> dict[str, object]:
    """Make .vscode/extensions.json: what VS Code offers to install."""
    return {"recommendations": [YAML_EXTENSION]}


def tasks() -> dict[str, object]:
    """Make .vscode/tasks.json: a check whose messages become problems, at their line in the list below the text."""
    return {
        "version": "2.0.0",
        "tasks": [
            {
                "label": "Kijk alles na (mba check)",
                "detail": "Laat zien wat er nog mis is, met de regel erbij. Er wordt niets gepubliceerd.",
                "type": "process",
                "command": "${workspaceFolder}/.venv/bin/python",
                "windows": {"command": "${workspaceFolder}\\.venv\\Scripts\\python.exe"},
                "args": ["-m", "generator", "check"],
                "options": {"cwd": "${workspaceFolder}", "env": {"PYTHONUTF8": "1"}},
                "group": {"kind": "test", "isDefault": True},
                "presentation": {"reveal": "silent", "revealProblems": "onProblem", "clear": True},
                "problemMatcher": [_matcher(word, severity) for word, severity in _SEVERITIES.items()],
            }
        ],
    }


_SEVERITIES = {"fout": "error", "waarschuwing": "warning"}
"""VS Code knows the weight of a problem by its English name only."""


def _matcher(word: str, severity: str) -> dict[str, object]:
    """Read messages of one weight from the lines of a check."""
    return {
        "owner": f"mba-{word}",
        "source": "mba",
        "severity": severity,
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
            "regexp": rf"^(\S.*?):(\d+): {word}\[([a-z0-9-]+)\]: (.+)$",
            "file": 1,
            "line": 2,
            "code": 3,
            "message": 4,
        },
    }


def snippets(wijken: Sequence[str]) -> Mapping[str, object]:
    """Make .vscode/mba.code-snippets: the beginning of a piece of each kind, and each shortcode."""
    pieces: dict[str, object] = {f"Nieuw: {kind.label}": _piece(kind, wijken) for kind in Kind}
    return pieces | {f"Kort: {shortcode.name}": _shortcode(shortcode, wijken) for shortcode in SHORTCODES.values()}


_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_DAYS = {"datum": _TODAY, "begint": f"{_TODAY} 19:30", "sluit_op": "$CURRENT_YEAR-12-31"}


def _piece(kind: Kind, wijken: Sequence[str]) -> dict[str, object]:
    names = {"wijken": [HEEL_ASSEN, *wijken]}
    needed = [entry for entry in outline(KINDS[kind], names) if entry.needed]
    lines = [f"{entry.key}: {_value(number, entry)}" for number, entry in enumerate(needed, start=1)]
    return {
        "scope": "markdown",
        "prefix": f"mba-nieuw-{kind.label}",
        "description": f"Het begin van een {kind.label}. Haal 'concept: ja' weg als het klaar is.",
        "body": ["---", *lines, "concept: ja", "---", "", "$0"],
    }


def _value(number: int, entry: Entry) -> str:
    if entry.options:
        choice = _choice(number, entry.options)
        return f"[{choice}]" if entry.key == "wijken" else choice
    if entry.key in _DAYS:
        return f"${{{number}:{_DAYS[entry.key]}}}"
    group = re.fullmatch(r"\{(\w+): (.+)\}", entry.example)
    return f"{{{group[1]}: {_place(number, group[2])}}}" if group else _place(number, entry.example)


def _choice(number: int, options: Sequence[str]) -> str:
    return f"${{{number}|{','.join(options)}|}}"


def _place(number: int, text: str) -> str:
    """Make a place to fill in, with an example in it."""
    plain = re.sub(r"([$}\\])", r"\\\1", text)
    return f"${{{number}:{plain}}}"


def _shortcode(shortcode: Shortcode, wijken: Sequence[str]) -> dict[str, object]:
    """Make places to fill in of the values in the example."""
    count = 0

    def place(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        if found[1] is not None:
            return f'"{_place(count, found[1])}"'
        if shortcode.positional[count - 1 : count] == ("wijk",):
            return _choice(count, wijken)
        return _place(count, found[2])

    start = f"{{{{ {shortcode.name}"
    values = re.sub(r'"([^"]*)"|(?<= )([a-z0-9-]+)(?= )', place, shortcode.example.removeprefix(start))
    return {
        "scope": "markdown",
        "prefix": f"mba-{shortcode.name}",
        "description": shortcode.says,
        "body": f"{start}{values}$0",
    }
