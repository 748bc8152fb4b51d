"""A macro does its work once for the same arguments, and says the same as a macro that remembers nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from markupsafe import Markup

from generator.model.view import LinkView
from generator.render.remembering import MOST, Remembering, Shared

SOUP, BREAD = LinkView("Soep", "/soep/"), LinkView("Brood", "/brood/")


class Counted:
    """A macro that counts how often it works."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, *args: object, **kwargs: object) -> str:
        self.calls += 1
        return f"{args}{kwargs}"


@pytest.mark.parametrize(
    ("one", "same"),
    [
        (SOUP, LinkView("Soep", "/soep/")),
        ("tekst", "tekst"),
        (None, None),
        (dt.date(2026, 11, 23), dt.date(2026, 11, 23)),
        ((SOUP, 2), (LinkView("Soep", "/soep/"), 2)),
        (Shared("a", {"x": 1}), Shared("a", {"x": 1})),
    ],
)
def test_from_the_third_time_on_the_same_arguments_cost_nothing(one: object, same: object) -> None:
    macro = Counted()
    remembering = Remembering(macro)
    said = [remembering(one, level=2), remembering(same, level=2), remembering(one, level=2), remembering(one, level=2)]
    assert macro.calls == 2
    assert said[2] == said[3] == said[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SOUP, BREAD),
        (1, True),
        (0, None),
        ("1", 1),
        ("<b>", Markup("<b>")),
        ((SOUP,), (SOUP, BREAD)),
        (Shared("a", {}), Shared("b", {})),
    ],
)
def test_arguments_that_differ_are_not_taken_for_each_other(one: object, other: object) -> None:
    macro = Counted()
    remembering = Remembering(macro)
    for _ in range(3):
        assert remembering(one) == f"{(one,)}{{}}"
        assert remembering(other) == f"{(other,)}{{}}"
    assert macro.calls == 4


@pytest.mark.parametrize("argument", [{"naam": "x"}, ["x"], object()])
def test_what_cannot_be_told_apart_is_worked_out_every_time(argument: object) -> None:
    macro = Counted()
    remembering = Remembering(macro)
    for _ in range(4):
        remembering(argument)
    assert macro.calls == 4


def test_what_is_remembered_has_an_end() -> None:
    macro = Counted()
    remembering = Remembering(macro)
    for number in range(MOST + 1):
        remembering(number)
        remembering(number)
    before = macro.calls
    remembering(0)
    assert macro.calls == before + 1
