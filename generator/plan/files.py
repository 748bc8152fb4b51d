"""Site + theme -> the files that show views, each with its key: pages, frames, redirects, feeds, calendars, embeds."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic
from generator.digest import digest_value
from generator.model.component import Component
from generator.model.feed import DataView
from generator.model.plan import SHORT, Artifact, EncodeData, RenderTemplate
from generator.model.site import Item, Site
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
    LogoFileView,
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
from generator.plan.calendars import make_calendars
from generator.plan.embeds import make_embeds
from generator.plan.feeds import make_feeds
from generator.plan.guide import GUIDE, make_guide
from generator.plan.lists import make_lists
from generator.plan.overviews import make_singles
from generator.plan.pieces import Desk, make_piece
from generator.plan.redirects import former_redirects, page_path, short_redirects
from generator.plan.scopes import feed_path
from generator.plan.shapes import draw_map
from generator.plan.tokens import Token
from generator.plan.widgets import LAYOUTS as WIDGET_LAYOUTS
from generator.plan.widgets import WidgetFiles, make_widget_pages

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
class ViewFiles:
    """All files that show views. `owners` gives, by path, the content file of which one is the page.

    `addresses` are those of pages; in texts they lead somewhere.
    """

    artifacts: tuple[Artifact, ...]
    owners: Mapping[str, str]
    addresses: frozenset[str]
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Materials:
    """What files that show views are made of, the digests of the program's code and of its templates included."""

    desk: Desk
    theme: ThemeFiles
    code: str
    templates: Mapping[str, str]
    tokens: tuple[Token, ...]
    components: tuple[Component, ...]
    downloads: tuple[LogoFileView, ...]
    widgets: WidgetFiles | None


class FileMaker:
    """Makes all files that show views, or one of them."""

    def __init__(self, materials: Materials) -> None:
        self._materials = materials
        self._closures: dict[tuple[str, bool], str] = {}

    @functools.cached_property
    def all(self) -> ViewFiles:
        """Make all of them."""
        made, desk = self._materials, self._materials.desk
        site, found = desk.site, list[Diagnostic]()
        pieces = [(item, make_piece(desk, item)) for item in site.items if item.address != "/"]
        artifacts = [self._page(page_path(item.address), view, item.document.path) for item, view in pieces]
        owners = {page_path(item.address): item.document.path for item, _ in pieces}

        home_path = next((page.document.path for page in site.pages if page.address == "/"), None)
        singles: list[PageView] = [*make_singles(desk, draw_map(site.shared.map)), *make_lists(desk)]
        guide = make_guide(desk, made.theme, made.tokens, made.components, made.downloads)
        found += guide.diagnostics
        singles += guide.value
        widgets = make_widget_pages(desk, made.widgets) if made.widgets else None
        if widgets is not None:
            singles.append(widgets.page)
            artifacts += [self._page(page_path(address), view, origin) for address, view, origin in widgets.frames]
        artifacts += [
            self._page(page_path(view.head.address), view, home_path if isinstance(view, HomeView) else None)
            for view in singles
        ]
        views = [*(view for _, view in pieces), *singles]
        titles = {view.head.address: view.head.title for view in views}
        artifacts += [self._page(path, redirect, origin) for path, redirect, origin in short_redirects(site)]
        artifacts += [
            self._page(path, redirect, origin, line=line)
            for path, redirect, origin, line in former_redirects(site, titles, found)
        ]
        sitemap = _sitemap(site, views)
        artifacts += [self._page(path, sitemap, None, template=template) for path, template in FORMATS.items()]
        for scope, feed in make_feeds(desk, made.tokens):
            artifacts.append(self._page(feed_path(scope, "xml"), feed, None, template=FEED))
            artifacts.append(self._encoded(feed_path(scope, "json"), feed, None))
        encoded: list[tuple[str, DataView, str | None]] = [*make_calendars(desk), *make_embeds(desk)]
        artifacts += [self._encoded(path, view, origin) for path, view, origin in encoded]
        there = tuple(artifact for artifact in artifacts if artifact is not None)
        return ViewFiles(there, owners, frozenset(titles), tuple(found))

    def piece(self, item: Item) -> Artifact | None:
        """Make the page of one piece; None when the theme has no template for it."""
        return self._page(page_path(item.address), make_piece(self._materials.desk, item), item.document.path)

    def again(self, site: Site, item: Item) -> Artifact | None:
        """Make the page of a piece of which only the text is another than it was on the site of this maker."""
        desk = self._materials.desk
        fresh = replace(desk, site=site, catalog=desk.catalog.of(site))
        return FileMaker(replace(self._materials, desk=fresh)).piece(item)

    @functools.cached_property
    def by_path(self) -> Mapping[str, Artifact]:
        """Give all of them by their path."""
        return {artifact.path: artifact for artifact in self.all.artifacts}

    def _page(
        self, path: str, view: View, origin: str | None, *, template: str | None = None, line: int = 1
    ) -> Artifact | None:
        name = template or LAYOUTS[type(view)]
        if name not in self._materials.templates:
            return None
        code, closure = self._materials.code, self._closure(name, view)
        key = digest_value([code, closure, view.key])
        basis = (("programma", code[:SHORT]), ("sjabloon", closure[:SHORT]))
        return Artifact(path, RenderTemplate(name, view), key, origin, line, basis)

    def _encoded(self, path: str, view: DataView, origin: str | None) -> Artifact:
        """Plan a file that is written without a template."""
        code = self._materials.code
        basis = (("programma", code[:SHORT]),)
        return Artifact(path, EncodeData(view), digest_value([code, view.key]), origin, basis=basis)

    def _closure(self, name: str, view: View) -> str:
        """Digest a template with all that it reaches, and the one that shows what stands inside this page's text."""
        body = getattr(view, "body", None)
        has_inserts = isinstance(body, BodyView) and any(type(insert) in INSERT_MACROS for insert in body.inserts)
        if (name, has_inserts) not in self._closures:
            templates = self._materials.templates
            parts = [name, templates.get(name), templates.get(INSERTS) if has_inserts else None]
            self._closures[name, has_inserts] = digest_value(parts)
        return self._closures[name, has_inserts]


def _sitemap(site: Site, views: Iterable[PageView]) -> SitemapView:
    heads = [view.head for view in views if not view.head.noindex]
    return SitemapView(
        site_address=site.config.address, pages=tuple(sorted((head.address, head.modified) for head in heads))
    )
