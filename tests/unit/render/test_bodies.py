"""The tokens of a text are filled: links by addresses or by plain text, everything else by what shows it."""

from __future__ import annotations

import pytest

from generator.model.view import BodyView, Insert, LinkInsert, PhotoInsert, QuoteInsert, View
from generator.render.bodies import fill

PHOTO = '<mba-photo data-ref="{}"></mba-photo>'
CODE = '<mba-shortcode data-ref="{}"></mba-shortcode>'


def show(insert: View) -> str:
    return f"[{insert.text}]" if isinstance(insert, QuoteInsert) else "[foto]"


def filled(html: str, *inserts: Insert, base: str = "") -> str:
    return fill(html, BodyView("sleutel", inserts, empty=False), base, show)


def link(href: str | None) -> LinkInsert:
    return LinkInsert(href, external=False)


@pytest.mark.parametrize(
    ("href", "base", "html"),
    [
        ("/verhalen/soep/", "", '<a href="/verhalen/soep/">de <em>soep</em></a>'),
        ("/verhalen/soep/", "/buurt", '<a href="/buurt/verhalen/soep/">de <em>soep</em></a>'),
        ("#top", "/buurt", '<a href="#top">de <em>soep</em></a>'),
        ("https://x.nl/?a=b&c", "/buurt", '<a href="https://x.nl/?a=b&amp;c">de <em>soep</em></a>'),
        ('/x"><script>', "", '<a href="/x&quot;&gt;&lt;script&gt;">de <em>soep</em></a>'),
        (None, "", "de <em>soep</em>"),
    ],
)
def test_a_link_gets_its_address_or_becomes_plain_text(href: str | None, base: str, html: str) -> None:
    assert filled('<p><a href="mba:0">de <em>soep</em></a></p>', link(href), base=base) == f"<p>{html}</p>"


def test_each_token_finds_its_own_insert() -> None:
    html = f'<a href="mba:0">a</a> <a href="mba:2">b</a>\n{PHOTO.format(1)}\n{CODE.format(3)}'
    found = filled(html, link("/een/"), PhotoInsert(None), link(None), QuoteInsert("Fijn.", None))
    assert found == '<a href="/een/">a</a> b\n[foto]\n[Fijn.]'


def test_there_can_be_more_than_ten_tokens() -> None:
    html = "".join(f'<a href="mba:{number}">x</a>' for number in range(12))
    assert filled(html, *(link(f"/{number}/") for number in range(12))).endswith('<a href="/11/">x</a>')


def test_what_is_shown_is_not_filled_again() -> None:
    quote = QuoteInsert('<a href="mba:0">x</a>', None)
    assert filled(CODE.format(0), quote) == '[<a href="mba:0">x</a>]'


def test_a_link_over_two_lines_is_one_link() -> None:
    assert filled('<a href="mba:0">een\ntwee</a>', link("/x/")) == '<a href="/x/">een\ntwee</a>'


def test_a_text_without_tokens_stays_as_it_is() -> None:
    html = '<p>mba:0 <a id="noot" href="#x">x</a></p>'
    assert filled(html) == html
