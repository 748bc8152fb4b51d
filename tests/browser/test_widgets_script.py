"""The script form on other people's sites: it reads well, or the partner's own link stands, whatever the page does."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.plan.releases import integrity_of
from tests.browser.conftest import Answer, NewPage, ServeAnswers
from tests.browser.partner import (
    CALL,
    EVENT,
    FALLBACK,
    HOSTS,
    JSON,
    NEWS,
    ONGOING,
    OPEN,
    SCRIPT,
    STORY,
    XHTML,
    HostPage,
    documented,
    fallback,
    feed,
    mba,
    plain,
    shown,
    tag,
    widget,
)
from tests.browser.test_real_site import _violations as violations

SHOTS = os.environ.get("MBA_SHOTS")
"""A folder for a picture of each page, to look at."""


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SHOTS) / f"{re.sub('[^a-z0-9]+', '-', name.casefold())}.png"))


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """Whatever was thrown and not caught; a test that lets something through fails."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def host(new_page: NewPage, faults: list[str]) -> Page:
    """An empty page of 640 wide that notes what is thrown and not caught."""
    page = new_page(viewport={"width": 640, "height": 800})
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    return page


class Stage:
    """Our server and the partner's, each an origin of its own."""

    def __init__(self, page: Page, serve: ServeAnswers) -> None:
        self.page, self.serve = page, serve

    def show(
        self,
        host_page: HostPage,
        ours: dict[str, Answer] | None = None,
        *,
        block: str | None = None,
        script: str | None = None,
    ) -> str:
        """Open the partner's page, and give the address of our server; `{ours}` in the script is that address."""
        address = self.serve(mba() if ours is None else ours)
        script = script.replace("{ours}", address) if script else None
        partner = self.serve({"/": host_page.answer(address, block, script)})
        self.page.goto(f"{partner}/")
        return address


@pytest.fixture
def stage(host: Page, serve_answers: ServeAnswers) -> Stage:
    return Stage(host, serve_answers)


NEXT_FRAME = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
LISTEN = """
window.said = [];
addEventListener("mba-fout", (event) => {
  window.said[window.said.length] = event.detail;
  document.documentElement.setAttribute("data-said", event.detail.reden);
});
"""


# ------------------------------------------------------------------------------------------------- hostile pages


@pytest.mark.parametrize("name", HOSTS)
def test_the_news_reads_well_on(name: str, stage: Stage) -> None:
    stage.show(HOSTS[name])
    page = stage.page
    expect(shown(page)).to_have_count(3)
    for number in range(3):
        box = shown(page).nth(number).bounding_box()
        assert box is not None
        assert box["height"] >= 16
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 640
    assert shown(page).first.inner_text().casefold() == "wie is jouw superbuur?"
    expect(fallback(page)).to_be_hidden()
    shoot(page, f"script {name}")


@pytest.mark.parametrize("name", HOSTS)
def test_the_partner_s_own_link_stands_while_there_is_no_feed_on(name: str, stage: Stage) -> None:
    stage.page.add_init_script(LISTEN)
    stage.show(HOSTS[name], mba(Answer(status=404, headers=OPEN)))
    expect(stage.page.locator("html[data-said='404']")).to_have_count(1)
    expect(fallback(stage.page)).to_be_visible()
    assert fallback(stage.page).inner_text().casefold() == FALLBACK.casefold()
    shoot(stage.page, f"terugval {name}")


def test_the_partner_s_own_link_stands_on_a_page_of_xhtml(stage: Stage) -> None:
    with stage.page.expect_response(lambda answer: answer.url.endswith(".js")):
        stage.show(XHTML)
    stage.page.evaluate(NEXT_FRAME)
    expect(fallback(stage.page)).to_be_visible()
    shoot(stage.page, "terugval a page of xhtml")


def test_two_versions_on_one_page_do_not_fight(stage: Stage) -> None:
    newer = SCRIPT.replace(b"alles op Mijn Buurt Assen", b"alles in de nieuwste versie")
    assert newer != SCRIPT
    answers = mba() | {"/w/2/mba.js": Answer(newer, "text/javascript", OPEN)}
    scripts = tag("{ours}", path="/w/1.0.0/mba.js") + tag("{ours}", path="/w/2/mba.js")
    stage.show(plain(), answers, block=widget() + widget('aantal="1"'), script=scripts)
    expect(shown(stage.page)).to_have_count(4)
    assert stage.page.locator("[part=alles]").count() == 2
    shoot(stage.page, "twee versies")


def test_the_first_script_on_a_page_may_be_the_only_one_that_works(stage: Stage) -> None:
    scripts = tag("{ours}", path="/w/9/mba.js") + tag("{ours}")
    stage.show(plain(), script=scripts)
    expect(shown(stage.page)).to_have_count(3)


# ------------------------------------------------------------------------------------------------- hostile data


LONG = "Hottentottententententoonstelling" * 10


def item(**changes: object) -> dict[str, object]:
    return {**STORY, **changes}


def test_what_stands_in_a_title_is_text_and_nothing_else(stage: Stage) -> None:
    evil = '<img src=x onerror="window.ran = 1"><script>window.ran = 2</script>'
    items = [item(title=evil, summary=evil, _mba={"soort": "activiteit", "begint": "2026-01-01", "plaats": evil})]
    stage.show(plain(), mba(feed(*items, name=evil)))
    expect(shown(stage.page)).to_have_count(1)
    assert shown(stage.page).inner_text() == evil
    assert stage.page.evaluate("window.ran") is None
    assert stage.page.locator("mba-nieuws img, mba-nieuws script").count() == 0


@pytest.mark.parametrize(
    "address",
    [
        "javascript:window.ran=1",
        " javascript:window.ran=1",
        "JavaScript:window.ran=1",
        "data:text/html,<script>window.ran=1</script>",
        "vbscript:x",
        "/verhalen/soep/",
        "",
        None,
        5,
        ["javascript:window.ran=1"],
        {"href": "https://mba.example.nl/"},
    ],
)
def test_a_piece_without_a_web_address_is_left_out(address: object, stage: Stage) -> None:
    stage.show(plain(), mba(feed(item(url=address), STORY)))
    expect(shown(stage.page)).to_have_count(1)
    assert stage.page.evaluate("window.ran") is None


def test_a_photo_may_only_come_from_a_web_address(stage: Stage) -> None:
    stage.show(plain(), mba(feed(item(image="javascript:window.ran=1"))), block=widget("met-fotos"))
    expect(shown(stage.page)).to_have_count(1)
    assert stage.page.locator("mba-nieuws img").count() == 0


def test_a_photo_that_does_not_come_leaves_no_hole(stage: Stage) -> None:
    answers = mba()
    address = stage.serve(answers)
    answers["/feeds/wijk-peelo.json"] = feed(item(image=f"{address}/weg.webp", _mba={"alt": "Een tent"}))
    partner = stage.serve({"/": plain().answer(address, widget("met-fotos"))})
    with stage.page.expect_response(f"{address}/weg.webp"):
        stage.page.goto(f"{partner}/")
    expect(stage.page.locator("mba-nieuws img")).to_have_count(0)
    expect(shown(stage.page)).to_have_count(1)


@pytest.mark.parametrize(
    "title", [LONG, "W" * 300, "🎄🥣👩‍👩‍👧‍👦 soep", "مرحبا بكم في آسن", "e\u0301\u0323" * 40, "\u202egnirts desrever"]
)
def test_any_title_stays_within_its_place(title: str, stage: Stage) -> None:
    stage.page.set_viewport_size({"width": 320, "height": 700})
    stage.show(plain(), mba(feed(item(title=title, summary=title), STORY)))
    expect(shown(stage.page)).to_have_count(2)
    assert shown(stage.page).first.text_content() == title
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 320
    shoot(stage.page, f"titel {ascii(title)[:20]}")


BAD_FEEDS: dict[str, Answer] = {
    "five megabytes": replace(feed(item(content_text="x" * 5_000_000))),
    "no JSON": Answer("{", JSON, OPEN),
    "a page instead of a feed": Answer("<!doctype html><title>Storing</title>", headers=OPEN),
    "JSON, but nothing": Answer("null", JSON, OPEN),
    "JSON, but a list": Answer("[]", JSON, OPEN),
    "JSON, but not a feed": Answer('{"items": 5}', JSON, OPEN),
    "only pieces that cannot be shown": feed(item(url="javascript:1"), None, 5, item(title=7)),
    "empty": Answer("", JSON, OPEN),
    "404": Answer(status=404, headers=OPEN),
    "500": Answer("Storing", status=500, headers=OPEN),
    "in circles": Answer(status=302, headers={**OPEN, "Location": "/feeds/wijk-peelo.json"}),
    "without CORS": Answer(feed(*NEWS).body, JSON),
    "cut off": Answer(feed(*NEWS).body, JSON, {**OPEN, "Content-Length": "999999"}),
    "not what it says": Answer(feed(*NEWS).body, JSON, {**OPEN, "Content-Encoding": "gzip"}),
    "nested without end": Answer("[" * 100_000, JSON, OPEN),
}


@pytest.mark.parametrize("name", BAD_FEEDS)
def test_the_link_stands_when_the_feed_is(name: str, stage: Stage) -> None:
    stage.page.add_init_script(LISTEN)
    stage.show(plain(), mba(BAD_FEEDS[name]))
    stage.page.wait_for_function("window.said.length === 1")
    expect(fallback(stage.page)).to_be_visible()
    assert shown(stage.page).count() == 0
    assert stage.page.evaluate("window.said[0].scope") == "wijk-peelo"
    assert stage.page.evaluate("window.said[0].reden")


def test_the_link_stands_when_our_server_says_nothing_at_all(stage: Stage) -> None:
    stage.page.add_init_script(LISTEN)
    stage.page.clock.install()
    answers = mba(Answer(hangs=True))
    address = stage.serve(answers)
    partner = stage.serve({"/": plain().answer(address)})
    with stage.page.expect_request(f"{address}/feeds/wijk-peelo.json"):
        stage.page.goto(f"{partner}/")
    expect(fallback(stage.page)).to_be_visible()
    stage.page.clock.fast_forward(9000)
    stage.page.wait_for_function("window.said.length === 1")
    expect(fallback(stage.page)).to_be_visible()


@pytest.mark.parametrize(
    "script",
    [
        Answer(status=404, headers=OPEN),
        Answer(status=500, headers=OPEN),
        Answer(SCRIPT, "text/javascript"),
        Answer(SCRIPT, "text/html", OPEN),
        Answer("dit is geen script (", "text/javascript", OPEN),
    ],
    ids=["404", "500", "without CORS", "as a page", "nonsense"],
)
def test_the_link_stands_when_the_script_itself_is(script: Answer, stage: Stage, faults: list[str]) -> None:
    stage.show(plain(), mba() | {"/w/1/mba.js": script})
    stage.page.wait_for_load_state()
    expect(fallback(stage.page)).to_be_visible()
    assert stage.page.evaluate("customElements.get('mba-nieuws') === undefined")
    faults.clear()  # the browser says itself that nonsense is no script


def test_the_link_stands_when_the_script_is_not_the_one_that_was_promised(stage: Stage) -> None:
    promise = f' integrity="{integrity_of(SCRIPT)}" crossorigin="anonymous"'
    stage.show(
        plain(),
        mba() | {"/w/1.0.0/mba.js": Answer(SCRIPT + b"\n", "text/javascript", OPEN)},
        script=tag("{ours}", path="/w/1.0.0/mba.js", attributes=promise),
    )
    stage.page.wait_for_load_state()
    expect(fallback(stage.page)).to_be_visible()
    assert shown(stage.page).count() == 0


def test_the_script_that_was_promised_is_run(stage: Stage) -> None:
    promise = f' integrity="{integrity_of(SCRIPT)}" crossorigin="anonymous"'
    stage.show(plain(), script=tag("{ours}", path="/w/1.0.0/mba.js", attributes=promise))
    expect(shown(stage.page)).to_have_count(3)


@pytest.mark.parametrize("scope", ["../../w/1/mba.js?", "wijk/peelo", "wijk-peelo.json#", "WIJK"])
def test_a_scope_is_a_name_and_no_way_to_another_file(scope: str, stage: Stage) -> None:
    stage.page.add_init_script(LISTEN)
    asked: list[str] = []
    stage.page.on("request", lambda request: asked.append(request.url))
    stage.show(plain(), block=widget(scope=scope))
    stage.page.wait_for_function("window.said.length === 1")
    assert not [address for address in asked if "/feeds/" in address]


# ------------------------------------------------------------------------------------------------- what it shows


def test_each_kind_of_piece_says_when(stage: Stage) -> None:
    stage.show(plain(), mba(feed(CALL, ONGOING, STORY, EVENT)), block=widget('aantal="4"'))
    expect(shown(stage.page)).to_have_count(4)
    lines = [" ".join(text.split()) for text in stage.page.locator("[part=meta]").all_inner_texts()]
    assert lines == [
        "Voorbeeld Meedoen kan tot en met dinsdag 15 december 2099",
        "Je kunt altijd meedoen",
        "maandag 14 april 2025",
        "Afgelast vrijdag 27 november 2026 om 12:00, De Steiger",
    ]
    times = [element.get_attribute("datetime") for element in stage.page.locator("mba-nieuws time").all()]
    assert times == ["2099-12-15", "2025-04-14T00:00:00+02:00", "2026-11-27T12:00:00+01:00"]


@pytest.mark.parametrize("end", [{"sluit_op": "2020-12-15"}, {"gesloten": True}])
def test_a_call_that_has_closed_asks_nobody_anything(stage: Stage, end: dict[str, object]) -> None:
    closed = {**CALL, "title": "Al gesloten", "_mba": {"soort": "oproep", **end}}
    stage.show(plain(), mba(feed(closed, CALL, STORY)))
    expect(shown(stage.page)).to_have_text([str(CALL["title"]), str(STORY["title"])])


def test_a_piece_in_another_language_says_so(stage: Stage) -> None:
    stage.show(plain(), mba(feed(item(language="uk"), STORY)))
    expect(shown(stage.page)).to_have_count(2)
    assert stage.page.locator("[part=stuk]").evaluate_all("all => all.map(e => e.lang)") == ["uk", "nl"]


def test_who_says_u_says_u(stage: Stage) -> None:
    stage.show(plain(), mba(feed(ONGOING)), block=widget('taal="u"'))
    expect(stage.page.locator("[part=meta]")).to_have_text("U kunt altijd meedoen")


def test_no_news_is_an_invitation(stage: Stage) -> None:
    stage.show(plain(), mba(feed()))
    expect(stage.page.locator("[part=leeg]")).to_have_text("Er is nu niets nieuws. Weet jij iets? Vertel het ons.")
    expect(stage.page.locator("[part=alles]")).to_have_attribute("href", "https://mba.example.nl/wijken/peelo/")


@pytest.mark.parametrize(
    ("attributes", "heading", "count"),
    [
        ("", "h3", 3),
        ('kopniveau="2" aantal="1"', "h2", 1),
        ('kopniveau="6" aantal="20"', "h6", 20),
        ('kopniveau="1" aantal="0"', "h2", 3),
        ('kopniveau="9" aantal="99"', "h6", 20),
        ('kopniveau="x" aantal="-5"', "h3", 1),
    ],
)
def test_number_and_level_are_what_is_asked_within_bounds(
    attributes: str, heading: str, count: int, stage: Stage
) -> None:
    stage.show(plain(), mba(feed(*[item(title=f"Verhaal {number}") for number in range(25)])), block=widget(attributes))
    expect(shown(stage.page)).to_have_count(count)
    assert stage.page.locator("[part=kop]").evaluate("e => e.localName") == heading


def test_columns_stand_side_by_side_where_there_is_room_for_them(stage: Stage) -> None:
    stage.show(plain(), block=widget('kolommen="2"'))
    expect(shown(stage.page)).to_have_count(3)
    first, second = (stage.page.locator("[part=stuk]").nth(number).bounding_box() for number in (0, 1))
    assert first is not None
    assert second is not None
    assert (first["y"], first["x"] < second["x"]) == (second["y"], True)
    stage.page.set_viewport_size({"width": 320, "height": 700})
    first, second = (stage.page.locator("[part=stuk]").nth(number).bounding_box() for number in (0, 1))
    assert first is not None
    assert second is not None
    assert first["x"] == second["x"]


def test_photos_come_only_when_they_are_asked_for(stage: Stage) -> None:
    pixel = Answer(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><path d="M0 0h16v9H0z"/></svg>', "image/svg+xml"
    )
    answers = mba() | {"/tent.svg": pixel}
    address = stage.serve(answers)
    answers["/feeds/wijk-peelo.json"] = feed(item(image=f"{address}/tent.svg", _mba={"alt": "Een tent"}))
    policy = {"Content-Security-Policy": documented(address, f"img-src {address}")}
    block = widget("met-fotos") + widget()
    partner = stage.serve({"/": plain(headers=policy).answer(address, block)})
    stage.page.goto(f"{partner}/")
    expect(shown(stage.page)).to_have_count(2)
    photos = stage.page.locator("mba-nieuws img")
    expect(photos).to_have_count(1)
    assert photos.get_attribute("alt") == "Een tent"
    assert photos.evaluate("e => e.decode().then(() => e.naturalWidth)") == 16


def test_the_list_is_a_list_with_one_link_per_piece(stage: Stage) -> None:
    stage.show(plain())
    expect(shown(stage.page)).to_have_count(3)
    assert stage.page.get_by_role("list").count() == 1
    assert stage.page.get_by_role("listitem").count() == 3
    assert stage.page.locator("[part=stuk]").evaluate_all("all => all.map(e => e.querySelectorAll('a').length)") == [
        1,
        1,
        1,
    ]


def test_letters_are_the_partner_s_and_colours_are_what_the_partner_says(stage: Stage) -> None:
    style = (
        "body { font-family: 'Courier New'; font-size: 20px; color: rgb(1, 2, 3) }"
        " mba-nieuws { --mba-link: rgb(4, 5, 6); --mba-accent: rgb(7, 8, 9) }"
        " mba-nieuws::part(link) { font-style: italic }"
    )
    stage.show(plain(style))
    expect(shown(stage.page)).to_have_count(3)
    found = shown(stage.page).first.evaluate(
        "e => { const s = getComputedStyle(e); return [s.fontFamily, s.fontSize, s.color, s.fontStyle] }"
    )
    assert found == ['"Courier New"', "20px", "rgb(4, 5, 6)", "italic"]
    assert stage.page.locator("[part=samenvatting]").first.evaluate("e => getComputedStyle(e).color") == "rgb(1, 2, 3)"
    edge = stage.page.locator("[part=blok]").evaluate("e => getComputedStyle(e).borderInlineStartColor")
    assert edge == "rgb(7, 8, 9)"


def test_nothing_is_asked_before_the_widget_comes_near(stage: Stage) -> None:
    asked: list[str] = []
    stage.page.on("request", lambda request: asked.append(request.url))
    stage.show(plain("h1 { margin-bottom: 5000px }"))
    stage.page.evaluate("customElements.whenDefined('mba-nieuws').then(() => null)")
    stage.page.evaluate(NEXT_FRAME)
    assert not [address for address in asked if "/feeds/" in address]
    fallback(stage.page).scroll_into_view_if_needed()
    expect(shown(stage.page)).to_have_count(3)


def test_a_widget_that_a_page_puts_in_later_or_moves_works_as_well(stage: Stage) -> None:
    stage.show(plain(), block="<section></section><aside></aside>")
    stage.page.evaluate(
        """markup => {
            document.querySelector("section").innerHTML = markup;
            document.querySelector("aside").append(document.querySelector("mba-nieuws"));
        }""",
        widget(),
    )
    expect(shown(stage.page)).to_have_count(3)


# ------------------------------------------------------------------------------------- privacy, audit and weight


def test_one_script_and_one_feed_are_asked_and_nothing_is_kept(stage: Stage) -> None:
    asked: list[tuple[str, str | None, str | None]] = []
    stage.page.on(
        "request",
        lambda request: asked.append(
            (request.url, request.all_headers().get("cookie"), request.all_headers().get("referer"))
        ),
    )
    eager = {name: replace(answer, headers={**answer.headers, "Set-Cookie": "a=b"}) for name, answer in mba().items()}
    ours = stage.show(plain(headers=_REFERRER), eager)
    expect(shown(stage.page)).to_have_count(3)
    stage.page.reload()
    expect(shown(stage.page)).to_have_count(3)
    of_us = [(url.removeprefix(ours), cookie) for url, cookie, _ in asked if url.startswith(ours)]
    assert set(of_us) == {("/w/1/mba.js", None), ("/feeds/wijk-peelo.json", None)}
    assert all(referer is None for url, _, referer in asked if url.endswith(".json"))
    assert stage.page.context.cookies() == []
    kept = """async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
        self.caches ? (await caches.keys()).length : 0, document.cookie]"""
    assert stage.page.evaluate(kept) == [0, 0, 0, 0, ""]


_REFERRER = {"Referrer-Policy": "unsafe-url"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("style", ["", "body { background: #111; color: #eee; font: 18px sans-serif }"])
def test_axe_finds_nothing_on_a_page_with_the_widget(scheme: str, style: str, stage: Stage) -> None:
    stage.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    stage.show(plain(style), mba(feed(CALL, ONGOING, STORY, EVENT)), block=widget('aantal="20" kopniveau="2"'))
    expect(shown(stage.page)).to_have_count(4)
    assert violations(stage.page) == []


def test_the_script_is_light() -> None:
    assert len(gzip.compress(SCRIPT, 6)) <= 3_000


def test_the_script_uses_nothing_that_a_strict_page_forbids() -> None:
    text = SCRIPT.decode()
    words = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "DOMParser",
        "document.write",
        "eval",
        "cookie =",
        "Storage",
    )
    assert [word for word in words if word in text] == []


def test_feeds_of_the_tests_are_as_we_publish_them() -> None:
    whole = json.loads(feed(*NEWS).body)
    assert whole["version"] == "https://jsonfeed.org/version/1.1"
    assert set(whole["_mba"]) == {"scope", "naam", "kleur", "alles_url"}
