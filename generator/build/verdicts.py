"""What was found in the content files -> for each of them whether it can be published, or what it still needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from generator.build.reading import Reading
from generator.diagnostics import Diagnostic, Severity
from generator.model.config import Config
from generator.model.document import Document
from generator.model.dutch import join_names, short_date
from generator.model.shared import SharedData
from generator.model.verdict import Verdict


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
    stopping: dict[str, int] = {}
    for found in diagnostics:
        if strict or found.severity is Severity.ERROR:
            stopping[found.file] = stopping.get(found.file, 0) + 1
    return tuple(
        _judge(parsed.path, parsed.document, stopping.get(parsed.path, 0), config, shared, today, strict=strict)
        for parsed in reading.parsed
    )


def _judge(
    path: str,
    document: Document | None,
    stopping: int,
    config: Config,
    shared: SharedData,
    today: dt.date,
    *,
    strict: bool,
) -> Verdict:
    needs: list[str] = []
    if stopping:
        one, more = ("de melding", "meldingen") if strict else ("de fout", "fouten")
        needs.append(f"los {one} op" if stopping == 1 else f"los de {stopping} {more} op")
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
