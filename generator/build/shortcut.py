"""A build that succeeded -> the question whether anything changed since; if nothing did, there is nothing to do.

This module loads nothing heavy: an unchanged site is recognised before a parser or a template engine is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.build.codes import program_codes
from generator.build.options import Options, Outcome, output_id
from generator.cache import Cache, LastBuild
from generator.digest import digest_value
from generator.load import CONTENT, survey
from generator.model.source import FileStamp
from generator.write.manifest import manifest_file
from generator.write.output import scan_stamps

if TYPE_CHECKING:
    from generator.build.front import Front


def inputs_key(options: Options, theme: str, stamps: Mapping[str, FileStamp]) -> str:
    """Digest all that a build depends on, by what the file system says of it."""
    return digest_value([options.today, options.drafts, program_codes().all, theme, sorted(stamps.items())])


def _outputs(options: Options, stamps: Mapping[str, FileStamp]) -> str:
    manifest = manifest_file(options.output)
    status = FileStamp.of(manifest.stat(), "") if manifest.exists() else None
    return digest_value(
        [
            status,
            sorted(
                (path, stamp.size, stamp.modified_ns, stamp.changed_ns, stamp.inode) for path, stamp in stamps.items()
            ),
        ]
    )


def remember(options: Options, cache: Cache, front: Front, outcome: Outcome, stamps: Mapping[str, FileStamp]) -> None:
    """Keep a build that succeeded, with what its inputs were before the first of them was read."""
    if front.inputs is None or outcome.foreign or options.lazy_photos:
        cache.store_last_build(output_id(options), None)
        return
    theme = front.site.config.theme
    last = LastBuild(
        inputs=inputs_key(options, theme, front.inputs),
        outputs=_outputs(options, stamps),
        theme=theme,
        diagnostics=outcome.diagnostics,
        counts=outcome.counts,
        next_change=outcome.next_change,
        waiting=outcome.waiting,
    )
    cache.store_last_build(output_id(options), last)


def nothing_changed(options: Options, cache: Cache) -> Outcome | None:
    """Give the outcome of the last build again, when inputs and outputs are still the same."""
    if options.clean or options.lazy_photos:
        return None
    last = cache.last_build(output_id(options))
    if last is None or (options.strict and last.diagnostics):
        return None
    stamps = survey(options.root, (CONTENT, last.theme))
    if stamps is None or any(cache.doubts(stamp) for stamp in stamps.values()):
        return None
    if inputs_key(options, last.theme, stamps) != last.inputs:
        return None
    if _outputs(options, scan_stamps(options.output)) != last.outputs:
        return None
    total = last.counts["written"] + last.counts["unchanged"]
    counts = last.counts | {"written": 0, "removed": 0, "unchanged": total}
    kept = tuple(found for found in last.diagnostics if found.code != "adres-verdwenen")
    return Outcome(kept, failed=False, counts=counts, next_change=last.next_change, waiting=last.waiting)
