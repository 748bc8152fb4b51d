"""Former addresses send on to where a piece is now, wherever the site is served."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.model.config import Config, Redirect
from generator.model.document import Common, Page
from generator.model.view import RedirectView
from generator.plan.redirects import former_redirects, page_path, relative_address, short_redirects
from tests.unit.examples import PEELO, assembled, piece, told


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/verhalen/soep/", "verhalen/soep/index.html"),
        ("/404.html", "404.html"),
        ("/oud/x.php", "oud/x.php"),
    ],
)
def test_an_address_is_a_file(address: str, path: str) -> None:
    assert page_path(address) == path


@pytest.mark.parametrize(
    ("old", "new", "way"),
    [
        ("/oud/", "/verhalen/soep/", "../verhalen/soep/"),
        ("/oud/adres/", "/verhalen/soep/", "../../verhalen/soep/"),
        ("/verhalen/oud/", "/verhalen/soep/", "../soep/"),
        ("/oud/", "/", "../"),
        ("/oud.html", "/verhalen/", "verhalen/"),
        ("/oud/x.html", "/verhalen/", "../verhalen/"),
        ("/verhalen/x.html", "/verhalen/soep/", "soep/"),
        ("/oud/", "/404.html", "../404.html"),
        ("/verhalen/soep/oud/", "/verhalen/soep/", "../"),
    ],
)
def test_the_way_there_does_not_depend_on_the_host_or_its_path(old: str, new: str, way: str) -> None:
    assert relative_address(old, new) == way


def test_every_piece_but_a_page_has_a_short_address_for_paper() -> None:
    site = assembled(PEELO, piece("verhalen/soep.md"), piece("contact.md", Page())).value
    assert list(short_redirects(site)) == [
        (
            "i/soep/index.html",
            RedirectView("Soep", "../../verhalen/soep/", "https://proef.example.nl/verhalen/soep/"),
            "content/verhalen/soep.md",
        ),
        (
            "i/peelo/index.html",
            RedirectView("Peelo", "../../wijken/peelo/", "https://proef.example.nl/wijken/peelo/"),
            "content/wijken/peelo.md",
        ),
    ]


ADDRESSES = {"/verhalen/": "Verhalen", "/verhalen/soep/": "Soep"}


def redirect(old: str, new: str, *, base: str = "https://proef.nl") -> tuple[list[object], list[Diagnostic]]:
    config = Config("Proef", base, redirects=(Redirect(old, new, "site.yaml", 7),))
    hidden = piece("verhalen/geheim.md", common=Common("Geheim", draft=True))
    found: list[Diagnostic] = []
    return list(former_redirects(assembled(hidden, config=config).value, ADDRESSES, found)), found


def test_a_former_address_becomes_a_page_that_sends_on() -> None:
    assert redirect("/oud/", "/verhalen/soep/", base="https://proef.nl/buurt") == (
        [
            (
                "oud/index.html",
                RedirectView("Soep", "../verhalen/soep/", "https://proef.nl/buurt/verhalen/soep/"),
                "site.yaml",
                7,
            )
        ],
        [],
    )


@pytest.mark.parametrize(
    ("old", "new", "problem", "tip"),
    [
        ("/oud/", "/verhalen/sop/", "7 fout omleiding-dood", "bedoel je '/verhalen/soep/'?"),
        ("/oud/", "/qqq/", "7 fout omleiding-dood", "kijk het adres na in je browser"),
        ("/verhalen/", "/verhalen/soep/", "7 fout dubbel-adres", "haal de omleiding weg"),
        ("/oud/", "/verhalen/geheim/", "7 waarschuwing verborgen-link", "dat is goed als het stuk later verschijnt"),
    ],
)
def test_a_redirect_that_cannot_be_is_told_at_its_line(old: str, new: str, problem: str, tip: str) -> None:
    views, found = redirect(old, new)
    assert (views, told(found)) == ([], [problem])
    assert (found[0].tip or "").startswith(tip)
