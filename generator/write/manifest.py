"""`.mba/manifest.json` <-> Manifest: which files of an output folder builds made."""

from __future__ import annotations

import contextlib
import json
from json.encoder import encode_basestring as quoted
from pathlib import Path

import msgspec

from generator.model.plan import Entry, Manifest

FOLDER = ".mba"
VERSION = 1
STAGED = f"{FOLDER}-manifest"
"""No file of a site has this name."""


class _Row(msgspec.Struct):
    """One file."""

    path: str
    key: str
    digest: str


class _Rows(msgspec.Struct):
    """The whole."""

    version: int
    files: list[_Row]


_DECODER = msgspec.json.Decoder(_Rows)


def manifest_file(output: Path) -> Path:
    """Give the place of the manifest of an output folder."""
    return output / FOLDER / "manifest.json"


def pending_file(output: Path) -> Path:
    """Give the place of the list of files that a running build is putting in the folder."""
    return output / FOLDER / "pending.json"


def read_manifest(output: Path) -> Manifest:
    """Read the manifest; one that is absent or broken knows of no files.

    Raises:
        PermissionError: it is there, and not for us to read.
    """
    try:
        data = _DECODER.decode(manifest_file(output).read_bytes())
    except PermissionError:
        raise
    except (OSError, msgspec.MsgspecError, UnicodeError):
        return Manifest()
    rows = data.files if data.version == VERSION else ()
    return Manifest({row.path: Entry(row.key, row.digest) for row in rows})


def read_pending(output: Path) -> frozenset[str]:
    """Read which files a build that was cut off may have put in the folder."""
    try:
        rows = json.loads(pending_file(output).read_bytes())
        return frozenset(str(row) for row in rows) if isinstance(rows, list) else frozenset()
    except (OSError, ValueError):
        return frozenset()


def stage_manifest(staging: Path, manifest: Manifest) -> None:
    """Write the manifest where it waits to be published: sorted, without times or absolute paths."""
    rows = sorted(manifest.entries.items())
    # Every build waits for this: a row is put together here, and only its texts are encoded.
    lines = ",\n".join(
        f'{{"path": {quoted(path)}, "key": {quoted(entry.key)}, "digest": {quoted(entry.digest)}}}'
        for path, entry in rows
    )
    (staging / STAGED).write_bytes(f'{{"version": {VERSION}, "files": [\n{lines}\n]}}\n'.encode())


def publish_manifest(staging: Path, output: Path) -> None:
    """Let the manifest that was staged count from now on."""
    (staging / STAGED).replace(manifest_file(output))


def write_pending(output: Path, paths: frozenset[str]) -> None:
    """Note which files are about to appear, so that a build after a power cut knows them for its own."""
    replace_file(pending_file(output), json.dumps(sorted(paths), ensure_ascii=False).encode())


def replace_file(path: Path, data: bytes) -> None:
    """Put bytes in a file in one step: a reader sees the old file or the new one."""
    temporary = path.with_name(f"{path.name}.new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
