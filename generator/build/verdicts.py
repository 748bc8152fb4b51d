"""What was found in the content files -> for each of them whether it can be published, or what it still needs."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.build.reading import Reading
from generator.diagnostics import Diagnostic, Severity
from generator.model.coach import RULES, RuleGroup
from generator.model.config import Config
from generator.model.document import Document
from generator.model.dutch import join_names, short_date
from generator.model.shared import SharedData
from generator.model.verdict import Verdict

_ABOUT_PEOPLE = frozenset(rule.code for rule in RULES.values() if rule.group is RuleGroup.PRIVACY)
"""These only warn, and somebody must have looked before the piece is on the internet."""


def judge(
    reading: Reading,
    diagnostics: Iterable[Diagnostic],
    config: Config,
    shared: SharedData,
    today: dt.date,
    *,
    strict: bool = False,
) -> tuple[Verdict, ...]:
    """Judge every content file, in the order of the files."""
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
        verdicts.append(_judge(parsed.path, parsed.document, needs, config, shared, today))
    return tuple(verdicts)


def _judge(
    path: str, document: Document | None, needs: list[str], config: Config, shared: SharedData, today: dt.date
) -> Verdict:
    if document is None:
        return Verdict(path, tuple(needs) or ("dit bestand kunnen we niet lezen",))
    common = document.common
    if common.draft:
        needs.append("het is een concept; haal 'concept: ja' weg als het af is")
    missing = missing_signatures(document, config.required_signatures)
    if missing:
        names = [shared.organisations[name].name if name in shared.organisations else name for name in missing]
        needs.append(f"wacht op akkoord van {join_names(names)}")
    later = common.publish_on is not None and common.publish_on > today
    note = f"verschijnt op {short_date(common.publish_on)}" if later and common.publish_on else None
    return Verdict(path, tuple(needs), note)


def missing_signatures(document: Document, required: Sequence[str]) -> tuple[str, ...]:
    """Give the organisations whose sign-off is asked and not there yet."""
    signed = {organisation for organisation, _ in document.common.signatures}
    return tuple(organisation for organisation in required if organisation not in signed)
