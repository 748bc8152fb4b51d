"""Files and artifacts -> what was read in them and made of them, in one process or in many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.build.crew import Work, job_count, spread
from generator.build.photo_jobs import photos_begun
from generator.build.workshop import Made, Workshop, broken_photo, broken_theme_file, finish
from generator.cache import Cache
from generator.cache_rows import DocumentRows, decode_document, encode_document
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


@dataclass(frozen=True, slots=True)
class _Row:
    """What a process says of one file: only bytes, which cost little to send."""

    rows: DocumentRows
    coached: Coached | None


@dataclass(frozen=True, slots=True)
class Read:
    """What one file gave: the digest of its bytes, the document without its text, and the rows with it.

    The coach has nothing to say of a file that could not be understood.
    """

    digest: str
    report: Report[Parsed]
    rows: DocumentRows
    coached: Coached | None


def read_all(files: Sequence[SourceFile], settings: CoachSettings, jobs: int) -> Iterator[Read]:
    """Parse and coach files; the order of the results is that of the files."""
    work = Work(partial(_reader, settings), _Row)
    for file, row in zip(files, spread(work, files, jobs), strict=True):
        report = decode_document(row.rows.document)
        if report is None:
            raise ValueError("a document that was just encoded cannot be decoded")
        yield Read(file.digest, report, row.rows, row.coached)


def _reader(settings: CoachSettings) -> Callable[[SourceFile], _Row]:
    return partial(_read, settings)


def _read(settings: CoachSettings, file: SourceFile) -> _Row:
    report = parse_document(file.path, file.digest, file.data or b"")
    document, text = report.value.document, report.value.text
    said = coach(document, text.blocks, settings) if document is not None and text is not None else None
    return _Row(encode_document(report), said)


def make_all(artifacts: Sequence[Artifact], workshop: Workshop, cache: Cache, jobs: int) -> Iterator[Made]:
    """Make artifacts: the photos, each in one go, and the others in their order.

    Few others are made here while other processes encode the photos; for many, all processes are wanted afterwards.
    """
    photos = [artifact for artifact in artifacts if isinstance(artifact.recipe, MakePhoto)]
    others = [artifact.settled() for artifact in artifacts if not isinstance(artifact.recipe, MakePhoto)]
    made_others: Iterator[Made]
    few = cache.path is None or job_count(jobs, len(others)) == 1
    if few:
        made_others = map(_Bench(workshop, cache).make, others)
    else:
        made_others = spread(Work(partial(_open_bench, workshop), Made), others, jobs)
    cached_below = workshop.root if cache.path is not None else None
    with photos_begun(photos, workshop, cached_below, jobs) as made_photos:
        if few:
            yield from made_others
        yield from made_photos
    yield from made_others


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


def _open_bench(workshop: Workshop) -> Callable[[Artifact], Made]:
    return _Bench(workshop, Cache(workshop.root)).make
