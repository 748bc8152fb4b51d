"""Every feed of a site holds in the programs of others: feedparser, the rules of RFC 4287, the schema of JSON Feed."""

from __future__ import annotations

import datetime as dt
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import feedparser
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model.feed import FeedImage, FeedItem, FeedTag, FeedView
from generator.model.plan import Artifact, EncodeData, RenderTemplate
from generator.parse.schema.texts import read_text
from generator.render import Renderer
from tests.browser.real_site import build_real_site
from tests.harness import CALL, PEELO, SETTINGS, STORY, TinySite, photo, quick_folder
from tests.test_components import FILES as THEME

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
ONCE = ("id", "title", "updated", "published", "summary", "content", "subtitle", "icon")
Feed = dict[str, Any]


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


JSON_FEED, OURS = validator("json-feed-1.1.json"), validator("mba-feed.json")


def check_json(data: bytes) -> Feed:
    """Read a JSON Feed that must hold to both schemas; no key stands in it twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({name for name, _ in pairs}) == len(pairs)
        return dict(pairs)

    feed = json.loads(data, object_pairs_hook=once)
    for schema in (JSON_FEED, OURS):
        assert [f"{list(found.absolute_path)}: {found.message}" for found in schema.iter_errors(feed)] == []
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return dict(feed)


def check_atom(data: bytes) -> Any:  # noqa: ANN401 - feedparser's own kind of mapping
    """Read an Atom feed that must hold to what RFC 4287 asks; gives what feedparser makes of it."""
    root = ET.fromstring(data)  # noqa: S314 - it is our own
    assert root.tag == f"{ATOM}feed"
    check_element(root, "feed")
    for entry in root.findall(f"{ATOM}entry"):
        check_element(entry, "entry")
    found = feedparser.parse(data)
    assert (found.bozo, found.version) == (False, "atom10"), found.get("bozo_exception")
    return found


def check_element(element: ET.Element, name: str) -> None:
    """Check sections 4.1.1, 4.1.2 and 4.2: what must be there, what only once, and what it looks like."""
    counts = {child: len(element.findall(f"{ATOM}{child}")) for child in (*ONCE, "author")}
    assert [counts[child] for child in ("id", "title", "updated")] == [1, 1, 1], name
    assert all(counts[child] <= 1 for child in ONCE)
    assert name == "entry" or counts["author"] == 1, "entries have no author, so the feed must have one"
    assert urlsplit(element.findtext(f"{ATOM}id") or "").scheme in {"http", "https"}
    for child in ("updated", "published"):
        for found in element.findall(f"{ATOM}{child}"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", found.text or "")
    links = [link.attrib for link in element.findall(f"{ATOM}link")]
    alternates = [(link["type"], link.get("hreflang")) for link in links if link["rel"] == "alternate"]
    assert alternates
    assert len(set(alternates)) == len(alternates), "no two alternate links of one type and language"
    assert all(urlsplit(link["href"]).netloc for link in links)
    if name == "feed":
        assert [link["href"] for link in links if link["rel"] == "self"] == [element.findtext(f"{ATOM}id")]
    content = element.find(f"{ATOM}content")
    if content is not None:
        assert (content.get("type"), [child.tag for child in content]) == (
            "xhtml",
            ["{http://www.w3.org/1999/xhtml}div"],
        )


# --- the real site ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("feeds"))


def feeds_in(output: Path, kind: str) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted((output / "feeds").glob(f"*.{kind}"))}


def test_every_atom_feed_of_the_real_site_is_clean(real: Path) -> None:
    found = {scope: check_atom(data) for scope, data in feeds_in(real, "xml").items()}
    assert {"alles", "verhalen", "oproepen", "agenda", "wijk-peelo", "thema-groen"} <= set(found)
    assert len(found["alles"].entries) == 20
    assert all(len(feed.entries) <= 20 for feed in found.values())


def test_every_json_feed_of_the_real_site_holds_to_the_schema(real: Path) -> None:
    found = {scope: check_json(data) for scope, data in feeds_in(real, "json").items()}
    assert set(found) == set(feeds_in(real, "xml"))
    assert all(feed["_mba"]["scope"] == scope for scope, feed in found.items())
    assert re.fullmatch("#[0-9a-f]{6}", found["wijk-peelo"]["_mba"]["kleur"])


def test_the_two_forms_of_a_feed_say_the_same(real: Path) -> None:
    atoms = feeds_in(real, "xml")
    for scope, data in feeds_in(real, "json").items():
        feed, atom = check_json(data), check_atom(atoms[scope])
        assert [(item["id"], item["title"], item["summary"], item["date_published"]) for item in feed["items"]] == [
            (entry.id, entry.title, entry.summary, entry.published) for entry in atom.entries
        ]
        assert (feed["title"], feed["home_page_url"]) == (atom.feed.title, atom.feed.link)


def test_every_page_leads_to_feeds_calendars_and_embeds_that_are_there(real: Path) -> None:
    site = "https://mijnbuurtassen.example.nl/"
    led: dict[str, set[str]] = {}
    for path in real.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        for link in tree.css('link[rel="alternate"]'):
            href = str(link.attributes["href"])
            assert href.startswith(site)
            assert link.attributes["title"]
            assert (real / href.removeprefix(site)).is_file(), f"{path}: {href}"
            led.setdefault(path.parent.relative_to(real).as_posix(), set()).add(str(link.attributes["type"]))
    feeds = {"application/atom+xml", "application/feed+json"}
    assert led["."] == led["verhalen"] == led["oproepen"] == led["themas/groen"] == feeds
    assert led["agenda"] == feeds | {"text/calendar"}
    assert led["wijken/peelo"] == feeds | {"text/calendar", "application/json+oembed"}
    assert led["oproepen/superbuur"] == {"application/json+oembed"}
    assert led["agenda/opruimdag-peelo"] == {"text/calendar"}
    offered = {path.relative_to(real).as_posix() for path in real.rglob("*") if path.name == "oembed.json"}
    assert {f"{page}/oembed.json" for page, kinds in led.items() if "application/json+oembed" in kinds} == offered


def test_every_address_in_a_feed_is_a_page_or_file_of_the_site(real: Path) -> None:
    site = "https://mijnbuurtassen.example.nl/"
    for data in feeds_in(real, "json").values():
        feed = check_json(data)
        named = [feed[name] for name in ("home_page_url", "feed_url", "icon")]
        named += [item["url"] for item in feed["items"]]
        for address in named:
            name = address.removeprefix(site)
            assert (real / (f"{name}index.html" if not name or name.endswith("/") else name)).is_file(), address


# --- any title -------------------------------------------------------------------------------------------------------

HARD = (
    'Soep & brood, "vers" <b>van</b> \'t plein',
    "Één café in de Čapekstraat – à la carte…",
    "Feest 🎉👩‍👩‍👧‍👦 op het plein 🏳️‍🌈",
    "مرحبا بكم في آسن – שלום",
    "]]> <!-- &amp; &#0; <![CDATA[ ?>",
    "<script>alert(1)</script>",
    "\u202eomgekeerd\u202c \u200bnul\u2028breed",
    "𝔐𝔦𝔧𝔫 𐍈 \U0001fad6",
    '\\ \\n \\u0000 " }',
)


def readable(text: str) -> bool:
    """Tell whether a writer may type this: the settings of a piece refuse what is no character."""
    try:
        return read_text(text) == text
    except ValueError:
        return False


words = st.one_of(st.sampled_from(HARD).map(read_text), st.text(min_size=1, max_size=40).filter(readable))
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 30))
times = st.none() | st.times().map(lambda time: f"{time:%H:%M}")
tags = st.lists(st.builds(FeedTag, st.just("peelo"), words, st.just("https://proef.example.nl/wijken/")), max_size=2)
images = st.builds(
    FeedImage,
    address=st.just("https://proef.example.nl/assets/feest-960.1.webp"),
    width=st.just(960),
    height=st.just(640),
    media_type=st.just("image/webp"),
    alt=words,
    credit=words,
)
items = st.builds(
    FeedItem,
    address=st.integers(0, 10**6).map(lambda number: f"https://proef.example.nl/verhalen/{number}/"),
    kind=st.sampled_from(["verhaal", "oproep", "activiteit"]),
    title=words,
    summary=words,
    language=st.sampled_from(["nl", "en", "ar"]),
    published=days,
    updated=days,
    wijken=tags.map(tuple),
    themes=tags.map(tuple),
    image=st.none() | images,
    closes_on=st.none() | days,
    begins=st.none() | days,
    begins_time=times,
    ends=st.none() | days,
    ends_time=times,
    place=words,
    cancelled=st.booleans(),
    example=st.booleans(),
)
feeds = st.builds(
    FeedView,
    scope=st.just("wijk-peelo"),
    name=words,
    title=words,
    description=words,
    home=st.just("https://proef.example.nl/wijken/peelo/"),
    feeds=st.just("https://proef.example.nl/feeds/"),
    site_name=words,
    site_address=st.just("https://proef.example.nl/"),
    icon=st.none(),
    color=st.none() | st.just("#1b7a3d"),
    updated=days,
    items=st.lists(items, max_size=4, unique_by=lambda item: item.address).map(tuple),
)
RENDERER = Renderer(THEME, "", bodies=lambda _: "", photos=lambda _: b"")


def atom_of(view: FeedView) -> bytes:
    return RENDERER.render(Artifact("feeds/x.xml", RenderTemplate("formats/feed.xml", view), "sleutel"))


def json_of(view: FeedView) -> bytes:
    return RENDERER.render(Artifact("feeds/x.json", EncodeData(view), "sleutel"))


@given(feeds)
def test_whatever_a_writer_types_comes_out_of_both_feeds_as_it_was(view: FeedView) -> None:
    feed = check_json(json_of(view))
    assert (feed["title"], feed["description"], feed["_mba"]["naam"]) == (view.title, view.description, view.name)
    root = ET.fromstring(atom_of(view))  # noqa: S314
    check_element(root, "feed")
    assert root.findtext(f"{ATOM}title") == view.title
    entries = root.findall(f"{ATOM}entry")
    for item, entry, shown in zip(view.items, entries, feed["items"], strict=True):
        check_element(entry, "entry")
        assert (entry.findtext(f"{ATOM}title"), entry.findtext(f"{ATOM}summary")) == (item.title, item.summary)
        assert (shown["title"], shown["summary"], shown["content_text"]) == (item.title, item.summary, item.summary)
        labels = [category.get("label") for category in entry.findall(f"{ATOM}category")]
        assert labels == shown["tags"] == [tag.name for tag in (*item.wijken, *item.themes)]
        picture = entry.find(f"{MEDIA}content")
        if item.image is None:
            assert picture is None
            assert {"alt", "fotograaf"} & set(shown["_mba"]) == set()
        else:
            assert picture is not None
            assert picture.findtext(f"{MEDIA}description") == shown["_mba"]["alt"] == item.image.alt
            assert picture.get("url") == shown["image"] == item.image.address


@pytest.mark.parametrize("title", HARD)
def test_feedparser_reads_hard_titles_as_they_were(title: str) -> None:
    title = read_text(title)
    day = dt.date(2024, 9, 4)
    item = FeedItem("https://proef.example.nl/a/", "verhaal", title, title, "nl", day, day, (), ())
    address = "https://proef.example.nl/"
    view = FeedView("alles", "x", title, title, address, f"{address}feeds/", title, address, None, None, day, (item,))
    found = feedparser.parse(atom_of(view), sanitize_html=False)
    assert not found.bozo
    entry = found.entries[0]
    assert [entry.title, entry.summary, found.feed.title, found.feed.author] == [title] * 4
    assert entry.published == "2024-09-04T00:00:00+02:00"


# --- a site from its texts -------------------------------------------------------------------------------------------

SHARED = "alt: Mensen om een taart\nfotograaf: Ans\ntoestemming: niet-herkenbaar\n"
WITH_PHOTO = STORY.replace("wijken: [peelo]", "wijken: [peelo]\nfoto: feest.jpg")
FILES = {"site.yaml": SETTINGS, "content/wijken/peelo.md": PEELO, "content/oproepen/superbuur.md": CALL}


@pytest.fixture
def site() -> Iterator[TinySite]:
    with quick_folder() as folder:
        yield TinySite(folder, {**FILES, "content/verhalen/soep.md": STORY})


def built(site: TinySite, scope: str) -> tuple[Feed, Any]:
    outcome = site.build()
    assert not outcome.failed, outcome.diagnostics
    files = site.built()
    return check_json(files[f"feeds/{scope}.json"]), check_atom(files[f"feeds/{scope}.xml"])


@pytest.mark.parametrize("title", HARD)
def test_a_hard_title_goes_from_the_file_to_the_feed(site: TinySite, title: str) -> None:
    site.replace("content/verhalen/soep.md", "Soep en een praatje", json.dumps(title, ensure_ascii=False))
    feed, atom = built(site, "verhalen")
    assert feed["items"][0]["title"] == atom.entries[0].title_detail.value == read_text(title)


@pytest.mark.parametrize("mark", ["\\u0007", "\\x08", "\\x7f", "\\u0085x\\u0086", "\\uFFFE", "\\uFDD0"])
def test_what_no_xml_can_hold_is_an_error_at_its_line(site: TinySite, mark: str) -> None:
    site.replace("content/verhalen/soep.md", "Soep en een praatje", f'"Soep{mark}brood"')
    outcome = site.build()
    assert [(found.line, found.code) for found in outcome.diagnostics] == [(2, "stuurteken")]


def test_the_name_of_a_piece_in_a_feed_does_not_change_with_its_title(site: TinySite) -> None:
    before, _ = built(site, "verhalen")
    site.replace("content/verhalen/soep.md", "Soep en een praatje", "Brood en een praatje")
    after, atom = built(site, "verhalen")
    assert [item["title"] for item in (before["items"][0], after["items"][0])] == [
        "Soep en een praatje",
        "Brood en een praatje",
    ]
    assert before["items"][0]["id"] == after["items"][0]["id"] == atom.entries[0].id


def test_a_photo_that_partners_may_show_is_in_the_feeds_with_its_words_and_its_maker(site: TinySite) -> None:
    site.write("content/verhalen/soep.md", WITH_PHOTO)
    site.write("content/verhalen/feest.jpg", photo("red", 1200, 800, size=0))
    site.write("content/verhalen/feest.jpg.yaml", f"{SHARED}delen_met_partners: ja\n")
    feed, atom = built(site, "wijk-peelo")
    item = next(item for item in feed["items"] if item["url"].endswith("/soep/"))
    assert re.fullmatch(r"https://proef\.example\.nl/assets/feest-960\.\w+\.(webp|jpe?g)", item["image"])
    assert (item["_mba"]["alt"], item["_mba"]["fotograaf"]) == ("Mensen om een taart", "Ans")
    assert (site.output / urlsplit(item["image"]).path[1:]).is_file()
    entry = next(entry for entry in atom.entries if entry.id == item["id"])
    assert entry.media_content[0]["url"] == item["image"]
    answer = json.loads((site.output / "verhalen/soep/oembed.json").read_bytes())
    assert answer["thumbnail_url"] == item["image"]


@pytest.mark.parametrize(
    "register",
    [
        SHARED,
        f"{SHARED}delen_met_partners: nee\n",
        f"{SHARED}delen_met_partners: ja\ningetrokken_op: 2026-11-23\n",
        f"{SHARED}delen_met_partners: ja\nverloopt_op: 2026-11-22\n",
    ],
    ids=["not asked", "not shared", "withdrawn", "over"],
)
def test_a_photo_that_may_not_be_shared_is_in_nothing_that_others_read(site: TinySite, register: str) -> None:
    site.write("content/verhalen/soep.md", WITH_PHOTO)
    site.write("content/verhalen/feest.jpg", photo("red", 1200, 800, size=0))
    site.write("content/verhalen/feest.jpg.yaml", register)
    assert not site.build().failed
    for path, data in site.built().items():
        if path.startswith("feeds/") or path.endswith((".ics", "oembed.json")):
            assert b"feest" not in data, path
            assert b"taart" not in data, path
            assert b"thumbnail" not in data, path
