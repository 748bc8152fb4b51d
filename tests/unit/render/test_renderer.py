"""Artifacts become bytes; a template that does not fit its view is told at its line."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from generator.model.plan import Artifact, CopyFile, MakePhoto, Recipe, RenderTemplate, WriteText
from generator.model.view import BodyView, LinkInsert, LinkView, PhotoInsert, PhotoView, QuoteInsert, RedirectView, View
from generator.plan.overviews import make_singles
from generator.plan.shapes import draw_map
from generator.render import Renderer, RenderError
from tests.unit.examples import bare_theme, desk, picture, theme

VIEW = LinkView("Soep & brood", "/verhalen/soep/")
PHOTO = PhotoInsert(PhotoView("Een plein.", 4, 3, (), None, "Ans"))
INSERTS = """\
{% macro photo_insert(insert, page) %}<figure>{{ insert.photo.alt }} op {{ page.title }}</figure>{% endmacro %}
{% macro quote_insert(insert, page) %}<q>{{ insert.text }}</q>{% endmacro %}
"""


def no_bodies(key: str) -> str:
    """Have no texts."""
    raise KeyError(key)


def render(recipe: Recipe, files: dict[str, str | bytes], *, base: str = "", body: str = "") -> str:
    renderer = Renderer(theme(files), base, bodies={"sleutel": body}.__getitem__, photos=lambda _: picture())
    return renderer.render(Artifact("x.html", recipe, "sleutel")).decode()


def page(text: str, view: View = VIEW, base: str = "", **files: str) -> str:
    others = {name.replace("__", "/") + ".html": content for name, content in files.items()}
    return render(RenderTemplate("layouts/x.html", view), {"layouts/x.html": text, **others}, base=base)


def test_a_template_is_filled_with_its_view_and_escapes_what_it_shows() -> None:
    assert (
        page("<a href='{{ page.address }}'>{{ page.text }}</a>\n") == "<a href='/verhalen/soep/'>Soep &amp; brood</a>\n"
    )


def test_tags_of_the_template_leave_no_white_space() -> None:
    assert page("{% if true %}\n  een\n  {% endif %}\ntwee\n") == "  een\ntwee\n"


def test_templates_know_the_filters_and_where_the_site_lives() -> None:
    assert page("{{ page.address | url }}", base="/buurt") == "/buurt/verhalen/soep/"


def test_templates_can_include_import_and_extend() -> None:
    found = page(
        '{% extends "layouts/base.html" %}{% block main %}{% include "components/a.html" %}{% endblock %}',
        layouts__base="<main>{% block main %}{% endblock %}</main>",
        components__a="{{ page.text }}",
    )
    assert found == "<main>Soep &amp; brood</main>"


class PageWithBody(RedirectView):
    """A small page that has a text."""

    __slots__ = ("body",)

    def __init__(self, *inserts: LinkInsert | PhotoInsert | QuoteInsert, empty: bool = False) -> None:
        super().__init__("Het plein", "", "")
        object.__setattr__(self, "body", BodyView("sleutel", tuple(inserts), empty=empty))


def text_of(body: str, *inserts: LinkInsert | PhotoInsert | QuoteInsert, empty: bool = False) -> str:
    files: dict[str, str | bytes] = {"layouts/x.html": "[{{ content }}]", "components/insert/insert.html": INSERTS}
    recipe = RenderTemplate("layouts/x.html", PageWithBody(*inserts, empty=empty))
    return render(recipe, files, base="/buurt", body=body)


def test_the_text_of_a_page_is_filled_and_not_escaped() -> None:
    assert text_of('<p><a href="mba:0">x</a></p>', LinkInsert("/een/", external=False)) == (
        '[<p><a href="/buurt/een/">x</a></p>]'
    )


def test_what_stands_inside_a_text_is_shown_by_its_macro() -> None:
    body = '<mba-photo data-ref="0"></mba-photo><mba-shortcode data-ref="1"></mba-shortcode>'
    assert text_of(body, PHOTO, QuoteInsert("<Fijn>", None)) == (
        "[<figure>Een plein. op Het plein</figure><q>&lt;Fijn&gt;</q>]"
    )


def test_a_photo_that_may_not_be_shown_leaves_nothing() -> None:
    assert text_of('a<mba-photo data-ref="0"></mba-photo>b', PhotoInsert(None)) == "[ab]"


def test_an_empty_text_is_not_asked_for() -> None:
    files: dict[str, str | bytes] = {"layouts/x.html": "[{{ content }}]"}
    renderer = Renderer(theme(files), "", bodies=no_bodies, photos=lambda _: b"")
    assert renderer.render(Artifact("x.html", RenderTemplate("layouts/x.html", PageWithBody(empty=True)), "")) == b"[]"


def problem(text: str, **files: str) -> tuple[str, int, str]:
    with pytest.raises(RenderError) as caught:
        page(text, VIEW, "", **files)
    return caught.value.file, caught.value.line, str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("een\n{{ page.titel }}", 2, "has no attribute 'titel'"),
        ("{{ wat }}", 1, "'wat' is undefined"),
        ("\n\n{{ page.text.weg.verder }}", 3, "has no attribute 'weg'"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("\n{{ page.text | full_date }}", 2, "'str' object has no attribute"),
        ("\n{{ page.text() }}", 2, "not callable"),
        ("{{ [].pop() }}", 1, "pop from empty list"),
        ("\n{{ page.text | qqq }}", 2, "No filter named 'qqq'"),
        ("\n{% if %}", 2, "Expected an expression"),
        ("\n{% include 'components/weg.html' %}", 2, "components/weg.html"),
    ],
)
def test_what_does_not_fit_is_told_with_the_line_of_the_theme(text: str, line: int, message: str) -> None:
    file, found, said = problem(text)
    assert (file, found) == ("thema/layouts/x.html", line)
    assert message in said


def test_the_file_that_is_told_is_the_one_in_which_it_went_wrong() -> None:
    assert problem('{% include "components/a.html" %}', components__a="\n\n{{ page.weg }}")[:2] == (
        "thema/components/a.html",
        3,
    )
    macro = "{% macro b(page) %}\n{{ page.weg }}\n{% endmacro %}"
    text = '{% from "components/b.html" import b %}\n\n{{ b(page) }}'
    assert problem(text, components__b=macro)[:2] == ("thema/components/b.html", 2)


def test_a_layout_that_is_not_there_is_told() -> None:
    with pytest.raises(RenderError) as caught:
        render(RenderTemplate("layouts/weg.html", VIEW), {})
    assert (caught.value.file, caught.value.line) == ("thema/layouts/weg.html", 1)


def test_an_insert_without_a_macro_is_told() -> None:
    recipe = RenderTemplate("layouts/x.html", PageWithBody(QuoteInsert("x", None)))
    files: dict[str, str | bytes] = {"layouts/x.html": "{{ content }}", "components/insert/insert.html": ""}
    with pytest.raises(RenderError):
        render(recipe, files, body='<mba-shortcode data-ref="0"></mba-shortcode>')


def test_the_other_recipes_give_their_bytes() -> None:
    assert render(CopyFile("images/x.svg"), {"images/x.svg": "<svg/>"}) == "<svg/>"
    assert render(WriteText("a { }"), {}) == "a { }"
    renderer = Renderer(theme({}), "", bodies=no_bodies, photos=lambda _: picture())
    data = renderer.render(Artifact("x.webp", MakePhoto("content/x.jpg", "digest", 4, 2, "webp", (4, 2)), "sleutel"))
    assert Image.open(io.BytesIO(data)).size == (4, 2)


def test_the_bare_theme_shows_a_home_page() -> None:
    made = desk()
    view = make_singles(made, draw_map(made.site.shared.map))[0]
    renderer = Renderer(bare_theme(), "", bodies=no_bodies, photos=lambda _: b"")
    html = renderer.render(Artifact("index.html", RenderTemplate("layouts/home.html", view), "sleutel")).decode()
    assert "<h1>Proefsite</h1>" in html
