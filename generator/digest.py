"""Bytes and plain values -> short digests (BLAKE2b, 16 bytes, hexadecimal: 32 characters)."""

from __future__ import annotations

from hashlib import blake2b

import msgspec

SIZE = 16


def digest_bytes(data: bytes) -> str:
    """Digest the bytes of one file."""
    return blake2b(data, digest_size=SIZE).hexdigest()


def digest_value(value: object) -> str:
    """Digest a plain value: texts, numbers, dates, enums, tuples, mappings, dataclasses of those; sets are sorted."""
    return blake2b(msgspec.msgpack.encode(value, order="deterministic"), digest_size=SIZE).hexdigest()
