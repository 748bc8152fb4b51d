"""A cleaned photo shows the same pixels the same way up, and tells nothing: exiftool says so, and Pillow."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.draft.metadata import without_metadata
from generator.draft.metadata.tiff import only_orientation, orientation_of

pillow_heif.register_heif_opener()
FORMATS = ("jpg", "png", "webp", "avif", "heic")
TOLD = ("-GPSLatitude=52.99", "-GPSLatitudeRef=N", "-GPSLongitude=6.56", "-GPSLongitudeRef=E", "-XMP:City=Assen")
TELLING = ("GPS", "XMP", "IPTC", "Photoshop", "ExifIFD", "IFD1", "MPF", "Samsung", "MakerNotes")
needs_exiftool = pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not on this machine")


def picture(suffix: str, *, turned: int = 1, **settings: bool | bytes) -> bytes:
    """Make a photo of noise, turned by its EXIF data."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, "Telefoon"
    data = io.BytesIO()
    noise = Image.effect_noise((48, 32), 80).convert("RGB")
    names = {"jpg": "JPEG", "heic": "HEIF"}
    noise.save(data, names.get(suffix, suffix.upper()), exif=exif, **settings)
    return data.getvalue()


def pixels(data: bytes) -> bytes:
    return Image.open(io.BytesIO(data)).convert("RGB").tobytes()


def tell(path: Path, *arguments: str) -> dict[str, Any]:
    """Ask exiftool for everything that it finds in a file."""
    done = subprocess.run(["exiftool", "-j", "-G1", "-n", *arguments, path], check=True, capture_output=True)
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows[0]


@needs_exiftool
@pytest.mark.parametrize("turned", [1, 3, 6, 8])
@pytest.mark.parametrize("suffix", FORMATS)
def test_the_copy_has_no_place_and_the_same_pixels_the_same_way_up(suffix: str, turned: int, tmp_path: Path) -> None:
    before, after = tmp_path / f"voor.{suffix}", tmp_path / f"na.{suffix}"
    before.write_bytes(picture(suffix, turned=turned))
    subprocess.run(["exiftool", "-q", "-overwrite_original", *TOLD, "-Artist=Jan", before], check=True)
    assert tell(before)["GPS:GPSLatitude"] == pytest.approx(52.99)
    clean = without_metadata(before.read_bytes())
    assert clean is not None
    after.write_bytes(clean)
    found = tell(after)
    assert [name for name in found if name.startswith(TELLING) or "Artist" in name or "Make" in name] == []
    assert b"Telefoon" not in clean
    assert b"Assen" not in clean
    assert pixels(clean) == pixels(before.read_bytes())
    for name in ("IFD0:Orientation", "QuickTime:Rotation"):
        assert found.get(name, 1) == tell(before).get(name, 1)


def test_a_jpeg_in_steps_with_colours_of_its_own_stays_the_same() -> None:
    data = picture("jpg", progressive=True, icc_profile=b"kleuren van deze camera", comment=b"Markt 1")
    clean = without_metadata(data)
    assert clean is not None
    assert (b"kleuren van deze camera" in clean, b"Markt 1" in clean) == (True, False)
    assert pixels(clean) == pixels(data)


def test_what_hangs_behind_a_jpeg_goes() -> None:
    film = picture("jpg") + b"ftypmp42 een filmpje met geluid" + picture("jpg", turned=6)
    clean = without_metadata(film)
    assert clean is not None
    assert clean.endswith(b"\xff\xd9")
    assert b"filmpje" not in clean
    assert clean.count(b"\xff\xd8") == 1


def test_the_thumbnail_in_the_header_of_a_jpeg_goes() -> None:
    data = picture("jpg")
    start = data.index(b"JFIF\0")
    fat = (
        data[: start - 2] + (16 + 3).to_bytes(2, "big") + data[start : start + 12] + b"\x01\x01RGB" + data[start + 14 :]
    )
    clean = without_metadata(fat)
    assert clean is not None
    assert b"RGB" not in clean
    assert pixels(clean) == pixels(data)


def test_a_clean_photo_stays_as_it_is() -> None:
    for suffix in ("jpg", "png", "webp", "avif", "heic"):
        once = without_metadata(picture(suffix, turned=6))
        assert once is not None
        assert without_metadata(once) == once


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_half_a_photo_is_refused(suffix: str) -> None:
    data = picture(suffix)
    assert without_metadata(data[: len(data) // 2]) is None


def test_what_is_no_photo_is_refused() -> None:
    assert without_metadata(b"") is None
    assert without_metadata(b"GIF89a") is None
    assert without_metadata(b"%PDF-1.7") is None


@given(st.binary(max_size=80), st.sampled_from(FORMATS), st.integers(0, 4000))
def test_damage_never_breaks_the_program(noise: bytes, suffix: str, at: int) -> None:
    data = SAMPLES[suffix]
    damaged = data[: at % len(data)] + noise + data[at % len(data) + len(noise) :]
    clean = without_metadata(damaged)
    assert clean is None or isinstance(clean, bytes)


SAMPLES = {suffix: picture(suffix, turned=6) for suffix in FORMATS}


@pytest.mark.parametrize("value", range(1, 9))
def test_an_orientation_reads_back_as_it_was_written(value: int) -> None:
    assert orientation_of(only_orientation(value)) == value


@pytest.mark.parametrize("tiff", [b"", b"II", b"MM\0*\xff\xff\xff\xff", b"geen tiff", only_orientation(9)])
def test_an_orientation_that_cannot_be_read_is_upright(tiff: bytes) -> None:
    assert orientation_of(tiff) == 1


def test_the_order_of_bytes_may_be_either() -> None:
    little = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    assert orientation_of(little) == 6


def test_a_table_that_promises_more_than_there_is_is_refused_at_once() -> None:
    def box(name: bytes, body: bytes) -> bytes:
        return (len(body) + 8).to_bytes(4, "big") + name + body

    promises = box(b"iloc", b"\2\0\0\0" + b"\0\0" + b"\xff" * 4 + b"\0" * 10 + b"\xff\xff")
    meta = box(b"meta", bytes(4) + box(b"iinf", bytes(6)) + promises)
    assert without_metadata(box(b"ftyp", b"heic") + meta) is None
