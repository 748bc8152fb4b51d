"""Every way in which a writer can point to something, and what becomes of it."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.model.document import Common, Document, Kind, Page, Parsed, Ref, RefKind, Wijk
from generator.model.site import LinkTarget
from tests.unit.examples import PEELO, assembled, broken, day, piece, project, told

PIECES = (
    PEELO,
    piece("wijken/marsdijk.md", Wijk("WK010607")),
    piece("verhalen/brood.md"),
    piece("verhalen/2024/feest/index.md"),
    piece("projecten/het-plein.md", project()),
    piece("contact.md", Page()),
    piece("index.md", Page()),
)


def resolve(
    target: str, *pieces: Document | Parsed, path: str = "verhalen/soep.md"
) -> tuple[LinkTarget, tuple[Diagnostic, ...]]:
    """Resolve one link, on line 9 of a story."""
    document = piece(path, refs=[Ref(RefKind.LINK, target, 9)])
    report = assembled(*PIECES, *pieces, document)
    (found,) = report.value.targets[document.path]
    assert isinstance(found, LinkTarget)
    return found, report.diagnostics


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("verhalen/brood", "/verhalen/brood/"),
        ("verhalen/brood/", "/verhalen/brood/"),
        ("/verhalen/brood/", "/verhalen/brood/"),
        ("/verhalen/brood", "/verhalen/brood/"),
        (" verhalen/brood ", "/verhalen/brood/"),
        ("wijken/peelo", "/wijken/peelo/"),
        ("projecten/het-plein", "/projecten/het-plein/"),
        ("verhalen/feest", "/verhalen/feest/"),
        ("brood", "/verhalen/brood/"),
        ("./brood", "/verhalen/brood/"),
        ("contact", "/contact/"),
        ("/contact", "/contact/"),
        ("brood.md", "/verhalen/brood/"),
        ("./brood.md", "/verhalen/brood/"),
        ("2024/feest/index.md", "/verhalen/feest/"),
        ("2024/feest", "/verhalen/feest/"),
        ("../wijken/peelo.md", "/wijken/peelo/"),
        ("../wijken/peelo", "/wijken/peelo/"),
        ("wijken/peelo.md", "/wijken/peelo/"),
        ("verhalen/2024/feest/index.md", "/verhalen/feest/"),
        ("../contact.md", "/contact/"),
        ("../index.md", "/"),
        ("verhalen/brood#recept", "/verhalen/brood/#recept"),
        ("brood.md#recept", "/verhalen/brood/#recept"),
        ("verhalen%2Fbrood", "/verhalen/brood/"),
        ("soep", "/verhalen/soep/"),
        ("/", "/"),
        ("/verhalen/", "/verhalen/"),
        ("/wijken", "/wijken/"),
        ("/zoeken/?q=soep", "/zoeken/?q=soep"),
        ("/feeds/alles.xml", "/feeds/alles.xml"),
        ("/wijken#kaart", "/wijken/#kaart"),
        ("#recept", "#recept"),
    ],
)
def test_what_is_written_leads_to_the_address(written: str, href: str) -> None:
    assert resolve(written) == (LinkTarget(href), ())


@pytest.mark.parametrize(
    "written",
    ["https://www.assen.nl/x?a=b#c", "http://x.nl", "HTTPS://X.NL", "mailto:a@b.nl", "tel:+31592", "Mailto:a@b.nl"],
)
def test_a_link_to_the_outside_stays_as_it_is(written: str) -> None:
    assert resolve(written) == (LinkTarget(written, external=True), ())


def test_the_spaces_in_a_telephone_number_are_left_out() -> None:
    assert resolve("tel:0592 000 000") == (LinkTarget("tel:0592000000", external=True), ())


def test_a_link_to_nothing_is_a_dead_one() -> None:
    target, found = resolve("")
    assert (target, told(found)) == (LinkTarget(None), ["9 fout dode-link"])


@pytest.mark.parametrize(
    ("written", "tip"),
    [
        ("verhalen/brod", "bedoel je 'verhalen/brood'?"),
        ("wijken/pelo", "bedoel je 'wijken/peelo'?"),
        ("verhaal/brood", "bedoel je 'verhalen/brood'?"),
        ("conact", "bedoel je 'contact'?"),
        ("../verhalen/brod.md", "bedoel je 'verhalen/brood'?"),
        ("qqq/qqq", "schrijf een link als verhalen/naam-van-het-verhaal, wijken/peelo of contact"),
        ("//x.nl/", "schrijf een link als verhalen/naam-van-het-verhaal, wijken/peelo of contact"),
    ],
)
def test_a_dead_link_is_an_error_with_what_was_meant(written: str, tip: str) -> None:
    target, found = resolve(written)
    assert target == LinkTarget(None)
    assert told(found) == ["9 fout dode-link"]
    assert found[0].tip == tip


def test_a_link_from_the_top_to_no_piece_is_left_to_the_plan() -> None:
    assert resolve("/verhalen/brod/") == (LinkTarget("/verhalen/brod/"), ())


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("verhalen/soep/index.md", "../brood.md"),
        ("verhalen/2024/soep.md", "feest/index.md"),
        ("agenda/x.md", "../contact.md"),
    ],
)
def test_a_path_starts_at_the_folder_of_the_file(path: str, written: str) -> None:
    assert resolve(written, path=path)[1] == ()


@pytest.mark.parametrize(
    "common",
    [Common("Geheim", draft=True), Common("Geheim", publish_on=day("2027-01-01"))],
)
@pytest.mark.parametrize("written", ["verhalen/geheim", "/verhalen/geheim/", "geheim.md", "geheim#x"])
def test_a_link_to_a_hidden_piece_becomes_plain_text_with_a_warning(common: Common, written: str) -> None:
    target, found = resolve(written, piece("verhalen/geheim.md", common=common))
    assert target == LinkTarget(None)
    assert told(found) == ["9 waarschuwing verborgen-link"]


@pytest.mark.parametrize("written", ["verhalen/stuk", "/verhalen/stuk/", "stuk.md"])
def test_a_link_to_a_file_that_could_not_be_understood_is_no_second_problem(written: str) -> None:
    assert resolve(written, broken("verhalen/stuk.md", Kind.STORY)) == (LinkTarget(None), ())


def test_a_link_to_an_expired_piece_still_leads_there() -> None:
    expired = piece("verhalen/oud.md", common=Common("Oud", expire_on=day("2026-01-01")))
    assert resolve("verhalen/oud", expired) == (LinkTarget("/verhalen/oud/"), ())


def test_a_draft_with_the_name_of_another_piece_does_not_break_the_links_to_it() -> None:
    draft = piece("verhalen/het-plein.md", common=Common("Het plein", draft=True))
    target, found = resolve("projecten/het-plein", draft)
    assert target == LinkTarget("/projecten/het-plein/")
    assert [problem.code for problem in found if problem.severity == "fout"] == []
