"""A colour that is written once and used in many places is blamed once, and by its own name."""

from __future__ import annotations

from generator.plan.contrast import contrast
from generator.plan.culprits import Culprit, find_culprits
from generator.plan.tokens import Pair, Token

WRITTEN = {"gras": "#1e6b45", "papier": "#ffffff", "inkt": "#111111"}
USES = {"link": "gras", "action": "gras", "on-action": "papier", "surface": "papier", "text": "inkt"}
PAIRS = (("link", "surface"), ("action", "surface"), ("on-action", "action"), ("text", "surface"))


def culprits(**written: str) -> list[Culprit]:
    colours = {**WRITTEN, **written}
    tokens = {
        name: Token(name, f"--{name}", "x", colours=(colours[of],) * 3, sources=(of,) * 3) for name, of in USES.items()
    }
    return list(find_culprits((Pair(one, other, "text", "x"), tokens[one], tokens[other]) for one, other in PAIRS))


def test_what_is_strong_has_no_culprit() -> None:
    assert culprits() == []


def test_one_weak_colour_is_told_once_with_all_its_places() -> None:
    (found,) = culprits(gras="#9fd8b8")
    assert (found.name, found.colour, found.count) == ("gras", "#9fd8b8", 3)
    assert found.better is not None
    assert contrast(found.better, WRITTEN["papier"]) >= 4.5


def test_the_better_colour_is_good_in_all_its_places() -> None:
    (found,) = culprits(gras="#9fd8b8")
    assert found.better is not None
    assert culprits(gras=found.better) == []


def test_a_plane_below_white_letters_is_what_should_change() -> None:
    tokens = {
        name: Token(name, f"--{name}", "x", colours=(colour,) * 3, sources=(name,) * 3)
        for name, colour in (("on-plane", "#ffffff"), ("plane", "#99ccee"))
    }
    pair = Pair("on-plane", "plane", "text", "x")
    assert [found.name for found in find_culprits([(pair, tokens["on-plane"], tokens["plane"])])] == ["plane"]


def test_paper_that_is_too_dark_is_to_blame_and_not_all_that_lies_on_it() -> None:
    found = culprits(papier="#446655")
    assert [each.name for each in found] == ["papier"]
