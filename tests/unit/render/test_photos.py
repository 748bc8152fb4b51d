"""A variant of a photo: upright, in sRGB, of the size that was asked, and nothing in it but pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from generator.model.plan import MakePhoto
from generator.render.photos import make_variants
from tests.unit.examples import picture

RED, BLUE = (255, 0, 0), (0, 0, 255)
ORIENTATION, GPS, MAKER = 0x0112, 0x8825, 0x010F


def encoded(data: bytes, width: int, height: int, kind: str = "webp", *, orientation: int = 1) -> bytes:
    """Make a variant."""
    recipe = MakePhoto("x.jpg", "digest", width, height, kind, widest=(width, height), orientation=orientation)
    return next(make_variants(data, (recipe,)))


def variant(data: bytes, width: int, height: int, *, orientation: int = 1) -> Image.Image:
    """Make a variant and open it."""
    made = encoded(data, width, height, orientation=orientation)
    image = Image.open(io.BytesIO(made))
    image.load()
    assert (image.format, image.size) == ("WEBP", (width, height))
    return image


def near(image: Image.Image, place: tuple[int, int], colour: tuple[int, ...]) -> bool:
    """Tell whether a pixel is about this colour."""
    pixel = image.convert("RGBA" if len(colour) == 4 else "RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 40 for one, other in zip(pixel, colour, strict=True))


def two_colours(turn: int) -> bytes:
    """Give a photo of 80 by 40, red on the left and blue on the right, that has to be turned to be seen."""
    image = Image.new("RGB", (80, 40), RED)
    image.paste(BLUE, (40, 0, 80, 40))
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(
    ("turn", "size", "red", "blue"),
    [
        (1, (40, 20), (5, 10), (35, 10)),
        (2, (40, 20), (35, 10), (5, 10)),
        (3, (40, 20), (35, 10), (5, 10)),
        (6, (20, 40), (10, 5), (10, 35)),
        (8, (20, 40), (10, 35), (10, 5)),
    ],
)
def test_a_photo_is_turned_the_right_way_up(
    turn: int, size: tuple[int, int], red: tuple[int, int], blue: tuple[int, int]
) -> None:
    image = variant(two_colours(turn), *size, orientation=turn)
    assert near(image, red, RED)
    assert near(image, blue, BLUE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_every_kind_of_photo_can_be_made(kind: str) -> None:
    assert near(variant(picture(kind=kind, colour=RED), 20, 10), (10, 5), RED)


@pytest.mark.parametrize(
    ("mode", "kind", "colour", "seen"),
    [
        ("L", "PNG", 255, (255, 255, 255)),
        ("1", "PNG", 1, (255, 255, 255)),
        ("L", "JPEG", 0, (0, 0, 0)),
        ("CMYK", "JPEG", (0, 255, 255, 0), (255, 0, 0)),
        ("P", "PNG", "red", (255, 0, 0)),
        ("I;16", "PNG", 65535, (255, 255, 255)),
    ],
)
def test_other_ways_to_write_colours_become_the_colours_that_people_see(
    mode: str, kind: str, colour: int | tuple[int, ...] | str, seen: tuple[int, ...]
) -> None:
    image = variant(picture(mode, colour=colour, kind=kind), 20, 10)
    assert image.mode == "RGB"
    assert near(image, (10, 5), seen)


@pytest.mark.parametrize(("mode", "colour"), [("RGBA", (255, 0, 0, 0)), ("LA", (255, 0))])
def test_what_is_transparent_stays_so(mode: str, colour: tuple[int, ...]) -> None:
    image = variant(picture(mode, colour=colour, kind="PNG"), 20, 10)
    assert image.mode == "RGBA"
    pixel = image.getpixel((10, 5))
    assert isinstance(pixel, tuple)
    assert pixel[3] == 0


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_a_palette_with_a_transparent_colour_stays_transparent(kind: str) -> None:
    image = Image.new("P", (40, 20), 0)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.paste(1, (20, 0, 40, 20))
    out = io.BytesIO()
    image.save(out, kind, transparency=0)
    made = variant(out.getvalue(), 20, 10)
    assert made.mode == "RGBA"
    left, right = made.getpixel((2, 5)), made.getpixel((18, 5))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert (left[3], right[3]) == (0, 255)


def test_nothing_but_pixels_is_left() -> None:
    exif = Image.Exif()
    exif[MAKER] = "Telefoon van Ans"
    exif[GPS] = {1: "N", 2: (53.0, 0.0, 0.0)}
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (80, 40), RED).save(out, "JPEG", exif=exif, icc_profile=profile, comment=b"geheim", dpi=(300, 300))
    made = encoded(out.getvalue(), 40, 20)
    image = Image.open(io.BytesIO(made))
    assert dict(image.getexif()) == {}
    assert not {"exif", "icc_profile", "xmp", "comment"} & set(image.info)
    assert b"Telefoon" not in made
    assert b"EXIF" not in made


def test_a_photo_with_another_profile_is_converted() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    out = io.BytesIO()
    Image.new("RGB", (40, 20), RED).save(out, "PNG", icc_profile=profile)
    assert near(variant(out.getvalue(), 20, 10), (10, 5), RED)


def test_a_profile_that_is_broken_does_not_matter() -> None:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), RED).save(out, "PNG", icc_profile=b"kapot")
    assert near(variant(out.getvalue(), 20, 10), (10, 5), RED)


def test_a_moving_picture_shows_its_first_frame() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (40, 20), colour) for colour in (RED, BLUE)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert near(variant(out.getvalue(), 20, 10), (10, 5), RED)


def test_the_same_photo_gives_the_same_bytes() -> None:
    data = two_colours(6)
    assert encoded(data, 20, 40, orientation=6) == encoded(data, 20, 40, orientation=6)


def test_a_large_photo_is_reduced_without_reading_all_of_it() -> None:
    assert near(variant(picture(size=(4000, 2000), colour=RED), 480, 240), (240, 120), RED)
