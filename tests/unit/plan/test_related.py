"""What somebody who read a story may like next: shared most, and near in time."""

from __future__ import annotations

from dataclasses import replace

from generator.plan.related import REACH, Neighbours
from tests.unit.examples import PEELO, assembled, call, piece, story


def related(*stories: tuple[str, object], of: str, leave_out: tuple[str, ...] = ()) -> list[str]:
    pieces = [piece(f"verhalen/{name}.md", meta) for name, meta in stories]  # type: ignore[arg-type]
    site = assembled(PEELO, *pieces).value
    left_out = tuple(site.by_slug[slug] for slug in leave_out)
    return [item.slug for item in Neighbours(site).related(site.by_slug[of], leave_out=left_out)]


def test_stories_of_the_same_wijk_nearest_in_time_come_first() -> None:
    found = related(
        ("soep", story("2026-11-10")),
        ("gisteren", story("2026-11-09")),
        ("later", story("2026-11-13")),
        ("vroeger", story("2026-11-01")),
        ("lang-geleden", story("2020-01-01")),
        ("elders", story("2026-11-10", "marsdijk")),
        of="soep",
    )
    assert found == ["gisteren", "later", "vroeger"]


def test_what_shares_more_comes_before_what_is_nearer() -> None:
    found = related(
        ("soep", story("2026-11-10", "peelo", themes=("groen", "eten"))),
        ("zelfde-dag-wijk", story("2026-11-10", "peelo")),
        ("oud-thema", story("2026-01-01", "marsdijk", themes=("groen",))),
        ("oud-alles", story("2026-01-01", "peelo", themes=("groen",))),
        of="soep",
    )
    assert found == ["oud-alles", "zelfde-dag-wijk", "oud-thema"]


def test_what_is_left_out_and_the_story_itself_are_not_related() -> None:
    stories = [(name, story("2026-11-10")) for name in ("soep", "brood", "kaas")]
    assert related(*stories, of="soep", leave_out=("brood",)) == ["kaas"]


def test_a_story_that_shares_nothing_has_no_relations() -> None:
    assert related(("soep", story()), ("elders", story("2026-11-01", "marsdijk")), of="soep") == []


def test_a_new_story_touches_only_the_stories_near_it() -> None:
    def neighbours(count: int) -> dict[str, list[str]]:
        stories = [(f"dag-{number:02}", story(f"2026-10-{number:02}")) for number in range(1, count + 1)]
        return {name: related(*stories, of=name) for name, _ in stories}

    before, after = neighbours(20), neighbours(21)
    changed = [name for name, found in before.items() if after[name] != found]
    assert 0 < len(changed) <= REACH


def test_only_stories_have_related_stories() -> None:
    site = assembled(PEELO, piece("oproepen/een.md", call()), piece("verhalen/soep.md")).value
    assert Neighbours(site).related(site.by_slug["een"], leave_out=()) == ()


def test_two_files_that_claim_one_name_confuse_nobody() -> None:
    pieces = [piece(f"verhalen/{name}.md", story("2026-11-10")) for name in ("soep", "brood")]
    site = assembled(PEELO, *pieces).value
    soep, brood = site.by_slug["soep"], site.by_slug["brood"]
    twice = replace(site, listed=replace(site.listed, stories=(brood, soep, soep)))
    assert Neighbours(twice).related(brood, leave_out=()) == (soep,)
