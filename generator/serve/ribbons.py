"""Site -> the ribbon of each piece that residents do not see yet: why, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from generator.assemble.visibility import unsigned
from generator.model.dutch import full_date, join_names, short_date
from generator.model.site import Item, Site


def lacking(item: Item, site: Site) -> tuple[str, ...]:
    """Give the names of the organisations whose sign-off a piece still waits for, in the order of site.yaml."""
    organisations = site.shared.organisations
    missing = unsigned(item.document.common, site.config)
    return tuple(organisations[slug].name if slug in organisations else slug for slug in missing)


def is_planned(item: Item, site: Site) -> bool:
    """Tell whether a piece waits for its day."""
    day = item.document.common.publish_on
    return day is not None and day > site.today


def reasons(item: Item, site: Site) -> tuple[str, ...]:
    """Say why residents do not see a piece yet, the weightiest first; nothing when they do."""
    common = item.document.common
    found = []
    if common.draft:
        found.append("Concept - alleen jij ziet dit")
    if is_planned(item, site) and common.publish_on:
        found.append(f"Gepland voor {full_date(common.publish_on)}")
    if not common.draft and (names := lacking(item, site)):
        found.append(f"Wacht op akkoord van {join_names(names)}")
    return tuple(found)


def ribbons(site: Site) -> Mapping[str, str]:
    """Give the ribbon of each hidden piece as HTML, by the address of its page."""
    found = {}
    for item in site.items:
        words = reasons(item, site)
        if words:
            parts = "".join(f"<span>{escape(word)}</span>" for word in words)
            found[item.address] = f'<aside class="mba-lint" aria-label="Voorbeeld">{parts}</aside>'
    return found


def marks(site: Site) -> Mapping[str, str]:
    """Give the word beside each link to a piece that is planned or waits; drafts have their label already."""
    found = {}
    for item in site.items:
        common = item.document.common
        if common.draft:
            continue
        if is_planned(item, site) and common.publish_on:
            found[item.address] = f"gepland voor {short_date(common.publish_on)}"
        elif lacking(item, site):
            found[item.address] = "wacht op akkoord"
    return found
