"""What pages load -> diagnostics on pages too heavy for a phone, and on scripts where nobody needs one.

Weights are bytes on the wire, compressed as a server does. Photos are not counted: which of their files a phone takes
is for the phone to say, and `render` keeps each of them light.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import assert_never

from generator.diagnostics import Diagnostic, error, warning
from generator.model.facts import PageFacts
from generator.model.plan import (
    Artifact,
    CopyFile,
    DrawBrand,
    EncodeData,
    MakeCard,
    MakePhoto,
    RenderTemplate,
    WriteText,
)
from generator.model.theme import ThemeFiles

WORDS = 35_000
"""HTML, style sheet, font: all that it takes to read a page."""

PICTURES, HOME = 100_000, 120_000
"""The same with drawings, on any page and on the front page."""

FRAME = 12_000
"""A page for in a frame on somebody else's site, with all that it loads."""

STYLE = 10_240
SURELY_LIGHT = 16_384
"""An HTML page shrinks to less than half of itself: one of this size is light without compressing it to know."""

_PACKED = frozenset({".woff2", ".png", ".jpg", ".webp", ".avif"})
_RASTER = frozenset({".png", ".jpg", ".webp", ".avif", ".ico"})
_TIP = "verdeel de tekst over twee pagina's, of laat iets weg"


def weigh_page(html: bytes) -> int:
    """Give the weight of a page, or half its size when that is little."""
    return len(html) // 2 if len(html) <= SURELY_LIGHT else _compressed(html)


def check_budgets(
    pages: Mapping[str, PageFacts], artifacts: Mapping[str, Artifact], theme: ThemeFiles, base_path: str
) -> Iterator[Diagnostic]:
    """Find pages that are too heavy or that bring a script, and style sheets that are too heavy."""

    @functools.cache
    def weigh(path: str) -> int:
        return _weight(path, artifacts[path], theme) if path in artifacts else 0

    for path in artifacts:
        if path.endswith(".css") and (weight := weigh(path)) > STYLE:
            tip = "haal stijlen weg die niemand gebruikt"
            message = f"het stijlblad is {_kilobytes(weight)}, en mag {_kilobytes(STYLE)} zijn"
            yield error(theme.folder, 1, "stijl-te-zwaar", message, tip)
    for path, facts in pages.items():
        origin = artifacts[path].origin
        if origin is None:
            continue
        loaded = [name.removeprefix(base_path).removeprefix("/").partition("#")[0] for name in facts.files]
        if not facts.framed and any(name.endswith(".js") for name in loaded):
            tip = "een pagina om te lezen heeft geen script nodig; haal het uit het sjabloon"
            yield error(origin, 1, "script-op-pagina", f"de pagina laadt een script (/{path})", tip)
        pictures = sum(weigh(name) for name in loaded if name.endswith(".svg"))
        rest = facts.weight + sum(weigh(name) for name in loaded if not name.endswith(".svg"))
        limit = FRAME if facts.framed else HOME if path == "index.html" else PICTURES
        if rest > WORDS:
            yield _too_heavy(origin, "zonder plaatjes ", rest, WORDS)
        elif rest + pictures > limit:
            yield _too_heavy(origin, "", rest + pictures, limit)


def _too_heavy(origin: str, what: str, weight: int, limit: int) -> Diagnostic:
    message = f"de pagina is {what}{_kilobytes(weight)}; boven {_kilobytes(limit)} is ze traag op een telefoon"
    return warning(origin, 1, "pagina-zwaar", message, _TIP)


def _weight(path: str, artifact: Artifact, theme: ThemeFiles) -> int:
    """Give the weight of a file that pages may load; pages weigh themselves, and photos count for nothing."""
    recipe = artifact.recipe
    match recipe:
        case WriteText():
            return _compressed(recipe.text.encode())
        case CopyFile():
            kind, data = PurePosixPath(path).suffix, theme.files[recipe.source]
            return 0 if kind in _RASTER else len(data) if kind in _PACKED else _compressed(data)
        case RenderTemplate() | EncodeData() | MakePhoto() | MakeCard() | DrawBrand():
            return 0
        case _:
            assert_never(recipe)


def _compressed(data: bytes) -> int:
    return len(zlib.compress(data, 6))


def _kilobytes(weight: int) -> str:
    return f"{weight / 1000:.1f} kB".replace(".", ",")
