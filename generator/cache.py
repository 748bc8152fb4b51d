"""What one build leaves for the next, in `.cache/`: parsed documents, bodies, facts of pages, stamps of files.

Everything here can be made again: a row that is damaged counts as absent, a file that is damaged is thrown away.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

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
from generator.model.facts import PageFacts
from generator.model.prose import Block, Coached
from generator.model.site import Waiting
from generator.model.source import FileStamp, Overtaken, PhotoFile

T = TypeVar("T")
FOLDER = ".cache"
FILE = "mba.sqlite"
PHOTOS = "photos"
PATIENCE = 5.0
"""Seconds that SQLite waits for a program that holds the file."""
CHECK = 8
_OF_OUTPUTS = "kind LIKE 'parts %' OR kind IN ('stamps', 'last', 'facts')"
BATCH = 500
DAMAGE = (sqlite3.Error, UnicodeError, OverflowError)
"""What SQLite raises for a file that is not what it was: its messages quote what is damaged, in no code at all."""
DOUBT_NS = 2_000_000_000
"""A file that changed this shortly before its stamp was kept may have changed again within one tick of its clock."""

_METAS: Mapping[Kind, type[Meta]] = {
    Kind.STORY: Story,
    Kind.WIJK: Wijk,
    Kind.CALL: Call,
    Kind.PROJECT: Project,
    Kind.EVENT: Event,
    Kind.PAGE: Page,
}


class _Html(msgspec.Struct, frozen=True):
    """Of a body what rendering needs."""

    html: str


class _Blocks(msgspec.Struct, frozen=True):
    """Of a body what the coach reads."""

    blocks: tuple[Block, ...] = ()


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


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A build that succeeded: with the same inputs and outputs there is nothing to do.

    `counts` are those of its summary, `next_day` and `next_reason` the next moment of change.
    """

    inputs: str
    outputs: str
    theme: str
    diagnostics: tuple[Diagnostic, ...]
    counts: dict[str, int]
    next_change: tuple[str, str, str] | None
    waiting: tuple[Waiting, ...] = ()


class Cache:
    """The store of one site. `memory` keeps everything in memory: for a folder that cannot be written."""

    def __init__(self, root: Path, *, memory: bool = False) -> None:
        self.folder = root / FOLDER
        self.path = None if memory else self.folder / FILE
        self._written_ns = 0
        self._inode = 0
        self._documents: dict[str, Report[Parsed]] = {}
        self._facts: dict[str, PageFacts] = {}
        self._whole: set[str] = set()
        """Keys of bodies that were found whole: later only whether they are still there is asked."""
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        """Open the file; a damaged one is thrown away, and where there can be none everything stays in memory."""
        self._whole.clear()
        for attempt in range(2):
            if self.path is None:
                break
            try:
                return self._open_file(self.path)
            except DAMAGE as fault:
                if attempt or _is_in_use(fault):
                    break
                self._throw_away()
            except OSError:
                break
        self.path = None
        self._written_ns = 0
        return _prepare(sqlite3.connect(":memory:"))

    def _open_file(self, path: Path) -> sqlite3.Connection:
        self.folder.mkdir(exist_ok=True)
        ignored = self.folder / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        if path.exists():
            self._written_ns = path.stat().st_mtime_ns
        connection = sqlite3.connect(path, timeout=PATIENCE)
        try:
            _prepare(connection)
            self._inode = path.stat().st_ino
        except (*DAMAGE, OSError):
            connection.close()
            raise
        return connection

    def _throw_away(self) -> None:
        """Remove the file and what SQLite puts beside it, whatever stands there."""
        self._written_ns = 0
        for name in (FILE, *(f"{FILE}-{part}" for part in ("journal", "wal", "shm"))):
            place = self.folder / name
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place, ignore_errors=True)
            with contextlib.suppress(OSError):
                place.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def commit(self) -> None:
        """Make what was stored last; on a disk that refuses it does not, and nobody else is kept waiting."""
        try:
            self._connection.commit()
        except DAMAGE:
            with contextlib.suppress(*DAMAGE):
                self._connection.rollback()

    @property
    def replaced(self) -> bool:
        """Tell whether another process put another file in the place of this one, or took it away."""
        try:
            return self.path is not None and self.path.stat().st_ino != self._inode
        except OSError:
            return True

    # --- rows of bytes -----------------------------------------------------------------------------------------------

    def get_many(self, table: str, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Give the rows that are there and whole."""
        wanted = list(dict.fromkeys(keys))
        try:
            for start in range(0, len(wanted), BATCH):
                chunk = wanted[start : start + BATCH]
                marks = ",".join("?" * len(chunk))
                query = f"SELECT key, value FROM rows WHERE kind = ? AND key IN ({marks})"  # noqa: S608 - marks only
                asked = frozenset(chunk)
                for key, value in self._connection.execute(query, (table, *chunk)):
                    # What is damaged can have any key, and a value of any type.
                    if isinstance(value, bytes) and key in asked and value[:CHECK] == _check(table, key, value[CHECK:]):
                        yield key, value[CHECK:]
        except DAMAGE:
            self._start_again()

    def present(self, table: str, keys: Iterable[str]) -> set[str]:
        """Give the keys that have a row, without looking into it."""
        wanted = list(dict.fromkeys(keys))
        found: set[str] = set()
        try:
            for start in range(0, len(wanted), BATCH):
                chunk = wanted[start : start + BATCH]
                query = f"SELECT key FROM rows WHERE kind = ? AND key IN ({','.join('?' * len(chunk))})"  # noqa: S608 - marks only
                found.update(key for (key,) in self._connection.execute(query, (table, *chunk)))
        except DAMAGE:
            self._start_again()
        return found

    def get(self, table: str, key: str) -> bytes | None:
        """Give one row."""
        return next((value for _, value in self.get_many(table, (key,))), None)

    def put_many(self, table: str, rows: Iterable[tuple[str, bytes]]) -> None:
        """Store rows; a full disk is no reason to fail."""
        try:
            self._connection.executemany(
                "INSERT OR REPLACE INTO rows (kind, key, value) VALUES (?, ?, ?)",
                ((table, key, _check(table, key, value) + value) for key, value in rows),
            )
        except DAMAGE:
            self._start_again()

    def drop(self, table: str, keys: Iterable[str]) -> None:
        """Forget some rows of a table."""
        try:
            rows = ((table, key) for key in keys)
            self._connection.executemany("DELETE FROM rows WHERE kind = ? AND key = ?", rows)
        except DAMAGE:
            self._start_again()

    def drop_mentions(self, words: re.Pattern[bytes]) -> None:
        """Forget every row of an output folder that mentions something, such as the files of a withdrawn photo."""

        def mentions(key: object, value: object) -> bool:
            return any(words.search(part) for part in (str(key).encode(), value) if isinstance(part, bytes))

        try:
            self._connection.create_function("mentions", 2, mentions, deterministic=True)
            self._connection.execute(f"DELETE FROM rows WHERE ({_OF_OUTPUTS}) AND mentions(key, value)")  # noqa: S608
        except DAMAGE:
            self._start_again()

    def keep_only(self, table: str, keys: Iterable[str]) -> None:
        """Forget the other rows of a table."""
        keep = set(keys)
        try:
            present = [key for (key,) in self._connection.execute("SELECT key FROM rows WHERE kind = ?", (table,))]
            gone = ((table, key) for key in present if key not in keep)
            self._connection.executemany("DELETE FROM rows WHERE kind = ? AND key = ?", gone)
        except DAMAGE:
            self._start_again()

    def _start_again(self) -> None:
        """Throw a damaged store away."""
        with contextlib.suppress(*DAMAGE):
            self._connection.close()
        if self.path is not None:
            self._throw_away()
        self._connection = self._open()

    def forget(self) -> None:
        """Forget everything, encoded photos included; the folders of previews stay, as one may be open."""
        self._documents, self._facts = {}, {}
        with contextlib.suppress(*DAMAGE):
            self._connection.close()
        self._throw_away()
        shutil.rmtree(self.folder / PHOTOS, ignore_errors=True)
        self._connection = self._open()

    # --- values ------------------------------------------------------------------------------------------------------

    def documents(self, keys: Iterable[str]) -> dict[str, Report[Parsed]]:
        """Give the documents that were parsed before, without the text of their bodies.

        What this process decoded once, it keeps: a preview asks again after every save.
        """
        wanted = list(dict.fromkeys(keys))
        for key, data in self.get_many("document", (key for key in wanted if key not in self._documents)):
            report = _decode_document(data)
            if report is not None:
                self._documents[key] = report
        found = {key: self._documents[key] for key in wanted if key in self._documents}
        self._documents = dict(found)
        return found

    def store_documents(self, reports: Mapping[str, Report[Parsed]]) -> None:
        """Keep parsed documents, and the text of their bodies apart."""
        self.put_many("document", ((key, _encode_document(report)) for key, report in reports.items()))
        bodies = (
            (report.value.document.body.key, msgspec.msgpack.encode(report.value.text))
            for report in reports.values()
            if report.value.document is not None and report.value.text is not None
        )
        self.put_many("body", bodies)

    def missing_bodies(self, keys: Iterable[str]) -> set[str]:
        """Give the bodies that are not there."""
        wanted = set(keys)
        present = self.present("body", wanted & self._whole)
        self._whole = present | {key for key, _ in self.get_many("body", wanted - present)}
        return wanted - self._whole

    def body(self, key: str) -> str:
        """Give the HTML of a body.

        Raises:
            Overtaken: it is not there.
        """
        data = self.get("body", key)
        if data is None:
            raise Overtaken(key)
        return msgspec.msgpack.decode(data, type=_Html).html

    def blocks(self, key: str) -> tuple[Block, ...]:
        """Give the texts of a body, for the coach; none when they are not there."""
        data = self.get("body", key)
        row = _decode(data, _Blocks) if data is not None else None
        return row.blocks if row is not None else ()

    def coached(self, keys: Iterable[str]) -> dict[str, Coached]:
        """Give what the coach said of documents before."""
        return dict(_decoded(self.get_many("coach", keys), Coached))

    def store_coached(self, coached: Mapping[str, Coached]) -> None:
        """Keep what the coach said, and forget what it said of other versions."""
        self.put_many("coach", ((key, msgspec.msgpack.encode(value)) for key, value in coached.items()))

    def facts(self, keys: Iterable[str]) -> dict[str, PageFacts]:
        """Give the facts of pages, by the key of their artifact; kept in memory like documents."""
        wanted = list(dict.fromkeys(keys))
        self._facts.update(_decoded(self.get_many("facts", (k for k in wanted if k not in self._facts)), PageFacts))
        self._facts = {key: self._facts[key] for key in wanted if key in self._facts}
        return dict(self._facts)

    def store_facts(self, facts: Mapping[str, PageFacts]) -> None:
        """Keep the facts of pages."""
        self.put_many("facts", ((key, msgspec.msgpack.encode(value)) for key, value in facts.items()))

    def photo_headers(self, code: str) -> dict[str, PhotoFile]:
        """Give the headers of the photos that this code read before, by digest."""
        data = self.get("headers", code)
        rows = _decode(data, dict[str, PhotoFile]) if data is not None else None
        return rows or {}

    def store_photo_headers(self, code: str, headers: Mapping[str, PhotoFile]) -> None:
        """Keep the headers of photos, as this code reads them."""
        self.put_many("headers", [(code, msgspec.msgpack.encode(dict(headers)))])
        self.keep_only("headers", (code,))

    def stamps(self, name: str) -> dict[str, FileStamp]:
        """Give the stamps of files that can still be trusted."""
        data = self.get("stamps", name)
        rows = (_decode(data, dict[str, FileStamp]) if data is not None else None) or {}
        return {path: stamp for path, stamp in rows.items() if not self.doubts(stamp)}

    def doubts(self, stamp: FileStamp) -> bool:
        """Tell whether a file may have changed after its stamp was kept, within one tick of its clock."""
        return max(stamp.modified_ns, stamp.changed_ns) >= self._written_ns - DOUBT_NS

    def store_stamps(self, name: str, stamps: Mapping[str, FileStamp]) -> None:
        """Keep the stamps of files."""
        self.put_many("stamps", [(name, msgspec.msgpack.encode(dict(stamps)))])

    def parts(self, output: str, paths: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
        """Give what the keys of pages were made of when they were last written to an output folder."""
        return dict(_decoded(self.get_many(f"parts {output}", paths), tuple[tuple[str, str], ...]))

    def store_parts(
        self, output: str, parts: Mapping[str, tuple[tuple[str, str], ...]], planned: Iterable[str]
    ) -> None:
        """Keep what the keys of files are made of, and forget those of files that are not planned."""
        self.keep_only(f"parts {output}", planned)
        self.put_many(f"parts {output}", ((path, msgspec.msgpack.encode(value)) for path, value in parts.items()))

    def last_build(self, output: str) -> LastBuild | None:
        """Give the last build that succeeded."""
        data = self.get("last", output)
        return _decode(data, LastBuild) if data is not None else None

    def store_last_build(self, output: str, last: LastBuild | None) -> None:
        """Keep a build that succeeded, or forget it."""
        self.put_many("last", [(output, msgspec.msgpack.encode(last))])


def _prepare(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA synchronous = OFF")
    # What is forgotten is overwritten: the name of a withdrawn photo is nowhere in the file.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("CREATE TABLE IF NOT EXISTS rows (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key))")
    return connection


def _is_in_use(fault: Exception) -> bool:
    """Tell whether another program holds the file: then there is nothing wrong with it."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _check(table: str, key: str, value: bytes) -> bytes:
    return blake2b(value, digest_size=CHECK, key=key.encode()[-64:], person=table.encode()[:16]).digest()


def _decode(data: bytes, kind: type[T]) -> T | None:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.MsgspecError:
        return None


def _decoded(rows: Iterable[tuple[str, bytes]], kind: type[T]) -> Iterator[tuple[str, T]]:
    decoder = msgspec.msgpack.Decoder(kind)
    for key, data in rows:
        with contextlib.suppress(msgspec.MsgspecError):
            yield key, decoder.decode(data)


_ROWS = msgspec.msgpack.Decoder(_Row)
_META_DECODERS = {kind: msgspec.msgpack.Decoder(meta) for kind, meta in _METAS.items()}


def _encode_document(report: Report[Parsed]) -> bytes:
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


def _decode_document(data: bytes) -> Report[Parsed] | None:
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
