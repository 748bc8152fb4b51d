"""The tree -> HTML with tokens; and on the same walk the references, the anchors and the plain text."""

from __future__ import annotations

from generator.model.document import Ref
from generator.model.dutch import join_names
from generator.parse.markdown.reading import Reading
from generator.parse.markdown.tables import is_wide
from generator.parse.markdown.tree import Element, plain_text

_ROWS = frozenset({"ul", "ol", "blockquote", "thead", "tbody", "tr", "section"})


def escaped(text: str) -> str:
    """Write text so that nothing in it is markup."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\xa0" in text:
        text = text.replace("\xa0", "&nbsp;")
    return text


class Serializer:
    """Writes the tree of one body."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._html: list[str] = []
        # Photos in a text come after the block that holds it.
        self._photos: list[str] = []

    def __call__(self, root: Element) -> str:
        """Give the HTML of a body."""
        self._html = []
        self._photos = []
        for block in root:
            self._block(block)
        return "".join(self._html)

    def _block(self, block: Element) -> None:
        tag = block.tag
        write = self._html.append
        if tag == "p":
            self._paragraph(block)
        elif tag == "li":
            self._item(block)
        elif tag == "table":
            self._table(block)
        elif tag in _ROWS:
            self._rows(block)
        elif tag in {"td", "th"}:
            write(f"<{tag}{self._attributes(block)}>{self._content(block)}</{tag}>\n")
        elif tag == "mba-shortcode":
            write(f"{self._token(tag, block.get('data-ref', ''))}\n")
        elif tag == "hr":
            write("<hr>\n")
        elif tag == "pre":
            self._code(block[0])
        else:
            self._heading(block, tag)

    def _rows(self, block: Element) -> None:
        self._html.append(f"<{block.tag}{self._attributes(block)}>\n")
        for child in block:
            self._block(child)
        self._html.append(f"</{block.tag}>\n")

    def _table(self, table: Element) -> None:
        """Write a table in a box of its own; a wide one can be moved sideways, and so with the keyboard too."""
        box = Element("div", {"class": "table"})
        if is_wide(table):
            names = [text for head in table[0][0] if (text := " ".join(plain_text(head).split()))]
            label = f"Tabel: {join_names(names)}" if names else "Tabel"
            box.attrib |= {"role": "group", "aria-label": label, "tabindex": "0"}
        self._html.append(f"<div{self._attributes(box)}>\n")
        self._rows(table)
        self._html.append("</div>\n")
        self._write_photos()

    def _heading(self, block: Element, tag: str) -> None:
        anchor = block.get("id", "")
        self.reading.anchors.append(anchor)
        self._html.append(f'<{tag} id="{anchor}">{self._content(block)}</{tag}>\n')
        self._write_photos()

    def _paragraph(self, block: Element) -> None:
        content = self._content(block)
        if content or not self._photos:
            self._html.append(f"<p>{content}</p>\n")
        self._write_photos()

    def _item(self, item: Element) -> None:
        html = self._html
        html.append(f"<li{self._attributes(item)}>")
        for at, child in enumerate(item):
            if child.tag == "tight":
                html.append(self._content(child))
                if at + 1 < len(item) or self._photos:
                    html.append("\n")
                self._write_photos()
            else:
                if not at:
                    html.append("\n")
                self._block(child)
        html.append("</li>\n")

    def _code(self, code: Element) -> None:
        text = code.text or ""
        self.reading.texts.append(text.strip("\n"))
        # HTML drops the first line break of <pre>; here <code> stands between.
        self._html.append(f"<pre><code{self._attributes(code)}>{escaped(text)}</code></pre>\n")

    def _write_photos(self) -> None:
        if self._photos:
            self._html += [f"{self._token('mba-photo', provisional)}\n" for provisional in self._photos]
            self._photos.clear()

    def _token(self, tag: str, provisional: str) -> str:
        refs = self.reading.refs
        refs.append(self.reading.found[int(provisional)])
        return f'<{tag} data-ref="{len(refs) - 1}"></{tag}>'

    def _attributes(self, element: Element) -> str:
        if not element.attrib:
            return ""
        if "id" in element.attrib:
            self.reading.anchors.append(element.attrib["id"])
        return "".join(
            f' {name}="{escaped(value).replace(chr(34), "&quot;")}"' for name, value in element.attrib.items()
        )

    def _content(self, block: Element) -> str:
        """Give the HTML of a text, and keep the text itself."""
        if len(block):
            html: list[str] = []
            text: list[str] = []
            self._inline(block, html, text)
            content, plain = "".join(html).strip(), "".join(text).strip()
            if not plain and self._photos and "<a " not in content:
                content = ""  # emphasis around a photo
        else:
            plain = block.text or ""
            content = escaped(plain)
        if plain:
            self.reading.texts.append(plain)
        return content

    def _inline(self, element: Element, html: list[str], text: list[str]) -> None:
        if element.text:
            html.append(escaped(element.text))
            text.append(element.text)
        for child in element:
            tag = child.tag
            tail = child.tail
            if tag == "a":
                self._link(child, html, text)
            elif tag == "br":
                html.append("<br>\n")
                text.append("\n")
            elif tag == "img":
                self._photo(child, html)
                if tail and (not html or html[-1][-1:].isspace()):
                    tail = tail.lstrip()
            else:
                html.append(f"<{tag}>")
                self._inline(child, html, text)
                html.append(f"</{tag}>")
            if tail:
                html.append(escaped(tail))
                text.append(tail)

    def _photo(self, photo: Element, html: list[str]) -> None:
        """Keep a photo until the block that holds it is written."""
        del html
        self._photos.append(photo.get("data-ref", ""))

    def _link(self, link: Element, html: list[str], text: list[str]) -> None:
        href = link.get("href", "")
        if href.startswith("#"):  # to a note or back; no part of the text
            html.append(f"<a{self._attributes(link)}>{escaped(link.text or '')}</a>")
            return
        refs = self.reading.refs
        found = self.reading.found[int(href)]
        refs.append(found)
        number = len(refs) - 1
        html.append(f'<a href="mba:{number}">')
        inside: list[str] = []
        self._inline(link, html, inside)
        html.append("</a>")
        text += inside
        refs[number] = Ref(found.kind, found.target, found.line, " ".join("".join(inside).split()), found.arguments)
