"""Site -> diagnostics on what a reader would stumble over: lengths, for now; tone and plain language come later."""

from generator.lint.lengths import lint
from generator.lint.registers import lint_registers

__all__ = ["lint", "lint_registers"]
