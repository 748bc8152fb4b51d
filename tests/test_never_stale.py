"""A quick build is never stale: after any ten edits, and any damage, it is a clean build, byte for byte.

`make soak` looks much further than these few rows of edits; both run `tests/edits.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.build import Options
from generator.serve import Builder
from tests.edits import EDITS, Desk, Tally, full_site, run_sequence, verify
from tests.harness import TODAY, TinySite, quick_folder, silent, templates_compiled_once

LENGTH = 10
sequences = st.lists(
    st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 1_000_000)), min_size=LENGTH, max_size=LENGTH
)
SOME = settings(derandomize=True, database=None, phases=[Phase.explicit, Phase.generate])


@pytest.fixture(scope="module", autouse=True)
def _quick_templates() -> Iterator[None]:
    with templates_compiled_once():
        yield


@settings(SOME, max_examples=3)
@given(sequences)
def test_after_each_of_ten_edits_the_output_is_that_of_a_clean_build(edits: list[tuple[str, int]]) -> None:
    with quick_folder() as folder:
        run_sequence(folder, edits, real_theme=False, tally=Tally())


@settings(SOME, max_examples=2)
@given(sequences)
def test_so_it_is_with_the_real_theme(edits: list[tuple[str, int]]) -> None:
    with quick_folder() as folder:
        run_sequence(folder, edits, real_theme=True, tally=Tally())


def pages_of(site: TinySite, folder: Path) -> dict[str, bytes]:
    """Give what people can ask for."""
    return {path: data for path, data in site.built(folder).items() if not path.startswith(".mba/")}


@settings(SOME, max_examples=3)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["text", "text", "text", "front matter", "draft", "photo added"]), st.integers(0, 1_000_000)
        ),
        min_size=LENGTH,
        max_size=LENGTH,
    )
)
def test_a_page_that_is_shown_ahead_is_that_of_the_whole_build(edits: list[tuple[str, int]]) -> None:
    with quick_folder() as folder:
        desk = Desk(full_site(folder / "site", real_theme=False))
        site, preview = desk.site, folder / "site" / ".cache" / "preview"
        options = Options(site.root, preview, TODAY, drafts=True, jobs=1, lazy_photos=True)
        builder = Builder(options, lambda: TODAY, silent)
        builder.build()
        for name, number in edits:
            before = {path: desk.text(path) for path in desk.found("content/**/*.md")}
            desk.do(name, number)
            changed = [path for path in before if desk.text(path) != before[path]]
            if len(changed) == 1 and builder.build_ahead(site.root / changed[0]) is not None:
                ahead = pages_of(site, preview)
                whole = builder.build()
                assert (whole.outcome.failed, whole.outcome.counts["written"]) == (False, 0)
                assert pages_of(site, preview) == ahead
            builder.build()
        builder.close()


@pytest.mark.parametrize("address", ["https://proef.example.nl/buurt", "https://anders.example.nl"])
def test_a_site_that_moves_takes_its_frames_along(address: str) -> None:
    with quick_folder() as folder:
        desk = Desk(full_site(folder / "site", real_theme=True))
        for place in ("https://proef.example.nl", address, "https://proef.example.nl"):
            desk.set("site.yaml", "adres", place)
            assert not verify(desk, folder, Tally()).failed


def test_every_kind_of_edit_is_followed_and_few_are_mistakes() -> None:
    with quick_folder() as folder:
        tally = Tally()
        run_sequence(folder, [(name, 1) for name in sorted(EDITS)], real_theme=False, tally=tally)
        assert tally.edits == len(EDITS)
        assert tally.failed <= len(EDITS) / 4
