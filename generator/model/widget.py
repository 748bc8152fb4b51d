"""What the templates of widgets may see: pages that stand in a frame on a partner's site, and how to put them there."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.view import CardView, LinkView, PageView, View, WijkBadge


@dataclass(frozen=True, slots=True)
class FrameView(View):
    """What every page in a frame has; `style`, `script` and `mark` are the addresses of what it loads.

    `emblem` is the outline of `badge` as SVG path data in a square of 100 by 100; `more` leads to all news.
    """

    title: str
    description: str
    name: str
    style: str
    script: str
    mark: str | None
    badge: WijkBadge
    emblem: str
    more: LinkView


@dataclass(frozen=True, slots=True)
class NewsFrameView(View):
    """The news of one scope, in a frame; `empty` is what it says when there is none."""

    frame: FrameView
    cards: tuple[CardView, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class PieceFrameView(View):
    """One story, call or wijk in a frame: what a pasted address becomes; `link` leads to the whole of it.

    `expired`: no longer current.
    """

    frame: FrameView
    card: CardView
    link: LinkView
    expired: bool


@dataclass(frozen=True, slots=True)
class ScopeView(View):
    """News that a partner can choose: `name` in the list of choices, `title` above the news itself.

    `group` is alles, wijk or thema; `address` is where all of it is, `frame` the page for in a frame, and `color` the
    accent of the wijk.
    """

    scope: str
    group: str
    name: str
    title: str
    address: str
    frame: str
    color: str


@dataclass(frozen=True, slots=True)
class ConfiguratorView(PageView):
    """The page on which partners make their widget.

    `moving` and `fixed` are addresses of the script, `integrity` is the digest of the fixed one; `style` and `script`
    are the page's own. `example` is a piece to paste, `example_frame` what it becomes; `origin` is what a partner's
    security policy has to allow.
    """

    title: str
    scopes: tuple[ScopeView, ...]
    moving: str
    fixed: str
    version: str
    integrity: str
    style: str
    script: str
    example: LinkView | None
    example_frame: str | None
    origin: str
