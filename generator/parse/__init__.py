"""One file's text -> Report[Document]; likewise settings, shared data, registers and components: each on its own.

And the way back: what a kind of file can hold, as values, and a value as YAML.
"""

from generator.parse.components import parse_components
from generator.parse.documents import parse_document
from generator.parse.registers import parse_register
from generator.parse.schema.outline import KINDS, Entry, outline
from generator.parse.schema.shared import PhotoKeys
from generator.parse.schema.texts import slugify
from generator.parse.settings import parse_settings
from generator.parse.shared_data import DATA_FILES, parse_shared_data
from generator.parse.validate import validate_key
from generator.parse.yaml_scalars import write_yaml
from generator.parse.yaml_text import Plain

__all__ = [
    "DATA_FILES",
    "KINDS",
    "Entry",
    "PhotoKeys",
    "Plain",
    "outline",
    "parse_components",
    "parse_document",
    "parse_register",
    "parse_settings",
    "parse_shared_data",
    "slugify",
    "validate_key",
    "write_yaml",
]
