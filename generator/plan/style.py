"""The style sheets of a theme -> one style sheet in cascade layers, and the addresses of what it loads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Report, error
from generator.model.theme import ThemeFiles
from generator.plan.tokens import Token, tokens_css

LAYERS = ("reset", "tokens", "base", "layouts", "components", "utilities")


def bundle(theme: ThemeFiles, tokens: tuple[Token, ...], addresses: Mapping[str, str]) -> Report[str]:
    """Wrap the files of each folder in the layer of its name; `addresses` gives files of the theme their address."""
    found: list[Diagnostic] = []
    parts = [f"@layer {', '.join(LAYERS)};\n"]
    for layer in LAYERS:
        text = tokens_css(tokens) if layer == "tokens" else _layer(theme, layer, addresses, found)
        if text:
            parts.append(f"@layer {layer} {{\n{text}}}\n")
    return Report(minify("".join(parts)), tuple(found))


def _layer(theme: ThemeFiles, layer: str, addresses: Mapping[str, str], found: list[Diagnostic]) -> str:
    folder = "components/" if layer == "components" else f"css/{layer}/"
    names = sorted(name for name in theme.files if name.startswith(folder) and name.endswith(".css"))
    return "".join(_with_addresses(theme, name, addresses, found) for name in names)


def _with_addresses(theme: ThemeFiles, name: str, addresses: Mapping[str, str], found: list[Diagnostic]) -> str:
    """Replace `url("theme:fonts/x.woff2")` by the file beside the style sheet."""
    text = theme.text(name)

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


_TOKEN = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|/\*.*?\*/|\s+""", re.DOTALL)


def minify(css: str) -> str:
    """Drop comments and white space that mean nothing; texts between quotes stay as they are."""
    folded = _TOKEN.sub(lambda match: match[1] or " ", css)
    parts = re.split(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""", folded)
    for index in range(0, len(parts), 2):
        tight = re.sub(r"\s*([{};,])\s*", r"\1", parts[index])
        parts[index] = re.sub(r"(?<=[{;])([\w-]+):\s+", r"\1:", tight).replace(";}", "}")
    return "".join(parts).strip() + "\n"
