"""site.yaml becomes the settings; with a mistake in it the rest of the site can still be checked."""

from __future__ import annotations

import pytest

from generator.model.config import Config, MenuItem, Partner, Redirect, SiteContact, SocialCards
from generator.parse import parse_settings
from tests.unit.examples import source, told


def test_two_lines_are_enough() -> None:
    report = parse_settings(source("site.yaml", "naam: Proef\nadres: https://proef.nl\n"))
    assert report.diagnostics == ()
    assert report.value == Config(name="Proef", address="https://proef.nl", description="Proef")


def test_everything_that_a_site_owner_can_set() -> None:
    text = """\
naam: Proef
adres: https://proef.nl/buurt
thema: themes/anders/
omschrijving: Een proef.
slogan: Samen!
demonstratie: ja
contact: {telefoon: 0592-123 456, email: a@b.nl}
menu:
  hoofd:
    - {tekst: Wijken, naar: /wijken/}
  voet:
    - tekst: Gemeente
      naar: https://www.assen.nl
partners:
  - organisatie: actium
    herkomsten: [https://www.actium.nl]
foto_breedtes: [320]
bewaartermijn: 2 jaar
akkoord_vereist: [actium, actium]
deelkaarten: {maken: nee, jaren: 1}
omleidingen:
  /oud/: /wijken/
  /ouder.html: /verhalen/
coach_uit: [lange-zin]
"""
    report = parse_settings(source("site.yaml", text))
    assert report.diagnostics == ()
    assert report.value == Config(
        name="Proef",
        address="https://proef.nl/buurt",
        theme="themes/anders",
        description="Een proef.",
        slogan="Samen!",
        demonstration=True,
        contact=SiteContact(phone="0592-123 456", email="a@b.nl"),
        main_menu=(MenuItem("Wijken", "/wijken/", 10),),
        footer_menu=(MenuItem("Gemeente", "https://www.assen.nl", 13),),
        partners=(Partner("actium", ("https://www.actium.nl",)),),
        photo_widths=(320,),
        retention_months=24,
        required_signatures=("actium",),
        social_cards=SocialCards(enabled=False, years=1),
        redirects=(
            Redirect("/oud/", "/wijken/", "site.yaml", 22),
            Redirect("/ouder.html", "/verhalen/", "site.yaml", 23),
        ),
        disabled_rules=("lange-zin",),
    )


def test_a_redirect_knows_its_line_however_its_address_was_written() -> None:
    text = "naam: Proef\nadres: https://proef.nl\nomleidingen:\n  /een: /wijken\n  /twee: /wijken\n"
    assert [redirect.line for redirect in parse_settings(source("site.yaml", text)).value.redirects] == [4, 5]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["1 fout verplicht", "1 fout verplicht"]),
        ("naam: Proef\n", ["1 fout verplicht"]),
        ("naam: Proef\nadres: https://proef.nl\nkleur: rood\n", ["3 fout onbekende-sleutel"]),
        ("naam: Proef\nadres: https://proef.nl\nmenu:\n  hoofd:\n    - tekst: x\n", ["5 fout verplicht"]),
        ("naam: Proef\nadres: https://proef.nl\nomleidingen: {oud: /x/}\n", ["3 fout adres-onjuist"]),
        ("naam: Proef\nadres: https://proef.nl\nomleidingen: {/oud/: x}\n", ["3 fout adres-onjuist"]),
        ("naam: Proef\nnaam: Proef\nadres: https://proef.nl\n", ["2 fout dubbele-sleutel"]),
        ("naam: [Proef\n", ["1 fout yaml-haak"]),
        ("- naam\n", ["1 fout yaml-geen-sleutels"]),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, found: list[str]) -> None:
    assert told(parse_settings(source("site.yaml", text)).diagnostics) == found


def test_what_is_right_is_kept_beside_a_mistake() -> None:
    config = parse_settings(source("site.yaml", "naam: Proef\nadres: fout\nthema: mijn/thema\n")).value
    assert (config.name, config.theme) == ("Proef", "mijn/thema")


def test_settings_that_are_no_text_are_refused() -> None:
    assert told(parse_settings(source("site.yaml", b"naam: \xe9\n")).diagnostics) == ["1 fout geen-utf8"]
