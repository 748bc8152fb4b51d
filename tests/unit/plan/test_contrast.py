"""The contrast of two colours, as WCAG counts it."""

from __future__ import annotations

import pytest

from generator.plan.contrast import channels, contrast, hex_colour, luminance, mix, nearest_passing


@pytest.mark.parametrize(
    ("colour", "parts"), [("#ffffff", (1, 1, 1)), ("#f00", (1, 0, 0)), ("#336699", (0.2, 0.4, 0.6))]
)
def test_a_colour_has_three_channels(colour: str, parts: tuple[float, float, float]) -> None:
    assert channels(colour) == parts


def test_channels_become_a_colour_and_stay_within_bounds() -> None:
    assert (hex_colour(0.2, 0.4, 0.6), hex_colour(-1, 2, 0.5)) == ("#336699", "#00ff80")


def test_black_gives_no_light_and_white_all_of_it() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#123456", "#123456", 1.0),
    ],
)
def test_the_contrast_of_two_colours_is_known(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(("share", "colour"), [(0.0, "#000000"), (0.5, "#808080"), (1.0, "#ffffff")])
def test_two_colours_can_be_mixed(share: float, colour: str) -> None:
    assert mix("#000000", "#ffffff", share) == colour


@pytest.mark.parametrize(
    ("colour", "on", "least"), [("#777777", "#ffffff", 4.5), ("#999999", "#ffffff", 3.0), ("#444444", "#000000", 4.5)]
)
def test_the_nearest_colour_that_passes_is_only_a_little_different(colour: str, on: str, least: float) -> None:
    found = nearest_passing(colour, {on: least})
    assert found is not None
    assert least <= contrast(found, on) < least + 0.15


def test_a_colour_that_passes_is_its_own_nearest() -> None:
    assert nearest_passing("#000000", {"#ffffff": 4.5}) == "#000000"


def test_sometimes_no_colour_passes() -> None:
    assert nearest_passing("#777777", {"#777777": 7.0}) is None


def test_a_colour_stays_a_colour_and_is_good_for_all_that_it_meets() -> None:
    found = nearest_passing("#9fd8b8", {"#ffffff": 4.5, "#fee0d9": 4.5})
    assert found is not None
    assert min(contrast(found, "#ffffff"), contrast(found, "#fee0d9")) >= 4.5
    red, green, blue = channels(found)
    assert green > 1.5 * max(red, blue) * 0.9
