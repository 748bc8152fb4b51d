"""The small views that many pages share: what is hidden has none, and `mba` is always there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.config import Config, SiteContact
from generator.model.document import Common, Document, Project, TeamMember, Wijk
from generator.model.shared import Counter, Organisation, SharedData, Theme
from generator.model.view import (
    CardView,
    CounterView,
    LinkView,
    OrganisationView,
    PhotoView,
    TeamMemberView,
    WijkBadge,
)
from generator.plan.catalog import Catalog
from tests.unit.examples import PEELO, assembled, call, day, event, photo_file, piece, project, register, story

CONFIG = Config("Proef", "https://proef.nl", contact=SiteContact("0592-123 456", "a@b.nl"))
SHARED = SharedData(
    organisations={"actium": Organisation("actium", "Actium", website="https://actium.nl")},
    themes={"groen": Theme("groen", "Groen"), "wonen": Theme("wonen", "Wonen")},
    counters={"tuin": Counter("tuin", "Tuinloket", "Voor tuinen.", ("Een boom.",), organisation="actium")},
)
BADGE = WijkBadge("peelo", "Peelo", "peelo", "/wijken/peelo/")


def catalog(*pieces: Document, drafts: bool = False) -> Catalog:
    return Catalog(assembled(PEELO, *pieces, config=CONFIG, shared=SHARED, drafts=drafts).value, {})


def card(document: Document, *, drafts: bool = False) -> CardView:
    made = catalog(document, drafts=drafts)
    return made.card(made.site.by_slug[document.slug])


def test_a_wijk_has_a_badge_with_its_own_colour_or_the_one_it_chose() -> None:
    coloured = piece("wijken/marsdijk.md", Wijk("WK010607", color="blauw"))
    made = catalog(coloured)
    assert made.badge("peelo") == BADGE
    assert made.badge("marsdijk") == WijkBadge("marsdijk", "Marsdijk", "blauw", "/wijken/marsdijk/")
    assert made.badge("heel-assen") == WijkBadge("heel-assen", "Heel Assen", "heel-assen", None)


def test_what_is_hidden_unknown_or_no_wijk_has_no_badge() -> None:
    hidden = piece("wijken/geheim.md", Wijk("WK010607"), Common("Geheim", draft=True))
    made = catalog(hidden, piece("verhalen/soep.md"))
    assert [made.badge(slug) for slug in ("geheim", "weg", "soep")] == [None, None, None]


def test_a_piece_has_the_badges_of_its_visible_wijken() -> None:
    document = piece("verhalen/soep.md", story("2026-11-01", "peelo", "heel-assen"))
    assert [badge.slug for badge in card(document).wijken] == ["peelo", "heel-assen"]


def test_a_link_to_a_piece_has_its_title() -> None:
    made = catalog(piece("projecten/plein.md", project()))
    assert made.link("plein") == LinkView("Plein", "/projecten/plein/")
    assert (made.link("weg"), made.link(None)) == (None, None)


def test_a_theme_is_a_link_while_it_has_a_listed_piece() -> None:
    document = piece("verhalen/soep.md", story(themes=("groen",)))
    expired = piece("verhalen/oud.md", story(themes=("wonen", "groen")), Common("Oud", expire_on=day("2026-01-01")))
    made = catalog(document, expired)
    assert made.themes(made.site.by_slug["oud"]) == (LinkView("Groen", "/themas/groen/"),)


def test_an_organisation_is_known_and_mba_is_the_site_itself() -> None:
    made = catalog()
    assert made.organisation("actium") == OrganisationView("Actium", None, "https://actium.nl", None, None, None)
    assert made.organisation("mba") == OrganisationView("Proef", None, None, "0592-123 456", "a@b.nl", None)
    assert made.organisation("onbekend").name == "onbekend"


def test_a_team_and_the_counters_name_their_organisation() -> None:
    made = catalog()
    wijk = Wijk("WK1", team=(TeamMember("actium", "Ans", "coach", "112", "a@b.nl"),))
    assert made.team(wijk) == (TeamMemberView("Ans", "coach", "Actium", "112", "a@b.nl"),)
    assert made.counters() == (
        CounterView("tuin", "Tuinloket", "Voor tuinen.", ("Een boom.",), (), "Actium", None, None, None, None, None),
    )


@pytest.mark.parametrize(
    ("document", "view"),
    [
        (
            piece("verhalen/soep.md", story("2026-11-01"), Common("Soep", "Er was soep.", example=True)),
            CardView(
                "verhaal",
                "soep",
                "/verhalen/soep/",
                "Soep",
                "Er was soep.",
                (BADGE,),
                date=day("2026-11-01"),
                example=True,
            ),
        ),
        (
            piece("oproepen/een.md", replace(call("2026-11-25"), status="klaar")),
            CardView(
                "oproep",
                "een",
                "/oproepen/een/",
                "Een",
                None,
                (BADGE,),
                date=day("2026-11-16"),
                closed=True,
                status="klaar",
            ),
        ),
        (
            piece("oproepen/een.md", replace(call("2026-11-25"), status="gaat-door")),
            CardView(
                "oproep",
                "een",
                "/oproepen/een/",
                "Een",
                None,
                (BADGE,),
                date=day("2026-11-16"),
                closes_on=day("2026-11-25"),
                days_left=2,
                status="gaat-door",
            ),
        ),
        (
            piece("oproepen/een.md", call("2026-11-01")),
            CardView(
                "oproep",
                "een",
                "/oproepen/een/",
                "Een",
                None,
                (BADGE,),
                date=day("2026-11-16"),
                closes_on=day("2026-11-01"),
                closed=True,
            ),
        ),
        (
            piece("oproepen/een.md", call(None)),
            CardView("oproep", "een", "/oproepen/een/", "Een", None, (BADGE,), date=day("2026-11-16"), ongoing=True),
        ),
        (
            piece("projecten/plein.md", Project(("peelo",), "klaar")),
            CardView("project", "plein", "/projecten/plein/", "Plein", None, (BADGE,), status="klaar"),
        ),
        (
            piece("agenda/feest.md", replace(event("2026-11-01", "10:00", ends="2026-11-02"), cancelled=True)),
            CardView(
                "activiteit",
                "feest",
                "/agenda/feest/",
                "Feest",
                None,
                (BADGE,),
                begins=day("2026-11-01"),
                begins_time="10:00",
                ends=day("2026-11-02"),
                place="het buurthuis",
                past=True,
                cancelled=True,
            ),
        ),
    ],
)
def test_a_card_shows_what_a_list_needs(document: Document, view: CardView) -> None:
    assert card(document) == view


def test_a_card_of_a_draft_says_so() -> None:
    assert card(piece("verhalen/x.md", common=Common("X", draft=True)), drafts=True).draft


def test_a_view_is_made_once() -> None:
    made = catalog(piece("verhalen/soep.md"))
    item = made.site.by_slug["soep"]
    assert made.card(item) is made.card(item)
    assert made.badge("peelo") is made.badge("peelo")


@pytest.mark.parametrize("name", ["feest.jpg", "Feest.JPG"])
def test_the_photo_above_a_piece_is_found_whatever_its_letter_case(name: str) -> None:
    path = "content/verhalen/feest.jpg"
    document = piece("verhalen/soep.md", common=Common("Soep", photo=name))
    site = assembled(PEELO, document, photos=[photo_file(path)], registers=[register(path)]).value
    photo = PhotoView("Een plein.", 1200, 800, (), None, "Ans")
    assert Catalog(site, {path: photo}).lead_photo(site.by_slug["soep"]) == photo
