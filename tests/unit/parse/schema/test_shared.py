"""The point of a photo that has to stay in sight."""

from __future__ import annotations

import pytest

from generator.parse import parse_register
from tests.unit.examples import source, told

REGISTER = "decoratief: ja\nfotograaf: Ans\ntoestemming: geen-mensen\n"


@pytest.mark.parametrize(
    ("typed", "focus"),
    [("[0.5, 0.3]", (0.5, 0.3)), ("[0, 1]", (0.0, 1.0)), ("[.25, 1.0]", (0.25, 1.0)), ("[0.0, 0.000001]", (0, 1e-6))],
)
def test_a_focus_is_two_numbers_from_0_to_1(typed: str, focus: tuple[float, float]) -> None:
    report = parse_register(source("x.jpg.yaml", f"{REGISTER}focus: {typed}\n"))
    assert report.diagnostics == ()
    assert report.value is not None
    assert report.value.focus == focus


@pytest.mark.parametrize(
    "typed", ["[0.5]", "[0.5, 0.5, 0.5]", "0.5", "[0.5, 1.1]", "[-0.1, 0.5]", "[a, b]", "['0,5', '0,5']", "[[0], 1]"]
)
def test_another_focus_is_explained(typed: str) -> None:
    report = parse_register(source("x.jpg.yaml", f"{REGISTER}focus: {typed}\n"))
    assert told(report.diagnostics) == ["4 fout focus-onjuist"]
