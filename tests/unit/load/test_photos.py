"""The header of a photo: its size as people see it, and what makes it unfit."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.load import photos
from generator.load.photos import read_header
from generator.model.source import PhotoFile
from tests.unit.examples import jpeg_that_says, picture

ORIENTATION, GPS = 0x0112, 0x8825


def header(data: bytes) -> PhotoFile:
    return read_header("content/x.jpg", "digest", data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_size_and_format_are_read_from_the_bytes_and_not_from_the_name(kind: str) -> None:
    assert header(picture(kind=kind, size=(40, 20))) == PhotoFile("content/x.jpg", "digest", 40, 20, kind)


@pytest.mark.parametrize("turn", [1, 2, 3, 4])
def test_a_photo_that_is_mirrored_or_upside_down_keeps_its_size(turn: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    found = header(picture(size=(40, 20), exif=exif))
    assert (found.width, found.height) == (40, 20)


@pytest.mark.parametrize("turn", [5, 6, 7, 8])
def test_a_photo_on_its_side_is_measured_upright(turn: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    found = header(picture(size=(40, 20), exif=exif))
    assert (found.width, found.height) == (20, 40)


def test_a_photo_that_tells_where_it_was_made_is_recognised() -> None:
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (53.0, 0.0, 0.0)}
    assert header(picture(exif=exif)).has_position
    assert not header(picture()).has_position


def test_a_moving_picture_is_recognised() -> None:
    out = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    assert header(out.getvalue()).animated


def test_a_photo_of_a_telephone_that_keeps_more_than_one_picture_is_a_photo() -> None:
    out = io.BytesIO()
    extra = Image.new("RGB", (4, 4))
    Image.new("RGB", (40, 20)).save(out, "MPO", save_all=True, append_images=[extra])
    found = header(out.getvalue())
    assert (found.width, found.height, found.problem) == (40, 20, "")


@pytest.mark.parametrize("data", [b"", b"geen foto", b"\xff\xd8\xff", picture()[:20], b"<svg/>", b"BM" + b"\0" * 60])
def test_what_is_no_photo_is_broken(data: bytes) -> None:
    assert header(data) == PhotoFile("content/x.jpg", "digest", 0, 0, problem="stuk")


@pytest.mark.parametrize(
    ("width", "height", "problem"),
    [
        (9_000, 9_000, ""),
        (12_000, 12_000, ""),
        (12_500, 12_001, "groot"),
        (20_000, 20_000, "groot"),
    ],
)
def test_a_photo_of_too_many_pixels_is_too_large(width: int, height: int, problem: str) -> None:
    assert header(jpeg_that_says(width, height)).problem == problem


def test_a_photo_of_too_many_bytes_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "MAX_BYTES", 100)
    assert header(picture()).problem == "groot"
