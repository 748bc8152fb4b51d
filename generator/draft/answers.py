"""What somebody types for a key -> the value that stands in front matter; and what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from generator.diagnostics import Diagnostic, error, shorten, suggestion
from generator.model.document import Kind
from generator.model.dutch import MONTHS
from generator.parse import KINDS, Entry, Plain, slugify, validate_key

_NUMERIC_DAY = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})\b")
_SPOKEN_DAY = re.compile(rf"([0-9]{{1,2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}})\b", re.IGNORECASE)
_DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\b.*")
_FROM_TODAY = {"gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}


def read_answer(entry: Entry, text: str, today: dt.date) -> Plain:
    """Take an answer as it is meant: `2, 5` or `Assen Oost` for a list, `1-12-2026` for a day, and so on."""
    text = " ".join(text.split())
    if entry.key in _GROUPS:
        return _GROUPS[entry.key](text)
    if entry.many:
        parts = text.split() if re.fullmatch(r"[0-9 ]+", text) else re.split(r"[,;]", text)
        return [_option(part.strip(), entry.options) for part in parts if part.strip()]
    if entry.options:
        return _option(text, entry.options)
    return read_day(text, today) if _DATED.fullmatch(entry.example) else text


def find_problems(kind: Kind, entry: Entry, value: Plain) -> tuple[Diagnostic, ...]:
    """Say what is wrong with the value of a key, on its own; what names stand for counts as well."""
    found = validate_key(KINDS[kind], entry.key, value)
    if found or not entry.names:
        # Who is asked for a key knows which one it is about.
        return tuple(replace(problem, message=problem.message.removeprefix(f"{entry.key}: ")) for problem in found)
    names = value if isinstance(value, list | dict) else [value]
    return tuple(
        error(entry.key, 1, "onbekende-naam", f"'{shorten(str(name))}' kennen we niet", suggestion(str(name), known))
        for name in names
        if name not in (known := entry.names)
    )


def _option(text: str, options: Sequence[str]) -> str:
    """Choose by number, by name, or by the start of a word that only one has; anything else stays as it was typed."""
    if text.isdecimal() and 1 <= int(text) <= len(options):
        return options[int(text) - 1]
    plain = slugify(text)
    if plain in options:
        return plain
    holding = [option for option in options if plain and f"-{plain}" in f"-{option}"]
    return holding[0] if len(holding) == 1 else text


def read_day(text: str, today: dt.date) -> str:
    """Turn `vandaag`, `1-12-2026` and `1 december 2026` the way that files have it; a time behind it stays."""
    first, _, rest = text.partition(" ")
    if first.casefold() in _FROM_TODAY:
        return f"{today + dt.timedelta(days=_FROM_TODAY[first.casefold()])} {rest}".strip()
    text = _NUMERIC_DAY.sub(lambda day: f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}", text, count=1)
    return _SPOKEN_DAY.sub(lambda day: f"{day[3]}-{_month(day[2]):02}-{int(day[1]):02}", text, count=1)


def _month(name: str) -> int:
    return MONTHS.index(name.casefold()) + 1


# ------------------------------------------------------------------------------------------------ groups of keys


def _contact(text: str) -> Plain:
    """Sort ways to reach somebody by their looks: what is no e-mail, number or web address is an address."""
    found: dict[str, Plain] = {}
    address = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        key = _way(part)
        if key == "adres" or key in found:
            address.append(part)
        else:
            found[key] = part
    return found | ({"adres": ", ".join(address)} if address else {})


def _way(part: str) -> str:
    if "@" in part:
        return "email"
    if re.match(r"https?://|www\.", part, re.IGNORECASE):
        return "formulier"
    return "telefoon" if re.fullmatch(r"\+?[0-9 ()./-]+", part) else "adres"


def _place(text: str) -> Plain:
    """Take what stands before the first comma as the name, the rest as the address."""
    name, _, address = (part.strip() for part in text.partition(","))
    return {"naam": name, "adres": address} if address else {"naam": name}


_GROUPS: Mapping[str, Callable[[str], Plain]] = {"reageren": _contact, "plaats": _place}
