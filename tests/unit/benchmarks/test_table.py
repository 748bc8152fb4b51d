"""Measurements -> tables."""

from __future__ import annotations

import pytest

from benchmarks.measure import Measurement, Runs
from benchmarks.table import make_tables, ratios, spread

RUNS: Runs = {
    ("cold", "ours"): [Measurement(4.0, 8.0, 200.0), Measurement(6.0, 8.0, 220.0), Measurement(5.0, 8.0, 210.0)],
    ("cold", "Hugo"): [Measurement(10.0, 20.0, 400.0), Measurement(10.0, 20.0, 400.0), Measurement(20.0, 20.0, 420.0)],
    ("cards", "ours"): [Measurement(9.0, 9.0, 300.0)],
}


def test_a_ratio_compares_runs_that_followed_each_other() -> None:
    assert ratios([4.0, 6.0, 5.0], [10.0, 10.0, 20.0]) == [0.4, 0.6, 0.25]


def test_a_spread_is_the_median_between_the_lowest_and_the_highest() -> None:
    assert spread([6.0, 4.0, 5.0], 2) == "5.00 (4.00..6.00)"


def test_the_first_table_is_of_time_and_the_second_of_memory() -> None:
    time, memory = make_tables(RUNS).split("\n\n")
    assert "| 5.00 (4.00..6.00) | 10.00 (10.00..20.00) | 0.400 (0.250..0.600) |" in time
    assert "| 210 (200..220) | 400 (400..420) | 0.500 (0.500..0.550) |" in memory


def test_a_build_that_a_tool_does_not_do_leaves_its_cells_empty() -> None:
    row = next(line for line in make_tables(RUNS).splitlines() if line.startswith("| cards"))
    assert [cell.strip() for cell in row.strip("|").split("|")] == ["cards", "9.00 (9.00..9.00)", "-", "-"]


def test_runs_of_which_one_tool_has_more_are_not_compared() -> None:
    with pytest.raises(ValueError, match="zip"):
        ratios([1.0], [1.0, 2.0])
