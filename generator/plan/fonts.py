"""The font that the tokens name -> its file for style sheet, pages and cards, and what it can spell.

A token of a family says in its `$extensions` which file holds the letters: `file`, the `weight` of its axis, and
`letters`, the signs that it has as a `unicode-range`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Report, error, suggestion
from generator.model.theme import ThemeFiles
from generator.plan.tokens import TOKENS, VENDOR, line_of_token

FOLDER = "fonts/"
FORMATS = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}
SIGNATURES = (b"wOF2", b"wOFF", b"\x00\x01\x00\x00", b"OTTO", b"true")
_RANGE = re.compile(r"U\+([0-9A-Fa-f]{1,6})(?:-([0-9A-Fa-f]{1,6}))?")
_BASES = str.maketrans("łŁøØđĐħĦıŋŊŧŦ‐‑–—−", "lLoOdDhHinNtT-----") | {
    ord(sign): letters
    for sign, letters in {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d"}.items()
}
"""Letters that Unicode does not take apart, and how they are spelled without their sign."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the theme: `letters` are ranges of code points, none when the tokens do not say what it has."""

    family: str
    file: str
    weight: str
    letters: tuple[tuple[int, int], ...] = ()

    def has(self, sign: str) -> bool:
        """Tell whether the font has a sign."""
        return not self.letters or any(first <= ord(sign) <= last for first, last in self.letters)

    def spell(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Write a text with the letters that there are; give it, and the signs that had to be left out.

        `Şükrü` becomes `Sükrü`; a sign that has no letter below it, such as a face, goes, with the space it leaves.
        """
        spelled, missing = [], []
        for sign in unicodedata.normalize("NFC", text):
            base = sign if self.has(sign) or sign.isspace() else self._base(sign)
            spelled.append(base)
            if not base and unicodedata.category(sign)[0] not in "CM":
                missing.append(sign)
        return " ".join("".join(spelled).split()), tuple(dict.fromkeys(missing))

    def _base(self, sign: str) -> str:
        """Give the letters below the accents of one sign, as far as the font has them."""
        apart = unicodedata.normalize("NFKD", sign)
        bare = "".join(part for part in apart if not unicodedata.combining(part)).translate(_BASES)
        return bare if all(self.has(part) for part in bare) else ""


def theme_font(theme: ThemeFiles) -> Report[Font | None]:
    """Find the font of the theme's text; a theme that names none does without."""
    text = theme.files.get(TOKENS, b"").decode("utf-8", "replace")
    try:
        tree = json.loads(text)
    except ValueError:
        return Report(None)
    path = f"{theme.folder}/{TOKENS}"
    for dotted, node in _families(tree, ""):
        ours = node["$extensions"][VENDOR]  # type: ignore[index] # `_families` saw that it is there
        font = Font(_first(node.get("$value")), ours["file"], str(ours.get("weight", "400")), _ranges(ours))
        found = tuple(_flaws(theme, font, path, line_of_token(text, dotted)))
        return Report(None if found else font, found)
    return Report(None)


def _families(node: object, path: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Give the tokens that name a file of letters."""
    if not isinstance(node, dict):
        return
    extensions = node.get("$extensions")
    ours = extensions.get(VENDOR) if isinstance(extensions, dict) else None
    if "$value" in node and isinstance(ours, dict) and isinstance(ours.get("file"), str):
        yield path, node
    for name, child in node.items():
        if not name.startswith("$"):
            yield from _families(child, f"{path}.{name}" if path else name)


def _first(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and value else str(value)


def _ranges(ours: Mapping[str, object]) -> tuple[tuple[int, int], ...]:
    matches = _RANGE.finditer(str(ours.get("letters", "")))
    return tuple((int(match[1], 16), int(match[2] or match[1], 16)) for match in matches)


def _flaws(theme: ThemeFiles, font: Font, path: str, line: int) -> Iterator[Diagnostic]:
    """Say once that the file is not there, or holds no letters."""
    fonts = [name for name in sorted(theme.files) if name.endswith(tuple(FORMATS))]
    if font.file not in theme.files:
        tip = f"zet het bestand in {theme.folder}/{FOLDER}, of noem hier een lettertype dat er is"
        if fonts:
            tip = f"zet het bestand in {theme.folder}/, of noem hier wat er wel is; {suggestion(font.file, fonts)}"
        yield error(path, line, "lettertype-ontbreekt", f"het lettertype '{font.file}' is niet in het thema", tip)
    elif font.file not in fonts or not theme.files[font.file].startswith(SIGNATURES):
        tip = f"zet er een lettertype neer dat eindigt op {', '.join(FORMATS)}; woff2 is het lichtst"
        yield error(f"{theme.folder}/{font.file}", 1, "geen-lettertype", "dit bestand is geen lettertype", tip)


def font_face(font: Font, name: str) -> str:
    """Write the rule that loads a font from a file beside the style sheet."""
    kind = next(kind for end, kind in FORMATS.items() if font.file.endswith(end))
    return (
        f'@font-face {{\nfont-family: "{font.family}";\nsrc: url("{name}") format("{kind}");\n'
        f"font-weight: {font.weight};\nfont-display: optional;\n}}\n"
    )
