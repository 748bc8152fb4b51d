"""Stories -> for each the stories that somebody who read it may like next.

Candidates stand near it in time, in its wijk or its themes, so that a new story touches a few pages and no more.
"""

from __future__ import annotations

from generator.model.document import Story
from generator.model.site import Item, Site

REACH = 4
COUNT = 3


class Neighbours:
    """The stories of each wijk and theme, with the place of each story among them; a story is known by its number."""

    def __init__(self, site: Site) -> None:
        self._stories = site.listed.stories
        self._numbers = {item.slug: number for number, item in enumerate(self._stories)}
        self._slugs = tuple(item.slug for item in self._stories)
        self._days = tuple(_day_of(item) for item in self._stories)
        self._rows: dict[tuple[str, str], list[int]] = {}
        self._places: dict[tuple[str, str], dict[int, int]] = {}
        for what, groups in (("wijk", site.by_wijk), ("thema", site.by_theme)):
            for name, group in groups.items():
                row = [self._numbers[item.slug] for item in group.stories]
                self._rows[what, name] = row
                self._places[what, name] = {number: place for place, number in enumerate(row)}

    def related(self, item: Item, *, leave_out: tuple[Item, ...]) -> tuple[Item, ...]:
        """Give at most three stories: those that share most first, then those nearest in time."""
        meta, own = item.document.meta, self._numbers.get(item.slug)
        if not isinstance(meta, Story) or own is None:
            return ()
        shared: dict[int, int] = {}
        for what, weight, names in (("wijk", 2, meta.wijken), ("thema", 1, meta.themes)):
            for name in names:
                place = self._places[what, name][own]
                for other in self._rows[what, name][max(0, place - REACH) : place + REACH + 1]:
                    shared[other] = shared.get(other, 0) + weight
        for number in (own, *(self._numbers[other.slug] for other in leave_out)):
            shared.pop(number, None)
        days, slugs = self._days, self._slugs
        ranks = [(-weight, abs(days[other] - days[own]), slugs[other], other) for other, weight in shared.items()]
        return tuple(self._stories[other] for *_, other in sorted(ranks)[:COUNT])


def _day_of(item: Item) -> int:
    meta = item.document.meta
    return meta.date.toordinal() if isinstance(meta, Story) else 0
