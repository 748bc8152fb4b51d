"""Lengths only warn."""

from __future__ import annotations

import pytest

from generator.lint.lengths import check_lengths
from generator.model.document import Common, Meta, Wijk
from tests.unit.examples import piece, story, told


@pytest.mark.parametrize(
    ("common", "found"),
    [
        (Common("x" * 80, summary="x" * 220), []),
        (Common("x" * 81), ["2 waarschuwing titel-lang"]),
        (Common("x", summary="x" * 221), ["3 waarschuwing samenvatting-lang"]),
        (Common("x" * 81, summary="x" * 221), ["2 waarschuwing titel-lang", "3 waarschuwing samenvatting-lang"]),
    ],
)
def test_a_long_title_or_summary_is_told_at_its_line(common: Common, found: list[str]) -> None:
    document = piece("verhalen/soep.md", story(), common, lines={"titel": 2, "samenvatting": 3})
    assert told(check_lengths(document)) == found


def test_the_title_of_a_wijk_is_its_name() -> None:
    meta: Meta = Wijk("WK010606")
    document = piece("wijken/peelo.md", meta, Common("x" * 81), lines={"naam": 2})
    assert told(check_lengths(document)) == ["2 waarschuwing titel-lang"]
