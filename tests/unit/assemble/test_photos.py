"""Which photos may be shown on a day: with a register, with consent, and no longer than is allowed."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.assemble.photos import showable, used_photos
from generator.diagnostics import Diagnostic
from generator.model.config import Config
from generator.model.document import Common, Page, Ref, RefKind
from generator.model.shared import PhotoRegister
from generator.model.site import Change, Photo
from generator.model.source import PhotoFile
from tests.unit.examples import PEELO, assembled, day, photo_file, piece, register, story, told

PATH = "content/verhalen/soep/feest.jpg"


def look(
    row: PhotoRegister | None,
    today: str,
    *,
    used: str = "2026-11-01",
    months: int = 60,
    photo: PhotoFile | None = None,
    registered: bool = True,
) -> tuple[dict[str, Photo], list[Change], list[Diagnostic]]:
    registers = {f"{PATH}.yaml": row} if registered else {}
    config = Config("Proef", "https://proef.nl", retention_months=months)
    return showable({PATH: day(used)}, {PATH: photo or photo_file(PATH)}, registers, config, day(today))


def shown(row: PhotoRegister, today: str, *, used: str = "2026-11-01", months: int = 60) -> bool:
    return PATH in look(row, today, used=used, months=months)[0]


def test_a_photo_with_a_register_is_shown() -> None:
    row = register(PATH)
    photos, changes, found = look(row, "2026-11-23")
    assert photos == {PATH: Photo(photo_file(PATH), row)}
    assert changes == [Change(day("2031-11-02"), PATH, "bewaartermijn van de foto is voorbij")]
    assert found == []


@pytest.mark.parametrize(
    ("today", "visible", "change"),
    [("2026-11-30", True, "2026-12-01"), ("2026-12-01", False, None), ("2027-01-01", False, None)],
)
def test_a_photo_is_gone_from_the_day_on_which_consent_is_withdrawn(
    today: str,
    visible: bool,  # noqa: FBT001
    change: str | None,
) -> None:
    photos, changes, found = look(register(PATH, withdrawn_on="2026-12-01"), today)
    assert ((PATH in photos), found) == (visible, [])
    withdrawn = [found.day.isoformat() for found in changes if found.reason == "toestemming voor de foto stopt"]
    assert withdrawn == ([change] if change else [])


@pytest.mark.parametrize(("today", "visible"), [("2026-12-01", True), ("2026-12-02", False)])
def test_a_photo_stays_up_to_and_including_the_last_day_in_its_register(today: str, visible: bool) -> None:  # noqa: FBT001
    row = register(PATH, consent_on="2020-01-01", expires_on="2026-12-01")
    assert shown(row, today) is visible


@pytest.mark.parametrize(
    ("consent", "months", "last"),
    [
        ("2021-11-23", 60, "2026-11-23"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-08-31", 1, "2026-09-30"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-11-15", 13, "2027-12-15"),
    ],
)
def test_without_a_last_day_the_retention_counts_from_consent_and_ends_with_the_month(
    consent: str, months: int, last: str
) -> None:
    row = register(PATH, consent_on=consent)
    after = (day(last) + dt.timedelta(days=1)).isoformat()
    assert shown(row, last, months=months)
    assert not shown(row, after, months=months)
    assert look(row, consent, months=months)[1][-1].day == day(after)


def test_without_consent_by_date_the_retention_counts_from_the_first_piece_that_uses_the_photo() -> None:
    row = register(PATH)
    assert shown(row, "2027-11-01", used="2026-11-01", months=12)
    assert not shown(row, "2027-11-02", used="2026-11-01", months=12)


def test_a_photo_that_only_undated_pieces_use_stays() -> None:
    photos, changes, _ = look(register(PATH), "2100-01-01", used="9999-12-31")
    assert (list(photos), changes) == ([PATH], [])


@pytest.mark.parametrize(("problem", "code"), [("stuk", "foto-stuk"), ("groot", "foto-te-groot")])
def test_a_photo_that_cannot_be_used_is_an_error_at_the_photo(problem: str, code: str) -> None:
    photos, _, found = look(register(PATH), "2026-11-23", photo=photo_file(PATH, problem=problem))
    assert (photos, told(found), found[0].file) == ({}, [f"1 fout {code}"], PATH)


def test_a_photo_without_a_register_is_an_error_that_says_what_to_make() -> None:
    photos, _, found = look(None, "2026-11-23", registered=False)
    assert (photos, told(found)) == ({}, ["1 fout register-ontbreekt"])
    assert found[0].tip == "maak feest.jpg.yaml naast de foto, met alt, fotograaf en toestemming"


def test_a_photo_with_a_register_that_could_not_be_read_is_no_second_problem() -> None:
    assert look(None, "2026-11-23") == ({}, [], [])


def test_photos_are_used_above_a_piece_in_a_text_and_in_shortcodes() -> None:
    known = frozenset({PATH, "content/verhalen/soep/twee.jpg", "content/verhalen/soep/drie.jpg", "content/x.jpg"})
    refs = [
        Ref(RefKind.PHOTO, "twee.jpg", 9),
        Ref(RefKind.SHORTCODE, "galerij", 10, arguments=(("0", "drie.jpg"), ("1", "weg.jpg"))),
        Ref(RefKind.SHORTCODE, "citaat", 11, arguments=(("0", "x.jpg"),)),
        Ref(RefKind.LINK, "x.jpg", 12),
    ]
    document = piece("verhalen/soep/index.md", story("2026-11-01"), Common("Soep", photo="Feest.jpg"), refs=refs)
    assert used_photos([document], known) == {
        PATH: day("2026-11-01"),
        "content/verhalen/soep/twee.jpg": day("2026-11-01"),
        "content/verhalen/soep/drie.jpg": day("2026-11-01"),
    }


def test_the_earliest_piece_that_uses_a_photo_counts() -> None:
    common = Common("Soep", photo="x.jpg")
    pieces = [
        piece("verhalen/b.md", story("2026-11-01"), common),
        piece("verhalen/a.md", story("2025-11-01"), common),
        piece("verhalen/c.md", Page(), common),
    ]
    assert used_photos(pieces, frozenset({"content/verhalen/x.jpg"})) == {"content/verhalen/x.jpg": day("2025-11-01")}


def test_a_photo_that_nobody_uses_needs_no_register() -> None:
    report = assembled(PEELO, photos=[photo_file(PATH)])
    assert (report.value.photos, report.diagnostics) == ({}, ())


def test_a_photo_of_a_hidden_piece_needs_no_register_yet() -> None:
    draft = piece("verhalen/soep/index.md", common=Common("Soep", draft=True, photo="feest.jpg"))
    assert assembled(PEELO, draft, photos=[photo_file(PATH)]).diagnostics == ()


def test_a_photo_of_a_draft_that_is_shown_with_the_drafts_only_warns_about_its_register() -> None:
    draft = piece("verhalen/soep/index.md", common=Common("Soep", draft=True, photo="feest.jpg"))
    report = assembled(PEELO, draft, photos=[photo_file(PATH)], drafts=True)
    assert told(report.diagnostics) == ["1 waarschuwing register-ontbreekt"]
