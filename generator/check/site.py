"""The facts of all pages together -> links, anchors and files that lead nowhere, and requests to others."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, error, nearest, nearest_address, warning
from generator.model.facts import PageFacts
from generator.model.plan import Artifact

Lines = Mapping[tuple[str, str], int]
"""The line of a link in a content file, by that file and the address it leads to."""


def check_site(
    some: Mapping[str, PageFacts],
    pages: Mapping[str, PageFacts],
    artifacts: Mapping[str, Artifact],
    base_path: str,
    public_address: str,
    lines: Lines,
    dead: frozenset[str] = frozenset(),
) -> tuple[Diagnostic, ...]:
    """Check of some pages what only shows between pages; all of these are by path below the output folder.

    Links to addresses in `dead` were reported where they are written.
    """
    checker = _Checker(pages, artifacts, base_path, public_address, lines, dead)
    for path, facts in some.items():
        checker.check(path, facts)
    return (*checker.found, *_same_titles(some, artifacts))


class _Checker:
    def __init__(
        self,
        pages: Mapping[str, PageFacts],
        artifacts: Mapping[str, Artifact],
        base_path: str,
        public_address: str,
        lines: Lines,
        dead: frozenset[str],
    ) -> None:
        self._dead = dead
        self.pages, self.artifacts, self.lines = pages, artifacts, lines
        self.base_path, self.public_address = base_path, public_address
        self.found: list[Diagnostic] = []
        self._exists: dict[str, str | None] = {}
        self._good: set[str] = set()
        """Whole addresses that were found good on another page, as most are."""
        self._anchors: dict[str, frozenset[str]] = {}

    def check(self, path: str, facts: PageFacts) -> None:
        """Check one page against all others."""
        origin = self.artifacts[path].origin
        where = origin or path
        for flaw in facts.flaws:
            make = warning if flaw.warning else error
            message = flaw.message if origin is None else f"{flaw.message} (/{path})"
            self.found.append(make(where, 1, flaw.code, message, flaw.tip))
        for href in facts.links:
            if href not in self._good:
                self._link(path, where, href)
        for href in facts.files:
            if href in self._good:
                continue
            if self._is_outside(href):
                tip = "alles wat een pagina laadt, hoort in het thema"
                self.found.append(error(where, 1, "verzoek-buiten", f"de pagina laadt '{href}' van een ander", tip))
            elif href.startswith(("data:", "#")):
                continue
            elif self._target(path, href) is None:
                tip = "kijk de naam na in het thema"
                self.found.append(
                    error(where, 1, "bestand-ontbreekt", f"de pagina laadt '{href}', en dat is er niet", tip)
                )
            elif href.startswith("/"):
                self._good.add(href)

    def _is_outside(self, href: str) -> bool:
        return href.casefold().startswith(("http:", "https:", "//")) and not href.startswith(f"{self.public_address}/")

    def _link(self, path: str, where: str, href: str) -> None:
        if href.casefold().startswith(("http:", "https:", "mailto:", "tel:", "//")):
            return
        address, _, anchor = href.partition("#")
        target = self._target(path, address) if address else path
        if target is None and address.removeprefix(self.base_path) in self._dead:
            return
        line = self._line(where, href)
        if target is None:
            found = nearest_address(
                address, (f"{self.base_path}/{name.removesuffix('index.html')}" for name in self.pages)
            )
            tip = f"bedoel je '{found}'?" if found else "kijk het adres na in je browser"
            self.found.append(error(where, line, "dode-link", f"'{href}' bestaat niet op deze site", tip))
        elif anchor and target in self.pages and unquote(anchor) not in self._anchors_of(target):
            meant = nearest(anchor, self._anchors_of(target))
            tip = f"bedoel je '#{meant}'?" if meant else "kijk op de pagina welke kop je bedoelt"
            self.found.append(error(where, line, "dood-anker", f"'#{anchor}' bestaat niet op die pagina", tip))
        elif href.startswith("/"):
            self._good.add(href)

    def _anchors_of(self, path: str) -> frozenset[str]:
        if path not in self._anchors:
            self._anchors[path] = frozenset(self.pages[path].anchors)
        return self._anchors[path]

    def _line(self, where: str, href: str) -> int:
        plain = href.removeprefix(self.base_path) if self.base_path else href
        return self.lines.get((where, plain), 1)

    def _target(self, path: str, href: str) -> str | None:
        """Find the file that an address of this site leads to."""
        if not href.startswith("/") or self.base_path:
            return self._find(path, href)
        if href not in self._exists:
            self._exists[href] = self._find(path, href)
        return self._exists[href]

    def _find(self, path: str, href: str) -> str | None:
        plain = unquote(urlsplit(href.removeprefix(self.public_address)).path)
        if plain.startswith("/"):
            if self.base_path and not f"{plain}/".startswith(f"{self.base_path}/"):
                return None
            inside = plain.removeprefix(self.base_path).lstrip("/")
        else:
            inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
            inside = "" if inside == "." else inside + ("/" if plain.endswith("/") else "")
        name = f"{inside}index.html" if not inside or inside.endswith("/") else inside
        return name if name in self.artifacts else None


def _same_titles(pages: Mapping[str, PageFacts], artifacts: Mapping[str, Artifact]) -> Iterable[Diagnostic]:
    """Two pages with one title cannot be told apart in a list of tabs or search results."""
    seen: dict[str, str] = {}
    for path, facts in pages.items():
        if facts.is_redirect or facts.noindex or not facts.title:
            continue
        other = seen.setdefault(facts.title, path)
        if other is not path:
            tip = "geef een van de twee een titel die zegt wat er anders is"
            first = artifacts[other].origin or f"/{other}"
            message = f"deze titel heeft {first} ook"
            yield warning(artifacts[path].origin or path, 1, "titel-dubbel", message, tip)
