"""Every example of every component of the theme renders as its golden says: `pytest --update-goldens` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.component import Component
from generator.model.theme import ThemeFiles
from generator.parse import parse_components
from generator.render import Renderer
from generator.render.guide import render_example
from tests.unit.examples import theme

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "themes" / "mba"
GOLDENS = Path(__file__).resolve().parent / "goldens" / "components"


def theme_files() -> ThemeFiles:
    paths = (path for path in sorted(THEME.rglob("*")) if path.is_file())
    return theme({path.relative_to(THEME).as_posix(): path.read_bytes() for path in paths}, "themes/mba")


FILES = theme_files()
COMPONENTS = parse_components(FILES)
NAMES = [component.name for component in COMPONENTS.value]


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(FILES, "", bodies=lambda _: "", photos=lambda _: b"")


def shown(renderer: Renderer, component: Component) -> str:
    template = f"components/{component.name}/{component.name}.html"
    parts = []
    for example in component.examples:
        html = render_example(
            renderer._environment, template, example.macro, example.args, lambda name: f"/assets/{name}"
        )
        parts.append(f"<!-- {example.title} -->\n{html.strip()}\n")
    return "\n".join(parts)


@pytest.mark.parametrize("component", COMPONENTS.value, ids=NAMES)
def test_every_example_looks_as_it_did(component: Component, renderer: Renderer, *, update_goldens: bool) -> None:
    golden = GOLDENS / f"{component.name}.html"
    found = shown(renderer, component)
    if update_goldens:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(found.encode())
    assert golden.exists(), f"write it with: pytest {Path(__file__).name} --update-goldens"
    assert found == golden.read_text(encoding="utf-8")


def test_what_components_say_of_themselves_can_be_read() -> None:
    assert COMPONENTS.diagnostics == ()


def test_every_component_says_what_it_is() -> None:
    assert sorted(path.name for path in (THEME / "components").iterdir() if path.is_dir()) == NAMES


def test_every_golden_is_used(*, update_goldens: bool) -> None:
    unused = [path for path in sorted(GOLDENS.iterdir()) if path.stem not in NAMES]
    if update_goldens:
        for path in unused:
            path.unlink()
        unused = []
    assert unused == []
