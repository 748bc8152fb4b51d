"""The site and what was found in it -> its state: what is stale, closes, waits, is hard to read, was checked."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator import __version__
from generator.build.evidence import gather_evidence
from generator.build.front import Front
from generator.build.options import Options, Progress
from generator.build.pipeline import look
from generator.build.verdicts import organisation_names
from generator.cache import Cache
from generator.diagnostics import Severity
from generator.model.document import HEEL_ASSEN, UNDATED, Call, Document, Event, Kind, Story
from generator.model.prose import Readability
from generator.model.site import Item, Site
from generator.model.state import CallLine, HardText, Level, QuietWijk, SiteState, Waiting
from generator.model.theme import ThemeFiles
from generator.plan.tokens import theme_tokens, tokens_css
from generator.render.state import state_page

A_YEAR = dt.timedelta(days=365)
HARDEST = 5
ENOUGH_WORDS = 60
"""A shorter text has no reading level."""


@dataclass(frozen=True, slots=True)
class MadeState:
    """The state of a site, and the theme to show it in."""

    state: SiteState
    theme: ThemeFiles


def write_page(made: MadeState, path: Path) -> None:
    """Write the state as one page with charts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page = state_page(made.state, tokens_css(theme_tokens(made.theme).value))
    path.write_text(page, encoding="utf-8", newline="\n")


def make_state(options: Options, cache: Cache, progress: Progress) -> MadeState:
    """Look at everything, and write nothing to the output folder."""
    front, found, _ = look(options, cache, progress)
    site = front.site
    calls = [item for item in site.items if isinstance(item.document.meta, Call)]
    documents = [parsed.document for parsed in front.reading.parsed if parsed.document is not None]
    readable = _readable(front, documents)
    state = SiteState(
        name=site.config.name,
        date=options.today,
        version=__version__,
        pieces=len(front.reading.parsed),
        errors=sum(problem.severity is Severity.ERROR for problem in found),
        warnings=sum(problem.severity is Severity.WARNING for problem in found),
        wijken=tuple(_wijk(item, site) for item in site.wijken),
        closing=_in_order(_call(item, site.today) for item in calls if item.days_left is not None),
        unanswered=_in_order(_call(item, site.today) for item in calls if item.closed and not _is_answered(item)),
        waiting=_waiting(site),
        drafts=sum(document.common.draft for document in documents),
        levels=_levels(readable),
        hardest=_hardest(readable),
        evidence=gather_evidence(front, found),
    )
    return MadeState(state, front.sources.theme)


def _wijk(item: Item, site: Site) -> QuietWijk:
    """Find the latest story that is about this wijk itself, and not about the whole city."""
    group = site.by_wijk.get(item.slug)
    days = [_date_of(story.document) for story in (group.stories if group else ()) if _is_own(story, item.slug)]
    latest = max((day for day in days if day is not None and day <= site.today), default=None)
    ago = (site.today - latest) if latest else None
    return QuietWijk(
        name=item.document.common.title,
        file=item.document.path,
        latest=latest,
        days=ago.days if ago is not None else None,
        stale=ago is None or ago >= A_YEAR,
    )


def _is_own(story: Item, wijk: str) -> bool:
    wijken = story.document.meta.wijken if isinstance(story.document.meta, Story) else ()
    return wijk in wijken and HEEL_ASSEN not in wijken


def _call(item: Item, today: dt.date) -> CallLine:
    meta = item.document.meta
    closes_on = meta.closes_on if isinstance(meta, Call) and meta.closes_on else today
    return CallLine(item.document.common.title, item.document.path, closes_on, abs((closes_on - today).days))


def _is_answered(item: Item) -> bool:
    """A closed call has its result, or says why nothing came of it."""
    meta = item.document.meta
    return isinstance(meta, Call) and bool(meta.result or (meta.status == "gaat-niet-door" and meta.reason))


def _in_order(calls: Iterable[CallLine]) -> tuple[CallLine, ...]:
    return tuple(sorted(calls, key=lambda call: (call.closes_on, call.file)))


def _waiting(site: Site) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(piece.title, piece.path, organisation_names(piece, site.shared))
        for piece in site.waiting
        if piece.organisations
    )


# ------------------------------------------------------------------------------------------------- reading levels


def _readable(front: Front, documents: Iterable[Document]) -> list[tuple[Document, Readability]]:
    """Give the pieces with a text that is long enough to say something of."""
    coached = front.reading.coached
    rows = [(document, coached[document.path].readability) for document in documents if document.path in coached]
    return [(document, read) for document, read in rows if not document.common.draft and read.words >= ENOUGH_WORDS]


def _levels(readable: Iterable[tuple[Document, Readability]]) -> tuple[Level, ...]:
    groups: dict[tuple[Kind, int | None], list[Readability]] = defaultdict(list)
    for document, read in readable:
        day = _date_of(document)
        groups[document.kind, day.year if day else None].append(read)
    order = list(Kind)
    keys = sorted(groups, key=lambda key: (order.index(key[0]), key[1] or 0))
    return tuple(_level(kind, year, groups[kind, year]) for kind, year in keys)


def _level(kind: Kind, year: int | None, texts: list[Readability]) -> Level:
    whole = Readability(
        words=sum(text.words for text in texts),
        sentences=sum(text.sentences for text in texts),
        syllables=sum(text.syllables for text in texts),
    )
    return Level(
        kind=kind.label,
        year=year,
        pieces=len(texts),
        words=whole.words,
        mean=round(whole.mean, 1),
        longest=max(text.longest for text in texts),
        long=sum(len(text.long) for text in texts),
        score=_score(whole),
    )


def _score(readability: Readability) -> float:
    """Keep the score on its scale of 0 to 100."""
    return round(min(max(readability.flesch_douma or 0.0, 0.0), 100.0), 1)


def _hardest(readable: Iterable[tuple[Document, Readability]]) -> tuple[HardText, ...]:
    rows = [
        HardText(
            title=document.common.title,
            file=document.path,
            line=read.longest_line,
            score=_score(read),
            mean=round(read.mean, 1),
            longest=read.longest,
        )
        for document, read in readable
    ]
    return tuple(sorted(rows, key=lambda row: (row.score, row.file))[:HARDEST])


def _date_of(document: Document) -> dt.date | None:
    meta = document.meta
    day: dt.date | None = None
    if isinstance(meta, Story | Call):
        day = meta.date
    elif isinstance(meta, Event):
        day = meta.begins.day
    return None if day == UNDATED else day
