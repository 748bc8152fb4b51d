"""One page, read in one walk: what it says of itself, and every flaw that it has on its own."""

from __future__ import annotations

import pytest

from generator.check import read_facts
from generator.model.facts import Flaw, PageFacts

HEAD = '<meta charset="utf-8"><title>Soep</title><meta name="description" content="Er was soep.">'
TOP = "<h1>Soep</h1>"


def page(body: str = TOP, *, head: str = HEAD, html: str = '<html lang="nl">') -> PageFacts:
    return read_facts(f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>")


def flaws(body: str = TOP, *, head: str = HEAD, html: str = '<html lang="nl">') -> list[str]:
    return [flaw.code for flaw in page(body, head=head, html=html).flaws]


def test_a_page_says_what_it_is_and_where_it_leads() -> None:
    found = page(
        f'{TOP}<p id="top"><a href="/wijken/#kaart">Wijken</a> <a href="https://x.nl">x</a></p>'
        '<a href="/wijken/#kaart">Nog eens</a>'
        '<img src="/a.webp" srcset="/b.webp 480w, /c.webp 960w" alt=""><h2 id="kop">Kop</h2>'
    )
    assert found == PageFacts(
        title="Soep",
        description="Er was soep.",
        links=("/wijken/#kaart", "https://x.nl"),
        files=("/a.webp", "/b.webp", "/c.webp"),
        anchors=("top", "kop"),
        weight=183,
    )


@pytest.mark.parametrize(
    ("html", "files", "links"),
    [
        ('<link rel="stylesheet" href="/s.css">', ["/s.css"], []),
        ('<link rel="icon" href="/i.svg">', ["/i.svg"], []),
        ('<link rel="preload stylesheet" href="/s.css">', ["/s.css"], []),
        ('<link rel="canonical" href="https://proef.nl/x/">', [], []),
        ('<link rel="alternate" href="/feeds/alles.xml">', [], ["/feeds/alles.xml"]),
        ('<script src="/w.js"></script>', ["/w.js"], []),
        ('<iframe src="/w/1/" title="x"></iframe>', ["/w/1/"], []),
        ('<picture><source srcset="/a.avif 1x,/b.avif 2x"></picture>', ["/a.avif", "/b.avif"], []),
        ('<svg><use href="/e.svg#peelo"></use></svg>', ["/e.svg#peelo"], []),
        ('<video src="/f.mp4"></video>', ["/f.mp4"], []),
        ('<object data="/o.svg"></object>', ["/o.svg"], []),
        ("<a>zonder adres</a>", [], []),
    ],
)
def test_what_a_page_loads_is_told_from_where_it_leads(html: str, files: list[str], links: list[str]) -> None:
    found = page(TOP + html)
    assert (list(found.files), list(found.links)) == (files, links)


@pytest.mark.parametrize(
    "body",
    [
        TOP,
        f"{TOP}<h2>a</h2><h3>b</h3><h2>c</h2>",
        f'{TOP}<img src="/x.webp" alt="">',
        f'{TOP}<img src="/x.webp" alt>',
        f'{TOP}<a href="/x/"><img src="/x.webp" alt="Soep"></a>',
        f'{TOP}<a href="/x/" aria-label="Soep"><svg></svg></a>',
        f'{TOP}<script type="application/ld+json">{{}}</script>',
        f'{TOP}<script src="/x.js"></script>',
        "<h1>Een <em>kop</em></h1>",
    ],
)
def test_a_page_without_flaws_has_none(body: str) -> None:
    assert flaws(body) == []


@pytest.mark.parametrize(
    ("body", "flaw"),
    [
        (f'{TOP}<img src="/x.webp">', "alt-ontbreekt"),
        (f"{TOP}<script>1</script>", "script-in-pagina"),
        (f'{TOP}<script type="module">1</script>', "script-in-pagina"),
        (f'{TOP}<p onclick="x()">a</p>', "script-in-pagina"),
        (f"{TOP}<style>a {{}}</style>", "stijl-in-pagina"),
        (f'{TOP}<p style="color: red">a</p>', "stijl-in-pagina"),
        (f'{TOP}<p id="a">a</p><p id="a">b</p>', "id-dubbel"),
        (f'{TOP}<a href="/x/"></a>', "link-leeg"),
        (f'{TOP}<a href="/x/"> <img src="/x.webp" alt=""> </a>', "link-leeg"),
        (f"{TOP}<h2> </h2>", "kop-leeg"),
        (f"{TOP}<h3>a</h3>", "kop-overgeslagen"),
        (f"{TOP}<h2>a</h2><h5>b</h5>", "kop-overgeslagen"),
        ("<p>a</p>", "kop-een"),
        (f"{TOP}<h1>Nog een</h1>", "kop-een"),
    ],
)
def test_each_flaw_of_a_body_is_found_once(body: str, flaw: str) -> None:
    assert flaws(body) == [flaw]


@pytest.mark.parametrize(
    ("head", "html", "flaw"),
    [
        (HEAD.replace("<title>Soep</title>", ""), '<html lang="nl">', "titel-ontbreekt"),
        (HEAD.replace("Soep", " "), '<html lang="nl">', "titel-ontbreekt"),
        (HEAD.replace("Er was soep.", " "), '<html lang="nl">', "omschrijving-ontbreekt"),
        (HEAD.replace('name="description"', 'name="andere"'), '<html lang="nl">', "omschrijving-ontbreekt"),
        (HEAD, "<html>", "taal-ontbreekt"),
        (HEAD, '<html lang="">', "taal-ontbreekt"),
    ],
)
def test_each_flaw_of_a_head_is_found_once(head: str, html: str, flaw: str) -> None:
    assert flaws(head=head, html=html) == [flaw]


def test_a_heading_with_a_picture_that_has_a_text_is_not_empty() -> None:
    assert flaws(f'{TOP}<h2><img src="/x.webp" alt="Soep"></h2>') == []


def test_the_title_of_a_drawing_is_not_the_title_of_the_page() -> None:
    found = page(f"{TOP}<svg><title>Tekening</title></svg>")
    assert (found.title, found.flaws) == ("Soep", ())


def test_a_flaw_says_where_to_mend_it() -> None:
    (found,) = page(f"{TOP}<h3>Te diep</h3>").flaws
    assert found == Flaw(
        "kop-overgeslagen",
        "na een kop van niveau 1 komt niveau 3: 'Te diep'",
        "dit zit in het thema; maak de laatste wijziging daar ongedaan",
    )


def test_the_same_flaw_twice_is_told_once() -> None:
    assert flaws(f'{TOP}<p style="a">a</p><p style="b">b</p>') == ["stijl-in-pagina"]


def test_a_page_that_sends_on_needs_no_heading_and_no_description() -> None:
    head = '<title>Soep</title><meta http-equiv="Refresh" content="0; url=../soep/">'
    found = page('<a href="../soep/">Soep</a>', head=head)
    assert (found.is_redirect, found.links, found.flaws) == (True, ("../soep/",), ())


@pytest.mark.parametrize(
    ("robots", "noindex"), [("noindex", True), ("index, nofollow", False), ("nofollow, noindex", True)]
)
def test_a_page_can_ask_not_to_be_found(robots: str, noindex: bool) -> None:  # noqa: FBT001
    assert page(head=f'{HEAD}<meta name="robots" content="{robots}">').noindex is noindex


@pytest.mark.parametrize("html", ["", "geen html", "<", "<p>", "\0", "<html><html></html>"])
def test_anything_can_be_read(html: str) -> None:
    assert "titel-ontbreekt" in {flaw.code for flaw in read_facts(html).flaws}


FRAMED = f'<base target="_top">{HEAD}'


def test_a_page_that_stands_in_a_frame_has_an_h2_as_its_main_heading() -> None:
    assert flaws("<h2>Soep</h2><h3>Brood</h3>", head=FRAMED) == []


@pytest.mark.parametrize("body", ["<p>Soep</p>", "<h2>Soep</h2><h2>Brood</h2>", "<h1>Soep</h1><h2>Brood</h2>"])
def test_a_page_that_stands_in_a_frame_has_one_such_heading_and_no_h1(body: str) -> None:
    assert "kop-een" in flaws(body, head=FRAMED)


def test_an_h2_is_no_main_heading_where_links_open_in_the_page_itself() -> None:
    assert flaws("<h2>Soep</h2>") == ["kop-een"]
