"""The style sheets of a theme -> one style sheet in cascade layers, and the addresses of what it loads."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Report, error
from generator.model.theme import ThemeFiles
from generator.plan.tokens import Token, tokens_css

LAYERS = ("reset", "tokens", "base", "layouts", "components", "utilities")


def bundle(theme: ThemeFiles, tokens: tuple[Token, ...], addresses: Mapping[str, str], face: str = "") -> Report[str]:
    """Wrap the files of each folder in the layer of its name; `addresses` gives files of the theme their address.

    `face` is the rule that loads the font of the tokens.
    """
    return _bundle(theme, tokens, tuple(addresses.items()), face)


@functools.lru_cache(maxsize=2)
def _bundle(theme: ThemeFiles, tokens: tuple[Token, ...], rows: tuple[tuple[str, str], ...], face: str) -> Report[str]:
    addresses = dict(rows)
    found: list[Diagnostic] = []
    parts = [f"@layer {', '.join(LAYERS)};\n"]
    for layer in LAYERS:
        text = face + tokens_css(tokens) if layer == "tokens" else _layer(theme, layer, addresses, found)
        if text:
            parts.append(f"@layer {layer} {{\n{text}}}\n")
    return Report(minify("".join(parts)), tuple(found))


def _layer(theme: ThemeFiles, layer: str, addresses: Mapping[str, str], found: list[Diagnostic]) -> str:
    folder = "components/" if layer == "components" else f"css/{layer}/"
    names = sorted(name for name in theme.files if name.startswith(folder) and name.endswith(".css"))
    return "".join(_with_addresses(theme, name, addresses, found) for name in names)


def _with_addresses(theme: ThemeFiles, name: str, addresses: Mapping[str, str], found: list[Diagnostic]) -> str:
    """Replace `url("theme:fonts/x.woff2")` by the file beside the style sheet."""
    try:
        text = theme.text(name)
    except UnicodeDecodeError:
        tip = "bewaar het bestand opnieuw met codering UTF-8"
        found.append(error(f"{theme.folder}/{name}", 1, "geen-utf8", "dit stijlblad is geen UTF-8", tip))
        return ""

    def replace(match: re.Match[str]) -> str:
        wanted = match[2]
        if wanted in addresses:
            return f'url("{PurePosixPath(addresses[wanted]).name}")'
        line = text.count("\n", 0, match.start()) + 1
        tip = "kijk de naam na; bestanden staan in fonts/ of images/"
        message = f"'{wanted}' is niet in het thema"
        found.append(error(f"{theme.folder}/{name}", line, "themabestand-ontbreekt", message, tip))
        return match[0]

    return re.sub(r"url\(([\"']?)theme:([^\"')]+)\1\)", replace, text)


_QUOTED = r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
_COMMENT = re.compile(_QUOTED + r"|/\*.*?\*/", re.DOTALL)
_WORD = re.compile(r"[\w%-]")


def minify(css: str) -> str:
    """Drop comments and white space that mean nothing; texts between quotes stay as they are."""

    def drop(match: re.Match[str]) -> str:
        """A comment between two words keeps them apart; anywhere else it is nothing."""
        if match[1]:
            return match[1]
        before, after = css[max(match.start() - 1, 0) : match.start()], css[match.end() : match.end() + 1]
        return " " if _WORD.match(before) and _WORD.match(after) else ""

    parts = re.split(_QUOTED, _COMMENT.sub(drop, css))
    for index in range(0, len(parts), 2):
        tight = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", parts[index]))
        tight = re.sub(r"(?<![\w.#])(?<![\w-]-)0(?=\.\d)", "", tight.replace(" > ", ">"))
        tight = re.sub(r"(?<=[:, ])#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b", r"#\1\2\3", tight)
        parts[index] = re.sub(r"(?<=[{;])([\w-]+):\s+", r"\1:", tight).replace(";}", "}")
    return "".join(parts).strip() + "\n"
