"""An example is rendered by its own macro, and then fits into the page of the guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from generator.model.plan import Artifact, RenderTemplate
from generator.model.view import AssetsView, ComponentView, ExampleView, GuideView, HeadView
from generator.render import Renderer, RenderError
from generator.render.filters import install
from generator.render.guide import render_example
from tests.unit.examples import desk, theme

ASSETS = AssetsView("/assets/style.css", (("images/mark.svg", "/assets/mark.0a1b.svg"),))
LAYOUT = """\
{% for part in page.components %}{% for item in part.examples %}{{ example(item) }}{% endfor %}{% endfor %}
"""


def called(macro: str, args: Mapping[str, object]) -> str:
    environment = Environment(
        loader=DictLoader({"x.html": f"{{% macro x(a) %}}{macro}{{% endmacro %}}"}),
        autoescape=True,
        undefined=StrictUndefined,
    )
    install(environment, "")
    return render_example(environment, "x.html", "x", args, lambda name: f"/assets/{name}")


@pytest.mark.parametrize(
    ("macro", "value", "html"),
    [
        ("{{ a }}", "Soep & brood", "Soep &amp; brood"),
        ("{{ a.naam }}", {"naam": "Ans"}, "Ans"),
        ("{{ a.items }}", {"items": "vier"}, "vier"),
        ("{{ a.wie.naam }}", {"wie": {"naam": "Ans"}}, "Ans"),
        ("{% for b in a %}{{ b.naam }} {% endfor %}", ({"naam": "Ans"}, {"naam": "Bo"}), "Ans Bo "),
        ("{% for t, u in a %}{{ t }}{{ u }}{% endfor %}", (("een", "twee"),), "eentwee"),
        ("{{ dict(x=1, **a) | tojson }}", {"y": 2}, '{"x": 1, "y": 2}'),
        ("{{ a }}", "theme:images/mark.svg", "/assets/images/mark.svg"),
        ("{{ a[0].b }}", ({"b": "theme:x.svg"},), "/assets/x.svg"),
        ("{{ a }}", "html:<b>Ja</b>", "<b>Ja</b>"),
        ("{{ a is none }}", None, "True"),
    ],
)
def test_plain_data_answers_as_views_do(macro: str, value: object, html: str) -> None:
    assert called(macro, {"a": value}) == html


def guide(macro: str, *args: Mapping[str, object], base: str = "") -> str:
    examples = tuple(
        ExampleView(
            title=f"Voorbeeld {number}",
            anchor=f"v{number}",
            template="components/x/x.html",
            macro="x",
            args=values,
            file="thema/components/x/x.yaml",
            line=7,
        )
        for number, values in enumerate(args or ({},), start=1)
    )
    view = GuideView(
        shell=replace(desk().shell, assets=ASSETS),
        head=HeadView("Huisstijl", "Zo.", "/huisstijl/", noindex=True),
        crumbs=(),
        section=None,
        title="Huisstijl",
        theme="vingerafdruk",
        logos=(),
        primitives=(),
        font="Letter",
        colours=(),
        wijken=(),
        contrasts=(),
        types=(),
        spaces=(),
        others=(),
        components=(ComponentView("x", "x", "Iets.", (), examples, (), (), None),),
    )
    files = {"layouts/guide.html": LAYOUT, "components/x/x.html": f"{{% macro x(a=none) %}}{macro}{{% endmacro %}}"}
    renderer = Renderer(theme(files), base, bodies=lambda _: "", photos=lambda _: b"")
    return renderer.render(Artifact("x.html", RenderTemplate("layouts/guide.html", view), "sleutel")).decode().strip()


@pytest.mark.parametrize(
    ("macro", "html"),
    [
        ("<p>Ja</p>", "<p>Ja</p>"),
        ('<a class="b" href="/wijken/peelo/">Peelo</a>', '<a class="b" href="#v1">Peelo</a>'),
        ('<a href="tel:+31592">Bel</a>', '<a href="#v1">Bel</a>'),
        ('<use href="x.svg#t"></use>', '<use href="x.svg#t"></use>'),
        ("<h2>Kop</h2><h3>Sub</h3>", '<h2 aria-level="4">Kop</h2><h3 aria-level="5">Sub</h3>'),
        ("<h3>Kop</h3>", '<h3 aria-level="4">Kop</h3>'),
        ('<h1 class="t">Kop</h1>', '<h2 aria-level="4" class="t">Kop</h2>'),
        (
            '<section aria-labelledby="k los"><h2 id="k">Kop</h2></section>',
            '<section aria-labelledby="v1-k los"><h2 aria-level="4" id="v1-k">Kop</h2></section>',
        ),
        ('<div role="region" aria-label="x"></div>', '<div role="group" aria-label="x"></div>'),
    ],
)
def test_an_example_fits_into_the_page(macro: str, html: str) -> None:
    assert guide(macro) == html


def test_two_examples_never_share_an_id() -> None:
    assert guide('<p id="a">{{ a }}</p>', {"a": 1}, {"a": 2}) == '<p id="v1-a">1</p><p id="v2-a">2</p>'


@pytest.mark.parametrize("base", ["", "/buurt"])
@pytest.mark.parametrize("macro", ['<img src="{{ a }}">', '<img src="{{ a | url }}">'])
def test_a_file_of_the_theme_is_found_wherever_the_site_lives(macro: str, base: str) -> None:
    assert guide(macro, {"a": "theme:images/mark.svg"}, base=base) == '<img src="../assets/mark.0a1b.svg">'


@pytest.mark.parametrize("macro", ["{{ a.weg }}", "{{ a.x.y }}", "{{ a + 1 }}", "{{ a | weg }}"])
def test_an_example_that_does_not_fit_its_macro_is_told_at_the_example(macro: str) -> None:
    with pytest.raises(RenderError) as caught:
        guide(macro, {"a": {"b": "c"}})
    assert (caught.value.file, caught.value.line) == ("thema/components/x/x.yaml", 7)
    assert str(caught.value).startswith("Voorbeeld 1: ")
