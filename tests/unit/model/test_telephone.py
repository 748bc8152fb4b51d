"""Telephone numbers as the Dutch write them: which text is one, and how a telephone dials it."""

from __future__ import annotations

import pytest

from generator.model.telephone import PHONE, telephone


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("0592-000 000", "tel:+31592000000"),
        ("06 1234 5678", "tel:+31612345678"),
        ("(0592) 00 00 00", "tel:+31592000000"),
        ("+31 592 000 000", "tel:+31592000000"),
        ("0031 592 000 000", "tel:+31592000000"),
        ("+31 (0)592 000 000", "tel:+31592000000"),
        ("0031 (0)592-000000", "tel:+31592000000"),
        ("14 0592", "tel:140592"),
        ("112", "tel:112"),
        ("0800-1234", "tel:+318001234"),
        ("+49 30 1234", "tel:+49301234"),
    ],
)
def test_a_telephone_number_can_be_called_from_anywhere(written: str, address: str) -> None:
    assert telephone(written) == address


@pytest.mark.parametrize(
    "number",
    [
        "0592-000 000",
        "0592-366911",
        "0592366911",
        "0592 - 36 69 11",
        "(0592) 36 69 11",
        "050-123 45 67",
        "088 123 4567",
        "06-12345678",
        "06 12 34 56 78",
        "06 1234 5678",
        "06.12.34.56.78",
        "0800-1234",
        "0900-1234",
        "0900 123 4567",
        "14 0592",
        "14 050",
        "+31592366911",
        "+31 592 36 69 11",
        "+31 (0)592-366911",
        "+31-6-12345678",
        "0031 6 1234 5678",
        "06\u00a012345678",
        "06\u201112345678",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Bel {}.", "({})", "tel.:{}, of kom langs", "Bel {}\nof mail"])
def test_a_number_is_found_in_a_sentence(number: str, around: str) -> None:
    assert [found[0] for found in PHONE.finditer(around.format(number))] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "in 2024-2025",
        "van 2019 2020 2021",
        "9401 JW Assen",
        "op 06-12-2024",
        "op 06-12-2024 10 uur",
        "op 06-12-2024 19:30",
        "06 12 2024 56",
        "om 05:30 of 06.30 uur",
        "0,50 euro",
        "0592",
        "voor 1.059.236.691 euro",
        "NL00 ABNA 0592 3669 11",
        "NL00ABNA0592366911",
        "NL00 ABNA 0123 4567 89",
        "0123456789",
        "factuur 20240592366911",
        "0592-36691",
        "0592-3669112",
        "0592-366911-2",
        "05923669110592366911",
        "x0592366911",
        "0592366911x",
        "A-0592366911",
        "112",
        "3,14 0592",
        "8-14 050",
        "+49 30 123456",
        "00592366911",
    ],
)
def test_other_digits_are_no_telephone_number(text: str) -> None:
    assert PHONE.search(text) is None
