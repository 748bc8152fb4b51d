"""A digest is short, the same everywhere, and different for different values."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.digest import digest_bytes, digest_value
from generator.model.document import Kind, PartialDate


def test_a_digest_is_32_hexadecimal_characters() -> None:
    assert digest_bytes(b"soep") == "74e875735bf492ef672a6efd3c298bdb"
    assert digest_bytes(b"") == "cae66941d9efbd404e4d88758ea67670"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"x", "y", "z"}, {"z", "y", "x"}),
        ([1, 2], (1, 2)),
        (Kind.STORY, "verhalen"),
        (PartialDate(2024), PartialDate(2024, None)),
    ],
)
def test_equal_values_have_equal_digests(one: object, other: object) -> None:
    assert digest_value(one) == digest_value(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, ""),
        ("", "0"),
        (1, "1"),
        (1, True),
        (0, False),
        (["ab", "c"], ["a", "bc"]),
        ([["a"], "b"], ["a", ["b"]]),
        ([1, 2], [2, 1]),
        (dt.date(2024, 9, 4), dt.date(2024, 4, 9)),
        (PartialDate(2024), PartialDate(2024, 1)),
    ],
)
def test_different_values_have_different_digests(one: object, other: object) -> None:
    assert digest_value(one) != digest_value(other)
