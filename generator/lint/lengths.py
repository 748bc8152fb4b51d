"""A document -> warnings about texts that are longer than a list, a tab or a telephone shows."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, warning
from generator.model.document import Document, Kind

TITLE_LENGTH = 80
SUMMARY_LENGTH = 220


def check_lengths(document: Document) -> Iterator[Diagnostic]:
    """Look at the lengths of the title and the summary; lengths only warn."""
    common, path = document.common, document.path
    if len(common.title) > TITLE_LENGTH:
        message = f"de titel is lang ({len(common.title)} tekens)"
        tip = f"tot {TITLE_LENGTH} tekens past hij in lijsten en op telefoons"
        key = "naam" if document.kind is Kind.WIJK else "titel"
        yield warning(path, document.line(key), "titel-lang", message, tip)
    if common.summary and len(common.summary) > SUMMARY_LENGTH:
        message = f"de samenvatting is lang ({len(common.summary)} tekens)"
        tip = f"zeg het in een of twee zinnen, tot {SUMMARY_LENGTH} tekens"
        yield warning(path, document.line("samenvatting"), "samenvatting-lang", message, tip)
