"""A kind, a title and answers -> the file of a new piece, as a draft that builds, with its photos beside it."""

from generator.draft.answers import find_problems, read_answer
from generator.draft.kinds import LABELS, meant_kind, read_kind
from generator.draft.photos import CleanPhoto, read_photos
from generator.draft.questions import Talk, Values, ask_missing, default_values, numbered
from generator.draft.skeleton import register_skeleton, skeleton
from generator.draft.surroundings import Surroundings, look_around, propose, spot_of, why_not
from generator.draft.write import write_piece

__all__ = [
    "LABELS",
    "CleanPhoto",
    "Surroundings",
    "Talk",
    "Values",
    "ask_missing",
    "default_values",
    "find_problems",
    "look_around",
    "meant_kind",
    "numbered",
    "propose",
    "read_answer",
    "read_kind",
    "read_photos",
    "register_skeleton",
    "skeleton",
    "spot_of",
    "why_not",
    "write_piece",
]
