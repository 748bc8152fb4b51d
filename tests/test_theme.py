"""The house style: one change reaches everything, what would harm it is refused at its line, cards hold every title."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, Severity
from generator.model.theme import ThemeFiles
from generator.model.view import CardArtView
from generator.parse.markdown.headings import RESERVED
from generator.plan.contrast import contrast
from generator.plan.tokens import Token, read_pairs, read_tokens
from generator.render.cards import BAND_RIGHT, MARGIN, MAX_LINES, TITLE_WIDTH, draw_card, fit_title
from tests.browser.real_site import ROOT, build_real_site
from tests.harness import BARE_THEME, CALL, PEELO, SETTINGS, STORY, TinySite, quick_folder, templates_compiled_once

THEME = ROOT / "themes" / "mba"
TOKENS = "thema/tokens.tokens.json"
FONT = "fonts/atkinson-hyperlegible-next-nl-400-700.woff2"
GRAS, OTHER_GREEN = '"hex": "#1e6b45"', '"hex": "#0b5a3c"'
PEELO_COLOUR, WEAK = '"hex": "#6a3fa0"', '"hex": "#b9a0d6"'
CARD_WEIGHT = 60_000
EVERYWHERE = STORY.replace("titel: Soep en een praatje", "titel: Voor heel Assen").replace("[peelo]", "[heel-assen]")
FILES: dict[str, str | bytes] = {
    "site.yaml": SETTINGS + "contact: {telefoon: 0592-000 000, email: hallo@example.nl}\n",
    "content/wijken/peelo.md": PEELO,
    "content/verhalen/soep.md": STORY,
    "content/verhalen/assen.md": EVERYWHERE,
    "content/oproepen/superbuur.md": CALL,
    "content/contact.md": "---\ntitel: Contact\nsamenvatting: Bel of mail ons.\n---\nBel of mail ons.\n",
    "content/kaart/assen-wijken.geojson": (ROOT / "content" / "kaart" / "assen-wijken.geojson").read_bytes(),
}


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
            path.chmod(0o755 if path.is_dir() else 0o644)  # the font lies there read-only
        yield TinySite(root, FILES)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_real_site(tmp_path_factory.mktemp("theme"))


def built(site: TinySite) -> dict[str, bytes]:
    outcome = site.build()
    assert not outcome.failed, "\n".join(map(str, outcome.diagnostics))
    return site.built()


def refused(site: TinySite) -> list[Diagnostic]:
    """Build, see that it fails and writes nothing, and give the errors."""
    before = site.built() if site.output.exists() else {}
    outcome = site.build()
    assert outcome.failed
    assert (site.built() if site.output.exists() else {}) == before
    return [found for found in outcome.diagnostics if found.severity is Severity.ERROR]


def named(files: dict[str, bytes], start: str, end: str) -> str:
    """Give the one asset of this name, with its digest."""
    (name,) = (path for path in files if re.fullmatch(rf"assets/{start}\.[0-9a-f]+\.{end}", path))
    return name


def pages(files: dict[str, bytes]) -> dict[str, str]:
    """Give the pages of the site itself."""
    return {name: data.decode() for name, data in files.items() if name.endswith(".html") and name[:2] != "w/"}


def frames(files: dict[str, bytes]) -> dict[str, str]:
    """Give the pages that stand in a frame on other sites."""
    return {name: data.decode() for name, data in files.items() if name.endswith(".html") and name[:2] == "w/"}


def lost(files: dict[str, bytes]) -> list[str]:
    """Give what pages and style sheet ask for below assets/ that is not there."""
    missing = []
    for name, data in files.items():
        if name.endswith(".html"):
            asked = re.findall(r"/(assets/[\w.-]+)", data.decode())
        elif name.endswith(".css"):
            asked = [f"assets/{match}" for match in re.findall(r'url\("([\w.-]+)"\)', data.decode())]
        else:
            continue
        missing += [f"{name}: {path}" for path in asked if path not in files]
    return missing


def moved(before: dict[str, bytes], after: dict[str, bytes], start: str, end: str) -> str:
    """See that an asset got a new name, that the old one is gone and that nothing points to it; give the new name."""
    old, new = named(before, start, end), named(after, start, end)
    assert old != new, f"{old} has not changed"
    assert old not in after
    assert lost(after) == []
    return new


def shows(data: bytes, place: tuple[int, int], colour: str) -> bool:
    """Tell whether a card has a colour at a place; the palette of a card may be a step beside it."""
    found = Image.open(io.BytesIO(data)).convert("RGB").getpixel(place)
    assert isinstance(found, tuple)
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return all(abs(one - other) <= 2 for one, other in zip(found, wanted, strict=True))


# ------------------------------------------------------------------------------- one change reaches everything


def test_another_green_reaches_the_style_sheet_and_every_page_in_one_build(site: TinySite) -> None:
    before = built(site)
    site.replace(TOKENS, GRAS, OTHER_GREEN)
    after = built(site)
    sheet = moved(before, after, "style", "css")
    assert b"#0b5a3c" in after[sheet]
    assert b"#1e6b45" not in after[sheet]
    assert all(f"/{sheet}" in text for name, text in pages(after).items() if "http-equiv" not in text), sheet


def test_another_green_reaches_the_frames_on_other_sites(site: TinySite) -> None:
    before = built(site)
    site.replace(TOKENS, GRAS, OTHER_GREEN)
    after = built(site)
    sheet = moved(before, after, "kader", "css")
    assert b"#0b5a3c" in after[sheet]
    assert b"#1e6b45" not in after[sheet]
    assert frames(after)
    assert all(f"/{sheet}" in text for text in frames(after).values())


def test_another_green_reaches_the_card_of_a_story_for_the_whole_town(site: TinySite) -> None:
    before = built(site)
    site.replace(TOKENS, GRAS, OTHER_GREEN)
    after = built(site)
    assert shows(after[moved(before, after, "kaart-assen", "png")], (4, 4), "#0b5a3c")


def test_the_brand_green_is_written_once_so_that_one_change_is_enough() -> None:
    text = (THEME / "tokens.tokens.json").read_text("utf-8")
    assert text.count(GRAS) == 1


def test_another_colour_of_a_wijk_reaches_style_sheet_and_cards(site: TinySite) -> None:
    before = built(site)
    site.replace(TOKENS, PEELO_COLOUR, '"hex": "#5a2f90"')
    after = built(site)
    assert b"#5a2f90" in after[moved(before, after, "style", "css")]
    assert shows(after[moved(before, after, "kaart-soep", "png")], (4, 4), "#5a2f90")


# ---------------------------------------------------------------------------------- what harms it is refused


def test_a_weak_colour_is_refused_once_with_its_own_name_both_tokens_the_ratio_and_a_better_colour(
    site: TinySite,
) -> None:
    built(site)
    site.replace(TOKENS, GRAS, '"hex": "#9fd8b8"')
    (found,) = refused(site)
    text = (site.root / TOKENS).read_text("utf-8")
    assert (found.file, found.code) == (TOKENS, "contrast")
    assert found.message.startswith("primitive.color.gras.600 (#9fd8b8) is te zwak: ")
    assert '"600"' in text.splitlines()[found.line - 1]
    match = re.search(
        r": ([\w.-]+) \((#\w{6})\) op ([\w.-]+) \((#\w{6})\) heeft in (?:licht|donker|druk) een contrast van "
        r"(\d+,\d\d); nodig is (\d,\d\d) .*, en nog \d\d paren met deze kleur$",
        found.message,
    )
    assert match is not None, found.message
    ratio = contrast(match[2], match[4])
    assert abs(ratio - float(match[5].replace(",", "."))) < 0.01
    assert ratio < float(match[6].replace(",", "."))
    assert (match[1], match[3]) in {(pair.text, pair.on) for pair in read_pairs(text)}


def test_the_better_colour_of_a_message_makes_the_build_pass(site: TinySite) -> None:
    for colour, weak in ((PEELO_COLOUR, WEAK), (GRAS, '"hex": "#9fd8b8"')):
        site.replace(TOKENS, colour, weak)
        (found,) = refused(site)
        better = re.findall(r"#[0-9a-f]{6}", found.tip or "")
        assert len(better) == 1
        site.replace(TOKENS, weak, f'"hex": "{better[0]}"')
        built(site)


def test_a_weak_colour_of_a_wijk_is_refused_by_its_name(site: TinySite) -> None:
    site.replace(TOKENS, PEELO_COLOUR, WEAK)
    (found,) = refused(site)
    assert found.message.startswith("primitive.color.wijk.peelo.600 (#b9a0d6) is te zwak")


def test_a_wijk_with_a_colour_that_the_theme_does_not_have_is_refused_at_its_line(site: TinySite) -> None:
    site.replace("content/wijken/peelo.md", "naam: Peelo\n", "naam: Peelo\nkleur: marsdyk\n")
    (found,) = refused(site)
    assert (found.file, found.line, found.code) == ("content/wijken/peelo.md", 3, "onbekende-kleur")
    assert "marsdyk" in found.message
    assert "'marsdijk'" in (found.tip or "")


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (".card { color: #1e6b45; }", "kleur-los"),
        (".card { background: rebeccapurple; }", "kleur-los"),
        (".card { border-color: rgb(30 107 69 / 50%); }", "kleur-los"),
        (".card { font-size: 15px; }", "letter-pixels"),
        (".card { color: var(--color-grass); }", "eigenschap-onbekend"),
    ],
)
@pytest.mark.parametrize("sheet", ["components/card/card.css", "css/base/page.css"])
def test_a_style_sheet_that_leaves_the_tokens_is_refused_at_its_line(
    site: TinySite, sheet: str, rule: str, code: str
) -> None:
    text = (THEME / sheet).read_text("utf-8")
    site.write(f"thema/{sheet}", f"{text.rstrip()}\n\n{rule}\n")
    (found,) = refused(site)
    assert (found.file, found.line, found.code) == (f"thema/{sheet}", len(text.rstrip().splitlines()) + 2, code)
    assert found.tip


# -------------------------------------------------------------------------------------- what the theme promises


def _tokens() -> tuple[Token, ...]:
    return read_tokens((THEME / "tokens.tokens.json").read_text("utf-8"), "tokens.tokens.json").value


def test_every_accent_has_its_class_and_every_class_its_accent() -> None:
    css = (THEME / "css" / "utilities" / "wijken.css").read_text("utf-8")
    start = "semantic.color.wijk."
    accents = {token.path.removeprefix(start) for token in _tokens() if token.path.startswith(start)}
    rules = {match[1]: match[2] for match in re.finditer(r"\.wijk-([\w-]+) \{([^}]*)\}", css)}
    assert set(rules) == accents
    for name, rule in rules.items():
        for group in ("wijk", "wijk-plane", "wijk-soft"):
            assert f"var(--color-{group}-{name})" in rule


def test_every_wijk_of_the_site_has_an_accent_of_its_own() -> None:
    start = "semantic.color.wijk."
    colours = {token.path.removeprefix(start): token.colours for token in _tokens() if token.path.startswith(start)}
    wijken = {path.stem for path in (ROOT / "content" / "wijken").glob("*.md") if not path.name.startswith("_")}
    assert wijken <= set(colours)
    for mode in (0, 1):
        written = [colour[mode] for colour in colours.values() if colour]
        assert len(written) == len(set(written))


def test_what_a_colour_is_written_as_is_the_same_twice() -> None:
    """DTCG has the components and the hexadecimal form; a tool may read the one, and we read the other."""
    text = (THEME / "tokens.tokens.json").read_text("utf-8")
    wrong = []
    for match in re.finditer(r'"components": \[([^\]]+)\],\s*"hex": "(#\w{6})"', text):
        values = [round(float(part) * 255) for part in match[1].split(",")]
        if "#" + "".join(f"{value:02x}" for value in values) != match[2]:
            wrong.append(match[2])
    assert wrong == []


def _own_ids() -> dict[str, str]:
    """Give the ids that templates write as such, by the template; a part of a name (loket-...) does not count."""
    found = {}
    for path in sorted(THEME.rglob("*.html")):
        if path.stem in {"guide", "find", "widgets"}:  # they show no text with headings of its own
            continue
        text = path.read_text("utf-8")
        calls = (
            r"\b(?:section_head|side_box|plane)\((?:[^\"()]|\"[^\"]*\"(?= ~))*?(?:\"[^\"]*\"[^,()]*|\w+), \"([\w-]+)\""
        )
        for match in re.finditer(r"\bid=\"([\w-]+)\"|" + calls, text):
            found[match[1] or match[2]] = path.relative_to(THEME).as_posix()
    return found


def test_headings_of_a_text_cannot_take_an_id_of_the_theme() -> None:
    own = _own_ids()
    assert {"inhoud", "hulp", "team", "meedoen", "verhalen"} <= set(own)
    assert {name: path for name, path in own.items() if name not in RESERVED} == {}


def test_on_no_page_does_the_theme_use_an_id_that_a_heading_could_take(real: Path) -> None:
    wrong = set()
    for path in real.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        if not tree.css(".prose") or path.parent.name in {"huisstijl", "widgets"}:
            continue
        inside = {node.attributes["id"] for node in tree.css(".prose [id]")}
        own = {str(node.attributes["id"]) for node in tree.css("[id]")} - inside
        wrong |= {f"{path.relative_to(real)}: {name}" for name in own - RESERVED if not str(name).startswith("loket-")}
    assert wrong == set()


NOTHING_OF_MBA = """
import sys, tempfile
from pathlib import Path
opened = []
events = {"open", "os.scandir", "os.listdir"}
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event in events else None)
from tests.harness import CALL, SMALL, TinySite
site = TinySite(Path(tempfile.mkdtemp(dir=sys.argv[1])) / "site", {**SMALL, "content/oproepen/superbuur.md": CALL})
outcome = site.build()
assert not outcome.failed, outcome.diagnostics
assert site.built()
assert any("thema" in name for name in opened)
print([name for name in opened if "themes/mba" in name.replace(chr(92), "/")])
"""


def test_what_the_tests_expect_of_the_bare_theme_does_not_hang_on_the_real_one(tmp_path: Path) -> None:
    command = [sys.executable, "-c", NOTHING_OF_MBA, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
    assert not [path for path in BARE_THEME.rglob("*") if path.is_symlink()]


# ------------------------------------------------------------------------------------------------------ cards


def _view(title: str) -> CardArtView:
    square = (((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0)),)
    return CardArtView(
        title=title,
        kicker="Peelo",
        site="Mijn Buurt Assen",
        slug="soep",
        kind="verhaal",
        plane="#6a3fa0",
        accent="#6a3fa0",
        soft="#ebe2fa",
        on_plane="#ffffff",
        paper="#fffdf7",
        ink="#1c2b2d",
        sun="#ffc83d",
        on_sun="#1c2b2d",
        outline=square,
        mosaic=(("#b5402a", square),),
        font=(FONT, "digest"),
        logo=None,
    )


LETTERS = (THEME / FONT).read_bytes()
FILES_OF_THEME = ThemeFiles("themes/mba", {FONT: LETTERS}, {FONT: "digest"})


def _drawn(title: str) -> tuple[bytes, tuple[int, int, int, int] | None]:
    """Draw a card; give it, and the box around the title by comparing it with a card without one."""
    data = draw_card(_view(title), FILES_OF_THEME)
    plain = draw_card(_view(""), FILES_OF_THEME)
    images = [Image.open(io.BytesIO(each)).convert("L") for each in (data, plain)]
    difference = ImageChops.difference(*images).point(lambda value: 255 if value > 48 else 0)
    return data, difference.getbbox()


TITLES = {
    "short": "Soep",
    "longer": "Soep en een praatje",
    "quite long": "Wie kookt er soep voor de buren in de winter?",
    "very long": "Tien wijken, bijna zeventigduizend buren en een kaart waarop je ziet waar iedereen woont, werkt "
    "en speelt als het mooi weer is",
    "a word of 120 letters": "Buurt" * 24,
    "120 letters that no dictionary knows": "x" * 120,
    "a long word among others": f"De {'wijkvernieuwing' * 8} begint",
    "the widest letters": "W" * 40,
    "accents above and below": "Één Çà ÅÊÜ gjpqy",
    "far too long": "Samen maken we de buurt " * 30,
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_a_title_stays_on_its_card_whatever_it_is(title: str) -> None:
    data, box = _drawn(title)
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < CARD_WEIGHT
    size, lines = fit_title(title, FILES_OF_THEME, FONT)
    assert 1 <= len(lines) <= MAX_LINES
    assert box is not None
    left, top, right, bottom = box
    assert left >= MARGIN - 8
    assert right <= MARGIN + TITLE_WIDTH
    assert top > 66 + 34, "the title touches the name of the wijk"
    assert bottom < BAND_RIGHT, "the title touches the band of paper"
    assert bottom - top > size / 3


def test_titles_take_more_lines_as_they_grow_and_lose_nothing() -> None:
    found = []
    for name in ("short", "longer", "quite long", "very long"):
        _, lines = fit_title(TITLES[name], FILES_OF_THEME, FONT)
        assert " ".join(lines) == TITLES[name]
        found.append(len(lines))
    assert found == sorted(set(found))
    assert (found[0], found[-1]) == (1, MAX_LINES)


def test_a_word_too_long_for_a_card_is_hyphenated_and_cut_with_dots() -> None:
    _, lines = fit_title("Buurt" * 24, FILES_OF_THEME, FONT)
    assert all(line.endswith(("-", "…")) for line in lines)
    joined = "".join(line.rstrip("-") for line in lines)
    assert joined.endswith("…")
    assert ("Buurt" * 24).startswith(joined.rstrip("…"))


def test_every_card_of_the_shipped_site_is_light_and_of_the_right_size(real: Path) -> None:
    cards = sorted((real / "assets").glob("kaart-*.png"))
    assert len(cards) > 20
    wrong = {}
    for path in cards:
        data = path.read_bytes()
        found = (len(data), Image.open(io.BytesIO(data)).size)
        if found[0] > CARD_WEIGHT or found[1] != (1200, 630):
            wrong[path.name] = found
    assert wrong == {}


def test_every_page_of_the_shipped_site_has_a_card(real: Path) -> None:
    without = []
    for path in real.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        node = tree.css_first('meta[property="og:image"]')
        if node is None:
            if not tree.css('meta[http-equiv="refresh"], base[target="_top"]'):
                without.append(str(path.relative_to(real)))
            continue
        name = str(node.attributes["content"]).split("/assets/")[-1]
        if not (real / "assets" / name).is_file():
            without.append(f"{path.relative_to(real)}: {name}")
    assert without == []


def test_a_story_of_no_single_wijk_has_a_card_in_the_green_of_the_whole_town(site: TinySite) -> None:
    files = built(site)
    page = next(text for name, text in pages(files).items() if name == "verhalen/assen/index.html")
    card = named(files, "kaart-assen", "png")
    assert f"https://proef.example.nl/{card}" in page
    whole_town = next(token for token in _tokens() if token.path == "semantic.color.wijk.heel-assen")
    assert whole_town.colours is not None
    assert shows(files[card], (4, 4), whole_town.colours[0])
