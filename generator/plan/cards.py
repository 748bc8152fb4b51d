"""Pieces -> cards for social media: one for each recent piece, one for each wijk that older pieces share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Report, warning
from generator.digest import digest_value
from generator.model.document import HEEL_ASSEN, Call, Kind, Story
from generator.model.plan import Artifact, MakeCard
from generator.model.site import Item, Photo, Site
from generator.model.theme import ThemeFiles
from generator.model.view import CardArtView, CardPhotoView, Outline
from generator.plan.brand import CARD, Brand
from generator.plan.fonts import Font
from generator.plan.names import asset_path
from generator.plan.palette import Palette
from generator.plan.shapes import emblem_rings

ART = "components/art/art.html"
DRAWING = "images/tekening-"
_ROLES = {
    "on_plane": "on-plane",
    "paper": "surface",
    "ink": "text",
    "sun": "highlight",
    "on_sun": "on-highlight",
}


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a site: artifacts, the address of each card by the slug of its piece, and of the general one."""

    artifacts: tuple[Artifact, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    site: str | None = None


def make_cards(
    site: Site,
    theme: ThemeFiles,
    palette: Palette,
    brand: Brand,
    font: Font | None,
    code: str,
    templates: Mapping[str, str],
) -> Report[Cards]:
    """Plan the cards; a theme without the colours or the font for them has none.

    `code` is the digest of what draws; `templates` gives that of the theme's choice of drawings.
    """
    if not site.config.social_cards.enabled or font is None or not palette.has(*_ROLES.values()):
        return Report(Cards(site=brand.addresses.get(CARD)))
    maker = _Maker(site, theme, palette, brand, font, code, templates)
    general = brand.addresses.get(CARD)
    shared = {wijk.slug: maker.add(wijk, wijk.slug) for wijk in site.wijken}
    addresses: dict[str, str] = {}
    for item in site.items:
        if item.kind is Kind.WIJK and item.slug in shared:
            addresses[item.slug] = shared[item.slug]
            continue
        wijken = getattr(item.document.meta, "wijken", ())
        wijk = wijken[0] if wijken and wijken[0] in shared else HEEL_ASSEN
        if is_recent(item, site.today, site.config.social_cards.years):
            photo = site.photos.get(item.photo) if item.photo else None
            addresses[item.slug] = maker.add(item, wijk, photo)
        elif address := shared.get(wijk, general):
            addresses[item.slug] = address
    unique = {artifact.path: artifact for artifact in maker.artifacts}
    return Report(Cards(tuple(unique.values()), addresses, general), tuple(maker.found))


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

    def __init__(
        self,
        site: Site,
        theme: ThemeFiles,
        palette: Palette,
        brand: Brand,
        font: Font,
        code: str,
        templates: Mapping[str, str],
    ) -> None:
        self.artifacts: list[Artifact] = []
        self.found: list[Diagnostic] = []
        self._site, self._palette, self._brand, self._font, self._code = site, palette, brand, font, code
        self._letters = (font.file, theme.digests[font.file])
        self._name = font.spell(site.config.name)[0]
        calm = site.shared.small_map if site.shared.small_map.shapes else site.shared.map
        city = tuple(ring for _, rings in brand.mosaic for ring in rings)
        self._outlines: dict[str, Outline] = {**emblem_rings(site, calm), HEEL_ASSEN: city}
        drawings = sorted((name, theme.digests[name]) for name in theme.files if name.startswith(DRAWING))
        self._drawings = digest_value([templates[ART], drawings]) if ART in templates and drawings else None

    def add(self, item: Item, wijk: str, photo: Photo | None = None) -> str:
        """Plan one card and give its address."""
        place = self._site.by_slug.get(wijk)
        view = CardArtView(
            title=self._title(item),
            kicker=self._font.spell(place.document.common.title if place else "Heel Assen")[0],
            site=self._name,
            slug=item.slug if photo is None else "",
            kind=item.kind.label.casefold() if photo is None else "",
            plane=self._palette[self._palette.of_wijk(wijk, "wijk-plane")],
            accent=self._palette[self._palette.of_wijk(wijk)],
            soft=self._palette[self._palette.of_wijk(wijk, "wijk-soft")],
            outline=self._outlines.get(wijk, ()),
            mosaic=self._brand.mosaic,
            font=self._letters,
            logo=self._brand.raster,
            drawings=self._drawings if photo is None else None,
            photo=_on_card(photo) if photo else None,
            **{role: self._palette[name] for role, name in _ROLES.items()},
        )
        key = digest_value([view.key, self._code])
        artifact = Artifact(asset_path(f"kaart-{item.slug}.png", key), MakeCard(view), key)
        self.artifacts.append(artifact)
        return f"/{artifact.path}"

    def _title(self, item: Item) -> str:
        """Write a title with the letters of the font; say which signs it has to do without."""
        document = item.document
        title, missing = self._font.spell(document.common.title)
        if missing:
            signs = " ".join(missing)
            tip = "op de pagina staan ze wel; schrijf de titel met gewone letters als de kaart ze nodig heeft"
            message = f"deze tekens kan ons lettertype niet, de deelkaart laat ze weg: {signs}"
            self.found.append(warning(document.path, document.line("titel"), "kaart-letters", message, tip))
        return title
