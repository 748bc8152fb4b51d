"""Files of the theme, style sheet, emblems and photos -> artifacts below `/assets/`, each named by its digest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Report
from generator.digest import digest_bytes, digest_value
from generator.model.plan import Artifact, CopyFile, MakePhoto, WriteText
from generator.model.site import Photo, Site
from generator.model.source import PhotoFile
from generator.model.theme import ThemeFiles
from generator.model.view import AssetsView, PhotoVariant, PhotoView
from generator.plan.brand import Brand
from generator.plan.fonts import FORMATS, Font, font_face
from generator.plan.names import LONGEST_STEM, asset_path, plain_name
from generator.plan.shapes import emblem_sprite
from generator.plan.style import bundle
from generator.plan.tokens import Token

COPIED = ("fonts/", "images/")
COPIED_TYPES = (*FORMATS, ".svg", ".png", ".ico", ".webp", ".avif", ".jpg")
EMBLEMS = "emblems.svg"
PHOTO_FORMATS = ("avif", "webp", "jpeg")
"""From the smallest to the one that every browser knows."""
_SUFFIXES = {"jpeg": "jpg"}
TENTHS = 10
LONGEST_WIDTH = 5


@dataclass(frozen=True, slots=True)
class Assets:
    """What pages load: artifacts, their addresses, and the photos by path."""

    artifacts: tuple[Artifact, ...]
    view: AssetsView
    photos: dict[str, PhotoView]


def photo_stem(path: str) -> str:
    """Give the name that all files of a photo begin with, before their width: `feest` for `assets/feest-480...`."""
    return plain_name(PurePosixPath(path).stem)[: LONGEST_STEM - LONGEST_WIDTH].strip("-") or "bestand"


def make_assets(
    site: Site,
    theme: ThemeFiles,
    tokens: tuple[Token, ...],
    photo_code: str,
    *,
    brand: Brand | None = None,
    font: Font | None = None,
) -> Report[Assets]:
    """Make the artifacts of everything that is no page; `photo_code` is the digest of what encodes photos."""
    brand = brand or Brand()
    found: list[Diagnostic] = []
    artifacts: list[Artifact] = []
    addresses: dict[str, str] = {}
    for name in sorted(theme.files):
        if name.startswith(COPIED) and name.endswith(COPIED_TYPES):
            key = theme.digests[name]
            artifacts.append(Artifact(asset_path(name, key), CopyFile(name), key))
            addresses[name] = f"/{artifacts[-1].path}"
    artifacts += brand.artifacts
    addresses |= brand.addresses
    artifacts.append(_text_artifact(EMBLEMS, emblem_sprite(site, *brand.city)))
    addresses[EMBLEMS] = f"/{artifacts[-1].path}"
    letters = addresses[font.file] if font else None
    face = font_face(font, PurePosixPath(letters).name) if font and letters else ""
    style = bundle(theme, tokens, addresses, face)
    found += style.diagnostics
    artifacts.append(_text_artifact("style.css", style.value))
    view = AssetsView(
        style=f"/{artifacts[-1].path}",
        files=tuple(sorted(addresses.items())),
        font=letters,
        mark=brand.view,
        icon=brand.icon,
        manifest=brand.manifest,
        paper=brand.paper,
    )
    photos = {}
    for path, photo in site.photos.items():
        variants, photos[path] = _photo(path, photo, site.config.photo_widths, photo_code)
        artifacts += variants
    return Report(Assets(tuple(artifacts), view, photos), tuple(found))


def _text_artifact(name: str, text: str) -> Artifact:
    key = digest_bytes(text.encode())
    return Artifact(asset_path(name, key), WriteText(text), key)


def _photo(path: str, photo: Photo, widths: tuple[int, ...], code: str) -> tuple[list[Artifact], PhotoView]:
    file, register = photo.file, photo.register
    sizes = [(width, _height(file, width)) for width in sorted({min(width, file.width) for width in widths})]
    artifacts, variants = [], []
    for kind in PHOTO_FORMATS:
        for width, height in sizes:
            recipe = MakePhoto(path, file.digest, width, height, kind, widest=sizes[-1], orientation=file.orientation)
            key = digest_value([file.digest, width, height, kind, sizes[-1], code])
            name = f"{photo_stem(path)}-{width}.{_SUFFIXES.get(kind, kind)}"
            artifacts.append(Artifact(asset_path(name, key), recipe, key, origin=path))
            address = f"/{artifacts[-1].path}"
            variants.append(PhotoVariant(address=address, width=width, height=height, media_type=f"image/{kind}"))
    view = PhotoView(
        alt=register.alt,
        width=sizes[-1][0],
        height=sizes[-1][1],
        variants=tuple(variants),
        caption=register.caption,
        credit=register.photographer,
        focus=(round(register.focus[0] * TENTHS), round(register.focus[1] * TENTHS)),
        shareable=register.share_with_partners,
        transparent=file.transparent,
    )
    return artifacts, view


def _height(file: PhotoFile, width: int) -> int:
    return max(1, round(file.height * width / file.width))
