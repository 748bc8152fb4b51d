"""The page of one piece: what its template may see."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import (
    Author,
    Common,
    Contact,
    Document,
    Milestone,
    Moment,
    Page,
    PartialDate,
    Project,
    Wijk,
)
from generator.model.shared import Counter, Organisation, SharedData
from generator.model.view import (
    CallView,
    CardView,
    ContactView,
    EventView,
    LinkView,
    MilestoneView,
    PieceView,
    ProjectView,
    StoryView,
    TextPageView,
    WijkPageView,
)
from generator.plan.pieces import make_piece
from tests.unit.examples import PEELO, call, day, desk, event, piece, project, story

SHARED = SharedData(
    organisations={"actium": Organisation("actium", "Actium"), "assen": Organisation("assen", "gemeente Assen")},
    counters={"tuin": Counter("tuin", "Tuinloket", "Voor tuinen.", ("Een boom.",))},
)


def page(document: Document, *others: Document) -> PieceView:
    made = desk(PEELO, *others, *(() if document is PEELO else (document,)), shared=SHARED)
    view = make_piece(made, made.site.by_slug[document.slug])
    assert isinstance(view, PieceView)
    return view


def slugs(cards: tuple[CardView, ...]) -> list[str]:
    return [card.slug for card in cards]


@pytest.mark.parametrize(
    ("document", "crumbs", "section", "short"),
    [
        (piece("verhalen/soep.md"), ["Home", "Verhalen"], "/verhalen/", "/i/soep/"),
        (piece("oproepen/een.md", call()), ["Home", "Doe mee"], "/oproepen/", "/i/een/"),
        (piece("projecten/plein.md", project()), ["Home", "Projecten"], "/projecten/", "/i/plein/"),
        (piece("agenda/feest.md", event()), ["Home", "Agenda"], "/agenda/", "/i/feest/"),
        (PEELO, ["Home", "Wijken"], "/wijken/", "/i/peelo/"),
        (piece("contact.md", Page()), ["Home"], "/contact/", "/contact/"),
    ],
)
def test_a_page_knows_its_place(document: Document, crumbs: list[str], section: str, short: str) -> None:
    view = page(document)
    assert ([crumb.text for crumb in view.crumbs], view.section, view.short_address) == (crumbs, section, short)


def test_the_head_of_a_page() -> None:
    document = piece("verhalen/soep.md", story("2026-11-01"), Common("Soep", "Er was soep.", language="en"))
    head = page(document).head
    assert (head.title, head.description, head.address, head.language) == (
        "Soep",
        "Er was soep.",
        "/verhalen/soep/",
        "en",
    )
    assert (head.modified, head.noindex) == (day("2026-11-01"), False)
    updated = replace(document, meta=replace(story("2026-11-01"), updated=day("2026-11-05")))
    assert page(updated).head.modified == day("2026-11-05")
    assert page(piece("contact.md", Page())).head.modified is None


def test_search_engines_pass_over_what_has_expired() -> None:
    view = page(piece("verhalen/oud.md", common=Common("Oud", expire_on=day("2026-01-01"))))
    assert (view.head.noindex, view.expired) == (True, True)


def test_a_story_knows_who_wrote_it_and_who_sends_it() -> None:
    meta = replace(story(), author=Author("Ans", "wijkreporter"), sender="actium")
    view = page(piece("verhalen/soep.md", meta))
    assert isinstance(view, StoryView)
    assert (view.author, view.author_role, view.sender.name) == ("Ans", "wijkreporter", "Actium")
    plain = page(piece("verhalen/soep.md"))
    assert isinstance(plain, StoryView)
    assert (plain.author, plain.author_role, plain.sender.name) == (None, None, "Proefsite")


def test_the_stories_of_a_project_are_a_series_from_old_to_new_and_not_related() -> None:
    others = (
        piece("projecten/plein.md", project()),
        piece("verhalen/begin.md", story("2026-01-01", project="plein")),
        piece("verhalen/eind.md", story("2026-11-20", project="plein")),
        piece("verhalen/los.md", story("2026-11-01")),
    )
    view = page(piece("verhalen/midden.md", story("2026-06-01", project="plein")), *others)
    assert isinstance(view, StoryView)
    assert (slugs(view.series), slugs(view.related)) == (["begin", "midden", "eind"], ["los"])
    assert view.project == LinkView("Plein", "/projecten/plein/")


def test_one_story_is_no_series() -> None:
    view = page(piece("verhalen/soep.md", story(project="plein")), piece("projecten/plein.md", project()))
    assert isinstance(view, StoryView)
    assert view.series == ()


def test_a_call_says_how_to_reply_and_what_comes_of_it() -> None:
    meta = replace(call(result="soep"), counter="tuin", status="klaar", reason="Gelukt.", reply=Contact(phone="112"))
    others = [
        piece("verhalen/soep.md"),
        piece("oproepen/dicht.md", call("2026-11-01")),
        *(piece(f"oproepen/{name}.md", call(f"2026-12-{number}")) for number, name in enumerate("abcd", start=10)),
    ]
    view = page(piece("oproepen/een.md", meta), *others)
    assert isinstance(view, CallView)
    assert view.reply == ContactView(None, "112", None, None)
    assert (view.answered_by, view.follow_up, view.call_kind) == ("het team", "We bellen.", "meedoen")
    assert (view.status, view.reason, view.closed, view.days_left) == ("klaar", "Gelukt.", True, None)
    assert view.closes_on is None
    assert view.result is not None
    assert view.counter is not None
    assert (view.result.slug, view.counter.name) == ("soep", "Tuinloket")
    assert slugs(view.others) == ["a", "b", "c"]


def test_a_call_leads_to_each_loket_on_the_page_about_them() -> None:
    view = page(piece("oproepen/een.md", call()), piece("doe-mee.md", Page()))
    assert isinstance(view, CallView)
    assert view.counters == (LinkView("Tuinloket", "/doe-mee/#loket-tuin"),)
    alone = page(piece("oproepen/een.md", call()))
    assert isinstance(alone, CallView)
    assert alone.counters == ()


def test_a_call_whose_result_is_hidden_has_none() -> None:
    hidden = piece("verhalen/geheim.md", common=Common("Geheim", draft=True))
    view = page(piece("oproepen/een.md", call(result="geheim")), hidden)
    assert isinstance(view, CallView)
    assert (view.result, view.counter) == (None, None)


def test_a_project_tells_its_story_from_the_start() -> None:
    meta = Project(
        ("peelo",),
        "uitvoering",
        physical_task="stenen",
        social_task="buren",
        start=PartialDate(2019),
        end=PartialDate(2027, 4),
        partners=("assen", "actium"),
        milestones=(
            Milestone(PartialDate(2027), "Klaar"),
            Milestone(PartialDate(2026, 11, 23), "Vandaag"),
            Milestone(PartialDate(2026, 11), "Deze maand"),
            Milestone(PartialDate(2019, 4), "Begin"),
        ),
    )
    others = (
        piece("verhalen/nieuw.md", story("2026-11-01", project="plein")),
        piece("verhalen/oud.md", story("2025-11-01", project="plein")),
        piece("oproepen/een.md", replace(call(), project="plein")),
        piece("agenda/feest.md", replace(event(), project="plein")),
    )
    view = page(piece("projecten/plein.md", meta), *others)
    assert isinstance(view, ProjectView)
    assert (view.physical_task, view.social_task, view.start, view.end) == ("stenen", "buren", "2019", "april 2027")
    assert view.partners == ("gemeente Assen", "Actium")
    assert view.milestones == (
        MilestoneView("april 2019", "Begin", done=True),
        MilestoneView("november 2026", "Deze maand", done=False),
        MilestoneView("23 november 2026", "Vandaag", done=True),
        MilestoneView("2027", "Klaar", done=False),
    )
    assert (slugs(view.stories), slugs(view.calls), slugs(view.events)) == (["oud", "nieuw"], ["een"], ["feest"])


def test_a_stopped_project_reaches_nothing_after_its_end() -> None:
    points = (Milestone(PartialDate(2025), "Begin"), Milestone(PartialDate(2026, 9), "Opening"))
    stopped = Project(("peelo",), "gestopt", end=PartialDate(2026, 3), milestones=points)
    view = page(piece("projecten/plein.md", stopped))
    assert isinstance(view, ProjectView)
    assert [point.done for point in view.milestones] == [True, False]


def test_an_activity_says_when_and_where_and_what_else_there_is_nearby() -> None:
    meta = replace(event("2026-12-05", "10:00"), ends=Moment(day("2026-12-05"), "12:00"), signup_note="Loop binnen.")
    others = (
        piece("agenda/dichtbij.md", event("2026-12-31")),
        piece("agenda/elders.md", replace(event("2026-12-06"), wijken=("marsdijk",))),
        piece("agenda/geweest.md", event("2026-11-01")),
    )
    view = page(piece("agenda/feest.md", meta), *others)
    assert isinstance(view, EventView)
    assert (view.begins, view.begins_time, view.ends, view.ends_time) == (
        day("2026-12-05"),
        "10:00",
        day("2026-12-05"),
        "12:00",
    )
    assert (view.place, view.place_address, view.signup, view.signup_note) == (
        "het buurthuis",
        None,
        None,
        "Loop binnen.",
    )
    assert slugs(view.others) == ["dichtbij"]
    alone = page(piece("agenda/feest.md", meta), *others[1:])
    assert isinstance(alone, EventView)
    assert slugs(alone.others) == ["elders"]


@pytest.mark.parametrize(
    ("slug", "counters", "organisations"),
    [
        ("doe-mee", ["Tuinloket"], []),
        ("over", [], ["Actium", "gemeente Assen"]),
        ("contact", [], ["Actium", "gemeente Assen"]),
        ("privacy", [], []),
    ],
)
def test_some_pages_show_counters_or_organisations(slug: str, counters: list[str], organisations: list[str]) -> None:
    view = page(piece(f"{slug}.md", Page()))
    assert isinstance(view, TextPageView)
    assert [counter.name for counter in view.counters] == counters
    assert [organisation.name for organisation in view.organisations] == organisations


def test_a_wijk_shows_its_figures_with_names_that_can_be_read_apart_from_their_source() -> None:
    meta = Wijk(
        "WK010606",
        figures=(("inwoners", "7.165"), ("ouder_dan_65", "33%"), ("bron", "CBS")),
        office_hours="Dinsdag",
        renewal=True,
    )
    view = page(piece("wijken/marsdijk.md", meta))
    assert isinstance(view, WijkPageView)
    assert (view.figures, view.figures_source) == (
        (("Inwoners", "7.165"), ("Ouder dan 65", "33%")),
        "CBS",
    )
    assert (view.office_hours, view.renewal, view.badge.slug) == ("Dinsdag", True, "marsdijk")


def test_a_wijk_shows_all_that_goes_on_there_and_a_little_of_the_city() -> None:
    city = ("heel-assen",)
    others = [
        *(piece(f"verhalen/dag-{number}.md", story(f"2026-11-0{number}")) for number in range(1, 9)),
        *(piece(f"verhalen/stad-{number}.md", story(f"2026-11-0{number}", *city)) for number in range(1, 6)),
        piece("oproepen/open.md", call()),
        piece("oproepen/dicht.md", call("2026-11-01")),
        piece("oproepen/stad-oproep.md", replace(call(), wijken=city)),
        piece("oproepen/stad-dicht.md", replace(call("2026-11-01"), wijken=city)),
        piece("projecten/plein.md", project()),
        piece("agenda/feest.md", event()),
        piece("agenda/geweest.md", event("2026-11-01")),
        piece("agenda/stad-feest.md", replace(event(), wijken=city)),
        piece("verhalen/elders.md", story("2026-11-20", "marsdijk")),
    ]
    view = page(PEELO, *others)
    assert isinstance(view, WijkPageView)
    assert slugs(view.stories) == ["dag-8", "dag-7", "dag-6", "dag-5", "dag-4", "dag-3"]
    assert view.story_count == 8
    assert view.archive == LinkView("Alle verhalen uit Peelo", "/wijken/peelo/verhalen/")
    assert (slugs(view.calls), view.more_calls) == (["open", "dicht"], 0)
    assert (slugs(view.projects), slugs(view.events)) == (["plein"], ["feest"])
    assert slugs(view.city) == ["stad-oproep", "stad-feest", "stad-5", "stad-4", "stad-3"]
    assert [counter.name for counter in view.counters] == ["Tuinloket"]


def test_a_wijk_with_many_calls_shows_six_and_says_how_many_more_there_are() -> None:
    calls = [piece(f"oproepen/oproep-{number:02}.md", call(f"2026-12-{number:02}")) for number in range(1, 11)]
    view = page(PEELO, *calls, piece("oproepen/dicht.md", call("2026-11-01")))
    assert isinstance(view, WijkPageView)
    assert slugs(view.calls) == [*(f"oproep-{number:02}" for number in range(1, 7)), "dicht"]
    assert view.more_calls == 4
