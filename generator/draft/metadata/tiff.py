"""EXIF data, which is a small TIFF file -> which side of the photo is up; and back, with nothing else in it."""

from __future__ import annotations

import struct
from typing import Literal

UPRIGHT = 1
_ORIENTATION, _SHORT = 0x0112, 3
_ENTRY = 12
_ORDERS: dict[bytes, Literal["little", "big"]] = {b"II": "little", b"MM": "big"}


def orientation_of(tiff: bytes) -> int:
    """Read the orientation, 1 to 8; 1 (upright) when it is not there or cannot be understood."""
    order = _ORDERS.get(tiff[:2])
    if order is None:
        return UPRIGHT
    start = int.from_bytes(tiff[4:8], order)
    count = int.from_bytes(tiff[start : start + 2], order)
    for at in range(start + 2, min(start + 2 + count * _ENTRY, len(tiff) - _ENTRY + 1), _ENTRY):
        tag, kind = int.from_bytes(tiff[at : at + 2], order), int.from_bytes(tiff[at + 2 : at + 4], order)
        if tag == _ORIENTATION:
            value = int.from_bytes(tiff[at + 8 : at + (10 if kind == _SHORT else 12)], order)
            return value if value in range(1, 9) else UPRIGHT
    return UPRIGHT


def only_orientation(value: int) -> bytes:
    """Make the smallest EXIF data that says which side is up."""
    header = struct.pack(">2sHI", b"MM", 42, 8)
    return header + struct.pack(">HHHIHHI", 1, _ORIENTATION, _SHORT, 1, value, 0, 0)
