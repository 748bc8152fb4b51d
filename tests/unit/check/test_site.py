"""What only shows between pages: links, anchors and files that lead nowhere, requests to others, twin titles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.check import check_site
from generator.diagnostics import Diagnostic
from generator.model.facts import Flaw, PageFacts
from generator.model.plan import Artifact, WriteText
from tests.unit.examples import told

FILES = {
    "index.html": "content/index.md",
    "404.html": None,
    "verhalen/index.html": None,
    "verhalen/soep/index.html": "content/verhalen/soep.md",
    "wijken/café/index.html": "content/wijken/cafe.md",
    "assets/style.1.css": None,
    "assets/emblems.1.svg": None,
    "feeds/alles.xml": None,
}
ARTIFACTS = {path: Artifact(path, WriteText(""), "sleutel", origin) for path, origin in FILES.items()}
LINES = {("content/verhalen/soep.md", "/verhalen/brood/"): 9, ("content/verhalen/soep.md", "#weg"): 10}
SOUP = "verhalen/soep/index.html"


def facts(
    title: str = "Soep",
    *,
    links: tuple[str, ...] = (),
    files: tuple[str, ...] = (),
    anchors: tuple[str, ...] = (),
    flaws: tuple[Flaw, ...] = (),
) -> PageFacts:
    return PageFacts(title, "Een zin.", links, files, anchors, flaws)


OTHERS = {
    "index.html": facts("Home", anchors=("inhoud",)),
    "verhalen/index.html": facts("Verhalen", anchors=("2026", "één")),
    "wijken/café/index.html": facts("Café"),
}


def check(
    page: PageFacts, *, path: str = SOUP, base: str = "", dead: frozenset[str] = frozenset()
) -> tuple[Diagnostic, ...]:
    pages = {**OTHERS, path: page}
    return check_site(pages, pages, ARTIFACTS, base, f"https://proef.nl{base}", LINES, dead)


@pytest.mark.parametrize(
    "href",
    [
        "/",
        "/verhalen/",
        "/verhalen/#2026",
        "/verhalen/#%C3%A9%C3%A9n",
        "/verhalen/?pagina=2#2026",
        "/404.html",
        "/feeds/alles.xml",
        "/wijken/caf%C3%A9/",
        "/wijken/café/",
        "../",
        "../../",
        "../../#inhoud",
        "./",
        "#kop",
        "https://x.nl/",
        "http://x.nl/",
        "//x.nl/",
        "mailto:a@b.nl",
        "tel:112",
        "HTTPS://X.NL/pad/",
        "Mailto:a@b.nl",
    ],
)
def test_a_link_that_leads_somewhere_is_fine(href: str) -> None:
    assert check(facts(links=(href,), anchors=("kop",))) == ()


@pytest.mark.parametrize(
    ("href", "line", "tip"),
    [
        ("/verhalen/brood/", 9, "kijk het adres na in je browser"),
        ("/verhale/", 1, "bedoel je '/verhalen/'?"),
        ("/verhalen", 1, "bedoel je '/verhalen/'?"),
        ("/qqqq/qqqq/qqqq/qqqq/qqqq/", 1, "kijk het adres na in je browser"),
    ],
)
def test_a_dead_link_is_told_at_the_line_of_the_text_that_has_it(href: str, line: int, tip: str) -> None:
    (found,) = check(facts(links=(href,)))
    assert (found.file, told([found])) == ("content/verhalen/soep.md", [f"{line} fout dode-link"])
    assert found.message == f"'{href}' bestaat niet op deze site"
    assert found.tip == tip


@pytest.mark.parametrize("href", ["../brood/", "weg.html", "../../../../verhalen/weg/"])
def test_a_dead_link_from_where_the_page_is_is_told_as_well(href: str) -> None:
    assert told(check(facts(links=(href,)))) == ["1 fout dode-link"]


def test_a_dead_link_of_a_page_without_a_file_is_told_of_the_page() -> None:
    (found,) = check(facts(links=("/weg/",)), path="404.html")
    assert found.file == "404.html"


def test_a_dead_link_that_was_told_before_is_not_told_for_every_page() -> None:
    assert check(facts(links=("/weg/", "/weg/#x")), dead=frozenset({"/weg/"})) == ()


@pytest.mark.parametrize(
    ("href", "line", "tip"),
    [
        ("/verhalen/#2025", 1, "bedoel je '#2026'?"),
        ("../#2025", 1, "bedoel je '#2026'?"),
        ("#weg", 10, "kijk op de pagina welke kop je bedoelt"),
    ],
)
def test_a_dead_anchor_is_told(href: str, line: int, tip: str) -> None:
    (found,) = check(facts(links=(href,)))
    assert (told([found]), found.tip) == ([f"{line} fout dood-anker"], tip)


def test_an_anchor_in_a_file_that_is_no_page_is_not_looked_for() -> None:
    assert check(facts(links=("/feeds/alles.xml#x", "/assets/emblems.1.svg#peelo"))) == ()


@pytest.mark.parametrize(
    ("href", "codes"),
    [
        ("/buurt/verhalen/", []),
        ("/buurt/", []),
        ("/buurt/verhalen/#2026", []),
        ("../", []),
        ("/verhalen/", ["dode-link"]),
        ("/buurtje/verhalen/", ["dode-link"]),
        ("/buurt/weg/", ["dode-link"]),
    ],
)
def test_a_site_that_lives_under_a_path_has_links_under_that_path(href: str, codes: list[str]) -> None:
    assert [found.code for found in check(facts(links=(href,)), base="/buurt")] == codes


def test_the_line_of_a_link_is_known_under_a_path_as_well() -> None:
    assert told(check(facts(links=("/buurt/verhalen/brood/",)), base="/buurt")) == ["9 fout dode-link"]


@pytest.mark.parametrize(
    "href",
    [
        "/assets/style.1.css",
        "https://proef.nl/assets/style.1.css",
        "/assets/emblems.1.svg#peelo",
        "data:image/png;base64,AA",
        "#hier",
    ],
)
def test_a_page_may_load_what_is_its_own(href: str) -> None:
    assert check(facts(files=(href,), anchors=("hier",))) == ()


@pytest.mark.parametrize("href", ["https://cdn.x.nl/a.js", "//cdn.x.nl/a.js", "http://x.nl/pixel.gif"])
def test_a_page_loads_nothing_from_others(href: str) -> None:
    (found,) = check(facts(files=(href,)))
    assert (told([found]), found.tip) == (["1 fout verzoek-buiten"], "alles wat een pagina laadt, hoort in het thema")


def test_another_host_that_begins_with_our_own_address_is_another_host() -> None:
    assert [found.code for found in check(facts(files=("https://proef.nl.kwaad.nl/a.js",)))] == ["verzoek-buiten"]


@pytest.mark.parametrize("href", ["/assets/weg.css", "weg.css", "https://proef.nl/assets/weg.css"])
def test_a_page_loads_nothing_that_is_not_there(href: str) -> None:
    assert told(check(facts(files=(href,)))) == ["1 fout bestand-ontbreekt"]


def test_the_flaws_of_a_page_are_told_of_its_content_file() -> None:
    page = facts(flaws=(Flaw("kop-leeg", "er is een kop zonder tekst", "tip"), Flaw("code", "let op", warning=True)))
    found = check(page)
    assert told(found) == ["1 fout kop-leeg", "1 waarschuwing code"]
    assert found[0].file == "content/verhalen/soep.md"
    assert found[0].message == "er is een kop zonder tekst (/verhalen/soep/index.html)"
    assert found[0].tip == "tip"


def test_two_pages_with_one_title_are_told() -> None:
    (found,) = check(facts("Verhalen"))
    assert (found.file, told([found])) == ("content/verhalen/soep.md", ["1 waarschuwing titel-dubbel"])
    assert found.message == "deze titel heeft /verhalen/index.html ook"


@pytest.mark.parametrize(
    "page", [replace(facts("Verhalen"), is_redirect=True), replace(facts("Verhalen"), noindex=True)]
)
def test_pages_that_nobody_finds_may_share_a_title(page: PageFacts) -> None:
    assert check(page) == ()
