"""The least that a build can cost on this machine: reading, parsing and writing, each alone and in one process."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml
from markdown import Markdown


def floors(site: Path, output: Path, scratch: Path) -> dict[str, float]:
    """Measure, in seconds; `output` is what a build wrote, and `scratch` a folder that is made and removed."""
    content = sorted((site / "content").rglob("*.md"))
    written = sorted(path for path in output.rglob("*") if path.is_file())
    loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    parts = [_split(path.read_text(encoding="utf-8")) for path in content]
    markdown = Markdown(output_format="html")
    return {
        f"reading {len(content)} content files": _timed(lambda: [path.read_bytes() for path in content]),
        "parsing their front matter: PyYAML in C": _timed(lambda: [yaml.load(head, loader) for head, _ in parts]),  # noqa: S506 - it is the safe loader, written in C
        "parsing their text: Python-Markdown": _timed(lambda: [markdown.reset().convert(body) for _, body in parts]),
        f"asking the stamps of them and of {len(written)} output files": _timed(
            lambda: [*_stats(site / "content"), *_stats(output)]
        ),
        f"writing {_size(written)} in {len(written)} files": _writing(written, output, scratch, _create),
        "the same, each beside its place and then renamed": _writing(written, output, scratch, _create_and_rename),
    }


def _split(text: str) -> tuple[str, str]:
    _, head, body = text.split("---\n", 2)
    return head, body


def _timed(work: Callable[[], object]) -> float:
    """Give the seconds of the second time: the first makes everything warm."""
    work()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _stats(folder: Path) -> Iterator[os.stat_result]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _stats(Path(entry.path))
            else:
                yield entry.stat()


def _size(paths: list[Path]) -> str:
    return f"{sum(path.stat().st_size for path in paths) / 1_000_000:.0f} MB"


def _writing(files: list[Path], root: Path, scratch: Path, write: Callable[[Path, bytes], None]) -> float:
    """Time making the folders and writing; reading what is written does not count."""
    shutil.rmtree(scratch, ignore_errors=True)
    os.sync()
    seconds = 0.0
    made: set[Path] = set()
    for file in files:
        data, target = file.read_bytes(), scratch / file.relative_to(root)
        begin = time.perf_counter()
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        write(target, data)
        seconds += time.perf_counter() - begin
    shutil.rmtree(scratch)
    return seconds


def _create(target: Path, data: bytes) -> None:
    target.write_bytes(data)


def _create_and_rename(target: Path, data: bytes) -> None:
    beside = target.with_name(f"{target.name}.new")
    beside.write_bytes(data)
    beside.replace(target)
