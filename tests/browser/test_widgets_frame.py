"""The frame on a partner's site, and in WordPress: readable, as high as its news, and safe for both sides."""

from __future__ import annotations

import gzip
import html
import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import Answer, NewPage, ServeAnswers, ServeFolder
from tests.browser.published import OPEN, Published
from tests.browser.real_site import build_real_site
from tests.browser.test_real_site import _violations as violations

SHOTS = os.environ.get("MBA_SHOTS")
PEELO = "Kader: Nieuws uit Peelo"
FRAMES = ("w/1/alles/", "w/1/agenda/", "w/1/oproepen/", "w/1/wijk-peelo/", "w/1/wijk-centrum/", "w/1/thema-groen/")
PIECES = ("w/1/stuk/soep-een-tent-en-oud-ijzer/", "w/1/stuk/superbuur/", "w/1/stuk/peelo/")
BUDGET = 12_000
PHOTOS = (".avif", ".webp", ".jpg")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("frames"))


@pytest.fixture
def ours(output: Path, serve_folder: ServeFolder) -> Published:
    return Published(output, serve_folder(output, headers=OPEN).rstrip("/"))


@pytest.fixture
def page(new_page: NewPage) -> Iterator[Page]:
    """An empty page on which nothing may be thrown."""
    found: list[str] = []
    made = new_page(viewport={"width": 640, "height": 900})
    made.on("pageerror", lambda fault: found.append(str(fault)))
    yield made
    assert found == []


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SHOTS) / f"{re.sub('[^a-z0-9]+', '-', name.casefold())}.png"), full_page=True)


def partner(body: str, policy: str | None = None, head: str = "", kind: str = "text/html; charset=utf-8") -> Answer:
    """Give a partner's page."""
    text = (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Partner</title>{head}</head>'
        f"<body><main><h1>Nieuws bij de partner</h1>{body}</main></body></html>"
    )
    return Answer(text, kind, {"Content-Security-Policy": policy} if policy else {})


# ----------------------------------------------------------------------------------------------------- the page


@pytest.mark.parametrize("width", [240, 320, 600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_frame(ours: Published, new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 700}, color_scheme=scheme)
    found = {}
    for path in (*FRAMES, *PIECES):
        page.goto(f"{ours.address}/{path}")
        # It stands below a page that has an h1 already.
        wrong = [line for line in violations(page) if not line.startswith("page-has-heading-one")]
        if wrong:
            found[path] = wrong
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert found == {}


def test_a_frame_reads_without_script_and_without_style(ours: Published, new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page.route("**/*.css", lambda route: route.abort())
    page.goto(f"{ours.address}/w/1/wijk-peelo/")
    assert page.locator("h2").inner_text() == "Nieuws uit Peelo"
    assert page.get_by_role("listitem").count() >= 2
    assert page.locator("li").evaluate_all("all => all.every(item => item.querySelectorAll('a').length === 1)")
    assert page.get_by_role("link").last.inner_text() == "Nieuws uit Peelo: alles op Mijn Buurt Assen"


def test_every_frame_has_a_name_of_its_own_and_keeps_out_of_search_engines(ours: Published, page: Page) -> None:
    titles = set()
    for path in (*FRAMES, *PIECES):
        page.goto(f"{ours.address}/{path}")
        titles.add(page.title())
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        assert page.evaluate("[...document.links].every(link => link.closest('html').querySelector('base').target)")
    assert len(titles) == len(FRAMES) + len(PIECES)
    assert "/w/" not in (ours.output / "sitemap.xml").read_text("utf-8")


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def test_a_frame_asks_for_little_besides_photos_and_only_of_us(ours: Published, new_page: NewPage) -> None:
    heavy = {}
    for path in (*FRAMES, *PIECES):
        asked: list[str] = []
        page = new_page(viewport={"width": 320, "height": 700})
        page.on("request", partial(_note, asked))
        page.goto(f"{ours.address}/{path}")
        assert all(url.startswith(ours.address) for url in asked)
        weight = 0
        for name in {path.lstrip("/") for url in asked if not (path := urlsplit(url).path).endswith(PHOTOS)}:
            file = ours.output / (f"{name}index.html" if name.endswith("/") else name)
            weight += len(gzip.compress(file.read_bytes(), 6))
        if weight > BUDGET:
            heavy[path] = weight
    assert heavy == {}


def test_the_address_says_how_many_pieces_are_shown(ours: Published, page: Page) -> None:
    page.goto(f"{ours.address}/w/1/alles/#aantal=2")
    assert page.locator("li:visible").count() == 2


# ------------------------------------------------------------------------------------------- on a partner's page

POLICIES = {
    "a site without rules": None,
    "a site that allows nothing but our line": "default-src 'none'; frame-src {ours}",
    "a site with trusted types": "default-src 'none'; frame-src {ours}; require-trusted-types-for 'script'",
}


@pytest.mark.parametrize("name", POLICIES)
def test_the_frame_shows_the_news_and_its_links_open_the_story_on(
    name: str, ours: Published, page: Page, serve_answers: ServeAnswers
) -> None:
    policy = (POLICIES[name] or "").replace("{ours}", ours.address) or None
    address = serve_answers({"/": partner(ours.code(PEELO), policy)})
    page.goto(f"{address}/")
    frame = page.frame_locator("iframe")
    expect(frame.locator("h2")).to_have_text("Nieuws uit Peelo")
    shoot(page, f"kader {name}")
    frame.get_by_role("link", name="Soep, een tent en een berg oud ijzer").click()
    page.wait_for_url(f"{ours.address}/verhalen/soep-een-tent-en-oud-ijzer/")


def test_the_frame_works_on_a_page_of_xhtml(ours: Published, page: Page, serve_answers: ServeAnswers) -> None:
    text = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="nl">'
        f"<head><title>Partner</title></head><body><h1>Partner</h1>{ours.code(PEELO)}</body></html>"
    )
    address = serve_answers({"/": Answer(text, "application/xhtml+xml; charset=utf-8")})
    page.goto(f"{address}/")
    expect(page.frames[1].locator("h2")).to_have_text("Nieuws uit Peelo")
    shoot(page, "kader xhtml")


def test_the_frame_can_keep_nothing_and_asks_nothing_but_its_own_files(
    ours: Published, page: Page, serve_answers: ServeAnswers
) -> None:
    asked: list[tuple[str, str | None]] = []
    page.on("request", lambda request: asked.append((request.url, request.all_headers().get("cookie"))))
    address = serve_answers({"/": partner(ours.code(PEELO))})
    page.goto(f"{address}/")
    expect(page.frame_locator("iframe").locator("h2")).to_be_visible()
    page.wait_for_load_state("networkidle")
    paths = {re.sub(r"\.[0-9a-f]{10}\.", ".", urlsplit(url).path) for url, _ in asked if url.startswith(ours.address)}
    own = {path for path in paths if not path.endswith(PHOTOS)}
    assert own == {"/w/1/wijk-peelo/", "/assets/kader.css", "/assets/kader.js", "/assets/mark.svg"}
    assert all(path.startswith("/assets/") for path in paths - own)
    assert all(cookie is None for _, cookie in asked)
    assert page.context.cookies() == []
    inside = page.frames[1]
    assert inside.evaluate("origin") == "null"
    for store in ("localStorage", "sessionStorage", "document.cookie"):
        assert inside.evaluate(
            f"(() => {{ try {{ return String({store}) }} catch (fault) {{ return fault.name }} }})()"
        ) == ("SecurityError")


def test_the_documented_script_makes_the_frame_as_high_as_its_news(
    ours: Published, page: Page, serve_answers: ServeAnswers
) -> None:
    address = serve_answers({"/": partner(ours.code(PEELO) + ours.code("Script voor de hoogte"))})
    page.goto(f"{address}/")
    frame = page.frame_locator("iframe")
    high = frame.locator("main").evaluate("e => Math.ceil(e.getBoundingClientRect().height)")
    expect(page.locator("iframe")).to_have_attribute("height", str(high))
    assert 200 <= high <= 1000
    page.set_viewport_size({"width": 320, "height": 900})
    expect(page.locator("iframe")).not_to_have_attribute("height", str(high))
    shoot(page, "kader met hoogte")


@pytest.mark.parametrize(("content", "told"), [("1500px", 1000), ("20px", 200), ("412.3px", 413)])
def test_a_frame_never_asks_for_a_height_that_is_out_of_bounds(
    ours: Published, page: Page, serve_answers: ServeAnswers, content: str, told: int
) -> None:
    sheet = f"main {{ block-size: {content} !important; overflow: hidden !important }}"
    page.route("**/kader.*.css", lambda route: route.fulfill(content_type="text/css", body=sheet))
    head = "<script>window.heard = []; addEventListener('message', event => heard.push(event.data))</script>"
    address = serve_answers({"/": partner(ours.code(PEELO), head=head)})
    page.goto(f"{address}/")
    page.wait_for_function(f"heard.some(data => data.hoogte === {told})")
    assert page.evaluate("heard.every(data => data.hoogte >= 200 && data.hoogte <= 1000)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_with_the_frame(
    ours: Published, new_page: NewPage, serve_answers: ServeAnswers, scheme: str
) -> None:
    page = new_page(viewport={"width": 640, "height": 900}, color_scheme=scheme)
    address = serve_answers({"/": partner(ours.code(PEELO))})
    page.goto(f"{address}/")
    expect(page.frame_locator("iframe").locator("h2")).to_be_visible()
    assert violations(page) == []
    assert page.locator("iframe").get_attribute("title") == "Nieuws uit Peelo, van Mijn Buurt Assen"


# ---------------------------------------------------------------------------------------------------- WordPress

SECRET = "Xk29dLw0qz"  # noqa: S105 - WordPress calls it that; it is only a name
LISTENER = """
// What wp-embed.js of WordPress does with messages (wp-includes/js/wp-embed.js).
addEventListener("message", (event) => {
  const data = event.data;
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const source of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (event.source !== source.contentWindow) continue;
    for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]'))
      quote.style.display = "none";
    source.removeAttribute("style");
    if (data.message === "height") source.height = Math.min(1000, Math.max(200, ~~parseInt(data.value, 10)));
    if (data.message === "link") {
      const from = new URL(source.getAttribute("src")), to = new URL(data.value);
      if (/^https?:$/.test(to.protocol) && to.host === from.host && document.activeElement === source)
        window.top.location.href = data.value;
    }
  }
});
for (const frame of document.querySelectorAll("iframe.wp-embedded-content")) {
  const secret = frame.getAttribute("data-secret");
  frame.contentWindow.postMessage({message: "ready", secret}, "*");
}
"""


def as_wordpress_filters(answer: str) -> str:
    """Do what `wp_filter_oembed_result` does to the HTML of a provider that it does not know.

    Only `a`, `blockquote` and `iframe` stay, with a few attributes; the frame is put in a sandbox, gets a secret and
    waits out of sight until it says how high it is.
    """
    allowed = {
        "a": {"href"},
        "blockquote": set(),
        "iframe": {"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"},
    }

    def kept(match: re.Match[str]) -> str:
        name = match[2].casefold()
        if name not in allowed:
            return ""
        attributes = re.findall(r"""([\w-]+)\s*=\s*"([^"]*)\"""", match[3])
        text = "".join(f' {key}="{value}"' for key, value in attributes if key.casefold() in allowed[name])
        return f"<{match[1]}{name}{text}>"

    text = re.sub(r"<(/?)(\w+)([^>]*)>", kept, answer)
    content = re.search(r"(<blockquote>.*?</blockquote>)?.*?(<iframe.*?></iframe>)", text, re.DOTALL)
    assert content is not None
    source = re.search(r' src="([^"]*)"', content[2])
    assert source is not None
    frame = content[2].replace(source[0], f' src="{source[1]}#?secret={SECRET}" data-secret="{SECRET}"')
    frame = frame.replace(
        "<iframe", '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"'
    )
    if content[1]:  # that can be read meanwhile
        frame = frame.replace("<iframe", '<iframe style="position: absolute; visibility: hidden;"')
    quote = (content[1] or "").replace("<blockquote", f'<blockquote class="wp-embedded-content" data-secret="{SECRET}"')
    return quote + frame


def oembed(ours: Published, slug: str, title: str, folder: str) -> str:
    """Give the HTML of our oEmbed answer about a piece."""
    named = html.escape(title)
    return (
        f'<blockquote class="wp-embedded-content"><a href="{ours.address}/{folder}/{slug}/">{named}</a></blockquote>'
        f'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="{named}" '
        f'src="{ours.address}/w/1/stuk/{slug}/" width="600" height="400" frameborder="0" marginwidth="0" '
        'marginheight="0" scrolling="no"></iframe>'
    )


PASTED = {
    "verhaal": ("soep-een-tent-en-oud-ijzer", "Soep, een tent en een berg oud ijzer", "verhalen"),
    "oproep": ("superbuur", "Wie is jouw Superbuur?", "oproepen"),
    "wijk": ("peelo", "Peelo", "wijken"),
}


@pytest.mark.parametrize("kind", PASTED)
def test_an_address_pasted_in_wordpress_becomes_a_frame_of_the_right_height_that_opens_the_piece(
    kind: str, ours: Published, page: Page, serve_answers: ServeAnswers
) -> None:
    slug, title, folder = PASTED[kind]
    body = as_wordpress_filters(oembed(ours, slug, title, folder))
    assert 'sandbox="allow-scripts"' in body
    assert "allow-top-navigation" not in body
    # The listener stands in the head, as WordPress takes care that it hears what a quick frame says.
    address = serve_answers({"/": partner(body, head=f"<script>{LISTENER}</script>")})
    page.goto(f"{address}/")
    frame = page.frame_locator("iframe")
    expect(frame.locator("h2")).to_have_text(title)
    high = frame.locator("main").evaluate("e => Math.ceil(e.getBoundingClientRect().height)")
    expect(page.locator("iframe")).to_have_attribute("height", str(min(1000, max(200, high))))
    expect(page.locator("iframe")).to_be_visible()
    expect(page.locator("blockquote")).to_be_hidden()
    shoot(page, f"wordpress {kind}")
    frame.locator(".lees").click()
    page.wait_for_url(f"{ours.address}/{folder}/{slug}/")


def test_a_frame_in_wordpress_has_no_scroll_bar_and_hides_nothing(
    ours: Published, page: Page, serve_answers: ServeAnswers
) -> None:
    body = as_wordpress_filters(oembed(ours, *PASTED["oproep"]))
    address = serve_answers({"/": partner(body, head=f"<script>{LISTENER}</script>")})
    for width in (320, 640):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{address}/")
        frame = page.frame_locator("iframe")
        high = frame.locator("main").evaluate("e => Math.ceil(e.getBoundingClientRect().height)")
        expect(page.locator("iframe")).to_have_attribute("height", str(max(200, high)))
        last = frame.locator(".meer").bounding_box()
        box = page.locator("iframe").bounding_box()
        assert last is not None
        assert box is not None
        assert last["y"] + last["height"] <= box["y"] + box["height"] + 1


def test_a_frame_says_nothing_of_wordpress_to_who_gave_no_secret(
    ours: Published, page: Page, serve_answers: ServeAnswers
) -> None:
    head = "<script>window.heard = []; addEventListener('message', event => heard.push(event.data))</script>"
    address = serve_answers({"/": partner(ours.code(PEELO), head=head)})
    page.goto(f"{address}/")
    page.wait_for_function("heard.length > 0")
    assert page.evaluate("heard.every(data => data.mba === 'hoogte' && !('message' in data))")
