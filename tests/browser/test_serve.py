"""The live preview as a writer has it: save a file, and see it in the browser where you were."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.harness import SMALL, STORY, TODAY, TinySite, photo
from tests.showing import PATIENCE, Showing, showing

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'"
LONG = STORY + "\n\nNog een alinea over soep.\n" * 80
REGISTER = "alt: Een pan soep\nfotograaf: Redactie\ntoestemming: geen-mensen\n"
SOEP, PAGE = "content/verhalen/soep.md", "verhalen/soep/"
STORY_LAYOUT = "thema/layouts/story.html"
DETAILS = "<details><summary>Meer lezen</summary><p>Nog meer soep.</p></details>"

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    site = TinySite(tmp_path / "site", {**SMALL, SOEP: LONG})
    site.replace(STORY_LAYOUT, "{% block more %}", "{% block more %}" + DETAILS)
    return site


@pytest.fixture
def shown(site: TinySite) -> Iterator[Showing]:
    with showing(site.root) as shown:
        yield shown
        last = shown.settle()
        assert last.crash is None


@pytest.fixture
def page(new_page: NewPage) -> Page:
    page = new_page(viewport={"width": 1280, "height": 800})
    page.on("pageerror", lambda fault: pytest.fail(f"the script of the preview failed: {fault}"))
    return page


def open_page(page: Page, shown: Showing, path: str = PAGE) -> None:
    """Open a page and wait until it listens."""
    page.goto(shown.address + path)
    expect(page.locator("mba-paneel")).to_be_attached()
    shown.wait(lambda: bool(page.evaluate("window.LiveReload?.connector?.protocol")), "the socket is open")


def panel(page: Page) -> Locator:
    return page.locator("mba-paneel .panel")


# --- a save --------------------------------------------------------------------------------------------------------


def test_a_save_shows_at_once(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace(SOEP, "Er was veel soep.", "Er was heel veel soep.")
    expect(page.get_by_text("Er was heel veel soep.")).to_be_visible()


def test_front_matter_alone_shows_after_the_first_save(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace(SOEP, "titel: Soep en een praatje", "titel: Soep met broodjes")
    expect(page).to_have_title("Soep met broodjes")


def test_the_page_stays_where_the_writer_was_with_what_was_open(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    page.locator("summary").click()
    page.evaluate("scrollTo(0, 1234)")
    site.replace(SOEP, "Er was veel soep.", "Er was soep met ballen.")
    expect(page.get_by_text("Er was soep met ballen.")).to_be_attached()
    expect(page.locator("details")).to_have_attribute("open", "")
    page.wait_for_function("scrollY === 1234")
    page.wait_for_timeout(1500)  # longer than the browser itself tries to put back a place
    assert page.evaluate("scrollY") == 1234


def test_a_page_that_did_not_change_is_not_loaded_again(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown, "wijken/peelo/")
    page.evaluate("window.zelfde = true")
    count = len(shown.builds)
    site.replace(SOEP, "Er was veel soep.", "Er was soep.")
    shown.wait(lambda: len(shown.builds) > count, "the save was built")
    page.wait_for_timeout(500)
    assert page.evaluate("window.zelfde") is True


def test_of_twenty_saves_in_a_second_the_last_is_shown_after_few_builds(
    site: TinySite, shown: Showing, page: Page
) -> None:
    open_page(page, shown)
    count = len(shown.builds)
    text = (site.root / SOEP).read_text("utf-8")
    for number in range(20):
        site.write(SOEP, text.replace("Er was veel soep.", f"Er waren {number + 1} pannen soep."))
        time.sleep(0.01)
    expect(page.get_by_text("Er waren 20 pannen soep.")).to_be_visible()
    shown.settle()
    assert len(shown.builds) - count < 10
    assert "Er waren 20 pannen soep." in shown.get(f"/{PAGE}").text


# --- files that come and go ------------------------------------------------------------------------------------------


def test_a_new_file_has_a_page_and_the_one_who_waits_for_it_sees_it(site: TinySite, shown: Showing, page: Page) -> None:
    page.goto(shown.address + "verhalen/koffie/")
    expect(page.get_by_text("Dit adres is er niet (meer)")).to_be_visible()
    site.write("content/verhalen/2026/koffie.md", STORY.replace("Soep en een praatje", "Koffie in de straat"))
    expect(page).to_have_title("Koffie in de straat")


def test_a_renamed_file_leaves_its_old_address(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.rename(SOEP, "content/verhalen/stoofpot.md")
    expect(page.get_by_text("Dit adres is er niet (meer)")).to_be_visible()
    page.goto(shown.address + "verhalen/stoofpot/")
    expect(page).to_have_title("Soep en een praatje")


def test_a_file_that_is_deleted_and_made_again_is_there_again(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.remove(SOEP)
    expect(page.get_by_text("Dit adres is er niet (meer)")).to_be_visible()
    site.write(SOEP, STORY.replace("Soep en een praatje", "Weer soep"))
    expect(page).to_have_title("Weer soep")


def test_a_folder_that_is_deleted_and_made_again_is_still_watched(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.remove("content/verhalen")
    expect(page.get_by_text("Dit adres is er niet (meer)")).to_be_visible()
    site.write(SOEP, STORY)
    expect(page).to_have_title("Soep en een praatje")
    site.replace(SOEP, "titel: Soep en een praatje", "titel: Nog eens")
    expect(page).to_have_title("Nog eens")


def test_the_whole_of_content_can_go_and_come_back(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.rename("content", "weg")
    expect(panel(page)).to_contain_text("de map content ontbreekt", ignore_case=True)
    site.rename("weg", "content")
    expect(panel(page)).to_be_hidden()
    site.replace(SOEP, "titel: Soep en een praatje", "titel: Terug")
    expect(page).to_have_title("Terug")


def test_what_editors_leave_behind_builds_nothing(site: TinySite, shown: Showing) -> None:
    count = len(shown.builds)
    for name in ("soep.md~", ".soep.md.swp", ".#soep.md", "#soep.md#", ".DS_Store", "Thumbs.db", "soep.md.tmp"):
        site.write(f"content/verhalen/{name}", "x")
    shown.settle()
    assert len(shown.builds) == count


# --- what is wrong -------------------------------------------------------------------------------------------------


def test_an_error_stands_in_a_panel_over_the_page_that_stays_and_goes_when_it_is_mended(
    site: TinySite, shown: Showing, page: Page
) -> None:
    open_page(page, shown)
    page.evaluate("scrollTo(0, 700)")
    site.replace(SOEP, "wijken: [peelo]", "wijken: [pelo]")
    box = page.locator("mba-paneel .panel")
    expect(box).to_be_visible()
    expect(box.get_by_role("heading")).to_have_text("1 fout")
    row = box.get_by_role("listitem")
    expect(row).to_contain_text("content/verhalen/soep.md, regel 5")
    expect(row).to_contain_text("'pelo' is geen wijk die we kennen")
    expect(row.locator("code")).to_have_text("wijken: [pelo]")
    expect(row).to_contain_text("Tip: bedoel je 'peelo'?")
    place = (site.root / SOEP).as_posix()
    expect(row.get_by_role("link")).to_have_attribute("href", f"vscode://file{place}:5")
    expect(page.get_by_text("Er was veel soep.")).to_be_attached()
    assert page.evaluate("scrollY") == 700
    assert page.evaluate("document.activeElement === document.body"), "the panel took the focus"
    site.replace(SOEP, "wijken: [pelo]", "wijken: [peelo]")
    expect(box).to_be_hidden()
    assert page.evaluate("scrollY") == 700


def test_the_panel_can_be_folded_with_the_keyboard_and_comes_back_for_another_error(
    site: TinySite, shown: Showing, page: Page
) -> None:
    open_page(page, shown)
    site.replace(SOEP, "wijken: [peelo]", "wijken: [pelo]")
    box = page.locator("mba-paneel .panel")
    expect(box.get_by_role("listitem")).to_be_visible()
    page.keyboard.press("Tab")
    expect(box.get_by_role("button", name="Klap in")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box.get_by_role("listitem")).to_be_hidden()
    page.reload()
    expect(box).to_be_visible()
    expect(box.get_by_role("listitem")).to_be_hidden()
    site.replace(SOEP, "datum: 2026-11-01", "datum: gisteren")
    expect(box.get_by_role("listitem")).to_have_count(2)
    expect(box.get_by_role("listitem").first).to_be_visible()


def test_a_warning_is_a_quiet_line_that_unfolds_on_request(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace(SOEP, "titel: Soep en een praatje", f"titel: {'Soep ' * 30}")
    box = page.locator("mba-paneel .panel")
    expect(box.get_by_role("heading")).to_contain_text("waarschuwing")
    expect(box.get_by_role("listitem")).to_have_count(0)
    box.get_by_role("button", name="Laat zien").click()
    expect(box.get_by_role("listitem").first).to_contain_text("Let op:")


def test_without_a_first_build_the_problems_are_the_page_and_the_site_comes_by_itself(
    tmp_path: Path, page: Page
) -> None:
    site = TinySite(tmp_path / "site", {**SMALL, SOEP: STORY.replace("[peelo]", "[pelo]")})
    with showing(site.root) as shown:
        page.goto(shown.address + PAGE)
        expect(page.get_by_role("heading", name="Nog geen voorbeeld")).to_be_visible()
        expect(page.get_by_text("'pelo' is geen wijk die we kennen")).to_be_visible()
        site.replace(SOEP, "datum: 2026-11-01", "datum: gisteren")
        expect(page.get_by_role("listitem")).to_have_count(2)
        site.write(SOEP, STORY)
        expect(page).to_have_title("Soep en een praatje")


def test_a_theme_that_does_not_compile_is_told_and_mended(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace(STORY_LAYOUT, "{% block more %}", "{% blok more %}")
    box = page.locator("mba-paneel .panel")
    expect(box).to_contain_text(STORY_LAYOUT)
    expect(page.get_by_text("Er was veel soep.")).to_be_attached()
    site.replace(STORY_LAYOUT, "{% blok more %}", "{% block more %}")
    expect(box).to_be_hidden()


def test_settings_that_break_are_told_and_mended(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.write("site.yaml", "naam: [Proefsite\n")
    box = page.locator("mba-paneel .panel")
    expect(box).to_contain_text("site.yaml, regel")
    site.write("site.yaml", SMALL["site.yaml"].replace("Proefsite", "Proefsite twee"))
    expect(box).to_be_hidden()
    expect(page.get_by_text("Proefsite twee").first).to_be_visible()


# --- theme, settings and photos --------------------------------------------------------------------------------------


def test_a_style_sheet_is_swapped_without_loading_the_page_again(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    page.evaluate("window.zelfde = true")
    site.replace("thema/css/base/page.css", "body {", "body { letter-spacing: 3px;")
    page.wait_for_function("getComputedStyle(document.body).letterSpacing === '3px'")
    assert page.evaluate("window.zelfde") is True
    expect(page.locator('link[rel="stylesheet"]:not([data-voorbeeld])')).to_have_count(1)


def test_a_template_of_the_theme_shows_at_once(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace(STORY_LAYOUT, "Nog meer soep.", "Nog veel meer soep.")
    page.locator("summary").click()
    expect(page.get_by_text("Nog veel meer soep.")).to_be_visible()


def test_a_setting_shows_at_once(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace("site.yaml", "naam: Proefsite", "naam: Andere naam")
    expect(page.get_by_text("Andere naam").first).to_be_visible()


def test_a_photo_is_made_when_it_is_looked_at_and_again_when_it_is_replaced(tmp_path: Path, page: Page) -> None:
    files: dict[str, str | bytes] = {
        **{path: text for path, text in SMALL.items() if path != SOEP},
        "content/verhalen/soep/index.md": STORY.replace("titel:", "foto: pan.jpg\ntitel:", 1),
        "content/verhalen/soep/pan.jpg": photo("red"),
        "content/verhalen/soep/pan.jpg.yaml": REGISTER,
    }
    site = TinySite(tmp_path / "site", files)
    with showing(site.root) as shown:
        assert not list(shown.output.rglob("*.webp"))
        open_page(page, shown)
        picture = page.locator("main img").first
        page.wait_for_function("document.querySelector('main img').naturalWidth > 0")
        before = picture.get_attribute("src")
        site.write("content/verhalen/soep/pan.jpg", photo("blue"))
        page.wait_for_function(
            "before => document.querySelector('main img').getAttribute('src') !== before", arg=before
        )
        page.wait_for_function("document.querySelector('main img').naturalWidth > 0")


# --- what residents do not see yet -----------------------------------------------------------------------------------


def test_a_draft_has_a_ribbon_and_the_built_file_has_none(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace(SOEP, "titel:", "concept: ja\ntitel:")
    expect(page.locator(".mba-lint")).to_have_text("Concept - alleen jij ziet dit")
    assert "mba-lint" not in (shown.output / PAGE / "index.html").read_text("utf-8")


def test_a_planned_piece_says_for_when_also_beside_the_links_to_it(site: TinySite, shown: Showing, page: Page) -> None:
    open_page(page, shown)
    site.replace(SOEP, "titel:", "publiceren_op: 2026-12-01\ntitel:")
    expect(page.locator(".mba-lint")).to_have_text("Gepland voor dinsdag 1 december 2026")
    open_page(page, shown, "verhalen/")
    expect(page.locator(".mba-merk").first).to_have_text("gepland voor 1 december 2026")


# --- everywhere ------------------------------------------------------------------------------------------------------


def test_the_preview_works_under_a_strict_policy(site: TinySite, shown: Showing, page: Page) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security" in message.text else None)

    policy = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{STRICT}">'
    site.replace("thema/layouts/base.html", '<meta charset="utf-8">', policy)
    shown.wait_for(f"/{PAGE}", STRICT)
    open_page(page, shown)
    site.replace(SOEP, "wijken: [peelo]", "wijken: [pelo]")
    expect(page.locator("mba-paneel .panel")).to_be_visible()
    assert refused == []


def test_a_preview_that_stops_says_so_and_goes_on_when_it_is_back(site: TinySite, page: Page) -> None:
    with showing(site.root) as shown:
        open_page(page, shown)
        port = shown.port
    expect(page.locator("mba-paneel .gone")).to_be_visible()
    site.replace(SOEP, "Er was veel soep.", "Er was weer soep.")
    with showing(site.root, TODAY, port=port):
        expect(page.get_by_text("Er was weer soep.")).to_be_visible()
        expect(page.locator("mba-paneel .gone")).to_be_hidden()
