"""The shipped site in a real browser: reachable by links alone, accessible everywhere, light."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from generator.check import read_facts
from tests.browser.conftest import NewPage, ServeFolder
from tests.browser.real_site import PAGES, build_real_site

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
WIDTHS = (320, 768, 1280)
TEXT_BUDGET, PHOTO_BUDGET, HOME_BUDGET, STYLE_BUDGET = 35_000, 100_000, 120_000, 10_240


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("real"))


@pytest.fixture
def address(output: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(output)


def _links(output: Path) -> dict[str, set[str]]:
    """Give for each page the pages that it links to."""
    found = {}
    for path in output.rglob("*.html"):
        name = path.relative_to(output).as_posix()
        here = "/" + name.removesuffix("index.html")
        links = (urlsplit(urljoin(here, href)).path for href in read_facts(path.read_text("utf-8")).links)
        found[here] = set(links)
    return found


def test_every_page_but_the_error_page_is_reachable_from_home_by_links_alone(output: Path) -> None:
    links = _links(output)
    seen, pending = {"/"}, ["/"]
    while pending:
        for target in links.get(pending.pop(), ()):
            if target in links and target not in seen:
                seen.add(target)
                pending.append(target)
    # Addresses for paper send on; pages for in a frame are found on other people's sites.
    elsewhere = {here for here in links if here.startswith(("/i/", "/w/"))}
    assert set(links) - seen - elsewhere == {"/404.html"}


def test_every_kind_of_page_opens_without_a_word_in_the_console(address: str, new_page: NewPage) -> None:
    page = new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    for path in PAGES.values():
        answer = page.goto(address + path)
        assert answer is not None
        assert answer.status == 200
        assert page.locator("h1").count() == 1
    assert said == []


def _violations(page: Page) -> list[str]:
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{item['id']}: {node['html'][:140]}" for item in found for node in item["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_kind_of_page(address: str, new_page: NewPage, scheme: str, width: int) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    found = {}
    for name, path in PAGES.items():
        page.goto(address + path)
        if violations := _violations(page):
            found[name] = violations
    assert found == {}


def test_axe_finds_nothing_with_letters_twice_as_large(address: str, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    found = {}
    for name, path in PAGES.items():
        page.goto(address + path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if violations := _violations(page):
            found[name] = violations
    assert found == {}


@pytest.mark.parametrize(("width", "size"), [(320, "100%"), (320, "200%"), (768, "200%"), (1280, "200%")])
def test_nothing_scrolls_sideways(address: str, new_page: NewPage, width: int, size: str) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    wide = {}
    for name, path in PAGES.items():
        page.goto(address + path)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
        extent = page.evaluate("document.documentElement.scrollWidth")
        if extent > width:
            wide[name] = extent
    assert wide == {}


def test_every_kind_of_page_reads_without_style_sheet_and_script(address: str, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.route("**/*.css", lambda route: route.abort())
    for name, path in PAGES.items():
        page.goto(address + path)
        assert page.locator("main").inner_text().strip(), name


def _tab_stops(page: Page) -> Iterator[str]:
    """Go through a page with Tab until the focus comes round; give what has it each time."""
    page.evaluate("document.activeElement && document.activeElement.blur()")
    seen: set[str] = set()
    while True:
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => {
                const element = document.activeElement;
                if (!element || element === document.body) return "";
                const all = [...document.querySelectorAll("*")];
                return `${all.indexOf(element)} ${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
            }"""
        )
        if not here or here in seen:
            return
        seen.add(here)
        yield here


@pytest.mark.parametrize("name", ["home", "wijk", "oproep", "a tot z"])
def test_the_keyboard_reaches_every_link_in_the_order_of_the_page(address: str, new_page: NewPage, name: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(address + PAGES[name])
    stops = list(_tab_stops(page))
    places = [int(stop.split()[0]) for stop in stops]
    # The links on the map stand in the list beside it too: Tab passes them by.
    focusable = page.locator("a[href]:not([tabindex='-1']), button, input, select, summary, [tabindex='0']").count()
    assert len(stops) == focusable
    assert places == sorted(places)
    assert "inhoud" in stops[0].casefold()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["home", "wijk", "oproep"])
def test_the_focus_can_be_seen_wherever_it_is(address: str, new_page: NewPage, name: str, scheme: str) -> None:
    page = new_page(viewport={"width": 412, "height": 900}, color_scheme=scheme)
    page.goto(address + PAGES[name])
    links = page.locator("a[href]:not([tabindex='-1']):visible")
    unseen = []
    for number in range(links.count()):
        link = links.nth(number)
        link.scroll_into_view_if_needed()
        box = link.bounding_box()
        if box is None:
            continue
        clip = {
            "x": max(0, box["x"] - 8),
            "y": max(0, box["y"] - 8),
            "width": min(412, box["width"] + 16),
            "height": box["height"] + 16,
        }
        page.evaluate("document.activeElement && document.activeElement.blur()")
        before = page.screenshot(clip=clip)  # type: ignore[arg-type]
        page.keyboard.press("Shift")
        link.evaluate("link => link.focus({focusVisible: true, preventScroll: true})")
        if page.screenshot(clip=clip) == before:  # type: ignore[arg-type]
            unseen.append(link.inner_text())
    assert unseen == []


def _weight(page: Page, address: str, path: str, output: Path) -> tuple[int, int]:
    """Give the bytes that a page costs on the wire, compressed as a server would, and those of scripts."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(address + path, wait_until="networkidle")
    total = scripts = 0
    for name in dict.fromkeys(asked):
        file = output / (f"{name[1:]}index.html" if name.endswith("/") else name[1:])
        data = file.read_bytes()
        packed = (
            len(data) if file.suffix in {".woff2", ".png", ".webp", ".avif", ".jpg"} else len(gzip.compress(data, 6))
        )
        total += packed
        scripts += packed if file.suffix == ".js" else 0
    return total, scripts


def test_every_kind_of_page_stays_within_its_budget_and_ships_no_script(
    address: str, output: Path, new_page: NewPage
) -> None:
    heavy = {}
    for name, path in PAGES.items():
        page = new_page(viewport={"width": 412, "height": 900})
        total, scripts = _weight(page, address, path, output)
        with_photo = page.locator("main img, main use[href*='tekening']").count() > 0
        budget = HOME_BUDGET if name == "home" else PHOTO_BUDGET if with_photo else TEXT_BUDGET
        if total > budget or scripts:
            heavy[name] = (total, scripts)
    assert heavy == {}


def test_the_style_sheet_is_light(output: Path) -> None:
    (sheet,) = (output / "assets").glob("style.*.css")
    assert len(gzip.compress(sheet.read_bytes(), 9)) <= STYLE_BUDGET


def test_nothing_shifts_while_a_page_loads(address: str, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 412, "height": 900})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) "
        "window.shift += entry.value }).observe({type: 'layout-shift', buffered: true})"
    )
    shifts = {}
    for name, path in PAGES.items():
        page.goto(address + path, wait_until="networkidle")
        if shift := page.evaluate("window.shift"):
            shifts[name] = shift
    assert shifts == {}
