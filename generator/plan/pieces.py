"""One content file -> the view of its page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.model.document import (
    HEEL_ASSEN,
    Call,
    Contact,
    Event,
    Kind,
    Milestone,
    Page,
    Project,
    Story,
    Wijk,
)
from generator.model.dutch import partial_date
from generator.model.site import Group, Item, Site
from generator.model.view import (
    CallView,
    CardView,
    ContactView,
    EventView,
    HeadView,
    LinkView,
    MilestoneView,
    PageView,
    ProjectView,
    ShellView,
    StoryView,
    TextPageView,
    WijkPageView,
)
from generator.plan.bodies import make_body
from generator.plan.cards import Cards
from generator.plan.catalog import Catalog
from generator.plan.related import Neighbours
from generator.plan.scopes import links_of

FEW = 3
SOME = 6
COUNTERS_PAGE = "doe-mee"
EDITORS = "redactie"
ORGANISATIONS_PAGES = frozenset({"over", "contact"})

SECTIONS = {
    Kind.STORY: LinkView("Verhalen", "/verhalen/"),
    Kind.WIJK: LinkView("Wijken", "/wijken/"),
    Kind.CALL: LinkView("Doe mee", "/oproepen/"),
    Kind.PROJECT: LinkView("Projecten", "/projecten/"),
    Kind.EVENT: LinkView("Agenda", "/agenda/"),
}
HOME = LinkView("Home", "/")
_NONE = Group()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is made with."""

    site: Site
    catalog: Catalog
    shell: ShellView
    neighbours: Neighbours
    cards: Cards


def short_address(slug: str) -> str:
    """Give the address that fits on paper."""
    return f"/i/{slug}/"


def make_piece(desk: Desk, item: Item) -> PageView:
    """Make the view of the page of one piece."""
    meta = item.document.meta
    match meta:
        case Story():
            return _story(desk, item, meta)
        case Wijk():
            return _wijk(desk, item, meta)
        case Call():
            return _call(desk, item, meta)
        case Project():
            return _project(desk, item, meta)
        case Event():
            return _event(desk, item, meta)
        case Page():
            return _page(desk, item)


def _common(desk: Desk, item: Item) -> Mapping[str, object]:
    """Give the fields that every piece has."""
    common = item.document.common
    section = SECTIONS.get(item.kind)
    meta = item.document.meta
    return {
        "shell": desk.shell,
        "head": HeadView(
            title=common.title,
            description=common.summary or desk.site.config.description,
            address=item.address,
            language=common.language,
            noindex=item.expired or common.draft,
            card=desk.cards.addresses.get(item.slug, desk.cards.site),
            modified=(meta.updated or meta.date) if isinstance(meta, Story) else None,
            alternates=links_of(item),
        ),
        "crumbs": (HOME, section) if section else (HOME,),
        "section": section.address if section else item.address,
        "title": common.title,
        "summary": common.summary,
        "body": make_body(desk.catalog, item.document, after_photo=desk.catalog.lead_photo(item) is not None),
        "photo": desk.catalog.lead_photo(item),
        "example": common.example,
        "draft": common.draft,
        "expired": item.expired,
        "short_address": short_address(item.slug) if item.kind is not Kind.PAGE else item.address,
        "wijken": desk.catalog.badges(item),
        "themes": desk.catalog.themes(item),
        "project": desk.catalog.link(getattr(meta, "project", None)),
    }


def _filled(make: Callable[..., PageView], *groups: Mapping[str, object]) -> PageView:
    """Make a view of the fields that all pieces share and its own."""
    return make(**{name: value for fields in groups for name, value in fields.items()})


def _story(desk: Desk, item: Item, meta: Story) -> PageView:
    posts = desk.site.by_project.get(meta.project or "", _NONE).stories
    series = tuple(reversed(posts)) if len(posts) > 1 else ()
    return _filled(
        StoryView,
        _common(desk, item),
        {
            "date": meta.date,
            "updated": meta.updated,
            "author": meta.author.name if meta.author else None,
            "author_role": meta.author.role if meta.author else None,
            "author_is_person": meta.author is not None and not _is_group(desk, meta.author.name),
            "sender": desk.catalog.organisation(meta.sender),
            "series": desk.catalog.cards(series),
            "related": desk.catalog.cards(desk.neighbours.related(item, leave_out=posts)),
        },
    )


def _is_group(desk: Desk, name: str) -> bool:
    """Tell whether a name is that of the editors or of an organisation, not of somebody."""
    site = desk.site
    known = (site.config.name, *(organisation.name for organisation in site.shared.organisations.values()))
    folded = name.casefold()
    return f"{folded} ".startswith((f"{EDITORS} ", *(f"{group.casefold()} " for group in known)))


def _contact(contact: Contact | None) -> ContactView | None:
    if contact is None:
        return None
    return ContactView(email=contact.email, phone=contact.phone, address=contact.address, form=contact.form)


def _call(desk: Desk, item: Item, meta: Call) -> PageView:
    site = desk.site
    result = site.by_slug.get(meta.result or "")
    counter = site.shared.counters.get(meta.counter or "")
    others = tuple(call for call in site.listed.calls if not call.closed and call.slug != item.slug)
    return _filled(
        CallView,
        _common(desk, item),
        {
            "call_kind": meta.call_kind,
            "date": meta.date,
            "closes_on": None if meta.ended else meta.closes_on,
            "closed": item.closed,
            "days_left": item.days_left,
            "reply": _contact(meta.reply),
            "answered_by": meta.answered_by,
            "follow_up": meta.follow_up,
            "status": meta.status,
            "reason": meta.reason,
            "result": desk.catalog.card(result) if result else None,
            "counter": desk.catalog.counter(counter) if counter else None,
            "counters": _counter_links(desk),
            "others": desk.catalog.cards(others[:FEW]),
        },
    )


def _counter_links(desk: Desk) -> tuple[LinkView, ...]:
    """Give where to go with what, in short: each loket by name, on the page that tells all about them."""
    page = desk.catalog.link(COUNTERS_PAGE)
    if page is None:
        return ()
    counters = desk.site.shared.counters.values()
    return tuple(LinkView(counter.name, f"{page.address}#loket-{counter.slug}") for counter in counters)


def _project(desk: Desk, item: Item, meta: Project) -> PageView:
    group = desk.site.by_project.get(item.slug, _NONE)
    today = desk.site.today
    milestones = sorted(meta.milestones, key=lambda point: (point.date.first_day, point.text))
    return _filled(
        ProjectView,
        _common(desk, item),
        {
            "status": meta.status,
            "physical_task": meta.physical_task,
            "social_task": meta.social_task,
            "start": partial_date(meta.start) if meta.start else None,
            "end": partial_date(meta.end) if meta.end else None,
            "partners": tuple(desk.catalog.organisation(slug).name for slug in meta.partners),
            "milestones": tuple(
                MilestoneView(when=partial_date(point.date), text=point.text, done=_reached(meta, point, today))
                for point in milestones
            ),
            "stories": desk.catalog.cards(tuple(reversed(group.stories))),
            "calls": desk.catalog.cards(group.calls),
            "events": desk.catalog.cards(group.events),
        },
    )


def _reached(project: Project, milestone: Milestone, today: dt.date) -> bool:
    day = project.reached_on(milestone)
    return day is not None and day <= today


def _event(desk: Desk, item: Item, meta: Event) -> PageView:
    others = tuple(event for event in desk.site.listed.events if not event.past and event.slug != item.slug)
    near = [event for event in others if set(_wijken(event)) & set(meta.wijken)]
    return _filled(
        EventView,
        _common(desk, item),
        {
            "begins": meta.begins.day,
            "begins_time": meta.begins.time,
            "ends": meta.ends.day if meta.ends else None,
            "ends_time": meta.ends.time if meta.ends else None,
            "place": meta.place.name,
            "place_address": meta.place.address,
            "signup": _contact(meta.signup),
            "signup_note": meta.signup_note,
            "cancelled": meta.cancelled,
            "past": item.past,
            "others": desk.catalog.cards(tuple((near or others)[:FEW])),
        },
    )


def _wijken(item: Item) -> tuple[str, ...]:
    meta = item.document.meta
    return meta.wijken if isinstance(meta, Story | Call | Project | Event) else ()


def _page(desk: Desk, item: Item) -> PageView:
    organisations = desk.site.shared.organisations if item.slug in ORGANISATIONS_PAGES else {}
    return _filled(
        TextPageView,
        _common(desk, item),
        {
            "counters": desk.catalog.counters() if item.slug == COUNTERS_PAGE else (),
            "organisations": tuple(desk.catalog.organisation(slug) for slug in organisations),
        },
    )


def _open(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(item for item in items if not item.closed and not item.past)


def _wijk(desk: Desk, item: Item, meta: Wijk) -> PageView:
    catalog = desk.catalog
    group = desk.site.by_wijk.get(item.slug, _NONE)
    city = desk.site.by_wijk.get(HEEL_ASSEN, _NONE)
    figures = dict(meta.figures)
    source = figures.pop("bron", None)
    title = item.document.common.title
    open_calls = _open(group.calls)
    city_cards: tuple[CardView, ...] = (
        *catalog.cards(_open(city.calls)[:FEW]),
        *catalog.cards(_open(city.events)[:FEW]),
        *catalog.cards(city.stories[:FEW]),
    )
    return _filled(
        WijkPageView,
        _common(desk, item),
        {
            "badge": catalog.badge(item.slug),
            "slogan": meta.slogan,
            "also_known_as": meta.also_known_as,
            "renewal": meta.renewal,
            "buurten": meta.buurten,
            "figures": tuple((_label(name), value) for name, value in figures.items()),
            "figures_source": source,
            "team": catalog.team(meta),
            "office_hours": meta.office_hours,
            "calls": catalog.cards((*open_calls[:SOME], *tuple(c for c in group.calls if c.closed)[:FEW])),
            "more_calls": max(0, len(open_calls) - SOME),
            "projects": catalog.cards(group.projects),
            "stories": catalog.cards(group.stories[:SOME]),
            "story_count": len(group.stories),
            "archive": LinkView(f"Alle verhalen uit {title}", f"{item.address}verhalen/") if not item.expired else None,
            "events": catalog.cards(_open(group.events)[:SOME]),
            "city": city_cards,
            "counters": catalog.counters(),
        },
    )


def _label(name: str) -> str:
    """Give the name of a figure as residents read it: `jonger_dan_15` and `jonger dan 15` are the same."""
    return name.replace("_", " ").capitalize() if re.fullmatch(r"[a-z0-9_ ]+", name) else name
