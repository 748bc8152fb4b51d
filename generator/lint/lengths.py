"""Site -> warnings about texts that are longer than a list, a tab or a telephone shows."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Diagnostic, warning
from generator.model.document import Kind, Parsed

TITLE_LENGTH = 80
SUMMARY_LENGTH = 220


def lint(parsed: Sequence[Parsed]) -> tuple[Diagnostic, ...]:
    """Look at the lengths of titles and summaries; lengths only warn."""
    found = []
    for file in parsed:
        if file.document is None:
            continue
        common = file.document.common
        if len(common.title) > TITLE_LENGTH:
            message = f"de titel is lang ({len(common.title)} tekens)"
            tip = f"tot {TITLE_LENGTH} tekens past hij in lijsten en op telefoons"
            found.append(
                warning(
                    file.path,
                    file.document.line("naam" if file.kind is Kind.WIJK else "titel"),
                    "titel-lang",
                    message,
                    tip,
                )
            )
        if common.summary and len(common.summary) > SUMMARY_LENGTH:
            message = f"de samenvatting is lang ({len(common.summary)} tekens)"
            tip = f"zeg het in een of twee zinnen, tot {SUMMARY_LENGTH} tekens"
            found.append(warning(file.path, file.document.line("samenvatting"), "samenvatting-lang", message, tip))
    return tuple(found)
