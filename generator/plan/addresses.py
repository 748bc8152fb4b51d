"""Every address that settings, shared data and texts name -> those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Report, error, nearest_address, warning
from generator.model.site import LinkTarget, Site


@dataclass(frozen=True, slots=True)
class Mention:
    """An address that a file names on a line."""

    file: str
    line: int
    target: str
    in_text: bool = False

    @property
    def address(self) -> str:
        """Give the address without what follows a # or a ?."""
        return _address_in(self.target)


def _address_in(target: str) -> str:
    return target.partition("#")[0].partition("?")[0]


def is_dead(target: str, site: Site, known: AbstractSet[str]) -> bool:
    """Tell whether an address that starts at the top of the site leads nowhere; that of a hidden piece comes back."""
    address = _address_in(target)
    return address.startswith("/") and address not in known and address not in site.withheld


def dead_addresses(site: Site, known: AbstractSet[str]) -> Report[frozenset[str]]:
    """Check the addresses that start at the top of the site; gives those that are dead.

    One of a piece that is hidden is a warning: its line in a menu is left out until it appears.
    """
    found: list[Diagnostic] = []
    dead: set[str] = set()
    for mention in _mentions(site):
        address = mention.address
        if not mention.in_text and address not in known and site.withheld.get(address):
            found.append(hidden_address(mention.file, mention.line, address))
        if not is_dead(mention.target, site, known):
            continue
        dead.add(address)
        meant = nearest_address(address, known)
        tip = f"bedoel je '{meant}'?" if meant else "kijk het adres na in je browser"
        found.append(
            error(mention.file, mention.line, "dode-link", f"'{mention.target}' bestaat niet op deze site", tip)
        )
    return Report(frozenset(dead), tuple(found))


def hidden_address(file: str, line: int, address: str) -> Diagnostic:
    """Warn that an address is not there now."""
    tip = "dat is goed als het stuk later verschijnt: de regel komt er dan vanzelf"
    return warning(file, line, "verborgen-link", f"'{address}' staat nu niet op de site; deze regel blijft weg", tip)


def _mentions(site: Site) -> Iterator[Mention]:
    for item in (*site.config.main_menu, *site.config.footer_menu):
        yield Mention("site.yaml", item.line, item.target)
    notice = site.shared.notice
    if notice and notice.link_target:
        yield Mention("content/mededeling.yaml", notice.link_line, notice.link_target)
    for piece in site.items:
        document = piece.document
        for ref, target in zip(document.body.refs, site.targets[document.path], strict=True):
            if isinstance(target, LinkTarget) and target.href:
                yield Mention(document.path, ref.line, target.href, in_text=True)
