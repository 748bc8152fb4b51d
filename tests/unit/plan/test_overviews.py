"""The pages that there is one of: home, all wijken, not found."""

from __future__ import annotations

from dataclasses import replace

from generator.model.document import Common, Document, Page, Wijk
from generator.model.shared import SharedData, WijkMap, WijkShape
from generator.model.view import HomeView, NotFoundView, WijkenView
from generator.plan.overviews import make_singles
from generator.plan.shapes import draw_map
from tests.unit.examples import CONFIG, PEELO, call, desk, event, piece, project, story

MAP = WijkMap((WijkShape("WK010606", (((0, 0), (2, 0), (2, 1), (0, 1)),), label=(1, 0.5)),), "CBS", "CC BY")


def singles(*pieces: Document, slogan: str | None = None) -> tuple[HomeView, WijkenView, NotFoundView]:
    config = replace(CONFIG, slogan=slogan, description="Een proef.")
    made = desk(*pieces, config=config, shared=SharedData(map=MAP))
    home, wijken, missing = make_singles(made, draw_map(made.site.shared.map))
    assert isinstance(home, HomeView)
    assert isinstance(wijken, WijkenView)
    assert isinstance(missing, NotFoundView)
    return home, wijken, missing


def test_the_home_page_has_the_text_of_its_file() -> None:
    home = singles(piece("index.md", Page(), Common("Welkom", "Kom binnen.")))[0]
    assert (home.head.title, home.head.description, home.summary) == ("Proefsite", "Kom binnen.", "Kom binnen.")
    assert home.body is not None
    assert home.body.fragment == "body of index.md"


def test_without_that_file_there_is_a_home_page_all_the_same() -> None:
    home = singles()[0]
    assert (home.title, home.summary, home.body, home.head.description) == (
        "Proefsite",
        "Een proef.",
        None,
        "Een proef.",
    )
    assert singles(slogan="Samen!")[0].title == "Samen!"


def test_the_home_page_shows_what_is_going_on() -> None:
    home = singles(
        PEELO,
        piece("oproepen/open.md", call()),
        piece("oproepen/dicht.md", call("2026-11-01")),
        piece("agenda/feest.md", event()),
        piece("agenda/geweest.md", event("2026-11-01")),
        piece("projecten/bezig.md", project()),
        piece("projecten/klaar.md", project("klaar")),
        piece("doe-mee.md", Page(), Common("Vertel je idee")),
        *(piece(f"verhalen/soep-{number}.md", story(f"2026-11-0{number}")) for number in range(1, 9)),
    )[0]
    assert [card.slug for card in home.calls] == ["open"]
    assert [card.slug for card in home.events] == ["feest"]
    assert [card.slug for card in home.projects] == ["bezig"]
    assert [card.slug for card in home.stories] == [f"soep-{number}" for number in (8, 7, 6, 5, 4, 3)]
    assert home.idea is not None
    assert (home.idea.text, home.idea.address) == ("Vertel je idee", "/doe-mee/")


def test_the_map_shows_every_wijk_with_its_outline_if_it_has_one() -> None:
    meta = Wijk("WK010606", slogan="Peelo leeft")
    wijken = singles(piece("wijken/peelo.md", meta), piece("wijken/nieuw.md", Wijk("WK010699")))[1]
    assert [(tile.badge.slug, tile.slogan) for tile in wijken.map.tiles] == [("peelo", "Peelo leeft"), ("nieuw", None)]
    assert [(tile.outline, tile.label) for tile in wijken.map.tiles] == [
        ("M0 500L1000 500L1000 0L0 0Z", (500.0, 250.0)),
        (None, None),
    ]
    assert (wijken.map.box, wijken.map.source, wijken.map.licence) == ((1000.0, 500.0), "CBS", "CC BY")


def test_the_page_for_what_is_not_there_is_not_for_search_engines() -> None:
    missing = singles(PEELO)[2]
    assert (missing.head.address, missing.head.noindex) == ("/404.html", True)
    assert [badge.slug for badge in missing.wijken] == ["peelo"]
