"""Staged bytes -> the output folder, atomically: assets, then pages, then removals, and the manifest last."""

from generator.write.manifest import read_manifest
from generator.write.output import Clash, Output, Written, open_staging, put_in_place

__all__ = ["Clash", "Output", "Written", "open_staging", "put_in_place", "read_manifest"]
