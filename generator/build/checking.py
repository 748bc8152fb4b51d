"""What was made + what an earlier check found good -> what is wrong between pages, looking only where it can be.

Most builds change few pages. When the last check found nothing, and the site has the same files as then, a page that
did not change can only turn bad by an anchor that it leads to and that is gone now, or by a title that another page
took. When anything may be wrong, all pages are looked at: so what is said is always what a check of everything says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.build.codes import program_codes
from generator.build.front import Front
from generator.cache import Cache, Checked
from generator.check import check_budgets, check_site
from generator.diagnostics import Diagnostic
from generator.digest import digest_value
from generator.model.facts import PageFacts
from generator.model.plan import Artifact


@dataclass(frozen=True, slots=True)
class Checkup:
    """The pages of a plan by path, with the keys of their artifacts, and the check that found an earlier plan good.

    `files` is the digest of which files the site has, and of what else a link is held against; `before` is None when
    that was another site.
    """

    front: Front
    cache: Cache
    artifacts: Mapping[str, Artifact]
    keys: Mapping[str, str]
    files: str
    before: Checked | None

    @property
    def unsure(self) -> tuple[str, ...]:
        """Give the pages that were not found good before."""
        good = self.before.keys if self.before else {}
        return tuple(path for path, key in self.keys.items() if good.get(path) != key)

    @property
    def outdated(self) -> frozenset[str]:
        """Give the keys that pages had in the earlier check and have no more."""
        return frozenset(self.before.keys.values() if self.before else ()) - frozenset(self.keys.values())

    def holds(self, facts: Mapping[str, PageFacts]) -> bool:
        """Tell whether all is still good, from the facts of the pages that are not sure; when in doubt it is not."""
        if self.before is None:
            return False
        paths, keys = self.unsure, self.before.keys
        old = self.cache.facts(keys[path] for path in paths)
        for path in paths:
            before = old.get(keys[path])
            if before is None or not frozenset(before.anchors) <= frozenset(facts[path].anchors):
                return False
            other = self.before.titles.get(facts[path].title, path)
            if _is_listed(facts[path]) and other != path:
                return False
        try:
            return not self._check({path: facts[path] for path in paths}, _Facts(self.keys, self.cache, facts))
        except _LostError:
            return False

    def check_all(self, facts: Mapping[str, PageFacts]) -> tuple[Diagnostic, ...]:
        """Check all pages."""
        ordered = {path: facts[path] for path in self.keys}
        return self._check(ordered, ordered)

    def good(self, facts: Mapping[str, PageFacts]) -> Checked:
        """Note that all pages are good; `facts` are those of all pages, or of those that were not sure."""
        before = self.before.titles if self.before else {}
        titles = {title: path for title, path in before.items() if path not in facts}
        titles |= {found.title: path for path, found in facts.items() if path in self.keys and _is_listed(found)}
        return Checked(self.files, dict(self.keys), titles)

    def _check(self, some: Mapping[str, PageFacts], pages: Mapping[str, PageFacts]) -> tuple[Diagnostic, ...]:
        config, dead = self.front.site.config, _dead(self.front)
        lines, theme = self.front.lines, self.front.sources.theme
        found = check_site(some, pages, self.artifacts, config.base_path, config.address, lines, dead)
        return (*found, *check_budgets(some, self.artifacts, theme, config.base_path))


def begin_checkup(front: Front, cache: Cache, output: str) -> Checkup:
    """Find out what has to be looked at; `output` names the folder in the cache."""
    artifacts = {artifact.path: artifact for artifact in front.plan.artifacts}
    keys = {path: artifact.key for path, artifact in artifacts.items() if path.endswith(".html")}
    config = front.site.config
    files = digest_value([program_codes().all, list(artifacts), sorted(_dead(front)), config.base_path, config.address])
    before = cache.checked(output)
    return Checkup(front, cache, artifacts, keys, files, before if before and before.files == files else None)


def alone(front: Front, page: Artifact, cache: Cache) -> Checkup:
    """Begin to look at one page that was made anew; of the others nothing is doubted.

    An address is no better for being dead elsewhere too: then everything has to be looked at.
    """
    artifacts = {artifact.path: artifact for artifact in front.plan.artifacts}
    before = {path: artifact.key for path, artifact in artifacts.items() if path.endswith(".html")}
    strict = replace(front, plan=replace(front.plan, dead=frozenset()))
    keys = {**before, page.path: page.key}
    return Checkup(strict, cache, {**artifacts, page.path: page}, keys, "", Checked("", before, {}))


def _dead(front: Front) -> frozenset[str]:
    return front.plan.dead | set(front.site.withheld)


def _is_listed(facts: PageFacts) -> bool:
    """Tell whether the title of a page has to be its own."""
    return not (facts.is_redirect or facts.noindex or not facts.title)


class _LostError(Exception):
    """The store has lost the facts of a page."""


class _Facts(Mapping[str, PageFacts]):
    """The facts of all pages, by path; those that nobody asks for stay in the store."""

    def __init__(self, keys: Mapping[str, str], cache: Cache, at_hand: Mapping[str, PageFacts]) -> None:
        self._keys = keys
        self._cache = cache
        self._at_hand = dict(at_hand)

    def __getitem__(self, path: str) -> PageFacts:
        if path not in self._at_hand:
            key = self._keys[path]
            known = self._cache.facts([key])
            if key not in known:
                raise _LostError
            self._at_hand[path] = known[key]
        return self._at_hand[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
