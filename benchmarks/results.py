"""What was measured, on which machine and with what: as a page of parts, each with its own moment, and as JSON."""

from __future__ import annotations

import json
import platform
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import describe_machine, today
from benchmarks.memory import how_measured
from benchmarks.photos import PhotoResults
from benchmarks.stories import Growth, StoryResults

TITLE = """\
# Results

Written by `--write-results` of the programs in this folder; each part says on which machine, when, and with what it was
measured. A part stays until it is measured again.
"""
ACCOUNTS = Path(__file__).resolve().parent / "accounts"
"""For each part what the comparison does and does not hold, tool by tool."""
TITLES = {
    "stories": "Stories",
    "growth": "Growth",
    "preview": "The preview after a save",
    "photos": "Photos",
}
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
            found["stories"] = make_part("stories", self.stories.versions, self.load, self.stories.summary())
        if self.growth:
            found["growth"] = make_part("growth", self.growth.large.versions, self.load, self.growth.summary())
        if self.photos:
            found["photos"] = make_part("photos", self.photos.versions, self.load, self.photos.summary())
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


def make_part(name: str, versions: Mapping[str, str], busy: float, summary: str) -> str:
    """Put above what was measured what a reader must know to weigh it, and below it what the comparison holds."""
    python = {"Python": platform.python_version()}
    named = ", ".join(f"{tool} {version}" for tool, version in {**python, **versions}.items())
    account = (ACCOUNTS / f"{name}.md").read_text(encoding="utf-8")
    return f"""\
## {TITLES[name]}

* Machine: {describe_machine()}; load average at the start {busy:.2f}
* Day: {today()}
* Versions: {named}
* Memory: {how_measured()}

{summary}

{account}"""


def merge(page: str, parts: Mapping[str, str]) -> str:
    """Put parts that were measured now into RESULTS.md, and leave its other parts as they are."""
    known = {name: text.strip() + "\n" for name, text in _PART.findall(page)} | {**parts}
    texts = [f"<!-- part: {name} -->\n{known[name]}" for name in TITLES if name in known]
    return "\n".join([TITLE, *texts])
