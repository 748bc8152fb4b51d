"""A site -> what a new piece has to know of it: the names that it can mention, and those that are taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from generator.assemble.site import RESERVED
from generator.build.editor import names_of
from generator.build.front import make_front
from generator.build.options import Options, Progress
from generator.build.turn import take_turn
from generator.cache import Cache
from generator.load import CONTENT
from generator.model.document import HEEL_ASSEN, Kind
from generator.model.site import Site
from generator.parse.schema.texts import MAX_SLUG

# Windows keeps these names for itself, whatever comes behind the dot; `index` is the name of a file in a folder.
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
NO_FILE_NAMES = frozenset({"con", "prn", "aux", "nul", "index", *_PORTS})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`taken` gives the address that has a slug; `signatures` are asked before a piece goes online."""

    root: Path
    names: Mapping[str, tuple[str, ...]]
    taken: Mapping[str, str]
    signatures: tuple[str, ...] = ()


def look_around(root: Path, today: dt.date, progress: Progress) -> Surroundings:
    """Read the site; what is wrong in it is for other commands to say."""
    with take_turn(root, None, lambda _: None), closing(Cache(root)) as cache:
        site = make_front(Options(root, root / "output", today, drafts=True), cache, progress).site
        cache.commit()
    return Surroundings(root, names_of(site), dict(_taken(site)), site.config.required_signatures)


def _taken(site: Site) -> Iterator[tuple[str, str]]:
    moved = (redirect.old for redirect in site.redirects)
    for address in (*moved, *site.withheld, *(item.address for item in site.items)):
        yield address.strip("/").rpartition("/")[2], address


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a new piece goes: `folder` lies below the site, with forward slashes."""

    folder: str
    slug: str

    def file(self, *, with_photos: bool) -> str:
        """Give the path of its file; with photos it gets a folder of its own."""
        return f"{self.folder}/{self.slug}/index.md" if with_photos else f"{self.folder}/{self.slug}.md"


def spot_of(kind: Kind, slug: str, year: int) -> Spot:
    """Choose the folder of a piece; stories lie together by year."""
    parts = (CONTENT, kind.value, str(year) if kind is Kind.STORY else "")
    return Spot("/".join(filter(None, parts)), slug)


def why_not(kind: Kind, slug: str, year: int, around: Surroundings) -> str | None:
    """Say in Dutch why a slug cannot be used; None when it is free."""
    if not slug:
        return "hier staat geen letter of cijfer waar een adres van kan komen"
    if slug in around.taken:
        return f"de naam '{slug}' is al in gebruik: {around.taken[slug]}"
    if slug in NO_FILE_NAMES or slug == HEEL_ASSEN or (kind is Kind.PAGE and slug in RESERVED):
        return f"de naam '{slug}' heeft de site of de computer zelf nodig"
    spot = spot_of(kind, slug, year)
    for path in (f"{spot.folder}/{slug}.md", f"{spot.folder}/{slug}"):
        if (around.root / path).exists():
            return f"{path} bestaat al"
    return None


def propose(kind: Kind, wanted: str, year: int, around: Surroundings) -> str:
    """Give a slug that is free: the one that is wanted, or else with a number behind it."""
    number, slug = 1, wanted
    while why_not(kind, slug, year, around):
        number += 1
        tail = f"-{number}"
        slug = wanted[: MAX_SLUG - len(tail)].rstrip("-") + tail
    return slug
