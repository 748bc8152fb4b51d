"""A link in a text -> where it leads on this date."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from generator.assemble.directory import Directory
from generator.diagnostics import Diagnostic, error, nearest_address, shorten, warning
from generator.model.document import Document, Kind, Parsed
from generator.model.site import LinkTarget

_OUTSIDE = ("http://", "https://", "mailto:", "tel:")


def resolve_link(
    document: Document, written: str, line: int, directory: Directory, found: list[Diagnostic]
) -> LinkTarget:
    """Find where a link leads; a dead one is an error, one to a hidden piece becomes plain text with a warning."""
    target = written.strip()
    if target.casefold().startswith(_OUTSIDE):
        return LinkTarget("".join(target.split()) if target.casefold().startswith("tel:") else target, external=True)
    if not target:
        tip = "schrijf tussen de haakjes waar de link heen gaat, zoals verhalen/naam-van-het-verhaal"
        found.append(error(document.path, line, "dode-link", "deze link gaat nergens heen", tip))
        return LinkTarget(None)
    if target.startswith("#"):
        return LinkTarget(target)
    path, hash_mark, anchor = target.partition("#")
    path = unquote(path)
    if path.startswith("/") and not path.startswith("//"):
        path, question_mark, query = path.partition("?")
        file = _by_address(path, directory)
        if file is None:
            return LinkTarget(f"{_closed(path)}{question_mark}{query}{hash_mark}{anchor}")
    else:
        file = next((hit for hit in _candidates(document, path, directory) if hit is not None), None)
    if file is None:
        tip = _suggest(path, directory)
        found.append(error(document.path, line, "dode-link", f"'{shorten(path)}' bestaat niet op deze site", tip))
        return LinkTarget(None)
    item = directory.visible.get(file.slug)
    if item is None:
        if file.document is not None:
            tip = "dat is goed als het stuk later verschijnt: de link komt er dan vanzelf"
            message = f"'{shorten(path)}' staat nu niet op de site; de link wordt gewone tekst"
            found.append(warning(document.path, line, "verborgen-link", message, tip))
        return LinkTarget(None)
    return LinkTarget(f"{item.address}{hash_mark}{anchor}")


def _closed(path: str) -> str:
    return path if path.endswith("/") or "." in path.rpartition("/")[2] else f"{path}/"


def _by_address(path: str, directory: Directory) -> Parsed | None:
    """Find a piece by its address, visible or not."""
    parts = path.strip("/").split("/")
    file = directory.by_slug.get(parts[-1])
    if file is None or file.kind is None:
        return None
    expected = [file.slug] if file.kind is Kind.PAGE else [file.kind.value, file.slug]
    return file if parts == expected else None


def _candidates(document: Document, path: str, directory: Directory) -> Iterator[Parsed | None]:
    """Give what a path without a leading slash can mean: a file near this one, `verhalen/slug`, or a page."""
    if path.casefold().endswith(".md"):
        relative = posixpath.normpath(posixpath.join(document.folder, path))
        yield directory.by_path.get(relative)
        yield directory.by_path.get(posixpath.normpath(posixpath.join("content", path)))
        return
    plain = path.strip("/").removeprefix("./")
    yield _by_address(plain, directory)
    if "/" not in plain:
        yield directory.by_slug.get(plain)
    relative = posixpath.normpath(posixpath.join(document.folder, plain))
    yield directory.by_path.get(f"{relative}/index.md") or directory.by_path.get(f"{relative}.md")


def _suggest(path: str, directory: Directory) -> str:
    known = [
        file.slug if file.kind is Kind.PAGE else f"{file.kind.value}/{file.slug}"
        for file in directory.by_slug.values()
        if file.kind is not None
    ]
    meant = nearest_address(path.strip("/").removesuffix(".md"), known)
    if meant:
        return f"bedoel je '{meant}'?"
    return "schrijf een link als verhalen/naam-van-het-verhaal, wijken/peelo of contact"
