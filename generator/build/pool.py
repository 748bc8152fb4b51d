"""Much work -> many processes: parsing and rendering are pure, so they can be done anywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from generator.build.photo_jobs import make_photos
from generator.build.workshop import Made, Workshop, broken_photo, broken_theme_file, finish
from generator.cache import Cache
from generator.check import read_facts, xml_flaw
from generator.diagnostics import Diagnostic, Report, error
from generator.lint import coach
from generator.model.coach import CoachSettings
from generator.model.document import Parsed
from generator.model.plan import Artifact, MakePhoto, RenderTemplate, photo_of
from generator.model.prose import Coached
from generator.model.source import SourceFile
from generator.parse import parse_document
from generator.photo_cache import PhotoCache
from generator.render import PhotoError, Renderer, RenderError, ThemeFileError

CHUNK = 100
WORTH_IT = 300
"""Below this many items one process is faster than starting others."""


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
    """Make artifacts: the photos, each in one go, then the others in their order."""
    photos = [artifact for artifact in artifacts if isinstance(artifact.recipe, MakePhoto)]
    others = [artifact for artifact in artifacts if not isinstance(artifact.recipe, MakePhoto)]
    yield from make_photos(photos, workshop, workshop.root if cache.path is not None else None, jobs)
    count = job_count(jobs, len(others)) if cache.path is not None else 1
    if count == 1:
        bench = _Bench(workshop, cache)
        yield from map(bench.make, others)
        return
    with ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=_open_bench, initargs=(workshop,)
    ) as pool:
        yield from pool.map(_make, others, chunksize=CHUNK)


class _Bench:
    """The place in one process where artifacts are made."""

    def __init__(self, workshop: Workshop, cache: Cache) -> None:
        self._staging = workshop.staging
        self._theme = workshop.theme.folder
        self._photos = PhotoCache(workshop.root if cache.path is not None else None)
        self._renderer = Renderer(workshop.theme, workshop.base_path, bodies=cache.body, photos=workshop.photo)

    def make(self, artifact: Artifact) -> Made:
        try:
            data = self._render(artifact)
        except RenderError as fault:
            tip = "maak de laatste wijziging aan het thema ongedaan, of vraag wie het thema maakt"
            message = f"dit sjabloon past niet bij de pagina /{artifact.path}: {fault}"
            return Made(
                artifact.path, artifact.key, None, None, error(fault.file, fault.line, "sjabloon-fout", message, tip)
            )
        except PhotoError as fault:
            return broken_photo(artifact, str(fault))
        except ThemeFileError as fault:
            return broken_theme_file(artifact, f"{self._theme}/{fault}", fault.kind)
        broken = self._xml_problem(artifact, data)
        if broken is not None:
            return Made(artifact.path, artifact.key, None, None, broken)
        facts = read_facts(data.decode()) if artifact.path.endswith(".html") else None
        return finish(artifact, data, self._staging, facts)

    def _render(self, artifact: Artifact) -> bytes:
        """Render, unless it is a card with a photo that was drawn before."""
        photo = photo_of(artifact.recipe)
        if photo is None:
            return self._renderer.render(artifact)
        known = self._photos.get(photo[1], artifact.key)
        if known is None:
            known = self._renderer.render(artifact)
            self._photos.put(photo[1], artifact.key, known)
        return known

    def _xml_problem(self, artifact: Artifact, data: bytes) -> Diagnostic | None:
        if not artifact.path.endswith(".xml") or not isinstance(artifact.recipe, RenderTemplate):
            return None
        flaw = xml_flaw(data)
        tip = "maak de laatste wijziging aan het thema ongedaan, of vraag wie het thema maakt"
        template = f"{self._theme}/{artifact.recipe.template}"
        return error(template, 1, "xml-onjuist", f"/{artifact.path} is geen XML: {flaw}", tip) if flaw else None


_benches: list[_Bench] = []


def _open_bench(workshop: Workshop) -> None:
    _benches[:] = [_Bench(workshop, Cache(workshop.root))]


def _make(artifact: Artifact) -> Made:
    return _benches[0].make(artifact)
