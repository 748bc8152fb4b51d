"""A short fuzzing run; `tests/fuzz/run.py` makes long ones."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.target import KINDS, try_text


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_text_makes_the_program_crash_hang_or_refuse_without_a_word(kind: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def attempt(data: st.DataObject) -> None:
        try_text(kind, data.draw(KINDS[kind]))

    attempt()
