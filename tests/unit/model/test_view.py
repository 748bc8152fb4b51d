"""A view's key is the digest of all that a template can see of it."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.model.view import AssetsView, CardGroup, CardView, HeadView, LinkView, PagerView, View, part_names

CARD = CardView("verhaal", "soep", "/verhalen/soep/", "Soep", "Er was soep.", ())


def test_equal_views_have_equal_keys() -> None:
    assert LinkView("Wijken", "/wijken/").key == LinkView("Wijken", "/wijken/").key
    assert CardGroup("A", "a", (CARD, CARD)).key == CardGroup("A", "a", (CARD, CARD)).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LinkView("a", "b"), LinkView("b", "a")),
        (LinkView("ab", ""), LinkView("a", "b")),
        (CardGroup("A", "a", (CARD,)), CardGroup("A", "a", (CARD, CARD))),
        (CardGroup("A", "a", ()), CardGroup("A", "a", (CARD,))),
        (PagerView(1, 2, None, LinkView("a", "b")), PagerView(1, 2, LinkView("a", "b"), None)),
        (HeadView("a", "b", "/"), HeadView("a", "b", "/", modified=dt.date(2026, 11, 1))),
        (HeadView("a", "b", "/"), HeadView("a", "b", "/", noindex=True)),
    ],
)
def test_a_difference_in_any_field_is_a_difference_in_the_key(one: View, other: View) -> None:
    assert one.key != other.key


def test_a_difference_deep_inside_is_a_difference_in_the_key() -> None:
    other = CardView("verhaal", "soep", "/verhalen/soep/", "Soep!", "Er was soep.", ())
    assert CardGroup("A", "a", (CARD,)).key != CardGroup("A", "a", (other,)).key


def test_views_of_different_kinds_with_the_same_fields_have_different_keys() -> None:
    class OtherLink(LinkView):
        __slots__ = ()

    assert OtherLink("a", "b").key != LinkView("a", "b").key


def test_the_key_is_no_part_of_what_is_compared() -> None:
    assert part_names(LinkView) == ("text", "address")
    assert LinkView("a", "b") == LinkView("a", "b")
    assert "key" not in repr(LinkView("a", "b"))


def test_a_file_of_the_theme_is_found_by_its_name() -> None:
    assets = AssetsView("/assets/style.css", (("fonts/x.woff2", "/assets/x.1.woff2"),))
    assert assets.file("fonts/x.woff2") == "/assets/x.1.woff2"
