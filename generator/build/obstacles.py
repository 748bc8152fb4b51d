"""What keeps a command from its work, and is nobody's mistake in the content -> what to tell about it."""

from __future__ import annotations

from pathlib import Path

from generator.build.disk import disk_refused, kept_changing
from generator.build.turn import Busy, busy
from generator.diagnostics import Diagnostic
from generator.model.source import Overtaken

Obstacle = OSError | Busy | Overtaken
OBSTACLES = (OSError, Busy, Overtaken)


def explain(obstacle: Obstacle, root: Path | None = None) -> Diagnostic:
    """Say what is in the way; folders are named from `root`, the folder of the site."""
    match obstacle:
        case Busy():
            return busy(obstacle, root or obstacle.folder.parent)
        case Overtaken():
            return kept_changing()
        case _:
            return disk_refused(obstacle)
