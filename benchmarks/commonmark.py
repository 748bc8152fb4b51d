"""How far our Markdown agrees with CommonMark, next to plain Python-Markdown.

    npm pack commonmark-spec && tar -xzf commonmark-spec-*.tgz
    python -m benchmarks.commonmark package/spec.txt             # shares per section, and what differs and why
    python -m benchmarks.commonmark package/spec.txt --show 312  # one example

What CommonMark does not speak of is switched off or undone before comparing: headings keep their level and have no
id, quotes stay straight, tokens are links and images again. Titles of links do not count, nor does white space
between blocks.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from markdown import Markdown

from generator.parse.markdown.escapes import KEEP
from generator.parse.markdown.extension import Converter
from generator.parse.markdown.serializer import Serializer, escaped
from generator.parse.markdown.tree import Element

GROUPS = {
    "lists": ("Lists",),
    "list items": ("List items",),
    "links": ("Links", "Link reference definitions"),
    "images": ("Images",),
    "emphasis": ("Emphasis and strong emphasis",),
    "headings": ("ATX headings", "Setext headings"),
    "code": ("Fenced code blocks", "Code spans"),
    "block quotes": ("Block quotes",),
    "autolinks": ("Autolinks",),
}

# Why examples come out otherwise, and are meant to; docs/markdown.md says more.
MEANT = {
    "indentation makes no code, and no other difference than nesting in lists": (
        "1-3 5-8 18 36 48 49 69 70 85 87 100 107 110-112 114-118 134 137 211 225 231 236 238 252-254 264 270-274 278 "
        "286-290 312 313"
    ),
    "two spaces are enough to be part of a list item": "257 276 297 311 313",
    "HTML is reported and shown as text": (
        "21 31 148-167 169-174 176-191 201 308 309 344 475-477 491 494 524 536 613-617 623 625-632 642 643"
    ),
    "an address may have spaces, and any white space before its title": "41 488 507",
    "addresses in the text become links": "602 608 611 612",
    "links only to pages, files, web, mail and phone": "596 598 599 601",
    "a photo stands on its own: a link around one gets its description as text": "517 531",
    "a heading does not need the space": "64",
    "a non-breaking space after the mark of a list is a space": "353",
    "lines of white space in code are empty": "129",
}

_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$|^#{1,6} *([^\n]*)$", re.DOTALL | re.MULTILINE)
_BLOCKS = frozenset(
    {
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "hr",
        "br",
        "div",
        "table",
    }
)


class Example(NamedTuple):
    """One example of the specification."""

    number: int
    section: str
    source: str
    html: str


def numbers_in(ranges: str) -> set[int]:
    """Read "1-3 5" as {1, 2, 3, 5}."""
    pairs = (part.split("-") for part in ranges.split())
    return {number for first, *last in pairs for number in range(int(first), int(last[0] if last else first) + 1)}


def read_examples(spec: str) -> list[Example]:
    """Read the examples of spec.txt; an arrow in it stands for a tab."""
    found: list[Example] = []
    section = ""
    for match in _EXAMPLE.finditer(spec):
        if match[3] is not None:
            section = match[3].strip()
        else:
            source, html = (match[group].replace("→", "\t") for group in (1, 2))
            found.append(Example(len(found) + 1, section, source, html))
    return found


class _Token(NamedTuple):
    kind: str  # "block", "inline", "text" or "code"
    text: str


class _Normalizer(HTMLParser):
    """HTML -> tokens that are equal when a reader sees the same."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[_Token] = []
        self.in_pre = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_pre += tag == "pre"
        kept = sorted(
            (name, unquote(value or "") if name in {"href", "src"} else value or "")
            for name, value in attrs
            if (name, tag) != ("title", "a") and name != "id"
        )
        self._add(tag, f"<{tag}{''.join(f' {name}={value!r}' for name, value in kept)}>")

    def handle_endtag(self, tag: str) -> None:
        self.in_pre -= tag == "pre"
        if tag not in {"br", "hr", "img"}:
            self._add(tag, f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.tokens.append(_Token("code", data) if self.in_pre else _Token("text", re.sub(r"\s+", " ", data)))

    def _add(self, tag: str, text: str) -> None:
        self.tokens.append(_Token("block" if tag in _BLOCKS else "inline", text))


def normal(html: str) -> list[str]:
    """Give a form of HTML in which only differences that matter are left."""
    parser = _Normalizer()
    parser.feed(html)
    parser.close()
    edge = _Token("block", "")
    tokens = [edge, *parser.tokens, edge]
    result = [""]
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        text = token.text
        if token.kind == "text":
            text = text.lstrip(" ") if before.kind == "block" else text
            text = text.rstrip(" ") if after.kind == "block" else text
        if token.kind in {"text", "code"} and not result[-1].startswith("<"):
            result[-1] += text
        else:
            result += [text, ""] if token.kind in {"block", "inline"} else [text]
    return [text for text in result if text]


class _PlainSerializer(Serializer):
    """Writes images where they stand."""

    def _photo(self, photo: Element, html: list[str]) -> None:
        ref = self.reading.found[int(photo.get("data-ref", "0"))]
        title = dict(ref.arguments).get("bijschrift")
        more = f' title="{_quoted(title)}"' if title else ""
        html.append(f'<img src="{_quoted(ref.target)}" alt="{_quoted(ref.text)}"{more}>')


def _quoted(text: str) -> str:
    return escaped(text).replace('"', "&quot;")


def ours() -> Callable[[str], str]:
    """Give our converter, without what it adds to CommonMark."""
    converter = Converter()
    markdown = converter.markdown
    markdown.treeprocessors.deregister("typography")
    markdown.treeprocessors.deregister("anchors")
    markdown.postprocessors.deregister("sanitizer")
    markdown.serializer = _PlainSerializer(converter.reading)

    def convert(source: str) -> str:
        html = converter.convert(source.removesuffix("\n"), "spec.txt", 1)
        refs = converter.reading.refs
        resolved = re.sub(r'"mba:(\d+)"', lambda found: f'"{_quoted(refs[int(found[1])].target)}"', html)
        return resolved.replace(KEEP, "")

    return convert


def stock() -> Callable[[str], str]:
    """Give Python-Markdown as it comes."""
    markdown = Markdown(output_format="html")
    return lambda source: markdown.reset().convert(source)


def differing(convert: Callable[[str], str], examples: list[Example]) -> set[int]:
    """Give the numbers of the examples that come out otherwise."""
    return {one.number for one in examples if normal(convert(one.source)) != normal(one.html)}


def report(examples: list[Example]) -> str:
    """Make the table of shares, and below it the numbers that differ."""
    before, after = differing(stock(), examples), differing(ours(), examples)
    rows = ["| section | examples | before | after | differ |", "| --- | ---: | ---: | ---: | --- |"]
    others = tuple({one.section for one in examples}.difference(*GROUPS.values()))
    for name, sections in {**GROUPS, "everything else": others}.items():
        numbers = {one.number for one in examples if one.section in sections}
        rows.append(_row(name, numbers, before, after, "" if sections is others else None))
    for section in dict.fromkeys(one.section for one in examples if one.section in others):
        numbers = {one.number for one in examples if one.section == section}
        rows.append(_row(f"- {section}", numbers, before, after, None))
    rows.append(_row("all", {one.number for one in examples}, before, after, ""))
    rows.append("\nWhy they differ:\n")
    unexplained = after.copy()
    for reason, ranges in MEANT.items():
        numbers = numbers_in(ranges)
        unexplained -= numbers
        rows.append(f"- {reason}: {_listed(numbers & after)}")
    rows.append(f"- not meant: {_listed(unexplained)}")
    return "\n".join(rows)


def _listed(numbers: set[int]) -> str:
    return " ".join(map(str, sorted(numbers))) or "none"


def _row(name: str, numbers: set[int], before: set[int], after: set[int], listed: str | None) -> str:
    shares = (f"{100 * len(numbers - wrong) / len(numbers):.1f}%" for wrong in (before, after))
    differ = _listed(numbers & after) if listed is None else listed
    return f"| {name} | {len(numbers)} | {' | '.join(shares)} | {differ} |"


def main() -> None:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("spec", type=Path, help="spec.txt of the npm package commonmark-spec")
    parser.add_argument("--show", type=int, nargs="*", default=[], help="numbers of examples to print")
    options = parser.parse_args()
    examples = read_examples(options.spec.read_text(encoding="utf-8"))
    convert = ours()
    for number in options.show:
        one = examples[number - 1]
        print(f"--- {number} ({one.section})\n{one.source}--- CommonMark\n{one.html}--- ours\n{convert(one.source)}")
    if not options.show:
        print(report(examples))


if __name__ == "__main__":
    main()
