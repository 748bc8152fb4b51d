"""Much work -> many processes: parsing and rendering are pure, so they can be done anywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from generator.cache import Cache
from generator.check import read_facts
from generator.diagnostics import Diagnostic, Report, error
from generator.digest import digest_bytes
from generator.lint import coach
from generator.model.coach import CoachSettings
from generator.model.document import Parsed
from generator.model.facts import PageFacts
from generator.model.plan import Artifact, Entry
from generator.model.prose import Coached
from generator.model.source import SourceFile
from generator.model.theme import ThemeFiles
from generator.parse import parse_document
from generator.render import PhotoError, Renderer, RenderError
from generator.write.output import staged_name

CHUNK = 100
WORTH_IT = 300
"""Below this many items one process is faster than starting others."""


@dataclass(frozen=True, slots=True)
class Made:
    """What rendering one artifact gave; nothing when its template failed."""

    path: str
    key: str
    entry: Entry | None
    facts: PageFacts | None
    problem: Diagnostic | None = None


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a process needs to render: the theme, the store of bodies, and where the bytes go.

    Without `staging` the bytes are checked and dropped.
    """

    root: Path
    theme: ThemeFiles
    base_path: str
    staging: Path | None
    places: Mapping[str, Path]


def job_count(asked: int, items: int) -> int:
    """Say how many processes are worth starting."""
    if items < WORTH_IT:
        return 1
    return asked or os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave; the coach has nothing to say of one that could not be understood."""

    report: Report[Parsed]
    coached: Coached | None


def read_all(files: Sequence[SourceFile], settings: CoachSettings, jobs: int) -> Iterator[Read]:
    """Parse and coach files; the order of the results is that of the files."""
    count = job_count(jobs, len(files))
    read = partial(_read, settings)
    if count == 1:
        yield from map(read, files)
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        yield from pool.map(read, files, chunksize=CHUNK)


def _read(settings: CoachSettings, file: SourceFile) -> Read:
    report = parse_document(file.path, file.digest, file.data or b"")
    document, text = report.value.document, report.value.text
    if document is None or text is None:
        return Read(report, None)
    return Read(report, coach(document, text.blocks, settings))


def make_all(artifacts: Sequence[Artifact], workshop: Workshop, cache: Cache, jobs: int) -> Iterator[Made]:
    """Render artifacts; the order of the results is that of the artifacts."""
    count = job_count(jobs, len(artifacts)) if cache.path is not None else 1
    if count == 1:
        bench = _Bench(workshop, cache)
        yield from map(bench.make, artifacts)
        return
    with ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_open_bench, initargs=(workshop,)
    ) as pool:
        yield from pool.map(_make, artifacts, chunksize=CHUNK)


class _Bench:
    """The place in one process where artifacts are made."""

    def __init__(self, workshop: Workshop, cache: Cache) -> None:
        self._staging = workshop.staging
        self._renderer = Renderer(
            workshop.theme,
            workshop.base_path,
            bodies=cache.body,
            photos=lambda path: (workshop.places.get(path) or workshop.root / path).read_bytes(),
        )

    def make(self, artifact: Artifact) -> Made:
        try:
            data = self._renderer.render(artifact)
        except RenderError as fault:
            tip = "maak de laatste wijziging aan het thema ongedaan, of vraag wie het thema maakt"
            message = f"dit sjabloon past niet bij de pagina /{artifact.path}: {fault}"
            return Made(
                artifact.path, artifact.key, None, None, error(fault.file, fault.line, "sjabloon-fout", message, tip)
            )
        except PhotoError as fault:
            tip = "bewaar de foto opnieuw als JPEG, PNG of WebP; dit bestand is niet heel overgekomen"
            problem = error(str(fault), 1, "foto-stuk", "deze foto kunnen we niet openen", tip)
            return Made(artifact.path, artifact.key, None, None, problem)
        facts = read_facts(data.decode()) if artifact.path.endswith(".html") else None
        if self._staging is not None:
            (self._staging / staged_name(artifact.path)).write_bytes(data)
        return Made(artifact.path, artifact.key, Entry(artifact.key, digest_bytes(data)), facts)


_benches: list[_Bench] = []


def _open_bench(workshop: Workshop) -> None:
    _benches[:] = [_Bench(workshop, Cache(workshop.root))]


def _make(artifact: Artifact) -> Made:
    return _benches[0].make(artifact)
