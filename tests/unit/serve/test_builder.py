"""One build after another in one process: each gives what a first build would, and can be broken off."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.build import Options, turn
from generator.model.source import Overtaken
from generator.serve import Builder
from generator.serve.builder import Stopped
from tests.harness import SMALL, STORY, TODAY, TinySite, silent

SOEP = "content/verhalen/soep.md"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    return TinySite(tmp_path / "site", SMALL)


def builder_of(site: TinySite, today: dt.date = TODAY) -> Builder:
    options = Options(site.root, site.root / ".cache" / "preview", TODAY, drafts=True, jobs=1, lazy_photos=True)
    return Builder(options, lambda: today, silent)


def test_a_save_writes_only_what_it_changed(site: TinySite) -> None:
    builder = builder_of(site)
    builder.build()
    site.replace(SOEP, "Er was veel soep.", "Er was soep.")
    assert builder.build().outcome.counts["written"] == 1
    assert builder.build().outcome.counts["written"] == 0
    builder.close()


def test_a_failed_build_keeps_what_is_shown(site: TinySite) -> None:
    builder = builder_of(site)
    good = builder.build()
    site.replace(SOEP, "[peelo]", "[pelo]")
    bad = builder.build()
    assert bad.outcome.failed
    assert (bad.shown, bad.paths) == (good.shown, good.paths)
    assert bad.front is not good.front
    builder.close()


def test_an_earlier_preview_can_be_shown_before_the_first_build(site: TinySite) -> None:
    builder = builder_of(site)
    paths = builder.build().paths
    builder.close()
    assert builder_of(site).present == paths


def test_a_preview_that_stays_open_is_that_of_the_next_day(site: TinySite) -> None:
    days = iter([TODAY, TODAY + dt.timedelta(days=1)])
    options = Options(site.root, site.root / ".cache" / "preview", TODAY, drafts=True, jobs=1, lazy_photos=True)
    site.write("content/verhalen/later.md", STORY.replace("titel: Soep", "verlopen_op: 2026-11-23\ntitel: Later"))
    builder = Builder(options, lambda: next(days), silent)
    first, second = builder.build(), builder.build()
    assert [built.shown.site.today for built in (first, second) if built.shown] == [TODAY, dt.date(2026, 11, 24)]
    assert second.outcome.counts["written"] > 0
    builder.close()


def test_a_build_can_be_broken_off_and_the_next_makes_it_good(site: TinySite) -> None:
    builder = builder_of(site)
    builder.stop()
    with pytest.raises(Stopped):
        builder.build()
    builder.close()
    again = builder_of(site)
    assert not again.build().outcome.failed
    again.close()


def test_a_preview_waits_for_a_build_beside_it_and_then_says_so(
    site: TinySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turn, "PATIENCE", 0.1)
    builder = builder_of(site)
    good = builder.build()
    with turn.take_turn(site.root, site.output, lambda _: None):
        waited = builder.build()
    assert [found.code for found in waited.diagnostics] == ["al-bezig"]
    assert (waited.blocked, waited.paths) == (True, good.paths)
    assert not builder.build().outcome.failed
    builder.close()


def test_a_preview_under_which_files_keep_changing_tries_again_by_itself(
    site: TinySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtake(*_: object, **__: object) -> None:
        raise Overtaken(SOEP)

    builder = builder_of(site)
    good = builder.build()
    monkeypatch.setattr("generator.build.front.load", overtake)
    changing = builder.build()
    assert [found.code for found in changing.diagnostics] == ["bestanden-veranderen"]
    assert (changing.blocked, changing.crash, changing.paths) == (True, None, good.paths)
    monkeypatch.undo()
    assert not builder.build().outcome.failed
    builder.close()


def test_a_preview_that_stops_does_not_wait(site: TinySite) -> None:
    builder = builder_of(site)
    builder.stop()
    with turn.take_turn(site.root, site.output, lambda _: None), pytest.raises(Stopped):
        builder.build()
    builder.close()


@pytest.mark.parametrize("clean", [False, True])
def test_a_build_beside_an_open_preview_works_and_the_preview_stays(site: TinySite, *, clean: bool) -> None:
    builder = builder_of(site)
    paths = builder.build().paths
    site.replace(SOEP, "Er was veel soep.", "Er was soep.")
    assert not site.build(clean=clean).failed
    assert site.built() == site.clean_build(site.root.parent)
    preview = site.root / ".cache" / "preview"
    assert all((preview / path).is_file() for path in paths)
    assert builder.build().outcome.counts["written"] == 1
    assert site.build().counts["written"] == 0
    builder.close()


def test_a_preview_whose_cache_was_thrown_away_starts_another(site: TinySite) -> None:
    builder = builder_of(site)
    builder.build()
    site.remove(".cache")
    site.replace(SOEP, "Er was veel soep.", "Er was soep.")
    assert not builder.build().outcome.failed
    builder.close()
    assert (site.root / ".cache" / "mba.sqlite").is_file()
