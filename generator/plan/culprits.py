"""Pairs of colours that are too weak -> the written colours to blame for them, and the nearest one that is good.

Semantic colours follow a few written ones: somebody who changes `gras` hears of `gras`, not of all that follows it. Of
the two colours of a weak pair the one is to blame that is weak in most of the places where it stands; when both are
alike, the plane below letters that were made for it (`on-...`), and else the letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.plan.contrast import contrast, nearest_passing
from generator.plan.tokens import Pair, Token

LIMITS = {"text": 4.5, "large": 3.0, "ui": 3.0}
MODE_NAMES = ("licht", "donker", "druk")
MADE_FOR_PLANES = "on-"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two colours on each other in one mode; `front_of` and `back_of` are where they are written."""

    pair: Pair
    mode: str
    front: str
    back: str
    front_of: str
    back_of: str
    least: float

    @property
    def ratio(self) -> float:
        """Give their contrast."""
        return contrast(self.front, self.back)


@dataclass(frozen=True, slots=True)
class Weakness:
    """A meeting that is too weak, seen from the colour to blame; `partner` is the other one."""

    pair: Pair
    mode: str
    front: str
    back: str
    ratio: float
    least: float
    partner: str


@dataclass(frozen=True, slots=True)
class Culprit:
    """A written colour that is too weak in `count` pairs; `better` is the nearest that is good in all its places."""

    name: str
    colour: str
    count: int
    worst: Weakness
    better: str | None


def find_culprits(pairs: Iterable[tuple[Pair, Token, Token]]) -> Iterator[Culprit]:
    """Find the colours to change, by name; one that is good as soon as the others are need not change."""
    meetings = [meeting for pair, text, on in pairs for meeting in _meetings(pair, text, on)]
    weak = [meeting for meeting in meetings if meeting.ratio < meeting.least]
    if not weak:
        return
    places: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for group, counter in ((meetings, places), (weak, faults)):
        for meeting in group:
            counter.update({meeting.front_of, meeting.back_of})
    blamed: dict[str, list[Meeting]] = {}
    for meeting in weak:
        blamed.setdefault(_to_blame(meeting, faults, places), []).append(meeting)
    for name in sorted(blamed):
        culprit = _culprit(name, blamed[name], meetings, frozenset(blamed) - {name})
        if culprit.better != culprit.colour:
            yield culprit


def _meetings(pair: Pair, text: Token, on: Token) -> Iterator[Meeting]:
    least = LIMITS.get(pair.kind, LIMITS["text"])
    fronts, backs = text.colours or (), on.colours or ()
    front_of, back_of = text.sources or (text.path,) * 3, on.sources or (on.path,) * 3
    for mode, front, back, one, other in zip(MODE_NAMES, fronts, backs, front_of, back_of, strict=True):
        yield Meeting(pair, mode, front, back, one, other, least)


def _to_blame(meeting: Meeting, faults: Counter[str], places: Counter[str]) -> str:
    front, back = ((faults[name] / places[name], faults[name]) for name in (meeting.front_of, meeting.back_of))
    if front == back:
        made_for_plane = meeting.pair.text.rpartition(".")[2].startswith(MADE_FOR_PLANES)
        return meeting.back_of if made_for_plane else meeting.front_of
    return meeting.front_of if front > back else meeting.back_of


def _culprit(name: str, weak: Sequence[Meeting], meetings: Iterable[Meeting], others: frozenset[str]) -> Culprit:
    first = min(weak, key=lambda meeting: meeting.ratio / meeting.least)
    in_front = first.front_of == name
    colour = first.front if in_front else first.back
    partner = first.back_of if in_front else first.front_of
    worst = Weakness(first.pair, first.mode, first.front, first.back, first.ratio, first.least, partner)
    count = len({(meeting.pair.text, meeting.pair.on, meeting.pair.kind) for meeting in weak})
    return Culprit(name, colour, count, worst, _nearest_good(name, colour, meetings, others))


def _nearest_good(name: str, colour: str, meetings: Iterable[Meeting], others: frozenset[str]) -> str | None:
    """Darken or lighten a colour as little as needed for all it meets, but for what has to change as well."""
    partners: dict[str, float] = {}
    for meeting in meetings:
        for own, other, shown in (
            (meeting.front_of, meeting.back_of, meeting.back),
            (meeting.back_of, meeting.front_of, meeting.front),
        ):
            if own == name and other != name and other not in others:
                partners[shown] = max(partners.get(shown, 0.0), meeting.least)
    return nearest_passing(colour, partners)
