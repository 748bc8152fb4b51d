"""A body in Markdown -> a fragment: safe HTML with tokens, and what the rest of the site must know of it."""

from __future__ import annotations

import re
import threading

from generator.diagnostics import Report, error, in_order, warning
from generator.model.document import Fragment, FragmentText
from generator.parse.markdown.extension import Converter
from generator.parse.markdown.lines import without_controls
from generator.parse.markdown.prose import blocks_of

__all__ = ["render"]

MAX_BYTES = 1_000_000
MAX_LINES = 20_000

_WORD = re.compile(r"\w\S*")
_local = threading.local()


def render(text: str, *, path: str, first_line: int, key: str) -> Report[tuple[Fragment, FragmentText]]:
    """Turn a body into its fragment and the heavy half of it.

    `first_line` is the line in the file of the first line of `text`. In the HTML stand, for `refs[N]`, each N exactly
    once and in order: `<a href="mba:N">...</a>`, `<mba-photo data-ref="N"></mba-photo>` on a line of its own, and
    likewise `<mba-shortcode data-ref="N"></mba-shortcode>`.
    """
    if len(text.encode("utf-8", "replace")) > MAX_BYTES or text.count("\n") >= MAX_LINES:
        return _too_big(path, first_line, key)
    text, dirty = without_controls(text)
    converter = _converter()
    html = converter.convert(text, path, first_line)
    reading = converter.reading
    plain = "\n\n".join(reading.texts)
    blocks = blocks_of(reading.leaves, reading.found)
    words = len(_WORD.findall(plain))
    fragment = Fragment(key, tuple(reading.headings), tuple(reading.refs), tuple(reading.anchors), words)
    problems = [
        warning(
            path,
            first_line + at,
            "stuurteken",
            "Hier staat een onzichtbaar teken dat in geen tekst thuishoort. Het is weggelaten.",
            "Het komt vaak mee met plakken. Typ de regel opnieuw als er iets ontbreekt.",
        )
        for at in dirty
    ] + reading.problems
    return Report((fragment, FragmentText(html, plain, blocks)), in_order(problems) if problems else ())


def _converter() -> Converter:
    """Give the converter of this thread: making one takes longer than using it."""
    converter: Converter | None = getattr(_local, "converter", None)
    if converter is None:
        converter = _local.converter = Converter()
    return converter


def _too_big(path: str, first_line: int, key: str) -> Report[tuple[Fragment, FragmentText]]:
    problem = error(
        path,
        first_line,
        "te-groot",
        "Deze tekst is veel te lang: meer dan een miljoen tekens of twintigduizend regels.",
        "Verdeel hem over meer bestanden. Staat er misschien een bestand in dat geen tekst is?",
    )
    return Report((Fragment(key), FragmentText("", "")), (problem,))
