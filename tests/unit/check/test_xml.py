"""A file that is not XML is found before anybody tries to read it."""

from __future__ import annotations

import pytest

from generator.check import xml_flaw
from tests.harness import TinySite, messages, quick_folder


@pytest.mark.parametrize("text", ["<a/>", '<a xmlns:b="urn:b"><b:c>Één &amp; &#38;</b:c></a>', "<a><![CDATA[<]]></a>"])
def test_xml_is_xml(text: str) -> None:
    assert xml_flaw(text.encode()) is None


@pytest.mark.parametrize(
    "text", ["", "<a>", "<a></b>", "<a>&nbsp;</a>", "<a b=c/>", "<b:c/>", "<a>\x07</a>", "<a/><a/>"]
)
def test_what_is_not_is_told(text: str) -> None:
    flaw = xml_flaw(text.encode())
    assert flaw is not None
    assert "line 1" in flaw


def test_a_theme_that_breaks_a_feed_stops_the_build() -> None:
    with quick_folder() as folder:
        site = TinySite(folder)
        site.build()
        before = site.built()
        site.replace("thema/formats/feed.xml", "</entry>", "")
        outcome = site.build()
        assert outcome.failed
        assert site.check().diagnostics == outcome.diagnostics
        assert set(messages(outcome)) == {"thema/formats/feed.xml:1: fout[xml-onjuist]"}
        assert site.built() == before
