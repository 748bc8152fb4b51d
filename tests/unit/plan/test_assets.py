"""Whatever is no page lies below `/assets/`, under a name that changes with its bytes."""

from __future__ import annotations

import pytest

from generator.digest import digest_bytes
from generator.model.document import Common
from generator.model.plan import CopyFile, MakePhoto, WriteText
from generator.model.view import PhotoVariant, PhotoView
from generator.plan.assets import Assets, make_assets
from generator.plan.names import asset_path
from tests.unit.examples import PEELO, assembled, photo_file, piece, register, theme

PATH = "content/verhalen/feest.jpg"


def assets(files: dict[str, str] | None = None, *, width: int = 2000, height: int = 1000, code: str = "f") -> Assets:
    document = piece("verhalen/soep.md", common=Common("Soep", photo="feest.jpg"))
    photos = [photo_file(PATH, width, height)]
    site = assembled(PEELO, document, photos=photos, registers=[register(PATH, caption="Kijk!")]).value
    report = make_assets(site, theme(files or {}), (), code)
    assert report.diagnostics == ()
    return report.value


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("style.css", "assets/style.0123456789.css"),
        ("fonts/Atkinson Next.WOFF2", "assets/atkinson-next.0123456789.woff2"),
        ("content/verhalen/Één foto!.jpg", "assets/n-foto.0123456789.jpg"),
        ("content/x/سلام.jpg", "assets/bestand.0123456789.jpg"),
    ],
)
def test_a_name_is_plain_and_holds_the_digest(name: str, path: str) -> None:
    assert asset_path(name, "0123456789abcdef") == path


def test_fonts_and_images_of_the_theme_are_copied_and_nothing_else_is() -> None:
    files = {
        "fonts/x.woff2": "letters",
        "images/logo.svg": "<svg/>",
        "fonts/LICENTIE.txt": "licentie",
        "images/bron.ai": "x",
        "los.svg": "x",
        "layouts/home.html": "x",
    }
    found = assets(files)
    copied = {artifact.recipe.source for artifact in found.artifacts if isinstance(artifact.recipe, CopyFile)}
    assert copied == {"fonts/x.woff2", "images/logo.svg"}
    digest = digest_bytes(b"letters")
    assert found.view.file("fonts/x.woff2") == f"/assets/x.{digest[:10]}.woff2"


def test_the_style_sheet_and_the_emblems_are_written() -> None:
    found = assets()
    texts = [artifact.path for artifact in found.artifacts if isinstance(artifact.recipe, WriteText)]
    assert [path.partition(".")[0] for path in texts] == ["assets/emblems", "assets/style"]
    assert found.view.style == f"/{texts[1]}"
    assert found.view.file("emblems.svg") == f"/{texts[0]}"


@pytest.mark.parametrize(
    ("size", "made"),
    [
        ((2000, 1000), [(480, 240), (960, 480), (1600, 800)]),
        ((1000, 1500), [(480, 720), (960, 1440), (1000, 1500)]),
        ((300, 200), [(300, 200)]),
        ((480, 1), [(480, 1)]),
        ((4000, 2), [(480, 1), (960, 1), (1600, 1)]),
    ],
)
def test_a_photo_is_made_in_each_width_and_never_larger_than_it_is(
    size: tuple[int, int], made: list[tuple[int, int]]
) -> None:
    found = assets(width=size[0], height=size[1])
    recipes = [artifact.recipe for artifact in found.artifacts if isinstance(artifact.recipe, MakePhoto)]
    assert recipes == [
        MakePhoto(PATH, f"digest of {PATH}", width, height, kind, widest=made[-1])
        for kind in ("avif", "webp", "jpeg")
        for width, height in made
    ]


def test_pages_see_a_photo_with_its_variants_narrowest_first() -> None:
    found = assets(width=960, height=640)
    addresses = [f"/{item.path}" for item in found.artifacts if isinstance(item.recipe, MakePhoto)]
    assert found.photos == {
        PATH: PhotoView(
            alt="Een plein.",
            width=960,
            height=640,
            variants=(
                PhotoVariant(addresses[0], 480, 320, "image/avif"),
                PhotoVariant(addresses[1], 960, 640, "image/avif"),
                PhotoVariant(addresses[2], 480, 320, "image/webp"),
                PhotoVariant(addresses[3], 960, 640, "image/webp"),
                PhotoVariant(addresses[4], 480, 320, "image/jpeg"),
                PhotoVariant(addresses[5], 960, 640, "image/jpeg"),
            ),
            caption="Kijk!",
            credit="Ans",
        )
    }


def test_another_way_to_encode_gives_other_files() -> None:
    paths = [{item.path for item in assets(code=code).artifacts if isinstance(item.recipe, MakePhoto)} for code in "ab"]
    assert not paths[0] & paths[1]
