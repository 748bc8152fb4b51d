"""The place of a content file says what it is and what its address is called."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.model.document import Kind
from generator.parse.places import Place, place_of


@pytest.mark.parametrize(
    ("path", "kind", "slug"),
    [
        ("verhalen/soep.md", Kind.STORY, "soep"),
        ("verhalen/2024/09/soep.md", Kind.STORY, "soep"),
        ("verhalen/soep/index.md", Kind.STORY, "soep"),
        ("verhalen/2024/Soep en Brood/index.md", Kind.STORY, "soep-en-brood"),
        ("wijken/peelo.md", Kind.WIJK, "peelo"),
        ("oproepen/superbuur.md", Kind.CALL, "superbuur"),
        ("projecten/het-plein/index.md", Kind.PROJECT, "het-plein"),
        ("agenda/feest.md", Kind.EVENT, "feest"),
        ("contact.md", Kind.PAGE, "contact"),
        ("over/index.md", Kind.PAGE, "over"),
        ("index.md", Kind.PAGE, "index"),
        ("verhalen/Café Ons Huis.md", Kind.STORY, "cafe-ons-huis"),
        ("verhalen/soep.en.md", Kind.STORY, "soep-en"),
    ],
)
def test_a_place_gives_kind_and_slug(path: str, kind: Kind, slug: str) -> None:
    assert place_of(f"content/{path}") == Place(kind, slug)


@pytest.mark.parametrize(
    ("path", "code", "tip"),
    [
        ("verhaal/soep.md", "onbekende-map", "bedoel je de map 'verhalen'?"),
        ("Verhalen/soep.md", "onbekende-map", "bedoel je de map 'verhalen'?"),
        (
            "nieuws/soep.md",
            "onbekende-map",
            "zet het in een van de mappen verhalen, wijken, oproepen, projecten, agenda",
        ),
        (
            "over/team/ans.md",
            "onbekende-map",
            "zet het in een van de mappen verhalen, wijken, oproepen, projecten, agenda",
        ),
        (
            "verhalen/index.md",
            "plek-onjuist",
            "geef het bestand de naam van het stuk, zoals content/verhalen/soep-en-een-praatje.md",
        ),
        (
            "verhalen/سلام.md",
            "naam-onjuist",
            "geef het bestand een naam met letters, zoals soep-en-een-praatje.md",
        ),
    ],
)
def test_a_place_where_nothing_belongs_is_explained(path: str, code: str, tip: str) -> None:
    found = place_of(f"content/{path}")
    assert isinstance(found, Diagnostic)
    assert (found.file, found.line, found.code, found.tip) == (f"content/{path}", 1, code, tip)


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "lpt9"])
def test_a_name_that_no_file_can_have_on_windows_is_refused(name: str) -> None:
    found = place_of(f"content/verhalen/{name}.md")
    assert isinstance(found, Diagnostic)
    assert found.code == "naam-onjuist"
