"""Former and short addresses -> small pages that send on to where a piece is now."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, error, nearest_address
from generator.model.config import Redirect
from generator.model.document import Kind
from generator.model.site import Site
from generator.model.view import RedirectView
from generator.plan.addresses import hidden_address
from generator.plan.pieces import short_address


def page_path(address: str) -> str:
    """Give the file of an address: `/verhalen/x/` is `verhalen/x/index.html`."""
    return f"{address[1:]}index.html" if address.endswith("/") else address[1:]


def short_redirects(site: Site) -> Iterator[tuple[str, RedirectView, str]]:
    """Give each piece its short address for paper: path, view and the content file."""
    for item in site.items:
        if item.kind is not Kind.PAGE:
            address = short_address(item.slug)
            view = _redirect(site, item.document.common.title, address, item.address)
            yield page_path(address), view, item.document.path


def former_redirects(
    site: Site, addresses: Mapping[str, str], found: list[Diagnostic]
) -> Iterator[tuple[str, RedirectView, str, int]]:
    """Send on from the addresses that content and settings name; `addresses` are those of pages, with their title."""
    for redirect in site.redirects:
        if redirect.new in site.withheld:
            if site.withheld[redirect.new]:
                found.append(hidden_address(redirect.file, redirect.line, redirect.new))
            continue
        if _wrong(redirect, addresses, found):
            continue
        view = _redirect(site, addresses[redirect.new], redirect.old, redirect.new)
        yield page_path(redirect.old), view, redirect.file, redirect.line


def _wrong(redirect: Redirect, addresses: Mapping[str, str], found: list[Diagnostic]) -> bool:
    if redirect.new not in addresses:
        meant = nearest_address(redirect.new, addresses)
        tip = f"bedoel je '{meant}'?" if meant else "kijk het adres na in je browser"
        message = f"de omleiding gaat naar '{redirect.new}', en dat adres is er niet"
        found.append(error(redirect.file, redirect.line, "omleiding-dood", message, tip))
        return True
    if redirect.old in addresses:
        tip = "haal de omleiding weg, of geef de pagina een ander adres"
        message = f"op '{redirect.old}' staat een pagina; omleiden kan daar niet"
        found.append(error(redirect.file, redirect.line, "dubbel-adres", message, tip))
        return True
    return False


def _redirect(site: Site, title: str, old: str, new: str) -> RedirectView:
    return RedirectView(
        title=title,
        target=relative_address(old, new),
        canonical=f"{site.config.address}{new}",
    )


def relative_address(old: str, new: str) -> str:
    """Give the way from one address to another, so that it holds wherever the site is served."""
    folder = old if old.endswith("/") else f"{posixpath.dirname(old)}/"
    way = posixpath.relpath(new, folder)
    return f"{way}/" if new.endswith("/") else way
