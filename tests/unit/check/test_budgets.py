"""What a page may weigh and bring along: budgets of the house style, for a phone on a slow line."""

from __future__ import annotations

import hashlib

import pytest

from generator.check import check_budgets, read_facts
from generator.diagnostics import Diagnostic
from generator.model.facts import PageFacts
from generator.model.plan import Artifact, CopyFile, MakePhoto, WriteText
from generator.model.theme import ThemeFiles
from tests.unit.examples import told

STORY, HOME = "verhalen/soep/index.html", "index.html"
ORIGINS = {STORY: "content/verhalen/soep.md", HOME: "content/index.md", "verhalen/index.html": None}


def noise(size: int) -> bytes:
    """Give bytes that no server can make smaller."""
    return hashlib.shake_128(b"ruis").digest(size)


def check(
    files: dict[str, int],
    *,
    page: str = STORY,
    html: int = 5_000,
    style: int = 0,
    base: str = "",
    framed: bool = False,
) -> list[Diagnostic]:
    """Check a page that loads files of a theme, each so many bytes."""
    theme = ThemeFiles("thema", {name: noise(size) for name, size in files.items()}, {})
    artifacts = {
        page: Artifact(page, WriteText(""), "sleutel", ORIGINS[page]),
        "assets/style.css": Artifact("assets/style.css", WriteText(noise(style).hex()), "sleutel"),
        "assets/foto.jpg": Artifact(
            "assets/foto.jpg", MakePhoto("content/foto.jpg", "foto", 480, 320, "jpeg", (480, 320)), "sleutel"
        ),
        **{f"assets/{name}": Artifact(f"assets/{name}", CopyFile(name), "sleutel") for name in files},
    }
    loaded = (*(f"{base}/assets/{name}#t" for name in files), f"{base}/assets/style.css", f"{base}/assets/foto.jpg")
    facts = PageFacts("Soep", "Een zin.", (), loaded, (), weight=html, framed=framed)
    return list(check_budgets({page: facts}, artifacts, theme, base))


def test_a_light_page_is_no_news() -> None:
    assert check({"letter.woff2": 20_000, "tekening.svg": 50_000}) == []


@pytest.mark.parametrize("base", ["", "/mba"])
def test_a_page_too_heavy_to_read_is_a_warning_at_its_content_file(base: str) -> None:
    (found,) = check({"letter.woff2": 31_000}, html=5_000, base=base)
    assert (found.file, found.line, found.code, found.severity.value) == (
        "content/verhalen/soep.md",
        1,
        "pagina-zwaar",
        "waarschuwing",
    )
    assert found.message == "de pagina is zonder plaatjes 36,0 kB; boven 35,0 kB is ze traag op een telefoon"
    assert found.tip


def test_drawings_count_for_the_whole_page_only() -> None:
    (found,) = check({"letter.woff2": 20_000, "tekening.svg": 80_000})
    assert found.message.startswith("de pagina is 105,")


def test_the_front_page_may_be_a_little_heavier() -> None:
    assert check({"letter.woff2": 20_000, "tekening.svg": 80_000}, page=HOME) == []
    assert told(check({"letter.woff2": 20_000, "tekening.svg": 100_000}, page=HOME)) == ["1 waarschuwing pagina-zwaar"]


def test_a_list_that_the_program_makes_is_nobodys_fault() -> None:
    assert check({"letter.woff2": 90_000}, page="verhalen/index.html") == []


def test_a_heavy_style_sheet_is_an_error_of_the_theme() -> None:
    (found,) = check({}, page="verhalen/index.html", style=12_000)
    assert (found.file, found.code, found.severity.value) == ("thema", "stijl-te-zwaar", "fout")


def test_a_page_to_read_brings_no_script() -> None:
    (found,) = check({"menu.js": 10})
    assert (found.file, found.code, found.severity.value) == ("content/verhalen/soep.md", "script-op-pagina", "fout")


def test_a_page_in_a_frame_may_tell_its_height_by_a_script_but_weighs_little() -> None:
    assert check({"hoogte.js": 500}, framed=True) == []
    (found,) = check({"hoogte.js": 8_000}, framed=True)
    assert found.message.startswith("de pagina is 13,0 kB; boven 12,0 kB")


def test_the_weight_of_a_page_is_that_on_the_wire() -> None:
    words = "<!doctype html><p>" + "soep en een praatje " * 5_000
    assert read_facts(words).weight < 2_000
    assert read_facts(noise(30_000).hex()).weight > 30_000


def test_the_weight_of_a_small_page_is_never_put_too_low() -> None:
    assert read_facts("<!doctype html><p>" + "soep " * 100).weight == (18 + 500) // 2
