"""A tool that takes part: its site on disk, the command that builds it, and what to look at afterwards."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

NOT_STORIES = {"jaar", "pagina"}
"""Folders below `/verhalen/` that hold lists."""
PROJECT = Path(__file__).resolve().parent.parent


class WrongOutputError(Exception):
    """A build ended well, but its output is not what it should be."""


def write_file(path: Path, text: str) -> None:
    """Write a file of a site, with the folders that it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def replace_in(path: Path, old: str, new: str) -> None:
    """Change a file as somebody does in an editor; what is replaced must be there."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{path} does not hold {old!r}")
    write_file(path, text.replace(old, new))


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool with its own copy of the content; `caches` is what it keeps beside its output."""

    name: str
    version: str
    site: Path
    command: tuple[str, ...]
    output: Path
    caches: tuple[Path, ...]

    def forget(self) -> None:
        """Remove the output and everything else that earlier builds left."""
        put_aside(self.output)
        self.forget_caches()

    def forget_caches(self) -> None:
        """Remove what earlier builds left beside the output."""
        for cache in self.caches:
            put_aside(cache)


ATTIC = Path(__file__).resolve().parent / ".work" / ".aside"


def put_aside(folder: Path) -> None:
    """Take a folder out of the way without removing its files.

    ext4 does not give the place of a file that was removed a moment ago to a new one, and searches long for others: who
    builds just after forty thousand files were removed would be measured with that search.
    """
    if not folder.exists():
        return
    ATTIC.mkdir(parents=True, exist_ok=True)
    folder.rename(ATTIC / f"{folder.name}-{time.time_ns()}")


def clear_attic() -> None:
    """Remove what was put aside, when nothing is measured any more."""
    shutil.rmtree(ATTIC, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class StoryTool(Tool):
    """A tool that builds a site of stories, one of which is edited.

    `wijk_file` is where the name of the wijk of that story stands; `cards_file` the settings in which cards for social
    media are turned on, for a tool that makes them. `folder` is where the command is run.
    """

    edited_file: Path
    wijk_file: Path
    cards_file: Path | None = None
    folder: Path = PROJECT

    def edit(self, sentence: str) -> None:
        """Put a sentence at the end of one story's body."""
        with self.edited_file.open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"\n{sentence}\n")

    def rename_wijk(self, old: str, new: str) -> None:
        """Give the wijk of the edited story another name."""
        replace_in(self.wijk_file, old, new)

    def turn_cards(self, *, on: bool) -> None:
        """Turn the cards for social media on or off."""
        if self.cards_file is None:
            raise ValueError(f"{self.name} makes no cards")
        words = ("maken: false", "maken: true")
        replace_in(self.cards_file, *(words if on else reversed(words)))

    def check_stories(self, slugs: set[str]) -> None:
        """Demand a page for every story, and no other."""
        pages = {page.parent.name for page in (self.output / "verhalen").glob("*/index.html")} - NOT_STORIES
        if pages != slugs:
            raise WrongOutputError(
                f"{self.name} made {len(pages)} story pages of {len(slugs)}: "
                f"lacking {sorted(slugs - pages)[:3]}, too many {sorted(pages - slugs)[:3]}"
            )

    def check_shown(self, text: str) -> None:
        """Demand a text on the page of the story that was edited."""
        page = self.output / "verhalen" / self.edited_file.stem / "index.html"
        if text not in page.read_text(encoding="utf-8"):
            raise WrongOutputError(f"{self.name} does not show '{text}' on {page.parent.name}")

    def pictures(self) -> int:
        """Count the pictures in the output."""
        return sum(1 for path in self.output.rglob("*") if path.suffix in {".png", ".jpg", ".webp"})
