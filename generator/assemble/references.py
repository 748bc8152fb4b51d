"""The references of a body -> where they lead on this date."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from generator.diagnostics import Diagnostic, error, nearest, shorten, warning
from generator.model.document import Document, Kind, Parsed, Ref, RefKind
from generator.model.site import Item, LinkTarget, Photo, PhotoTarget, ShortcodeTarget, Target

_OUTSIDE = ("http://", "https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Directory:
    """Everything that a link can mean: pieces by slug and by path, and the visible ones among them."""

    by_slug: Mapping[str, Parsed]
    by_path: Mapping[str, Parsed]
    visible: Mapping[str, Item]
    photos: Mapping[str, Photo]
    known_photos: frozenset[str]


def make_directory(
    parsed: Iterable[Parsed],
    visible: Mapping[str, Item],
    photos: Mapping[str, Photo],
    known_photos: Iterable[str],
) -> Directory:
    """Index what bodies can point to; `known_photos` also holds those that may not be shown."""
    files = [file for file in parsed if file.kind is not None]
    return Directory(
        by_slug={file.slug: file for file in files},
        by_path={file.path: file for file in files},
        visible=visible,
        photos=photos,
        known_photos=frozenset(known_photos),
    )


def resolve_all(document: Document, directory: Directory, found: list[Diagnostic]) -> tuple[Target, ...]:
    """Resolve each reference of a document, in order."""
    return tuple(_resolve(document, ref, directory, found) for ref in document.body.refs)


def _resolve(document: Document, ref: Ref, directory: Directory, found: list[Diagnostic]) -> Target:
    match ref.kind:
        case RefKind.LINK:
            return _link(document, ref, directory, found)
        case RefKind.PHOTO:
            return _photo(document, ref, directory, found)
        case RefKind.SHORTCODE:
            return ShortcodeTarget(ref.target, arguments=ref.arguments)


def _link(document: Document, ref: Ref, directory: Directory, found: list[Diagnostic]) -> LinkTarget:
    target = ref.target.strip()
    if target.casefold().startswith(_OUTSIDE):
        return LinkTarget(target, external=True)
    if target.startswith("#"):
        return LinkTarget(target)
    path, hash_mark, anchor = target.partition("#")
    path = unquote(path)
    if path.startswith("/") and not path.startswith("//"):
        file = _by_address(path, directory)
        if file is None:
            return LinkTarget(f"{_closed(path)}{hash_mark}{anchor}")
    else:
        file = next((hit for hit in _candidates(document, path, directory) if hit is not None), None)
    if file is None:
        tip = _suggest(path, directory)
        found.append(error(document.path, ref.line, "dode-link", f"'{shorten(path)}' bestaat niet op deze site", tip))
        return LinkTarget(None)
    item = directory.visible.get(file.slug)
    if item is None:
        if file.document is not None:
            tip = "dat is goed als het stuk later verschijnt: de link komt er dan vanzelf"
            message = f"'{shorten(path)}' staat nu niet op de site; de link wordt gewone tekst"
            found.append(warning(document.path, ref.line, "verborgen-link", message, tip))
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
    known = {
        (file.slug if file.kind is Kind.PAGE else f"{file.kind.value}/{file.slug}"): file.slug
        for file in directory.by_slug.values()
        if file.kind is not None
    }
    plain = path.strip("/").removesuffix(".md")
    meant = nearest(plain, known) or next(
        (name for name, slug in known.items() if slug == nearest(plain.rpartition("/")[2], known.values())),
        None,
    )
    if meant:
        return f"bedoel je '{meant}'?"
    return "schrijf een link als verhalen/naam-van-het-verhaal, wijken/peelo of contact"


def _photo(document: Document, ref: Ref, directory: Directory, found: list[Diagnostic]) -> PhotoTarget:
    path = find_photo(document, ref.target, directory.known_photos)
    caption = dict(ref.arguments).get("bijschrift")
    if path is None:
        found.append(missing_photo(document, ref.target, ref.line, directory.known_photos))
        return PhotoTarget(None)
    return PhotoTarget(path if path in directory.photos else None, alt=ref.text, caption=caption)


def find_photo(document: Document, name: str, known: frozenset[str]) -> str | None:
    """Find a photo beside a document; letter case and the file system's way to write accents do not matter."""
    path = posixpath.normpath(posixpath.join(document.folder, unquote(name.replace("\\", "/"))))
    if path in known:
        return path
    folded = path.casefold()
    return next((other for other in sorted(known) if other.casefold() == folded), None)


def missing_photo(document: Document, name: str, line: int, known: frozenset[str]) -> Diagnostic:
    """Say that a photo is not there, and which one may be meant."""
    beside = {path.rpartition("/")[2] for path in known if path.rpartition("/")[0] == document.folder}
    meant = nearest(name, beside)
    tip = f"bedoel je '{meant}'?" if meant else f"zet de foto in de map {document.folder}"
    return error(document.path, line, "foto-ontbreekt", f"de foto '{shorten(name)}' is er niet", tip)
