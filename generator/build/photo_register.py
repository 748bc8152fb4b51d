"""What is known of the photos of a site -> how each stands, where it is shown, and the withdrawal of one."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.assemble.photos import ONE_DAY, is_withdrawn, last_day, photos_in, register_of, used_photos
from generator.build.front import Front
from generator.build.options import Options
from generator.build.withdrawal import forget_previews, published_names
from generator.cache import Cache
from generator.model.plan import Artifact, MakeCard, RenderTemplate, WriteText, photo_of
from generator.model.view import PageView, PhotoView, View, part_names
from generator.parse.withdrawing import write_withdrawal
from generator.photo_cache import PhotoCache


class State(StrEnum):
    """How a photo stands on the date of the site, as people read it."""

    SHOWN = "op de site"
    WAITING = "wacht op een stuk"
    UNUSED = "niet gebruikt"
    WITHDRAWN = "ingetrokken"
    EXPIRED = "bewaartermijn voorbij"
    WRONG = "niet in orde"


@dataclass(frozen=True, slots=True)
class Standing:
    """A photo, and until when it may be shown: `last_day` is None when there is no such day, or when it is not known.

    `pieces` are the files of the pieces that use it, also of those that are not on the site now.
    """

    path: str
    state: State
    last_day: dt.date | None
    reason: str
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a photo stands: the whole public address, and what is there."""

    address: str
    what: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What the withdrawal of a photo did: `line` is None when the register could not be changed.

    `copies` are other files with the very same photo, that may still be shown.
    """

    photo: str
    since: dt.date
    line: int | None
    already: bool
    places: tuple[Place, ...]
    copies: tuple[str, ...]
    shared: bool


def standings(front: Front, today: dt.date) -> tuple[Standing, ...]:
    """Say of every photo in the content how it stands."""
    files = front.sources.photos
    documents = [file.document for file in front.material.parsed if file.document is not None]
    known = frozenset(files)
    used = used_photos(documents, known)
    pieces: dict[str, list[str]] = {}
    for document in documents:
        for path in photos_in(document, known):
            pieces.setdefault(path, []).append(document.path)
    public = front.site.public_photos
    found = []
    for path in sorted(files):
        register = register_of(path, front.material.registers)
        end: dt.date | None = None
        reason = ""
        if register is not None:
            end, reason = last_day(register, used.get(path, dt.date.max), front.site.config.retention_months)
        if register is not None and is_withdrawn(register, today):
            state = State.WITHDRAWN
        elif register is None or not register.complete or files[path].problem:
            state = State.WRONG
        elif end is not None and end < today:
            state = State.EXPIRED
        elif path in front.site.photos and path in public:
            state = State.SHOWN
        else:
            state = State.WAITING if path in used else State.UNUSED
        ends = None if end is None or end == dt.date.max else end
        found.append(Standing(path, state, ends, reason, tuple(sorted(pieces.get(path, ())))))
    return tuple(found)


def expiring(rows: Iterable[Standing], today: dt.date, days: int) -> tuple[Standing, ...]:
    """Give the photos that go from the site by themselves within so many days, the first one first."""
    until = today + days * ONE_DAY
    soon = [
        row
        for row in rows
        if row.state in {State.SHOWN, State.WAITING} and row.last_day is not None and row.last_day < until
    ]
    return tuple(sorted(soon, key=lambda row: (row.last_day or today, row.path)))


def where_shown(front: Front, cache: Cache, path: str) -> tuple[Place, ...]:
    """Give every address at which a photo stands: pages, cards for social media and whatever else is made of it.

    Of a page that was built before, the cache knows what it loads; of another, its view says what it may show.
    """
    public = front.site.config.address
    facts = cache.facts(artifact.key for artifact in front.plan.artifacts if artifact.path.endswith(".html"))
    digest = front.sources.photos[path].digest
    made = [artifact for artifact in front.plan.artifacts if _made_of(artifact, digest)]
    files = {f"/{artifact.path}" for artifact in made}
    cards = {f"/{artifact.path}" for artifact in made if isinstance(artifact.recipe, MakeCard)}
    loaded = {f"{front.site.config.base_path}{name}" for name in files}
    seen: dict[str, bool] = {}
    found = []
    for artifact in front.plan.artifacts:
        recipe = artifact.recipe
        address = f"{public}/{artifact.path.removesuffix('index.html')}"
        if isinstance(recipe, RenderTemplate):
            card = recipe.view.head.card if isinstance(recipe.view, PageView) else None
            known = facts.get(artifact.key)
            shows = bool(loaded & set(known.files)) if known is not None else _shows(recipe.view, files, seen)
            if shows or card in cards:
                found.append(Place(address, "pagina" if shows else "pagina, alleen op de deelkaart"))
        elif isinstance(recipe, WriteText) and any(name in recipe.text for name in files):
            found.append(Place(address, "bestand"))
        elif isinstance(recipe, MakeCard) and f"/{artifact.path}" in cards:
            found.append(Place(address, "deelkaart"))
    return tuple(found)


def _made_of(artifact: Artifact, digest: str) -> bool:
    """Tell whether a file is made of these bytes: two photos that are the same share their files."""
    made_of = photo_of(artifact.recipe)
    return made_of is not None and made_of[1] == digest


def _shows(view: View, files: set[str], seen: dict[str, bool]) -> bool:
    """Tell whether a view shows one of these files, in itself or in a view inside it."""
    if view.key not in seen:
        if isinstance(view, PhotoView):
            seen[view.key] = any(variant.address in files for variant in view.variants)
        else:
            seen[view.key] = any(_shows(inner, files, seen) for inner in _inside(view))
    return seen[view.key]


def _inside(view: View) -> Iterable[View]:
    for name in part_names(type(view)):
        value = getattr(view, name)
        for member in value if isinstance(value, tuple) else (value,):
            if isinstance(member, View):
                yield member


def withdraw(options: Options, cache: Cache, front: Front, path: str) -> Withdrawal:
    """Write in the register of a photo that consent is withdrawn from today, and forget what is kept of the photo.

    The next build takes the photo from the site. `path` is that of a photo with a register.
    """
    today = options.today
    register = register_of(path, front.material.registers)
    since = register.withdrawn_on if register is not None and is_withdrawn(register, today) else None
    places = where_shown(front, cache, path)
    line: int | None = None
    source = next(file for name, file in front.sources.registers.items() if name.casefold() == _yaml(path))
    if since is None:
        place = front.sources.place(source.path)
        changed = write_withdrawal(place.read_bytes(), today)
        if changed is not None:
            _replace(place, changed.data)
            line = changed.line
    digest = front.sources.photos[path].digest
    copies = tuple(other for other, file in front.sources.photos.items() if file.digest == digest and other != path)
    PhotoCache(options.root).forget(digest)
    forget_previews(options, published_names([path]))
    return Withdrawal(
        photo=path,
        since=since or today,
        line=line,
        already=since is not None,
        places=places,
        copies=copies,
        shared=register is not None and register.share_with_partners,
    )


def _yaml(path: str) -> str:
    return f"{path}.yaml".casefold()


def has_register(front: Front, path: str) -> bool:
    """Tell whether there is a register file beside a photo."""
    return any(name.casefold() == _yaml(path) for name in front.sources.registers)


def _replace(place: Path, data: bytes) -> None:
    """Write a file in one go: a full disk leaves the old one as it was."""
    temporary = place.with_name(f"{place.name}.tmp")
    temporary.write_bytes(data)
    shutil.copymode(place, temporary)
    temporary.replace(place)
