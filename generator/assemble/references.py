"""The references of a body -> what they stand for on this date."""

from __future__ import annotations

from generator.assemble.directory import Directory, find_photo, missing_photo
from generator.assemble.links import resolve_link
from generator.assemble.shortcodes import resolve_shortcode
from generator.diagnostics import Diagnostic
from generator.model.document import Document, Ref, RefKind
from generator.model.site import PhotoTarget, Target


def resolve_all(document: Document, directory: Directory, found: list[Diagnostic]) -> tuple[Target, ...]:
    """Resolve each reference of a document, in order."""
    return tuple(_resolve(document, ref, directory, found) for ref in document.body.refs)


def _resolve(document: Document, ref: Ref, directory: Directory, found: list[Diagnostic]) -> Target:
    match ref.kind:
        case RefKind.LINK:
            return resolve_link(document, ref.target, ref.line, directory, found)
        case RefKind.PHOTO:
            return _photo(document, ref, directory, found)
        case RefKind.SHORTCODE:
            return resolve_shortcode(document, ref, directory, found)


def _photo(document: Document, ref: Ref, directory: Directory, found: list[Diagnostic]) -> PhotoTarget:
    path = find_photo(document, ref.target, directory.known_photos)
    caption = dict(ref.arguments).get("bijschrift")
    if path is None:
        found.append(missing_photo(document, ref.target, ref.line, directory.known_photos))
        return PhotoTarget(None)
    return PhotoTarget(path if path in directory.photos else None, alt=ref.text, caption=caption)
