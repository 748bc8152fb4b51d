"""Parts that were measured -> one page, in which parts of before stay."""

from __future__ import annotations

from benchmarks.results import merge


def test_parts_stand_in_their_own_order() -> None:
    page = merge("", {"photos": "## Photos\n", "stories": "## Stories\n"})
    assert page.index("## Stories") < page.index("## Photos")


def test_a_part_that_is_measured_again_is_replaced_and_the_others_stay() -> None:
    before = merge("", {"stories": "## Stories\n\n4 seconds\n", "photos": "## Photos\n\n9 photos\n"})
    after = merge(before, {"stories": "## Stories\n\n3 seconds\n"})
    assert "4 seconds" not in after
    assert "3 seconds" in after
    assert "9 photos" in after


def test_writing_the_same_parts_again_changes_nothing() -> None:
    parts = {"stories": "## Stories\n", "growth": "## Growth\n"}
    once = merge("", parts)
    assert merge(once, parts) == merge(once, {}) == once
