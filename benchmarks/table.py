"""Measurements -> tables: of each build the median of its runs with their spread, and the ratios of the tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median

from benchmarks.measure import Measurement, Runs

ABSENT = "-"
"""Stands where a tool does not do a build."""


def make_tables(runs: Runs) -> str:
    """Make two Markdown tables, of time and of memory, aligned for the terminal."""
    return f"{_table(runs, 'seconds', 2, _seconds)}\n\n{_table(runs, 'peak MB', 0, _peak_mb)}"


def ratios(first: Sequence[float], other: Sequence[float]) -> list[float]:
    """Give the ratio of each run of one to the same run of another: what was measured shortly after each other."""
    return [one / two for one, two in zip(first, other, strict=True)]


def spread(values: Iterable[float], digits: int) -> str:
    """Write the median with the lowest and the highest."""
    ordered = sorted(values)
    return f"{median(ordered):.{digits}f} ({ordered[0]:.{digits}f}..{ordered[-1]:.{digits}f})"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Lay out rows of cells, the first of which has the headings: the first column is text, the others are numbers."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in rows
    ]
    lines.insert(1, ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _seconds(one: Measurement) -> float:
    return one.seconds


def _peak_mb(one: Measurement) -> float:
    return one.peak_mb


def _table(runs: Runs, unit: str, digits: int, value: Callable[[Measurement], float]) -> str:
    """Make the table of one quantity; the ratios are those of the first tool to each other."""
    builds = list(dict.fromkeys(build for build, _ in runs))
    first, *others = dict.fromkeys(tool for _, tool in runs)
    rows = [["build", *(f"{tool}: {unit}" for tool in (first, *others)), *(f"{first} / {tool}" for tool in others)]]
    for build in builds:
        values = {tool: [value(one) for one in runs.get((build, tool), ())] for tool in (first, *others)}
        cells = [spread(values[tool], digits) if values[tool] else ABSENT for tool in values]
        for tool in others:
            both = values[first] and values[tool]
            cells.append(spread(ratios(values[first], values[tool]), 3) if both else ABSENT)
        rows.append([build, *cells])
    return aligned(rows)
