"""Stories -> for each the stories that somebody who read it may like next.

Candidates stand near it in time, in its wijk or its themes, so that a new story touches a few pages and no more.
"""

from __future__ import annotations

from generator.model.document import Story
from generator.model.site import Item, Site

REACH = 4
COUNT = 3


class Neighbours:
    """The stories of each wijk and theme, with the place of each story among them."""

    def __init__(self, site: Site) -> None:
        self._rows: dict[tuple[str, str], tuple[Item, ...]] = {}
        self._places: dict[tuple[str, str], dict[str, int]] = {}
        for what, groups in (("wijk", site.by_wijk), ("thema", site.by_theme)):
            for name, group in groups.items():
                self._rows[what, name] = group.stories
                self._places[what, name] = {item.slug: place for place, item in enumerate(group.stories)}

    def related(self, item: Item, *, leave_out: tuple[Item, ...]) -> tuple[Item, ...]:
        """Give at most three stories: those that share most first, then those nearest in time."""
        meta = item.document.meta
        if not isinstance(meta, Story):
            return ()
        names = [("wijk", wijk) for wijk in meta.wijken] + [("thema", theme) for theme in meta.themes]
        skip = {item.slug, *(other.slug for other in leave_out)}
        shared: dict[str, int] = {}
        found: dict[str, Item] = {}
        for name in names:
            place = self._places.get(name, {}).get(item.slug)
            if place is None:
                continue
            weight = 2 if name[0] == "wijk" else 1
            for other in self._rows[name][max(0, place - REACH) : place + REACH + 1]:
                if other.slug not in skip:
                    shared[other.slug] = shared.get(other.slug, 0) + weight
                    found[other.slug] = other
        day = meta.date.toordinal()

        def rank(slug: str) -> tuple[int, int, str]:
            other = found[slug].document.meta
            return (-shared[slug], abs(other.date.toordinal() - day) if isinstance(other, Story) else 0, slug)

        return tuple(found[slug] for slug in sorted(found, key=rank)[:COUNT])
