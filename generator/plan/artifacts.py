"""Site + theme -> all artifacts, and what is wrong with their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Report, error, has_errors
from generator.digest import digest_value
from generator.model.component import Component
from generator.model.feed import DataView
from generator.model.plan import SHORT, Artifact, EncodeData, Plan, RenderTemplate
from generator.model.site import Site
from generator.model.theme import ThemeFiles
from generator.model.view import (
    INSERT_MACROS,
    BodyView,
    CallView,
    EventView,
    FindView,
    GuideView,
    HomeView,
    ListView,
    NotFoundView,
    PageView,
    ProjectView,
    RedirectView,
    SitemapView,
    StoryView,
    TextPageView,
    ThemesView,
    View,
    WijkenView,
    WijkPageView,
)
from generator.plan.addresses import dead_addresses
from generator.plan.assets import make_assets
from generator.plan.brand import make_brand
from generator.plan.calendars import make_calendars
from generator.plan.cards import make_cards
from generator.plan.catalog import Catalog
from generator.plan.embeds import make_embeds
from generator.plan.feeds import make_feeds
from generator.plan.fonts import theme_font
from generator.plan.guard import guard
from generator.plan.guide import GUIDE, make_guide
from generator.plan.lists import make_lists
from generator.plan.memory import Memory
from generator.plan.overviews import make_singles
from generator.plan.palette import Palette
from generator.plan.pieces import Desk
from generator.plan.redirects import former_redirects, page_path, short_redirects
from generator.plan.related import Neighbours
from generator.plan.scopes import feed_path
from generator.plan.server import server_settings
from generator.plan.shapes import draw_map
from generator.plan.shell import make_shell
from generator.plan.templates import closures
from generator.plan.tokens import theme_tokens
from generator.plan.widgets import LAYOUTS as WIDGET_LAYOUTS
from generator.plan.widgets import make_widgets

LAYOUTS: Mapping[type[View], str] = {
    HomeView: "layouts/home.html",
    StoryView: "layouts/story.html",
    CallView: "layouts/call.html",
    ProjectView: "layouts/project.html",
    EventView: "layouts/event.html",
    TextPageView: "layouts/page.html",
    WijkPageView: "layouts/wijk.html",
    WijkenView: "layouts/wijken.html",
    ListView: "layouts/listing.html",
    ThemesView: "layouts/themes.html",
    FindView: "layouts/find.html",
    NotFoundView: "layouts/not-found.html",
    RedirectView: "layouts/redirect.html",
    GuideView: GUIDE,
    **WIDGET_LAYOUTS,
}
OPTIONAL = frozenset({GUIDE, *WIDGET_LAYOUTS.values()})
"""What a theme may leave out: then the site has no such pages."""
FORMATS = {"sitemap.xml": "formats/sitemap.xml", "robots.txt": "formats/robots.txt"}
FEED = "formats/feed.xml"
INSERTS = "components/insert/insert.html"


@dataclass(frozen=True, slots=True)
class Codes:
    """Digests of the program itself: of what makes pages, of what encodes photos, of what draws cards."""

    pages: str
    photos: str
    cards: str


def make_plan(site: Site, theme: ThemeFiles, codes: Codes, components: tuple[Component, ...] = ()) -> Report[Plan]:
    """List every file that the site will have; `components` fill the guide to the house style."""
    templates = closures(theme)
    tokens = theme_tokens(theme)
    font = theme_font(theme)
    palette = Palette(site, tokens.value)
    brand = make_brand(site, theme, palette, font.value, codes.cards)
    assets = make_assets(site, theme, tokens.value, codes.photos, brand=brand.value, font=font.value)
    found: list[Diagnostic] = [*templates.diagnostics, *tokens.diagnostics, *font.diagnostics]
    found += (*brand.diagnostics, *assets.diagnostics)
    found += guard(site, theme, tokens.value)
    missing = _missing_layouts(theme)
    found += missing
    cards = make_cards(site, theme, palette, brand.value, font.value, codes.cards, templates.value)
    found += cards.diagnostics
    desk = Desk(
        cards=cards.value,
        site=site,
        catalog=Catalog(site, assets.value.photos),
        shell=make_shell(site, assets.value.view),
        neighbours=Neighbours(site),
    )
    memory = Memory(desk)
    pages: list[tuple[PageView, str | None]] = [
        (memory.piece(item), item.document.path) for item in site.items if item.address != "/"
    ]
    home_path = next((page.document.path for page in site.pages if page.address == "/"), None)
    pages += [
        (view, home_path if isinstance(view, HomeView) else None)
        for view in (
            *make_singles(desk, draw_map(site.shared.map)),
            *memory.shared("lists", lambda: tuple(make_lists(desk))),
        )
    ]
    guide = make_guide(desk, theme, tokens.value, components, brand.value.downloads)
    found += guide.diagnostics
    widgets = make_widgets(desk, theme, tokens.value)
    found += widgets.diagnostics
    pages += [(view, None) for view in (*guide.value, *widgets.value.pages)]
    planner = _Planner(templates.value, codes.pages)
    for view, origin in pages:
        planner.add(page_path(view.head.address), view, origin)
    for address, frame, origin in widgets.value.frames:
        planner.add(page_path(address), frame, origin)
    addresses = {view.head.address: view.head.title for view, _ in pages}
    for path, redirect, origin in memory.shared("short", lambda: tuple(short_redirects(site))):
        planner.add(path, redirect, origin)
    for path, redirect, origin, line in former_redirects(site, addresses, found):
        planner.add(path, redirect, origin, line=line)
    sitemap = _sitemap(site, (view for view, _ in pages))
    for path, template in FORMATS.items():
        planner.add(path, sitemap, None, template=template)
    for scope, feed in make_feeds(desk, tokens.value):
        planner.add(feed_path(scope, "xml"), feed, None, template=FEED)
        planner.encode(feed_path(scope, "json"), feed, None)
    encoded: list[tuple[str, DataView, str | None]] = [*make_calendars(desk), *make_embeds(desk)]
    for path, data, origin in encoded:
        planner.encode(path, data, origin)
    others = (artifact.path for artifact in planner.artifacts if not artifact.path.endswith(".html"))
    files = {f"/{path}" for path in (*others, *(artifact.path for artifact in assets.value.artifacts))}
    dead = dead_addresses(site, frozenset(addresses) | files)
    found += dead.diagnostics
    artifacts = [
        *planner.artifacts,
        *assets.value.artifacts,
        *widgets.value.files,
        *cards.value.artifacts,
        *server_settings(site.config),
    ]
    found += _collisions(artifacts)
    unique = {artifact.path: artifact for artifact in artifacts}
    whole = not has_errors(templates.diagnostics) and not missing
    return Report(Plan(tuple(unique[path] for path in sorted(unique)), whole, dead.value), tuple(found))


class _Planner:
    """Turns views into artifacts with their keys."""

    def __init__(self, templates: Mapping[str, str], code: str) -> None:
        self._templates = templates
        self._code = code
        self._closures: dict[tuple[str, bool], str] = {}
        self.artifacts: list[Artifact] = []

    def add(self, path: str, view: View, origin: str | None, *, template: str | None = None, line: int = 1) -> None:
        """Plan one page."""
        name = template or LAYOUTS[type(view)]
        if name not in self._templates:
            return
        closure = self._closure(name, view)
        key = digest_value([self._code, closure, view.key])
        basis = (("programma", self._code[:SHORT]), ("sjabloon", closure[:SHORT]))
        self.artifacts.append(Artifact(path, RenderTemplate(name, view), key, origin, line, basis))

    def encode(self, path: str, view: DataView, origin: str | None) -> None:
        """Plan a file that is written without a template."""
        key = digest_value([self._code, view.key])
        self.artifacts.append(Artifact(path, EncodeData(view), key, origin, basis=(("programma", self._code[:SHORT]),)))

    def _closure(self, name: str, view: View) -> str:
        """Digest a template with all that it reaches, and the one that shows what stands inside this page's text."""
        body = getattr(view, "body", None)
        has_inserts = isinstance(body, BodyView) and any(type(insert) in INSERT_MACROS for insert in body.inserts)
        if (name, has_inserts) not in self._closures:
            parts = [name, self._templates.get(name), self._templates.get(INSERTS) if has_inserts else None]
            self._closures[name, has_inserts] = digest_value(parts)
        return self._closures[name, has_inserts]


def _missing_layouts(theme: ThemeFiles) -> list[Diagnostic]:
    if not theme.files:
        return []
    tip = "zet het bestand terug in het thema"
    return [
        error(f"{theme.folder}/{name}", 1, "sjabloon-ontbreekt", f"het sjabloon '{name}' is er niet", tip)
        for name in (*LAYOUTS.values(), *FORMATS.values(), FEED)
        if name not in theme.files and name not in OPTIONAL
    ]


def _sitemap(site: Site, views: Iterable[PageView]) -> SitemapView:
    heads = [view.head for view in views if not view.head.noindex]
    return SitemapView(
        site_address=site.config.address, pages=tuple(sorted((head.address, head.modified) for head in heads))
    )


def _collisions(artifacts: Sequence[Artifact]) -> list[Diagnostic]:
    """Two files that claim one path, also where letter case does not count, or a file where others need a folder."""
    owners: dict[str, Artifact] = {}
    found = []
    for artifact in artifacts:
        path = artifact.path.casefold()
        owner = owners.setdefault(path, artifact)
        if owner is not artifact and not (path.startswith("assets/") and owner.key == artifact.key):
            found.append(_collision(artifact, owner))
    for artifact in artifacts:
        path = artifact.path.casefold()
        while path := path.rpartition("/")[0]:
            if path in owners:
                found.append(_collision(artifact, owners[path]))
    return found


def _collision(one: Artifact, other: Artifact) -> Diagnostic:
    """Blame a redirect rather than a page: it is the easier to mend."""
    artifact, owner = (other, one) if _is_redirect(other) and not _is_redirect(one) else (one, other)
    tip = "geef een van de twee een ander adres"
    address = f"/{artifact.path.removesuffix('index.html')}"
    message = f"het adres {address} is al van {owner.origin or 'de site zelf'}"
    return error(artifact.origin or "site.yaml", artifact.line, "dubbel-adres", message, tip)


def _is_redirect(artifact: Artifact) -> bool:
    return isinstance(artifact.recipe, RenderTemplate) and isinstance(artifact.recipe.view, RedirectView)
