"""Nothing that a writer types, or pastes, becomes code in the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import has_errors
from generator.parse.markdown import render
from generator.parse.markdown.addresses import is_allowed, scheme_of
from generator.parse.markdown.sanitizer import sanitized
from tests.unit.parse.markdown.soup import check

REFUSED = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#x6A;&#x61;vascript:alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](&nbsp;javascript:alert(1))",
    "[x](<\u00a0javascript:alert(1)>)",
    "[x](\u200bjavascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](mba:0)",
    "[x][y]\n\n[y]: <javascript:alert(1)>",
    "<javascript:alert(1)>",
)
HARMLESS = (
    '[x](y "onmouseover=alert(1)")',
    '[x"onmouseover="alert(1)](y)',
    "```\"onmouseover='alert(1)'><script>\nx\n```",
    '```x" onclick=alert(1)\nx\n```',
    '# x" onclick=alert(1) y="',
    '[^"onclick=x]\n\n[^"onclick=x]: y',
    '{{ foto "><script>alert(1)</script>" }}',
    '![x"><script>](y"><script>)',
    "| <script> |\n| --- |\n| x |",
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x02amp\x03",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;",
    "\\<script>",
    'https://x.nl/"onclick=alert(1)',
    '<https://x.nl/"onclick=alert(1)>',
    'x@x.nl"onclick=alert(1)',
    "<!--><script>alert(1)</script>-->",
    "</p><script>alert(1)</script>",
)  # fmt: skip


@pytest.mark.parametrize("body", REFUSED + HARMLESS)
def test_hostile_text_stays_text(body: str) -> None:
    for text in (body, f"- {body}", f"> {body}", f"*{body}*", f"# {body}", f"| {body} |\n| --- |\n| {body} |"):
        report = render(text, path="x.md", first_line=1, key="x")
        check(*report.value, last_line=text.count("\n") + 1)
        assert all(is_allowed(ref.target) for ref in report.value[0].refs if ref.kind == "link")


@pytest.mark.parametrize("body", REFUSED)
def test_what_is_refused_is_said(body: str) -> None:
    assert has_errors(render(body, path="x.md", first_line=1, key="x").diagnostics)


@given(st.text(max_size=40), st.sampled_from(["javascript", "data", "vbscript", "file", "blob", "mba", "x-y"]))
def test_no_invisible_character_hides_a_scheme(noise: str, scheme: str) -> None:
    invisible = "".join(character for character in noise if ord(character) <= 0x20 or character in "\u200b\u200e\u2060")
    hidden = invisible.join([*scheme, ":alert(1)"])
    assert scheme_of(invisible + hidden) == scheme
    assert not is_allowed(hidden)


@pytest.mark.parametrize("target", ["x", "", "#x", "?x:y", "/x:y", "a/b:c", "HTTPS://x", "mailto:x", "tel:1", "//x.nl"])
def test_pages_files_web_mail_and_phone_are_allowed(target: str) -> None:
    assert is_allowed(target)


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        ("<p onclick=x>a</p>", "<p>a</p>"),
        ("<script>x</script>a", "a"),
        ('<a href="https://x">a</a>', "<a>a</a>"),
        ('<a href="mba:0" target="_blank">a</a>', '<a href="mba:0">a</a>'),
        ('<mba-photo data-ref="0" style="x"></mba-photo>', '<mba-photo data-ref="0"></mba-photo>'),
        ("<iframe></iframe><h1>a</h1>", "a"),
    ],
)
def test_the_allow_list_takes_out_all_else(html: str, safe: str) -> None:
    assert sanitized(html) == safe
