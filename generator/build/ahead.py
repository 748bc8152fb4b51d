"""The last build + one text that was saved -> its page, before anything else is looked at.

While the front matter of a piece is the same, no page but its own can change: plans are looked up by that law
(`plan/known.py`). So the page that its writer is waiting for can be made from what the last build found. Whatever is
not plainly so simple is left to the build that follows in any case, and that takes nothing from here on trust.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace

from generator.assemble import resolve_again
from generator.assemble.photos import photos_in
from generator.build.checking import alone
from generator.build.front import Front
from generator.build.options import Options
from generator.build.pipeline import open_workshop
from generator.build.pool import Read, make_all, read_all
from generator.build.reading import document_key
from generator.cache import Cache
from generator.diagnostics import has_errors
from generator.digest import digest_bytes
from generator.model.document import Document
from generator.model.plan import Artifact
from generator.model.site import LinkTarget, Target
from generator.model.source import SourceFile
from generator.plan import is_dead
from generator.write import open_staging, put_in_place

HOME = "/"
MOST = 1_000_000
"""Bytes of a text that is read while somebody waits; what is larger is nobody's story."""


def page_ahead(front: Front, path: str, options: Options, cache: Cache) -> str | None:
    """Bring the page of one content file up to date, and give the page's path.

    `front` is that of the last build, which succeeded. None when nothing was done: somebody has to look at everything.

    Raises:
        OSError: the disk refused; the page is as it was.
    """
    planned = _plan(front, path, options)
    if planned is None:
        return None
    artifact, read = planned
    cache.store_documents({document_key(path, read.digest): read.rows})
    staging = open_staging(options.output)
    try:
        for made in make_all([artifact], open_workshop(front, options, staging), cache, jobs=1):
            if made.facts is None or not alone(front, artifact, cache).holds({made.path: made.facts}):
                return None
            if not put_in_place(staging, options.output, made.path):
                return None
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return artifact.path


def _plan(front: Front, path: str, options: Options) -> tuple[Artifact, Read] | None:
    """Plan the page anew, if it is the only file that can have changed; gives what was read as well."""
    before = next((r.value.document for r in front.reading.reports if r.value.path == path), None)
    item = front.site.by_slug.get(before.slug) if before else None
    if before is None or item is None or item.document is not before or item.address == HOME:
        return None
    if front.site.today != options.today or front.plan.remake is None:
        return None
    read = _read(front, path)
    after = read.report.value.document if read else None
    if read is None or after is None or has_errors(read.report.diagnostics) or not _looks_alike(before, after, front):
        return None
    targets = resolve_again(front.material, front.site, after)
    if has_errors(targets.diagnostics) or _leads_nowhere(targets.value, front):
        return None
    site = replace(front.site, targets={**front.site.targets, path: targets.value})
    artifact = front.plan.remake(site, replace(item, document=after))
    return (artifact, read) if artifact is not None else None


def _leads_nowhere(targets: Iterable[Target], front: Front) -> bool:
    """Tell whether one of the links leads to an address that texts may not lead to."""
    links = (target.href for target in targets if isinstance(target, LinkTarget) and target.href)
    return any(is_dead(link, front.site, front.plan.addresses) for link in links)


def _read(front: Front, path: str) -> Read | None:
    """Read a file again; None when it is no plain file (any more)."""
    place = front.sources.place(path)
    way = [place, *(folder for folder in place.parents if folder.is_relative_to(front.sources.root))]
    if any(part.is_symlink() for part in way) or not place.is_file() or place.stat().st_size > MOST:
        return None
    data = place.read_bytes()
    return next(read_all([SourceFile(path, digest_bytes(data), data)], front.reading.settings, jobs=1))


def _looks_alike(before: Document, after: Document, front: Front) -> bool:
    """Tell whether nobody but the page itself can see the difference: photos are everybody's business too."""
    known = frozenset(front.sources.photos) | front.withdrawn
    photos = frozenset(photos_in(after, known))
    same_photos = photos == frozenset(photos_in(before, known)) and not photos & front.withdrawn
    return same_photos and replace(after, body=before.body, digest=before.digest) == before
