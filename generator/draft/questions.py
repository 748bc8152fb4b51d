"""What is known of a new piece -> questions for the rest, one by one; after an answer that cannot be it asks again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.draft.answers import find_problems, read_answer
from generator.model.document import Kind
from generator.parse import Entry, Plain

Values = dict[str, Plain]
COLUMN = 20
ROW = 4
_NO_END = "doorlopend"
_ALWAYS = frozenset({"titel", "naam"})


@dataclass(frozen=True, slots=True)
class Talk:
    """The two ends of a conversation: `ask` shows a question and gives the answer, `say` shows a line."""

    ask: Callable[[str], str]
    say: Callable[[str], None]


def ask_missing(kind: Kind, entries: Sequence[Entry], given: Mapping[str, Plain], talk: Talk, today: dt.date) -> Values:
    """Ask for each needed key that was not given, and give all values; an empty answer leaves a key for later."""
    values = dict(given)
    for entry in entries:
        if entry.needed and entry.key not in values and not (entry.key == "sluit_op" and _NO_END in values):
            values |= _ask(kind, entry, talk, today)
    return values


def _ask(kind: Kind, entry: Entry, talk: Talk, today: dt.date) -> Values:
    talk.say("")
    for line in _explanation(entry):
        talk.say(line)
    while True:
        text = talk.ask(entry.key).strip()
        if not text and entry.key in _ALWAYS:
            talk.say("  Zonder gaat het niet: het adres komt ervan. Wijzigen kan later nog.")
            continue
        if not text:
            return default_values(entry, today)
        if entry.key == "sluit_op" and text.casefold() == _NO_END:
            return {_NO_END: "ja"}
        value = read_answer(entry, text, today)
        problems = find_problems(kind, entry, value)
        if not problems:
            return {entry.key: value}
        for problem in problems:
            # What there is to choose from stands above already.
            tip = (problem.tip or "").partition("kies uit:")[0].strip() or "typ een nummer uit de lijst"
            talk.say(f"  {problem.message}; {tip}")


def default_values(entry: Entry, today: dt.date) -> Values:
    """Give what a key holds when nobody says anything."""
    return {entry.key: today.isoformat()} if entry.key == "datum" else {}


def _explanation(entry: Entry) -> list[str]:
    if entry.options:
        several = " Je kunt er meer noemen, met een komma ertussen." if entry.many else ""
        return [f"{entry.says}{several}", *numbered(entry.options)]
    if entry.key == "datum":
        return [f"{entry.says} Enter is vandaag."]
    more = f" Typ '{_NO_END}' als de oproep niet sluit." if entry.key == "sluit_op" else ""
    return [f"{entry.says} Bijvoorbeeld: {_spoken(entry)}.{more}".replace("..", ".")]


def _spoken(entry: Entry) -> str:
    """Give the example as somebody would type it here."""
    return {
        "reageren": "naam@voorbeeld.nl, 0592-000 000",
        "plaats": "het buurthuis, Markt 1",
    }.get(entry.key, entry.example)


def numbered(options: Sequence[str]) -> list[str]:
    """Put a number before each option, a few on a row."""
    cells = [f"{number:3} {option}".ljust(COLUMN) for number, option in enumerate(options, start=1)]
    return ["".join(cells[start : start + ROW]).rstrip() for start in range(0, len(cells), ROW)]
