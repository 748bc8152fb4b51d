"""Each kind of piece has the order in which people expect it."""

from __future__ import annotations

from dataclasses import replace

from generator.assemble.groups import group, group_by
from generator.model.document import PartialDate, Project
from generator.model.site import Group, Item
from tests.unit.examples import call, event, piece, story


def item(path: str, meta: object, *, closed: bool = False, past: bool = False) -> Item:
    document = piece(path, meta)  # type: ignore[arg-type]
    return Item(document, f"/{path}", closed=closed, past=past)


def slugs(items: tuple[Item, ...]) -> list[str]:
    return [item.slug for item in items]


def test_stories_come_newest_first_and_by_name_on_one_day() -> None:
    items = [
        item("verhalen/c.md", story("2026-11-01")),
        item("verhalen/a.md", story("2026-11-01")),
        item("verhalen/oud.md", story("2025-01-01")),
        item("verhalen/nieuw.md", story("2026-11-20")),
    ]
    assert slugs(group(items).stories) == ["nieuw", "a", "c", "oud"]


def test_calls_that_close_soonest_come_first_then_those_that_keep_running_then_the_closed_ones_newest_first() -> None:
    items = [
        item("oproepen/dicht-lang.md", call("2026-01-01"), closed=True),
        item("oproepen/doorlopend.md", call(None)),
        item("oproepen/later.md", call("2026-12-31")),
        item("oproepen/dicht-net.md", call("2026-11-01"), closed=True),
        item("oproepen/gauw.md", call("2026-12-01")),
    ]
    assert slugs(group(items).calls) == ["gauw", "later", "doorlopend", "dicht-net", "dicht-lang"]


def test_projects_come_by_how_far_they_are_and_then_newest_first() -> None:
    def project(status: str, start: int | None = None) -> Project:
        return Project(("peelo",), status, start=PartialDate(start) if start else None)

    items = [
        item("projecten/gestopt.md", project("gestopt")),
        item("projecten/klaar.md", project("klaar")),
        item("projecten/voorbereiding.md", project("voorbereiding")),
        item("projecten/ontwerp.md", project("ontwerp")),
        item("projecten/bouw-zonder-begin.md", project("uitvoering")),
        item("projecten/bouw-2019.md", project("uitvoering", 2019)),
        item("projecten/bouw-2024.md", project("uitvoering", 2024)),
    ]
    assert slugs(group(items).projects) == [
        "bouw-2024",
        "bouw-2019",
        "bouw-zonder-begin",
        "ontwerp",
        "voorbereiding",
        "klaar",
        "gestopt",
    ]


def test_activities_come_soonest_first_and_then_the_past_ones_newest_first() -> None:
    items = [
        item("agenda/lang-geleden.md", event("2026-01-01"), past=True),
        item("agenda/net-geweest.md", event("2026-11-01"), past=True),
        item("agenda/avond.md", event("2026-12-05", "19:30")),
        item("agenda/ochtend.md", event("2026-12-05", "09:00")),
        item("agenda/hele-dag.md", event("2026-12-05")),
        item("agenda/morgen.md", event("2026-11-24", "20:00")),
    ]
    assert slugs(group(items).events) == ["morgen", "hele-dag", "ochtend", "avond", "net-geweest", "lang-geleden"]


def test_the_order_of_the_files_does_not_matter() -> None:
    items = [item(f"verhalen/{name}.md", story("2026-11-01")) for name in "abcde"]
    assert group(items) == group(reversed(items))


def test_pieces_are_grouped_by_each_wijk_that_they_are_about() -> None:
    both = item("verhalen/beide.md", story("2026-11-01", "peelo", "marsdijk"))
    one = item("oproepen/een.md", call())
    assert group_by(group([both, one]), "wijken") == {
        "marsdijk": Group(stories=(both,)),
        "peelo": Group(stories=(both,), calls=(one,)),
    }
    assert list(group_by(group([both, one]), "wijken")) == ["marsdijk", "peelo"]


def test_pieces_are_grouped_by_the_one_project_that_they_belong_to() -> None:
    told = item("verhalen/soep.md", story(project="het-plein"))
    asked = item("oproepen/een.md", replace(call(), project="het-plein"))
    loose = item("verhalen/los.md", story())
    assert group_by(group([told, asked, loose]), "project") == {"het-plein": Group(stories=(told,), calls=(asked,))}


def test_what_has_no_themes_is_in_no_group_of_them() -> None:
    assert group_by(group([item("wijken/x.md", None)]), "themes") == {}
