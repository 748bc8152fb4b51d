"""An answer for other sites holds to oEmbed 1.0, and survives what WordPress does with the answers of strangers."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.model.feed import EmbedView, FeedImage
from generator.render.oembed import encode_embed

VIEW = EmbedView(
    title="Soep en een praatje",
    address="https://proef.example.nl/verhalen/soep/",
    frame="https://proef.example.nl/w/1/stuk/soep/",
    author="Ans",
    site_name="Proefsite",
    site_address="https://proef.example.nl/",
    image=None,
)
IMAGE = FeedImage("https://proef.example.nl/assets/soep-960.1.webp", 960, 640, "image/webp", "Soep", "Ans")
HARD = ['"><script>alert(1)</script>', "<b>Soep</b> & brood", '\'t "Plein"', "</blockquote><iframe>", "🎉 مرحبا", "é"]


def view(title: str = VIEW.title, image: FeedImage | None = None) -> EmbedView:
    return EmbedView(title, VIEW.address, VIEW.frame, VIEW.author, VIEW.site_name, VIEW.site_address, image)


def answer(shown: EmbedView) -> dict[str, Any]:
    return dict(json.loads(encode_embed(shown)))


def test_an_answer_is_rich_and_has_all_that_oembed_asks() -> None:
    found = answer(VIEW)
    assert {name: found[name] for name in found if name != "html"} == {
        "version": "1.0",
        "type": "rich",
        "title": "Soep en een praatje",
        "author_name": "Ans",
        "author_url": "https://proef.example.nl/verhalen/soep/",
        "provider_name": "Proefsite",
        "provider_url": "https://proef.example.nl/",
        "width": 600,
        "height": 400,
    }


def test_a_photo_comes_with_all_three_of_its_keys_or_none() -> None:
    found = answer(view(image=IMAGE))
    assert (found["thumbnail_url"], found["thumbnail_width"], found["thumbnail_height"]) == (IMAGE.address, 960, 640)
    assert not any(name.startswith("thumbnail") for name in answer(VIEW))


@pytest.mark.parametrize("title", HARD)
def test_a_title_is_text_in_the_html_as_well(title: str) -> None:
    tree = LexborHTMLParser(answer(view(title))["html"])
    (link,) = tree.css("blockquote.wp-embedded-content > a")
    (frame,) = tree.css("iframe.wp-embedded-content")
    assert (link.text(), link.attributes["href"]) == (title, VIEW.address)
    assert (frame.attributes["title"], frame.attributes["src"]) == (f"{title} - Proefsite", VIEW.frame)
    assert (frame.attributes["sandbox"], frame.attributes["security"]) == ("allow-scripts", "restricted")
    assert tree.css("script, b") == []


# --- WordPress -------------------------------------------------------------------------------------------------------

ALLOWED = {
    "a": {"href"},
    "blockquote": set[str](),
    "iframe": {"src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"},
}
"""The elements and attributes that it keeps of a provider that it does not know (since 4.5; the title since 4.4)."""
SECRET = "geheim1234"  # noqa: S105 - not one


@dataclass(frozen=True)
class Kept:
    """What WordPress puts in the page of a partner: the words that stand first, and the frame that replaces them."""

    quote: str
    frame: dict[str, str]


def keep_allowed(text: str) -> str:
    """Drop all other elements and attributes; the text in them stays."""

    def tag(match: re.Match[str]) -> str:
        name = match[2].lower()
        if name not in ALLOWED:
            return ""
        pairs = re.findall(r'([\w-]+)="([^"]*)"', match[3])
        kept = "".join(f' {key}="{value}"' for key, value in pairs if key in ALLOWED[name])
        return f"<{match[1]}{name}{'' if match[1] else kept}>"

    return re.sub(r"<(/?)([a-zA-Z]+)([^>]*)>", tag, text)


def as_wordpress_does(text: str) -> Kept | None:
    """Keep the quote that the answer starts with, and one frame, whose address gets a secret."""
    found = re.search(
        r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", keep_allowed(text), re.MULTILINE | re.DOTALL
    )
    if found is None or found[1] is None:
        return None
    frame = {name: html.unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', found[2])}
    return Kept(found[1], frame | {"src": f"{frame['src']}#?secret={SECRET}", "sandbox": "allow-scripts"})


@given(st.sampled_from(HARD) | st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60))
def test_wordpress_keeps_the_words_the_link_and_the_frame(title: str) -> None:
    kept = as_wordpress_does(answer(view(title))["html"])
    assert kept is not None
    (link,) = LexborHTMLParser(kept.quote).css("blockquote > a")
    assert (link.text(), link.attributes["href"]) == (title, VIEW.address)
    assert kept.frame == {
        "src": "https://proef.example.nl/w/1/stuk/soep/#?secret=geheim1234",
        "sandbox": "allow-scripts",
        "title": f"{title} - Proefsite",
        "width": "600",
        "height": "400",
        "frameborder": "0",
        "marginwidth": "0",
        "marginheight": "0",
        "scrolling": "no",
    }


def test_wordpress_would_drop_an_answer_of_which_the_quote_comes_second() -> None:
    assert as_wordpress_does('<p>x</p><iframe src="a"></iframe><blockquote>x</blockquote>') is None
