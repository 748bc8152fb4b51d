"""Makes docs/naslag.md: every kind, key, shortcode, rule of the coach and message, from where they are declared.

    .venv/bin/python -m tools.naslag

A test keeps the file equal; it can write it as well: `pytest tests/test_handleiding.py --update-goldens`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from generator.model.coach import RULES, Rule
from generator.model.document import Kind
from generator.model.messages import messages
from generator.model.shortcodes import SHORTCODES, Shortcode
from generator.parse import KINDS, Entry, PhotoKeys, outline
from generator.parse.schema.kinds import CommonKeys
from generator.parse.schema.outline import choices, needed_keys
from generator.parse.schema.settings import SettingsKeys
from generator.parse.schema.shared import CounterKeys, NoticeKeys, OrganisationKeys, ThemeKeys

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docs" / "naslag.md"
PICTURES = "handleiding"
_PICTURE = 0x2400
"""From a sign that cannot be seen to its picture."""
_START = """\
# Naslag: alles op een rij

<!-- Gemaakt door tools/naslag.py; wijzig het daar. -->

Hier zoek je iets op. Hoe je begint, lees je in de [handleiding](handleiding.md). Zoeken op een woord kan met Ctrl+F.

* [Soorten stukken, en wat erboven staat](#soorten-stukken)
* [Bij elke foto](#bij-elke-foto)
* [Gegevens van de hele site](#gegevens-van-de-hele-site)
* [Kortcodes: foto's, citaten en meer in je tekst](#kortcodes)
* [De schrijfhulp](#de-schrijfhulp)
* [Alle meldingen](#alle-meldingen)
"""
_KINDS: Mapping[Kind, str] = {
    Kind.STORY: "Wat er in de buurt is gebeurd.",
    Kind.CALL: "Wat je aan bewoners vraagt.",
    Kind.EVENT: "Waar je heen kunt, met dag en plaats.",
    Kind.PROJECT: "Werk dat een tijd duurt, met een tijdlijn.",
    Kind.PAGE: "Een gewone tekst, zoals die over contact.",
    Kind.WIJK: "Een wijk, met haar team en cijfers.",
}
_SHARED: Mapping[str, tuple[type[BaseModel], str]] = {
    "content/organisaties.yaml": (OrganisationKeys, "Per organisatie een korte naam, met daaronder:"),
    "content/themas.yaml": (ThemeKeys, "Per thema een korte naam, met daaronder:"),
    "content/loketten.yaml": (CounterKeys, "Per loket een korte naam, met daaronder:"),
    "content/mededeling.yaml": (
        NoticeKeys,
        "Eén mededeling, boven elke pagina. Is er niets te melden? Dan is er geen bestand.",
    ),
}
_NAMES = """\
### content/namen.yaml

In `content/namen.yaml` staat links hoe een naam hoort, en rechts hoe we hem soms tegenkomen:

```yaml
Vaart Welzijn: [Vaartwelzijn, VaartWelzijn]
```

### content/postcodes.yaml

In `content/postcodes.yaml` staat bij elke postcode de wijk:

```yaml
9404AB: peelo
```
"""


def main() -> int:
    """Write the file."""
    FILE.write_text(reference(), encoding="utf-8", newline="\n")
    print(f"docs/{FILE.name}")
    return 0


def reference() -> str:
    """Give the whole file."""
    parts = [_START, *_pieces(), *_photos(), *_whole_site(), *_shortcodes(), *_coach(), *_messages()]
    return "\n".join(part.strip("\n") + "\n" for part in parts)


# ---------------------------------------------------------------------------------------------------------- keys


def _pieces() -> Iterator[str]:
    yield "## Soorten stukken"
    yield _table(
        ("soort", "map", "waarvoor"),
        ((f"[{kind.label}](#{kind.label})", f"`{_folder(kind)}`", says) for kind, says in _KINDS.items()),
    )
    yield (
        "Boven elk stuk staan gegevens, tussen twee regels met drie streepjes. Een gegeven is een sleutel, een dubbele "
        "punt en een waarde.\nWat nodig is, staat bovenaan. De rest mag."
    )
    for kind in _KINDS:
        entries = outline(KINDS[kind], {})
        yield f"### {kind.label}"
        yield _keys(KINDS[kind], (entry for entry in entries if entry.needed or not _is_common(entry)))
    yield "### Bij elke soort"
    yield _keys(CommonKeys, outline(CommonKeys, {}))


def _folder(kind: Kind) -> str:
    return f"content/{kind.value}/" if kind.value else "content/"


def _is_common(entry: Entry) -> bool:
    return entry.key in CommonKeys.model_fields


def _photos() -> Iterator[str]:
    yield "## Bij elke foto"
    yield (
        "Naast `feest.jpg` ligt `feest.jpg.yaml`, met deze gegevens. Meer daarover lees je in [Foto's](fotos.md).\n"
        "Bij `toestemming: gegeven` zijn ook `toestemming_ref` en `toestemming_op` nodig. Bij `minderjarigen: ja` ook "
        "`toestemming_ouder: ja`."
    )
    yield _keys(PhotoKeys, outline(PhotoKeys, {}))


def _keys(model: type[BaseModel], entries: Iterable[Entry]) -> str:
    rows = (
        (
            f"`{entry.key}`",
            "ja" if entry.needed else "",
            _says(model, entry.key),
            _code(f"{entry.key}: {_value(entry)}"),
        )
        for entry in entries
    )
    return _table(("sleutel", "nodig", "wat het is", "voorbeeld"), rows)


def _value(entry: Entry) -> str:
    return f"[{entry.example}]" if entry.key == "wijken" else entry.example


def _whole_site() -> Iterator[str]:
    yield "## Gegevens van de hele site"
    yield "### site.yaml"
    yield "De instellingen. In het bestand zelf staat bij elke regel uitleg en een voorbeeld."
    yield _plain_keys(SettingsKeys)
    for path, (model, says) in _SHARED.items():
        yield f"### {path}"
        yield says
        yield _plain_keys(model)
    yield _NAMES


def _plain_keys(model: type[BaseModel]) -> str:
    needed = needed_keys(model)
    return _table(
        ("sleutel", "nodig", "wat het is"),
        ((f"`{key}`", "ja" if key in needed else "", _says(model, key)) for key in model.model_fields),
    )


def _says(model: type[BaseModel], key: str) -> str:
    """Say what a key is, with the words to choose from, and the keys of a group with theirs."""
    options = choices(model, key)
    said = [model.model_fields[key].description or "", *([f"Kies uit: {_listed(options)}."] if options else [])]
    for group in _groups(model.model_fields[key].annotation):
        inside = (f"`{name}`{_in_brackets(choices(group, name))}" for name in group.model_fields)
        said.append(f"Erin: {', '.join(inside)}.")
    return " ".join(said)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _in_brackets(words: tuple[str, ...]) -> str:
    return f" ({_listed(words)})" if words else ""


def _groups(annotation: object) -> Iterator[type[BaseModel]]:
    """Give the groups of keys that a value can be or hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _groups(part)


# ----------------------------------------------------------------------------------- shortcodes, rules, messages


def _shortcodes() -> Iterator[str]:
    yield "## Kortcodes"
    yield (
        "Een kortcode staat op een eigen regel in je tekst, tussen dubbele accolades. Zo zet je er meer in dan woorden."
    )
    for shortcode in SHORTCODES.values():
        yield f"### {shortcode.name}"
        yield shortcode.says
        yield _fence("markdown", shortcode.example)
        yield _parameters(shortcode)
        yield f"![Zo ziet {shortcode.name} eruit op de site.]({PICTURES}/kort-{shortcode.name}.webp)"


def _parameters(shortcode: Shortcode) -> str:
    names = (*shortcode.positional, *shortcode.named)
    needed = [name for name in names if name in shortcode.required]
    others = [name for name in names if name not in shortcode.required]
    said = [f"Nodig: {_listed(needed)}."] if needed else []
    said += [f"Mag ook: {_listed(others)}."] if others else []
    said += ["Je kunt er zoveel noemen als je wilt."] if shortcode.many else []
    return " ".join(said)


def _coach() -> Iterator[str]:
    yield "## De schrijfhulp"
    yield (
        "De schrijfhulp leest mee, en geeft tips. Ze houdt niets tegen. Past een regel niet bij jouw stuk? Zet dan "
        "`coach_uit` bij de gegevens, met de naam\nvan de regel: `coach_uit: [lange-zin]`. In `site.yaml` geldt het "
        "voor de hele site."
    )
    for group in dict.fromkeys(rule.group for rule in RULES.values()):
        yield f"### Regels: {group}"
        for rule in RULES.values():
            if rule.group == group:
                yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    start = f"{rule.key}: " if rule.key else ""
    yield f"#### `{rule.code}`"
    yield rule.says
    yield "Niet zo:"
    yield _fence("text", f"{start}{rule.before}")
    yield "Maar zo:"
    yield _fence("text", f"{start}{rule.after}")


def _messages() -> Iterator[str]:
    yield "## Alle meldingen"
    yield (
        "Tussen vierkante haken staat de naam van een melding, zoals `fout[onbekende-wijk]`. Zoek die naam hieronder. "
        "Een fout houdt de site tegen,\neen waarschuwing niet. De tips van de schrijfhulp staan "
        "[hierboven](#de-schrijfhulp)."
    )
    others = [message for message in messages().values() if not message.is_rule]
    for group, found in groupby(others, key=lambda message: message.group):
        yield f"### {group}"
        yield _table(
            ("melding", "wat er is", "bijvoorbeeld", "wat je doet"),
            ((f"`{one.code}`", one.says, _code(one.example), _code(one.remedy)) for one in found),
        )


# ------------------------------------------------------------------------------------------------------ Markdown


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _code(text: str) -> str:
    """Write what somebody types in a cell of a table, line by line; no sign in it means anything to Markdown."""
    return "<br>".join(f"<code>{_escaped(line)}</code>" for line in text.split("\n") if line)


def _escaped(line: str) -> str:
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("|", "&#124;"), ("*", "&#42;"), ("_", "&#95;")):
        line = line.replace(sign, name)
    line = "".join(chr(ord(sign) + _PICTURE) if sign < " " and sign != "\t" else sign for sign in line)
    for sign, name in (("[", "&#91;"), ("`", "&#96;"), ("\\", "&#92;"), ("~", "&#126;"), ("://", "&#58;//")):
        line = line.replace(sign, name)
    return line


def _fence(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


if __name__ == "__main__":
    sys.exit(main())
