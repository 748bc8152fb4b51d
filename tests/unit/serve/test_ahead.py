"""A page ahead of the whole build: the one that the whole build makes, or none at all."""

from __future__ import annotations

import datetime as dt
import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.build import Options
from generator.serve import Builder
from tests.edits import full_site
from tests.harness import SMALL, STORY, TODAY, TinySite, photo, silent

SOEP = "content/verhalen/soep.md"
FEEST = "content/verhalen/feest.md"
PAGE = "verhalen/soep/index.html"
REGISTER = "alt: Een plein\nfotograaf: Ans\ntoestemming: geen-mensen\n"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    return TinySite(
        tmp_path / "site",
        {
            **SMALL,
            FEEST: STORY.replace("titel: Soep", "titel: Feest") + "\nLees [de kop](verhalen/soep#over-soep).\n",
            SOEP: STORY + "\n## Over soep\n\nVan kool.\n",
            "content/verhalen/plein.jpg": photo("green"),
            "content/verhalen/plein.jpg.yaml": REGISTER,
        },
    )


@pytest.fixture
def days() -> list[dt.date]:
    return [TODAY]


@pytest.fixture
def builder(site: TinySite, days: list[dt.date]) -> Iterator[Builder]:
    options = Options(site.root, site.root / ".cache" / "preview", TODAY, drafts=True, jobs=1, lazy_photos=True)
    builder = Builder(options, lambda: days[-1], silent)
    assert not builder.build().outcome.failed
    yield builder
    builder.close()


def shown(site: TinySite) -> dict[str, bytes]:
    built = site.built(site.root / ".cache" / "preview")
    return {path: data for path, data in built.items() if not path.startswith(".mba/")}


def test_a_text_is_on_its_page_and_the_whole_build_has_nothing_to_add(site: TinySite, builder: Builder) -> None:
    before = shown(site)
    site.replace(SOEP, "Van kool.", "Van kool en [Peelo](wijken/peelo).")
    ahead = builder.build_ahead(site.root / SOEP)
    assert ahead is not None
    assert (ahead.outcome.failed, ahead.outcome.counts["written"]) == (False, 1)
    after = shown(site)
    assert [path for path in after if after[path] != before.get(path)] == [PAGE]
    assert b"Van kool en <a" in after[PAGE]
    whole = builder.build()
    assert (whole.outcome.failed, whole.outcome.counts["written"]) == (False, 0)
    assert shown(site) == after


def test_saves_may_follow_each_other_before_the_whole_build(site: TinySite, builder: Builder) -> None:
    for number in range(3):
        site.replace(SOEP, "Van kool", f"Nog eens {number}. Van kool")
        assert builder.build_ahead(site.root / SOEP) is not None
        assert f"Nog eens {number}. ".encode() in shown(site)[PAGE]
    site.write("content/verhalen/nog-een.md", STORY)
    assert builder.build().outcome.counts["written"] > 1


def test_what_the_coach_says_comes_with_the_whole_build(site: TinySite, builder: Builder) -> None:
    site.replace(SOEP, "Van kool.", "Klik [hier](wijken/peelo).")
    ahead = builder.build_ahead(site.root / SOEP)
    assert ahead is not None
    assert "klik-hier" not in {found.code for found in ahead.diagnostics}
    assert "klik-hier" in {found.code for found in builder.build().diagnostics}


def turn_into_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


Change = Callable[[TinySite], None]
LEFT: dict[str, Change] = {
    "another title": lambda site: site.replace(SOEP, "titel: Soep", "titel: Kool"),
    "a draft": lambda site: site.replace(SOEP, "titel: Soep", "titel: Soep\nconcept: ja"),
    "a photo in the text": lambda site: site.replace(SOEP, "Van kool.", "![Plein](plein.jpg)"),
    "a photo that is not there": lambda site: site.replace(SOEP, "Van kool.", "![Plein](weg.jpg)"),
    "front matter that cannot be read": lambda site: site.replace(SOEP, "titel: Soep", "titel: [Soep"),
    "a dead link": lambda site: site.replace(SOEP, "Van kool.", "Lees [dit](verhalen/weg)."),
    "a dead address": lambda site: site.replace(SOEP, "Van kool.", "Lees [dit](/weg/)."),
    "an address that only sends on": lambda site: site.replace(SOEP, "Van kool.", "Lees [dit](/i/soep/)."),
    "the file of a page": lambda site: site.replace(SOEP, "Van kool.", "Lees [dit](/wijken/peelo/index.html)."),
    "a text that is very long": lambda site: site.replace(SOEP, "Van kool.", "Van kool. " * 200_000),
    "a dead anchor": lambda site: site.replace(SOEP, "Van kool.", "Lees [dit](#weg)."),
    "a heading that another page leads to": lambda site: site.replace(SOEP, "## Over soep", "## Over kool"),
    "a shortcode with a mistake": lambda site: site.replace(SOEP, "Van kool.", "{{ wijkje }}"),
    "a file that went": lambda site: site.remove(SOEP),
    "a folder instead": lambda site: turn_into_folder(site.root / SOEP),
    "bytes that are no text": lambda site: site.write(SOEP, b"---\n\xff\xfe\n---\n"),
}


@pytest.mark.parametrize("change", LEFT.values(), ids=LEFT)
def test_what_concerns_more_than_one_text_is_left_to_the_whole_build(
    site: TinySite, builder: Builder, change: Change
) -> None:
    before = shown(site)
    change(site)
    assert builder.build_ahead(site.root / SOEP) is None
    assert shown(site) == before


@pytest.mark.parametrize("path", ["site.yaml", "content/index.md", "content/themas.yaml", "content/verhalen/nieuw.md"])
def test_other_files_are_left_to_the_whole_build(site: TinySite, builder: Builder, path: str) -> None:
    site.write(path, (site.root / path).read_bytes() + b"\n" if (site.root / path).exists() else STORY)
    assert builder.build_ahead(site.root / path) is None


def test_a_file_of_another_folder_is_nobody_s(site: TinySite, builder: Builder) -> None:
    assert builder.build_ahead(site.root.parent / "elders.md") is None


def test_a_link_instead_of_the_file_is_not_followed(site: TinySite, builder: Builder) -> None:
    (site.root.parent / "soep.md").write_bytes((site.root / SOEP).read_bytes() + b"\nNog iets.\n")
    (site.root / SOEP).unlink()
    (site.root / SOEP).symlink_to(site.root.parent / "soep.md")
    assert builder.build_ahead(site.root / SOEP) is None


def test_a_folder_that_became_a_link_is_not_followed(site: TinySite, builder: Builder) -> None:
    elsewhere = site.root.parent / "elders"
    (site.root / "content" / "verhalen").rename(elsewhere)
    (site.root / "content" / "verhalen").symlink_to(elsewhere)
    site.replace(SOEP, "Van kool.", "Van prei.")
    assert builder.build_ahead(site.root / SOEP) is None


def test_nothing_is_written_behind_a_link_in_the_preview(site: TinySite, builder: Builder) -> None:
    elsewhere, folder = site.root.parent / "elders", site.root / ".cache" / "preview" / "verhalen" / "soep"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    before = (elsewhere / "index.html").read_bytes()
    site.replace(SOEP, "Van kool.", "Van prei.")
    assert builder.build_ahead(site.root / SOEP) is None
    assert (elsewhere / "index.html").read_bytes() == before


def test_a_preview_that_somebody_else_built_meanwhile_is_looked_at_whole(site: TinySite, builder: Builder) -> None:
    options = Options(site.root, site.root / ".cache" / "preview", TODAY, drafts=True, jobs=1, lazy_photos=True)
    site.replace("site.yaml", "naam:", "slogan: Voor iedereen\nnaam:")
    other = Builder(options, lambda: TODAY, silent)
    other.build()
    other.close()
    site.replace(SOEP, "Van kool.", "Van prei.")
    assert builder.build_ahead(site.root / SOEP) is None


def test_a_page_that_could_not_be_written_keeps_nobody_else_from_the_store(site: TinySite, builder: Builder) -> None:
    site.replace(SOEP, "Van kool.", "Van prei.")
    shutil.rmtree(site.root / ".cache" / "preview" / ".mba" / "staging", ignore_errors=True)
    (site.root / ".cache" / "preview" / ".mba" / "staging").write_text("geen map", encoding="utf-8")
    assert builder.build_ahead(site.root / SOEP) is None
    store = site.root / ".cache" / "mba.sqlite"
    before = store.stat().st_ino
    assert not site.build().failed
    assert store.stat().st_ino == before


def test_what_an_older_theme_left_is_cleared_away_when_nobody_waits(tmp_path: Path) -> None:
    site = full_site(tmp_path / "site", real_theme=True)
    options = Options(site.root, site.root / ".cache" / "preview", TODAY, drafts=True, jobs=1, lazy_photos=True)
    builder = Builder(options, lambda: TODAY, silent)
    builder.build()
    builder.build()
    gc.unfreeze()
    gc.collect()
    layout = site.root / "themes" / "mba" / "layouts" / "story.html"
    for _ in range(3):
        layout.write_bytes(layout.read_bytes() + b"<!-- -->\n")
        assert not builder.build().outcome.failed
        builder.tidy()
    gc.unfreeze()
    assert gc.collect() < 1000
    builder.close()


def test_on_another_day_everything_is_looked_at(site: TinySite, builder: Builder, days: list[dt.date]) -> None:
    days.append(TODAY + dt.timedelta(days=1))
    site.replace(SOEP, "Van kool.", "Van prei.")
    assert builder.build_ahead(site.root / SOEP) is None


def test_while_something_is_wrong_the_page_stays(site: TinySite, builder: Builder) -> None:
    site.replace(FEEST, "titel: Feest", "titel: [Feest")
    assert builder.build().outcome.failed
    before = shown(site)
    site.replace(SOEP, "Van kool.", "Van prei.")
    assert builder.build_ahead(site.root / SOEP) is None
    assert shown(site) == before


def test_a_folder_that_was_thrown_away_is_made_by_the_whole_build(site: TinySite, builder: Builder) -> None:
    site.remove(".cache/preview")
    site.replace(SOEP, "Van kool.", "Van prei.")
    assert builder.build_ahead(site.root / SOEP) is None
    assert not builder.build().outcome.failed
    assert b"Van prei." in shown(site)[PAGE]


def test_a_text_that_shows_a_withdrawn_photo_is_left_to_the_whole_build(site: TinySite, builder: Builder) -> None:
    site.replace(SOEP, "Van kool.", "Van kool.\n\n![Plein](plein.jpg)\n")
    site.write("content/verhalen/plein.jpg.yaml", f"{REGISTER}ingetrokken_op: 2026-11-01\n")
    builder.build()
    site.replace(SOEP, "Van kool.", "Van prei.")
    assert builder.build_ahead(site.root / SOEP) is None
