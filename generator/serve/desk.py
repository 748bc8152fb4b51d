"""The last build -> what lies on the desk of the editors: what waits, what is planned, what is wrong, what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.document import Call
from generator.model.dutch import full_date, join_names, short_date
from generator.model.site import Item, PhotoTarget, ShortcodeTarget, Site
from generator.serve.builder import Built
from generator.serve.problems import Places, Problem, describe
from generator.serve.ribbons import is_planned, lacking

SOON = 60
"""Days before a photo may no longer be shown at which it appears here."""
MOST_PER_FILE = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One thing on the desk: `address` is where it can be seen, `editor` a link that opens its file."""

    title: str
    kind: str
    file: str
    note: str
    address: str | None
    editor: str | None


@dataclass(frozen=True, slots=True)
class Heap:
    """Things of one sort; `empty` is what to say when there are none."""

    name: str
    title: str
    about: str
    empty: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file with what is wrong in it; `more` is what is left out."""

    path: str
    title: str | None
    address: str | None
    editor: str | None
    errors: int
    warnings: int
    problems: tuple[Problem, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything on the desk, on a day."""

    name: str
    home: str
    day: str
    heaps: tuple[Heap, ...]
    files: tuple[File, ...]
    errors: int
    warnings: int


def make_desk(built: Built, places: Places) -> Desk:
    """Gather what lies on the desk, from what the last build found."""
    front = built.front
    site = front.site if front else None
    problems = tuple(_files(built, places, site))
    return Desk(
        name=site.config.name if site else "Mijn Buurt",
        home=f"{site.config.base_path}/" if site else "/",
        day=full_date(site.today) if site else "",
        heaps=tuple(_heaps(site, places)) if site else (),
        files=problems,
        errors=sum(file.errors for file in problems),
        warnings=sum(file.warnings for file in problems),
    )


def _heaps(site: Site, places: Places) -> Iterator[Heap]:
    drafts = [item for item in site.items if item.document.common.draft]
    yield Heap(
        "concepten",
        "Concepten",
        "Nog niet klaar. Haal 'concept: ja' weg als een stuk online mag.",
        "Geen concepten. Alles wat er ligt, is klaar.",
        tuple(_row(site, places, item, _draft_note(item)) for item in drafts),
    )
    planned = [item for item in site.items if is_planned(item, site) and not item.document.common.draft]
    planned.sort(key=lambda item: (item.document.common.publish_on or dt.date.max, item.address))
    yield Heap(
        "gepland",
        "Gepland",
        "Komt vanzelf online op de dag die erbij staat.",
        "Er staat niets klaar voor later.",
        tuple(_row(site, places, item, _planned_note(item, site)) for item in planned),
    )
    waiting = [item for item in site.items if not item.document.common.draft and lacking(item, site)]
    yield Heap(
        "akkoord",
        "Wacht op akkoord",
        "Staat pas online als iedereen akkoord is.",
        "Niemand hoeft nog akkoord te geven."
        if site.config.required_signatures
        else "We vragen nu niemand om akkoord.",
        tuple(_row(site, places, item, f"van {join_names(lacking(item, site))}") for item in waiting),
    )
    closing = [item for item in site.items if item.days_left is not None]
    closing.sort(key=lambda item: (item.days_left or 0, item.address))
    yield Heap(
        "sluiten",
        "Sluit deze week",
        "Oproepen waarop mensen nog een paar dagen kunnen reageren.",
        "Deze week sluit geen oproep.",
        tuple(_row(site, places, item, _closing_note(item)) for item in closing),
    )
    yield Heap(
        "fotos",
        "Foto's die verlopen",
        f"Mogen binnen {SOON} dagen niet meer op de site. Vraag opnieuw toestemming, of kies een andere foto.",
        f"De komende {SOON} dagen verloopt geen foto.",
        tuple(_expiring(site, places)),
    )


def _row(site: Site, places: Places, item: Item, note: str) -> Row:
    document = item.document
    return Row(
        title=document.common.title or document.slug,
        kind=document.kind.label,
        file=document.path,
        note=note,
        address=f"{site.config.base_path}{item.address}",
        editor=places.link(document.path),
    )


def _draft_note(item: Item) -> str:
    day = item.document.common.publish_on
    return f"gepland voor {short_date(day)}" if day else ""


def _planned_note(item: Item, site: Site) -> str:
    day = item.document.common.publish_on or site.today
    left = (day - site.today).days
    return f"{full_date(day)} ({'morgen' if left == 1 else f'over {left} dagen'})"


def _closing_note(item: Item) -> str:
    meta = item.document.meta
    left = item.days_left or 0
    words = {0: "vandaag is de laatste dag", 1: "nog 1 dag"}.get(left, f"nog {left} dagen")
    closes = meta.closes_on if isinstance(meta, Call) else None
    return f"{words}, tot en met {full_date(closes)}" if closes else words


def _expiring(site: Site, places: Places) -> Iterator[Row]:
    """Find the photos of which the site knows a last day, by the changes that it foresees."""
    limit = site.today + dt.timedelta(days=SOON)
    users = _users(site)
    for change in site.changes:
        if change.path not in site.photos or change.day > limit:
            continue
        item = users.get(change.path)
        yield Row(
            title=change.path.rpartition("/")[2],
            kind="foto",
            file=f"{change.path}.yaml",
            note=f"vanaf {full_date(change.day)}: {change.reason}",
            address=f"{site.config.base_path}{item.address}" if item else None,
            editor=places.link(f"{change.path}.yaml"),
        )


def _users(site: Site) -> dict[str, Item]:
    """Say which piece shows a photo, the first of them if there are more."""
    users: dict[str, Item] = {}
    for item in site.items:
        shown = [item.photo] if item.photo else []
        for target in site.targets[item.document.path]:
            if isinstance(target, PhotoTarget) and target.path:
                shown.append(target.path)
            elif isinstance(target, ShortcodeTarget):
                shown += target.photos
        for path in shown:
            users.setdefault(path, item)
    return users


def _files(built: Built, places: Places, site: Site | None) -> Iterator[File]:
    """Group what is wrong by file, the files with errors first."""
    owners = {item.document.path: item for item in site.items} if site else {}
    found = []
    for path, group in groupby(built.diagnostics, key=lambda problem: problem.file):
        rows = list(group)
        item = owners.get(path)
        errors = sum(row.severity == "fout" for row in rows)
        rows.sort(key=lambda row: (row.severity != "fout", row.line))
        found.append(
            File(
                path=path,
                title=item.document.common.title if item else None,
                address=f"{site.config.base_path}{item.address}" if item and site else None,
                editor=places.link(path),
                errors=errors,
                warnings=len(rows) - errors,
                problems=tuple(describe(rows[:MOST_PER_FILE], places)),
                more=max(0, len(rows) - MOST_PER_FILE),
            )
        )
    yield from sorted(found, key=lambda file: (not file.errors, file.path))
