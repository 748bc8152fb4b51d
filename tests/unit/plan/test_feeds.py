"""Which pieces are in which feed, in which order, and with which days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from generator.model.document import HEEL_ASSEN, UNDATED, Common, Document, Moment, Wijk
from generator.model.feed import FeedImage, FeedView
from generator.model.shared import SharedData, Theme
from generator.model.view import PhotoVariant, PhotoView
from generator.plan.catalog import Catalog
from generator.plan.feeds import NEVER, make_feeds, shared_image
from generator.plan.tokens import Token
from tests.unit.examples import PEELO, assembled, call, day, desk, event, photo_file, piece, register, story

SHARED = SharedData(themes={"groen": Theme("groen", "Groen", "Over bomen."), "wonen": Theme("wonen", "Wonen")})
MARSDIJK = piece("wijken/marsdijk.md", Wijk("WK010607"))


def feeds(*pieces: Document, shared: SharedData | None = None, tokens: tuple[Token, ...] = ()) -> dict[str, FeedView]:
    return {scope.name: view for scope, view in make_feeds(desk(*pieces, shared=shared), tokens)}


def shown(feed: FeedView) -> list[str]:
    return [item.address.removeprefix("https://proef.example.nl") for item in feed.items]


def test_an_empty_site_has_a_feed_for_each_kind_and_each_wijk() -> None:
    found = feeds(PEELO)
    assert list(found) == ["alles", "verhalen", "oproepen", "agenda", "wijk-peelo"]
    assert all((feed.items, feed.updated) == ((), NEVER) for feed in found.values())


def test_stories_and_calls_are_news_and_activities_have_a_feed_of_their_own() -> None:
    found = feeds(
        PEELO,
        piece("verhalen/soep.md", story("2026-11-01")),
        piece("oproepen/een.md", call(date="2026-11-16")),
        piece("agenda/feest.md", event("2026-12-05")),
    )
    assert {name: shown(feed) for name, feed in found.items()} == {
        "alles": ["/oproepen/een/", "/verhalen/soep/"],
        "verhalen": ["/verhalen/soep/"],
        "oproepen": ["/oproepen/een/"],
        "agenda": ["/agenda/feest/"],
        "wijk-peelo": ["/oproepen/een/", "/verhalen/soep/"],
    }


def test_what_is_about_all_of_assen_is_in_no_feed_of_a_wijk() -> None:
    found = feeds(PEELO, MARSDIJK, piece("verhalen/a.md", story("2026-11-01", HEEL_ASSEN)))
    assert shown(found["alles"]) == ["/verhalen/a/"]
    assert (shown(found["wijk-peelo"]), shown(found["wijk-marsdijk"])) == ([], [])


def test_a_piece_about_two_wijken_is_in_both() -> None:
    found = feeds(PEELO, MARSDIJK, piece("verhalen/a.md", story("2026-11-01", "peelo", "marsdijk")))
    assert shown(found["wijk-peelo"]) == shown(found["wijk-marsdijk"]) == ["/verhalen/a/"]
    assert [tag.name for tag in found["alles"].items[0].wijken] == ["Peelo", "Marsdijk"]


def test_a_theme_that_no_piece_has_gives_no_feed() -> None:
    found = feeds(PEELO, piece("verhalen/a.md", story("2026-11-01", themes=("groen",))), shared=SHARED)
    assert "thema-wonen" not in found
    assert (shown(found["thema-groen"]), found["thema-groen"].description) == (["/verhalen/a/"], "Over bomen.")
    assert found["thema-groen"].home == "https://proef.example.nl/themas/groen/"


def test_a_theme_keeps_its_feed_when_its_last_piece_expires_because_partners_show_it() -> None:
    expired = Common("Oud", expire_on=dt.date(2026, 11, 1))
    found = feeds(PEELO, piece("verhalen/a.md", story("2026-10-01", themes=("groen",)), expired), shared=SHARED)
    assert (shown(found["thema-groen"]), found["thema-groen"].home) == ([], "https://proef.example.nl/themas/")


def test_a_feed_holds_the_last_twenty_newest_first() -> None:
    first = dt.date(2026, 1, 1)
    pieces = [piece(f"verhalen/dag-{n}.md", story(str(first + n * dt.timedelta(days=1)))) for n in range(23)]
    assert shown(feeds(PEELO, *pieces)["verhalen"]) == [f"/verhalen/dag-{n}/" for n in range(22, 2, -1)]


def test_pieces_of_one_day_stand_in_the_order_of_their_names() -> None:
    found = feeds(PEELO, *(piece(f"verhalen/{name}.md", story("2026-11-01")) for name in "cab"))
    assert shown(found["verhalen"]) == ["/verhalen/a/", "/verhalen/b/", "/verhalen/c/"]


def test_a_closed_call_stays_with_its_last_day() -> None:
    (item,) = feeds(PEELO, piece("oproepen/dicht.md", call("2026-11-20")))["oproepen"].items
    assert item.closes_on == day("2026-11-20")


@pytest.mark.parametrize("today", ["2026-12-07", "2026-12-08", "2026-12-14", "2026-12-15", "2026-12-16", "2027-06-01"])
def test_no_feed_of_news_changes_with_the_date_alone(today: str) -> None:
    pieces = (PEELO, piece("oproepen/een.md", call("2026-12-15")), piece("verhalen/a.md"))
    now, later = (
        {scope.name: view.key for scope, view in make_feeds(desk(*pieces, today=day(when)), ())}
        for when in ("2026-11-23", today)
    )
    assert now == later


def test_the_agenda_holds_what_comes_soonest_first() -> None:
    found = feeds(
        PEELO,
        piece("agenda/geweest.md", event("2026-11-01")),
        piece("agenda/later.md", event("2027-01-02")),
        piece("agenda/vandaag.md", event("2026-11-23")),
        piece("agenda/af.md", replace(event("2026-12-05"), cancelled=True)),
    )
    assert shown(found["agenda"]) == ["/agenda/vandaag/", "/agenda/af/", "/agenda/later/"]
    assert [item.cancelled for item in found["agenda"].items] == [False, True, False]


def test_a_draft_without_a_day_is_in_no_feed() -> None:
    found = feeds(
        PEELO,
        piece("verhalen/a.md", replace(story(), date=UNDATED)),
        piece("agenda/b.md", replace(event(), begins=Moment(UNDATED)), Common("B", publish_on=day("2026-11-01"))),
    )
    assert all(feed.items == () for feed in found.values())


def test_a_story_says_when_it_was_renewed_and_the_feed_follows() -> None:
    feed = feeds(PEELO, piece("verhalen/a.md", replace(story("2026-11-01"), updated=day("2026-11-20"))))["verhalen"]
    (item,) = feed.items
    assert (item.published, item.updated, feed.updated) == (day("2026-11-01"), day("2026-11-20"), day("2026-11-20"))


def test_an_activity_has_the_days_that_are_known_of_it_or_else_its_own() -> None:
    common = Common("A", publish_on=day("2026-11-02"), signatures=(("actium", day("2026-10-30")),))
    known = piece("agenda/a.md", replace(event("2026-12-05"), updated=day("2026-11-20")), common)
    items = feeds(PEELO, known, piece("agenda/b.md", event("2026-12-06")))["agenda"].items
    assert [(item.published, item.updated) for item in items] == [
        (day("2026-10-30"), day("2026-11-20")),
        (day("2026-12-06"), day("2026-12-06")),
    ]


def test_a_wijk_brings_its_colour() -> None:
    colours = ("#112233", "#445566", "#000000")
    token = Token("semantic.color.wijk.peelo", "--wijk-peelo", "red", colours=colours)
    found = feeds(PEELO, MARSDIJK, tokens=(token,))
    assert [found[name].color for name in ("wijk-peelo", "wijk-marsdijk", "alles")] == ["#112233", None, None]


def variant(width: int, kind: str = "webp") -> PhotoVariant:
    return PhotoVariant(f"/assets/a-{width}.{kind}", width, width // 2, f"image/{kind}")


@pytest.mark.parametrize(
    ("variants", "chosen"),
    [
        ((variant(480), variant(960), variant(1600)), "/assets/a-960.webp"),
        ((variant(480), variant(900)), "/assets/a-900.webp"),
        ((variant(960, "avif"), variant(960), variant(960, "jpeg")), "/assets/a-960.jpeg"),
        ((variant(960, "avif"), variant(480)), "/assets/a-480.webp"),
    ],
)
def test_the_photo_of_a_feed_is_one_that_every_reader_can_show(variants: tuple[PhotoVariant, ...], chosen: str) -> None:
    image = image_of(variants)
    assert image is not None
    assert image.address == f"https://proef.example.nl{chosen}"


def test_without_a_word_of_the_register_partners_show_no_photo() -> None:
    assert image_of((variant(960),), share=False) is None


def test_a_photo_that_may_not_be_shown_is_in_no_feed() -> None:
    assert image_of((variant(960),), withdrawn_on="2026-11-23") is None


def test_a_photo_in_a_form_that_few_can_show_is_left_out() -> None:
    assert image_of((variant(960, "avif"),)) is None


def image_of(
    variants: tuple[PhotoVariant, ...], *, share: bool = True, withdrawn_on: str | None = None
) -> FeedImage | None:
    """Give the photo that others see of a story with these variants of its photo."""
    path = "content/verhalen/a.jpg"
    pieces = (PEELO, piece("verhalen/a.md", common=Common("A", photo="a.jpg")))
    known = replace(register(path, withdrawn_on=withdrawn_on), share_with_partners=share)
    site = assembled(*pieces, photos=[photo_file(path)], registers=[known]).value
    catalog = Catalog(site, {path: PhotoView("Een plein.", 1600, 800, variants, None, "Ans")})
    return shared_image(replace(desk(*pieces), site=site, catalog=catalog), site.by_slug["a"])
