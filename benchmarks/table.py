"""Measurements -> a table: of each build the median of its runs, their spread, the ratio of the tools."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from benchmarks.measure import Runs


def make_table(runs: Runs) -> str:
    """Make a Markdown table, aligned for the terminal; the ratio is that of the first tool to each other."""
    builds = list(dict.fromkeys(build for build, _ in runs))
    tools = list(dict.fromkeys(tool for _, tool in runs))
    first, *others = tools
    rows = [
        [
            "build",
            *(f"{tool}: seconds" for tool in tools),
            *(f"{first} / {other}" for other in others),
            *(f"{tool}: peak MB" for tool in tools),
            *(f"{first} / {other}" for other in others),
        ]
    ]
    for build in builds:
        cells = [build]
        for digits, values in (
            (2, {tool: [one.seconds for one in runs[build, tool]] for tool in tools}),
            (0, {tool: [one.peak_mb for one in runs[build, tool]] for tool in tools}),
        ):
            cells += [_spread(values[tool], digits) for tool in tools]
            cells += [f"{median(values[first]) / median(values[other]):.2f}" for other in others]
        rows.append(cells)
    return _aligned(rows)


def _spread(values: Iterable[float], digits: int) -> str:
    ordered = sorted(values)
    return f"{median(ordered):.{digits}f} ({ordered[0]:.{digits}f}..{ordered[-1]:.{digits}f})"


def _aligned(rows: list[list[str]]) -> str:
    """Lay out rows of cells: the first column is text and stands left, numbers stand right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        for row in rows
    ]
    lines.insert(1, ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
