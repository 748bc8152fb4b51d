"""A disk that would not read or write -> what that means for who writes the site."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from generator.diagnostics import Diagnostic, error


def disk_refused(fault: OSError) -> Diagnostic:
    """Explain that the disk would not read or write."""
    where = str(Path(os.fsdecode(fault.filename))) if fault.filename else "de schijf"
    with contextlib.suppress(ValueError):
        where = os.path.relpath(where) if fault.filename else where
    message = f"{where} kunnen we niet schrijven of lezen: {fault.strerror or fault}"
    tip = "kijk of de schijf vol is, of de map op slot zit, en bouw daarna opnieuw: er gaat niets verloren"
    return error("site.yaml", 1, "schijf-weigert", message, tip)
