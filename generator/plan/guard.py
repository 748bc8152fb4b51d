"""Tokens and style sheets of a theme -> what harms the house style: weak contrast, raw colours, unknown names."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import Diagnostic, error, nearest, soften
from generator.model.document import Wijk
from generator.model.site import Site
from generator.model.theme import ThemeFiles
from generator.plan.culprits import Culprit, find_culprits
from generator.plan.tokens import TOKENS, Pair, Token, line_of_token, read_pairs, written_out

ACCENTS = "semantic.color.wijk."
_NAMED = (
    "aliceblue|antiquewhite|aqua|aquamarine|azure|beige|bisque|black|blanchedalmond|blue|blueviolet|brown|"
    "burlywood|cadetblue|chartreuse|chocolate|coral|cornflowerblue|cornsilk|crimson|cyan|darkblue|"
    "darkcyan|darkgoldenrod|darkgray|darkgreen|darkgrey|darkkhaki|darkmagenta|darkolivegreen|darkorange|"
    "darkorchid|darkred|darksalmon|darkseagreen|darkslateblue|darkslategray|darkslategrey|darkturquoise|"
    "darkviolet|deeppink|deepskyblue|dimgray|dimgrey|dodgerblue|firebrick|floralwhite|forestgreen|fuchsia|"
    "gainsboro|ghostwhite|gold|goldenrod|gray|green|greenyellow|grey|honeydew|hotpink|indianred|indigo|"
    "ivory|khaki|lavender|lavenderblush|lawngreen|lemonchiffon|lightblue|lightcoral|lightcyan|"
    "lightgoldenrodyellow|lightgray|lightgreen|lightgrey|lightpink|lightsalmon|lightseagreen|lightskyblue|"
    "lightslategray|lightslategrey|lightsteelblue|lightyellow|lime|limegreen|linen|magenta|maroon|"
    "mediumaquamarine|mediumblue|mediumorchid|mediumpurple|mediumseagreen|mediumslateblue|"
    "mediumspringgreen|mediumturquoise|mediumvioletred|midnightblue|mintcream|mistyrose|moccasin|"
    "navajowhite|navy|oldlace|olive|olivedrab|orange|orangered|orchid|palegoldenrod|palegreen|"
    "paleturquoise|palevioletred|papayawhip|peachpuff|peru|pink|plum|powderblue|purple|rebeccapurple|red|"
    "rosybrown|royalblue|saddlebrown|salmon|sandybrown|seagreen|seashell|sienna|silver|skyblue|slateblue|"
    "slategray|slategrey|snow|springgreen|steelblue|tan|teal|thistle|tomato|turquoise|violet|wheat|white|"
    "whitesmoke|yellow|yellowgreen"
)
_COLOUR = re.compile(
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<![\w-])(?:" + _NAMED + r")(?![\w-])"
)
_NO_COLOURS = frozenset({"animation", "animation-name", "grid-area", "grid-template-areas", "will-change"})
_PIXELS = re.compile(r"\d*\.?\d+px")
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)|/\*.*?\*/", re.DOTALL)
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;{}]+)(?=[;}])")


def guard(site: Site, theme: ThemeFiles, tokens: tuple[Token, ...]) -> tuple[Diagnostic, ...]:
    """Check everything that the house style stands or falls by."""
    return (*_check_theme(theme, tokens), *check_accents(site, tokens, theme.folder))


@functools.lru_cache(maxsize=2)
def _check_theme(theme: ThemeFiles, tokens: tuple[Token, ...]) -> tuple[Diagnostic, ...]:
    text = theme.files.get(TOKENS, b"").decode("utf-8", "replace")
    return (
        *check_pairs(tokens, read_pairs(text), text, f"{theme.folder}/{TOKENS}"),
        *check_styles(theme, tokens),
    )


def check_pairs(tokens: Iterable[Token], pairs: Iterable[Pair], text: str, path: str) -> Iterator[Diagnostic]:
    """Compute every pair in light, in dark and in print; what is weak is told once for each colour to change."""
    colours = {token.path: token for token in tokens if token.colours}
    known = []
    for pair in pairs:
        for name in (pair.text, pair.on):
            if name not in colours:
                meant = nearest(name, colours)
                tip = f"bedoel je '{meant}'?" if meant else "noem een kleur uit de tokens"
                yield error(
                    path, 1, "token-onbekend", f"het paar voor '{pair.used}' noemt '{name}', en dat is er niet", tip
                )
        if pair.text in colours and pair.on in colours:
            known.append((pair, colours[pair.text], colours[pair.on]))
    for culprit in find_culprits(known):
        yield _weak(culprit, text, path)


def _weak(culprit: Culprit, text: str, path: str) -> Diagnostic:
    worst, others = culprit.worst, culprit.count - 1
    pair, needed = worst.pair, _number(worst.least)
    more = f", en nog {others} {'paar' if others == 1 else 'paren'} met deze kleur" if others else ""
    message = (
        f"{culprit.name} ({culprit.colour}) is te zwak: {pair.text} ({worst.front}) op {pair.on} ({worst.back}) "
        f"heeft in {worst.mode} een contrast van {_number(worst.ratio)}; nodig is {needed} "
        f"(gebruikt in: {pair.used}){more}"
    )
    tip = (
        f"maak {culprit.name} {culprit.better}: de kleur die er het dichtst bij komt en overal goed is"
        if culprit.better
        else f"geen enkele tint van {culprit.name} is overal goed; kies ook een andere kleur voor {worst.partner}"
    )
    return error(path, line_of_token(text, culprit.name), "contrast", message, tip)


def _number(value: float) -> str:
    return f"{int(value * 100) / 100:.2f}".replace(".", ",")


def check_styles(theme: ThemeFiles, tokens: Iterable[Token]) -> Iterator[Diagnostic]:
    """Find raw colours, font sizes in pixels and names of properties that nothing defines."""
    sheets = {
        name: theme.files[name].decode("utf-8", "replace") for name in sorted(theme.files) if name.endswith(".css")
    }
    defined = {token.name for token in written_out(tuple(tokens))}
    for text in sheets.values():
        defined |= set(re.findall(r"(--[\w-]+)\s*:", text))
    for name, text in sheets.items():
        yield from _check_sheet(f"{theme.folder}/{name}", text, defined)


def _check_sheet(path: str, text: str, defined: set[str]) -> Iterator[Diagnostic]:
    plain = _QUOTED.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for match in _DECLARATION.finditer(plain):
        line = plain.count("\n", 0, match.start()) + 1
        name, value = match[1], match[2]
        raw = None if name in _NO_COLOURS else _COLOUR.search(value)
        if raw:
            tip = "gebruik een kleur uit de tokens: var(--color-...)"
            yield error(path, line, "kleur-los", f"'{raw[0]}' is een losse kleur", tip)
        if name in {"font-size", "font"} and _PIXELS.search(value):
            tip = "gebruik een maat uit de tokens, zodat lezers de letters groter kunnen maken"
            yield error(path, line, "letter-pixels", "hier staat een lettergrootte in pixels", tip)
    for match in re.finditer(r"var\(\s*(--[\w-]+)\s*\)", plain):
        if match[1] not in defined:
            line = plain.count("\n", 0, match.start()) + 1
            meant = nearest(match[1], defined)
            tip = f"bedoel je '{meant}'?" if meant else "noem een eigenschap uit de tokens"
            yield error(path, line, "eigenschap-onbekend", f"'{match[1]}' bestaat niet", tip)


def check_accents(site: Site, tokens: Iterable[Token], folder: str) -> Iterator[Diagnostic]:
    """Check that each wijk has a colour that the theme knows; a theme without wijk colours has none to check."""
    known = {token.path.removeprefix(ACCENTS) for token in tokens if token.path.startswith(ACCENTS)}
    for item in site.wijken if known else ():
        meta = item.document.meta
        colour = (meta.color if isinstance(meta, Wijk) else None) or item.slug
        if colour not in known:
            meant = nearest(colour, known)
            options = f"kies bij 'kleur' uit: {', '.join(sorted(known))}"
            tip = f"bedoel je '{meant}'? {options}" if meant else options
            message = f"'{colour}' is geen wijkkleur van het thema {folder}"
            problem = error(item.document.path, item.document.line("kleur"), "onbekende-kleur", message, tip)
            yield from soften([problem]) if item.document.common.draft else [problem]
