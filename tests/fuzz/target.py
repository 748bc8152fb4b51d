"""One text by a careless or hostile hand -> a built site, or messages; never a crash, a hang or a silent refusal."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from hypothesis import strategies as st

from generator.check import read_facts
from tests.harness import SETTINGS, SMALL, TinySite

LONGEST = 2.0
"""Seconds of work that one file may take, whatever else the machine is doing."""

_PIECES = st.sampled_from(
    [
        "titel", "datum", "wijken", "samenvatting", "slug", "foto", "concept", "akkoord", "reageren", "team", "naam",
        ": ", ":", "- ", "  ", "\t", "\n", "\r\n", "[", "]", "{", "}", "'", '"', "|", ">", "&a", "*a",
        "!!python/object",
        "<<", "#", "%", "@", "`", "ja", "nee", "2024-09-04", "31-02-2024", "9" * 40, "1e999", "0x1F", "null",
        "~", "---",
        "...", "peelo", "heel-assen", "\ufeff", "\u202e", "\x00", "\x85", "\u2028", "é", "e\u0301", "😀",
        "\ud7ff", "../x",
        "<script>", "javascript:alert(1)", "{{ foto }}", "{% x %}", "{{ 7*7 }}", "&lt;", "\\", "?", "=",
    ]
)  # fmt: skip
_MARKDOWN = st.sampled_from(
    [
        "# ", "## ", "Kop", "- ", "* ", "+ ", "1. ", "1) ", "    ", "  ", "\t", "\n", "\n\n", "> ", "```",
        "~~~", "`", "``",
        "*", "**", "***", "_", "__", "~~", "[", "](", ")", "[x](y)", "![a](b.jpg)", "[^1]", "[^1]: ", "|",
        "|-|-|", "---",
        "===", "\\", "<", ">", "<b>", "</b>", "<!--", "-->", "&amp;", "&#0;", "&#x110000;", "http://x.nl",
        "a@b.nl", "www.x",
        "'", '"', "...", "--", "{{ ", " }}", "foto", '"x.jpg"', "citaat", "=", "mba:0", "\x02", "\x03",
        "wzxhzdk:0", "klzzwxh",
        "\u202e", "\u00a0", "é", "😀", "verhalen/soep", "javascript:", "{: .x}", "[TOC]", "*[HTML]: x",
        "wijken/peelo#kop",
    ]
)  # fmt: skip


def texts(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give texts of pieces that mean something, with anything between them."""
    anything = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
    return st.lists(st.one_of(pieces, pieces, pieces, anything), max_size=60).map("".join)


FRONT_MATTER = texts(_PIECES)
MARKDOWN = texts(_MARKDOWN)
KINDS = {"voorkant": FRONT_MATTER, "markdown": MARKDOWN, "instellingen": FRONT_MATTER}

_GOOD = "titel: Soep\ndatum: 2026-11-01\nsamenvatting: Er was soep.\nwijken: [peelo]\n"


def files_for(kind: str, text: str) -> dict[str, str | bytes]:
    """Put a text where its kind belongs in a small site."""
    files: dict[str, str | bytes] = dict(SMALL)
    match kind:
        case "voorkant":
            files["content/verhalen/proef.md"] = f"---\n{_GOOD}{text}\n---\nTekst.\n".encode("utf-8", "replace")
        case "markdown":
            front = _GOOD.replace("Soep", "Proef")
            files["content/verhalen/proef.md"] = f"---\n{front}---\n{text}\n".encode("utf-8", "replace")
        case _:
            files["site.yaml"] = f"{SETTINGS}{text}\n".encode("utf-8", "replace")
    return files


def try_text(kind: str, text: str) -> bool:
    """Build a site with a text in it; tell whether it was accepted.

    Raises:
        AssertionError: it took too long, was refused without a word, or made a page that the checks refuse.
    """
    with tempfile.TemporaryDirectory() as folder:
        site = TinySite(Path(folder), files_for(kind, text))
        start = time.process_time()
        outcome = site.build()
        seconds = time.process_time() - start
        assert seconds < LONGEST, f"{seconds:.1f} s"
        if outcome.failed:
            assert outcome.diagnostics
            assert not site.output.exists() or set(site.built()) <= {".mba/manifest.json"}
            return False
        for path, data in site.built().items():
            if path.endswith(".html"):
                facts = read_facts(data.decode())
                assert not facts.flaws, f"{path}: {facts.flaws}"
        return True
