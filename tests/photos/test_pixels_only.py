"""Nothing but pixels is published: forty photos of every kind go in, and an independent reader finds nothing else.

The photos are made here; `exiftool` writes what telephones and photographers leave in them, and reads what comes out.
"""

from __future__ import annotations

import io
import json
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from tests.harness import PEELO, SETTINGS, TinySite, messages

RED, BLUE, GREEN, GREY = (200, 40, 40), (40, 60, 200), (30, 150, 60), (128, 128, 128)
SIZE = (120, 80)
REGISTER = "alt: Vlakken in vier kleuren\nfotograaf: Ans\ntoestemming: geen-mensen\n"
NEAR = 14
"""How far a colour may be from the original, of 255: the formats lose a little."""
TECHNICAL = {"ExifTool", "System", "File", "SourceFile", "JFIF", "RIFF", "PNG", "QuickTime", "Meta", "Composite"}
SECRETS = (b"Telefoon van Ans", b"52.99", b"geheim", b"Ans de Fotograaf", b"XMP", b"Exif", b"xmpmeta", b"Photoshop")


def quarters(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """Draw four planes: red above blue at the left, green above grey at the right."""
    image = Image.new("RGB", size)
    half = (size[0] // 2, size[1] // 2)
    for colour, place in ((RED, (0, 0)), (BLUE, (0, half[1])), (GREEN, (half[0], 0)), (GREY, half)):
        image.paste(colour, (*place, *size))
    image.paste(GREEN, (half[0], 0, size[0], half[1]))
    image.paste(BLUE, (0, half[1], half[0], size[1]))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned(orientation: int) -> bytes:
    """Give a JPEG whose pixels lie as a camera laid them, to be seen upright by its EXIF orientation."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = quarters()
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = image.transpose(back[orientation]) if orientation in back else image
    return saved(stored, "JPEG", quality=95, subsampling=0, exif=exif)


def sixteen_bits(image: Image.Image, *, grey: bool = False) -> bytes:
    """Write a PNG of sixteen bits a sample, which Pillow cannot."""
    rows = []
    for y in range(image.height):
        row = bytearray(b"\0")
        for x in range(image.width):
            pixel = image.getpixel((x, y))
            samples = pixel if isinstance(pixel, tuple) else (pixel,)
            row += b"".join(struct.pack(">H", round(float(sample or 0)) * 257) for sample in samples)
        rows.append(bytes(row))

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", image.width, image.height, 16, 0 if grey else 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"".join(rows)))
        + chunk(b"IEND", b"")
    )


def wide_gamut() -> tuple[bytes, bytes]:
    """Give a profile whose red and green are the other way round, and a picture in it that looks like the others.

    Who ignores the profile shows red where green should be.
    """
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile = profile.replace(b"rXYZ", b"?XYZ", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"?XYZ", b"gXYZ", 1)
    red, green, blue = quarters().split()
    return bytes(profile), saved(
        Image.merge("RGB", (green, red, blue)), "JPEG", quality=95, subsampling=0, icc_profile=bytes(profile)
    )


def heic() -> bytes:
    import pillow_heif  # noqa: PLC0415 - only here

    return saved_heif(pillow_heif.from_pillow(quarters((128, 128))))


def saved_heif(image: object) -> bytes:
    out = io.BytesIO()
    image.save(out, quality=95)  # type: ignore[attr-defined]
    return out.getvalue()


def forty() -> dict[str, bytes]:
    """Give the photos by their names."""
    plain = saved(quarters(), "JPEG", quality=95, subsampling=0)
    photos = {f"draai-{turn}.jpg": turned(turn) for turn in range(1, 9)}
    photos |= {
        "cmyk.jpg": saved(quarters(mode="CMYK"), "JPEG", quality=95, subsampling=0),
        "grijs.jpg": saved(quarters(mode="L"), "JPEG", quality=95),
        "zestien.png": sixteen_bits(quarters((24, 16))),
        "bits.png": sixteen_bits(quarters((24, 16), "L"), grey=True),
        "profiel.jpg": wide_gamut()[1],
        "telefoon.heic": heic(),
        "TELEFOON2.HEIC": heic(),
        "nieuw.avif": saved(quarters(), "AVIF", quality=95),
        "web.webp": saved(quarters(), "WEBP", quality=95),
        "stil.gif": saved(quarters(), "GIF"),
        "palet.png": saved(quarters().quantize(16), "PNG"),
        "gewoon.png": saved(quarters(), "PNG"),
        "doorzichtig.png": saved(quarters(mode="RGBA"), "PNG"),
        "EEN.JPG": plain,
        "met spatie.jpg": plain,
        "één café.jpg": plain,
        "feest 'op' het plein (1).jpeg": plain,
        "stip.png": saved(Image.new("RGB", (1, 1), RED), "PNG"),
        "panorama.jpg": saved(quarters((12_000, 900)), "JPEG", quality=60),
        "progressief.jpg": saved(quarters(), "JPEG", quality=95, progressive=True, subsampling=0),
        "opmerking.jpg": saved(quarters(), "JPEG", quality=95, subsampling=0, comment=b"geheim"),
        "hoog.jpg": saved(quarters((40, 900)), "JPEG", quality=95),
        "breed.jpg": saved(quarters((900, 10)), "JPEG", quality=95),
    }
    photos |= {
        f"plek-{number}.{kind.lower()}": saved(quarters(), kind.replace("JPG", "JPEG"), quality=95)
        for number, kind in enumerate(("JPG", "PNG", "WEBP", "AVIF") * 2)
    }
    photos["plek-9.heic"] = heic()
    return photos


WRITTEN = (
    *("-GPSLatitude=52.99", "-GPSLatitudeRef=N", "-GPSLongitude=6.56", "-GPSLongitudeRef=E"),
    *("-Make=Telefoon van Ans", "-SerialNumber=geheim", "-XMP:Creator=Ans de Fotograaf", "-XMP:GPSLatitude=52.99"),
    *("-IPTC:City=Assen geheim", "-Comment=geheim", "-XMP:PersonInImage=geheim"),
)


def exiftool(*arguments: str | Path) -> str:
    assert shutil.which("exiftool"), "exiftool is not installed: apt-get install libimage-exiftool-perl"
    done = subprocess.run(["exiftool", *map(str, arguments)], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TinySite:
    photos = forty()
    assert len(photos) == 40
    folder = tmp_path_factory.mktemp("foto's")
    files: dict[str, str | bytes] = {"site.yaml": SETTINGS, "content/wijken/peelo.md": PEELO}
    names = list(photos)
    shortcodes = [" ".join(f'"{name}"' for name in names[start : start + 20]) for start in (0, 20)]
    galleries = "\n\n".join(f"{{{{ galerij {row} }}}}" for row in shortcodes)
    files["content/verhalen/feest/index.md"] = (
        "---\ntitel: Feest\ndatum: 2026-11-01\nsamenvatting: Er was feest.\nwijken: [peelo]\nfoto: draai-6.jpg\n---\n"
        f"Er was feest.\n\n{galleries}\n"
    )
    for name, data in photos.items():
        files[f"content/verhalen/feest/{name}"] = data
        files[f"content/verhalen/feest/{name}.yaml"] = REGISTER
    made = TinySite(folder / "site", files)
    place = made.root / "content/verhalen/feest"
    exiftool("-q", "-m", "-overwrite_original", *WRITTEN, *(place / name for name in names if "plek" in name))
    exiftool("-q", "-m", "-overwrite_original", "-Make=Telefoon van Ans", place / "draai-6.jpg")
    outcome = made.build()
    assert not outcome.failed, messages(outcome)
    assert {found.code for found in outcome.diagnostics} == {"foto-positie"}
    return made


def variants(site: TinySite) -> list[Path]:
    return [path for path in (site.output / "assets").iterdir() if path.suffix in {".avif", ".webp", ".jpg"}]


def named(site: TinySite, stem: str) -> list[Path]:
    found = [path for path in variants(site) if path.name.startswith(f"{stem}-")]
    assert {path.suffix for path in found} == {".avif", ".webp", ".jpg"}
    return found


def test_every_photo_that_tells_where_it_was_made_is_mentioned(site: TinySite) -> None:
    found = [row for row in messages(site.check()) if "foto-positie" in row]
    assert found == [
        f"content/verhalen/feest/plek-{number}.{kind}:1: waarschuwing[foto-positie]"
        for number, kind in enumerate(("jpg", "png", "webp", "avif") * 2)
    ] + ["content/verhalen/feest/plek-9.heic:1: waarschuwing[foto-positie]"]


def test_an_independent_reader_finds_nothing_but_pixels(site: TinySite) -> None:
    originals = json.loads(exiftool("-j", "-G1", site.root / "content/verhalen/feest"))
    assert sum(any("GPS" in key for key in row) for row in originals) == 9, "the test itself has to write positions"
    rows = json.loads(exiftool("-j", "-G1", "-a", "-u", "-ee", "-r", site.output))
    assert len([row for row in rows if row["SourceFile"].endswith((".avif", ".webp", ".jpg"))]) > 100
    for row in rows:
        if row["SourceFile"].endswith((".avif", ".webp", ".jpg", ".png")):
            groups = {key.partition(":")[0] for key in row}
            assert {group for group in groups if group.split("-")[0] not in TECHNICAL} == set(), row
            assert not any("GPS" in key or "Comment" in key for key in row), row


def test_no_byte_of_what_was_written_beside_the_pixels_is_published(site: TinySite) -> None:
    for path, data in site.built().items():
        if path.startswith("assets/") and not path.endswith(".css"):
            assert not [secret for secret in SECRETS if secret in data], path


def test_no_original_is_published(site: TinySite) -> None:
    originals = {path.read_bytes() for path in (site.root / "content").rglob("*") if path.is_file()}
    assert not [path for path, data in site.built().items() if data in originals]


def shown(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


@pytest.mark.parametrize(
    "stem",
    [
        *(f"draai-{turn}" for turn in range(1, 9)),
        *("cmyk", "zestien", "profiel", "telefoon", "telefoon2", "nieuw", "web", "stil", "palet", "gewoon"),
        *("doorzichtig", "een", "met-spatie", "n-caf", "feest-op-het-plein-1", "panorama", "progressief", "opmerking"),
        *(f"plek-{number}" for number in (0, 1, 2, 3, 4, 5, 6, 7, 9)),
    ],
)
def test_photos_are_the_right_way_up_and_have_their_colours(site: TinySite, stem: str) -> None:
    for path in named(site, stem):
        image = shown(path)
        assert (image.width > image.height) or stem.startswith("telefoon") or stem == "plek-9"
        corners = {RED: (0.25, 0.25), GREEN: (0.75, 0.25), BLUE: (0.25, 0.75), GREY: (0.75, 0.75)}
        for colour, (x, y) in corners.items():
            pixel = image.getpixel((int(image.width * x), int(image.height * y)))
            assert isinstance(pixel, tuple)
            assert max(abs(one - other) for one, other in zip(pixel, colour, strict=True)) <= NEAR, (path, pixel)


@pytest.mark.parametrize("stem", ["grijs", "bits"])
def test_a_photo_in_grey_stays_as_light_as_it_was(site: TinySite, stem: str) -> None:
    expected = quarters(mode="L").getpixel((30, 20))
    for path in named(site, stem):
        image = shown(path)
        pixel = image.getpixel((image.width // 4, image.height // 4))
        assert isinstance(pixel, tuple)
        assert isinstance(expected, int)
        assert max(abs(value - expected) for value in pixel) <= NEAR


def test_the_smallest_and_the_widest_photo_are_there(site: TinySite) -> None:
    assert {shown(path).size for path in named(site, "stip")} == {(1, 1)}
    assert {shown(path).size for path in named(site, "panorama")} == {(480, 36), (960, 72), (1600, 120)}
    assert {shown(path).size for path in named(site, "breed")} == {(480, 5), (900, 10)}
    assert {shown(path).size for path in named(site, "hoog")} == {(40, 900)}
