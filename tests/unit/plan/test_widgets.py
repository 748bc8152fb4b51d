"""Everything for partners: pages in frames, files, the page to choose on; and nothing that may not be shared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.diagnostics import Report
from generator.model.config import Config
from generator.model.document import Document
from generator.model.plan import Artifact, CopyFile, Plan, RenderTemplate, WriteText
from generator.model.shared import PhotoRegister
from generator.model.view import View
from generator.model.widget import ConfiguratorView, NewsFrameView, PieceFrameView
from generator.plan.releases import integrity_of
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
    told,
)

SCRIPT = "export {}"
TOKENS = """{"semantic": {
    "text": {"$type": "color", "$value": {"colorSpace": "srgb", "hex": "#111111"}},
    "unused": {"$type": "color", "$value": {"colorSpace": "srgb", "hex": "#222222"}}}}"""
WIDGETS = {
    "widgets/1.0.0/mba.js": SCRIPT,
    "widgets/1.0.0/mba.js.sri": integrity_of(SCRIPT.encode()),
    "widgets/nieuws.html": "{{ page.frame.title }}",
    "widgets/stuk.html": "{{ page.card.title }}",
    "widgets/kader.css": "body { color: var(--text) }",
    "widgets/kader.js": "hoogte()",
    "widgets/kiezer.css": ".kiezer { display: grid }",
    "widgets/kiezer.js": "kies()",
    "css/utilities/wijken.css": "",
    "layouts/widgets.html": "{{ page.title }}",
    "tokens.tokens.json": TOKENS,
}
SOUP = piece("verhalen/soep.md", story("2026-11-01"))
PHOTO = "content/verhalen/soep.jpg"


def make(
    *pieces: Document,
    changes: dict[str, str] | None = None,
    config: Config = CONFIG,
    registers: tuple[PhotoRegister, ...] = (),
) -> Report[Plan]:
    photos = [photo_file(one.path) for one in registers]
    site = assembled(*pieces, config=config, photos=photos, registers=registers).value
    return planned(site, bare_theme({**WIDGETS, **(changes or {})}))


def files(report: Report[Plan]) -> dict[str, Artifact]:
    return {artifact.path: artifact for artifact in report.value.artifacts}


def view(report: Report[Plan], path: str) -> View:
    recipe = files(report)[path].recipe
    assert isinstance(recipe, RenderTemplate)
    return recipe.view


def test_a_site_has_a_page_for_each_scope_and_for_each_story_call_and_wijk() -> None:
    report = make(
        PEELO,
        SOUP,
        piece("oproepen/bank.md", call()),
        piece("agenda/feest.md", event()),
        piece("projecten/plein.md", project()),
    )
    assert report.diagnostics == ()
    assert [path for path in files(report) if path.startswith(("w/", "widgets/"))] == [
        "w/1.0.0/mba.js",
        "w/1/agenda/index.html",
        "w/1/alles/index.html",
        "w/1/mba.js",
        "w/1/oproepen/index.html",
        "w/1/stuk/bank/index.html",
        "w/1/stuk/peelo/index.html",
        "w/1/stuk/soep/index.html",
        "w/1/verhalen/index.html",
        "w/1/wijk-peelo/index.html",
        "widgets/index.html",
    ]


@pytest.mark.parametrize("name", ["widgets/nieuws.html", "widgets/kader.js", "layouts/widgets.html"])
def test_a_theme_that_lacks_a_part_of_the_widgets_has_none(name: str) -> None:
    theme = bare_theme(WIDGETS)
    kept = replace(theme, files={path: data for path, data in theme.files.items() if path != name})
    report = planned(assembled(PEELO, SOUP).value, kept)
    assert report.diagnostics == ()
    assert not [path for path in files(report) if path.startswith(("w/", "widgets/"))]


def test_a_piece_in_a_frame_leads_to_itself_and_to_more_of_its_wijk() -> None:
    found = view(make(PEELO, SOUP), "w/1/stuk/soep/index.html")
    assert isinstance(found, PieceFrameView)
    assert (found.link.text, found.link.address) == ("Lees het hele verhaal", "/verhalen/soep/")
    assert (found.frame.more.text, found.frame.more.address) == ("Meer uit Peelo op Proefsite", "/wijken/peelo/")
    assert found.frame.badge.slug == "peelo"


def test_a_piece_of_several_wijken_is_of_the_whole_town() -> None:
    marsdijk = piece("wijken/marsdijk.md", PEELO.meta)
    both = piece("verhalen/soep.md", story("2026-11-01", "peelo", "marsdijk"))
    found = view(make(PEELO, marsdijk, both), "w/1/stuk/soep/index.html")
    assert isinstance(found, PieceFrameView)
    assert (found.frame.badge.slug, found.frame.more.address) == ("heel-assen", "/")


def test_a_frame_shows_the_newest_ten() -> None:
    stories = [piece(f"verhalen/nr-{day:02}.md", story(f"2026-10-{day:02}")) for day in range(1, 13)]
    found = view(make(PEELO, *stories), "w/1/wijk-peelo/index.html")
    assert isinstance(found, NewsFrameView)
    assert [card.slug for card in found.cards] == [f"nr-{day:02}" for day in range(12, 2, -1)]


@pytest.mark.parametrize("path", ["w/1/stuk/soep/index.html", "w/1/alles/index.html"])
@pytest.mark.parametrize(("shared", "shown"), [(True, True), (False, False)])
def test_a_photo_is_in_a_frame_only_when_it_may_be_shared(path: str, *, shared: bool, shown: bool) -> None:
    soup = replace(SOUP, common=replace(SOUP.common, photo="soep.jpg"))
    found = view(make(PEELO, soup, registers=(replace(register(PHOTO), share_with_partners=shared),)), path)
    assert isinstance(found, NewsFrameView | PieceFrameView)
    card = found.card if isinstance(found, PieceFrameView) else found.cards[0]
    assert (card.photo is not None) is shown


def test_frames_are_not_in_the_map_of_the_site_and_the_page_for_partners_is() -> None:
    report = make(PEELO, SOUP)
    pages = dict(view(report, "sitemap.xml").pages)  # type: ignore[attr-defined]
    assert "/widgets/" in pages
    assert not [address for address in pages if address.startswith("/w/")]


def test_the_style_sheet_of_frames_has_the_colours_that_it_uses_and_no_others() -> None:
    (sheet,) = (
        one.recipe for path, one in files(make(PEELO)).items() if path.startswith("assets/kader.") and "css" in path
    )
    assert isinstance(sheet, WriteText)
    assert sheet.text == ":root{--text:#111}body{color:var(--text)}\n"


def test_the_page_for_partners_knows_the_script_and_what_to_allow() -> None:
    config = replace(CONFIG, address="https://proef.example.nl:8443/buurt")
    found = view(make(PEELO, SOUP, config=config), "widgets/index.html")
    assert isinstance(found, ConfiguratorView)
    assert (found.moving, found.fixed, found.version) == ("/w/1/mba.js", "/w/1.0.0/mba.js", "1.0.0")
    assert found.integrity == integrity_of(SCRIPT.encode())
    assert found.origin == "https://proef.example.nl:8443"
    assert found.example is not None
    assert (found.example.address, found.example_frame) == ("/verhalen/soep/", "/w/1/stuk/soep/")


def test_a_new_title_touches_the_frames_that_show_it_and_no_others() -> None:
    bread = piece("verhalen/brood.md", story("2026-10-01"))
    before = files(make(PEELO, SOUP, bread))
    after = files(make(PEELO, replace(SOUP, common=replace(SOUP.common, title="Soep!")), bread))
    touched = {path for path in after if after[path].key != before[path].key and path.startswith("w/")}
    assert touched == {
        "w/1/alles/index.html",
        "w/1/stuk/soep/index.html",
        "w/1/verhalen/index.html",
        "w/1/wijk-peelo/index.html",
    }


def test_what_was_pasted_shows_the_piece_also_after_it_got_another_address() -> None:
    moved = replace(SOUP, common=replace(SOUP.common, former_addresses=("/verhalen/erwtensoep/",)))
    made = files(make(PEELO, moved))
    assert made["w/1/stuk/erwtensoep/index.html"].key == made["w/1/stuk/soep/index.html"].key
    assert made["w/1/stuk/erwtensoep/index.html"].origin == "content/verhalen/soep.md"


def test_a_piece_that_expired_says_so_where_it_was_pasted() -> None:
    old = replace(SOUP, common=replace(SOUP.common, expire_on=day("2026-11-22")))
    found = view(make(PEELO, old), "w/1/stuk/soep/index.html")
    assert isinstance(found, PieceFrameView)
    assert found.expired


def test_another_piece_with_the_old_name_goes_first() -> None:
    moved = replace(SOUP, common=replace(SOUP.common, former_addresses=("/oproepen/bank/",)))
    found = view(make(PEELO, moved, piece("verhalen/bank.md", story("2026-10-01"))), "w/1/stuk/bank/index.html")
    assert isinstance(found, PieceFrameView)
    assert found.card.slug == "bank"


def test_the_script_is_copied_as_it_is() -> None:
    made = files(make(PEELO))
    assert {made[path].recipe for path in ("w/1/mba.js", "w/1.0.0/mba.js")} == {CopyFile("widgets/1.0.0/mba.js")}


def test_a_script_that_changed_stops_the_build() -> None:
    report = make(PEELO, changes={"widgets/1.0.0/mba.js": "export { 1 }"})
    assert told(report.diagnostics) == ["1 fout widget-gewijzigd"]
