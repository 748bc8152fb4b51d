"""What was measured, on which machine and with what: as a page of parts, each with its own moment, and as JSON."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.accounts import GROWTH_ACCOUNT, PREVIEW_ACCOUNT, STORY_ACCOUNT
from benchmarks.machine import describe_machine, today
from benchmarks.memory import how_measured
from benchmarks.photos import ACCOUNT as PHOTO_ACCOUNT
from benchmarks.photos import PhotoResults
from benchmarks.stories import Growth, StoryResults

TITLE = """\
# Results

Written by `--write-results` of the programs in this folder; each part says on which machine, when, and with what it was
measured. A part stays until it is measured again.
"""
PARTS = ("stories", "growth", "preview", "photos")
"""The parts of RESULTS.md in their order."""
_PART = re.compile(r"^<!-- part: (\w+) -->\n(.*?)(?=^<!-- part: |\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Results:
    """The outcome of one run of `run.py`."""

    load: float
    stories: StoryResults | None
    growth: Growth | None
    photos: PhotoResults | None

    def parts(self) -> dict[str, str]:
        """Give what was measured as parts of RESULTS.md."""
        found = {}
        if self.stories:
            found["stories"] = part(
                f"{self.stories.stories} stories",
                self.stories.versions,
                self.load,
                f"All sites are built for {self.stories.day}.\n\n{self.stories.summary()}\n\n{STORY_ACCOUNT}",
            )
        if self.growth:
            text = f"{self.growth.summary()}\n\n{GROWTH_ACCOUNT}"
            found["growth"] = part("Growth", self.growth.large.versions, self.load, text)
        if self.photos:
            text = f"{self.photos.summary()}\n\n{PHOTO_ACCOUNT}"
            found["photos"] = part("Photos", self.photos.versions, self.load, text)
        return found

    def to_json(self) -> str:
        """Give everything that was measured."""
        known = {
            "machine": describe_machine(),
            "day": today(),
            "load": self.load,
            "memory": how_measured(),
            "python": platform.python_version(),
            "stories": self.stories.to_dict() if self.stories else None,
            "growth": self.growth.to_dict() if self.growth else None,
            "photos": self.photos.to_dict() if self.photos else None,
        }
        return json.dumps(known, indent=2) + "\n"


def part(title: str, versions: Mapping[str, str], busy: float, text: str) -> str:
    """Put above a part what a reader must know to weigh its numbers."""
    named = ", ".join(
        f"{name} {version}" for name, version in {"Python": platform.python_version(), **versions}.items()
    )
    return f"""\
## {title}

* Machine: {describe_machine()}; load average at the start {busy:.2f}
* Day: {today()}
* Versions: {named}
* Memory: {how_measured()}

{text.strip()}
"""


def preview_part(versions: Mapping[str, str], busy: float, summary: str) -> str:
    """Give the part of RESULTS.md on previews."""
    return part("The preview after a save", versions, busy, f"{summary}\n\n{PREVIEW_ACCOUNT}")


def merge(page: str, parts: Mapping[str, str]) -> str:
    """Put parts that were measured now into RESULTS.md, and leave its other parts as they are."""
    known = {name: text.strip() + "\n" for name, text in _PART.findall(page)} | parts
    texts = [f"<!-- part: {name} -->\n{known[name]}" for name in PARTS if name in known]
    return "\n".join([TITLE, *texts])
