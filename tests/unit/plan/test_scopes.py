"""Pages lead to the feeds, calendars and embeds that are about them, and to no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import UNDATED, Common, Document, Moment, Page
from generator.model.view import AlternateView
from generator.plan.embeds import make_embeds
from generator.plan.scopes import links_of
from tests.unit.examples import PEELO, assembled, call, day, desk, event, piece, project, story

GONE = Common("Weg", expire_on=day("2026-11-22"))


def links(document: Document) -> list[str]:
    site = assembled(PEELO, document).value
    return [link.address for link in links_of(site.by_slug[document.slug])]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (piece("verhalen/soep.md"), ["/verhalen/soep/oembed.json"]),
        (piece("oproepen/een.md", call()), ["/oproepen/een/oembed.json"]),
        (piece("agenda/feest.md", event()), ["/agenda/feest/afspraak.ics"]),
        (piece("agenda/ooit.md", replace(event(), begins=Moment(UNDATED))), []),
        (piece("projecten/plein.md", project()), []),
        (piece("over.md", Page()), []),
        (piece("verhalen/weg.md", story(), GONE), []),
        (piece("agenda/weg.md", event(), GONE), []),
    ],
    ids=lambda value: value.path if isinstance(value, Document) else "",
)
def test_a_piece_leads_to_its_other_forms(document: Document, expected: list[str]) -> None:
    assert links(document) == expected


def test_a_wijk_leads_to_its_feeds_its_calendar_and_its_embed() -> None:
    assert links_of(assembled(PEELO).value.by_slug["peelo"]) == (
        AlternateView("application/atom+xml", "Nieuws uit Peelo", "/feeds/wijk-peelo.xml"),
        AlternateView("application/feed+json", "Nieuws uit Peelo", "/feeds/wijk-peelo.json"),
        AlternateView("text/calendar", "Agenda van Peelo", "/wijken/peelo/agenda.ics"),
        AlternateView("application/json+oembed", "Peelo", "/wijken/peelo/oembed.json"),
    )


def test_a_story_a_call_and_a_wijk_can_be_embedded() -> None:
    pieces = (
        PEELO,
        piece("verhalen/soep.md"),
        piece("oproepen/een.md", call()),
        piece("agenda/feest.md", event()),
        piece("verhalen/weg.md", story(), GONE),
    )
    assert {path: (view.frame, view.author) for path, view, _ in make_embeds(desk(*pieces))} == {
        "oproepen/een/oembed.json": ("https://proef.example.nl/w/1/stuk/een/", "Proefsite"),
        "verhalen/soep/oembed.json": ("https://proef.example.nl/w/1/stuk/soep/", "Proefsite"),
        "wijken/peelo/oembed.json": ("https://proef.example.nl/w/1/wijk-peelo/", "Proefsite"),
    }
