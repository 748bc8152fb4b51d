"""Pieces that wait -> lines that say for whom, or for which day: news for the desk, and nothing that is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.dutch import short_date
from generator.model.site import Waiting


def waiting_lines(waiting: Sequence[Waiting]) -> tuple[str, ...]:
    """Give a line for each piece: those that wait for a signature first, then the planned ones by their day."""
    unsigned = [piece for piece in waiting if piece.organisations]
    planned = sorted(
        (piece for piece in waiting if not piece.organisations), key=lambda piece: (str(piece.day), piece.path)
    )
    return (*map(_unsigned, unsigned), *map(_planned, planned))


def waiting_summary(waiting: Sequence[Waiting]) -> str | None:
    """Give one line for below a build; None when nothing waits for a signature."""
    count = sum(bool(piece.organisations) for piece in waiting)
    if not count:
        return None
    return f"wacht op akkoord: {count} {'stuk' if count == 1 else 'stukken'} ('mba check' zegt op wie)"


def _unsigned(piece: Waiting) -> str:
    since = f" (gepland vanaf {short_date(piece.day)})" if piece.day else ""
    return f"Wacht op akkoord: {piece.path}: {', '.join(piece.organisations)}{since}"


def _planned(piece: Waiting) -> str:
    return f"Gepland: {piece.path}: vanaf {short_date(piece.day)}" if piece.day else ""
