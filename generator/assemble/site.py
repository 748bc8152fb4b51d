"""Everything that was parsed -> the Site of one date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.assemble.directory import claim_order, find_photo, make_directory, missing_photo
from generator.assemble.groups import group, group_by
from generator.assemble.photos import ONE_DAY, showable, used_photos, withdrawn_photos
from generator.assemble.references import resolve_all
from generator.assemble.relations import check_relations, check_settings, gather_names
from generator.assemble.visibility import address_of, look_at, own_card_ends
from generator.assemble.waiting import find_waiting
from generator.diagnostics import Diagnostic, Report, error, soften
from generator.model.config import Config, Redirect
from generator.model.document import Document, Kind, Parsed, Wijk
from generator.model.shared import PhotoRegister, SharedData
from generator.model.site import Change, Item, Site, Target
from generator.model.source import PhotoFile

FIXED_ADDRESSES = (
    "verhalen",
    "wijken",
    "oproepen",
    "projecten",
    "agenda",
    "themas",
    "zoeken",
    "huisstijl",
    "widgets",
)
RESERVED = frozenset({*FIXED_ADDRESSES, "i", "w", "feeds", "assets", "server", "404"})


@dataclass(frozen=True, slots=True)
class Material:
    """What a site is assembled from."""

    config: Config
    parsed: Sequence[Parsed]
    shared: SharedData
    photos: Mapping[str, PhotoFile]
    registers: Mapping[str, PhotoRegister | None]


def assemble(material: Material, today: dt.date, *, drafts: bool = False) -> Report[Site]:
    """Put the site together as it is on `today`; with `drafts` also what is not public yet."""
    found: list[Diagnostic] = []
    config, shared = material.config, material.shared
    documents = [file.document for file in material.parsed if file.document is not None]
    names = gather_names(material.parsed, shared)
    found += check_settings(config, shared, names)
    for document in documents:
        problems = tuple(check_relations(document, names))
        found += soften(problems) if document.common.draft else problems
    claimants = sorted(material.parsed, key=claim_order)
    owners = _claim_slugs(claimants, found)

    # A photo that was withdrawn may be thrown away: a text that still names it is no mistake.
    known_photos = frozenset(material.photos) | withdrawn_photos(material.registers, today)
    items: list[Item] = []
    changes: list[Change] = []
    for document in documents:
        sight = look_at(document, config, today, drafts=drafts)
        changes += sight.changes
        if sight.item is not None and not document.common.draft:
            changes += own_card_ends(document, config, today)
        if sight.item is not None and owners[document.slug] == document.path:
            items.append(replace(sight.item, photo=_lead_photo(document, known_photos)))
    items.sort(key=lambda item: item.address)
    by_slug = {item.slug: item for item in items}

    used = used_photos((item.document for item in items), known_photos)
    finished = [item.document for item in items if not item.document.common.draft]
    public = used if len(finished) == len(items) else used_photos(finished, known_photos)
    photos, photo_changes, photo_problems = showable(used, material.photos, material.registers, config, today)
    for problem in photo_problems:
        found += [problem] if problem.file.removesuffix(".yaml") in public else soften([problem])
    changes += photo_changes
    directory = make_directory(claimants, by_slug, photos, known_photos, shared.counters)
    targets: dict[str, tuple[Target, ...]] = {}
    for document in documents:
        problems_here: list[Diagnostic] = []
        targets[document.path] = resolve_all(document, directory, problems_here)
        if document.common.photo and _lead_photo(document, known_photos) is None:
            name, line = document.common.photo, document.line("foto")
            problems_here.append(missing_photo(document, name, line, known_photos))
        found += soften(problems_here) if document.common.draft else problems_here

    notice = shared.notice
    if notice and notice.until >= today:
        changes.append(Change(notice.until + ONE_DAY, "content/mededeling.yaml", "mededeling verloopt"))
    listed = [item for item in items if not item.expired]
    pieces = group(item for item in listed if item.kind not in {Kind.WIJK, Kind.PAGE})
    site = Site(
        config=config,
        today=today,
        shared=shared,
        items=tuple(items),
        wijken=tuple(sorted((item for item in listed if item.kind is Kind.WIJK), key=_wijk_order)),
        listed=pieces,
        pages=tuple(item for item in listed if item.kind is Kind.PAGE),
        by_slug=by_slug,
        by_wijk=group_by(pieces, "wijken"),
        by_theme=group_by(pieces, "themes"),
        by_project=group_by(pieces, "project"),
        targets=targets,
        photos=photos,
        public_photos=frozenset(public),
        withheld={
            address_of(file.kind, file.slug): file.document is not None
            for file in material.parsed
            if file.kind is not None and file.slug not in by_slug
        },
        redirects=(*config.redirects, *_former_addresses(items)),
        waiting=tuple(find_waiting(documents, config, today)),
        changes=tuple(sorted(changes, key=lambda change: (change.day, change.path, change.reason))),
    )
    return Report(site, tuple(found))


def resolve_again(material: Material, site: Site, document: Document) -> Report[tuple[Target, ...]]:
    """Resolve the references of a document of which the text changed and nothing else."""
    known_photos = frozenset(material.photos) | withdrawn_photos(material.registers, site.today)
    counters = site.shared.counters
    claimants = sorted(material.parsed, key=claim_order)
    directory = make_directory(claimants, site.by_slug, site.photos, known_photos, counters)
    found: list[Diagnostic] = []
    targets = resolve_all(document, directory, found)
    return Report(targets, tuple(found))


def _wijk_order(item: Item) -> tuple[str, str]:
    return (item.document.meta.cbs_code if isinstance(item.document.meta, Wijk) else "", item.slug)


def _claim_slugs(claimants: Iterable[Parsed], found: list[Diagnostic]) -> dict[str, str]:
    """Give each slug to one file; a draft never takes it from a piece that is not one."""
    owners: dict[str, Parsed] = {}
    for file in claimants:
        if file.kind is None:
            continue
        if file.kind is Kind.PAGE and file.slug in RESERVED:
            tip = "geef het bestand een andere naam, of een eigen 'slug'"
            message = f"het adres /{file.slug}/ heeft de site zelf nodig"
            problem = error(file.path, _slug_line(file), "adres-bezet", message, tip)
            found += soften([problem]) if _is_draft(file) else [problem]
            owners.setdefault(file.slug, Parsed("", None, file.slug, None))
            continue
        owner = owners.setdefault(file.slug, file)
        if owner is not file and owner.kind is not None:
            tip = "geef een van de twee een eigen 'slug'"
            message = f"de naam '{file.slug}' is al van {owner.path}"
            problem = error(file.path, _slug_line(file), "dubbel-adres", message, tip)
            found += soften([problem]) if _is_draft(file) else [problem]
    return {slug: file.path for slug, file in owners.items()}


def _is_draft(file: Parsed) -> bool:
    return file.document is not None and file.document.common.draft


def _slug_line(file: Parsed) -> int:
    return file.document.line("slug") if file.document is not None else 1


def _lead_photo(document: Document, known_photos: frozenset[str]) -> str | None:
    name = document.common.photo
    return find_photo(document, name, known_photos) if name else None


def _former_addresses(items: Iterable[Item]) -> list[Redirect]:
    return [
        Redirect(old, item.address, item.document.path, item.document.line(f"oude_adressen.{number}"))
        for item in items
        for number, old in enumerate(item.document.common.former_addresses)
    ]
