"""Everything together: who owns which address, what is listed, and when the site changes by itself."""

from __future__ import annotations

import pytest

from generator.assemble.site import FIXED_ADDRESSES, RESERVED
from generator.model.config import Config, Redirect
from generator.model.document import Common, Kind, Page, Parsed, Wijk
from generator.model.shared import Notice, SharedData
from generator.model.site import Change
from tests.harness import TODAY
from tests.unit.examples import PEELO, assembled, broken, call, day, event, photo_file, piece, project, register, story


def test_every_visible_piece_is_an_item_by_its_address() -> None:
    site = assembled(
        piece("verhalen/soep.md"),
        PEELO,
        piece("index.md", Page()),
        piece("verhalen/geheim.md", common=Common("Geheim", draft=True)),
        broken("verhalen/stuk.md", Kind.STORY),
        Parsed("content/x/y.md", None, "", None),
    ).value
    assert [item.address for item in site.items] == ["/", "/verhalen/soep/", "/wijken/peelo/"]
    assert sorted(site.by_slug) == ["index", "peelo", "soep"]
    assert site.withheld == {"/verhalen/geheim/": True, "/verhalen/stuk/": False}
    assert site.today == TODAY


def test_what_has_expired_keeps_its_address_and_leaves_every_list() -> None:
    old = Common("Oud", expire_on=day("2026-01-01"))
    site = assembled(
        PEELO,
        piece("verhalen/oud.md", story(themes=("groen",), project="x"), old),
        piece("over.md", Page("voet"), old),
        piece("wijken/weg.md", Wijk("WK010600"), old),
    ).value
    assert {"oud", "over", "weg"} <= set(site.by_slug)
    assert (site.listed.stories, site.pages, site.by_wijk, site.by_theme, site.by_project) == ((), (), {}, {}, {})
    assert [wijk.slug for wijk in site.wijken] == ["peelo"]


def test_pieces_are_listed_by_wijk_theme_and_project() -> None:
    site = assembled(
        PEELO,
        piece("verhalen/soep.md", story("2026-11-01", "peelo", "heel-assen", themes=("groen",), project="het-plein")),
        piece("projecten/het-plein.md", project()),
        piece("oproepen/een.md", call()),
        piece("agenda/feest.md", event()),
    ).value
    assert [len(row) for row in (site.listed.stories, site.listed.calls, site.listed.projects, site.listed.events)] == [
        1,
        1,
        1,
        1,
    ]
    assert list(site.by_wijk) == ["heel-assen", "peelo"]
    assert [item.slug for item in site.by_wijk["heel-assen"].stories] == ["soep"]
    assert (list(site.by_theme), list(site.by_project)) == (["groen"], ["het-plein"])


def test_wijken_come_in_the_order_of_their_codes() -> None:
    wijken = [piece(f"wijken/{name}.md", Wijk(code)) for name, code in [("a", "WK3"), ("b", "WK1"), ("c", "WK2")]]
    assert [wijk.slug for wijk in assembled(*wijken).value.wijken] == ["b", "c", "a"]


def clashes(*pieces: object) -> list[str]:
    report = assembled(*pieces)  # type: ignore[arg-type]
    return [
        f"{found.file.removeprefix('content/')}:{found.line} {found.severity} {found.code}"
        for found in report.diagnostics
    ]


def test_two_pieces_with_one_name_are_an_error_that_names_both() -> None:
    report = assembled(
        PEELO, piece("verhalen/het-plein.md", lines={"slug": 3}), piece("projecten/het-plein.md", project())
    )
    (found,) = report.diagnostics
    assert (found.file, found.line, found.code) == ("content/verhalen/het-plein.md", 3, "dubbel-adres")
    assert found.message == "de naam 'het-plein' is al van content/projecten/het-plein.md"
    assert [item.address for item in report.value.items if item.slug == "het-plein"] == ["/projecten/het-plein/"]


def test_two_files_of_one_kind_can_clash_as_well() -> None:
    assert clashes(PEELO, piece("verhalen/2024/soep.md"), piece("verhalen/soep/index.md")) == [
        "verhalen/soep/index.md:1 fout dubbel-adres"
    ]


def test_a_file_that_could_not_be_understood_claims_its_name_all_the_same() -> None:
    assert clashes(PEELO, broken("oproepen/soep.md", Kind.CALL), piece("verhalen/soep.md")) == [
        "verhalen/soep.md:1 fout dubbel-adres"
    ]


@pytest.mark.parametrize("path", ["agenda/het-plein.md", "verhalen/het-plein.md"])
def test_a_draft_never_takes_a_name_from_a_piece_that_is_not_one(path: str) -> None:
    meta = event() if path.startswith("agenda") else story()
    draft = piece(path, meta, Common("Het plein", draft=True))
    report = assembled(PEELO, draft, piece("projecten/het-plein.md", project()))
    assert [f"{found.file} {found.severity} {found.code}" for found in report.diagnostics] == [
        f"content/{path} waarschuwing dubbel-adres"
    ]
    assert [item.kind for item in report.value.items] == [Kind.PROJECT, Kind.WIJK]


@pytest.mark.parametrize("slug", sorted(RESERVED))
def test_a_page_cannot_take_an_address_that_the_site_needs(slug: str) -> None:
    assert clashes(PEELO, piece(f"{slug}.md", Page())) == [f"{slug}.md:1 fout adres-bezet"]


def test_a_draft_of_such_a_page_only_warns() -> None:
    assert clashes(piece("agenda.md", Page(), Common("Agenda", draft=True))) == ["agenda.md:1 waarschuwing adres-bezet"]


def test_a_story_may_be_called_like_a_section() -> None:
    assert clashes(PEELO, piece("verhalen/agenda.md")) == []
    assert set(FIXED_ADDRESSES) <= RESERVED


def test_former_addresses_become_redirects_after_those_of_the_settings() -> None:
    config = Config("Proef", "https://proef.nl", redirects=(Redirect("/a/", "/b/"),))
    document = piece(
        "verhalen/soep.md",
        common=Common("Soep", former_addresses=("/oud/", "/ouder/")),
        lines={"oude_adressen.0": 7, "oude_adressen.1": 8},
    )
    hidden = piece("verhalen/geheim.md", common=Common("Geheim", draft=True, former_addresses=("/geheim-oud/",)))
    assert assembled(PEELO, document, hidden, config=config).value.redirects == (
        Redirect("/a/", "/b/"),
        Redirect("/oud/", "/verhalen/soep/", "content/verhalen/soep.md", 7),
        Redirect("/ouder/", "/verhalen/soep/", "content/verhalen/soep.md", 8),
    )


@pytest.mark.parametrize(
    ("until", "changes"),
    [
        ("2026-11-22", ()),
        ("2026-11-23", (Change(day("2026-11-24"), "content/mededeling.yaml", "mededeling verloopt"),)),
    ],
)
def test_a_notice_goes_the_day_after_its_last(until: str, changes: tuple[Change, ...]) -> None:
    shared = SharedData(notice=Notice("We verhuizen.", day(until)))
    assert assembled(PEELO, shared=shared).value.changes == changes


def test_changes_come_in_their_order_of_day_and_file() -> None:
    path = "content/verhalen/feest.jpg"
    site = assembled(
        PEELO,
        piece("oproepen/een.md", call("2026-12-15")),
        piece("agenda/feest.md", event("2026-12-08")),
        piece("verhalen/straks.md", common=Common("Straks", publish_on=day("2026-11-24"))),
        piece("verhalen/soep.md", common=Common("Soep", photo="feest.jpg", expire_on=day("2026-12-08"))),
        photos=[photo_file(path)],
        registers=[register(path, withdrawn_on="2026-12-31", expires_on="2027-12-31")],
    ).value
    assert [(change.day.isoformat(), change.path.removeprefix("content/")) for change in site.changes] == [
        ("2026-11-24", "verhalen/straks.md"),
        ("2026-12-09", "agenda/feest.md"),
        ("2026-12-09", "oproepen/een.md"),
        ("2026-12-09", "verhalen/soep.md"),
        ("2026-12-31", "verhalen/feest.jpg"),
        ("2028-01-01", "oproepen/een.md"),
        ("2028-01-01", "verhalen/soep.md"),
    ]


def test_the_photo_above_a_piece_has_to_be_there() -> None:
    document = piece("verhalen/soep.md", common=Common("Soep", photo="feets.jpg"), lines={"foto": 5})
    report = assembled(PEELO, document, photos=[photo_file("content/verhalen/feest.jpg")])
    (found,) = report.diagnostics
    assert (found.line, found.code, found.tip) == (5, "foto-ontbreekt", "bedoel je 'feest.jpg'?")
