"""Inline: `[text](address)`, `![alt](photo "bijschrift")` and their forms with a label."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from generator.model.document import RefKind
from generator.parse.markdown.addresses import Address, address_at, is_allowed, label_of, spaced_address_at
from generator.parse.markdown.escapes import KEEP
from generator.parse.markdown.scan import Found, Mark, Opener
from generator.parse.markdown.tree import Element, add_text, fill, plain_text
from generator.parse.markdown.typography import polished

_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_LONGEST_LABEL = 999


class OpenMark(Mark):
    """Notes a `[` or `![`."""

    starts: ClassVar[str] = "[!"
    regex: ClassVar[str] = r"!?\["

    def read(self, m: re.Match[str], data: str) -> Found:
        """Add the bracket to the nodes."""
        del data
        self.scan.open(m.end(), photo=m[0] == "![")
        return None, m.start(), m.end()


class CloseMark(Mark):
    """Makes a link or a photo of the text since the last open bracket, when an address or a label follows."""

    starts: ClassVar[str] = "]"
    regex: ClassVar[str] = r"\]"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the link or the photo, or nothing when the bracket is just a bracket."""
        if not self.scan.openers:
            return None, None, None
        opener = self.scan.close()
        if opener is None:
            return None, None, None
        in_brackets = data.startswith("(", m.end())
        address = address_at(data, m.end()) if in_brackets else None
        if address is None:
            address = self._by_label(data, opener, m.start())
        if address is None and in_brackets:
            address = spaced_address_at(data, m.end())
        if address is None:
            return None, None, None
        line = self.scan.line_at(opener.start)
        inside = self.scan.take(opener)
        if opener.photo:
            return self._photo(inside, address, line), m.start(), address.end
        self.scan.no_link_around()
        return self._link(inside, address.target, line), m.start(), address.end

    def _by_label(self, data: str, opener: Opener, end: int) -> Address | None:
        definitions = self.reading.definitions
        label = _LABEL.match(data, end + 1)
        after = label.end() if label else end + 1
        if label and label[1]:
            name = label[1]
        elif end - opener.start <= _LONGEST_LABEL:
            name = data[opener.start : end]
        else:
            return None
        found = definitions.get(label_of(name)) if definitions else None
        if found is not None:
            return Address(found.target, found.title, after)
        if label and label[1] and not label[1].startswith("^"):
            self.reading.warning(
                self.scan.line_at(opener.start),
                "verwijzing-onbekend",
                f"Er staat nergens waar [{label[1]}] heen gaat.",
                f"Schrijf het adres erbij: [tekst](adres). Of zet onderaan een regel [{label[1]}]: adres.",
            )
        return None

    def _link(self, inside: list[Any], target: str, line: int) -> Element | None:
        if not is_allowed(target):
            self.scan.nodes.extend(inside)
            self.scan.forbidden(target, line)
            return None
        link = Element("a")
        fill(link, inside)
        if not plain_text(link).strip():
            # Only a photo, which will stand below the text: its description is what can be clicked.
            add_text(link, plain_text(link, with_alt=True))
        link.set("href", self.reading.refer(RefKind.LINK, target, line))
        return link

    def _photo(self, inside: list[Any], address: Address, line: int) -> Element:
        photo = Element("img")
        fill(photo, inside)
        alt = polished(" ".join(plain_text(photo, with_alt=True).split())).replace(KEEP, "")
        photo.clear()
        title = polished(" ".join(address.title.split()))
        arguments = (("bijschrift", title),) if title else ()
        photo.set("alt", alt)
        photo.set("data-ref", self.reading.refer(RefKind.PHOTO, address.target, line, alt, arguments))
        return photo
