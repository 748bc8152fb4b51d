"""The marked-up texts of a body -> blocks without markup, each with its line: what the coach reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.document import Ref
from generator.model.prose import Block, BlockKind, Span, SpanKind
from generator.parse.markdown.reading import Leaf
from generator.parse.markdown.tree import Element

_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "tight": BlockKind.ITEM,
    "th": BlockKind.HEAD,
    "td": BlockKind.CELL,
} | {f"h{level}": BlockKind.HEADING for level in range(1, 7)}
_SPANS = {
    "code": SpanKind.CODE,
    "em": SpanKind.EMPHASIS,
    "strong": SpanKind.STRONG,
    "a": SpanKind.LINK,
}


def blocks_of(leaves: Iterable[Leaf], found: Sequence[Ref]) -> tuple[Block, ...]:
    """Give the texts in the order of the file; `found` are the references by their provisional number.

    The head of a table is there with its empty cells; other blocks without a text are not.
    """
    blocks = []
    for element, _, line, quoted in leaves:
        kind = _KINDS[element.tag]
        if not len(element):
            text = (element.text or "").rstrip()
            if text or kind is BlockKind.HEAD:
                blocks.append(Block(kind, text, line, quoted))
            continue
        flattener = _Flattener(found)
        flattener.take(element)
        text = "".join(flattener.parts).rstrip()
        if text:
            blocks.append(Block(kind, text, line, quoted, tuple(flattener.spans)))
    return tuple(blocks)


class _Flattener:
    """Gathers the text of one element and where its marked parts are."""

    def __init__(self, found: Sequence[Ref]) -> None:
        self.found = found
        self.parts: list[str] = []
        self.spans: list[Span] = []
        self.length = 0

    def take(self, element: Element) -> None:
        self._add(element.text)
        for child in element:
            if child.tag == "br":
                self._add("\n")
            elif child.tag in _SPANS and not child.get("href", "").startswith("#"):
                start = self.length
                self.take(child)
                target = self.found[int(child.get("href", ""))].target if child.tag == "a" else ""
                self.spans.append(Span(_SPANS[child.tag], start, self.length, target))
            elif child.tag not in {"img", "sup", "a"}:  # the link left here is one back from a note
                self.take(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.length += len(text)
