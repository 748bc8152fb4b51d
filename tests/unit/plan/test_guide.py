"""The guide shows every token and every component; what does not fit its template is told at its YAML file."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Report
from generator.model.component import Component, Example
from generator.model.plan import Artifact, Plan, RenderTemplate
from generator.model.view import GuideView
from generator.plan import Codes, make_plan
from generator.plan.guide import _primitives
from generator.plan.tokens import Token
from tests.unit.examples import PEELO, assembled, bare_theme, told

MACRO = "{% macro button(text, tone='groen') %}{{ text }}{% endmacro %}"
INK = {"$type": "color", "$value": {"colorSpace": "srgb", "hex": "#000000"}, "$description": "Letters."}
PAPER = {"$type": "color", "$value": {"colorSpace": "srgb", "hex": "#ffffff"}}
GREY = {"$type": "color", "$value": {"colorSpace": "srgb", "hex": "#666666"}}
TREE = {
    "$extensions": {
        "nl.mijnbuurtassen": {
            "pairs": [
                {"text": "{semantic.color.text}", "on": "{semantic.color.surface}", "kind": "text", "used": "prose"},
                {"text": "{semantic.color.wijk.peelo}", "on": "{semantic.color.surface}", "kind": "ui", "used": "a"},
                {"text": "{semantic.color.wijk.centrum}", "on": "{semantic.color.surface}", "kind": "ui", "used": "b"},
            ]
        }
    },
    "primitive": {"color": {"inkt": INK}},
    "semantic": {
        "color": {
            "text": {**INK, "$value": "{primitive.color.inkt}"},
            "surface": PAPER,
            "wijk": {"peelo": INK, "centrum": GREY},
        },
        "text": {"small": {"$value": "1rem"}},
        "space": {"s": {"$value": "2rem"}},
        "measure": {"$value": "65ch"},
    },
}
GUIDE = {
    "layouts/guide.html": "{{ page.title }}",
    "components/button/button.html": MACRO,
    "tokens.tokens.json": json.dumps(TREE),
}


def component(*examples: Example, params: tuple[str, ...] = ("text", "tone"), where: str | None = None) -> Component:
    return Component(
        name="button",
        path="thema/components/button/button.yaml",
        description="Een knop.",
        params=tuple((name, "Uitleg.") for name in params),
        examples=examples or (example(),),
        do=("Zo.",),
        dont=("Niet zo.",),
        where=where,
        lines={"params": 2},
    )


def example(macro: str = "button", **args: object) -> Example:
    return Example("Groen", macro, args or {"text": "Doe mee"}, 5)


def planned(*components: Component, changes: dict[str, str] | None = None) -> Report[Plan]:
    site = assembled(PEELO).value
    files = bare_theme({**GUIDE, **(changes or {})})
    return make_plan(site, files, Codes(pages="programma", photos="foto's", cards="kaarten"), components)


def artifact(report: Report[Plan]) -> Artifact:
    return next(found for found in report.value.artifacts if found.path == "huisstijl/index.html")


def view(report: Report[Plan]) -> GuideView:
    recipe = artifact(report).recipe
    assert isinstance(recipe, RenderTemplate)
    assert isinstance(recipe.view, GuideView)
    return recipe.view


def problems(*components: Component) -> list[str]:
    return [text for text in told(planned(*components).diagnostics) if "onderdeel" in text]


def test_a_theme_without_the_layout_has_no_guide_and_that_is_fine() -> None:
    report = make_plan(assembled(PEELO).value, bare_theme(), Codes("a", "b", "c"), (component(example("weg")),))
    assert not [found for found in report.value.artifacts if found.path.startswith("huisstijl/")]
    assert report.diagnostics == ()


def test_search_engines_are_kept_out() -> None:
    found = view(planned(component()))
    assert (found.head.address, found.head.noindex) == ("/huisstijl/", True)


def test_every_token_is_shown_with_what_it_finally_is() -> None:
    found = view(planned(component()))
    assert [(colour.name, colour.note, colour.light) for colour in found.colours] == [
        ("--color-text", "Letters.", "#000000"),
        ("--color-surface", "", "#ffffff"),
    ]
    assert [(row.badge.name, [colour.light for colour in row.colours]) for row in found.wijken] == [
        ("Peelo", ["#000000"]),
        ("centrum", ["#666666"]),
    ]
    assert [(row.name, row.value) for row in (*found.types, *found.spaces, *found.others)] == [
        ("--text-small", "1rem"),
        ("--space-s", "2rem"),
        ("--measure", "65ch"),
    ]


def test_the_pairs_of_the_wijken_stand_together_with_the_lowest_contrast() -> None:
    found = view(planned(component()))
    assert [(row.text, row.on, row.used, row.needed, row.light) for row in found.contrasts] == [
        ("text", "surface", "prose", "4,5", "21,0"),
        ("wijk.*", "surface", "a, b", "3,0", "5,7"),
    ]


def test_a_component_is_shown_with_its_examples() -> None:
    (found,) = view(planned(component(example(), example(text="theme:images/stip.svg")))).components
    assert (found.name, found.anchor, found.where) == ("button", "onderdeel-button", None)
    assert [(shown.anchor, shown.template, shown.macro, shown.args, shown.line) for shown in found.examples] == [
        ("onderdeel-button-1", "components/button/button.html", "button", {"text": "Doe mee"}, 5),
        ("onderdeel-button-2", "components/button/button.html", "button", {"text": "theme:images/stip.svg"}, 5),
    ]


def test_a_component_that_is_seen_elsewhere_is_told_about_and_not_shown() -> None:
    (found,) = view(planned(component(where="Onder aan elke pagina."))).components
    assert (found.where, found.examples) == ("Onder aan elke pagina.", ())


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (component(example("knop")), 5),
        (component(example(tone="zon")), 5),
        (component(example(text="x", kleur="zon")), 5),
        (component(example(text="theme:images/weg.svg")), 5),
        (component(example(text=({"diep": "theme:weg.svg"},))), 5),
        (component(params=("text",)), 2),
        (component(params=("text", "tone", "kleur")), 2),
    ],
)
def test_an_example_that_does_not_fit_its_template_is_told_at_its_line(wrong: Component, line: int) -> None:
    assert problems(wrong) == [f"{line} fout onderdeel-onjuist"]


def test_a_component_without_a_template_is_told() -> None:
    report = planned(component(), changes={"components/button/button.html": "{% macro ander() %}{% endmacro %}"})
    assert "5 fout onderdeel-onjuist" in told(report.diagnostics)


def test_what_is_right_is_not_told() -> None:
    assert problems(component(), component(example(text="x", tone="zon"))) == []


@pytest.mark.parametrize("name", ["components/button/button.html", "components/deeper/deeper.html", "images/stip.svg"])
def test_any_change_to_the_theme_makes_the_guide_anew(name: str) -> None:
    before = artifact(planned(component())).key
    assert artifact(planned(component(), changes={name: f"{MACRO}<!-- anders -->"})).key != before
    assert artifact(planned(component())).key == before


def test_another_example_makes_the_guide_anew() -> None:
    before = artifact(planned(component())).key
    assert artifact(planned(component(example(text="Kom ook")))).key != before


def test_the_colours_as_they_are_written_name_what_follows_them() -> None:
    def follower(path: str, source: str) -> Token:
        return Token(f"semantic.color.{path}", f"--{path}", "x", colours=("#111111",) * 3, sources=(source,) * 3)

    ink, sun = "primitive.color.inkt.900", "primitive.color.zon"
    written = [Token(path, path, "x", colours=("#111111",) * 3, sources=(path,) * 3) for path in (ink, sun)]
    used = [follower(path, ink) for path in ("text", "wijk.peelo", "wijk.marsdijk", "wijk-soft.peelo")]
    found = list(_primitives((*written, *used)))
    assert [(each.name, each.used) for each in found] == [
        ("inkt 900", ("text", "wijk.*", "wijk-soft peelo")),
        ("zon", ()),
    ]
