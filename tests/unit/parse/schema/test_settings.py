"""Values that only site.yaml has."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.model.config import Config
from generator.parse import parse_settings
from tests.unit.examples import source, told


def read(line: str) -> tuple[Config, tuple[Diagnostic, ...]]:
    """Read settings with one line more; it is line 3."""
    report = parse_settings(source("site.yaml", f"naam: Proef\nadres: https://proef.nl\n{line}\n"))
    return report.value, report.diagnostics


@pytest.mark.parametrize(
    ("typed", "months"),
    [("5 jaar", 60), ("5", 60), ("1 jaar", 12), ("10 jaren", 120), ("18 maanden", 18), ("1 maand", 1), ("6MAANDEN", 6)],
)
def test_a_retention_is_in_years_or_months(typed: str, months: int) -> None:
    config, found = read(f"bewaartermijn: {typed}")
    assert (config.retention_months, found) == (months, ())


@pytest.mark.parametrize("typed", ["0", "0 jaar", "vijf jaar", "-1", "5 weken", "1000"])
def test_a_retention_that_is_none_is_explained(typed: str) -> None:
    config, found = read(f"bewaartermijn: {typed}")
    assert (config.retention_months, told(found)) == (60, ["3 fout termijn-onjuist"])
    assert found[0].message == f"bewaartermijn: '{typed}' is geen termijn"


def test_photo_widths_are_sorted_and_each_is_made_once() -> None:
    assert read("foto_breedtes: [960, 480, 960]")[0].photo_widths == (480, 960)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("[15]", "3 fout breedte-onjuist"),
        ("[4001]", "3 fout breedte-onjuist"),
        ("[480, breed]", "3 fout breedte-onjuist"),
        ("[]", "3 fout aantal-onjuist"),
        ("[16, 17, 18, 19, 20, 21, 22, 23, 24]", "3 fout aantal-onjuist"),
        ("480", "3 fout geen-lijst"),
    ],
)
def test_wrong_photo_widths_are_explained(typed: str, found: str) -> None:
    assert told(read(f"foto_breedtes: {typed}")[1]) == [found]


@pytest.mark.parametrize("typed", ["0", "2", "100"])
def test_social_cards_are_made_for_some_years(typed: str) -> None:
    assert read(f"deelkaarten: {{jaren: {typed}}}")[0].social_cards.years == int(typed)


@pytest.mark.parametrize("typed", ["101", "-1", "twee"])
def test_a_wrong_number_of_years_is_explained(typed: str) -> None:
    assert told(read(f"deelkaarten: {{jaren: {typed}}}")[1]) == ["3 fout getal-onjuist"]


@pytest.mark.parametrize("target", ["/wijken/", "/wijken", "/zoeken/?q=soep", "/contact/#bel", "https://www.assen.nl"])
def test_a_menu_leads_to_an_address_of_the_site_or_elsewhere(target: str) -> None:
    config, found = read(f"menu: {{hoofd: [{{tekst: Ergens, naar: '{target}'}}]}}")
    assert ([item.target for item in config.main_menu], found) == ([target], ())


@pytest.mark.parametrize("target", ["wijken/", "//x.nl/", "www.assen.nl", "javascript:alert(1)", "/een twee/"])
def test_a_menu_that_leads_nowhere_is_explained(target: str) -> None:
    assert told(read(f"menu: {{hoofd: [{{tekst: Ergens, naar: '{target}'}}]}}")[1]) == ["3 fout adres-onjuist"]


@pytest.mark.parametrize("origin", ["https://www.assen.nl", "https://www.assen.nl/", "http://localhost:8000"])
def test_a_partner_has_origins(origin: str) -> None:
    config, found = read(f"partners: [{{organisatie: assen, herkomsten: '{origin}'}}]")
    assert (config.partners[0].origins, found) == ((origin.rstrip("/"),), ())


@pytest.mark.parametrize("origin", ["https://www.assen.nl/nieuws", "https://a@b.nl", "https://x.nl?a"])
def test_an_origin_with_a_path_is_explained(origin: str) -> None:
    assert told(read(f"partners: [{{organisatie: assen, herkomsten: '{origin}'}}]")[1]) == ["3 fout herkomst-onjuist"]


@pytest.mark.parametrize(
    ("typed", "address", "base"),
    [
        ("https://proef.nl/", "https://proef.nl", ""),
        ("http://localhost:8000", "http://localhost:8000", ""),
        ("https://proef.nl/buurt/assen/", "https://proef.nl/buurt/assen", "/buurt/assen"),
    ],
)
def test_a_site_can_live_on_a_port_or_under_a_path(typed: str, address: str, base: str) -> None:
    config = parse_settings(source("site.yaml", f"naam: Proef\nadres: {typed}\n")).value
    assert (config.address, config.base_path) == (address, base)


@pytest.mark.parametrize("typed", ["proef.nl", "https://proef.nl/?a=b", "https://proef.nl/#a", "https://wij@proef.nl"])
def test_what_is_no_address_of_a_site_is_explained(typed: str) -> None:
    report = parse_settings(source("site.yaml", f"naam: Proef\nadres: '{typed}'\n"))
    assert told(report.diagnostics) == ["2 fout webadres-onjuist"]
