"""The theme where readers need it most: own colours, paper, a dark room, a thumb, the smallest screen."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from generator.plan.contrast import contrast
from generator.plan.tokens import read_tokens
from tests.browser.conftest import NewPage, ServeFolder
from tests.browser.real_site import PAGES, ROOT, build_real_site

KINDS = ["home", "wijk", "oproep", "project"]
A4 = (595, 842)
A4_PIXELS = {"width": 794, "height": 1123}
SMALLEST, TOUCH = 24, 44

HELPERS = """
window.rgb = written => (written.match(/[\\d.]+/g) || []).map(Number);
window.hex = written => "#" + rgb(written).slice(0, 3).map(v => Math.round(v).toString(16).padStart(2, "0")).join("");
window.seen = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
window.ground = element => {
    for (let each = element; each; each = each.parentElement) {
        const written = getComputedStyle(each).backgroundColor, [r, g, b, alpha] = rgb(written);
        if (alpha === undefined || alpha > 0.99) return hex(written);
    }
    const page = getComputedStyle(document.documentElement).backgroundColor;
    return hex(page.replace("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"));
};
window.texts = function* (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        if (!node.data.trim() || !seen(parent) || parent.closest("script, style, template")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
        if (boxes.length) yield {node, parent, text: node.data.trim().replace(/\\s+/g, " ")};
    }
};
window.paint = parent => {
    const style = getComputedStyle(parent);
    return hex(parent instanceof SVGElement ? style.fill : style.color);
};
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("theme"))


@pytest.fixture
def address(output: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(output)


def opened(new_page: NewPage, **options: Any) -> Page:  # noqa: ANN401 - Playwright's own, passed on
    page = new_page(**options)
    page.add_init_script(HELPERS)
    return page


# -------------------------------------------------------------------------------------------- forced colours


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", KINDS)
def test_with_colours_of_the_reader_every_link_and_button_can_be_read(
    address: str, new_page: NewPage, name: str, scheme: str
) -> None:
    page = opened(new_page, forced_colors="active", color_scheme=scheme, viewport={"width": 412, "height": 900})
    page.goto(address + PAGES[name])
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    found = page.evaluate(
        """() => [...document.querySelectorAll("a[href], button, summary")].flatMap(link =>
            [...texts(link)].map(({parent, text}) => {
                const piece = parent.closest(".wijk-map__piece");
                const outside = !piece || parent.closest("text").classList.contains("wijk-map__outside");
                const behind = () => hex(getComputedStyle(piece.querySelector("path")).fill);
                return [text, paint(parent), outside ? ground(parent) : behind()];
            }))"""
    )
    assert len(found) > 20
    assert [row for row in found if contrast(row[1], row[2]) < 4.5] == []


@pytest.mark.parametrize("name", KINDS)
def test_with_colours_of_the_reader_the_focus_has_a_ring(address: str, new_page: NewPage, name: str) -> None:
    page = opened(new_page, forced_colors="active", viewport={"width": 1280, "height": 900})
    page.goto(address + PAGES[name])
    count = page.locator("a[href]:not([tabindex='-1']), button, summary").count()
    without = []
    for _ in range(count):
        page.keyboard.press("Tab")
        ring = page.evaluate(
            """() => {
                const style = getComputedStyle(document.activeElement);
                return [document.activeElement.textContent.trim(), style.outlineStyle, parseFloat(style.outlineWidth),
                        hex(style.outlineColor), ground(document.activeElement.parentElement)];
            }"""
        )
        if ring[1] == "none" or ring[2] < 2 or contrast(ring[3], ring[4]) < 3:
            without.append(ring)
    assert without == []


def test_with_colours_of_the_reader_the_map_still_shows_its_pieces_and_leads_to_them(
    address: str, new_page: NewPage
) -> None:
    page = opened(new_page, forced_colors="active", color_scheme="dark", viewport={"width": 412, "height": 900})
    page.goto(address)
    city = page.evaluate(
        """() => [...document.querySelectorAll(".wijk-map__piece:not(.wijk-buitengebied) > path")].map(path => {
            const style = getComputedStyle(path);
            return [hex(style.fill), hex(style.stroke), parseFloat(style.strokeWidth)];
        })"""
    )
    assert len(city) == 9
    assert [row for row in city if contrast(row[0], row[1]) < 1.5 or not row[2]] == []
    target = page.locator(".wijk-map__piece").first.get_attribute("href")
    page.locator(".wijk-map__piece > path").first.scroll_into_view_if_needed()
    place = _squares(page)[str(target)][1]
    page.mouse.click(*place)
    page.wait_for_url(f"**{target}")


# ------------------------------------------------------------------------------------------------------ paper


def _on_paper(output: Path) -> list[str]:
    """Give the address of every story, call and wijk."""
    return [
        f"{folder}/{path.parent.name}/"
        for folder in ("verhalen", "oproepen", "wijken")
        for path in sorted((output / folder).glob("*/index.html"))
        if LexborHTMLParser(path.read_text("utf-8")).css_first(".paper-address")
    ]


def test_every_story_call_and_wijk_has_its_short_address_for_paper(output: Path) -> None:
    missing = []
    for folder in ("verhalen", "oproepen", "wijken"):
        for path in (output / folder).glob("*/index.html"):
            tree = LexborHTMLParser(path.read_text("utf-8"))
            redirect = tree.css_first('meta[http-equiv="refresh"]')
            listing = path.parent.name == "jaar" or re.search(r"/(bladzijde|pagina)/", path.as_posix())
            if not redirect and not listing and not tree.css_first(".paper-address"):
                missing.append(path.parent.name)
    assert missing == []
    assert len(_on_paper(output)) > 40


def test_on_paper_menus_are_gone_the_address_is_there_and_no_word_is_too_light(
    address: str, output: Path, new_page: NewPage
) -> None:
    page = opened(new_page, viewport=A4_PIXELS, color_scheme="dark")
    page.emulate_media(media="print")
    wrong: dict[str, object] = {}
    for path in _on_paper(output):
        page.goto(address + path)
        found = page.evaluate(
            """() => ({
                menus: [...document.querySelectorAll("nav, .skip, .crumbs, .share, .pager, .link-list, button")]
                    .filter(seen).map(element => element.className),
                address: [...texts(document.querySelector(".paper-address"))].map(each => each.text).join(" "),
                code: document.querySelector(".paper-address__code").getBoundingClientRect().width,
                words: [...texts(document.body)].map(each => [each.text, paint(each.parent)]),
            })"""
        )
        light = [row for row in found["words"] if contrast(row[1], "#ffffff") < 4.5]
        if found["menus"] or light or "/i/" not in found["address"] or found["code"] < 75:
            wrong[path] = (found["menus"], light[:3], found["address"], found["code"])
    assert wrong == {}


def _sheets(pdf: bytes) -> list[tuple[tuple[int, int], bool]]:
    """Give the size of each sheet in points, and whether there is a word on it."""
    return [
        ((int(sheet.mediabox.width), int(sheet.mediabox.height)), bool(sheet.extract_text().strip()))
        for sheet in PdfReader(io.BytesIO(pdf)).pages
    ]


def test_every_story_call_and_wijk_prints_on_a4_without_an_empty_sheet(
    address: str, output: Path, new_page: NewPage
) -> None:
    page = opened(new_page)
    wrong = {}
    for path in _on_paper(output):
        page.goto(address + path)
        sheets = _sheets(page.pdf(format="A4"))
        if not sheets or any(size != A4 or not full for size, full in sheets) or len(sheets) > 8:
            wrong[path] = sheets
    assert wrong == {}


def test_the_code_on_paper_leads_to_the_short_address(address: str, output: Path, new_page: NewPage) -> None:
    page = opened(new_page, viewport=A4_PIXELS, device_scale_factor=2)
    page.emulate_media(media="print")
    wrong = {}
    for path in _on_paper(output):
        page.goto(address + path)
        shown = page.locator(".paper-address p").inner_text().removeprefix("Dit staat op ")
        code = Image.open(io.BytesIO(page.locator(".paper-address__code").screenshot()))
        read = [found.text.removeprefix("https://") for found in zxingcpp.read_barcodes(code)]
        short = output / shown.partition("/")[2] / "index.html"
        if read != [shown] or not short.is_file():
            wrong[path] = (shown, read)
    assert wrong == {}


# --------------------------------------------------------------------------------------------- light and dark


def test_the_theme_follows_the_setting_of_the_system_at_once(address: str, new_page: NewPage) -> None:
    text = (ROOT / "themes" / "mba" / "tokens.tokens.json").read_text("utf-8")
    colours = {token.path: token.colours for token in read_tokens(text, "").value}
    surface, ink = colours["semantic.color.surface"], colours["semantic.color.text"]
    assert surface
    assert ink
    page = opened(new_page)
    page.goto(address)
    for mode, scheme in enumerate(("light", "dark")):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        shown = page.evaluate("[ground(document.body), paint(document.body)]")
        assert shown == [surface[mode], ink[mode]]


def test_the_browser_is_told_of_both_schemes_before_the_style_sheet_is_there(address: str, new_page: NewPage) -> None:
    page = opened(new_page, color_scheme="dark")
    page.route("**/*.css", lambda route: route.abort())
    page.goto(address)
    assert page.locator("meta[name='color-scheme']").get_attribute("content") == "light dark"


# ---------------------------------------------------------------------------------------------- hit areas

SMALL_TARGETS = """([touch, smallest]) => {
    // In a text of a writer a link is as high as its line, and a sentence may be broken anywhere (WCAG 2.2, 2.5.8).
    const inText = link => {
        if (link.closest("svg")) return true;
        const block = link.closest("p, li, dd, td, figcaption, blockquote");
        if (!block || getComputedStyle(link).display !== "inline" || link.closest("h1, h2, h3, h4, nav")) return false;
        const rest = [...texts(block)].filter(each => !each.parent.closest("a, button, .badge, .label"));
        return rest.length > 0 && !!link.closest(".prose, p, dd, td, figcaption");
    };
    const small = [];
    for (const link of document.querySelectorAll("a[href], button, summary")) {
        if (!seen(link) || link.matches(".skip") || inText(link)) continue;
        const least = link.closest(".prose li") ? smallest : touch;
        link.scrollIntoView({block: "center", behavior: "instant"});
        const box = link.getClientRects()[0];
        if (!box) continue;
        const x = box.left + Math.min(box.width / 2, 160), y = box.top + box.height / 2;
        const hit = (across, down) => {
            const found = document.elementFromPoint(x + across, y + down);
            return !!found && found.closest("a[href], button, summary") === link;
        };
        const reach = (across, down) => {
            let far = 0;
            while (far < 2 * least && hit(across * (far + 1), down * (far + 1))) far++;
            return far;
        };
        const width = reach(-1, 0) + reach(1, 0) + 1, height = reach(0, -1) + reach(0, 1) + 1;
        if (width < least - 1 || height < least - 1)
            small.push([link.textContent.trim(), link.closest("[class]")?.className, width, height].join(" "));
    }
    return small;
}"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", [*KINDS, "agenda", "a tot z", "wijken", "contact"])
def test_whatever_can_be_tapped_is_large_enough_for_a_thumb(
    address: str, new_page: NewPage, name: str, width: int
) -> None:
    page = opened(new_page, viewport={"width": width, "height": 900}, has_touch=True)
    page.goto(address + PAGES[name])
    assert page.evaluate(SMALL_TARGETS, [TOUCH, SMALLEST]) == []


# ---------------------------------------------------------------------------------------------------- the map


def _squares(page: Page) -> dict[str, tuple[int, tuple[float, float]]]:
    """Give for each piece of the map the side of the largest square that can be clicked, and its middle."""
    page.locator(".wijk-map").evaluate("map => map.scrollIntoView({block: 'center', behavior: 'instant'})")
    grid = page.evaluate(
        """step => {
            const box = document.querySelector(".wijk-map").getBoundingClientRect(), rows = [];
            for (let y = Math.max(box.top, 1); y < Math.min(box.bottom, innerHeight); y += step) {
                const row = [];
                for (let x = Math.max(box.left, 1); x < Math.min(box.right, innerWidth); x += step)
                    row.push(document.elementFromPoint(x, y)?.closest(".wijk-map__piece")?.getAttribute("href") ?? "");
                rows.push(row);
            }
            return {rows, left: Math.max(box.left, 1), top: Math.max(box.top, 1)};
        }""",
        2,
    )
    best: dict[str, tuple[int, tuple[float, float]]] = {}
    sides: list[list[int]] = []
    for y, row in enumerate(grid["rows"]):
        sides.append([])
        for x, href in enumerate(row):
            above = y and x and href == grid["rows"][y - 1][x] == row[x - 1] == grid["rows"][y - 1][x - 1]
            side = 1 + min(sides[y - 1][x], sides[y][x - 1], sides[y - 1][x - 1]) if above else 1
            sides[y].append(side)
            if href and 2 * (side - 1) > best.get(href, (0, (0.0, 0.0)))[0]:
                middle = (grid["left"] + 2 * x - side + 1, grid["top"] + 2 * y - side + 1)
                best[href] = (2 * (side - 1), middle)
    return best


def test_each_wijk_of_the_map_can_be_tapped_on_the_smallest_screen(address: str, new_page: NewPage) -> None:
    page = opened(new_page, viewport={"width": 320, "height": 900}, has_touch=True)
    page.goto(address)
    squares = _squares(page)
    assert len(squares) == 10
    assert {href: side for href, (side, _) in squares.items() if side < SMALLEST} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_a_tap_on_the_map_leads_to_its_wijk(address: str, new_page: NewPage, width: int) -> None:
    page = opened(new_page, viewport={"width": width, "height": 900})
    page.goto(address)
    for href, (_, place) in _squares(page).items():
        page.goto(address)
        _squares(page)
        page.mouse.click(*place)
        page.wait_for_url(f"**{href}")


def test_the_list_of_wijken_comes_before_the_map_and_leads_to_the_same_pages(address: str, new_page: NewPage) -> None:
    page = opened(new_page)
    page.goto(address)
    found = page.evaluate(
        """() => {
            const list = document.querySelector(".hero .wijk-list"), map = document.querySelector(".wijk-map");
            const targets = place => [...place.querySelectorAll("a")].map(link => link.getAttribute("href")).sort();
            const first = !!(list.compareDocumentPosition(map) & Node.DOCUMENT_POSITION_FOLLOWING);
            return {first, list: targets(list), map: targets(map), hidden: map.getAttribute("aria-hidden"),
                    stops: map.querySelectorAll("a:not([tabindex='-1'])").length};
        }"""
    )
    assert found["first"]
    assert len(found["list"]) == 10
    assert found["list"] == found["map"]
    assert (found["hidden"], found["stops"]) == ("true", 0)


# ----------------------------------------------------------------------------------------- the smallest screen


@pytest.mark.parametrize("name", KINDS)
def test_every_word_of_a_wide_screen_is_on_the_smallest_one_too(address: str, new_page: NewPage, name: str) -> None:
    words = []
    for width in (1280, 320):
        page = opened(new_page, viewport={"width": width, "height": 900})
        page.goto(address + PAGES[name])
        words.append(page.evaluate("[...texts(document.body)].map(each => each.text)"))
    wide, small = words
    assert len(wide) > 60
    for word in small:
        if word in wide:
            wide.remove(word)
    assert wide == []
