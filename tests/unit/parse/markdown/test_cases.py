from __future__ import annotations

import pytest

from tests.unit.parse.markdown.cases import Case, read_cases, result_of, write_cases

CASES = read_cases()


@pytest.fixture(scope="module", autouse=True)
def _new_goldens(*, update_goldens: bool) -> None:
    if update_goldens:
        write_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_a_writer_types_becomes_what_the_case_says(case: Case, *, update_goldens: bool) -> None:
    if not update_goldens:
        assert result_of(case.markdown) == (case.html, case.found)


def test_there_are_many_cases_and_no_two_have_the_same_name() -> None:
    names = [str(case) for case in CASES]
    assert len(names) >= 120
    assert len(set(names)) == len(names)
