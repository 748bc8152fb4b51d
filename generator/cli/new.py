"""`mba new`: what was said on the line, and the answers to questions -> a new piece, and what to do next."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from generator.assemble.visibility import address_of
from generator.cli.new_options import KEYS
from generator.cli.progress import ProgressLine
from generator.cli.report import show
from generator.cli.running import PROBLEMS, shown
from generator.draft import (
    LABELS,
    CleanPhoto,
    Surroundings,
    Talk,
    Values,
    ask_missing,
    default_values,
    find_problems,
    look_around,
    meant_kind,
    numbered,
    propose,
    read_answer,
    read_kind,
    read_photos,
    register_skeleton,
    skeleton,
    spot_of,
    why_not,
    write_piece,
)
from generator.model.document import Kind
from generator.parse import KINDS, Entry, PhotoKeys, Plain, outline, slugify

EXAMPLE = '"Soep en een praatje"'


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was said on the line: `keys` are values as they were typed, by the key that they fill."""

    kind: str | None
    title: str | None
    keys: Mapping[str, str]
    photos: tuple[Path, ...]
    slug: str | None


def run_new(root: Path, today: dt.date, wanted: Wanted) -> int:
    """Make a new piece. Questions are only asked of somebody who can answer them: on a terminal."""
    talk = Talk(_ask, _say) if sys.stdin.isatty() and sys.stderr.isatty() else None
    kind = _choose_kind(wanted.kind, talk)
    photos = read_photos(wanted.photos)
    if photos.diagnostics:
        show(photos.diagnostics, as_json=False)
        return PROBLEMS
    with ProgressLine() as progress:
        around = look_around(root, today, progress)
    entries = outline(KINDS[kind], around.names)
    values = _read_line(kind, entries, wanted, today)
    slug = _checked_slug(kind, wanted.slug, today.year, around) if wanted.slug else None
    if talk is not None:
        _say(f"Een nieuw stuk: {kind.label}. Weet je iets nog niet? Enter slaat het over. Stoppen kan met Ctrl-C.")
        values = ask_missing(kind, entries, values, talk, today)
    for entry in entries:
        values = default_values(entry, today) | values
    if entries[0].key not in values:
        raise click.UsageError(
            f"hier ontbreekt de {entries[0].key}; schrijf bijvoorbeeld: mba new {kind.label} {EXAMPLE}"
        )
    title, day = str(values[entries[0].key]), values.get("datum")
    year = int(day[:4]) if isinstance(day, str) else today.year
    if slug is None:
        slug = _agree_on_slug(kind, title, year, around, talk) if talk else _checked_slug(kind, title, year, around)
    spot = spot_of(kind, slug, year)
    beside = dict(_beside(photos.value))
    text = skeleton(entries, values, [photo.name for photo in photos.value])
    try:
        written = write_piece(root, spot, text, beside)
    except FileExistsError as fault:
        message = f"{shown(Path(fault.filename))} is er al, en blijft zoals het is; kies een andere naam met --slug"
        raise click.UsageError(message) from None
    for line in _what_next(kind, spot.slug, [shown(root / path) for path in written], photos.value, around):
        click.echo(line)
    return 0


def _ask(key: str) -> str:
    answer: str = click.prompt(f"  {key}", default="", show_default=False, err=True)
    return answer


def _say(line: str) -> None:
    click.echo(line, err=True)


# -------------------------------------------------------------------------------------------- what was said


def _choose_kind(word: str | None, talk: Talk | None) -> Kind:
    while word is None or (kind := read_kind(word)) is None:
        every = f"kies uit: {', '.join(LABELS)}"
        meant = meant_kind(word) if word else None
        problem = f"'{word}' is geen soort stuk" + (f"; bedoel je '{meant}'?" if meant else f"; {every}")
        if talk is None:
            raise click.UsageError(problem if word else f"noem de soort van het stuk; {every}")
        talk.say(f"  {problem}" if word else "Wat wil je maken?")
        for line in numbered(LABELS):
            talk.say(line)
        answer = talk.ask("soort stuk").strip()
        chosen = int(answer) - 1 if answer.isdecimal() else -1
        word = LABELS[chosen] if 0 <= chosen < len(LABELS) else answer or None
    return kind


def _read_line(kind: Kind, entries: Sequence[Entry], wanted: Wanted, today: dt.date) -> Values:
    """Read the values on the line; everything that cannot be is said at once."""
    by_key = {entry.key: entry for entry in entries}
    typed = {key: (KEYS[key], text) for key, text in wanted.keys.items()}
    if kind is Kind.EVENT and "datum" in typed:
        typed.setdefault("begint", typed.pop("datum"))
    if wanted.title:
        typed[entries[0].key] = (entries[0].key, wanted.title)
    values: Values = {}
    problems: list[str] = []
    for key, (option, text) in typed.items():
        if key not in by_key:
            problems.append(f"{option} hoort niet bij een {kind.label}")
            continue
        value: Plain = read_answer(by_key[key], text, today)
        found = find_problems(kind, by_key[key], value)
        problems += [f"{option}: {problem.message}; {problem.tip}" for problem in found]
        values[key] = value
    if "sluit_op" in values and "doorlopend" in values:
        problems.append("--sluit-op en --doorlopend kunnen niet allebei")
    if problems:
        raise click.UsageError("\nmba: ".join(problems))
    return values


# ---------------------------------------------------------------------------------------------- its address


def _checked_slug(kind: Kind, text: str, year: int, around: Surroundings) -> str:
    """Take a slug, or the slug of a title; one that cannot be is refused, and another proposed."""
    slug = slugify(text)
    problem = why_not(kind, slug, year, around)
    if problem is None:
        return slug
    instead = propose(kind, slug or kind.label, year, around)
    raise click.UsageError(f"{problem}; kies een andere naam, zoals: --slug {instead}")


def _agree_on_slug(kind: Kind, title: str, year: int, around: Surroundings, talk: Talk) -> str:
    """Propose a slug until there is one that can be."""
    proposal = propose(kind, slugify(title) or kind.label, year, around)
    talk.say("")
    if slugify(title) != proposal:
        talk.say(f"  {why_not(kind, slugify(title), year, around)}")
    while True:
        talk.say(f"Het laatste deel van het adres. Enter is: {proposal}")
        slug = slugify(talk.ask("slug")) or proposal
        problem = why_not(kind, slug, year, around)
        if problem is None:
            return slug
        talk.say(f"  {problem}")


# ------------------------------------------------------------------------------------------- what was made


def _beside(photos: Sequence[CleanPhoto]) -> Iterator[tuple[str, bytes]]:
    """Give each photo and its register file."""
    entries = outline(PhotoKeys, {})
    for photo in photos:
        yield photo.name, photo.data
        yield f"{photo.name}.yaml", register_skeleton(entries, photo.name).encode()


def _what_next(
    kind: Kind, slug: str, written: Sequence[str], photos: Sequence[CleanPhoto], around: Surroundings
) -> Iterator[str]:
    """Say what was made, and how to go on from there."""
    yield f"Gemaakt: {written[0]}"
    for photo in photos:
        note = " (waar hij gemaakt is, staat er niet meer in)" if photo.had_position else ""
        yield f"  met foto: {photo.name}{note}"
    steps = [f"Open {written[0]}, vul in wat nog leeg is en schrijf je tekst."]
    registers = [path for path in written if path.endswith(".yaml")]
    if registers:
        rows = "".join(f"\n       {path}" for path in registers)
        steps.append(f"Vul bij elke foto de gegevens in; tot dan is hij niet te zien:{rows}")
    steps.append(f"Bekijk het: mba serve, en dan http://127.0.0.1:8000{address_of(kind, slug)}")
    steps.append("Kijk het na: mba check")
    if around.signatures:
        steps.append(f"Vraag akkoord, en schrijf het bij 'akkoord': {', '.join(around.signatures)}.")
    steps.append("Klaar? Haal de regel 'concept: ja' weg, en bouw de site: mba build")
    yield "Zo ga je verder:"
    for number, step in enumerate(steps, start=1):
        yield f"  {number}. {step}"
