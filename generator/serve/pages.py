"""An address and the last build -> the page to show there, before it is dressed; and what its script asks about it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from generator.diagnostics import Severity
from generator.render import OwnPages
from generator.serve.builder import Built
from generator.serve.desk import make_desk
from generator.serve.dressing import version_of
from generator.serve.files import INDEX, NOT_FOUND, file_path, read_file
from generator.serve.problems import Places, as_json, describe, errors
from generator.serve.ribbons import marks, ribbons

DESK = "/_redactie/"
OWN = ("redactie.html", "begin.html", "probleem.html")
MOST_ERRORS = 40
MOST_WARNINGS = 20
_GONE = '<aside class="mba-lint mba-lint--weg" aria-label="Voorbeeld"><span>Dit adres is er niet (meer)</span></aside>'


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as text with its status; `path` is that of its file, if it has one."""

    status: int
    html: bytes
    ribbon: str = ""
    path: str | None = None


class Pages:
    """Finds pages of one preview folder; `editor` is what problems are opened with."""

    def __init__(self, root: Path, folder: Path, editor: str) -> None:
        self._root = root
        self._folder = folder
        self._editor = editor
        source = files("generator.serve") / "pages"
        self._own = OwnPages({name: (source / name).read_text("utf-8") for name in OWN})

    def show(self, built: Built, address: str) -> Shown:
        """Give the page of an address of the site (without the path that the site lives under, still encoded)."""
        if address == DESK:
            return Shown(200, self._desk(built))
        if INDEX not in built.paths:
            return Shown(503, self._begin(built))
        path = file_path(address)
        if self.lost(built, path or NOT_FOUND):
            return Shown(503, self._begin(Built()))
        html = read_file(self._folder, path, built.paths) if path is not None and path.endswith(".html") else None
        if path is not None and html is not None:
            return Shown(200, html, self._ribbon(built, path), path)
        return Shown(404, read_file(self._folder, NOT_FOUND, built.paths) or b"", _GONE)

    def state(self, built: Built, address: str) -> dict[str, object]:
        """Give what the script of a page asks: whether it is another page now, and what is wrong."""
        shown = self.show(built, address)
        version = version_of(shown.html, shown.ribbon)
        here = built.origins.get(shown.path) if shown.path else None
        warnings = [found for found in built.diagnostics if found.severity is Severity.WARNING]
        nearby = [found for found in warnings if found.file == here]
        wrong = errors(built.diagnostics)
        chosen = [*wrong[:MOST_ERRORS], *nearby[:MOST_WARNINGS]]
        return {
            "page": version.page,
            "styles": version.styles,
            "errors": len(wrong),
            "warnings": len(warnings),
            "problems": [as_json(problem) for problem in describe(chosen, self._places(built), here)],
            "marks": self._marks(built),
            "desk": DESK,
        }

    def lost(self, built: Built, path: str) -> bool:
        """Tell whether somebody took away what a build made there: it has to be made again."""
        return path in built.paths and not (self._folder / path).exists()

    def read(self, built: Built, path: str) -> bytes | None:
        """Give a file that is no page."""
        return read_file(self._folder, path, built.paths)

    def _ribbon(self, built: Built, path: str) -> str:
        front = built.shown or built.front
        return ribbons(front.site).get(f"/{path.removesuffix(INDEX)}", "") if front else ""

    def _marks(self, built: Built) -> dict[str, str]:
        front = built.shown
        if front is None:
            return {}
        base = front.site.config.base_path
        return {f"{base}{address}": word for address, word in marks(front.site).items()}

    def _places(self, built: Built) -> Places:
        return Places(self._root, self._editor, built.front.sources.places if built.front else {})

    def _assets(self, built: Built) -> dict[str, str]:
        """Give the addresses of the style sheet, the icon and the mark of the theme, as far as they are there."""
        found = {"style": "", "icon": "", "mark": ""}
        starts = {"style": "assets/style.", "icon": "assets/favicon.", "mark": "assets/mark."}
        front = built.shown or built.front
        base = front.site.config.base_path if front else ""
        for name, start in starts.items():
            found[name] = next((f"{base}/{path}" for path in sorted(built.paths) if path.startswith(start)), "")
        return found

    def _begin(self, built: Built) -> bytes:
        """Make the page for when there is nothing to show yet."""
        problems = describe(built.diagnostics, self._places(built))
        wrong = [problem for problem in problems if problem.severity == Severity.ERROR]
        values = {"problems": wrong[:MOST_ERRORS], "more": len(wrong[MOST_ERRORS:]), "busy": not built.diagnostics}
        return self._own.render("begin.html", {**values, "assets": self._assets(built)})

    def _desk(self, built: Built) -> bytes:
        desk = make_desk(built, self._places(built))
        return self._own.render("redactie.html", {"desk": desk, "assets": self._assets(built)})
