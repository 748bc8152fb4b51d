"""What the preview adds is as accessible as the site: panel, ribbon, desk, and the page before the first build."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.real_site import ROOT
from tests.browser.test_real_site import AXE
from tests.harness import CALL, PEELO, SMALL, STORY, TODAY, TinySite, photo
from tests.showing import PATIENCE, Showing, showing

SOEP, PAGE = "content/verhalen/soep.md", "verhalen/soep/"
LOOKS = [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)]
LONG = "Er was soep, en brood, en nog veel meer dan dat. " * 8
FILES = {
    **SMALL,
    "site.yaml": SMALL["site.yaml"].replace("thema: thema", "thema: themes/mba") + "akkoord_vereist: [actium]\n",
    "content/organisaties.yaml": "actium:\n  naam: Actium\n",
    "content/contact.md": "---\ntitel: Contact\nakkoord: {actium: 2026-11-01}\n---\nBel ons.\n",
    "content/wijken/peelo.md": PEELO.replace("naam:", "akkoord: {actium: 2026-11-01}\nnaam:"),
    SOEP: STORY.replace("titel:", "concept: ja\npubliceren_op: 2026-12-01\ntitel:").replace("Er was soep.", LONG),
    "content/verhalen/koffie.md": STORY.replace("titel: Soep", "titel: Koffie"),
    "content/verhalen/later.md": STORY.replace(
        "titel: Soep", "publiceren_op: 2026-11-24\nakkoord: {actium: 2026-11-01}\ntitel: Brood"
    ),
    "content/verhalen/pan/index.md": STORY.replace(
        "titel: Soep", "foto: pan.jpg\nakkoord: {actium: 2026-11-01}\ntitel: Een pan soep"
    ),
    "content/verhalen/pan/pan.jpg.yaml": (
        "alt: Een pan\nfotograaf: Redactie\ntoestemming: geen-mensen\nverloopt_op: 2026-12-10\n"
    ),
    "content/oproepen/superbuur.md": CALL.replace("2026-12-15", "2026-11-26").replace(
        "titel:", "akkoord: {actium: 2026-11-01}\ntitel:"
    ),
}

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TinySite, Showing]]:
    root = tmp_path_factory.mktemp("redactie") / "site"
    shutil.copytree(ROOT / "themes", root / "themes")
    site = TinySite(root, {**FILES, "content/verhalen/pan/pan.jpg": photo("red")})
    with showing(site.root, TODAY) as shown:
        assert not shown.builds[-1].outcome.failed, "\n".join(map(str, shown.builds[-1].diagnostics))
        yield site, shown


def violations(page: Page) -> list[str]:
    report = Axe().run(page, options=AXE)
    return [f"{rule['id']}: {node['html'][:200]}" for rule in report.response["violations"] for node in rule["nodes"]]


def check(page: Page, width: int) -> None:
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_the_desk_is_accessible(shown: tuple[TinySite, Showing], new_page: NewPage, scheme: str, width: int) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(f"{shown[1].address}_redactie/")
    expect(page.get_by_role("heading", name="Redactietafel")).to_be_visible()
    check(page, width)


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_panel_and_ribbon_are_accessible(
    shown: tuple[TinySite, Showing], new_page: NewPage, scheme: str, width: int
) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    page.goto(shown[1].address + PAGE)
    box = page.locator("mba-paneel .panel")
    expect(box.get_by_role("heading")).to_contain_text("1 waarschuwing")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    box.get_by_role("button", name="Laat zien").click()
    expect(box.get_by_role("listitem")).to_be_visible()
    expect(page.locator(".mba-lint")).to_be_visible()
    # axe does not see that the skip link comes before a link in a shadow tree; the lines above do.
    assert [found for found in violations(page) if 'class="skip"' not in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_that_waits_lies_on_the_desk_with_a_way_to_page_and_file(
    shown: tuple[TinySite, Showing], page: Page
) -> None:
    site, preview = shown
    page.goto(f"{preview.address}_redactie/")
    for heap, title, note, path in (
        ("Concepten", "Soep en een praatje", "Gepland voor 1 december 2026", SOEP),
        ("Gepland", "Brood en een praatje", "Dinsdag 24 november 2026 (morgen)", "content/verhalen/later.md"),
        ("Wacht op akkoord", "Koffie en een praatje", "Van Actium", "content/verhalen/koffie.md"),
        ("Sluit deze week", "Wie is jouw Superbuur?", "Nog 3 dagen", "content/oproepen/superbuur.md"),
        ("Foto's die verlopen", "pan.jpg", "Vanaf vrijdag 11 december 2026", "content/verhalen/pan/pan.jpg.yaml"),
    ):
        section = page.get_by_role("region", name=heap, exact=True)
        expect(section.get_by_role("listitem")).to_have_count(1)
        expect(section).to_contain_text(note)
        expect(section.get_by_role("link", name=title, exact=True)).to_be_visible()
        link = section.get_by_role("link", name=f"Open {path} in je tekstprogramma")
        expect(link).to_have_attribute("href", f"vscode://file{(site.root / path).as_posix()}:1")
    wrong = page.get_by_role("region", name="Wat er niet klopt")
    expect(wrong).to_contain_text("De samenvatting is lang")
    page.get_by_role("link", name="Koffie en een praatje", exact=True).click()
    expect(page.locator(".mba-lint")).to_have_text("Wacht op akkoord van Actium")


def test_the_desk_follows_what_is_saved(shown: tuple[TinySite, Showing], page: Page) -> None:
    site, preview = shown
    page.goto(f"{preview.address}_redactie/")
    site.write("content/verhalen/nieuw.md", STORY.replace("titel: Soep", "concept: ja\ntitel: Nieuw stuk"))
    expect(page.get_by_role("link", name="Nieuw stuk en een praatje", exact=True)).to_be_visible()
    site.remove("content/verhalen/nieuw.md")
    expect(page.get_by_role("link", name="Nieuw stuk en een praatje", exact=True)).to_have_count(0)


def test_the_desk_can_be_read_without_script(shown: tuple[TinySite, Showing], new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{shown[1].address}_redactie/")
    expect(page.get_by_role("link", name="Koffie en een praatje", exact=True)).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_the_page_before_the_first_build_is_accessible_without_any_theme(
    tmp_path: Path, new_page: NewPage, scheme: str, width: int
) -> None:
    site = TinySite(tmp_path / "site", {**SMALL, SOEP: STORY.replace("[peelo]", "[pelo]")})
    site.remove("thema/layouts/story.html")
    with showing(site.root) as shown:
        page = new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
        page.goto(shown.address)
        expect(page.get_by_role("heading", name="Nog geen voorbeeld")).to_be_visible()
        check(page, width)
