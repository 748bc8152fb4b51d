"""Help for writers in their editor: schemas in the cache, and settings and snippets that are checked in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.build.editor import as_json, extensions, names_of, settings, snippets, tasks, write_schemas
from generator.build.front import make_front
from generator.cache import Cache
from generator.diagnostics import error, warning
from generator.model.document import Kind
from generator.model.shortcodes import SHORTCODES, Shortcode
from generator.model.site import Site
from generator.parse import parse_document
from tests.harness import SMALL, STORY, TinySite, silent

ROOT = Path(__file__).parents[3]
WIJKEN = sorted(path.stem for path in (ROOT / "content" / "wijken").glob("*.md"))
CHECKED_IN: dict[str, Callable[[], Mapping[str, object]]] = {
    "settings.json": settings,
    "extensions.json": extensions,
    "tasks.json": tasks,
    "mba.code-snippets": lambda: snippets(WIJKEN),
}
SHARED = {
    "content/themas.yaml": "groen: {naam: Groen}\n",
    "content/organisaties.yaml": "actium: {naam: Actium}\n",
    "content/loketten.yaml": "stila: {naam: STILA, omschrijving: Voor geld., waarvoor: [Ik zoek geld.]}\n",
}


def site_of(tiny: TinySite) -> Site:
    """Assemble a tiny site."""
    cache = Cache(tiny.root)
    try:
        return make_front(tiny.options(), cache, silent).site
    finally:
        cache.close()


def read(root: Path, name: str) -> dict[str, object]:
    """Read a schema that was written."""
    schema: dict[str, object] = json.loads((root / ".cache" / "schemas" / name).read_text(encoding="utf-8"))
    return schema


def test_the_schemas_lie_in_the_cache_beside_site_yaml(tmp_path: Path) -> None:
    tiny = TinySite(tmp_path / "site")
    write_schemas(tiny.root, site_of(tiny))
    assert '"peelo"' in json.dumps(read(tiny.root, "verhaal.json"))
    assert {path.suffix for path in (tiny.root / ".cache" / "schemas").iterdir()} == {".json"}


def test_names_are_those_of_pieces_and_shared_data(tmp_path: Path) -> None:
    names = names_of(site_of(TinySite(tmp_path / "site", SMALL | SHARED)))
    assert names == {
        "wijken": ("peelo",),
        "projecten": (),
        "verhalen": ("soep",),
        "themas": ("groen",),
        "organisaties": ("mba", "actium"),
        "loketten": ("stila",),
    }


def test_a_piece_that_is_not_shown_yet_can_be_mentioned(tmp_path: Path) -> None:
    files = {"content/verhalen/later.md": STORY.replace("titel:", "publiceren_op: 2030-01-01\ntitel:")}
    files["content/verhalen/kapot.md"] = "---\ntitel: [\n---\n"
    assert names_of(site_of(TinySite(tmp_path / "site", SMALL | files)))["verhalen"] == ("kapot", "later", "soep")


def test_only_a_schema_that_changed_is_written(tmp_path: Path) -> None:
    tiny = TinySite(tmp_path / "site", SMALL | SHARED)
    write_schemas(tiny.root, site_of(tiny))
    folder = tiny.root / ".cache" / "schemas"
    before = {path.name: path.stat().st_ino for path in folder.iterdir()}
    tiny.write("content/themas.yaml", "groen: {naam: Groen}\nfeest: {naam: Feest}\n")
    write_schemas(tiny.root, site_of(tiny))
    changed = {path.name for path in folder.iterdir() if path.stat().st_ino != before[path.name]}
    assert changed == {"verhaal.json", "oproep.json", "project.json", "activiteit.json"}


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    tiny = TinySite(tmp_path / "site")
    site = site_of(tiny)
    (tiny.root / ".cache" / "schemas").write_text("in de weg", encoding="utf-8")
    write_schemas(tiny.root, site)
    assert (tiny.root / ".cache" / "schemas").read_text(encoding="utf-8") == "in de weg"


@pytest.mark.parametrize("name", CHECKED_IN)
def test_what_is_checked_in_for_vs_code_is_what_the_generator_makes(name: str, *, update_goldens: bool) -> None:
    made = as_json(CHECKED_IN[name]())
    path = ROOT / ".vscode" / name
    if update_goldens:
        path.parent.mkdir(exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == made


def test_the_settings_name_every_schema_and_no_other(tmp_path: Path) -> None:
    tiny = TinySite(tmp_path / "site")
    write_schemas(tiny.root, site_of(tiny))
    named = settings()["yaml.schemas"]
    assert isinstance(named, dict)
    made = {f"./{path.relative_to(tiny.root).as_posix()}" for path in (tiny.root / ".cache" / "schemas").iterdir()}
    assert set(named) == made


def typed(body: object) -> str:
    """Type a snippet and accept every example in it."""
    text = "\n".join(body) if isinstance(body, list) else str(body)
    for name, value in {"CURRENT_YEAR": "2026", "CURRENT_MONTH": "11", "CURRENT_DATE": "23"}.items():
        text = text.replace(f"${name}", value)
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", r"\1", text)
    return re.sub(r"\\([$}\\])", r"\1", text).replace("$0", "Een eerste zin.")


def body_of(name: str) -> str:
    """Give what a snippet leaves in the text."""
    snippet = snippets(WIJKEN)[name]
    assert isinstance(snippet, dict)
    assert snippet["prefix"].startswith("mba-")
    return typed(snippet["body"])


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("ready", [False, True], ids=["draft", "ready"])
def test_a_new_piece_from_a_snippet_has_no_problems(kind: Kind, *, ready: bool) -> None:
    text = body_of(f"Nieuw: {kind.label}")
    text = text.replace("concept: ja\n", "") if ready else text
    path = "/".join(part for part in ("content", kind.value, "proef.md") if part)
    report = parse_document(path, "digest", f"{text}\n".encode())
    assert report.diagnostics == ()
    assert report.value.document is not None
    assert report.value.document.common.draft is not ready


@pytest.mark.parametrize("shortcode", SHORTCODES.values(), ids=SHORTCODES)
def test_a_shortcode_from_a_snippet_is_its_example(shortcode: Shortcode) -> None:
    typed_in = body_of(f"Kort: {shortcode.name}").removesuffix("Een eerste zin.")
    assert typed_in == shortcode.example.replace(" peelo ", f" {WIJKEN[0]} ")


def test_the_task_makes_a_problem_of_each_message_of_a_check() -> None:
    found = [
        error("content/verhalen/soep.md", 4, "onbekende-wijk", "'peeloo' is geen wijk: echt niet", "tip"),
        warning("content/één map/x.md", 12, "lange-zin", "deze zin heeft 24 woorden"),
    ]
    lines = [line for problem in found for line in str(problem).splitlines()]
    assert [problems_of(line) for line in lines] == [
        [("error", "content/verhalen/soep.md", "4", "onbekende-wijk", "'peeloo' is geen wijk: echt niet")],
        [],
        [("warning", "content/één map/x.md", "12", "lange-zin", "deze zin heeft 24 woorden")],
    ]


def problems_of(line: str) -> list[tuple[str, ...]]:
    """Read a line of a check as VS Code does."""
    (task,) = json.loads(as_json(tasks()))["tasks"]
    return [
        (matcher["severity"], *match.groups())
        for matcher in task["problemMatcher"]
        if (match := re.match(matcher["pattern"]["regexp"], line))
    ]
