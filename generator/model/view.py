"""What templates may see, and nothing else.

A view knows its own key: the digest of its fields, in which a view inside it counts by its key alone. So the key of a
page is the complete list of what its bytes depend on, and a view that many pages share is hashed once.
"""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields

from generator.digest import digest_value


@dataclass(frozen=True, slots=True)
class View:
    """A frozen value with a key; equal keys mean equal views."""

    key: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Compute the key once, when the value is complete."""
        object.__setattr__(self, "key", digest_value([type(self).__name__, *part_values(self)]))


_PLAIN = frozenset({str, type(None), bool, int, float, dt.date})


def _plain(value: object) -> object:
    if value.__class__ in _PLAIN:
        return value
    if isinstance(value, View):
        return value.key
    if value.__class__ is tuple and value and isinstance(value[0], View):
        return [member.key for member in value]
    return value


def part_values(view: View) -> list[object]:
    """Give the fields of a view, with the views inside it replaced by their keys."""
    return [_plain(value) for value in _outline(type(view))[1](view)]


def part_names(kind: type[View]) -> tuple[str, ...]:
    """Give the names of the fields that make up the key."""
    return _outline(kind)[0]


_Values = Callable[[View], tuple[object, ...]]
_OUTLINES: dict[type, tuple[tuple[str, ...], _Values]] = {}


def _outline(kind: type[View]) -> tuple[tuple[str, ...], _Values]:
    """Give the names of a view's fields, and what takes all their values at once: a build makes many views."""
    known = _OUTLINES.get(kind)
    if known is None:
        names = tuple(spec.name for spec in fields(kind) if spec.name != "key")
        take = operator.attrgetter(*names) if len(names) > 1 else lambda view: tuple(getattr(view, n) for n in names)
        known = _OUTLINES[kind] = (names, take)
    return known


# --- what many pages share -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LinkView(View):
    """A link: `address` is an address of the site (`/wijken/peelo/`) or a whole web address."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class NoticeView(View):
    """The notice for the whole site."""

    text: str
    link: LinkView | None


@dataclass(frozen=True, slots=True)
class OrganisationView(View):
    """An organisation, with the ways to reach it."""

    name: str
    description: str | None
    website: str | None
    phone: str | None
    email: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class MarkView(View):
    """The mark as a picture, with its size in pixels: drawn from the map, or the logo of the theme."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class AssetsView(View):
    """Addresses of the files that every page loads; `files` maps a name in the theme to its address.

    `font` is the file of the text's letters; `paper` what pages lie on in light and in dark, as `#rrggbb`.
    """

    style: str
    files: tuple[tuple[str, str], ...]
    font: str | None = None
    mark: MarkView | None = None
    icon: str | None = None
    manifest: str | None = None
    paper: tuple[str, str] | None = None

    def file(self, name: str) -> str:
        """Give the address of a copied file of the theme, such as `fonts/x.woff2`."""
        return dict(self.files)[name]


@dataclass(frozen=True, slots=True)
class ShellView(View):
    """What surrounds every page. `site_address` is the public address without closing slash, `base_path` its path."""

    name: str
    description: str
    slogan: str | None
    site_address: str
    base_path: str
    demonstration: bool
    phone: str | None
    email: str | None
    main_menu: tuple[LinkView, ...]
    footer_menu: tuple[LinkView, ...]
    partners: tuple[str, ...]
    notice: NoticeView | None
    assets: AssetsView


@dataclass(frozen=True, slots=True)
class AlternateView(View):
    """The same news in another form: `address` of the feed, calendar or embed, `media_type` says which it is."""

    media_type: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class HeadView(View):
    """What a page says of itself to browsers and search engines; `address` is the page's own address.

    `card` is the address of its picture for social media; `alternates` are its feeds, calendars and embed.
    """

    title: str
    description: str
    address: str
    language: str = "nl"
    noindex: bool = False
    modified: dt.date | None = None
    card: str | None = None
    alternates: tuple[AlternateView, ...] = ()


@dataclass(frozen=True, slots=True)
class WijkBadge(View):
    """A wijk as other pages show it; `color` names an accent token; `address` is None for `heel-assen`."""

    slug: str
    name: str
    color: str
    address: str | None


@dataclass(frozen=True, slots=True)
class PhotoVariant(View):
    """One file of a photo."""

    address: str
    width: int
    height: int
    media_type: str


@dataclass(frozen=True, slots=True)
class PhotoView(View):
    """A photo with its text alternative and its variants: AVIF, WebP, JPEG, each narrowest first.

    `focus` is the point that stays in sight when the photo is cropped, in tenths of its width and height. Partners may
    show the photo only when it is `shareable`.
    """

    alt: str
    width: int
    height: int
    variants: tuple[PhotoVariant, ...]
    caption: str | None
    credit: str | None
    focus: tuple[int, int] = (5, 5)
    shareable: bool = False
    transparent: bool = False


@dataclass(frozen=True, slots=True)
class CardView(View):
    """A piece as lists show it: one link, its title.

    `kind` is one of verhaal, oproep, project, activiteit, wijk, pagina. `date` is the story's or call's date;
    `closes_on` the last day of an open or closed call, None when its status ended it; `days_left` is set in its last
    seven days; `begins`, `ends` are for activities.
    """

    kind: str
    slug: str
    address: str
    title: str
    summary: str | None
    wijken: tuple[WijkBadge, ...]
    photo: PhotoView | None = None
    date: dt.date | None = None
    closes_on: dt.date | None = None
    ongoing: bool = False
    closed: bool = False
    days_left: int | None = None
    status: str | None = None
    begins: dt.date | None = None
    begins_time: str | None = None
    ends: dt.date | None = None
    ends_time: str | None = None
    place: str | None = None
    past: bool = False
    cancelled: bool = False
    example: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class LinkInsert(View):
    """A link in a body; without `href` it is plain text."""

    href: str | None
    external: bool


@dataclass(frozen=True, slots=True)
class ContactView(View):
    """Ways to reach somebody; phone and e-mail come as written."""

    email: str | None
    phone: str | None
    address: str | None
    form: str | None


@dataclass(frozen=True, slots=True)
class TeamMemberView(View):
    """Somebody of a wijk's team."""

    name: str | None
    role: str | None
    organisation: str
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class CounterView(View):
    """A "loket": where to go with which wish."""

    slug: str
    name: str
    description: str
    wishes: tuple[str, ...]
    not_for: tuple[str, ...]
    organisation: str | None
    how: str | None
    phone: str | None
    email: str | None
    website: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class PhotoInsert(View):
    """A photo in a body, with a caption of its own if the writer gave one; nothing when it may not be shown.

    `first` is True for the first photo of a page.
    """

    photo: PhotoView | None
    caption: str | None = None
    first: bool = False


@dataclass(frozen=True, slots=True)
class GalleryInsert(View):
    """Photos side by side; with `before_after` the first is how it was and the second how it became.

    `first` is True when the first of them is the first photo of the page.
    """

    photos: tuple[PhotoView, ...]
    before_after: bool
    caption: str | None
    first: bool = False


@dataclass(frozen=True, slots=True)
class QuoteInsert(View):
    """What somebody said."""

    text: str
    name: str | None


@dataclass(frozen=True, slots=True)
class ContactInsert(View):
    """The people of a wijk."""

    badge: WijkBadge
    team: tuple[TeamMemberView, ...]
    office_hours: str | None


@dataclass(frozen=True, slots=True)
class CallInsert(View):
    """A call in a box."""

    card: CardView


@dataclass(frozen=True, slots=True)
class VideoInsert(View):
    """A link to a video; `transcript` is where its text can be read."""

    address: str
    host: str
    title: str
    duration: str | None
    transcript: str | None


@dataclass(frozen=True, slots=True)
class AgendaInsert(View):
    """What there is to do in a wijk."""

    badge: WijkBadge
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class CountersInsert(View):
    """One loket, or all of them."""

    counters: tuple[CounterView, ...]


Insert = (
    LinkInsert
    | PhotoInsert
    | GalleryInsert
    | QuoteInsert
    | ContactInsert
    | CallInsert
    | VideoInsert
    | AgendaInsert
    | CountersInsert
)

INSERT_MACROS: dict[type[View], str] = {
    PhotoInsert: "photo_insert",
    GalleryInsert: "gallery_insert",
    QuoteInsert: "quote_insert",
    ContactInsert: "contact_insert",
    CallInsert: "call_insert",
    VideoInsert: "video_insert",
    AgendaInsert: "agenda_insert",
    CountersInsert: "counters_insert",
}
"""The macro of `components/insert/insert.html` that shows each kind of insert."""


@dataclass(frozen=True, slots=True)
class BodyView(View):
    """The text of a piece: `fragment` is the key of its HTML in the store, `inserts` fill its tokens in order."""

    fragment: str
    inserts: tuple[Insert, ...]
    empty: bool


@dataclass(frozen=True, slots=True)
class CardGroup(View):
    """Cards below a heading of their own, such as a year, a month or a letter."""

    heading: str
    anchor: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class PagerView(View):
    """Where a page stands in a row of list pages."""

    number: int
    count: int
    previous: LinkView | None
    next: LinkView | None


# --- pages -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageView(View):
    """What every page has; `crumbs` ends at the parent, `section` is the address of its line in the menu."""

    shell: ShellView
    head: HeadView
    crumbs: tuple[LinkView, ...]
    section: str | None


@dataclass(frozen=True, slots=True)
class PieceView(PageView):
    """A page that shows one content file. `short_address` is the one for paper; `expired`: no longer current."""

    title: str
    summary: str | None
    body: BodyView
    photo: PhotoView | None
    example: bool
    draft: bool
    expired: bool
    short_address: str
    wijken: tuple[WijkBadge, ...]
    themes: tuple[LinkView, ...]
    project: LinkView | None


@dataclass(frozen=True, slots=True)
class StoryView(PieceView):
    """A verhaal. `series` are the posts of its project in order (the story itself included, by its address)."""

    date: dt.date
    updated: dt.date | None
    author: str | None
    author_role: str | None
    author_is_person: bool
    sender: OrganisationView
    series: tuple[CardView, ...]
    related: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class CallView(PieceView):
    """An oproep; `result` is the story about what became of it.

    `closes_on` is None when its status ended it; `counters` lead to each loket, `counter` is the one it belongs to.
    """

    call_kind: str
    date: dt.date
    closes_on: dt.date | None
    closed: bool
    days_left: int | None
    reply: ContactView
    answered_by: str
    follow_up: str
    status: str | None
    reason: str | None
    result: CardView | None
    counter: CounterView | None
    counters: tuple[LinkView, ...]
    others: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class MilestoneView(View):
    """A point on a timeline: `when` in words, `done` when its time has come."""

    when: str
    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class ProjectView(PieceView):
    """A project; `start` and `end` in words."""

    status: str
    physical_task: str | None
    social_task: str | None
    start: str | None
    end: str | None
    partners: tuple[str, ...]
    milestones: tuple[MilestoneView, ...]
    stories: tuple[CardView, ...]
    calls: tuple[CardView, ...]
    events: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class EventView(PieceView):
    """An activiteit."""

    begins: dt.date
    begins_time: str | None
    ends: dt.date | None
    ends_time: str | None
    place: str
    place_address: str | None
    signup: ContactView | None
    signup_note: str | None
    cancelled: bool
    past: bool
    others: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class TextPageView(PieceView):
    """A page of text; `counters` is filled for the page that answers "waar moet ik zijn?"."""

    counters: tuple[CounterView, ...]
    organisations: tuple[OrganisationView, ...]


@dataclass(frozen=True, slots=True)
class WijkPageView(PieceView):
    """A wijk: its identity, its people and all that goes on there; `city` are the pieces for heel Assen.

    `more_calls` is how many open calls are not in `calls`.
    """

    badge: WijkBadge
    slogan: str | None
    also_known_as: tuple[str, ...]
    renewal: bool
    buurten: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    figures_source: str | None
    team: tuple[TeamMemberView, ...]
    office_hours: str | None
    calls: tuple[CardView, ...]
    more_calls: int
    projects: tuple[CardView, ...]
    stories: tuple[CardView, ...]
    story_count: int
    archive: LinkView | None
    events: tuple[CardView, ...]
    city: tuple[CardView, ...]
    counters: tuple[CounterView, ...]


@dataclass(frozen=True, slots=True)
class WijkTile(View):
    """A wijk in the overview: its badge with the outline of the map, as SVG path data in the map's own box."""

    badge: WijkBadge
    slogan: str | None
    summary: str | None
    outline: str | None
    label: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class MapView(View):
    """The map of the wijken; `box` is the width and height of its drawing."""

    tiles: tuple[WijkTile, ...]
    box: tuple[float, float]
    source: str
    licence: str


@dataclass(frozen=True, slots=True)
class HomeView(PageView):
    """The front page."""

    title: str
    summary: str | None
    body: BodyView | None
    map: MapView
    calls: tuple[CardView, ...]
    stories: tuple[CardView, ...]
    events: tuple[CardView, ...]
    projects: tuple[CardView, ...]
    idea: LinkView | None


@dataclass(frozen=True, slots=True)
class WijkenView(PageView):
    """All wijken."""

    map: MapView


@dataclass(frozen=True, slots=True)
class InvitationView(View):
    """What is said where there is nothing to show yet, and the way to change that."""

    text: str
    link: LinkView


@dataclass(frozen=True, slots=True)
class ListView(PageView):
    """A list of pieces, in groups with headings; `intro` is a line above it.

    `invitation` is there when nothing in the list is of today: no pieces, or only some that are over. `years` leads to
    the year pages; `kind` is the kind of the pieces (verhaal, oproep, project, activiteit, thema).
    """

    title: str
    kind: str
    intro: str | None
    groups: tuple[CardGroup, ...]
    invitation: InvitationView | None
    years: tuple[LinkView, ...] = ()
    pager: PagerView | None = None
    badge: WijkBadge | None = None


@dataclass(frozen=True, slots=True)
class ThemeTile(View):
    """A theme in the overview of themes."""

    link: LinkView
    description: str | None
    count: int


@dataclass(frozen=True, slots=True)
class ThemesView(PageView):
    """All themes that have pieces."""

    title: str
    themes: tuple[ThemeTile, ...]


@dataclass(frozen=True, slots=True)
class FindView(PageView):
    """The A to Z of everything, with the years; on a large site `letters` lead to pages of their own."""

    title: str
    letters: tuple[LinkView, ...]
    groups: tuple[CardGroup, ...]
    years: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView(PageView):
    """The page for an address that does not exist."""

    wijken: tuple[WijkBadge, ...]


@dataclass(frozen=True, slots=True)
class RedirectView(View):
    """A page that sends on: `target` is relative to the page itself, `canonical` the whole new address."""

    title: str
    target: str
    canonical: str


Outline = tuple[tuple[tuple[float, float], ...], ...]
"""Rings of points in a square of 100 by 100."""


@dataclass(frozen=True, slots=True)
class CardPhotoView(View):
    """The photo on a card: a file of the site by its digest too, and the point that stays in sight (0..1).

    `orientation` is the EXIF value by which its pixels are turned.
    """

    source: str
    digest: str
    focus: tuple[float, float]
    orientation: int = 1


@dataclass(frozen=True, slots=True)
class CardArtView(View):
    """A card for social media; colours are `#rrggbb`, `font` and `logo` are files of the theme by their digest too.

    `plane`, `accent` and `soft` are the colours of the wijk, and `outline` its silhouette. `mosaic` holds the pieces of
    the mark with their colours; it is drawn when there is no logo file. Without a photo, `slug` and `kind` choose a
    drawing of the theme; `drawings` is the digest of all of them and of what chooses, None when there are none.
    """

    title: str
    kicker: str
    site: str
    slug: str
    kind: str
    plane: str
    accent: str
    soft: str
    on_plane: str
    paper: str
    ink: str
    sun: str
    on_sun: str
    outline: Outline
    mosaic: tuple[tuple[str, Outline], ...]
    font: tuple[str, str]
    logo: tuple[str, str] | None
    drawings: str | None = None
    photo: CardPhotoView | None = None


@dataclass(frozen=True, slots=True)
class SitemapView(View):
    """All addresses that search engines should know, with the day of their last change."""

    site_address: str
    pages: tuple[tuple[str, dt.date | None], ...]


# --- the living guide ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SwatchView(View):
    """A colour of the theme: its custom property, what it is for, and what it is in light, in dark and in print."""

    name: str
    note: str
    light: str
    dark: str
    paper: str


@dataclass(frozen=True, slots=True)
class LogoFileView(View):
    """A form of the mark to download; `dark` says that it belongs on a dark plane."""

    name: str
    use: str
    address: str
    dark: bool


@dataclass(frozen=True, slots=True)
class PrimitiveView(View):
    """A colour as it is written in the tokens, and the last part of the names of all colours that follow it."""

    name: str
    colour: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WijkColoursView(View):
    """The colours of a wijk."""

    badge: WijkBadge
    colours: tuple[SwatchView, ...]


@dataclass(frozen=True, slots=True)
class ContrastView(View):
    """Two colours that stand on each other: `needed` is the least contrast, the others what it is (texts, `4,5`)."""

    text: str
    on: str
    used: str
    needed: str
    light: str
    dark: str
    paper: str


@dataclass(frozen=True, slots=True)
class MeasureView(View):
    """A measure of the theme: its custom property and its value in CSS."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ExampleView(View):
    """A way to use a component: `macro` of `template` with `args`, which are plain data from line `line` of `file`."""

    title: str
    anchor: str
    template: str
    macro: str
    args: Mapping[str, object]
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class ComponentView(View):
    """A component of the theme; `where` says where it can be seen when it cannot be shown on this page."""

    name: str
    anchor: str
    description: str
    params: tuple[tuple[str, str], ...]
    examples: tuple[ExampleView, ...]
    do: tuple[str, ...]
    dont: tuple[str, ...]
    where: str | None


@dataclass(frozen=True, slots=True)
class GuideView(PageView):
    """The living guide to the house style; `theme` is the digest of all files of the theme."""

    title: str
    theme: str
    logos: tuple[LogoFileView, ...]
    primitives: tuple[PrimitiveView, ...]
    font: str
    colours: tuple[SwatchView, ...]
    wijken: tuple[WijkColoursView, ...]
    contrasts: tuple[ContrastView, ...]
    types: tuple[MeasureView, ...]
    spaces: tuple[MeasureView, ...]
    others: tuple[MeasureView, ...]
    components: tuple[ComponentView, ...]
