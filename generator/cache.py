"""What one build leaves for the next, in `.cache/`: parsed documents, bodies, facts of pages, stamps of files.

Everything here can be made again: a row that is damaged counts as absent, a file that is damaged is thrown away.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.cache_rows import DocumentRows, decode_document
from generator.diagnostics import Diagnostic, Report
from generator.model.document import Parsed
from generator.model.facts import PageFacts
from generator.model.plan import KnownPlan
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
_OF_OUTPUTS = "kind LIKE 'parts %' OR kind IN ('stamps', 'last', 'facts', 'plan', 'checked')"
BATCH = 500
DAMAGE = (sqlite3.Error, UnicodeError, OverflowError)
"""What SQLite raises for a file that is not what it was: its messages quote what is damaged, in no code at all."""
DOUBT_NS = 2_000_000_000
"""A file that changed this shortly before its stamp was kept may have changed again within one tick of its clock."""


class _Html(msgspec.Struct, frozen=True):
    """Of a body what rendering needs."""

    html: str


class _Blocks(msgspec.Struct, frozen=True):
    """Of a body what the coach reads."""

    blocks: tuple[Block, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Checked:
    """A check that found nothing wrong between pages: of which files (a digest), pages (path and key) and titles."""

    files: str
    keys: dict[str, str]
    titles: dict[str, str]


class Cache:
    """The store of one site. `memory` keeps everything in memory: for a folder that cannot be written."""

    def __init__(self, root: Path, *, memory: bool = False) -> None:
        self.folder = root / FOLDER
        self.path = None if memory else self.folder / FILE
        self._written_ns = 0
        self._kept_ns: dict[str, int] = {}
        """When this process kept stamps; those that are not here were kept before the file was opened."""
        self._new_stamps: dict[str, int] = {}
        self._inode = 0
        self._documents: dict[str, Report[Parsed]] = {}
        self._facts: dict[str, PageFacts] = {}
        self._coached: dict[str, Coached] = {}
        self._plans: dict[str, KnownPlan] = {}
        self._checked: dict[str, Checked | None] = {}
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        """Open the file; a damaged one is thrown away, and where there can be none everything stays in memory."""
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
        self._kept_ns.clear()
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
        else:
            self._note_when()

    def _note_when(self) -> None:
        """Remember when stamps were kept: by the clock of the disk or of this machine, whichever is behind."""
        if self._new_stamps and self.path is not None:
            with contextlib.suppress(OSError):
                written = self.path.stat().st_mtime_ns
                self._kept_ns |= {name: min(written, asked) for name, asked in self._new_stamps.items()}
        self._new_stamps.clear()

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
        except DAMAGE as fault:
            self._start_again(fault)

    def present(self, table: str, keys: Iterable[str]) -> set[str]:
        """Give the keys that have a row, without looking into it."""
        wanted = list(dict.fromkeys(keys))
        found: set[str] = set()
        try:
            for start in range(0, len(wanted), BATCH):
                chunk = wanted[start : start + BATCH]
                query = f"SELECT key FROM rows WHERE kind = ? AND key IN ({','.join('?' * len(chunk))})"  # noqa: S608 - marks only
                found.update(key for (key,) in self._connection.execute(query, (table, *chunk)))
        except DAMAGE as fault:
            self._start_again(fault)
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
        except DAMAGE as fault:
            self._start_again(fault)

    def drop(self, table: str, keys: Iterable[str]) -> None:
        """Forget some rows of a table."""
        try:
            rows = ((table, key) for key in keys)
            self._connection.executemany("DELETE FROM rows WHERE kind = ? AND key = ?", rows)
        except DAMAGE as fault:
            self._start_again(fault)

    def drop_mentions(self, words: re.Pattern[bytes]) -> None:
        """Forget every row of an output folder that mentions something, such as the files of a withdrawn photo."""

        def mentions(key: object, value: object) -> bool:
            return any(words.search(part) for part in (str(key).encode(), value) if isinstance(part, bytes))

        try:
            self._connection.create_function("mentions", 2, mentions, deterministic=True)
            self._connection.execute(f"DELETE FROM rows WHERE ({_OF_OUTPUTS}) AND mentions(key, value)")  # noqa: S608
        except DAMAGE as fault:
            self._start_again(fault)

    def keep_only(self, table: str, keys: Iterable[str]) -> None:
        """Forget the other rows of a table."""
        self.drop(table, self._keys(table) - set(keys))

    def _keys(self, table: str) -> set[str]:
        try:
            return {key for (key,) in self._connection.execute("SELECT key FROM rows WHERE kind = ?", (table,))}
        except DAMAGE as fault:
            self._start_again(fault)
            return set()

    def _count(self, table: str) -> int:
        try:
            return int(self._connection.execute("SELECT count(*) FROM rows WHERE kind = ?", (table,)).fetchone()[0])
        except DAMAGE as fault:
            self._start_again(fault)
            return 0

    def _start_again(self, fault: Exception) -> None:
        """Throw a damaged store away; one that another program holds is not damaged, and only does not answer now."""
        if _is_in_use(fault):
            return
        with contextlib.suppress(*DAMAGE):
            self._connection.close()
        if self.path is not None:
            self._throw_away()
        self._connection = self._open()

    def forget(self) -> None:
        """Forget everything, encoded photos included; the folders of previews stay, as one may be open."""
        self._documents, self._facts, self._coached, self._plans, self._checked = {}, {}, {}, {}, {}
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
            report = decode_document(data)
            if report is not None:
                self._documents[key] = report
        found = {key: self._documents[key] for key in wanted if key in self._documents}
        self._documents = dict(found)
        return found

    def store_documents(self, rows: Mapping[str, DocumentRows]) -> None:
        """Keep parsed documents, and the text of their bodies apart."""
        self.put_many("document", ((key, row.document) for key, row in rows.items()))
        self.put_many("body", ((row.body_key, row.body) for row in rows.values() if row.body is not None))

    def missing_bodies(self, keys: Iterable[str]) -> set[str]:
        """Give the bodies that are not there; whether they are whole shows when they are read."""
        wanted = set(keys)
        return wanted - self.present("body", wanted)

    def body(self, key: str) -> str:
        """Give the HTML of a body.

        Raises:
            Overtaken: it is not there.
        """
        return self._body(key, _Html).html

    def blocks(self, key: str) -> tuple[Block, ...]:
        """Give the texts of a body, for the coach.

        Raises:
            Overtaken: they are not there.
        """
        return self._body(key, _Blocks).blocks

    def _body(self, key: str, kind: type[T]) -> T:
        """Read a body; one that is damaged is forgotten, so that the next to ask knows that it is not there."""
        data = self.get("body", key)
        row = _decode(data, kind) if data is not None else None
        if row is None:
            self._forget_damaged_bodies(key)
            raise Overtaken(key)
        return row

    def _forget_damaged_bodies(self, key: str) -> None:
        """Look at all bodies when one is damaged: whoever begins anew must not meet them one by one."""
        present = self._keys("body")
        whole = {other for other, _ in self.get_many("body", present)} - {key}
        self.drop("body", present - whole)
        self.commit()

    def coached(self, keys: Iterable[str]) -> dict[str, Coached]:
        """Give what the coach said of documents before; kept in memory like documents."""
        wanted = list(dict.fromkeys(keys))
        self._coached.update(_decoded(self.get_many("coach", (k for k in wanted if k not in self._coached)), Coached))
        self._coached = {key: self._coached[key] for key in wanted if key in self._coached}
        return dict(self._coached)

    def store_coached(self, coached: Mapping[str, Coached]) -> None:
        """Keep what the coach said, and forget what it said of other versions."""
        self.put_many("coach", ((key, msgspec.msgpack.encode(value)) for key, value in coached.items()))

    def facts(self, keys: Iterable[str]) -> dict[str, PageFacts]:
        """Give the facts of pages, by the key of their artifact; kept in memory like documents."""
        wanted = list(dict.fromkeys(keys))
        self._facts.update(_decoded(self.get_many("facts", (k for k in wanted if k not in self._facts)), PageFacts))
        return {key: self._facts[key] for key in wanted if key in self._facts}

    def forget_facts(self, keys: Iterable[str]) -> None:
        """Forget the facts of pages that are no more."""
        gone = list(keys)
        for key in gone:
            self._facts.pop(key, None)
        self.drop("facts", gone)

    def keep_facts(self, keys: Iterable[str]) -> None:
        """Forget the facts of all other pages; a few of builds that failed may stay."""
        keep = frozenset(keys)
        if self._count("facts") < len(keep) + len(keep) // 8 + 100:
            return
        self._facts = {key: facts for key, facts in self._facts.items() if key in keep}
        self.keep_only("facts", keep)

    def checked(self, output: str) -> Checked | None:
        """Give the last check of an output folder, if it found nothing; kept in memory like documents."""
        if output not in self._checked:
            data = self.get("checked", output)
            self._checked[output] = _decode(data, Checked) if data is not None else None
        return self._checked[output]

    def store_checked(self, output: str, checked: Checked | None) -> None:
        """Keep a check that found nothing; None when it found something."""
        self._checked[output] = checked
        self.put_many("checked", [(output, msgspec.msgpack.encode(checked))])

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
        return {path: stamp for path, stamp in rows.items() if not self.doubts(stamp, name)}

    def doubts(self, stamp: FileStamp, name: str = "") -> bool:
        """Tell whether a file may have changed after its stamp was kept, within one tick of its clock.

        `name` is that of the stamps; without it, of those that were kept before the file of the store was opened.
        """
        kept = self._kept_ns.get(name, self._written_ns)
        return max(stamp.modified_ns, stamp.changed_ns) >= kept - DOUBT_NS

    def store_stamps(self, name: str, stamps: Mapping[str, FileStamp]) -> None:
        """Keep the stamps of files."""
        self.put_many("stamps", [(name, msgspec.msgpack.encode(dict(stamps)))])
        self._new_stamps[name] = time.time_ns()

    def parts(self, output: str, paths: Iterable[str]) -> dict[str, tuple[tuple[str, str], ...]]:
        """Give what the keys of pages were made of when they were last written to an output folder."""
        return dict(_decoded(self.get_many(f"parts {output}", paths), tuple[tuple[str, str], ...]))

    def store_parts(
        self, output: str, parts: Mapping[str, tuple[tuple[str, str], ...]], planned: Iterable[str]
    ) -> None:
        """Keep what the keys of files are made of, and forget those of files that are not planned."""
        self.keep_only(f"parts {output}", planned)
        self.put_many(f"parts {output}", ((path, msgspec.msgpack.encode(value)) for path, value in parts.items()))

    def known_plan(self, output: str) -> KnownPlan | None:
        """Give what was worked out for an output folder before; kept in memory like documents."""
        if output not in self._plans:
            data = self.get("plan", output)
            known = _decode(data, KnownPlan) if data is not None else None
            if known is None:
                return None
            self._plans[output] = known
        return self._plans[output]

    def store_known_plan(self, output: str, known: KnownPlan) -> None:
        """Keep what was worked out for an output folder."""
        if self._plans.get(output) is known:
            return
        self._plans[output] = known
        self.put_many("plan", [(output, msgspec.msgpack.encode(known))])

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
