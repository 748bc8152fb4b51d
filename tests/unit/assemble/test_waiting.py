"""What is ready and not on the site: for whom it waits, or for which day."""

from __future__ import annotations

from generator.assemble.visibility import look_at
from generator.assemble.waiting import find_waiting
from generator.model.config import Config
from generator.model.document import Common
from generator.model.site import Change, Waiting
from tests.unit.examples import CONFIG, day, piece

ASKING = Config("Proef", "https://proef.nl", required_signatures=("actium", "gemeente"))
TODAY = day("2026-11-23")
PATH = "content/verhalen/soep.md"


def waits(common: Common, config: Config = ASKING) -> list[Waiting]:
    return list(find_waiting([piece("verhalen/soep.md", common=common)], config, TODAY))


def signed(*rows: tuple[str, str], publish_on: str | None = None, draft: bool = False) -> Common:
    signatures = tuple((name, day(on)) for name, on in rows)
    return Common("Soep", draft=draft, publish_on=day(publish_on) if publish_on else None, signatures=signatures)


def test_a_piece_waits_for_those_who_did_not_sign_in_the_order_of_the_settings() -> None:
    assert waits(signed()) == [Waiting(PATH, "Soep", ("actium", "gemeente"))]
    assert waits(signed(("actium", "2026-11-01"))) == [Waiting(PATH, "Soep", ("gemeente",))]


def test_where_nobody_has_to_sign_nothing_waits_for_a_signature() -> None:
    assert waits(signed(), CONFIG) == []


def test_a_signed_piece_waits_for_its_day_and_then_no_more() -> None:
    both = (("actium", "2026-11-01"), ("gemeente", "2026-11-02"))
    assert waits(signed(*both, publish_on="2026-12-01")) == [Waiting(PATH, "Soep", day=day("2026-12-01"))]
    assert waits(signed(*both, publish_on="2026-11-23")) == []
    assert waits(signed(*both)) == []


def test_an_unsigned_piece_remembers_its_day() -> None:
    assert waits(signed(publish_on="2026-11-01")) == [Waiting(PATH, "Soep", ("actium", "gemeente"), day("2026-11-01"))]


def test_a_draft_waits_for_its_writer_alone() -> None:
    assert waits(signed(draft=True)) == []


def test_a_signature_of_a_later_day_opens_nothing_before_it() -> None:
    common = signed(("actium", "2026-11-01"), ("gemeente", "2026-12-05"), publish_on="2026-12-01")
    document = piece("verhalen/soep.md", common=common)
    appears = Change(day("2026-12-05"), PATH, "verhaal verschijnt")
    for today in ("2026-11-23", "2026-12-01", "2026-12-04"):
        sight = look_at(document, ASKING, day(today), drafts=False)
        assert (sight.item, sight.changes) == (None, (appears,))
    assert look_at(document, ASKING, day("2026-12-05"), drafts=False).item is not None
    assert waits(common) == [Waiting(PATH, "Soep", day=day("2026-12-05"))]
