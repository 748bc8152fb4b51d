"""A document -> what a reader would stumble over: names, tone, plain language, accessibility of the text, privacy."""

from generator.lint.coach import coach, coach_photo
from generator.lint.registers import lint_registers
from generator.lint.settings import coach_settings

__all__ = ["coach", "coach_photo", "coach_settings", "lint_registers"]
