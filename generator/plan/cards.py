"""Pieces -> cards for social media: one for each recent piece, one for each wijk that older pieces share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.digest import digest_value
from generator.model.document import HEEL_ASSEN, Call, Kind, Story, Wijk
from generator.model.plan import Artifact, MakeCard
from generator.model.site import Item, Photo, Site
from generator.model.theme import ThemeFiles
from generator.model.view import CardArtView, CardPhotoView, Outline
from generator.plan.assets import asset_path
from generator.plan.shapes import emblem_rings, mosaic_rings
from generator.plan.tokens import Token

LOGO = "images/logo.png"
_ROLES = {
    "on_plane": "semantic.color.on-wijk",
    "paper": "semantic.color.surface",
    "ink": "semantic.color.text",
    "sun": "semantic.color.highlight",
}
_WIJK = "semantic.color.wijk."


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a site: artifacts, the address of each card by the slug of its piece, and of the general one."""

    artifacts: tuple[Artifact, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    site: str | None = None


def make_cards(site: Site, theme: ThemeFiles, tokens: Iterable[Token], code: str) -> Cards:
    """Plan the cards; a theme without the colours or the font for them has none."""
    maker = _Maker(site, theme, tokens, code)
    if not site.config.social_cards.enabled or not maker.able:
        return Cards()
    general = maker.add("site", site.config.slogan or site.config.name, HEEL_ASSEN)
    shared = {wijk.slug: maker.add(wijk.slug, wijk.document.common.title, wijk.slug) for wijk in site.wijken}
    addresses: dict[str, str] = {}
    for item in site.items:
        if item.kind is Kind.WIJK and item.slug in shared:
            addresses[item.slug] = shared[item.slug]
            continue
        wijken = getattr(item.document.meta, "wijken", ())
        wijk = wijken[0] if wijken and wijken[0] in shared else HEEL_ASSEN
        if is_recent(item, site.today, site.config.social_cards.years):
            photo = site.photos.get(item.photo) if item.photo else None
            addresses[item.slug] = maker.add(item.slug, item.document.common.title, wijk, photo)
        else:
            addresses[item.slug] = shared.get(wijk, general)
    unique = {artifact.path: artifact for artifact in maker.artifacts}
    return Cards(tuple(unique.values()), addresses, general)


def is_recent(item: Item, today: dt.date, years: int) -> bool:
    """Tell whether a piece is of this year or of the years before it that have cards of their own."""
    meta = item.document.meta
    if not isinstance(meta, Story | Call):
        return True
    return meta.date.year > today.year - years


def _on_card(photo: Photo) -> CardPhotoView:
    file = photo.file
    return CardPhotoView(file.path, file.digest, photo.register.focus, file.orientation)


class _Maker:
    """Makes the artifacts of cards from what the theme and the map give."""

    def __init__(self, site: Site, theme: ThemeFiles, tokens: Iterable[Token], code: str) -> None:
        colours = {token.path: token.colours[0] for token in tokens if token.colours}
        fonts = sorted(name for name in theme.files if name.startswith("fonts/") and name.endswith(".woff2"))
        self.able = bool(fonts) and all(path in colours for path in (*_ROLES.values(), f"{_WIJK}{HEEL_ASSEN}"))
        self.artifacts: list[Artifact] = []
        if not self.able:
            return
        self._code = code
        self._site = site
        self._colours = colours
        self._font = (fonts[0], theme.digests[fonts[0]])
        self._logo = (LOGO, theme.digests[LOGO]) if LOGO in theme.files else None
        self._rings = emblem_rings(site, site.shared.map)
        pieces = mosaic_rings(site, site.shared.map)
        self._mosaic = tuple((self._colour(slug), rings) for slug, rings in pieces)
        self._outlines: dict[str, Outline] = {**self._rings, HEEL_ASSEN: tuple(r for _, rings in pieces for r in rings)}

    def _colour(self, wijk: str) -> str:
        item = self._site.by_slug.get(wijk)
        meta = item.document.meta if item else None
        name = (meta.color if isinstance(meta, Wijk) else None) or wijk
        return self._colours.get(f"{_WIJK}{name}", self._colours[f"{_WIJK}{HEEL_ASSEN}"])

    def add(self, name: str, title: str, wijk: str, photo: Photo | None = None) -> str:
        """Plan one card and give its address."""
        item = self._site.by_slug.get(wijk)
        view = CardArtView(
            title=title,
            kicker=item.document.common.title if item else "Heel Assen",
            site=self._site.config.name,
            plane=self._colour(wijk),
            outline=self._outlines.get(wijk, ()),
            mosaic=self._mosaic,
            font=self._font,
            logo=self._logo,
            photo=_on_card(photo) if photo else None,
            **{role: self._colours[path] for role, path in _ROLES.items()},
        )
        key = digest_value([view.key, self._code])
        artifact = Artifact(asset_path(f"kaart-{name}.png", key), MakeCard(view), key)
        self.artifacts.append(artifact)
        return f"/{artifact.path}"
