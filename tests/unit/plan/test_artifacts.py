"""The plan: every file of the site with a key that changes when, and only when, something it shows does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics import Report
from generator.model.config import Config, MenuItem, Redirect
from generator.model.document import Common, Document, Page
from generator.model.plan import Artifact, MakePhoto, Plan, RenderTemplate
from generator.model.shared import SharedData, Theme
from generator.model.view import SitemapView
from tests.unit.examples import (
    CONFIG,
    PEELO,
    assembled,
    bare_theme,
    call,
    day,
    event,
    photo_file,
    piece,
    planned,
    project,
    register,
    story,
    theme,
    told,
)

SOUP = piece("verhalen/soep.md", story("2026-11-01"))
BREAD = piece("verhalen/brood.md", story("2025-01-01"))


def make(*pieces: Document, config: Config = CONFIG, shared: SharedData | None = None) -> Report[Plan]:
    return planned(assembled(*pieces, config=config, shared=shared).value)


def files(report: Report[Plan]) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in report.value.artifacts}


def touched(before: Report[Plan], after: Report[Plan]) -> set[str]:
    """Give the files that have to be made after a change, without what is named by its own digest."""
    old, new = files(before), files(after)
    changed = {path for path in new if path not in old or old[path].key != new[path].key}
    return {path for path in changed if not path.startswith("assets/")}


def test_a_site_is_all_its_pages_in_the_order_of_their_paths() -> None:
    report = make(PEELO, SOUP, piece("index.md", Page()), piece("contact.md", Page()))
    assert report.diagnostics == ()
    assert report.value.whole
    pages = [path for path in files(report) if not path.startswith("assets/")]
    assert pages == [
        "404.html",
        "_headers",
        "agenda.ics",
        "agenda/index.html",
        "contact/index.html",
        "feeds/agenda.json",
        "feeds/agenda.xml",
        "feeds/alles.json",
        "feeds/alles.xml",
        "feeds/oproepen.json",
        "feeds/oproepen.xml",
        "feeds/verhalen.json",
        "feeds/verhalen.xml",
        "feeds/wijk-peelo.json",
        "feeds/wijk-peelo.xml",
        "i/peelo/index.html",
        "i/soep/index.html",
        "index.html",
        "oproepen/index.html",
        "projecten/index.html",
        "robots.txt",
        "server/Caddyfile",
        "server/apache.conf",
        "server/nginx.conf",
        "sitemap.xml",
        "themas/index.html",
        "verhalen/index.html",
        "verhalen/jaar/2026/index.html",
        "verhalen/soep/index.html",
        "verhalen/soep/oembed.json",
        "wijken/index.html",
        "wijken/peelo/agenda.ics",
        "wijken/peelo/index.html",
        "wijken/peelo/oembed.json",
        "wijken/peelo/verhalen/index.html",
        "zoeken/index.html",
    ]


def test_each_file_knows_the_content_file_that_it_shows() -> None:
    found = files(make(PEELO, SOUP, piece("index.md", Page())))
    assert found["verhalen/soep/index.html"].origin == "content/verhalen/soep.md"
    assert found["i/soep/index.html"].origin == "content/verhalen/soep.md"
    assert found["index.html"].origin == "content/index.md"
    assert found["verhalen/index.html"].origin is None
    assert files(make(PEELO))["index.html"].origin is None


def test_the_same_site_gives_the_same_plan() -> None:
    assert make(PEELO, SOUP, BREAD) == make(BREAD, SOUP, PEELO)


def test_another_text_touches_one_page() -> None:
    other = replace(SOUP, body=replace(SOUP.body, key="andere tekst"))
    assert touched(make(PEELO, SOUP), make(PEELO, other)) == {"verhalen/soep/index.html"}


def test_another_title_touches_the_pages_that_show_it() -> None:
    other = replace(SOUP, common=Common("Erwtensoep"))
    assert touched(make(PEELO, SOUP, BREAD), make(PEELO, other, BREAD)) == {
        "index.html",
        "verhalen/index.html",
        "verhalen/soep/index.html",
        "verhalen/brood/index.html",
        "verhalen/jaar/2026/index.html",
        "wijken/peelo/index.html",
        "wijken/peelo/verhalen/index.html",
        "zoeken/index.html",
        "i/soep/index.html",
        "verhalen/soep/oembed.json",
        *(f"feeds/{scope}.{kind}" for scope in ("alles", "verhalen", "wijk-peelo") for kind in ("xml", "json")),
    }


def test_another_keyword_touches_nothing() -> None:
    other = replace(SOUP, common=replace(SOUP.common, keywords=("erwten",)), digest="anders")
    assert touched(make(PEELO, SOUP), make(PEELO, other)) == set()


def test_another_name_of_the_site_touches_every_page() -> None:
    other = make(PEELO, SOUP, config=replace(CONFIG, name="Andere proef"))
    pages = {path for path in files(other) if path.endswith(".html")}
    assert pages - touched(make(PEELO, SOUP), other) == {path for path in pages if path.startswith("i/")}


def test_another_date_touches_what_counts_the_days() -> None:
    pieces = (PEELO, SOUP, piece("oproepen/een.md", call("2026-12-15")))
    before = planned(assembled(*pieces, today=day("2026-12-09")).value)
    after = planned(assembled(*pieces, today=day("2026-12-10")).value)
    assert touched(before, after) == {
        "index.html",
        "oproepen/index.html",
        "oproepen/een/index.html",
        "wijken/peelo/index.html",
        "zoeken/index.html",
    }
    weeks = (planned(assembled(*pieces, today=day(date)).value) for date in ("2026-11-23", "2026-12-01"))
    assert touched(*weeks) == set()


def test_another_version_of_the_program_touches_every_page_and_feed() -> None:
    site = assembled(PEELO, SOUP).value
    assert touched(planned(site), planned(site, program="nieuw")) == {
        path for path in files(planned(site)) if not path.startswith(("assets/", "server/", "_headers"))
    }


@pytest.mark.parametrize(
    ("template", "pages"),
    [
        ("layouts/story.html", {"verhalen/soep/index.html"}),
        ("layouts/redirect.html", {"i/soep/index.html", "i/peelo/index.html"}),
        ("formats/robots.txt", {"robots.txt"}),
    ],
)
def test_another_template_touches_the_pages_that_are_made_with_it(template: str, pages: set[str]) -> None:
    site = assembled(PEELO, SOUP).value
    other = bare_theme({template: bare_theme().text(template) + "\n"})
    assert touched(planned(site), planned(site, other)) == pages


def test_another_style_sheet_touches_every_page_that_loads_it() -> None:
    site = assembled(PEELO, SOUP).value
    found = touched(planned(site), planned(site, bare_theme({"css/base/page.css": "body {}"})))
    assert "verhalen/soep/index.html" in found
    assert not {"i/soep/index.html", "sitemap.xml", "robots.txt"} & found


def test_the_parts_of_a_key_have_names() -> None:
    before, after = (files(make(PEELO, replace(SOUP, common=Common(title)))) for title in ("Soep", "Erwtensoep"))
    old, new = (dict(found["verhalen/soep/index.html"].parts) for found in (before, after))
    assert list(old)[:3] == ["programma", "sjabloon", "shell"]
    assert {name for name in old if old[name] != new[name]} == {"head", "title"}


def test_the_sitemap_holds_every_page_that_search_engines_should_know() -> None:
    expired = piece("verhalen/oud.md", common=Common("Oud", expire_on=day("2026-01-01")))
    recipe = files(make(PEELO, SOUP, expired))["sitemap.xml"].recipe
    assert isinstance(recipe, RenderTemplate)
    assert isinstance(recipe.view, SitemapView)
    pages = dict(recipe.view.pages)
    assert pages["/verhalen/soep/"] == day("2026-11-01")
    assert pages["/wijken/peelo/"] is None
    assert not {"/404.html", "/verhalen/oud/", "/i/soep/"} & set(pages)
    assert list(pages) == sorted(pages)


def test_a_photo_has_a_file_for_each_width_and_its_key_knows_its_pixels() -> None:
    path = "content/verhalen/feest.jpg"
    document = replace(SOUP, common=Common("Soep", photo="feest.jpg"))
    site = assembled(PEELO, document, photos=[photo_file(path, 1200, 800)], registers=[register(path)]).value
    photos = [item for item in planned(site).value.artifacts if isinstance(item.recipe, MakePhoto)]
    assert sorted((item.recipe.width, item.recipe.height) for item in photos if isinstance(item.recipe, MakePhoto)) == [
        *[(480, 320)] * 3,
        *[(960, 640)] * 3,
        *[(1200, 800)] * 3,
    ]
    assert all(item.path.startswith("assets/feest-") for item in photos)
    assert {item.path.rpartition(".")[2] for item in photos} == {"avif", "webp", "jpg"}


@pytest.mark.parametrize(
    ("redirects", "told_of"),
    [
        ({"/oud/": "/verhalen/soep/"}, []),
        ({"/oud/": "/verhalen/soep/", "/Oud/": "/verhalen/"}, ["1 fout dubbel-adres"]),
        ({"/sitemap.xml": "/verhalen/soep/"}, ["1 fout dubbel-adres"]),
        ({"/i/soep/": "/verhalen/soep/"}, ["1 fout dubbel-adres"]),
        ({"/verhalen/": "/wijken/"}, ["1 fout dubbel-adres"]),
    ],
)
def test_two_files_cannot_have_one_address(redirects: dict[str, str], told_of: list[str]) -> None:
    config = replace(CONFIG, redirects=tuple(Redirect(old, new) for old, new in redirects.items()))
    assert told(make(PEELO, SOUP, config=config).diagnostics) == told_of


def test_a_file_and_a_folder_cannot_have_one_address() -> None:
    redirects = (Redirect("/oud.html", "/verhalen/"), Redirect("/oud.html/meer/", "/wijken/"))
    report = make(PEELO, SOUP, config=replace(CONFIG, redirects=redirects))
    assert [found.code for found in report.diagnostics] == ["dubbel-adres"]


def test_two_pieces_cannot_have_the_same_former_address() -> None:
    common = Common("x", former_addresses=("/oud/",))
    report = make(PEELO, replace(SOUP, common=common), replace(BREAD, common=replace(common, title="y")))
    assert [(found.file, found.code) for found in report.diagnostics] == [("content/verhalen/soep.md", "dubbel-adres")]
    assert report.diagnostics[0].message == "het adres /oud/ is al van content/verhalen/brood.md"


def test_a_menu_that_leads_nowhere_is_told_at_its_line() -> None:
    config = replace(CONFIG, main_menu=(MenuItem("Verhalen", "/verhalen", 7), MenuItem("Wijken", "/wijken/#kaart", 8)))
    report = make(PEELO, config=config)
    assert told(report.diagnostics) == ["7 fout dode-link"]
    assert report.diagnostics[0].tip == "bedoel je '/verhalen/'?"
    assert report.value.dead == {"/verhalen"}


def test_a_theme_without_a_layout_is_broken_and_its_pages_are_left_out() -> None:
    found = {name: data for name, data in bare_theme().files.items() if name != "layouts/story.html"}
    report = planned(assembled(PEELO, SOUP).value, theme(found))
    assert [(problem.file, problem.code) for problem in report.diagnostics] == [
        ("thema/layouts/story.html", "sjabloon-ontbreekt")
    ]
    assert not report.value.whole
    assert "verhalen/soep/index.html" not in files(report)


def test_a_theme_with_a_template_that_cannot_be_read_is_broken() -> None:
    report = planned(assembled(PEELO, SOUP).value, bare_theme({"components/deeper/deeper.html": "{% if %}"}))
    assert told(report.diagnostics) == ["1 fout sjabloon-fout"]
    assert not report.value.whole


def test_a_theme_that_is_not_there_was_told_before() -> None:
    report = planned(assembled(PEELO, SOUP).value, theme({}))
    assert report.diagnostics == ()


def test_every_kind_has_its_own_layout() -> None:
    shared = SharedData(themes={"groen": Theme("groen", "Groen")})
    pieces = (
        PEELO,
        piece("verhalen/soep.md", story(themes=("groen",))),
        piece("oproepen/een.md", call()),
        piece("projecten/plein.md", project()),
        piece("agenda/feest.md", event()),
        piece("contact.md", Page()),
    )
    found = files(make(*pieces, shared=shared))
    layouts = {path: item.recipe.template for path, item in found.items() if isinstance(item.recipe, RenderTemplate)}
    assert {
        "verhalen/soep/index.html": "layouts/story.html",
        "oproepen/een/index.html": "layouts/call.html",
        "projecten/plein/index.html": "layouts/project.html",
        "agenda/feest/index.html": "layouts/event.html",
        "contact/index.html": "layouts/page.html",
        "wijken/peelo/index.html": "layouts/wijk.html",
        "wijken/index.html": "layouts/wijken.html",
        "themas/groen/index.html": "layouts/listing.html",
        "themas/index.html": "layouts/themes.html",
        "zoeken/index.html": "layouts/find.html",
        "404.html": "layouts/not-found.html",
        "index.html": "layouts/home.html",
        "i/soep/index.html": "layouts/redirect.html",
        "sitemap.xml": "formats/sitemap.xml",
    }.items() <= layouts.items()
