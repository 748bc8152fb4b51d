"""Mosaic + tokens, or the logo of the theme -> the mark in all its forms: for pages, downloads, icons and cards.

What a theme holds under one of these names is used instead of what is drawn here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from generator.diagnostics import Report
from generator.digest import digest_bytes, digest_value
from generator.model.brand import IconView, Pieces, SiteCardView
from generator.model.plan import Artifact, DrawBrand, WriteText
from generator.model.site import Site
from generator.model.theme import ThemeFiles
from generator.model.view import LogoFileView, MarkView
from generator.plan.fonts import Font
from generator.plan.logo import RASTER, Logo, theme_logo
from generator.plan.mark import JOINT, PLAIN_JOINT, SMALL_JOINT, Mark, draw_mark
from generator.plan.names import asset_path
from generator.plan.palette import Palette
from generator.plan.shapes import Ring, path_data

MARK, FAVICON, TOUCH_ICON, CARD = (
    f"images/{name}" for name in ("mark.svg", "favicon.svg", "apple-touch-icon.png", "deelkaart.png")
)
ICONS = {TOUCH_ICON: 180, "images/icoon-192.png": 192, "images/icoon-512.png": 512}
MANIFEST = "site.webmanifest"
_ROLES = ("surface", "text", "plane-land", "highlight", "on-highlight")
_DOWNLOADS = (
    ("images/mark-kleur.svg", "Merk in kleur", "Voor het scherm en voor druk in kleur.", False),
    ("images/mark-eenkleur.svg", "Merk in één kleur", "Voor zwart-wit en gravure.", False),
    ("images/mark-invers.svg", "Merk in wit", "Voor een donker vlak.", True),
    (
        "images/wordmerk.svg",
        "Merk met naam",
        "De naam is tekst; zonder ons lettertype wordt het Arial.",
        False,
    ),
    ("images/wordmerk-eenkleur.svg", "Merk met naam in één kleur", "Voor zwart-wit en gravure.", False),
    ("images/wordmerk-invers.svg", "Merk met naam in wit", "Voor een donker vlak.", True),
    (FAVICON, "Klein merk", "Voor tabbladen en snelkoppelingen.", False),
    (TOUCH_ICON, "Icoon voor de telefoon", "Voor het beginscherm.", False),
    ("images/icoon-512.png", "Icoon, groot", "Voor sociale media.", False),
    (CARD, "Deelkaart", "Als een pagina geen eigen beeld heeft.", False),
)


@dataclass(frozen=True, slots=True)
class Brand:
    """The mark of a site: what is made, addresses by the names that a theme would give these files, and its parts.

    `city` is the mark as emblem of the whole town; `mosaic` holds its pieces for who draws a card.
    """

    artifacts: tuple[Artifact, ...] = ()
    addresses: Mapping[str, str] = field(default_factory=dict)
    city: tuple[tuple[Ring, ...], float] = ((), 100.0)
    mosaic: Pieces = ()
    raster: tuple[str, str] | None = None
    view: MarkView | None = None
    icon: str | None = None
    manifest: str | None = None
    paper: tuple[str, str] | None = None
    downloads: tuple[LogoFileView, ...] = ()


def make_brand(site: Site, theme: ThemeFiles, palette: Palette, font: Font | None, code: str) -> Report[Brand]:
    """Make the mark; `code` is the digest of what draws pictures. A theme without the colours for it has none."""
    found = theme_logo(theme)
    small = draw_mark(site, SMALL_JOINT)
    city = (small.rings, small.width)
    if not palette.has(*_ROLES):
        return Report(Brand(city=city), found.diagnostics)
    return Report(_Maker(site, theme, palette, found.value, code).make(font, city), found.diagnostics)


class _Maker:
    """Makes the files of the mark, but those that the theme brings itself."""

    def __init__(self, site: Site, theme: ThemeFiles, palette: Palette, logo: Logo | None, code: str) -> None:
        self._site, self._theme, self._palette, self._logo, self._code = site, theme, palette, logo, code
        self._mark = draw_mark(site, JOINT)
        self._mosaic = _coloured(self._mark.squared(), palette)
        self._raster = logo.raster if logo else None
        self._artifacts: list[Artifact] = []
        self._addresses: dict[str, str] = {}

    def make(self, font: Font | None, city: tuple[tuple[Ring, ...], float]) -> Brand:
        """Make all there is."""
        palette, logo = self._palette, self._logo
        if logo is None:
            self._texts(font)
        for name, size in ICONS.items():
            self._draw(name, IconView(size, palette["surface"], self._mosaic, self._raster))
        self._draw(CARD, self._card(font))
        view = MarkView(self._addresses.get(MARK, ""), round(self._mark.width), 100)
        if logo is not None:
            own = self._own(logo.file)
            view = MarkView(own, logo.width, logo.height)
            self._addresses[MARK] = own
            icon = self._addresses["images/icoon-192.png"] if logo.file == RASTER else own
            self._addresses.setdefault(FAVICON, self._own(FAVICON) or icon)
        manifest = self._manifest()
        return Brand(
            artifacts=tuple(self._artifacts),
            addresses=self._addresses,
            city=city,
            mosaic=self._mosaic,
            raster=self._raster,
            view=view,
            icon=self._addresses.get(FAVICON),
            manifest=manifest,
            paper=(palette["surface"], palette.dark("surface")),
            downloads=tuple(self._downloads()),
        )

    def _own(self, name: str) -> str:
        return f"/{asset_path(name, self._theme.digests[name])}" if name in self._theme.files else ""

    def _add(self, name: str, artifact: Artifact) -> None:
        own = self._own(name)
        self._addresses[name] = own or f"/{artifact.path}"
        if not own:
            self._artifacts.append(artifact)

    def _text(self, name: str, text: str) -> None:
        key = digest_bytes(text.encode())
        self._add(name, Artifact(asset_path(name, key), WriteText(text), key))

    def _draw(self, name: str, view: IconView | SiteCardView) -> None:
        key = digest_value([view.key, self._code])
        self._add(name, Artifact(asset_path(name, key), DrawBrand(view), key))

    def _texts(self, font: Font | None) -> None:
        """Write the drawings that a browser makes sharp at any size."""
        palette, name = self._palette, self._site.config.name
        plain = draw_mark(self._site, PLAIN_JOINT)
        ink, paper = palette["text"], palette["surface"]
        colours = {"": None, "-eenkleur": ink, "-invers": paper}
        for end, colour in colours.items():
            mark = self._mark if colour is None else plain
            one = f'<path fill="{colour}" d="{path_data(mark.rings)}"/>'
            drawing = _colour_paths(mark, palette) if colour is None else one
            self._text(f"images/mark{end or '-kleur'}.svg", _svg(f"0 0 {mark.width:g} 100", drawing))
            self._text(f"images/wordmerk{end}.svg", _wordmark(mark, drawing, name, colour or ink, font))
        self._text(MARK, _svg(f"0 0 {self._mark.width:g} 100", _colour_paths(self._mark, palette, dark=True)))
        paths = _colour_paths(self._mark.squared(), palette)
        ground = f'<path fill="{paper}" d="M4 0H92L100 8V96L94 100H0V4Z"/>'
        inner = f'<g transform="translate(2.5 2.5) scale(.95)">{paths}</g>'
        self._text(FAVICON, _svg("0 0 100 100", ground + inner))

    def _card(self, font: Font | None) -> SiteCardView:
        palette, config = self._palette, self._site.config
        return SiteCardView(
            title=font.spell(config.slogan or config.name)[0] if font else "",
            site=font.spell(config.name)[0] if font else "",
            ground=palette["plane-land"],
            ink=palette["text"],
            band=palette["highlight"],
            on_band=palette["on-highlight"],
            mosaic=self._mosaic,
            font=(font.file, self._theme.digests[font.file]) if font else None,
            logo=self._raster,
        )

    def _manifest(self) -> str:
        """Write what a telephone wants to know before it puts the site on its first screen."""
        icons = [
            {"src": self._addresses[name].rpartition("/")[2], "sizes": f"{size}x{size}", "type": "image/png"}
            for name, size in ICONS.items()
            if name != TOUCH_ICON
        ]
        config, paper = self._site.config, self._palette["surface"]
        known = {
            "name": config.name,
            "lang": "nl",
            "start_url": f"{config.base_path}/",
            "display": "browser",
            "background_color": paper,
            "theme_color": paper,
            "icons": icons,
        }
        self._text(MANIFEST, json.dumps(known, ensure_ascii=False, indent=1) + "\n")
        return self._addresses[MANIFEST]

    def _downloads(self) -> Iterator[LogoFileView]:
        for name, title, use, dark in _DOWNLOADS:
            if name in self._addresses:
                yield LogoFileView(title, use, self._addresses[name], dark)


def _coloured(mark: Mark, palette: Palette) -> Pieces:
    return tuple((palette[palette.of_wijk(slug)], rings) for slug, rings in mark.pieces)


def _svg(box: str, inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>\n'


def _colour_paths(mark: Mark, palette: Palette, *, dark: bool = False) -> str:
    """Draw each piece in the colour of its wijk; with `dark` they follow the page, which a download must not."""
    names = [palette.of_wijk(slug) for slug, _ in mark.pieces]
    paths = "".join(
        f'<path fill="{palette[name]}" d="{path_data(rings)}"/>'
        for name, (_, rings) in zip(names, mark.pieces, strict=True)
    )
    if not dark:
        return paths
    rules = "".join(
        f"path:nth-of-type({number}){{fill:{palette.dark(name)}}}" for number, name in enumerate(names, start=1)
    )
    return f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>{paths}"


def _wordmark(mark: Mark, drawing: str, name: str, colour: str, font: Font | None) -> str:
    """Set the name beside the mark as the site does: the last word below the others."""
    before, _, last = name.rpartition(" ")
    lines = [before, last] if before else [last]
    left = mark.width + 26
    family = f"{font.family}, Arial, sans-serif" if font else "Arial, sans-serif"
    tops = (41, 95) if before else (67,)
    words = "".join(
        f'<text x="{left:g}" y="{top}">{escape(line)}</text>' for top, line in zip(tops, lines, strict=True)
    )
    width = left + max(map(len, lines)) * 30
    style = f'fill="{colour}" font-family="{escape(family)}" font-size="50" font-weight="700" letter-spacing="-.75"'
    return _svg(f"0 -4 {width:g} 114", f"{drawing}<g {style}>{words}</g>")
