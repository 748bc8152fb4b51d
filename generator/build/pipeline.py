"""The disk -> the output folder: every stage in its order, and the one place where a build is incremental."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.checking import Checkup, begin_checkup
from generator.build.editor import write_schemas
from generator.build.front import Front, make_front
from generator.build.options import Options, Outcome, Progress, output_id
from generator.build.pictures_on_demand import PendingPictures, split_pending
from generator.build.pool import make_all
from generator.build.shortcut import remember
from generator.build.verdicts import judge
from generator.build.withdrawal import forget_photos
from generator.build.workshop import Workshop
from generator.cache import Cache
from generator.diagnostics import Diagnostic, Severity, error, has_errors, in_order
from generator.model.facts import PageFacts
from generator.model.plan import Artifact, Entry, MakePhoto, Manifest, Work
from generator.model.site import Site
from generator.photo_cache import PhotoCache
from generator.plan import compare, orphans, vanished
from generator.write import Clash, Output, read_manifest

NOTHING: dict[str, int] = {}
LARGE = 40_000_000
"""No two photos of more pixels than this are decoded at the same time."""


def build(options: Options, cache: Cache, progress: Progress) -> Outcome:
    """Bring the output folder up to date; with an error it stays exactly as it was."""
    if options.clean:
        cache.forget()
    return finish(make_front(options, cache, progress), options, cache, progress)


def finish(front: Front, options: Options, cache: Cache, progress: Progress) -> Outcome:
    """Bring the output folder up to date with what the front half found: the back half of `build`."""
    write_schemas(options.root, front.site)
    cache.commit()
    name = output_id(options)
    if _stops(front.diagnostics, options):
        manifest = read_manifest(options.output)
        made = _make(front, compare(front.plan, manifest), options, cache, progress, None)
        cache.commit()
        return _failed(made.diagnostics)
    output = Output(options.output, read_manifest(options.output), cache.stamps(name))
    work = compare(front.plan, Manifest() if options.clean else output.manifest)
    try:
        made = _make(front, work, options, cache, progress, output)
        gone = orphans(front.plan, output.listed)
        found = (*made.diagnostics, *vanished(gone, front.plan, output.listed.entries, _hidden(front.site)))
        if _stops(found, options):
            output.discard()
            return _failed(found)
        kept = {artifact.path: output.manifest.entries[artifact.path] for artifact in work.fresh}
        written = output.commit(made.entries, kept)
        files = frozenset({*kept, *made.entries})
    except Clash as clash:
        output.discard()
        tip = "verplaats of verwijder dit bestand, of kies met --output een andere map"
        message = "hier staat een bestand dat niet van ons is, en we willen er schrijven"
        return _failed((*front.diagnostics, *(error(path, 1, "vreemd-bestand", message, tip) for path in clash.paths)))
    except BaseException:
        # On a disk that is full, what was staged would be in the way.
        output.discard()
        raise
    cache.store_stamps(name, written.stamps)
    planned = [artifact.path for artifact in front.plan.artifacts]
    cache.store_parts(name, {artifact.path: artifact.parts for artifact in work.stale}, planned)
    counts = {
        "pages": sum(artifact.path.endswith(".html") for artifact in front.plan.artifacts),
        "photos": sum(isinstance(artifact.recipe, MakePhoto) for artifact in front.plan.artifacts),
        "written": len(written.written),
        "unchanged": written.unchanged,
        "removed": len(written.removed),
    }
    outcome = Outcome(
        diagnostics=in_order(found),
        failed=False,
        counts=counts,
        next_change=next_change(front),
        # In the folder of a preview nobody keeps files of his own.
        foreign=() if options.lazy_photos else output.foreign(planned),
        pending=made.pending,
        waiting=front.site.waiting,
        files=files,
    )
    forget_photos(options, cache, front)
    remember(options, cache, front, outcome, written.stamps)
    cache.commit()
    return outcome


def check(options: Options, cache: Cache, progress: Progress) -> Outcome:
    """Find everything that is wrong, and write nothing to the output folder."""
    front, found, stops = look(options, cache, progress)
    site = front.site
    verdicts = judge(front.reading, found, site, strict=options.strict)
    return Outcome(found, stops, NOTHING, next_change(front), waiting=site.waiting, verdicts=verdicts)


def look(options: Options, cache: Cache, progress: Progress) -> tuple[Front, tuple[Diagnostic, ...], bool]:
    """Render and check what is not known yet, without writing; gives what was found, and whether it stops a build."""
    front = make_front(options, cache, progress)
    write_schemas(options.root, front.site)
    cache.commit()
    manifest = read_manifest(options.output)
    work = compare(front.plan, manifest)
    made = _make(front, work, options, cache, progress, None)
    found = (*made.diagnostics, *vanished(work.orphans, front.plan, manifest.entries, _hidden(front.site)))
    cache.commit()
    return front, in_order(found), _stops(found, options)


@dataclass(frozen=True, slots=True)
class _Result:
    """What rendering and checking gave."""

    entries: Mapping[str, Entry]
    diagnostics: tuple[Diagnostic, ...]
    pending: PendingPictures | None = None


def _make(
    front: Front, work: Work, options: Options, cache: Cache, progress: Progress, output: Output | None
) -> _Result:
    """Render what is stale and check what may be wrong; without an output nothing is staged."""
    checkup = begin_checkup(front, cache, output_id(options))
    facts = _facts_of(checkup.unsure, checkup, cache)
    photos = PhotoCache(options.root if cache.path is not None else None)
    todo = _todo(work, checkup, facts, photos, staged=output is not None)
    workshop = open_workshop(front, options, output.prepare() if output else None)
    pending = None
    if options.lazy_photos:
        todo, pending = split_pending(todo, photos, workshop)
    entries: dict[str, Entry] = {}
    problems: list[Diagnostic] = []
    stale = {artifact.path for artifact in work.stale}
    texts: dict[str, str] = {}

    def make(artifacts: Sequence[Artifact]) -> None:
        cache.commit()  # what was not committed would keep other processes out of the store
        for number, made in enumerate(make_all(artifacts, workshop, cache, options.jobs), start=1):
            progress("maken", number, len(artifacts))
            if made.problem is not None:
                problems.append(made.problem)
            if made.facts is not None:
                facts[made.path] = made.facts.sharing(texts)
            if made.entry is not None and made.path in stale:
                entries[made.path] = made.entry
        paths = [artifact.path for artifact in artifacts if artifact.path in facts]
        cache.store_facts({checkup.keys[path]: facts[path] for path in paths})

    make(todo)
    if not problems and front.plan.whole:
        if checkup.holds(facts):
            cache.forget_facts(checkup.outdated)
            found: tuple[Diagnostic, ...] = ()
        else:
            facts |= _facts_of([path for path in checkup.keys if path not in facts], checkup, cache)
            make([checkup.artifacts[path] for path in checkup.keys if path not in facts])
            found = checkup.check_all(facts) if not problems else ()
        cache.keep_facts(checkup.keys.values())
        problems += found
        cache.store_checked(output_id(options), None if problems else checkup.good(facts))
    return _Result(entries, (*front.diagnostics, *problems), pending)


def open_workshop(front: Front, options: Options, staging: Path | None) -> Workshop:
    """Lay ready what making files of a site needs."""
    photos = front.sources.photos
    return Workshop(
        root=options.root,
        theme=front.sources.theme,
        base_path=front.site.config.base_path,
        staging=staging,
        places=front.sources.places,
        large=frozenset(path for path, photo in photos.items() if photo.width * photo.height > LARGE),
        digests={path: photo.digest for path, photo in photos.items()},
    )


def _facts_of(paths: Iterable[str], checkup: Checkup, cache: Cache) -> dict[str, PageFacts]:
    """Give the facts of pages that are known, by path."""
    keys = {path: checkup.keys[path] for path in paths}
    known = cache.facts(keys.values())
    return {path: known[key] for path, key in keys.items() if key in known}


def _todo(
    work: Work, checkup: Checkup, facts: Mapping[str, PageFacts], photos: PhotoCache, *, staged: bool
) -> list[Artifact]:
    """Choose what to make: all that is stale, and pages of which the facts have to be known and were lost.

    When nothing is staged, only what can still turn out wrong: pages, feeds, and photos that were never decoded.
    """
    lost = frozenset(checkup.unsure) - frozenset(facts)
    unknown = [item for item in work.fresh if item.path in lost]
    if staged:
        return [*work.stale, *unknown]
    return [item for item in work.stale if _unseen(item, lost, photos)] + unknown


def _unseen(artifact: Artifact, lost: Container[str], photos: PhotoCache) -> bool:
    recipe = artifact.recipe
    if isinstance(recipe, MakePhoto):
        return not photos.has(recipe.digest, artifact.key)
    return artifact.path in lost or artifact.path.endswith(".xml")


def _hidden(site: Site) -> frozenset[str]:
    """Give the addresses that are not there now and come back by themselves, redirects to them included."""
    return frozenset(site.withheld) | {redirect.old for redirect in site.redirects if redirect.new in site.withheld}


def next_change(front: Front) -> tuple[str, str, str] | None:
    """Give the next day on which the site changes by itself."""
    if not front.site.changes:
        return None
    change = front.site.changes[0]
    return (change.day.isoformat(), change.path, change.reason)


def _stops(diagnostics: Iterable[Diagnostic], options: Options) -> bool:
    found = tuple(diagnostics)
    return has_errors(found) or (options.strict and any(d.severity is Severity.WARNING for d in found))


def _failed(diagnostics: Iterable[Diagnostic]) -> Outcome:
    return Outcome(in_order(diagnostics), failed=True, counts=NOTHING)
