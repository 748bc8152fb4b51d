"""What a partner can choose: the news of the town, of a wijk, of a theme; only what is still of use to a reader."""

from __future__ import annotations

from generator.model.document import Common, Document
from generator.model.shared import SharedData, Theme
from generator.plan.news import News, make_news
from tests.unit.examples import PEELO, assembled, call, day, event, piece, story

OLD = piece("verhalen/oud.md", story("2024-01-01"))
NEW = piece("verhalen/nieuw.md", story("2026-11-01"))
TOWN = piece("verhalen/assen.md", story("2026-11-02", "heel-assen"))
OPEN = piece("oproepen/open.md", call("2026-12-15", date="2026-11-16"))
CLOSED = piece("oproepen/dicht.md", call("2026-11-01", date="2026-10-01"))
SOON = piece("agenda/straks.md", event("2026-12-05"))
GONE = piece("agenda/geweest.md", event("2026-11-01"))
GREEN = SharedData(themes={"groen": Theme("groen", "Groen", None), "leeg": Theme("leeg", "Leeg", None)})


def scopes(*pieces: Document, shared: SharedData | None = None) -> dict[str, News]:
    return {news.scope.name: news for news in make_news(assembled(*pieces, shared=shared).value)}


def slugs(news: News) -> list[str]:
    return [item.slug for item in news.items]


def test_there_is_a_scope_for_each_kind_each_wijk_and_each_theme() -> None:
    green = piece("verhalen/tuin.md", story("2026-11-01", themes=("groen",)))
    assert list(scopes(PEELO, green, shared=GREEN)) == [
        "alles",
        "verhalen",
        "oproepen",
        "agenda",
        "wijk-peelo",
        "thema-groen",
    ]


def test_a_theme_of_which_the_last_piece_expired_keeps_its_place_and_leads_to_all_themes() -> None:
    expired = piece(
        "verhalen/tuin.md", story("2026-01-01", themes=("leeg",)), Common("Tuin", expire_on=day("2026-11-01"))
    )
    found = scopes(PEELO, expired, shared=GREEN)["thema-leeg"]
    assert (found.items, found.scope.home) == ((), "/themas/")


def test_stories_and_open_calls_stand_together_newest_first() -> None:
    found = scopes(PEELO, OLD, NEW, OPEN, CLOSED, SOON)
    assert slugs(found["alles"]) == ["open", "nieuw", "oud"]
    assert slugs(found["wijk-peelo"]) == ["open", "nieuw", "oud"]
    assert slugs(found["oproepen"]) == ["open"]


def test_what_is_for_the_whole_town_is_not_the_news_of_a_wijk() -> None:
    found = scopes(PEELO, NEW, TOWN)
    assert slugs(found["wijk-peelo"]) == ["nieuw"]
    assert slugs(found["alles"]) == ["assen", "nieuw"]


def test_the_agenda_holds_what_is_still_to_come() -> None:
    assert slugs(scopes(PEELO, SOON, GONE)["agenda"]) == ["straks"]


def test_a_wijk_without_news_invites() -> None:
    found = scopes(piece("wijken/peelo.md", PEELO.meta, Common("Peelo")))["wijk-peelo"]
    assert (found.scope.title, found.empty) == (
        "Nieuws uit Peelo",
        "Nog geen nieuws uit Peelo. Weet jij iets? Vertel het ons.",
    )
    assert (found.scope.home, found.wijk) == ("/wijken/peelo/", "peelo")
