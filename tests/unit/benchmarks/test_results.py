"""Parts that were measured -> one page, in which parts of before stay."""

from __future__ import annotations

from benchmarks.results import merge


def test_parts_stand_in_their_own_order() -> None:
    page = merge("", {"photos": "## Photos\n", "stories": "## Stories\n"})
    assert page.index("## Stories") < page.index("## Photos")


def test_a_part_that_is_measured_again_is_replaced_and_the_others_stay() -> None:
    before = merge("", {"stories": "## Stories\n\nold\n", "photos": "## Photos\n\nkept\n"})
    after = merge(before, {"stories": "## Stories\n\nnew\n"})
    assert "old" not in after
    assert "new" in after
    assert "kept" in after


def test_writing_the_same_parts_again_changes_nothing() -> None:
    parts = {"stories": "## Stories\n", "growth": "## Growth\n"}
    once = merge("", parts)
    assert merge(once, parts) == merge(once, {}) == once
