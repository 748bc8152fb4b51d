"""Site + theme -> everything that partners put on their own sites, and the page on which they choose it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.diagnostics import Report
from generator.digest import digest_bytes
from generator.model.plan import Artifact, CopyFile, WriteText
from generator.model.theme import ThemeFiles
from generator.model.view import HeadView, LinkView, View
from generator.model.widget import ConfiguratorView, NewsFrameView, PieceFrameView, ScopeView
from generator.plan.frames import FrameFiles, FrameMaker, news_frame, piece_frame
from generator.plan.names import asset_path
from generator.plan.news import News, make_news
from generator.plan.pieces import HOME, Desk
from generator.plan.releases import Release, find_releases, publish
from generator.plan.style import minify
from generator.plan.tokens import Token, tokens_css, written_out

ADDRESS = "/widgets/"
LAYOUTS: dict[type[View], str] = {
    NewsFrameView: "widgets/nieuws.html",
    PieceFrameView: "widgets/stuk.html",
    ConfiguratorView: "layouts/widgets.html",
}
FRAME_STYLES = ("css/utilities/wijken.css", "widgets/kader.css")
FRAME_SCRIPT = "widgets/kader.js"
OWN_STYLE, OWN_SCRIPT = "widgets/kiezer.css", "widgets/kiezer.js"
_NEEDED = (*LAYOUTS.values(), *FRAME_STYLES, FRAME_SCRIPT, OWN_STYLE, OWN_SCRIPT)


@dataclass(frozen=True, slots=True)
class WidgetFiles:
    """The files of the widgets: what pages in frames load, what the page of the site loads, the published script."""

    style: Artifact
    script: Artifact
    own_style: Artifact
    own_script: Artifact
    releases: tuple[Release, ...]
    published: tuple[Artifact, ...]

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """Give all of them."""
        return (self.style, self.script, self.own_style, self.own_script, *self.published)


@dataclass(frozen=True, slots=True)
class WidgetPages:
    """Pages in frames with their address and origin, and the page of the site itself."""

    frames: tuple[tuple[str, View, str | None], ...]
    page: ConfiguratorView


def make_widget_files(theme: ThemeFiles, tokens: tuple[Token, ...]) -> Report[WidgetFiles | None]:
    """Make the files; a theme without widgets has none."""
    releases = find_releases(theme)
    if not releases.value or any(name not in theme.files for name in _NEEDED):
        return Report(None, releases.diagnostics)
    files = WidgetFiles(
        style=_written("kader.css", _frame_style(theme, tokens)),
        script=_copied(theme, FRAME_SCRIPT),
        own_style=_written("kiezer.css", minify(f"@layer components {{\n{theme.text(OWN_STYLE)}}}\n")),
        own_script=_copied(theme, OWN_SCRIPT),
        releases=releases.value,
        published=tuple(publish(theme, releases.value)),
    )
    return Report(files, releases.diagnostics)


def make_widget_pages(desk: Desk, files: WidgetFiles) -> WidgetPages:
    """Make a page for every part of the news and every piece that can stand in a frame, and the page to choose on."""
    mark = desk.shell.assets.mark
    choices = tuple(make_news(desk.site))
    style, script = f"/{files.style.path}", f"/{files.script.path}"
    maker = FrameMaker(desk.catalog, FrameFiles(style, script, mark.address if mark else None))
    frames: list[tuple[str, View, str | None]] = [(news_frame(news.scope), maker.news(news), None) for news in choices]
    frames += [(address, view, item.document.path) for address, item, view in maker.pieces()]
    page = _configurator(desk, choices, files.releases[-1], f"/{files.own_style.path}", f"/{files.own_script.path}")
    return WidgetPages(tuple(frames), page)


def _written(name: str, text: str) -> Artifact:
    key = digest_bytes(text.encode())
    return Artifact(asset_path(name, key), WriteText(text), key)


def _copied(theme: ThemeFiles, name: str) -> Artifact:
    key = theme.digests[name]
    return Artifact(asset_path(name, key), CopyFile(name), key)


def _frame_style(theme: ThemeFiles, tokens: tuple[Token, ...]) -> str:
    """Write the style sheet of pages in frames, with only the tokens that it uses."""
    css = "".join(theme.text(name) for name in FRAME_STYLES)
    by_name = {token.name: token for token in written_out(tokens)}
    used: set[str] = set()
    pending = re.findall(r"var\((--[\w-]+)", css)
    while pending:
        token = by_name.get(pending.pop())
        if token is not None and token.name not in used:
            used.add(token.name)
            for value in (token.value, token.dark, token.print):
                pending += re.findall(r"var\((--[\w-]+)", value or "")
    return minify(tokens_css(tuple(token for name, token in by_name.items() if name in used)) + css)


def _configurator(desk: Desk, choices: tuple[News, ...], release: Release, style: str, script: str) -> ConfiguratorView:
    title = "Ons nieuws op jouw site"
    site = desk.site
    example = next(iter((*site.listed.stories, *site.listed.calls, *site.wijken)), None)
    frame = piece_frame(example) if example else None
    parts = urlsplit(site.config.address)
    return ConfiguratorView(
        shell=desk.shell,
        head=HeadView(
            title=title,
            description="Zet het nieuws uit de wijken op je eigen site: kies wat je wilt zien en kopieer de code.",
            address=ADDRESS,
            card=desk.cards.site,
        ),
        crumbs=(HOME,),
        section=None,
        title=title,
        scopes=tuple(_scope(news) for news in choices),
        moving=release.moving,
        fixed=release.fixed,
        version=release.version,
        integrity=release.integrity,
        style=style,
        script=script,
        example=LinkView(example.document.common.title, example.address) if example else None,
        example_frame=frame,
        origin=f"{parts.scheme}://{parts.netloc}",
    )


def _scope(news: News) -> ScopeView:
    scope = news.scope
    group = scope.name.partition("-")[0] if "-" in scope.name else "alles"
    return ScopeView(
        scope=scope.name,
        group=group,
        name=scope.about,
        title=scope.title,
        address=scope.home,
        frame=news_frame(scope),
        color=news.wijk,
    )
