"""Content files -> documents and what the coach says of them; what was read before is remembered, not read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.photos import photos_in
from generator.build.codes import program_codes
from generator.build.options import Options, Progress
from generator.build.pool import read_all
from generator.cache import Cache
from generator.cache_rows import DocumentRows
from generator.diagnostics import Diagnostic, Report
from generator.digest import digest_value
from generator.lint import coach
from generator.load.files import read_unchanged
from generator.model.coach import CoachSettings
from generator.model.document import Parsed
from generator.model.prose import Coached
from generator.model.source import SourceFile, Sources


@dataclass(frozen=True, slots=True)
class Reading:
    """All documents in the order of their files; `coached` is by path, without those that could not be understood."""

    reports: tuple[Report[Parsed], ...]
    coached: Mapping[str, Coached]
    settings: CoachSettings

    @property
    def parsed(self) -> tuple[Parsed, ...]:
        """Give the documents alone."""
        return tuple(report.value for report in self.reports)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Give what was found in the documents, without the rules that are switched off."""
        found: list[Diagnostic] = []
        for report in self.reports:
            document = report.value.document
            off = {*self.settings.disabled, *(document.common.disabled_rules if document else ())}
            found += [problem for problem in report.diagnostics if problem.code not in off]
        for coached in self.coached.values():
            found += coached.diagnostics
        return tuple(found)


def read_documents(
    options: Options,
    sources: Sources,
    cache: Cache,
    progress: Progress,
    settings: CoachSettings,
    withdrawn: frozenset[str] = frozenset(),
) -> Reading:
    """Parse and coach what is new; a document whose body was lost is parsed again.

    What names a withdrawn photo is not kept for the next build.
    """
    codes = program_codes()
    keys = {file.path: document_key(file.path, file.digest) for file in sources.documents}
    said = digest_value([codes.coach, settings])
    coach_keys = {path: digest_value([said, key]) for path, key in keys.items()}
    known = cache.documents(keys.values())
    bodies = {key: report.value.document.body.key for key, report in known.items() if report.value.document}
    lost = cache.missing_bodies(bodies.values())
    known = {key: report for key, report in known.items() if bodies.get(key) not in lost}
    todo = [_with_data(sources, file) for file in sources.documents if keys[file.path] not in known]
    fresh: dict[str, Report[Parsed]] = {}
    rows: dict[str, DocumentRows] = {}
    new: dict[str, Coached] = {}
    for number, read in enumerate(read_all(todo, settings, options.jobs), start=1):
        path = read.report.value.path
        fresh[keys[path]], rows[keys[path]] = read.report, read.rows
        if read.coached is not None:
            new[path] = read.coached
        progress("lezen", number, len(todo))
    cache.store_documents(rows)
    reports = known | fresh
    kept = [reports[keys[file.path]] for file in sources.documents]
    cache.keep_only("document", keys.values())
    cache.keep_only("body", (report.value.document.body.key for report in kept if report.value.document))
    before = cache.coached(coach_keys[report.value.path] for report in known.values())
    new |= _coach_again([report.value for report in known.values()], before, coach_keys, cache, progress, settings)
    cache.store_coached({coach_keys[path]: coached for path, coached in new.items()})
    cache.keep_only("coach", coach_keys.values())
    if withdrawn:
        photos = withdrawn | frozenset(sources.photos)
        naming = [
            doc.path for report in kept if (doc := report.value.document) and withdrawn & {*photos_in(doc, photos)}
        ]
        cache.drop("document", [keys[path] for path in naming])
        cache.drop("coach", [coach_keys[path] for path in naming])
    said_before = {path: before[key] for path, key in coach_keys.items() if key in before}
    return Reading(tuple(kept), said_before | new, settings)


def document_key(path: str, digest: str) -> str:
    """Give the key under which a file that was read is kept, from its path and the digest of its bytes."""
    return digest_value([program_codes().parsing, path, digest])


def _coach_again(
    parsed: Sequence[Parsed],
    before: Mapping[str, Coached],
    keys: Mapping[str, str],
    cache: Cache,
    progress: Progress,
    settings: CoachSettings,
) -> dict[str, Coached]:
    """Coach documents that did not change, but the agreed spellings or the rules did: from the texts that were kept."""
    documents = [file.document for file in parsed if file.document is not None and keys[file.path] not in before]
    made = {}
    for number, document in enumerate(documents, start=1):
        made[document.path] = coach(document, cache.blocks(document.body.key), settings)
        progress("nalezen", number, len(documents))
    return made


def _with_data(sources: Sources, file: SourceFile) -> SourceFile:
    if file.data is not None:
        return file
    return SourceFile(file.path, file.digest, read_unchanged(sources.place(file.path), file.digest))
