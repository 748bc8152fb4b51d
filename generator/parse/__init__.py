"""One file's text -> Report[Document]; likewise settings, shared data, registers and components: each on its own."""

from generator.parse.components import parse_components
from generator.parse.documents import parse_document
from generator.parse.registers import parse_register
from generator.parse.settings import parse_settings
from generator.parse.shared_data import DATA_FILES, parse_shared_data

__all__ = [
    "DATA_FILES",
    "parse_components",
    "parse_document",
    "parse_register",
    "parse_settings",
    "parse_shared_data",
]
