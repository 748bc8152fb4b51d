"""Made-up bodies for property tests: pieces of markup, thrown together; and what must hold of every fragment."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

from generator.model.document import Fragment, FragmentText, RefKind

INLINE = (
    "woord", "Eén", "*", "**", "_", "__", "~~", "`", "``", "[", "]", "(", ")", "![", "](x)", "][r]", "[r]", "[^1]",
    "[a](b)", "![a](b.jpg)", "[a](javascript:x)", "<", ">", "<b>", "</b>", "<!--", "-->", "<https://x.nl>", "&amp;",
    "&", "&lt;", "\\", "\\*", '"', "'", "--", "...", " - ", "https://x.nl/a", "www.x.nl", "a@b.nl", "{{", "}}",
    '{{ foto "x.jpg" }}', "{{ weg }}", "{{ foto", "|", "\t", "  ", "\u00a0", "é", "👩‍👧", "‘", "”", "\u202e", "\ufeff",
    "\x00", "\x02", "\x03", "\x1b", "javascript:", "mba:0", 'data-ref="0"', "\u2028", "\ud800", "=", "-", "+", "#",
    "1.", "0592-366911", "+31 6 12345678", "(0592", "06",
)  # fmt: skip
STARTS = (
    "", "", "", "# ", "## ", "#", "- ", "* ", "+ ", "1. ", "1) ", "7. ", "> ", ">", "  ", "    ", "\t", "```", "~~~",
    "| ", "---", "===", "***", "[r]: ", "[^1]: ", "{{ foto ", "  - ", "    1. ", "> - ", "- > ", "|-|-|", "| a | b |",
)  # fmt: skip

lines = st.builds(
    lambda start, parts, end: start + "".join(parts) + end,
    st.sampled_from(STARTS),
    st.lists(st.one_of(st.sampled_from(INLINE), st.sampled_from((" ", "a", "b "))), max_size=8),
    st.sampled_from(("", "", "", "  ", "\\", " #")),
)
bodies = st.one_of(
    st.lists(lines, max_size=14).map("\n".join),
    st.text(max_size=300),
    st.text(alphabet="*_[]()!<>`~#-|: \n'\"ab\\{}&", max_size=200),
)

_TOKEN = re.compile(r'<a href="mba:(\d+)">|<mba-(photo|shortcode) data-ref="(\d+)"></mba-\2>')
_KINDS = {"photo": RefKind.PHOTO, "shortcode": RefKind.SHORTCODE}
_VOID = {"br", "hr"}
_ALLOWED = {
    "p": set(), "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"}, "em": set(), "strong": set(),
    "del": set(), "a": {"href", "id", "class", "aria-label"}, "ul": set(), "ol": {"start"}, "li": {"id"}, "sup": set(),
    "blockquote": set(), "hr": set(), "br": set(), "pre": set(), "code": {"class"}, "table": set(), "thead": set(),
    "tbody": set(), "tr": set(), "th": {"scope", "class"}, "td": {"class"}, "section": {"class", "aria-label"},
    "div": {"class", "role", "aria-label", "tabindex"}, "mba-photo": {"data-ref"}, "mba-shortcode": {"data-ref"},
}  # fmt: skip


class Checker(HTMLParser):
    """Reads HTML, and fails where a tag is not closed, nested wrongly, or not allowed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        assert tag in _ALLOWED, tag
        assert values.keys() <= _ALLOWED[tag], (tag, attrs)
        assert len(values) == len(attrs)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            assert "a" not in self.open
            self.hrefs.append(values["href"])
        if tag in {"p", "h2", "h3", "h4", "h5", "h6", "pre"}:
            assert not {"p", "h2", "h3", "h4", "h5", "h6", "pre", "a", "em"} & set(self.open)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def check(fragment: Fragment, heavy: FragmentText, last_line: int) -> Checker:
    """Check what must hold of the fragment of any body."""
    checker = Checker()
    checker.feed(heavy.html)
    checker.close()
    assert not checker.open
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", heavy.html + heavy.text)
    tokens = [
        (int(found[1] or found[3]), _KINDS.get(found[2] or "", RefKind.LINK)) for found in _TOKEN.finditer(heavy.html)
    ]
    # Subclasses of str would not survive the cache.
    strings = [heavy.html, heavy.text, *(part for ref in fragment.refs for part in (ref.target, ref.text))]
    strings += [part for ref in fragment.refs for argument in ref.arguments for part in argument]
    strings += [*fragment.anchors, *(heading.text for heading in fragment.headings)]
    assert {type(string) for string in strings} == {str}
    assert tokens == [(number, ref.kind) for number, ref in enumerate(fragment.refs)]
    assert all(1 <= ref.line <= last_line for ref in fragment.refs)
    assert all(1 <= heading.line <= last_line and 2 <= heading.level <= 6 for heading in fragment.headings)
    assert tuple(checker.ids) == fragment.anchors
    assert len(set(fragment.anchors)) == len(fragment.anchors)
    assert {heading.anchor for heading in fragment.headings} <= set(fragment.anchors)
    assert all(re.fullmatch(r"mba:\d+|#noot(verwijzing)?_[\d_]+", href) for href in checker.hrefs)
    assert all(href[1:] in checker.ids for href in checker.hrefs if href.startswith("#"))
    assert "<" not in re.sub(r"<[^<>]*>", "", heavy.html)
    return checker
