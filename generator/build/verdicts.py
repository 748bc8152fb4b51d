"""What was found in the content files -> for each of them whether it can be published, or what it still needs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.build.reading import Reading
from generator.diagnostics import Diagnostic, Severity
from generator.model.coach import RULES, RuleGroup
from generator.model.document import Document
from generator.model.dutch import join_names, short_date
from generator.model.shared import SharedData
from generator.model.site import Site, Waiting
from generator.model.verdict import Verdict

_ABOUT_PEOPLE = frozenset(rule.code for rule in RULES.values() if rule.group is RuleGroup.PRIVACY)
"""These only warn, and somebody must have looked before the piece is on the internet."""


def judge(
    reading: Reading,
    diagnostics: Iterable[Diagnostic],
    site: Site,
    *,
    strict: bool = False,
) -> tuple[Verdict, ...]:
    """Judge every content file, in the order of the files."""
    waiting = {piece.path: piece for piece in site.waiting}
    stopping: Counter[str] = Counter()
    private: dict[str, list[int]] = defaultdict(list)
    for found in diagnostics:
        if strict or found.severity is Severity.ERROR:
            stopping[found.file] += 1
        elif found.code in _ABOUT_PEOPLE:
            private[found.file].append(found.line)
    verdicts = []
    for parsed in reading.parsed:
        needs = []
        if count := stopping[parsed.path]:
            one, more = ("de melding", "meldingen") if strict else ("de fout", "fouten")
            needs.append(f"los {one} op" if count == 1 else f"los de {count} {more} op")
        if lines := sorted(set(private[parsed.path])):
            where = join_names([str(line) for line in lines])
            needs.append(f"kijk na of dit over mensen mag ({'regel' if len(lines) == 1 else 'regels'} {where})")
        verdicts.append(_judge(parsed.path, parsed.document, needs, waiting.get(parsed.path), site.shared))
    return tuple(verdicts)


def _judge(
    path: str, document: Document | None, needs: list[str], waiting: Waiting | None, shared: SharedData
) -> Verdict:
    if document is None:
        return Verdict(path, tuple(needs) or ("dit bestand kunnen we niet lezen",))
    if document.common.draft:
        needs.append("het is een concept; haal 'concept: ja' weg als het af is")
    if waiting is None:
        return Verdict(path, tuple(needs))
    if waiting.organisations:
        needs.append(f"wacht op akkoord van {join_names(organisation_names(waiting, shared))}")
    return Verdict(path, tuple(needs), f"verschijnt op {short_date(waiting.day)}" if waiting.day else None)


def organisation_names(waiting: Waiting, shared: SharedData) -> tuple[str, ...]:
    """Give those whose signature a piece waits for, as people call them."""
    known = shared.organisations
    return tuple(known[slug].name if slug in known else slug for slug in waiting.organisations)
