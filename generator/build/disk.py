"""A disk that would not read or write, or files that keep changing -> what that means for who writes the site."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from generator.diagnostics import Diagnostic, error

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_REASONS = {
    **dict.fromkeys(_FULL, "de schijf is vol"),
    errno.EACCES: "daar heb je geen rechten voor",
    errno.EPERM: "dat is niet toegestaan",
    errno.EROFS: "deze schijf is alleen om van te lezen",
    errno.EFBIG: "het bestand wordt groter dan hier kan",
    errno.EIO: "de schijf geeft een fout",
    errno.EBUSY: "een ander programma houdt het vast",
    errno.ENAMETOOLONG: "de naam is te lang voor deze schijf",
    errno.ENOENT: "het is er niet meer",
    errno.ENOTDIR: "er staat een bestand waar een map moet staan",
    errno.EEXIST: "er staat een bestand waar een map moet staan",
    errno.EISDIR: "er staat een map waar een bestand moet staan",
}
"""What the system says in its own language is for programmers."""


def disk_refused(fault: OSError) -> Diagnostic:
    """Explain that the disk would not read or write."""
    why = _REASONS.get(fault.errno or 0, fault.strerror or str(fault))
    message = f"we kunnen niet schrijven of lezen: {why}"
    if fault.filename:
        where = str(Path(os.fsdecode(fault.filename)))
        with contextlib.suppress(ValueError):
            where = os.path.relpath(where)
        message = f"{where} kunnen we niet schrijven of lezen: {why}"
    if fault.errno in _FULL:
        tip = "maak ruimte op de schijf en bouw daarna opnieuw: er gaat niets verloren"
    else:
        tip = "kijk of de schijf vol is, of de map op slot zit, en bouw daarna opnieuw: er gaat niets verloren"
    return error("site.yaml", 1, "schijf-weigert", message, tip)


def kept_changing() -> Diagnostic:
    """Explain that what was being read was saved again each time."""
    message = "terwijl we bouwden, veranderden er steeds bestanden"
    tip = "wacht tot het kopiëren of bewaren klaar is, en bouw dan opnieuw"
    return error("site.yaml", 1, "bestanden-veranderen", message, tip)
