"""One thing that a rule saw, before it has a file and a line."""

from __future__ import annotations

from typing import NamedTuple


class Remark(NamedTuple):
    """`place` is where it stands in the text of the document."""

    code: str
    place: int
    message: str
    tip: str


def times(count: int) -> str:
    """Give ` (3 keer)` for what occurs more than once."""
    return f" ({count} keer)" if count > 1 else ""
