"""The disk -> Sources: texts, photo headers and theme files, each with its digest."""

from generator.load.files import Stamps
from generator.load.sources import CONTENT, load, read_settings
from generator.load.survey import survey

__all__ = ["CONTENT", "Stamps", "load", "read_settings", "survey"]
