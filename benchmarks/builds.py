"""The builds that are measured: what is done to a site beforehand, and what its output must show afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from benchmarks.content import WIJKEN, Story
from benchmarks.tool import StoryTool, WrongOutputError


@dataclass(frozen=True, slots=True)
class Turn:
    """One round of builds, the first of which is number 1; the same for all tools.

    Every story has a page, and `wijk` is the name of the wijk that is renamed.
    """

    number: int
    slugs: set[str]
    wijk: str

    @property
    def sentence(self) -> str:
        """Give the sentence that is added to a story in this turn."""
        return f"Dit is wijziging nummer {self.number}."

    def name(self, number: int) -> str:
        """Give the name of the wijk after so many turns."""
        return f"{self.wijk} {number}" if number else self.wijk


@dataclass(frozen=True, slots=True)
class Build:
    """A build by the name it has in a table; `possible` says which tools can do it."""

    name: str
    prepare: Callable[[StoryTool, Turn], None]
    check: Callable[[StoryTool, Turn], None]
    possible: Callable[[StoryTool], bool] = lambda _: True


def wijk_of(story: Story) -> str:
    """Give the name of the first wijk of a story."""
    return next(wijk.name for wijk in WIJKEN if wijk.slug == story.wijken[0])


def _nothing(tool: StoryTool, turn: Turn) -> None:
    """Leave everything as it is."""


def _start_anew(tool: StoryTool, _: Turn) -> None:
    tool.forget()


def _edit(tool: StoryTool, turn: Turn) -> None:
    tool.edit(turn.sentence)


def _shows_edit(tool: StoryTool, turn: Turn) -> None:
    tool.check_shown(turn.sentence)


def _rename(tool: StoryTool, turn: Turn) -> None:
    tool.rename_wijk(turn.name(turn.number - 1), turn.name(turn.number))


def _shows_name(tool: StoryTool, turn: Turn) -> None:
    tool.check_shown(turn.name(turn.number))


def _forget_caches(tool: StoryTool, _: Turn) -> None:
    tool.forget_caches()


def _with_cards(tool: StoryTool, _: Turn) -> None:
    tool.forget()
    tool.turn_cards(on=True)


def _has_cards(tool: StoryTool, turn: Turn) -> None:
    tool.turn_cards(on=False)
    made = tool.pictures()
    if made < len(turn.slugs) // 10:
        raise WrongOutputError(f"{tool.name} made {made} pictures, which cannot be the cards of this site")


BUILDS: Mapping[str, Build] = {
    "cold": Build("cold", _start_anew, _nothing),
    "unchanged": Build("unchanged", _nothing, _nothing),
    "edit": Build("one story edited", _edit, _shows_edit),
    "wijk": Build("one wijk renamed", _rename, _shows_name),
    "cache": Build("unchanged, cache removed", _forget_caches, _nothing, lambda tool: bool(tool.caches)),
    "cards": Build("cold, with social cards", _with_cards, _has_cards, lambda tool: tool.cards_file is not None),
}
"""By the names of the command line, in the order in which they are done."""
