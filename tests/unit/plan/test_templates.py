"""The key of a page knows every template that its own reaches, however far."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.plan.templates import closures, is_template
from tests.unit.examples import theme, told

NEST = {
    "layouts/page.html": '{% extends "layouts/base.html" %}',
    "layouts/base.html": '{% from "components/a/a.html" import a %}{% include "components/b/b.html" %}',
    "components/a/a.html": '{% import "components/c/c.html" as c %}',
    "components/b/b.html": "b",
    "components/c/c.html": "c",
    "layouts/alone.html": "alleen",
}


def keys(files: Mapping[str, str]) -> Mapping[str, str]:
    report = closures(theme(files))
    assert report.diagnostics == ()
    return report.value


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("layouts/home.html", True),
        ("formats/sitemap.xml", True),
        ("components/a/a.html", True),
        ("widgets/mba.json", True),
        ("components/a/a.css", False),
        ("components/a/a.yaml", False),
        ("images/x.svg", False),
        ("README.html", False),
    ],
)
def test_some_files_of_a_theme_are_templates(path: str, template: bool) -> None:  # noqa: FBT001
    assert is_template(path) is template


@pytest.mark.parametrize(
    ("changed", "touched"),
    [
        (
            "components/c/c.html",
            {"components/c/c.html", "components/a/a.html", "layouts/base.html", "layouts/page.html"},
        ),
        ("components/b/b.html", {"components/b/b.html", "layouts/base.html", "layouts/page.html"}),
        ("layouts/page.html", {"layouts/page.html"}),
        ("layouts/alone.html", {"layouts/alone.html"}),
    ],
)
def test_a_change_touches_the_templates_that_reach_it(changed: str, touched: set[str]) -> None:
    before, after = keys(NEST), keys({**NEST, changed: NEST[changed] + " anders"})
    assert {name for name in before if before[name] != after[name]} == touched


def test_a_change_of_a_style_sheet_touches_no_template() -> None:
    assert keys({**NEST, "components/a/a.css": "a {}"}) == keys(NEST)


def test_two_templates_may_reach_each_other() -> None:
    circle = {
        "layouts/a.html": '{% if no %}{% include "layouts/b.html" %}{% endif %}',
        "layouts/b.html": '{% if no %}{% include "layouts/a.html" %}{% endif %}',
    }
    assert set(keys(circle)) == set(circle)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("een\n{% if %}", "2 fout sjabloon-fout"),
        ("{{ los", "1 fout sjabloon-fout"),
        ("{% include naam %}", "1 fout sjabloon-wisselend"),
        ('{% include "components/" ~ naam %}', "1 fout sjabloon-wisselend"),
        ('{% include "components/wge/weg.html" %}', "1 fout sjabloon-ontbreekt"),
        ('{% include "css/base/x.css" %}', "1 fout sjabloon-ontbreekt"),
    ],
)
def test_what_is_wrong_with_a_template_is_told(text: str, found: str) -> None:
    files = {"layouts/page.html": text, "components/weg/weg.html": "", "css/base/x.css": ""}
    report = closures(theme(files))
    assert told(report.diagnostics) == [found]
    assert report.diagnostics[0].file == "thema/layouts/page.html"


def test_a_template_that_is_not_there_comes_with_one_that_is() -> None:
    files = {"layouts/page.html": '{% include "components/wge/wge.html" %}', "components/weg/weg.html": ""}
    assert closures(theme(files)).diagnostics[0].tip == "bedoel je 'components/weg/weg.html'?"


def test_a_template_that_is_no_utf_8_is_told() -> None:
    assert told(closures(theme({"layouts/page.html": b"\xe9"})).diagnostics) == ["1 fout geen-utf8"]


def test_a_template_that_reaches_a_broken_one_cannot_be_used() -> None:
    files = {**NEST, "components/c/c.html": "{% if %}"}
    assert set(closures(theme(files)).value) == {"layouts/alone.html", "components/b/b.html"}
