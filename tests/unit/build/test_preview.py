"""What a build would do, and why, without doing it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from generator.build.preview import Explanation, Preview, Row, address_of, explain, preview
from generator.cache import Cache
from tests.harness import STORY, TinySite, silent


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    return TinySite(tmp_path)


def rows(site: TinySite) -> list[Row]:
    return [row for row in look(site).rows if not row.address.startswith("/assets/")]


def look(site: TinySite) -> Preview:
    with closing(Cache(site.root)) as cache:
        return preview(site.options(), cache, silent)


def why(site: TinySite, address: str) -> Explanation:
    with closing(Cache(site.root)) as cache:
        return explain(site.options(), cache, silent, address)


@pytest.mark.parametrize(
    ("path", "address"),
    [("index.html", "/"), ("verhalen/soep/index.html", "/verhalen/soep/"), ("404.html", "/404.html")],
)
def test_a_file_has_an_address(path: str, address: str) -> None:
    assert address_of(path) == address


def test_before_the_first_build_everything_is_new(site: TinySite) -> None:
    assert {row.what for row in rows(site)} == {"nieuw"}
    assert not site.output.exists()


def test_after_a_build_nothing_is_to_be_done(site: TinySite) -> None:
    site.build()
    found = look(site)
    assert (found.rows, found.unchanged) == ((), len(site.built()) - 1)


def test_each_change_comes_with_its_reason(site: TinySite) -> None:
    site.build()
    site.replace("content/verhalen/soep.md", "Er was veel soep.", "Er was weinig soep.")
    assert rows(site) == [Row("anders", "/verhalen/soep/", "de tekst of een link daarin")]


def test_what_comes_and_what_goes(site: TinySite) -> None:
    site.build()
    site.rename("content/verhalen/soep.md", "content/verhalen/snert.md")
    found = rows(site)
    assert {row.address for row in found if row.what == "nieuw"} == {
        "/verhalen/snert/",
        "/verhalen/snert/oembed.json",
        "/i/snert/",
    }
    assert {row.address for row in found if row.what == "weg"} == {
        "/verhalen/soep/",
        "/verhalen/soep/oembed.json",
        "/i/soep/",
    }
    assert {row.what for row in found} == {"nieuw", "anders", "weg"}


def test_a_page_that_others_changed_is_made_again(site: TinySite) -> None:
    site.build()
    site.write("output/verhalen/soep/index.html", "gekraakt")
    assert rows(site) == [Row("anders", "/verhalen/soep/", "het bestand zelf is veranderd of weg")]


def test_without_a_memory_the_reason_is_not_known(site: TinySite) -> None:
    site.build()
    site.replace("content/verhalen/soep.md", "veel", "weinig")
    site.remove(".cache")
    assert rows(site)[0].reason == "niet bekend waarom: dit bestand is veranderd of de vorige bouw is vergeten"


def test_with_an_error_there_is_nothing_to_say_but_the_error(site: TinySite) -> None:
    site.replace("content/verhalen/soep.md", "[peelo]", "[pelo]")
    assert look(site).rows == ()
    assert [found.code for found in look(site).diagnostics] == ["onbekende-wijk"]
    assert why(site, "/verhalen/soep/").lines == ()


@pytest.mark.parametrize(
    "address",
    [
        "/verhalen/soep/",
        "/verhalen/soep",
        "verhalen/soep",
        "https://proef.example.nl/verhalen/soep/",
        "/verhalen/soep/?a=b#c",
    ],
)
def test_an_address_may_be_written_as_people_write_it(site: TinySite, address: str) -> None:
    assert why(site, address).lines == (
        "/verhalen/soep/ is nieuw",
        "  gemaakt uit: content/verhalen/soep.md",
        "  sjabloon: thema/layouts/story.html",
    )


def test_an_address_stays_changes_or_goes(site: TinySite) -> None:
    site.build()
    assert why(site, "/verhalen/soep/").lines[0] == (
        "/verhalen/soep/ blijft zoals het is: niets waar het van afhangt is veranderd"
    )
    site.replace("content/verhalen/soep.md", "titel: Soep", "titel: Snert")
    assert why(site, "/verhalen/soep/").lines[0] == (
        "/verhalen/soep/ wordt opnieuw gemaakt: titel, omschrijving of adres; de titel"
    )
    site.remove("content/verhalen/soep.md")
    assert why(site, "/verhalen/soep/").lines == (
        "/verhalen/soep/ gaat weg: niets in content/ of site.yaml vraagt er nog om",
    )


def test_an_address_that_is_not_of_the_site_comes_with_one_that_is(site: TinySite) -> None:
    found = why(site, "/verhalen/sop/")
    assert (found.lines, found.diagnostics[-1].code) == ((), "adres-onbekend")
    assert found.diagnostics[-1].tip == "bedoel je '/verhalen/soep/'?"
    assert why(site, "/qqqqqqqqqqqqqqqqqqqqqqqqq/").diagnostics[-1].tip == (
        "schrijf een adres zoals /verhalen/ of /wijken/peelo/"
    )


def test_another_story_touches_the_lists_that_show_it(site: TinySite) -> None:
    site.build()
    site.write("content/verhalen/brood.md", STORY.replace("Soep", "Brood"))
    assert Row("anders", "/verhalen/", "de stukken in deze lijst") in rows(site)
