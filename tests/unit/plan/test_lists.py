"""List pages: cut into pages, grouped under headings, and an A to Z that people can find their way in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import UNDATED, Common, Document, Moment, Page, Wijk
from generator.model.shared import SharedData, Theme
from generator.model.view import FindView, InvitationView, LinkView, ListView, PagerView, PageView, ThemesView
from generator.plan import lists
from generator.plan.lists import make_lists
from tests.unit.examples import PEELO, call, day, desk, event, piece, project, story

SHARED = SharedData(themes={"groen": Theme("groen", "Groen", "Over bomen."), "wonen": Theme("wonen", "Wonen")})


def pages(*pieces: Document, shared: SharedData | None = None) -> dict[str, PageView]:
    return {view.head.address: view for view in make_lists(desk(*pieces, shared=shared))}


def listing(found: dict[str, PageView], address: str) -> ListView:
    view = found[address]
    assert isinstance(view, ListView)
    return view


def groups(view: ListView | FindView) -> dict[str, list[str]]:
    return {group.heading: [card.slug for card in group.cards] for group in view.groups}


def stories(count: int, date: str = "2026-11-01") -> list[Document]:
    return [piece(f"verhalen/soep-{number:03}.md", story(date)) for number in range(count)]


def test_an_empty_site_has_every_list_with_a_friendly_word() -> None:
    found = pages()
    assert list(found) == ["/verhalen/", "/oproepen/", "/projecten/", "/agenda/", "/zoeken/", "/themas/"]
    assert listing(found, "/verhalen/").invitation == InvitationView(
        "Er is nog geen verhaal. Weet jij er een?", LinkView("Vertel ons je verhaal", "/contact/")
    )
    lists_of_pieces = [view for view in found.values() if isinstance(view, ListView)]
    assert all(view.invitation and view.invitation.link.address == "/contact/" for view in lists_of_pieces)


@pytest.mark.parametrize(
    ("over", "current", "address"),
    [
        (piece("oproepen/oud.md", call("2026-11-01")), piece("oproepen/nieuw.md", call()), "/oproepen/"),
        (piece("projecten/oud.md", project("gestopt")), piece("projecten/nieuw.md", project("ontwerp")), "/projecten/"),
        (piece("agenda/oud.md", event("2026-11-01")), piece("agenda/nieuw.md", event("2026-12-05")), "/agenda/"),
    ],
)
def test_a_list_with_only_what_is_over_invites_too(over: Document, current: Document, address: str) -> None:
    assert listing(pages(PEELO, over), address).invitation is not None
    assert listing(pages(PEELO, over, current), address).invitation is None


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (1, [1]), (24, [24]), (25, [24, 1]), (48, [24, 24]), (50, [24, 24, 2])]
)
def test_stories_are_cut_into_pages_of_24(count: int, sizes: list[int]) -> None:
    found = pages(PEELO, *stories(count))
    addresses = ["/verhalen/", *(f"/verhalen/pagina/{number}/" for number in range(2, len(sizes) + 1))]
    cut = [address for address in found if address == "/verhalen/" or address.startswith("/verhalen/pagina/")]
    assert cut == addresses
    assert [sum(map(len, groups(listing(found, address)).values())) for address in addresses] == sizes


def test_pages_lead_to_each_other() -> None:
    found = pages(PEELO, *stories(50))
    first, second, third = (listing(found, f"/verhalen/{part}") for part in ("", "pagina/2/", "pagina/3/"))
    assert first.pager == PagerView(1, 3, None, LinkView("Volgende pagina", "/verhalen/pagina/2/"))
    assert second.pager == PagerView(
        2, 3, LinkView("Vorige pagina", "/verhalen/"), LinkView("Volgende pagina", "/verhalen/pagina/3/")
    )
    assert third.pager == PagerView(3, 3, LinkView("Vorige pagina", "/verhalen/pagina/2/"), None)
    assert listing(pages(PEELO), "/verhalen/").pager is None


def test_further_pages_say_so_in_title_description_and_path() -> None:
    second = listing(pages(PEELO, *stories(25)), "/verhalen/pagina/2/")
    assert second.title == second.head.title == "Verhalen, pagina 2"
    assert second.head.description.endswith(" Pagina 2 van 2.")
    assert second.crumbs == (LinkView("Home", "/"), LinkView("Verhalen", "/verhalen/"))
    assert second.intro is None
    assert second.section == "/verhalen/"


def test_stories_stand_below_their_year_and_have_a_page_for_each_year() -> None:
    found = pages(
        PEELO,
        piece("verhalen/a.md", story("2026-03-01")),
        piece("verhalen/b.md", story("2026-11-01")),
        piece("verhalen/c.md", story("2024-12-31")),
    )
    years = (LinkView("2026", "/verhalen/jaar/2026/"), LinkView("2024", "/verhalen/jaar/2024/"))
    assert groups(listing(found, "/verhalen/")) == {"2026": ["b", "a"], "2024": ["c"]}
    assert listing(found, "/verhalen/").years == years
    year = listing(found, "/verhalen/jaar/2026/")
    assert (year.title, groups(year), year.years) == (
        "Verhalen uit 2026",
        {"November 2026": ["b"], "Maart 2026": ["a"]},
        years,
    )
    assert [group.anchor for group in year.groups] == ["november-2026", "maart-2026"]


def test_a_story_without_a_date_stands_first_and_has_no_year() -> None:
    draft = piece("verhalen/later.md", replace(story(), date=UNDATED))
    found = pages(PEELO, draft, *stories(1))
    assert list(groups(listing(found, "/verhalen/"))) == ["Datum volgt", "2026"]
    assert [link.text for link in listing(found, "/verhalen/").years] == ["2026"]


def test_calls_are_open_or_closed() -> None:
    found = pages(PEELO, piece("oproepen/dicht.md", call("2026-11-01")), piece("oproepen/open.md", call()))
    assert groups(listing(found, "/oproepen/")) == {"Nu open": ["open"], "Al gesloten": ["dicht"]}


@pytest.mark.parametrize("status", ["klaar", "gaat-niet-door"])
def test_a_call_whose_status_ended_it_is_closed_before_its_last_day(status: str) -> None:
    ended = piece("oproepen/af.md", replace(call("2027-12-01"), status=status))
    listed = listing(pages(PEELO, ended, piece("oproepen/open.md", call())), "/oproepen/")
    assert groups(listed) == {"Nu open": ["open"], "Al gesloten": ["af"]}
    card = listed.groups[1].cards[0]
    assert (card.closed, card.closes_on, card.days_left, card.ongoing) == (True, None, None, False)


def test_projects_are_busy_ready_or_stopped() -> None:
    statuses = ["klaar", "ontwerp", "gestopt"]
    found = pages(PEELO, *(piece(f"projecten/{status}.md", project(status)) for status in statuses))
    assert groups(listing(found, "/projecten/")) == {
        "Nu bezig": ["ontwerp"],
        "Klaar": ["klaar"],
        "Gestopt": ["gestopt"],
    }


def test_activities_stand_below_their_month_and_the_past_ones_last() -> None:
    found = pages(
        PEELO,
        piece("agenda/geweest.md", event("2026-11-01")),
        piece("agenda/feest.md", event("2026-12-05")),
        piece("agenda/kerst.md", event("2026-12-24")),
        piece("agenda/later.md", event("2027-01-02")),
    )
    assert groups(listing(found, "/agenda/")) == {
        "December 2026": ["feest", "kerst"],
        "Januari 2027": ["later"],
        "Geweest in 2026": ["geweest"],
    }


def test_activities_that_are_over_stand_below_their_year() -> None:
    dates = ("2024-12-31", "2026-01-01", "2026-11-01")
    found = pages(PEELO, *(piece(f"agenda/dag-{date}.md", event(date)) for date in dates))
    agenda = listing(found, "/agenda/")
    assert groups(agenda) == {
        "Geweest in 2026": ["dag-2026-11-01", "dag-2026-01-01"],
        "Geweest in 2024": ["dag-2024-12-31"],
    }
    assert [group.anchor for group in agenda.groups] == ["geweest-2026", "geweest-2024"]


def test_an_activity_without_a_date_stands_below_a_heading_of_its_own() -> None:
    draft = piece("agenda/ooit.md", replace(event(), begins=Moment(UNDATED)))
    assert groups(listing(pages(PEELO, draft), "/agenda/")) == {"Datum volgt": ["ooit"]}


def test_each_wijk_has_an_archive_of_its_stories() -> None:
    archive = listing(pages(PEELO, *stories(1)), "/wijken/peelo/verhalen/")
    assert (archive.title, groups(archive)) == ("Verhalen uit Peelo", {"2026": ["soep-000"]})
    assert archive.badge is not None
    assert archive.badge.slug == "peelo"
    assert archive.crumbs[-1] == LinkView("Peelo", "/wijken/peelo/")


def test_the_archive_of_a_wijk_without_stories_asks_for_one() -> None:
    archive = listing(pages(PEELO), "/wijken/peelo/verhalen/")
    assert archive.groups == ()
    assert archive.invitation
    assert archive.invitation.text == "Nog geen verhalen uit Peelo. Weet jij er een?"


def test_a_theme_has_a_page_while_it_has_a_piece() -> None:
    found = pages(PEELO, piece("verhalen/soep.md", story(themes=("groen",))), shared=SHARED)
    themes = found["/themas/"]
    assert isinstance(themes, ThemesView)
    assert [(tile.link.text, tile.description, tile.count) for tile in themes.themes] == [("Groen", "Over bomen.", 1)]
    assert "/themas/wonen/" not in found
    theme = listing(found, "/themas/groen/")
    assert (theme.title, theme.intro, groups(theme)) == ("Groen", "Over bomen.", {"Verhalen": ["soep"]})


def test_a_theme_shows_each_kind_below_its_own_heading() -> None:
    themed = (
        piece("verhalen/soep.md", story(themes=("groen",))),
        piece("oproepen/een.md", replace(call(), themes=("groen",))),
        piece("projecten/plein.md", replace(project(), themes=("groen",))),
        piece("agenda/feest.md", replace(event(), themes=("groen",))),
    )
    theme = listing(pages(PEELO, *themed, shared=SHARED), "/themas/groen/")
    assert groups(theme) == {"Oproepen": ["een"], "Projecten": ["plein"], "Agenda": ["feest"], "Verhalen": ["soep"]}


def titled(*titles: str) -> list[Document]:
    return [piece(f"verhalen/stuk-{number}.md", common=Common(title)) for number, title in enumerate(titles)]


def alphabet(*titles: str) -> dict[str, list[str]]:
    view = pages(*titled(*titles))["/zoeken/"]
    assert isinstance(view, FindView)
    return {group.heading: [card.title for card in group.cards] for group in view.groups}


def test_everything_is_found_by_its_first_letter() -> None:
    assert alphabet("Zon", "appel", "Boom", "aardbei") == {"A": ["aardbei", "appel"], "B": ["Boom"], "Z": ["Zon"]}


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("Één tafel", "E"),
        ("’t Markehuus", "M"),
        ("'t Markehuus", "M"),
        ("‘Samen’ eten", "S"),
        ('"Samen" eten', "S"),
        ("(Vrij)willig", "V"),
        ("2026 in beeld", "0-9"),
        ("#buren", "B"),
        ("سلام", "0-9"),
        ("Øresund", "O"),
    ],
)
def test_accents_and_signs_do_not_hide_the_letter(title: str, letter: str) -> None:
    assert list(alphabet(title)) == [letter]


def test_numbers_come_after_the_letters() -> None:
    assert list(alphabet("9 straten", "Zon", "Appel")) == ["A", "Z", "0-9"]


def test_a_title_that_starts_with_a_sign_stands_in_its_place() -> None:
    assert list(alphabet("(Vrij)willig", "Zon", "Appel")) == ["A", "V", "Z"]


def test_the_alphabet_holds_all_kinds_but_the_home_page_and_what_has_expired() -> None:
    found = pages(
        PEELO,
        piece("index.md", Page()),
        piece("contact.md", Page()),
        piece("verhalen/oud.md", common=Common("Oud", expire_on=day("2026-01-01"))),
        piece("agenda/feest.md", event()),
    )["/zoeken/"]
    assert isinstance(found, FindView)
    assert groups(found) == {"C": ["contact"], "F": ["feest"], "P": ["peelo"]}
    assert found.letters == (LinkView("C", "#letter-c"), LinkView("F", "#letter-f"), LinkView("P", "#letter-p"))


def test_a_large_site_has_a_page_for_each_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "WHOLE_ALPHABET", 2)
    monkeypatch.setattr(lists, "ALPHABET_PAGE_SIZE", 2)
    found = pages(*titled("Appel", "Aal", "Aap", "Zon"))
    view = found["/zoeken/"]
    assert isinstance(view, FindView)
    assert (view.groups, view.letters) == (
        (),
        (LinkView("A", "/zoeken/letter-a/"), LinkView("Z", "/zoeken/letter-z/")),
    )
    letter = listing(found, "/zoeken/letter-a/pagina/2/")
    assert [card.title for card in letter.groups[0].cards] == ["Appel"]
    assert letter.title == "Alles van A tot Z: A, pagina 2"


def test_no_two_lists_share_a_title() -> None:
    found = pages(PEELO, piece("wijken/x.md", Wijk("WK010699")), *stories(130), shared=SHARED)
    titles = [view.head.title for view in found.values()]
    assert len(set(titles)) == len(titles)
