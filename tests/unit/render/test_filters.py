"""What templates can ask of values."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from generator.render.filters import address_filter, checksum, filled, install, iso, with_phones
from tests.unit.examples import day


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Kom gerust langs.", "Kom gerust langs."),
        ("Bel 0592-000 000.", 'Bel <a href="tel:+31592000000">0592-000 000</a>.'),
        ("<b> 06-12345678 & co", '&lt;b&gt; <a href="tel:+31612345678">06-12345678</a> &amp; co'),
    ],
)
def test_telephone_numbers_in_a_plain_text_become_links(text: str, html: str) -> None:
    assert with_phones(text) == html


@pytest.mark.parametrize(
    ("base", "address", "url"),
    [
        ("", "/wijken/", "/wijken/"),
        ("/buurt", "/wijken/", "/buurt/wijken/"),
        ("/buurt", "https://x.nl/", "https://x.nl/"),
        ("/buurt", "#top", "#top"),
    ],
)
def test_an_address_of_the_site_gets_the_path_that_it_lives_under(base: str, address: str, url: str) -> None:
    assert address_filter(base)(address) == url


def test_a_date_can_be_written_for_machines() -> None:
    assert iso(day("2024-09-04")) == "2024-09-04"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ '/wijken/' | url }}", "/buurt/wijken/"),
        ("{{ day | full_date }}", "woensdag 4 september 2024"),
        ("{{ day | short_date }}", "4 september 2024"),
        ("{{ day | iso }}", "2024-09-04"),
        ("{{ '19:30' | clock }}", "19.30 uur"),
        ("{{ '7165' | number }}", "7.165"),
        ("{{ ['a', 'b'] | join_names }}", "a en b"),
        ("{{ '112' | tel }}", "tel:112"),
        ("{{ ('https://proef.nl/i/soep/' | qr).size > 20 }}", "True"),
    ],
)
def test_templates_know_these_filters(template: str, text: str) -> None:
    environment = Environment(autoescape=True)
    install(environment, "/buurt")
    assert environment.from_string(template).render(day=day("2024-09-04")) == text


@pytest.mark.parametrize(
    ("slug", "number"), [("", 0), ("a", 5), ("b", 6), ("soep", 150), ("buurt-2", 234), ("één", 358)]
)
def test_a_short_name_always_gives_the_same_number(slug: str, number: int) -> None:
    assert checksum(slug) == number


def test_values_that_are_not_there_are_left_out_and_empty_ones_stay() -> None:
    assert filled({"a": None, "b": "", "c": 0, "d": {"e": None}}) == {"b": "", "c": 0, "d": {"e": None}}
