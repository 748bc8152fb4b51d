"""What writers really make: wide tables, long lines, portraits, stopped plans, a wijk with little or much to show."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.browser.conftest import NewPage, ServeFolder
from tests.browser.real_site import build_real_site
from tests.harness import photo

STORY = """---
titel: Een buurvrouw met een staande foto in haar voortuin
datum: 2026-11-10
samenvatting: Zij staat in haar tuin.
wijken: [peelo]
foto: staand.jpg
---
Bel 0592-366911.

# Grote kop

Dag | Tijd | Plaats | Wie | Wat | Kosten | Aanmelden | Telefoon
--- | --- | --- | --- | --- | --- | --- | ---
woensdag | 19.30 uur | Wijkgebouw Het Markehuus | jongeren | sporttoernooi | 2 euro | formulier | 0592-000 000

## Kleine kop

Dag | Tijd | Wat
--- | --: | ---
donderdag | 19.30 | Samen koffiedrinken

```
een regel code die niet ophoudt --met=https://www.example.nl/een/heel/lang/adres/zonder/spaties/erin/en/nog/meer
```

{{ loket mba }}
"""
REGISTER = "alt: Een buurvrouw\nfotograaf: Team\ntoestemming: niet-herkenbaar\nfocus: [0.5, 0.2]\n"
STOPPED = """---
titel: Een plan dat stopte
samenvatting: Het kon niet.
wijken: [peelo]
status: gestopt
mijlpalen:
  - {datum: 2027-05, tekst: De opening}
---
Jammer.
"""
CALL = """---
titel: Oproep NUMMER
soort: meedoen
datum: 2026-11-01
samenvatting: Doe mee.
wijken: [peelo]
sluit_op: 2027-02-NUMMER
reageren: {email: wij@example.nl}
door: het team
vervolg: We bellen.
---
Tekst.
"""
CALLED_OFF = CALL.replace("2027-02-NUMMER", "2029-03-09").replace(
    "door: het team", "door: het team\nstatus: gaat-niet-door"
)
BARE_WIJK = "---\nnaam: Buitengebied\ncbs_code: WK010699\n---\n"
MORE = {
    "content/verhalen/2026/staand/index.md": STORY.encode(),
    "content/verhalen/2026/staand/staand.jpg": photo("#789", 900, 1800, size=20_000),
    "content/verhalen/2026/staand/staand.jpg.yaml": REGISTER.encode(),
    "content/projecten/gestopt.md": STOPPED.encode(),
    "content/oproepen/afgelast.md": CALLED_OFF.encode(),
    "content/wijken/buitengebied.md": BARE_WIJK.encode(),
    **{f"content/oproepen/o-{at}.md": CALL.replace("NUMMER", f"{at:02}").encode() for at in range(1, 13)},
}
SMALL, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("hard"), MORE)


@pytest.fixture
def address(output: Path, serve_folder: ServeFolder) -> str:
    return serve_folder(output)


def test_a_long_line_of_code_and_wide_tables_never_make_the_page_scroll_sideways(
    address: str, new_page: NewPage
) -> None:
    page = new_page(viewport=SMALL)
    page.goto(f"{address}verhalen/staand/")
    assert page.evaluate("document.documentElement.scrollWidth") == SMALL["width"]
    assert page.locator("pre").evaluate("pre => pre.scrollWidth <= pre.clientWidth")


def test_a_wide_table_is_moved_with_the_keyboard_and_a_narrow_one_fits(address: str, new_page: NewPage) -> None:
    page = new_page(viewport=SMALL)
    page.goto(f"{address}verhalen/staand/")
    wide, narrow = page.locator(".table").nth(0), page.locator(".table").nth(1)
    assert wide.get_attribute("aria-label") == "Tabel: Dag, Tijd, Plaats, Wie, Wat, Kosten, Aanmelden en Telefoon"
    wide.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.table').scrollLeft > 0")
    assert narrow.get_attribute("tabindex") is None
    assert narrow.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_no_word_in_a_table_is_broken_on_a_telephone(address: str, new_page: NewPage) -> None:
    page = new_page(viewport=SMALL)
    page.goto(f"{address}verhalen/staand/")
    broken = page.evaluate(
        """() => [...document.querySelectorAll("th, td")].filter(cell => {
            const range = document.createRange(), text = cell.firstChild;
            if (text.nodeType !== Node.TEXT_NODE) return cell.getClientRects().length && false;
            for (const word of text.data.matchAll(/\\S+/g)) {
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                if (range.getClientRects().length > 1) return true;
            }
            return false;
        }).map(cell => cell.textContent)"""
    )
    assert broken == []


def test_a_portrait_leaves_the_title_in_the_first_screen(address: str, new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    page.goto(f"{address}verhalen/staand/")
    opening, title = page.locator(".opening").bounding_box(), page.locator("h1").bounding_box()
    assert opening
    assert title
    assert opening["height"] < 600
    assert title["y"] + title["height"] < WIDE["height"]


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"media": "print"}])
def test_the_step_of_a_project_can_be_told_without_colour(
    address: str, new_page: NewPage, media: dict[str, str]
) -> None:
    page = new_page(viewport=WIDE)
    page.emulate_media(**media)  # type: ignore[arg-type]
    page.goto(f"{address}projecten/de-lariks-bloeit/")
    steps = page.locator(".steps li")
    widths = steps.evaluate_all("all => all.map(step => parseFloat(getComputedStyle(step).borderTopWidth))")
    assert steps.all_inner_texts() == ["Voorbereiding", "Ontwerp", "Nu: uitvoering", "Klaar"]
    assert [width > 0 for width in widths] == [False, False, True, False]


def test_a_stopped_project_promises_nothing(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}projecten/gestopt/")
    main = page.locator("main").inner_text()
    assert "gaat niet door" in main
    assert "komt nog" not in main


def test_a_call_that_was_called_off_asks_nothing_anywhere(address: str, new_page: NewPage) -> None:
    page = new_page()
    for place in ("oproepen/afgelast/", "oproepen/", "wijken/peelo/"):
        page.goto(f"{address}{place}")
        assert "9 maart 2029" not in page.locator("main").inner_text(), place
    page.goto(address)
    assert page.get_by_text("Oproep NUMMER").count() == 0


def test_beside_every_call_stands_where_to_go_with_something_else(
    address: str, output: Path, new_page: NewPage
) -> None:
    page = new_page()
    calls = [path.parent.name for path in output.glob("oproepen/*/index.html") if "http-equiv" not in path.read_text()]
    assert len(calls) > 13
    for call in calls:
        page.goto(f"{address}oproepen/{call}/")
        links = page.locator("[aria-labelledby='waarheen'] a")
        assert links.count() == 5, call
    page.locator("[aria-labelledby='waarheen'] a").first.click()
    assert page.locator(":target").inner_text().startswith("Mijn Buurt Assen")


def test_a_wijk_without_a_text_has_no_empty_plane_and_one_with_many_calls_leads_on(
    address: str, new_page: NewPage
) -> None:
    page = new_page()
    page.goto(f"{address}wijken/buitengebied/")
    assert page.locator("#over").count() == 0
    page.goto(f"{address}wijken/peelo/")
    assert page.locator(".plane--call .deadline:not(.deadline--closed)").count() == 6
    assert page.get_by_role("link", name="Nog 6 oproepen uit Peelo: bekijk alle oproepen").count() == 1


@pytest.mark.parametrize("path", ["wijken/marsdijk/", "verhalen/staand/"])
def test_on_paper_no_heading_is_larger_than_the_one_above_it(address: str, new_page: NewPage, path: str) -> None:
    page = new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    page.goto(address + path)
    sizes = page.evaluate(
        """() => ["main h1", ".section > h2, .section-head h2", ".prose h2", ".prose h3, .section h3"].map(which =>
            [...document.querySelectorAll(which)].filter(each => each.checkVisibility())
                .map(each => parseFloat(getComputedStyle(each).fontSize)))"""
    )
    shown = [row for row in sizes if row]
    assert len(shown) > 2
    assert all(max(lower) <= min(higher) for higher, lower in pairwise(shown))


def test_a_wijk_prints_on_five_sheets_at_most(address: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(f"{address}wijken/marsdijk/")
    assert 2 < len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages) <= 5


def test_names_on_a_map_are_readable_or_not_there(address: str, new_page: NewPage) -> None:
    page = new_page(viewport=SMALL)
    for path in ("", "wijken/"):
        page.goto(address + path)
        sizes = page.evaluate(
            """() => [...document.querySelectorAll(".wijk-map text")].filter(each => each.checkVisibility())
                .map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)"""
        )
        assert all(size >= 11 for size in sizes), sizes


def test_the_printed_map_names_every_wijk(address: str, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    page.goto(address)
    assert page.locator(".wijk-map text").evaluate_all("all => all.filter(text => text.checkVisibility()).length") == 10


@pytest.mark.parametrize("width", [320, 1280])
def test_links_in_the_footer_do_not_touch(address: str, new_page: NewPage, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    assert page.locator(".footer__nav a").evaluate_all(
        """links => links.every(link => {
            const range = document.createRange();
            range.selectNodeContents(link);
            return range.getClientRects().length === 1 && link.getBoundingClientRect().height >= 44;
        })"""
    )
