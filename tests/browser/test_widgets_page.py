"""The page on which partners choose a widget: by mouse, by keyboard, by ear, and without script."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.plan.contrast import contrast
from generator.plan.releases import integrity_of
from tests.browser.conftest import Answer, NewPage, ServeAnswers, ServeFolder
from tests.browser.partner import NEWS, feed, shown
from tests.browser.published import OPEN, SITE, Published
from tests.browser.real_site import ROOT, build_real_site
from tests.browser.test_real_site import _violations as violations
from tests.harness import SETTINGS, SMALL, TinySite

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " frame-src 'self'; base-uri 'none'; form-action 'none'"
)
FORMS = ("kader", "script", "adres", "feed")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("page"))


@pytest.fixture
def ours(output: Path, serve_folder: ServeFolder) -> Published:
    headers = {**OPEN, "Content-Security-Policy": POLICY}
    return Published(output, serve_folder(output, headers=headers).rstrip("/"))


@pytest.fixture
def page(new_page: NewPage) -> Iterator[Page]:
    """An empty page on which nothing may be thrown or refused."""
    found: list[str] = []
    made = new_page(viewport={"width": 1280, "height": 1000}, permissions=["clipboard-read", "clipboard-write"])
    made.on("pageerror", lambda fault: found.append(str(fault)))
    made.on("console", lambda message: found.append(message.text))
    made.route("**/feeds/*.json", lambda route: route.fulfill(body=str(feed(*NEWS).body), headers=OPEN))
    yield made
    assert found == []


def choose(page: Page, form: str, scope: str | None = None) -> None:
    # By keyboard: just after scrolling, a click still lands where the frame of the preview was.
    page.locator(f"input[name=vorm][value={form}]").press("Space")
    if scope:
        page.get_by_label("Welk nieuws?").select_option(scope)


def code(page: Page, name: str = "jouw-code") -> str:
    return page.locator(f"#{name}").inner_text()


def test_without_script_the_code_lies_ready_and_nothing_is_promised_that_needs_one(
    ours: Published, new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 900})
    page.goto(f"{ours.address}/widgets/")
    expect(page.locator("#kiezer")).to_be_hidden()
    assert page.get_by_role("button").count() == 0
    page.get_by_text("Nieuws uit Peelo", exact=True).click()
    for form in ("Kader", "Script", "Feed"):
        expect(page.get_by_role("group", name=f"{form}: Nieuws uit Peelo")).to_be_visible()
    wijken = {path.parent.name for path in (ours.output / "wijken").glob("*/index.html")}
    scopes = set(re.findall(r'scope="wijk-([\w-]+)"', "".join(page.locator("pre").all_text_contents())))
    assert scopes == wijken


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_axe_finds_nothing_whatever_is_chosen(ours: Published, new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.route("**/feeds/*.json", lambda route: route.fulfill(body=str(feed(*NEWS).body), headers=OPEN))
    page.goto(f"{ours.address}/widgets/")
    found = {}
    for form in FORMS:
        choose(page, form)
        if form == "script":
            page.get_by_label("Ik kies ze zelf").check()
            page.get_by_label("Links").fill("#ffff00")
        page.locator("#beeld").scroll_into_view_if_needed()
        if form == "script":
            expect(shown(page)).to_have_count(3)
        if wrong := violations(page):
            found[form] = wrong
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    if wrong := violations(page):
        found["all open"] = wrong
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == {}


@pytest.mark.parametrize("scope", ["alles", "agenda", "wijk-peelo"])
@pytest.mark.parametrize("form", ["kader", "script", "feed"])
def test_the_code_that_is_made_is_the_code_that_lies_ready(ours: Published, page: Page, scope: str, form: str) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, form, scope)
    title = page.locator("#welk option:checked").get_attribute("data-title")
    ready = ours.code(f"{form.capitalize()}: {title}").replace(ours.address, SITE)
    assert code(page) == ready


def test_every_choice_is_in_the_code(ours: Published, page: Page) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, "script", "thema-groen")
    page.get_by_label("Hoeveel stukken?").fill("7")
    page.get_by_label("Niveau van de kop").select_option("5")
    page.locator("input[name=scriptfotos]").check()
    page.get_by_label("Met u").check()
    page.get_by_label("Precies 1.0.0").check()
    assert '<mba-nieuws scope="thema-groen" aantal="7" kopniveau="5" met-fotos taal="u">' in code(page)
    fixed = (ours.output / "w" / "1.0.0" / "mba.js").read_bytes()
    assert (
        f'<script type="module" src="{SITE}/w/1.0.0/mba.js" integrity="{integrity_of(fixed)}" crossorigin="anonymous">'
    ) in code(page)
    assert code(page, "jouw-csp").split() == ["script-src", SITE, "connect-src", SITE, "img-src", SITE]
    choose(page, "kader")
    page.locator("input[name=kaderfotos]").uncheck()
    assert f"{SITE}/w/1/thema-groen/#aantal=7,fotos=nee" in code(page)
    assert code(page, "jouw-csp").split() == ["frame-src", SITE]


@pytest.mark.parametrize(
    ("form", "written", "meant"), [("kader", "99", 10), ("script", "99", 20), ("script", "-3", 1), ("script", "", 3)]
)
def test_a_number_out_of_bounds_becomes_one_within(
    ours: Published, page: Page, form: str, written: str, meant: int
) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, form)
    page.get_by_label("Hoeveel stukken?").fill(written)
    assert re.search(r"aantal=\"?(\d+)", code(page))[1] == str(meant)  # type: ignore[index]


def test_the_preview_is_the_widget_itself(ours: Published, page: Page) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, "kader", "wijk-peelo")
    expect(page.frame_locator("#beeld iframe").locator("h2")).to_have_text("Nieuws uit Peelo")
    choose(page, "script", "wijk-peelo")
    expect(shown(page)).to_have_count(3)
    page.get_by_label("Hoeveel stukken?").fill("1")
    expect(shown(page)).to_have_count(1)
    choose(page, "adres")
    expect(page.frame_locator("#beeld iframe").locator(".lees")).to_be_visible()
    choose(page, "feed")
    expect(page.locator("#beeld")).to_contain_text("Een feed heeft geen beeld")


def test_one_button_copies_the_code_and_says_so(ours: Published, page: Page) -> None:
    page.goto(f"{ours.address}/widgets/")
    page.get_by_role("button", name="Kopieer Jouw code", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Gekopieerd: Jouw code.")
    assert page.evaluate("navigator.clipboard.readText()") == code(page)


def test_where_copying_is_not_allowed_the_code_is_selected_and_the_next_step_told(
    ours: Published, new_page: NewPage
) -> None:
    page = new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('nee'))")
    page.goto(f"{ours.address}/widgets/")
    page.get_by_role("button", name="Kopieer Jouw code", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("druk op Ctrl en C")
    assert page.evaluate("getSelection().toString()").strip() == code(page).strip()


def test_everything_can_be_chosen_and_copied_with_the_keyboard(ours: Published, page: Page) -> None:
    page.goto(f"{ours.address}/widgets/")
    page.get_by_role("radio", name="Kader").focus()
    page.keyboard.press("ArrowDown")
    assert "<mba-nieuws" in code(page)
    page.keyboard.press("Tab")
    page.keyboard.type("Peelo")
    assert 'scope="wijk-peelo"' in code(page)
    page.keyboard.press("Tab")
    page.keyboard.type("5")
    assert 'aantal="5"' in code(page)
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent").startswith("Kopieer"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Gekopieerd: Jouw code.")


# ------------------------------------------------------------------------------------------------------ colours


def test_colours_that_can_be_read_are_in_the_code(ours: Published, page: Page) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, "script")
    page.get_by_label("Ik kies ze zelf").check()
    page.get_by_label("Links").fill("#0b5a3c")
    page.get_by_label("Lijn ernaast").fill("#a02868")
    assert code(page, "jouw-stijl").split() == [
        "mba-nieuws",
        "{",
        "--mba-link:",
        "#0b5a3c;",
        "--mba-accent:",
        "#a02868;",
        "}",
    ]
    expect(page.locator("#link-oordeel")).to_have_text("Goed: het contrast is 8,2.")


@pytest.mark.parametrize(
    ("ground", "link"), [("#ffffff", "#ffff00"), ("#000000", "#222222"), ("#777777", "#808080"), ("#ffc83d", "#ff8800")]
)
def test_a_colour_that_cannot_be_read_is_refused_in_words_with_one_that_can(
    ours: Published, page: Page, ground: str, link: str
) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, "script")
    page.get_by_label("Ik kies ze zelf").check()
    page.get_by_label("Achtergrond van je site").fill(ground)
    page.get_by_label("Links").fill(link)
    verdict = page.locator("#link-oordeel")
    ratio = f"{int(contrast(link, ground) * 10) / 10:.1f}".replace(".", ",")
    expect(verdict).to_contain_text(f"het contrast is {ratio} en moet 4,5 zijn. We gebruiken haar niet.")
    expect(page.get_by_role("status")).to_contain_text("te weinig")
    assert "--mba-link" not in page.locator("#jouw-stijl").inner_text()
    verdict.get_by_role("button").click()
    better = page.get_by_label("Links").input_value()
    assert contrast(better, ground) >= 4.5
    assert f"--mba-link: {better};" in code(page, "jouw-stijl")
    expect(page.get_by_label("Links")).to_be_focused()


# ------------------------------------------------------------------------------------------- what was copied works


@pytest.mark.parametrize("version", ["De nieuwste", "Precies 1.0.0"])
def test_the_copied_script_works_on_a_site_with_the_copied_rules(
    ours: Published, page: Page, serve_answers: ServeAnswers, version: str
) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, "script", "wijk-peelo")
    page.get_by_label(version).check()
    body = code(page).replace(SITE, ours.address)
    rules = code(page, "jouw-csp").replace(SITE, ours.address).replace("\n", "; ")
    text = (
        f'<!doctype html><html lang="nl"><head><title>Partner</title></head><body><h1>Partner</h1>{body}</body></html>'
    )
    partner = serve_answers({"/": Answer(text, headers={"Content-Security-Policy": f"default-src 'none'; {rules}"})})
    page.goto(f"{partner}/")
    expect(shown(page)).to_have_count(3)


def test_the_copied_frame_works_on_a_site_with_the_copied_rules(
    ours: Published, new_page: NewPage, page: Page, serve_answers: ServeAnswers
) -> None:
    page.goto(f"{ours.address}/widgets/")
    choose(page, "kader", "wijk-peelo")
    body = code(page).replace(SITE, ours.address)
    rules = code(page, "jouw-csp").replace(SITE, ours.address)
    text = (
        f'<!doctype html><html lang="nl"><head><title>Partner</title></head><body><h1>Partner</h1>{body}</body></html>'
    )
    partner = serve_answers({"/": Answer(text, headers={"Content-Security-Policy": f"default-src 'none'; {rules}"})})
    strict = new_page()  # its console tells of the style that such a site refuses
    strict.goto(f"{partner}/")
    expect(strict.frame_locator("iframe").locator("h2")).to_have_text("Nieuws uit Peelo")


def test_everything_also_holds_for_a_site_below_a_path(
    new_page: NewPage, serve_folder: ServeFolder, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "themes" / "mba", tmp_path / "thema")
    settings = SETTINGS.replace("example.nl", "example.nl/mba")
    contact = "---\ntitel: Contact\nsamenvatting: Bel of mail ons.\n---\nBel of mail ons.\n"
    site = TinySite(tmp_path, {**SMALL, "site.yaml": settings, "content/contact.md": contact})
    outcome = site.build()
    assert not outcome.failed, "\n".join(map(str, outcome.diagnostics))
    address = serve_folder(site.output, under="/mba/", headers={**OPEN, "Content-Security-Policy": POLICY})
    page = new_page()
    page.route("**/mba/feeds/*.json", lambda route: route.fulfill(body=str(feed(*NEWS).body), headers=OPEN))
    page.goto(f"{address}widgets/")
    for form in ("kader", "script", "feed"):
        choose(page, form, "wijk-peelo")
        ready = page.locator(f'pre[aria-label="{form.capitalize()}: Nieuws uit Peelo"]').text_content()
        assert code(page) == ready
        assert "https://proef.example.nl/mba/" in code(page)
        if form == "kader":
            expect(page.frame_locator("#beeld iframe").locator("h2")).to_have_text("Nieuws uit Peelo")
        if form == "script":
            expect(shown(page)).to_have_count(3)
            assert code(page, "jouw-csp").split()[1] == "https://proef.example.nl"


def test_only_this_page_has_a_script_of_its_own(output: Path) -> None:
    with_script = {
        path.relative_to(output).as_posix()
        for path in output.rglob("*.html")
        if re.search(r"<script\b[^>]*\bsrc=", path.read_text("utf-8")) and "w" not in path.relative_to(output).parts[:1]
    }
    assert with_script == {"widgets/index.html"}
