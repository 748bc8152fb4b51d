"""Made-up stories for a benchmark: the same ones for every tool, and the same ones every time.

A story has exactly `WORDS` words in paragraphs, headings, lists and a quotation, with emphasis and links to
other stories. Its body is Markdown as our writers write it: `#` is the highest heading, `(verhalen/slug)`
leads to a story.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from benchmarks import words

WORDS = 390
YEARS = 10
SEED = 20121125


@dataclass(frozen=True, slots=True)
class Wijk:
    """A wijk, with as much as a page about it needs."""

    slug: str
    name: str
    cbs_code: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that stories share."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of text that the theme leads to."""

    slug: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story before any tool's front matter is put above it."""

    slug: str
    title: str
    summary: str
    date: date
    wijken: tuple[str, ...]
    themes: tuple[str, ...]
    sender: str
    body: str


WIJKEN = (
    Wijk("centrum", "Centrum", "WK010600"),
    Wijk("de-lariks", "De Lariks", "WK010601"),
    Wijk("noorderpark", "Noorderpark", "WK010602"),
    Wijk("assen-oost", "Assen-Oost", "WK010603"),
    Wijk("pittelo", "Pittelo", "WK010604"),
    Wijk("assen-west", "Assen-West", "WK010605"),
    Wijk("peelo", "Peelo", "WK010606"),
    Wijk("marsdijk", "Marsdijk", "WK010607"),
    Wijk("kloosterveen", "Kloosterveen", "WK010608"),
    Wijk("buitengebied", "Buitengebied", "WK010699"),
)

THEMES = (
    Theme("spelen", "Spelen en ontmoeten"),
    Theme("groen", "Groen"),
    Theme("wijkvernieuwing", "Wijkvernieuwing"),
    Theme("schoon-en-heel", "Schoon en heel"),
    Theme("buren", "Buren"),
    Theme("kunst-en-cultuur", "Kunst en cultuur"),
    Theme("sport-en-bewegen", "Sport en bewegen"),
    Theme("wijkbezoek", "Wijkbezoek"),
    Theme("vrijwilligers", "Vrijwilligers"),
    Theme("feest", "Feest"),
)

PAGES = (
    Page("contact", "Contact", "Bel of mail ons gerust. We helpen je graag verder."),
    Page(
        "doe-mee",
        "Zo begin je met je idee",
        "Heb je een idee voor je buurt? Vertel het ons, dan kijken we samen wat er kan.",
    ),
)

ORGANISATIONS = {
    "mba": "Mijn Buurt Assen",
    "gemeente-assen": "gemeente Assen",
    "actium": "Actium",
    "vaart-welzijn": "Vaart Welzijn",
}


def make_stories(count: int, last_day: date) -> tuple[Story, ...]:
    """Make stories, newest first, spread evenly over the ten years before the last day."""
    rng = random.Random(SEED)
    titles = _titles(rng, count)
    slugs = [f"{_slug(title)}-{place}" for place, title in enumerate(titles, start=1)]
    return tuple(
        Story(
            slug=slug,
            title=title,
            summary=_summary(rng),
            date=last_day - timedelta(days=number * YEARS * 365 // count),
            wijken=_some(rng, [wijk.slug for wijk in WIJKEN], chance_of_second=0.15),
            themes=_some(rng, [theme.slug for theme in THEMES], chance_of_second=0.5),
            sender=rng.choice(list(ORGANISATIONS)),
            body=_body(rng, slugs),
        )
        for number, (slug, title) in enumerate(zip(slugs, titles, strict=True))
    )


def count_words(body: str) -> int:
    """Count the words that a reader sees: marks of headings and lists are none."""
    return sum(1 for token in body.split() if re.search("[A-Za-z]", token))


def _some(rng: random.Random, slugs: list[str], *, chance_of_second: float) -> tuple[str, ...]:
    return tuple(rng.sample(slugs, 2 if rng.random() < chance_of_second else 1))


def _titles(rng: random.Random, count: int) -> list[str]:
    """Make titles, no two the same; the words are enough for 12,288 of them, then parts 2, 3 ... follow."""
    streets = [name + kind for name, kind in product(words.STREET_NAMES, words.STREET_KINDS)]
    titles = [
        form.format(what=what, street=street)
        for what, street, form in product(words.TITLE_SUBJECTS, streets, words.TITLE_FORMS)
    ]
    rng.shuffle(titles)
    parts = range(2, count // len(titles) + 2)
    return [*titles, *(f"{title}, deel {part}" for part in parts for title in titles)][:count]


def _slug(title: str) -> str:
    return re.sub("[^a-z]+", "-", title.lower()).strip("-")


def _summary(rng: random.Random) -> str:
    subject, action = rng.choice(words.SUBJECTS), rng.choice(words.ACTIONS)
    text = rng.choice(words.SUMMARIES).format(
        who=subject.text,
        did=_verb(subject, action),
        what=action.what,
        place=rng.choice(words.PLACES),
        time=rng.choice(words.TIMES),
        ending=rng.choice(words.ENDINGS),
    )
    return _capital(text)


def _body(rng: random.Random, slugs: list[str]) -> str:
    """Write blocks until the words are nearly used up, then a last paragraph that makes the number exact."""
    blocks: list[str] = []
    left = WORDS
    for block in _blocks(rng, slugs):
        size = count_words(block)
        if left - size < 20:
            break
        blocks.append(block)
        left -= size
    blocks.append(_last_paragraph(rng, left))
    return "\n\n".join(blocks) + "\n"


def _blocks(rng: random.Random, slugs: list[str]) -> Iterator[str]:
    """Give the blocks of a story in their order; more of them than any story needs."""
    headings = rng.sample(words.HEADINGS, 4)
    yield _paragraph(rng, 5)
    for number, heading in enumerate(headings):
        yield f"# {heading}"
        yield _paragraph(rng, 4)
        if number == 0:
            yield _list(rng, "- ")
            yield _paragraph(rng, 3, link=rng.choice(slugs))
        elif number == 1:
            yield f"> {_quotation(rng)}"
            yield f"## {rng.choice(words.SUBHEADINGS)}"
            yield _paragraph(rng, 3)
        else:
            yield _list(rng, "1. ")
            yield _paragraph(rng, 3, link=rng.choice(slugs))


def _paragraph(rng: random.Random, sentences: int, *, link: str | None = None) -> str:
    """Write sentences, one of them emphasised in part, and at will one that leads to another story."""
    marked = _sentence(rng, mark=rng.choice(("**", "*")))
    lines = [_sentence(rng) for _ in range(sentences - 1)]
    lines.insert(rng.randrange(sentences), marked)
    if link:
        lines.append(f"Lees ook [wat de buren eerder deden](verhalen/{link}).")
    return " ".join(lines)


def _last_paragraph(rng: random.Random, size: int) -> str:
    """Write a paragraph of exactly so many words (at least 20)."""
    lines = []
    while size > 12:
        line = _sentence(rng)
        if size - count_words(line) >= 3:
            lines.append(line)
            size -= count_words(line)
    return " ".join([*lines, words.CLOSINGS[size - 3]])


def _list(rng: random.Random, mark: str) -> str:
    return "\n".join(f"{mark}{_capital(item)}." for item in rng.sample(words.LIST_ITEMS, 4))


def _quotation(rng: random.Random) -> str:
    return f"“{rng.choice(words.QUOTES)}”, zegt {rng.choice(words.SPEAKERS)}."


def _sentence(rng: random.Random, mark: str = "") -> str:
    """Write one sentence of some ten words, now and then a quotation."""
    subject, action = rng.choice(words.SUBJECTS), rng.choice(words.ACTIONS)
    who, did, what = subject.text, _verb(subject, action), f"{mark}{action.what}{mark}"
    place, time, ending = rng.choice(words.PLACES), rng.choice(words.TIMES), rng.choice(words.ENDINGS)
    forms = [
        f"{who} {did} {place} {what}",
        f"{time} {did} {who} {what}",
        f"{place} {did} {who} {what}, {ending}",
    ]
    form = rng.randrange(len(forms) + 1)
    if form == len(forms) and not mark:
        return _quotation(rng)
    return f"{_capital(forms[form % len(forms)])}."


def _verb(subject: words.Subject, action: words.Action) -> str:
    return action.more if subject.plural else action.one


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
