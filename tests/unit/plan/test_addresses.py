"""Every address that is named anywhere leads somewhere, or is told where it is written."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.model.config import Config, MenuItem
from generator.model.document import Common, Ref, RefKind
from generator.model.shared import Notice, SharedData
from generator.plan.addresses import dead_addresses
from tests.unit.examples import PEELO, assembled, day, piece

KNOWN = frozenset({"/wijken/", "/verhalen/soep/", "/assets/x.pdf"})


def dead(menu: str = "", notice: str = "", text: str = "") -> tuple[frozenset[str], list[str], tuple[Diagnostic, ...]]:
    """Name one address in one place."""
    config = Config("Proef", "https://proef.nl", footer_menu=(MenuItem("Regel", menu, 7),) if menu else ())
    shared = SharedData(notice=Notice("Let op", day("2026-12-31"), "Meer", notice, 4)) if notice else SharedData()
    refs = [Ref(RefKind.LINK, text, 9)] if text else []
    pieces = (PEELO, piece("verhalen/soep.md", refs=refs), piece("verhalen/geheim.md", common=Common("G", draft=True)))
    site = assembled(*pieces, config=config, shared=shared).value
    report = dead_addresses(site, KNOWN)
    places = [f"{found.file}:{found.line} {found.severity} {found.code}" for found in report.diagnostics]
    return report.value, places, report.diagnostics


def test_an_address_that_is_there_is_fine_whatever_follows_it() -> None:
    for address in ("/wijken/", "/wijken/#kaart", "/wijken/?a=b", "/assets/x.pdf", "https://x.nl/", "#top"):
        assert dead(menu=address)[:2] == (frozenset(), [])


def test_a_dead_address_is_told_where_it_is_written() -> None:
    assert dead(menu="/wijk/")[:2] == (frozenset({"/wijk/"}), ["site.yaml:7 fout dode-link"])
    assert dead(notice="/wijk/")[:2] == (frozenset({"/wijk/"}), ["content/mededeling.yaml:4 fout dode-link"])
    assert dead(text="/wijk/")[:2] == (frozenset({"/wijk/"}), ["content/verhalen/soep.md:9 fout dode-link"])
    assert dead(menu="/wijk/")[2][0].tip == "bedoel je '/wijken/'?"


def test_an_address_of_a_hidden_piece_is_a_warning_outside_texts() -> None:
    assert dead(menu="/verhalen/geheim/")[:2] == (frozenset(), ["site.yaml:7 waarschuwing verborgen-link"])
    assert dead(notice="/verhalen/geheim/")[:2] == (
        frozenset(),
        ["content/mededeling.yaml:4 waarschuwing verborgen-link"],
    )
    assert dead(text="/verhalen/geheim/")[:2] == (frozenset(), [])
