"""The path of a content file -> what kind it is, and the name that it gives its address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, error, nearest
from generator.model.document import Kind
from generator.parse.schema.texts import is_device, slugify

CONTENT = "content"
HOME_SLUG = "index"
FOLDERS = tuple(kind.value for kind in Kind if kind is not Kind.PAGE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lies: its kind and its slug unless its front matter names another."""

    kind: Kind
    slug: str


def place_of(path: str) -> Place | Diagnostic:
    """Read kind and slug from a path such as `content/verhalen/2024/feest/index.md`."""
    parts = PurePosixPath(path).parts[1:]
    folders, name = parts[:-1], PurePosixPath(parts[-1]).stem
    folder = folders[0] if folders else ""
    if folder in FOLDERS:
        kind = Kind(folder)
        if name == "index" and len(folders) == 1:
            tip = f"geef het bestand de naam van het stuk, zoals {CONTENT}/{folder}/soep-en-een-praatje.md"
            return error(path, 1, "plek-onjuist", f"in de map {folder} kan geen index.md staan", tip)
    elif not folders or (len(folders) == 1 and name == "index"):
        kind = Kind.PAGE
    else:
        meant = nearest(folder, FOLDERS)
        tip = f"bedoel je de map '{meant}'?" if meant else f"zet het in een van de mappen {', '.join(FOLDERS)}"
        return error(path, 1, "onbekende-map", f"in de map '{folder}' kan geen stuk staan", tip)
    slug = slugify(folders[-1] if name == "index" and folders else name)
    if not slug:
        tip = "geef het bestand een naam met letters, zoals soep-en-een-praatje.md"
        return error(path, 1, "naam-onjuist", "van deze naam kunnen we geen adres maken", tip)
    if is_device(slug):
        tip = f"geef het bestand een andere naam, zoals {slug}-assen.md"
        return error(path, 1, "naam-onjuist", f"'{slug}' is op Windows de naam van een apparaat", tip)
    return Place(kind, slug)
