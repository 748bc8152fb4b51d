"""What surrounds every page: the menus, the partners and the one notice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.config import Config, MenuItem, Partner, SiteContact
from generator.model.document import Common, Document, Page
from generator.model.shared import Notice, Organisation, SharedData
from generator.model.view import AssetsView, LinkView, NoticeView, ShellView
from generator.plan.shell import make_shell
from tests.unit.examples import CONFIG, PEELO, assembled, day, piece

ASSETS = AssetsView("/assets/style.css", ())


def shell(*pieces: Document, config: Config = CONFIG, shared: SharedData | None = None) -> ShellView:
    return make_shell(assembled(PEELO, *pieces, config=config, shared=shared).value, ASSETS)


def test_the_settings_of_the_site_stand_around_every_page() -> None:
    config = Config(
        "Proef",
        "https://proef.nl/buurt",
        description="Een proef.",
        slogan="Samen!",
        demonstration=True,
        contact=SiteContact("0592-123 456", "a@b.nl"),
        partners=(Partner("actium"), Partner("onbekend")),
    )
    view = shell(config=config, shared=SharedData(organisations={"actium": Organisation("actium", "Actium")}))
    assert (view.name, view.description, view.slogan) == ("Proef", "Een proef.", "Samen!")
    assert (view.site_address, view.base_path) == ("https://proef.nl/buurt", "/buurt")
    assert (view.phone, view.email, view.demonstration) == ("0592-123 456", "a@b.nl", True)
    assert (view.partners, view.assets) == (("Actium",), ASSETS)


def test_without_a_menu_in_the_settings_there_is_one() -> None:
    assert [line.text for line in shell().main_menu] == ["Wijken", "Doe mee", "Verhalen", "Projecten", "Agenda"]
    assert shell().footer_menu == ()


def test_pages_that_ask_for_a_menu_come_after_the_lines_of_the_settings_by_title() -> None:
    config = replace(CONFIG, footer_menu=(MenuItem("Zelf", "/zelf/"), MenuItem("Over ons", "/over/")))
    pages = [
        piece("privacy.md", Page("voet")),
        piece("contact.md", Page("voet"), Common("bel ons")),
        piece("over.md", Page("voet")),
        piece("nieuws.md", Page("hoofd")),
        piece("los.md", Page()),
    ]
    view = shell(*pages, config=config)
    assert view.footer_menu == (
        LinkView("Zelf", "/zelf/"),
        LinkView("Over ons", "/over/"),
        LinkView("bel ons", "/contact/"),
        LinkView("Privacy", "/privacy/"),
    )
    assert view.main_menu[-1] == LinkView("Nieuws", "/nieuws/")


def test_a_line_that_leads_to_a_hidden_piece_is_left_out_until_it_appears() -> None:
    config = replace(CONFIG, main_menu=(MenuItem("Straks", "/straks/"), MenuItem("Wijken", "/wijken/")))
    hidden = piece("straks.md", Page(), Common("Straks", publish_on=day("2027-01-01")))
    assert shell(hidden, config=config).main_menu == (LinkView("Wijken", "/wijken/"),)


@pytest.mark.parametrize(("until", "shown"), [("2026-11-22", False), ("2026-11-23", True), ("2026-12-31", True)])
def test_the_notice_is_shown_up_to_and_including_its_last_day(until: str, shown: bool) -> None:  # noqa: FBT001
    view = shell(shared=SharedData(notice=Notice("We verhuizen.", day(until))))
    assert view.notice == (NoticeView("We verhuizen.", None) if shown else None)


@pytest.mark.parametrize(
    ("target", "link"),
    [("/contact/", LinkView("Meer", "/contact/")), ("/wijken/weg/", LinkView("Meer", "/wijken/weg/"))],
)
def test_the_notice_may_have_a_link(target: str, link: LinkView) -> None:
    notice = Notice("We verhuizen.", day("2026-12-31"), "Meer", target)
    assert shell(shared=SharedData(notice=notice)).notice == NoticeView("We verhuizen.", link)


def test_the_notice_does_not_lead_to_what_is_hidden() -> None:
    notice = Notice("We verhuizen.", day("2026-12-31"), "Meer", "/straks/")
    hidden = piece("straks.md", Page(), Common("Straks", draft=True))
    assert shell(hidden, shared=SharedData(notice=notice)).notice == NoticeView("We verhuizen.", None)
