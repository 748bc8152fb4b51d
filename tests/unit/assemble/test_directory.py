"""A photo is found by the name that a writer knows it by."""

from __future__ import annotations

import unicodedata

import pytest

from generator.assemble.directory import find_photo, missing_photo
from tests.unit.examples import piece, told

KNOWN = frozenset({"content/verhalen/soep/Feest.JPG", "content/verhalen/soep/café.jpg", "content/verhalen/fotos/x.jpg"})
SOUP = piece("verhalen/soep/index.md")


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Feest.JPG", "content/verhalen/soep/Feest.JPG"),
        ("feest.jpg", "content/verhalen/soep/Feest.JPG"),
        ("./Feest.JPG", "content/verhalen/soep/Feest.JPG"),
        ("caf%C3%A9.jpg", "content/verhalen/soep/café.jpg"),
        ("../fotos/x.jpg", "content/verhalen/fotos/x.jpg"),
        ("..\\fotos\\x.jpg", "content/verhalen/fotos/x.jpg"),
        ("x.jpg", None),
        ("feest.png", None),
        ("", None),
    ],
)
def test_letter_case_and_slashes_do_not_matter(name: str, path: str | None) -> None:
    assert find_photo(SOUP, name, KNOWN) == path


def test_an_accent_typed_as_a_loose_sign_is_the_same_accent() -> None:
    assert find_photo(SOUP, unicodedata.normalize("NFD", "café.jpg"), KNOWN) == "content/verhalen/soep/café.jpg"


@pytest.mark.parametrize(
    ("name", "tip"),
    [
        ("feets.jpg", "bedoel je 'Feest.JPG'?"),
        ("qqq.png", "zet de foto in de map content/verhalen/soep"),
    ],
)
def test_a_photo_that_is_not_there_comes_with_one_that_is(name: str, tip: str) -> None:
    found = missing_photo(SOUP, name, 7, KNOWN)
    assert told([found]) == ["7 fout foto-ontbreekt"]
    assert (found.file, found.message, found.tip) == (SOUP.path, f"de foto '{name}' is er niet", tip)
