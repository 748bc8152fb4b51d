"""Texts that writers type: what is accepted, and what is said of the rest."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from pydantic_core import PydanticCustomError

from generator.parse.schema.texts import (
    choice,
    is_web_address,
    read_bool,
    read_email,
    read_file_name,
    read_language,
    read_phone,
    read_site_address,
    read_slug,
    read_text,
    read_web_address,
    slugify,
)

Reader = Callable[[object], object]


def refusal(read: Reader, value: object) -> tuple[str, str, str]:
    """Give code, message and tip of what is said of a wrong value."""
    with pytest.raises(PydanticCustomError) as caught:
        read(value)
    context = caught.value.context or {}
    return context["code"], context["message"], context["tip"]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("  Soep en\n  een praatje ", "Soep en een praatje"),
        ("Soep\u00a0en", "Soep en"),
        ("cafe\u0301", "café"),
        ("{accolades} blijven", "{accolades} blijven"),
        ("familie 👩\u200d👩\u200d👧", "familie 👩\u200d👩\u200d👧"),
    ],
)
def test_a_text_is_one_line_with_composed_letters(typed: str, text: str) -> None:
    assert read_text(typed) == text


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ("", "leeg", "hier staat nog niets"),
        ("  \n", "leeg", "hier staat nog niets"),
        (["a"], "geen-tekst", "hier hoort een tekst, geen lijst"),
        ({"a": "b"}, "geen-tekst", "hier hoort een tekst, geen groep van sleutels"),
        ("a\x07b", "stuurteken", "hier staat een onzichtbaar teken (U+0007)"),
        ("a\ue000b", "stuurteken", "hier staat een onzichtbaar teken (U+E000)"),
        ("x" * 5001, "te-lang", "deze tekst is te lang (5001 tekens)"),
    ],
)
def test_what_is_no_text_is_explained(value: object, code: str, message: str) -> None:
    assert refusal(read_text, value)[:2] == (code, message)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("ja", True),
        ("Ja ", True),
        ("true", True),
        ("TRUE", True),
        (True, True),
        ("nee", False),
        ("false", False),
        (False, False),
    ],
)
def test_ja_nee_true_and_false_are_known(typed: object, value: bool) -> None:  # noqa: FBT001
    assert read_bool(typed) is value


@pytest.mark.parametrize("typed", ["yes", "0", "1", "", "misschien"])
def test_other_words_are_no_ja_or_nee(typed: str) -> None:
    assert refusal(read_bool, typed) == ("geen-ja-nee", f"'{typed}' is geen ja of nee", "schrijf ja of nee")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Soep en een praatje", "soep-en-een-praatje"),
        ("Café 't Markehuus", "cafe-t-markehuus"),
        ("Foto’s van ’s avonds", "fotos-van-s-avonds"),
        ("2024_feest (1)", "2024-feest-1"),
        ("straße ærø", "strasse-aero"),
        ("Ærø", "aero"),
        ("Øresund", "oresund"),
        ("--- wat? ---", "wat"),
        ("سلام", ""),
        ("x" * 100, "x" * 80),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_a_name_becomes_a_part_of_an_address(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize("typed", ["soep", "soep-2026", "9401", "a" * 80])
def test_a_slug_is_lower_case_words_with_hyphens(typed: str) -> None:
    assert read_slug(typed) == typed


@pytest.mark.parametrize(
    ("typed", "tip"),
    [
        ("Soep En", "bedoel je 'soep-en'?"),
        ("soep--en", "bedoel je 'soep-en'?"),
        ("-soep", "bedoel je 'soep'?"),
        ("a" * 81, f"bedoel je '{'a' * 80}'?"),
        ("!!!", "gebruik kleine letters, cijfers en streepjes"),
    ],
)
def test_what_is_nearly_a_slug_is_suggested(typed: str, tip: str) -> None:
    code, _, said = refusal(read_slug, typed)
    assert (code, said) == ("slug-onjuist", tip)


@pytest.mark.parametrize(
    ("typed", "address"),
    [("a@b.nl", "a@b.nl"), ("mailto:an.de-boer+x@sub.assen.nl", "an.de-boer+x@sub.assen.nl"), (" a@b.nl ", "a@b.nl")],
)
def test_an_e_mail_address_is_read(typed: str, address: str) -> None:
    assert read_email(typed) == address


@pytest.mark.parametrize("typed", ["a", "a@b", "a b@c.nl", "@b.nl", "a@b.nl.", "a@b.nl, c@d.nl", "Ans <a@b.nl>"])
def test_what_is_no_e_mail_address_is_refused(typed: str) -> None:
    code, message, tip = refusal(read_email, typed)
    assert (code, message) == ("email-onjuist", f"'{typed}' is geen e-mailadres")
    assert tip == "schrijf het zoals naam@voorbeeld.nl"


@pytest.mark.parametrize("typed", ["0592-123 456", "06 1234 5678", "+31 (0)592 123456", "14 0592", "112", "0651234567"])
def test_a_telephone_number_stays_as_people_write_it(typed: str) -> None:
    assert read_phone(typed) == typed


@pytest.mark.parametrize("typed", ["12", "0592-123456 (Ans)", "1234567890123456", "bel ons", "0592+123"])
def test_what_is_no_telephone_number_is_refused(typed: str) -> None:
    assert refusal(read_phone, typed)[:2] == ("telefoon-onjuist", f"'{typed}' is geen telefoonnummer")


@pytest.mark.parametrize(
    "typed", ["https://www.assen.nl", "http://localhost:8000/x?a=b#c", "https://xn--caf-dma.nl/", "https://café.nl/"]
)
def test_a_whole_web_address_is_read(typed: str) -> None:
    assert read_web_address(typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        "www.assen.nl",
        "/wijken/",
        "ftp://x.nl",
        "javascript:alert(1)",
        "https://",
        "https:///pad",
        "http://[",
        "https://x.nl:poort",
        "https://x.nl/een spatie",
        'https://x.nl/"',
        "https://x.nl/<b>",
    ],
)
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    assert not is_web_address(typed)
    assert refusal(read_web_address, typed)[0] == "webadres-onjuist"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("/oud/adres/", "/oud/adres/"),
        ("/oud/adres", "/oud/adres/"),
        ("/oud.html", "/oud.html"),
        ("/v1.2/oud", "/v1.2/oud/"),
        ("/", "/"),
        ("/café/", "/café/"),
    ],
)
def test_an_address_of_the_site_gets_its_usual_form(typed: str, address: str) -> None:
    assert read_site_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["oud/", "https://x.nl/oud/", "//x.nl/", "/a//b/", "/a/../b/", "/.mba/", "/a?b", "/a#b", "/a%20b/", "/een twee/"],
)
def test_what_is_no_address_of_the_site_is_refused(typed: str) -> None:
    assert refusal(read_site_address, typed)[:2] == ("adres-onjuist", f"'{typed}' is geen adres op deze site")


def test_an_address_that_no_disk_can_hold_is_refused() -> None:
    assert read_site_address(f"/{'x' * 80}/") == f"/{'x' * 80}/"
    assert refusal(read_site_address, f"/{'x' * 300}/")[0] == "adres-onjuist"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("feest.jpg", "feest.jpg"),
        ("./feest.jpg", "feest.jpg"),
        ("fotos\\feest.jpg", "fotos/feest.jpg"),
        ("Een Foto.JPG ", "Een Foto.JPG"),
        (unicodedata.normalize("NFD", "café.jpg"), "café.jpg"),
    ],
)
def test_the_name_of_a_file_is_read(typed: str, name: str) -> None:
    assert read_file_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    ["../feest.jpg", "/feest.jpg", "C:\\fotos\\feest.jpg", "https://x.nl/feest.jpg", "a/../../b.jpg", "x" * 201],
)
def test_a_file_outside_the_folder_of_a_piece_is_refused(typed: str) -> None:
    assert refusal(read_file_name, typed)[0] == "pad-buiten-map"


def test_a_file_has_a_name() -> None:
    assert refusal(read_file_name, " ")[0] == "leeg"


@pytest.mark.parametrize(("typed", "tag"), [("nl", "nl"), ("EN", "en"), ("zh-Hant", "zh-Hant"), ("ary", "ary")])
def test_a_language_is_a_tag(typed: str, tag: str) -> None:
    assert read_language(typed) == tag


@pytest.mark.parametrize("typed", ["Nederlands", "n", "nl_NL", "nl-"])
def test_a_language_in_words_is_refused(typed: str) -> None:
    assert refusal(read_language, typed)[:2] == ("taal-onjuist", f"'{typed}' is geen taal")


@pytest.mark.parametrize(
    ("typed", "word"), [("in-gesprek", "in-gesprek"), ("In gesprek", "in-gesprek"), ("KLAAR", "klaar")]
)
def test_a_choice_does_not_mind_capitals_or_spaces(typed: str, word: str) -> None:
    assert choice("in-gesprek", "klaar")(typed) == word


@pytest.mark.parametrize(
    ("typed", "tip"),
    [("klar", "bedoel je 'klaar'? kies uit: in-gesprek, klaar"), ("xyz", "kies uit: in-gesprek, klaar")],
)
def test_a_wrong_choice_names_the_options(typed: str, tip: str) -> None:
    found = refusal(choice("in-gesprek", "klaar"), typed)
    assert found == ("onbekende-waarde", f"'{typed}' kennen we hier niet", tip)
