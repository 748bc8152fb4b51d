"""What is visible on a date, in what state, and on which day that is different by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.assemble.visibility import address_of, look_at
from generator.model.config import Config
from generator.model.document import (
    UNDATED,
    Common,
    Document,
    Event,
    Kind,
    Milestone,
    Moment,
    PartialDate,
    Place,
    Project,
)
from generator.model.site import Item
from tests.unit.examples import CONFIG, call, day, event, piece, story


def seen(document: Document, today: str, *, config: Config = CONFIG, drafts: bool = False) -> Item | None:
    return look_at(document, config, day(today), drafts=drafts).item


def shown(document: Document, today: str, *, drafts: bool = False) -> Item:
    item = seen(document, today, drafts=drafts)
    assert item is not None
    return item


def changes(document: Document, today: str, *, drafts: bool = False) -> list[tuple[str, str]]:
    found = look_at(document, CONFIG, day(today), drafts=drafts).changes
    assert {change.path for change in found} <= {document.path}
    return [(change.day.isoformat(), change.reason) for change in found]


@pytest.mark.parametrize(
    ("kind", "slug", "address"),
    [
        (Kind.STORY, "soep", "/verhalen/soep/"),
        (Kind.WIJK, "peelo", "/wijken/peelo/"),
        (Kind.CALL, "superbuur", "/oproepen/superbuur/"),
        (Kind.PROJECT, "het-plein", "/projecten/het-plein/"),
        (Kind.EVENT, "feest", "/agenda/feest/"),
        (Kind.PAGE, "contact", "/contact/"),
        (Kind.PAGE, "index", "/"),
    ],
)
def test_the_address_says_what_a_piece_is(kind: Kind, slug: str, address: str) -> None:
    assert address_of(kind, slug) == address


def test_the_date_of_a_story_hides_nothing() -> None:
    assert seen(piece("verhalen/soep.md", story("2030-01-01")), "2026-11-23") is not None


PLANNED = piece("verhalen/soep.md", common=Common("Soep", publish_on=day("2026-12-01")))


@pytest.mark.parametrize(("today", "visible"), [("2026-11-30", False), ("2026-12-01", True), ("2026-12-02", True)])
def test_a_piece_appears_on_its_day_of_publication(today: str, visible: bool) -> None:  # noqa: FBT001
    assert (seen(PLANNED, today) is not None) is visible
    assert changes(PLANNED, today) == ([] if visible else [("2026-12-01", "verhaal verschijnt")])


def test_a_planned_piece_shows_with_the_drafts() -> None:
    assert seen(PLANNED, "2026-11-01", drafts=True) is not None
    assert changes(PLANNED, "2026-11-01", drafts=True) == []


EXPIRING = piece("verhalen/soep.md", common=Common("Soep", expire_on=day("2026-12-01")))


@pytest.mark.parametrize(("today", "expired"), [("2026-11-30", False), ("2026-12-01", False), ("2026-12-02", True)])
def test_a_piece_is_current_up_to_and_including_its_last_day(today: str, expired: bool) -> None:  # noqa: FBT001
    assert shown(EXPIRING, today).expired is expired
    assert changes(EXPIRING, today) == ([] if expired else [("2026-12-02", "verhaal verloopt")])


DRAFT = piece("oproepen/idee.md", call(), Common("Idee", draft=True, publish_on=day("2026-12-01")))


def test_a_draft_is_nowhere_and_does_not_appear_by_itself() -> None:
    assert (seen(DRAFT, "2027-01-01"), changes(DRAFT, "2026-11-01")) == (None, [])


def test_a_draft_shows_with_the_drafts_and_promises_no_change() -> None:
    assert seen(DRAFT, "2026-11-01", drafts=True) is not None
    assert changes(DRAFT, "2026-11-01", drafts=True) == []


@pytest.mark.parametrize(
    ("signed", "visible"),
    [((), False), (("actium",), False), (("actium", "assen"), True), (("assen", "actium", "vaart"), True)],
)
def test_where_signing_is_asked_an_unsigned_piece_is_nowhere(signed: tuple[str, ...], visible: bool) -> None:  # noqa: FBT001
    asking = Config("Proef", "https://proef.nl", required_signatures=("actium", "assen"))
    common = Common("Soep", signatures=tuple((name, day("2026-11-01")) for name in signed))
    document = piece("verhalen/soep.md", common=common)
    assert (seen(document, "2026-11-23", config=asking) is not None) is visible
    assert seen(document, "2026-11-23", config=asking, drafts=True) is not None


CLOSING = piece("oproepen/superbuur.md", call("2026-12-15"))


@pytest.mark.parametrize(
    ("today", "closed", "days_left", "next_change"),
    [
        ("2026-12-01", False, None, ("2026-12-09", "nog 6 dagen om te reageren")),
        ("2026-12-08", False, None, ("2026-12-09", "nog 6 dagen om te reageren")),
        ("2026-12-09", False, 6, ("2026-12-10", "nog 5 dagen om te reageren")),
        ("2026-12-13", False, 2, ("2026-12-14", "nog 1 dag om te reageren")),
        ("2026-12-14", False, 1, ("2026-12-15", "laatste dag om te reageren")),
        ("2026-12-15", False, 0, ("2026-12-16", "oproep sluit")),
        ("2026-12-16", True, None, None),
        ("2027-01-01", True, None, None),
    ],
)
def test_a_call_counts_down_in_its_last_seven_days_and_closes_after_its_last(
    today: str,
    closed: bool,  # noqa: FBT001
    days_left: int | None,
    next_change: tuple[str, str] | None,
) -> None:
    item = shown(CLOSING, today)
    assert (item.closed, item.days_left) == (closed, days_left)
    assert changes(CLOSING, today) == ([next_change] if next_change else [])


@pytest.mark.parametrize("status", ["klaar", "gaat-niet-door"])
@pytest.mark.parametrize("closes_on", ["2026-12-15", None])
def test_a_call_that_its_status_ended_is_closed_and_nothing_changes_it(status: str, closes_on: str | None) -> None:
    ended = piece("oproepen/superbuur.md", replace(call(closes_on), status=status))
    item = shown(ended, "2026-12-10")
    assert (item.closed, item.days_left) == (True, None)
    assert changes(ended, "2026-12-10") == []


@pytest.mark.parametrize("status", [None, "ontvangen", "in-gesprek", "gaat-door", "in-uitvoering"])
def test_every_other_status_leaves_a_call_open_until_its_last_day(status: str | None) -> None:
    assert (
        shown(piece("oproepen/superbuur.md", replace(call("2026-12-15"), status=status)), "2026-12-10").closed is False
    )


def test_a_call_without_a_last_day_stays_open() -> None:
    ongoing = piece("oproepen/idee.md", call(None))
    assert (shown(ongoing, "2099-01-01").closed, changes(ongoing, "2026-11-23")) == (False, [])


@pytest.mark.parametrize(
    ("meta", "today", "past", "change"),
    [
        (event("2026-12-05", "10:00"), "2026-12-04", False, "2026-12-06"),
        (event("2026-12-05", "10:00"), "2026-12-05", False, "2026-12-06"),
        (event("2026-12-05", "10:00"), "2026-12-06", True, None),
        (event("2026-12-05", ends="2026-12-07"), "2026-12-07", False, "2026-12-08"),
        (event("2026-12-05", ends="2026-12-07"), "2026-12-08", True, None),
        (Event(Moment(UNDATED), None, Place("hier"), ()), "2026-12-05", False, None),
    ],
)
def test_an_activity_is_past_the_day_after_its_last(
    meta: Event,
    today: str,
    past: bool,  # noqa: FBT001
    change: str | None,
) -> None:
    document = piece("agenda/feest.md", meta)
    assert shown(document, today).past is past
    assert changes(document, today) == ([(change, "activiteit is geweest")] if change else [])


def test_a_milestone_is_reached_on_the_last_day_that_it_can_mean() -> None:
    milestones = (
        Milestone(PartialDate(2026, 11, 23), "Vandaag"),
        Milestone(PartialDate(2026, 12), "Deze winter"),
        Milestone(PartialDate(2027), "Volgend jaar"),
        Milestone(PartialDate(2025), "Al gehaald"),
    )
    document = piece("projecten/het-plein.md", Project(("peelo",), "uitvoering", milestones=milestones))
    assert changes(document, "2026-11-23") == [("2026-12-31", "mijlpaal bereikt"), ("2027-12-31", "mijlpaal bereikt")]
    assert changes(document, "2026-12-31") == [("2027-12-31", "mijlpaal bereikt")]
    stopped = Project(("peelo",), "gestopt", end=PartialDate(2026, 12), milestones=milestones)
    assert changes(piece("projecten/het-plein.md", stopped), "2026-11-23") == [("2026-12-31", "mijlpaal bereikt")]


def test_one_piece_can_change_more_than_once() -> None:
    document = piece("oproepen/idee.md", call("2026-12-15"), Common("Idee", expire_on=day("2026-12-31")))
    assert changes(document, "2026-11-23") == [
        ("2027-01-01", "oproep verloopt"),
        ("2026-12-09", "nog 6 dagen om te reageren"),
    ]
