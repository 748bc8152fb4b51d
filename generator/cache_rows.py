"""A parsed document <-> the rows that are kept of it: all but its text, and its text apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from generator.diagnostics import Diagnostic, Report
from generator.model.document import (
    Call,
    Common,
    Document,
    Event,
    Fragment,
    Kind,
    Meta,
    Page,
    Parsed,
    Project,
    Story,
    Wijk,
)

_METAS: Mapping[Kind, type[Meta]] = {
    Kind.STORY: Story,
    Kind.WIJK: Wijk,
    Kind.CALL: Call,
    Kind.PROJECT: Project,
    Kind.EVENT: Event,
    Kind.PAGE: Page,
}


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """What is kept of one file; `body` is None when there is no text."""

    document: bytes
    body_key: str
    body: bytes | None


class _Row(msgspec.Struct, frozen=True):
    """A parsed document as it lies in the store; `meta` is decoded by its kind."""

    path: str
    kind: Kind | None
    slug: str
    diagnostics: tuple[Diagnostic, ...]
    common: Common | None = None
    meta: msgspec.Raw = msgspec.Raw(b"\xc0")
    body: Fragment | None = None
    digest: str = ""
    lines: dict[str, int] | None = None


_ROWS = msgspec.msgpack.Decoder(_Row)
_META_DECODERS = {kind: msgspec.msgpack.Decoder(meta) for kind, meta in _METAS.items()}


def encode_document(report: Report[Parsed]) -> DocumentRows:
    """Give the rows of a file that was parsed."""
    text, document = report.value.text, report.value.document
    body = msgspec.msgpack.encode(text) if text is not None and document is not None else None
    return DocumentRows(_encode(report), document.body.key if document is not None else "", body)


def _encode(report: Report[Parsed]) -> bytes:
    parsed, document = report.value, report.value.document
    if document is None:
        return msgspec.msgpack.encode(_Row(parsed.path, parsed.kind, parsed.slug, report.diagnostics))
    row = _Row(
        path=parsed.path,
        kind=parsed.kind,
        slug=parsed.slug,
        diagnostics=report.diagnostics,
        common=document.common,
        meta=msgspec.Raw(msgspec.msgpack.encode(document.meta)),
        body=document.body,
        digest=document.digest,
        lines=document.lines,
    )
    return msgspec.msgpack.encode(row)


def decode_document(data: bytes) -> Report[Parsed] | None:
    """Give a parsed document without the text of its body; None when the bytes are not those of one."""
    try:
        row = _ROWS.decode(data)
        if row.common is None or row.body is None or row.kind is None:
            return Report(Parsed(row.path, row.kind, row.slug, None), row.diagnostics)
        meta = _META_DECODERS[row.kind].decode(row.meta)
    except msgspec.MsgspecError:
        return None
    document = Document(
        path=row.path,
        kind=row.kind,
        slug=row.slug,
        common=row.common,
        meta=meta,
        body=row.body,
        digest=row.digest,
        lines=row.lines or {},
    )
    return Report(Parsed(row.path, row.kind, row.slug, document), row.diagnostics)
