"""Telephone numbers as the Dutch write them -> where they stand in a text, and the address that dials them."""

from __future__ import annotations

import re

INTERNATIONAL = "+31"

_SIGN = "[ \u00a0\u202f.\u2010\u2011\u2013-]"
_GAP = rf"(?:{_SIGN}|[ \u00a0][\u2013-][ \u00a0])"
# The area codes that there are: with fewer, an order or account number would now and then look like a telephone's.
_THREE = r"0(?:1[0358]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|8[4578])"
_FOUR = r"0(?:11|16|17|18|22|25|29|31|32|34|41|47|48|49|51|52|54|56|57|59)\d"
_NO_DATE = r"(?!\d\d[ \u00a0./-]\d\d[ \u00a0./-](?:19|20)\d\d(?!\d))"


def _digits(count: int) -> str:
    """Match so many digits, in groups or not."""
    return rf"\d(?:{_SIGN}?\d){{{count - 1}}}"


_KINDS = (
    rf"(?:\+|00)31{_GAP}?(?:\(0\){_GAP}?)?[1-9](?:{_SIGN}?\d){{8}}",
    rf"{_NO_DATE}06{_GAP}?{_digits(8)}",
    rf"{_THREE}(?:{_GAP}{_digits(7)}|\d{{7}})",
    rf"{_FOUR}(?:{_GAP}{_digits(6)}|\d{{6}})",
    rf"\((?:{_THREE}\){_GAP}?{_digits(7)}|{_FOUR}\){_GAP}?{_digits(6)})",
    rf"0(?:800|90[069]){_GAP}?(?:\d{{4}}|{_digits(7)})",
    rf"14[ \u00a0]?(?:{_THREE}|{_FOUR})",
)
# In front of it no other digits, and no bank; behind it nothing that makes it longer.
_BEFORE = (
    r"(?<![\w+/@#=&-])(?<!\d[.,])"
    r"(?<![A-Z]{2}\d\d[ \u00a0][A-Z]{4}[ \u00a0])(?<![A-Z]{2}\d\d[A-Z]{4}[ \u00a0])"
)
_AFTER = r"(?!\w)(?![.,:/\u2010\u2011\u2013-]\d)"

PHONE = re.compile(rf"{_BEFORE}(?:{'|'.join(_KINDS)}){_AFTER}")
"""A telephone number in a text; years, dates, postcodes, amounts and bank accounts are none."""


def telephone(written: str) -> str:
    """Give `tel:+31592000000` for `0592-000 000`; a short number such as 112 stays as it is."""
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif digits.startswith("0"):
        digits = f"{INTERNATIONAL}{digits[1:]}"
    return f"tel:{digits}"
