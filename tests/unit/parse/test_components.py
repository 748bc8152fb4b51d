"""What a component says of itself becomes plain values, and what it says wrong is told at its line."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.parse.components import parse_component, parse_components
from tests.unit.examples import theme, told

BUTTON = """\
description: Een link die eruitspringt.
params:
  text: Wat je gaat doen.
examples:
  - title: Groen
    args: {text: Doe mee, since: 2026-11-23, time: '10:00', big: true, count: 3, none: null, rows: [[a, b]]}
  - title: Zon
    macro: sun_button
    args: {text: Kom ook}
do:
  - Begin met een werkwoord.
dont:
  - Schrijf geen "klik hier".
"""


def problems(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return told(parse_component(data, "thema/components/button/button.yaml").diagnostics)


def test_a_component_is_read_with_its_examples_and_their_lines() -> None:
    found = parse_component(BUTTON.encode(), "thema/components/call-button/call-button.yaml")
    assert found.diagnostics == ()
    component = found.value
    assert component is not None
    assert (component.name, component.description) == ("call-button", "Een link die eruitspringt.")
    assert component.params == (("text", "Wat je gaat doen."),)
    assert [(example.title, example.macro, example.line) for example in component.examples] == [
        ("Groen", "call_button", 5),
        ("Zon", "sun_button", 7),
    ]
    assert (component.do, component.dont) == (("Begin met een werkwoord.",), ('Schrijf geen "klik hier".',))
    assert component.where is None


def test_values_are_what_they_mean_in_yaml() -> None:
    component = parse_component(BUTTON.encode(), "x.yaml").value
    assert component is not None
    assert component.examples[0].args == {
        "text": "Doe mee",
        "since": dt.date(2026, 11, 23),
        "time": "10:00",
        "big": True,
        "count": 3,
        "none": None,
        "rows": (("a", "b"),),
    }


def test_an_alias_stands_for_what_it_names() -> None:
    text = BUTTON.replace("args: {text: Kom ook}", "args: {text: *words}").replace("Doe mee", "&words Doe mee")
    component = parse_component(text.encode(), "x.yaml").value
    assert component is not None
    assert component.examples[1].args == {"text": "Doe mee"}


def test_a_component_that_cannot_be_shown_says_where_it_can_be_seen() -> None:
    component = parse_component(f"where: Onder aan elke pagina.\n{BUTTON}".encode(), "x.yaml").value
    assert component is not None
    assert component.where == "Onder aan elke pagina."


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("description: Een", "description: [Een", 2),
        ("description: Een link die eruitspringt.", "description: 3", 1),
        ("description: Een link die eruitspringt.", "description: ' '", 1),
        ("do:\n  - Begin met een werkwoord.\n", "", 1),
        ("params:\n  text: Wat je gaat doen.", "params: tekst", 2),
        ("  text: Wat je gaat doen.", "  text: 3", 2),
        ("  - title: Groen\n", "  - naam: Groen\n", 5),
        ("    macro: sun_button\n", "    makro: sun_button\n", 7),
        ("args: {text: Kom ook}", "args: Kom ook", 7),
        ("title: Zon", "title: 3", 7),
        ("  - Begin met een werkwoord.", "  Begin met een werkwoord.", 10),
        ("  - Begin met een werkwoord.", "  - [Begin]", 10),
        ("2026-11-23", "2026-13-41", 1),
        ("where", "where", 1),
    ],
)
def test_what_is_wrong_is_told_at_its_line(old: str, new: str, line: int) -> None:
    text = f"{BUTTON}where: 3\n" if old == "where" else BUTTON.replace(old, new)
    assert text != BUTTON
    found = problems(text)
    assert found == [f"{14 if old == 'where' else line} fout onderdeel-onjuist"]


@pytest.mark.parametrize("text", ["", "een tekst", "- een lijst", b"a: \xff", "a: &a [*a]", "a: !!python/none x", "\t"])
def test_a_file_that_is_no_component_is_told(text: str | bytes) -> None:
    assert [found.split(" ", 1)[1] for found in problems(text)] == ["fout onderdeel-onjuist"]


def test_a_key_that_nobody_knows_is_told_and_the_rest_is_used() -> None:
    report = parse_component(f"{BUTTON}kleur: groen\n".encode(), "x.yaml")
    assert told(report.diagnostics) == ["14 fout onderdeel-onjuist"]
    assert report.value is not None


def test_aliases_cannot_multiply_without_end() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    bomb = "{" + ", ".join(lines) + "}"
    assert problems(BUTTON.replace("{text: Kom ook}", bomb)) == ["1 fout onderdeel-onjuist"]


def test_an_alias_to_itself_is_told() -> None:
    assert problems(BUTTON.replace("{text: Kom ook}", "&all {text: *all}")) == ["1 fout onderdeel-onjuist"]


def test_a_theme_gives_its_components_by_name_and_nothing_else() -> None:
    files = theme(
        {
            "components/status-steps/status-steps.yaml": BUTTON,
            "components/status/status.yaml": BUTTON,
            "components/status/anders.yaml": "x",
            "components/los.yaml": "x",
        }
    )
    report = parse_components(files)
    assert ([component.name for component in report.value], report.diagnostics) == (["status", "status-steps"], ())
    assert report.value[0].path == "thema/components/status/status.yaml"
