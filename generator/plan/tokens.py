"""Design tokens (DTCG 2025.10) -> CSS custom properties, with the values for dark and for print."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Report, error
from generator.model.theme import ThemeFiles

TOKENS = "tokens.tokens.json"
VENDOR = "nl.mijnbuurtassen"
PRIMITIVE = "primitive."
TIERS = {"primitive": "p-", "semantic": "", "component": "", "basis": "basis-"}
"""What a custom property starts with; `basis` gives our values under the names of the NL Design System."""
Node = Mapping[str, object]
Rows = Mapping[str, tuple[Node, str | None]]
MODES = ("light", "dark", "print")
MAX_ALIASES = 10


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its dotted path, its custom property, and what its value is in CSS.

    `colours` holds what a colour finally is, as `#rrggbb`, in light, in dark and in print, and `sources` the
    paths of the tokens where those are written down; `note` is what it is for.
    """

    path: str
    name: str
    value: str
    dark: str | None = None
    print: str | None = None
    colours: tuple[str, str, str] | None = None
    sources: tuple[str, str, str] | None = None
    note: str = ""


@functools.lru_cache(maxsize=2)
def theme_tokens(theme: ThemeFiles) -> Report[tuple[Token, ...]]:
    """Read the tokens of a theme; a theme may have none."""
    if TOKENS not in theme.files:
        return Report(())
    path = f"{theme.folder}/{TOKENS}"
    try:
        text = theme.text(TOKENS)
    except UnicodeDecodeError:
        tip = "bewaar het bestand opnieuw met codering UTF-8"
        return Report((), (error(path, 1, "geen-utf8", "de tokens zijn geen UTF-8", tip),))
    return read_tokens(text, path)


def read_tokens(text: str, path: str) -> Report[tuple[Token, ...]]:
    """Read a token file; every alias becomes a `var()`."""
    try:
        tree = json.loads(text)
    except ValueError as fault:
        line = getattr(fault, "lineno", 1)
        tip = "vergelijk met de vorige versie; vaak ontbreekt een komma"
        return Report((), (error(path, line, "tokens-onjuist", "de tokens kunnen we niet lezen", tip),))
    found: list[Diagnostic] = []
    rows = dict(_walk(tree, "", None))
    tokens = []
    for dotted, (node, kind) in rows.items():
        tier, _, rest = dotted.partition(".")
        if tier not in TIERS:
            continue
        ours = _vendor(node)
        values = {"light": ours.get("css", node["$value"])} | {mode: ours[mode] for mode in MODES[1:] if mode in ours}
        written = {mode: _css(value, kind, rows) for mode, value in values.items()}
        if None in written.values():
            message = f"de waarde van {dotted} is geen {kind or 'token'}, of verwijst naar iets dat er niet is"
            tip = "kijk de waarde na, of waar ze naar verwijst"
            found.append(error(path, line_of_token(text, dotted), "token-onjuist", message, tip))
            continue
        tokens.append(
            Token(
                dotted,
                f"--{TIERS[tier]}{rest.replace('.', '-')}",
                written["light"] or "",
                dark=written.get("dark"),
                print=written.get("print"),
                **(_final(dotted, rows) if kind == "color" else {}),
                note=str(node.get("$description", "")),
            )
        )
    return Report(tuple(tokens), tuple(found))


def _final(dotted: str, rows: Rows) -> dict[str, tuple[str, str, str]]:
    """Give what a colour finally is in each mode, and where that is written; nothing when it is nowhere."""
    found = [_colour(dotted, mode, rows) for mode in MODES]
    (light, of_light), (dark, of_dark), (paper, of_paper) = (each or ("", "") for each in found)
    if not (light and dark and paper):
        return {}
    return {"colours": (light, dark, paper), "sources": (of_light, of_dark, of_paper)}


def _colour(dotted: str, mode: str, rows: Rows) -> tuple[str, str] | None:
    """Follow aliases from a token to its colour in a mode, and the token that holds it."""
    for _ in range(MAX_ALIASES + 2):
        if dotted not in rows:
            return None
        node = rows[dotted][0]
        value = _vendor(node).get(mode, node["$value"])
        if isinstance(value, dict):
            written = value.get("hex")
            good = isinstance(written, str) and re.fullmatch(r"#[0-9A-Fa-f]{6}", written)
            return (written.lower(), dotted) if isinstance(written, str) and good else None
        alias = re.fullmatch(r"\{([^{}]+)\}", value) if isinstance(value, str) else None
        if alias is None:
            return None
        dotted = alias[1]
    return None


def line_of_token(text: str, dotted: str) -> int:
    """Find the line of a token in a token file, by the names on the way to it."""
    line = 1
    rows = text.split("\n")
    for name in dotted.split("."):
        line = next((number for number in range(line, len(rows) + 1) if f'"{name}"' in rows[number - 1]), line)
    return line


def _walk(node: object, path: str, kind: str | None) -> Iterator[tuple[str, tuple[Node, str | None]]]:
    if not isinstance(node, dict):
        return
    own = node.get("$type", kind)
    kind = own if isinstance(own, str) else kind
    if "$value" in node:
        yield path, (node, kind)
        return
    for name, child in node.items():
        if name == "$root":
            yield from _walk(child, path, kind)
        elif not name.startswith("$"):
            yield from _walk(child, f"{path}.{name}" if path else name, kind)


def _vendor(node: Node) -> Node:
    extensions = node.get("$extensions")
    ours = extensions.get(VENDOR) if isinstance(extensions, dict) else None
    return ours if isinstance(ours, dict) else {}


def _css(value: object, kind: str | None, rows: Rows) -> str | None:
    """Write a value as CSS, or give None when it is not what its type says."""
    if isinstance(value, str):
        return _text_css(value, rows)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, list):
        parts = [_css(part, kind, rows) for part in value]
        if kind == "cubicBezier":
            return f"cubic-bezier({', '.join(part or '' for part in parts)})"
        return ", ".join(_quoted(part) if kind == "fontFamily" else part for part in parts if part)
    if isinstance(value, dict):
        if "colorSpace" in value:
            written = value.get("hex")
            return written if isinstance(written, str) else None
        size, unit = value.get("value"), value.get("unit")
        if isinstance(size, int | float) and isinstance(unit, str):
            return f"{size:g}{unit}"
    return None


def _quoted(name: str) -> str:
    return name if name.startswith("var(") or re.fullmatch(r"[a-z-]+", name) else f'"{name}"'


def _text_css(value: str, rows: Rows) -> str | None:
    alias = re.fullmatch(r"\{([^{}]+)\}", value)
    if alias is None:
        return re.sub(r"\{([^{}]+)\}", lambda match: _var(match[1]), value)
    return _var(alias[1]) if alias[1] in rows else None


def _var(dotted: str) -> str:
    tier, _, rest = dotted.partition(".")
    return f"var(--{TIERS.get(tier, '')}{rest.replace('.', '-')})"


def written_out(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Put primitives where they are used and leave them out: no style sheet names them.

    One that differs in dark or in print stays.
    """
    fixed = {
        f"var({token.name})": token.value
        for token in tokens
        if token.path.startswith(PRIMITIVE) and token.dark is None and token.print is None
    }

    def final(value: str | None) -> str | None:
        """Follow primitives that name other primitives as well."""
        for _ in range(MAX_ALIASES):
            if value is None or "var(--p-" not in value:
                break
            value = re.sub(r"var\(--p-[\w-]+\)", lambda match: fixed.get(match[0], match[0]), value)
        return value

    return tuple(
        replace(token, value=final(token.value) or "", dark=final(token.dark), print=final(token.print))
        for token in tokens
        if f"var({token.name})" not in fixed
    )


def tokens_css(tokens: tuple[Token, ...]) -> str:
    """Write tokens as custom properties: for light, for dark, and for print."""
    tokens = written_out(tokens)
    if not tokens:
        return ""
    dark = [(token.name, token.dark) for token in tokens if token.dark is not None]
    paper = [(token.name, token.print) for token in tokens if token.print is not None]
    parts = [_block(":root", [(token.name, token.value) for token in tokens])]
    if dark:
        parts.append(f"@media screen and (prefers-color-scheme: dark) {{\n{_block(':root', dark)}}}\n")
    if paper:
        parts.append(f"@media print {{\n{_block(':root', paper)}}}\n")
    return "".join(parts)


def _block(selector: str, rows: list[tuple[str, str]]) -> str:
    return selector + " {\n" + "".join(f"{name}: {value};\n" for name, value in rows) + "}\n"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens that stand on each other: `kind` is text, large or ui; `used` where."""

    text: str
    on: str
    kind: str
    used: str


def read_pairs(text: str) -> tuple[Pair, ...]:
    """Read the pairs of colours that components use."""
    try:
        tree = json.loads(text)
    except ValueError:
        return ()
    rows = _vendor(tree).get("pairs") if isinstance(tree, dict) else None
    return tuple(
        Pair(*(str(row.get(name, "")).strip("{}") for name in ("text", "on", "kind", "used")))
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, dict)
    )
