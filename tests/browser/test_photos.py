"""A story with photos as a telephone shows it: light, in place at once, and good under a strict policy."""

from __future__ import annotations

import gzip
import io
import random
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter
from playwright.sync_api import Page, Response

from tests.browser.conftest import NewPage, ServeFolder
from tests.harness import PEELO, STORY, TinySite, messages

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "naam: Proef\nadres: https://proef.example.nl\nthema: themes/mba\nfoto_breedtes: [480, 800, 1120, 1600]\n"
PAGES = ("contact", "over", "doe-mee", "privacy", "toegankelijkheid")
POLICY = "default-src 'self'; style-src 'self'; img-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'"
REGISTER = "alt: Hoog gras in het park\nfotograaf: Ans\ntoestemming: geen-mensen\n"
LARGEST_PAINT, WHOLE_PAGE = 60_000, 100_000
SHIFT = """
() => new Promise(done => {
  let total = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) total += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(total), 400);
})
"""


def meadow(seed: int, size: tuple[int, int] = (2400, 1800)) -> bytes:
    """Draw what is hardest to encode: grass, with noise in every size."""
    chance = random.Random(seed)  # noqa: S311 - a drawing
    image = Image.new("RGB", size, (150, 190, 225))
    for scale, share in ((64, 0.35), (24, 0.3), (8, 0.25), (3, 0.2)):
        noise = Image.effect_noise((size[0] // scale + 1, size[1] // scale + 1), 90).resize(size)
        green = [noise.point([round(value * part) for value in range(256)]) for part in (0.5, 0.9, 0.35)]
        image = Image.blend(image, Image.merge("RGB", green), share)
    draw = ImageDraw.Draw(image)
    for _ in range(1_200):
        x, y, tone = chance.randrange(size[0]), chance.randrange(size[1] // 3, size[1]), chance.randrange(40, 200)
        draw.line((x, y, x + chance.randrange(-30, 30), y - chance.randrange(20, 120)), (tone // 2, tone, tone // 3), 3)
    out = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.2)).save(out, "JPEG", quality=92)
    return out.getvalue()


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("foto")
    shutil.copytree(ROOT / "themes", root / "themes")
    body = (
        "Tekst. " * 400
        + '\n\n## Later\n\nMeer.\n\n{{ galerij "twee.jpg" "een.jpg" }}\n\n{{ voor-en-na "een.jpg" "twee.jpg" }}\n'
    )
    site = TinySite(
        root,
        {
            "site.yaml": SETTINGS,
            "content/wijken/peelo.md": PEELO,
            **{f"content/{name}.md": f"---\ntitel: Pagina {name}\n---\nTekst.\n" for name in PAGES},
            "content/verhalen/soep/index.md": STORY.replace("wijken:", "foto: een.jpg\nwijken:")
            + "Tekst. " * 400
            + body,
            "content/verhalen/soep/een.jpg": meadow(1),
            "content/verhalen/soep/een.jpg.yaml": f"{REGISTER}focus: [0.2, 0.9]\n",
            "content/verhalen/soep/twee.jpg": meadow(2),
            "content/verhalen/soep/twee.jpg.yaml": REGISTER,
        },
    )
    outcome = site.build()
    assert not outcome.failed, messages(outcome)
    return site.output


def open_story(page: Page, address: str) -> dict[str, int]:
    """Open the story, and give what it loaded before anybody scrolls: bytes by address, texts compressed."""
    loaded: dict[str, int] = {}

    def note(response: Response) -> None:
        data = response.body()
        text = response.url.endswith((".css", ".svg", "/"))
        loaded[response.url] = len(gzip.compress(data, 9)) if text else len(data)

    page.on("response", note)
    page.goto(address, wait_until="networkidle")
    return loaded


@pytest.mark.parametrize("ratio", [1.75, 2.625])
def test_the_first_photo_of_a_story_on_a_telephone_is_light(
    new_page: NewPage, serve_folder: ServeFolder, output: Path, ratio: float
) -> None:
    page = new_page(viewport={"width": 412, "height": 823}, device_scale_factor=ratio)
    loaded = open_story(page, f"{serve_folder(output)}verhalen/soep/")
    first = page.locator("picture img").first.evaluate("image => image.currentSrc")
    assert first.endswith(".avif")
    assert loaded[first] <= LARGEST_PAINT
    assert sum(loaded.values()) <= WHOLE_PAGE


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_photos_have_their_place_before_they_are_there_and_break_no_policy(
    new_page: NewPage, serve_folder: ServeFolder, output: Path, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{serve_folder(output, headers={'Content-Security-Policy': POLICY})}verhalen/soep/")
    assert page.evaluate(SHIFT) < 0.01
    for photo in page.locator("picture img").all():
        photo.scroll_into_view_if_needed()
        photo.evaluate("image => image.decode()")
    assert page.evaluate(SHIFT) < 0.01
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert said == []


def test_the_first_photo_is_asked_for_at_once_and_the_others_when_they_come_near(
    page: Page, serve_folder: ServeFolder, output: Path
) -> None:
    page.goto(f"{serve_folder(output)}verhalen/soep/")
    images = page.locator("picture img").all()
    assert [image.get_attribute("fetchpriority") for image in images] == ["high", *[None] * (len(images) - 1)]
    assert [image.get_attribute("loading") for image in images] == [None, *["lazy"] * (len(images) - 1)]
    assert all(image.get_attribute("width") and image.get_attribute("height") for image in images)


def test_a_crop_keeps_the_focus_in_sight(page: Page, serve_folder: ServeFolder, output: Path) -> None:
    address = serve_folder(output)
    page.goto(f"{address}verhalen/soep/")
    assert page.locator("picture img").first.evaluate("image => getComputedStyle(image).objectPosition") == "20% 90%"
    page.goto(f"{address}verhalen/")
    assert page.locator(".card img").first.evaluate("image => getComputedStyle(image).objectPosition") == "20% 90%"


def test_a_browser_without_avif_and_webp_gets_jpeg(page: Page, serve_folder: ServeFolder, output: Path) -> None:
    page.goto(f"{serve_folder(output)}verhalen/soep/")
    assert page.locator("picture img").first.get_attribute("src", timeout=5_000)
    for image in page.locator("picture img").all():
        assert (image.get_attribute("src") or "").endswith(".jpg")
        assert ".jpg" in (image.get_attribute("srcset") or "")
