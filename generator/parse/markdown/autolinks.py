"""Inline: `<https://...>`, and addresses and telephone numbers that stand in the text without any marks."""

from __future__ import annotations

import re
from typing import ClassVar

from generator.model.document import RefKind
from generator.model.telephone import PHONE, telephone
from generator.parse.markdown.addresses import is_allowed
from generator.parse.markdown.escapes import unescape
from generator.parse.markdown.scan import BareAddress, Found, Mark
from generator.parse.markdown.tree import AtomicString, Element

_CLOSES = re.compile(r"(?:[?!.,:*_~'\";…’”–—]|&[A-Za-z0-9]+;)$")


class PointedMark(Mark):
    """Makes `<https://...>` and `<name@example.nl>` links."""

    starts: ClassVar[str] = "<"
    regex: ClassVar[str] = (
        r"<(?:([A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*)|([\w.!#$%&'*+/=?^`{|}~\-]+@[\w\-]+(?:\.[\w\-]+)*))>"
    )

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the link."""
        del data
        line = self.scan.line_at(m.start())
        target = m[1] or f"mailto:{m[2]}"
        if not is_allowed(target):
            self.scan.forbidden(target, line)
            return m[0], m.start(), m.end()
        self.scan.no_link_around()
        link = Element("a", {"href": self.reading.refer(RefKind.LINK, target, line)})
        link.text = AtomicString(m[1] or m[2])
        return link, m.start(), m.end()


class BareMark(Mark):
    """Makes web and mail addresses in the text links, without the punctuation after them."""

    regex: ClassVar[str] = (
        r"(?i:(https?://)(?=[\w\[])|(www\.)(?=\w))[^\s<>\"“”„‘`{}|\\^\[\]]+"
        r"|([^\W_][\w.+\-]{0,63}@[^\W_](?:[\w\-]*[^\W_])?(?:\.[^\W_](?:[\w\-]*[^\W_])?)+)(?![\w\-]*@)"
    )

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the link, for as far as the address goes."""
        del data
        if m[3]:
            text, target = m[3], f"mailto:{m[3]}"
        else:
            text = _trimmed(m[0])
            target = unescape(text) if m[1] else f"https://{unescape(text)}"
        return self.bare(m.start(), text, target)

    def bare(self, start: int, text: str, target: str) -> Found:
        """Make what stands in the text a link, unless it turns out to stand in the text of one."""
        link = Element("a", {"href": self.reading.refer(RefKind.LINK, target, self.scan.line_at(start))})
        link.text = AtomicString(unescape(text))
        self.scan.nodes.append(BareAddress(link.text, link))
        return None, start, start + len(text)


class PhoneMark(BareMark):
    """Makes telephone numbers in the text links."""

    regex: ClassVar[str] = PHONE.pattern

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the link."""
        del data
        return self.bare(m.start(), m[0], telephone(m[0]))


def _trimmed(text: str) -> str:
    """Drop what belongs to the sentence: punctuation, and a bracket that was opened before the address."""
    surplus = text.count(")") - text.count("(")
    while True:
        if surplus > 0 and text.endswith(")"):
            text = text[:-1]
            surplus -= 1
        elif found := _CLOSES.search(text, max(0, len(text) - 40)):
            text = text[: found.start()]
        else:
            return text
