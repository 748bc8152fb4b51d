"""The team changes one thing, and every page, card, icon and download follows in one build."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageFont

from generator.diagnostics import Severity
from generator.plan.tokens import read_pairs, read_tokens
from tests.browser.real_site import ROOT, build_real_site
from tests.harness import CALL, PEELO, SETTINGS, STORY, TinySite, quick_folder, templates_compiled_once
from tests.unit.examples import told

THEME = ROOT / "themes" / "mba"
TOKENS = "thema/tokens.tokens.json"
FONT = "fonts/atkinson-hyperlegible-next-nl-400-700.woff2"
PURPLE, OTHER_PURPLE = '"hex": "#6a3fa0"', '"hex": "#5a2f90"'
MAP = "content/kaart/assen-wijken-schematisch-2025.geojson"
FILES: dict[str, str | bytes] = {
    "site.yaml": SETTINGS + "contact: {telefoon: 0592-000 000, email: hallo@example.nl}\n",
    "content/wijken/peelo.md": PEELO,
    "content/verhalen/soep.md": STORY,
    "content/oproepen/superbuur.md": CALL,
    "content/contact.md": "---\ntitel: Contact\nsamenvatting: Bel of mail ons.\n---\nBel of mail ons.\n",
    MAP: (ROOT / MAP).read_bytes(),
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120"><path d="M0 0H240V120Z"/></svg>'
DERIVED = ("mark", "mark-kleur", "wordmerk", "favicon", "apple-touch-icon", "icoon-192", "icoon-512", "deelkaart")
IMAGES = (*DERIVED, "mark-eenkleur", "mark-invers", "wordmerk-eenkleur", "wordmerk-invers")


@pytest.fixture(scope="module", autouse=True)
def _compiled_once() -> Iterator[None]:
    with templates_compiled_once():
        yield


@pytest.fixture
def site() -> Iterator[TinySite]:
    """Give a tiny site that wears the real theme."""
    with quick_folder() as folder:
        root = folder / "site"
        shutil.copytree(THEME, root / "thema")
        for path in (root / "thema").rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        yield TinySite(root, FILES)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("brand"))


def built(site: TinySite) -> dict[str, bytes]:
    outcome = site.build()
    assert not outcome.failed, "\n".join(map(str, outcome.diagnostics))
    return site.built()


def problems(site: TinySite) -> list[str]:
    outcome = site.build()
    assert outcome.failed
    return [f"{found.file} {found.code}" for found in outcome.diagnostics if found.severity is Severity.ERROR]


def named(files: dict[str, bytes], stem: str) -> str:
    """Give the one asset with this name before its digest."""
    (name,) = (path for path in files if re.fullmatch(rf"assets/{stem}\.[0-9a-f]+\.\w+", path))
    return name


def png(colour: str = "#ff00ff", size: tuple[int, int] = (200, 100)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def pixel(data: bytes, place: tuple[int, int]) -> tuple[int, ...]:
    found = Image.open(io.BytesIO(data)).convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    return found


def pages(files: dict[str, bytes]) -> list[str]:
    """Give the pages of the site; those for in a frame take their looks from the site around them."""
    texts = (data.decode() for name, data in files.items() if name.endswith(".html") and not name.startswith("w/"))
    return [text for text in texts if "http-equiv" not in text]


def test_the_theme_holds_no_picture_with_colours_of_its_own() -> None:
    """Drawings take their colours from the page; the mark, icons and cards are made of the tokens."""
    loose = [
        path.name
        for path in (THEME / "images").iterdir()
        if path.suffix in {".svg", ".png"} and not path.name.startswith("tekening-")
    ]
    assert loose == []


def test_another_colour_reaches_mark_icons_cards_guide_and_style_sheet_in_one_build(site: TinySite) -> None:
    before = built(site)
    site.replace(TOKENS, PURPLE, OTHER_PURPLE)
    after = built(site)
    for stem in (*DERIVED, "style", "kaart-soep", "kaart-peelo"):
        assert named(before, stem) != named(after, stem), stem
        assert named(before, stem) not in after
    guide = after["huisstijl/index.html"].decode()
    assert "#5a2f90" in guide
    assert "#6a3fa0" not in guide
    assert [stem for stem in IMAGES if f"/{named(after, stem)}" not in guide] == ["icoon-192"]


def test_another_font_is_one_change(site: TinySite) -> None:
    before = built(site)
    other = ImageFont.load_default(20)
    assert isinstance(other, ImageFont.FreeTypeFont)
    assert isinstance(other.path, io.BytesIO)
    site.write("thema/fonts/anders.ttf", other.path.getvalue())
    site.replace(TOKENS, f'"{FONT}"', '"fonts/anders.ttf"')
    after = built(site)
    font = named(after, "anders")
    assert f'url("{font.removeprefix("assets/")}") format("truetype")' in after[named(after, "style")].decode()
    assert all(f'<link rel="preload" href="/{font}" as="font" type="font/ttf"' in text for text in pages(after))
    for stem in ("kaart-soep", "deelkaart"):
        assert named(before, stem) != named(after, stem)


def test_a_font_that_is_gone_is_one_message(site: TinySite) -> None:
    (site.root / "thema" / FONT).unlink()
    assert problems(site) == [f"{TOKENS} lettertype-ontbreekt"]


@pytest.mark.parametrize("name", ["logo.svg", "mark.svg", "logo.png"])
def test_any_ordinary_logo_that_is_dropped_in_stands_on_every_page(site: TinySite, name: str) -> None:
    site.write(f"thema/images/{name}", png() if name.endswith(".png") else SVG)
    files = built(site)
    size = 'width="200" height="100"' if name.endswith(".png") else 'width="240" height="120"'
    stem, end = name.split(".")
    (logo,) = (path for path in files if re.fullmatch(rf"assets/{stem}\.\w+\.{end}", path))
    assert all(f'<img class="wordmark__mark" src="/{logo}" alt="" {size}>' in text for text in pages(files)[:3])
    assert not [path for path in files if "mark-kleur" in path or "wordmerk" in path]


def test_a_logo_as_png_stands_on_cards_and_icons_as_well(site: TinySite) -> None:
    site.write("thema/images/logo.svg", SVG)
    assert "logo-zonder-png" in {found.code for found in site.build().diagnostics}
    site.write("thema/images/logo.png", png())
    files = built(site)
    magenta = (255, 0, 255)
    places = {"apple-touch-icon": (90, 90), "icoon-192": (96, 96), "icoon-512": (256, 256), "deelkaart": (852, 270)}
    for stem, place in {**places, "kaart-soep": (120, 560), "kaart-peelo": (120, 560)}.items():
        assert pixel(files[named(files, stem)], place) == magenta, stem


@pytest.mark.parametrize("data", [b"tekst", png()[:80]])
def test_a_logo_that_is_no_picture_is_named(site: TinySite, data: bytes) -> None:
    site.write("thema/images/logo.png", data)
    assert problems(site) == ["thema/images/logo.png geen-plaatje"]


def test_a_picture_that_the_theme_brings_itself_is_used_as_it_is(site: TinySite) -> None:
    own = png("#00ff00", (180, 180))
    site.write("thema/images/apple-touch-icon.png", own)
    files = built(site)
    assert files[named(files, "apple-touch-icon")] == own


def test_the_mark_is_nine_pieces_that_follow_the_dark(real: Path) -> None:
    (mark,) = (path.read_text("utf-8") for path in (real / "assets").glob("mark.*.svg"))
    assert mark.count("<path") == 9
    assert mark.count("fill:#") == 9
    assert "prefers-color-scheme:dark" in mark
    (plain,) = (path.read_text("utf-8") for path in (real / "assets").glob("mark-kleur.*.svg"))
    assert "<style" not in plain
    assert len(set(re.findall(r'fill="(#\w{6})"', plain))) == 9


def test_drawings_of_the_mark_are_well_formed_and_bring_the_name(site: TinySite) -> None:
    files = built(site)
    for stem in IMAGES:
        name = named(files, stem)
        if name.endswith(".svg"):
            root = ET.fromstring(files[name])  # noqa: S314 - our own
            assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = re.findall(r"<text[^>]*>([^<]*)<", files[named(files, "wordmerk-invers")].decode())
    assert " ".join(words) == re.search(r"^naam: (.*)$", SETTINGS, re.MULTILINE)[1]  # type: ignore[index]


def test_the_manifest_names_icons_that_are_there(site: TinySite) -> None:
    files = built(site)
    known = json.loads(files[named(files, "site")])
    sizes = {}
    for icon in known["icons"]:
        sizes[icon["sizes"]] = Image.open(io.BytesIO(files[f"assets/{icon['src']}"])).size
    assert sizes == {"192x192": (192, 192), "512x512": (512, 512)}
    assert all(f'<link rel="manifest" href="/{named(files, "site")}">' in text for text in pages(files))


def test_letters_on_cards_stand_on_colours_that_the_guard_computes() -> None:
    pairs = {(pair.text, pair.on) for pair in read_pairs((THEME / "tokens.tokens.json").read_text("utf-8"))}
    colour = "semantic.color."
    wijken = {path.stem for path in (ROOT / "content" / "wijken").glob("[!_]*.md")} | {"heel-assen"}
    wanted = {(f"{colour}on-plane", f"{colour}wijk-plane.{wijk}") for wijk in wijken}
    wanted |= {
        (f"{colour}{text}", f"{colour}{on}")
        for text, on in (("text", "surface"), ("text", "plane-land"), ("on-highlight", "highlight"))
    }
    assert wanted - pairs == set()


def test_the_tokens_say_rightly_which_letters_the_font_has() -> None:
    """A letter that is named and not there would become an empty box on a card."""
    text = (THEME / "tokens.tokens.json").read_text("utf-8")
    assert told(read_tokens(text, "x").diagnostics) == []
    named_letters = re.search(r'"letters": "([^"]*)"', text)
    assert named_letters is not None
    font = ImageFont.truetype(THEME / FONT, 40, layout_engine=ImageFont.Layout.BASIC)
    empty = (bytes(font.getmask("\ufffe")), font.getlength("\ufffe"))
    has = {code for code in range(0x20, 0x2300) if (bytes(font.getmask(chr(code))), font.getlength(chr(code))) != empty}
    said = set()
    for first, last in re.findall(r"U\+(\w+)(?:-(\w+))?", named_letters[1]):
        said |= set(range(int(first, 16), int(last or first, 16) + 1))
    assert said == has


def test_the_guide_shows_the_colours_as_they_are_written(real: Path) -> None:
    guide = (real / "huisstijl" / "index.html").read_text("utf-8")
    assert re.search(
        r"<strong>gras 600</strong> <span class=\"source\">#1e6b45</span></p>\s*<p[^>]*>link, action", guide
    )


# ------------------------------------------------------------------------------------ what search engines read


def data_of(real: Path, page: str) -> list[dict[str, object]]:
    text = (real / page / "index.html").read_text("utf-8")
    return [json.loads(found) for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)]


@pytest.mark.parametrize("section", ["verhalen", "oproepen", "projecten", "agenda", "wijken"])
def test_every_piece_has_an_image_and_the_way_to_it(real: Path, section: str) -> None:
    folders = [path.parent for path in (real / section).glob("*/index.html") if not path.parent.name.isdigit()]
    seen = 0
    for folder in folders:
        text = (folder / "index.html").read_text("utf-8")
        if "noindex" in text or "http-equiv" in text or folder.name == "pagina":
            continue
        piece, crumbs = data_of(real, folder.relative_to(real).as_posix())
        address = str(piece["image"])
        assert (real / "assets" / address.rpartition("/")[2]).is_file(), folder
        steps = crumbs["itemListElement"]
        assert isinstance(steps, list)
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert all(step["@type"] == "ListItem" and step["name"] and step["item"] for step in steps)
        assert steps[-1]["item"].endswith(f"/{section}/{folder.name}/")
        seen += 1
    assert seen > 2


def test_editors_are_an_organisation_and_a_reporter_is_somebody(real: Path) -> None:
    kinds = {}
    for path in (real / "verhalen").glob("*/index.html"):
        for found in data_of(real, path.parent.relative_to(real).as_posix()):
            author = found.get("author")
            if isinstance(author, dict):
                kinds[author["name"]] = author["@type"]
    assert kinds["Redactie Mijn Buurt Assen"] == "Organization"
    assert kinds["Wijkreporter Peelo"] == "Person"


def test_nothing_is_said_that_is_not_there(real: Path) -> None:
    for path in real.rglob("*.html"):
        assert "null" not in "".join(re.findall(r"ld\+json\">(.*?)</script>", path.read_text("utf-8"))), path
