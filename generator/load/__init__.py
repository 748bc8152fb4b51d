"""The disk -> Sources: texts, photo headers and theme files, each with its digest."""

from generator.load.files import FileStamp, Stamps
from generator.load.sources import load, read_settings

__all__ = ["FileStamp", "Stamps", "load", "read_settings"]
