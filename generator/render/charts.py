"""The numbers of a site's state -> places on a drawing: lines for reading levels, bars for quiet wijken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.state import Level, QuietWijk

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 52, 120, 16, 40
FLUENT = 60
SHAPES = ("circle", "square", "diamond", "triangle", "ring", "cross")
MONTH = 30.44
YEAR_OF_MONTHS = 12
MOST_MONTHS = 36
BAR_LEFT, BAR_RIGHT, BAR_ROW = 132, 150, 30
LABEL_HEIGHT = 18
"""Points that lie closer get their labels below each other."""


@dataclass(frozen=True, slots=True)
class Point:
    """A mark on the chart with what it says."""

    x: float
    y: float
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """One kind through the years: its points, the line through them, and where its name stands."""

    name: str
    shape: str
    points: tuple[Point, ...]
    path: str
    label_y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class LevelChart:
    """Scores up to 100 upwards, years to the right; `fluent_at` is where a text begins to read fluently."""

    width: int
    height: int
    left: int
    right: float
    bottom: float
    years: tuple[Tick, ...]
    scores: tuple[Tick, ...]
    lines: tuple[Line, ...]
    fluent_at: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A wijk with the months since its latest story."""

    name: str
    y: float
    width: float
    text: str
    stale: bool


@dataclass(frozen=True, slots=True)
class BarChart:
    """Months to the right; `year_at` is where a year is over."""

    width: int
    height: float
    left: int
    bars: tuple[Bar, ...]
    year_at: float


def level_chart(levels: Sequence[Level]) -> LevelChart | None:
    """Draw the kinds that have years; None when there are none."""
    dated = [(level.year, level) for level in levels if level.year is not None]
    if not dated:
        return None
    first, last = min(year for year, _ in dated), max(year for year, _ in dated)
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    lowest = min(int(min(level.score for _, level in dated) // 20 * 20), FLUENT - 20)

    def across(year: int) -> float:
        return round(LEFT + (right - LEFT) * (year - first) / max(last - first, 1), 1)

    def up(score: float) -> float:
        return round(bottom - (bottom - TOP) * (score - lowest) / (100 - lowest), 1)

    kinds = list(dict.fromkeys(level.kind for _, level in dated))
    lines = []
    for kind, shape in zip(kinds, SHAPES, strict=False):
        points = tuple(
            Point(across(year), up(level.score), f"{kind} {year}: {level.score:.0f}")
            for year, level in dated
            if level.kind == kind
        )
        path = " ".join(f"{point.x},{point.y}" for point in points)
        lines.append(Line(kind, shape, points, path, points[-1].y))
    step = max(1, (last - first) // 8)
    return LevelChart(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=right,
        bottom=bottom,
        years=tuple(Tick(across(year), str(year)) for year in range(first, last + 1, step)),
        scores=tuple(Tick(up(score), str(score)) for score in range(lowest, 101, 20)),
        lines=_apart(lines),
        fluent_at=up(FLUENT),
    )


def _apart(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Keep the names of lines that end near each other from overlapping."""
    placed: list[Line] = []
    lowest = -float("inf")
    for line in sorted(lines, key=lambda line: line.label_y):
        lowest = max(line.label_y, lowest + LABEL_HEIGHT)
        placed.append(Line(line.name, line.shape, line.points, line.path, lowest))
    return tuple(placed)


def quiet_chart(wijken: Sequence[QuietWijk]) -> BarChart | None:
    """Draw how long ago each wijk had its latest story, the longest first; after three years a bar is full."""
    if not wijken:
        return None
    most = MONTH * MOST_MONTHS
    room = WIDTH - BAR_LEFT - BAR_RIGHT
    rows = [(float("inf") if wijk.days is None else float(wijk.days), wijk) for wijk in wijken]
    bars = []
    for index, (days, wijk) in enumerate(sorted(rows, key=lambda row: (-row[0], row[1].name))):
        text = "nog geen verhaal" if wijk.days is None else _ago(wijk.days)
        width = max(round(room * min(days / most, 1.0), 1), 2)
        bars.append(Bar(wijk.name, index * BAR_ROW + 24, width, text, wijk.stale))
    year_at = round(BAR_LEFT + room * YEAR_OF_MONTHS / MOST_MONTHS, 1)
    return BarChart(WIDTH, len(bars) * BAR_ROW + 32, BAR_LEFT, tuple(bars), year_at)


def _ago(days: int) -> str:
    months = round(days / MONTH)
    if months >= 2 * YEAR_OF_MONTHS:
        return f"{months // YEAR_OF_MONTHS} jaar"
    if months == 0:
        return "deze maand"
    return "1 maand" if months == 1 else f"{months} maanden"
