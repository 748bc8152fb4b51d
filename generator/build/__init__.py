"""The pipeline in its order: load -> parse -> assemble -> lint -> plan -> render -> check -> write."""

from generator.build.options import Options, Outcome, Progress

__all__ = ["Options", "Outcome", "Progress"]
