"""Templates of a theme say what they would say in any other environment, for less."""

from __future__ import annotations

import datetime as dt

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.model.view import LinkView
from generator.render.environment import ThemeEnvironment, printed

SOUP, BREAD = LinkView("Soep", "/soep/"), LinkView("Brood", "/brood/")
BOLD = """\
{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}
{% macro twice(text) %}{{ bold(text) ~ text }}{% endmacro %}
"""
LINK = """\
{% macro link(to) %}<a>{{ to.text }}</a>{% endmacro %}
{% macro box() %}[{{ caller() }}]{% endmacro %}
"""


class Drawn:
    """Something that knows how it looks."""

    def __html__(self) -> str:
        """Give its look."""
        return "<i>getekend</i>"


def environment(**templates: str) -> Environment:
    return ThemeEnvironment(loader=DictLoader(templates), autoescape=True, undefined=StrictUndefined)


@pytest.mark.parametrize(
    "value",
    [
        *("Soep", "", "a & b", "<b>", "het 'is' zo", 'het "is" zo', Markup("<b>"), Drawn()),
        *(3, 0.5, None, True, dt.date(2026, 11, 23), ("<",)),
    ],
)
def test_what_is_printed_is_what_escape_makes_of_it(value: object) -> None:
    ordinary = Environment(autoescape=True).from_string("{{ it }}").render(it=value)
    assert environment(page="{{ it }}").get_template("page").render(it=value) == ordinary
    assert printed(value) == ordinary


def test_text_is_escaped_once_however_it_comes_on_the_page() -> None:
    page = (
        "{% from 'x' import twice %}{% set kept %}{{ twice(it) }}{% endset %}{{ kept }}"
        "{% block end %}{{ it }}{% endblock %}{{ self.end() }}"
    )
    made = environment(x=BOLD, page=page).get_template("page").render(it="a & b")
    assert made == "<b>a &amp; b</b>a &amp; ba &amp; ba &amp; b"


def test_what_a_template_need_not_escape_it_does_not_escape() -> None:
    page = "{% autoescape false %}{{ it }}{% endautoescape %}{{ it | safe }}{{ it }}"
    assert environment(page=page).get_template("page").render(it="<b>") == "<b><b>&lt;b&gt;"


def test_a_value_that_is_not_there_is_still_a_mistake() -> None:
    with pytest.raises(UndefinedError, match="'it' is undefined"):
        environment(page="{{ it }}").get_template("page").render()


def test_a_template_that_is_imported_knows_the_globals_and_nothing_of_the_page() -> None:
    made = environment(
        x="{% macro a() %}{{ range(3) | list | length }}{{ page is defined }}{% endmacro %}",
        page="{% from 'x' import a %}{{ a() }}{% from 'x' import a with context %}{{ a() }}",
    )
    assert made.get_template("page").render(page=SOUP) == "3False3True"


def test_globals_of_one_template_stay_with_it() -> None:
    made = environment(one="{{ x }}", other="{{ x is defined }}")
    assert made.get_template("one", globals={"x": 1}).render() == "1"
    assert made.get_template("other").render() == "False"


def test_a_template_gives_its_macros_as_ones_that_remember_but_for_those_with_a_caller() -> None:
    page = (
        "{% from 'x' import link, box %}{% for _ in 'a' %}{{ link(page) }}{% endfor %}"
        "{% call box() %}{{ link(to=page) }}{% endcall %}"
    )
    made = environment(x=LINK, page=page)
    for view, text in ((SOUP, "Soep"), (BREAD, "Brood"), (SOUP, "Soep"), (SOUP, "Soep")):
        assert made.get_template("page").render(page=view) == f"<a>{text}</a>[<a>{text}</a>]"
