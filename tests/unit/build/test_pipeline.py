"""Every stage in its order: with an error nothing is written, and nothing is made twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.build.pool import Read, read_all
from generator.digest import digest_bytes
from generator.model.coach import CoachSettings
from generator.model.source import SourceFile
from tests.harness import CALL, SMALL, STORY, TinySite, messages
from tests.unit.examples import day, picture


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    return TinySite(tmp_path / "site")


def test_a_site_is_built_and_then_stays_as_it_is(site: TinySite) -> None:
    first = site.build()
    assert (messages(first), first.failed, first.counts["removed"]) == ([], False, 0)
    assert first.counts["pages"] == len([path for path in site.built() if path.endswith(".html")])
    second = site.build()
    assert (second.counts["written"], second.counts["unchanged"]) == (0, first.counts["written"])


def test_with_an_error_the_output_stays_as_it_was(site: TinySite) -> None:
    site.build()
    before = site.built()
    site.write("content/verhalen/brood.md", STORY.replace("Soep", "Brood"))
    site.replace("content/verhalen/soep.md", "[peelo]", "[pelo]")
    outcome = site.build()
    assert (outcome.failed, outcome.counts, messages(outcome)) == (
        True,
        {},
        ["content/verhalen/soep.md:5: fout[onbekende-wijk]"],
    )
    assert site.built() == before


def test_an_error_that_only_shows_in_a_page_stops_the_build_as_well(site: TinySite) -> None:
    site.build()
    before = site.built()
    site.replace("content/verhalen/soep.md", "Er was veel soep.", "Er was [soep](#weg).")
    assert messages(site.build()) == ["content/verhalen/soep.md:7: fout[dood-anker]"]
    assert site.built() == before
    assert not (site.output / ".mba" / "staging").exists()


def test_a_strict_build_stops_at_a_warning(site: TinySite) -> None:
    site.write("content/notitie.txt", "")
    assert site.build(strict=True).failed
    assert not site.output.exists()
    assert not site.build().failed


def test_a_check_finds_what_a_build_finds_and_writes_nothing(site: TinySite) -> None:
    site.replace("content/verhalen/soep.md", "Er was veel soep.", "Er was [soep](#weg) of [brood](brood).")
    found = messages(site.check())
    assert found == [
        "content/verhalen/soep.md:7: fout[dode-link]",
        "content/verhalen/soep.md:7: fout[dood-anker]",
    ]
    assert not site.output.exists()
    assert messages(site.build()) == found


def test_a_template_that_does_not_fit_is_told_with_its_page(site: TinySite) -> None:
    site.write("thema/layouts/story.html", "\n{{ page.weg }}\n")
    outcome = site.build()
    assert "thema/layouts/story.html:2: fout[sjabloon-fout]" in messages(outcome)
    assert "/verhalen/soep/index.html" in outcome.diagnostics[0].message


def test_a_file_of_others_in_the_way_is_told_and_nothing_is_written(site: TinySite) -> None:
    site.write("output/index.html", "van mij")
    outcome = site.build()
    assert [found.code for found in outcome.diagnostics] == ["vreemd-bestand"]
    assert outcome.failed
    assert site.built() == {"index.html": b"van mij"}


def test_files_of_others_are_mentioned(site: TinySite) -> None:
    site.write("output/CNAME", "proef.nl")
    assert site.build().foreign == ("CNAME",)


def test_an_address_that_went_is_a_warning_and_its_file_goes(site: TinySite) -> None:
    site.build()
    site.rename("content/verhalen/soep.md", "content/verhalen/soep-en-brood.md")
    outcome = site.build()
    assert messages(outcome) == ["site.yaml:1: waarschuwing[adres-verdwenen]"]
    assert (outcome.diagnostics[0].tip or "").endswith("/verhalen/soep/: /verhalen/soep-en-brood/")
    assert "verhalen/soep/index.html" not in site.built()


def test_drafts_are_built_only_when_they_are_asked_for(site: TinySite, tmp_path: Path) -> None:
    site.write("content/verhalen/geheim.md", STORY.replace("titel: Soep", "concept: ja\ntitel: Geheim"))
    site.build()
    assert "verhalen/geheim/index.html" not in site.built()
    site.build(drafts=True, output=tmp_path / "voorbeeld")
    assert "verhalen/geheim/index.html" in site.built(tmp_path / "voorbeeld")
    assert "verhalen/geheim/index.html" not in site.built()


def test_the_register_beside_a_photo_of_a_draft_does_not_block_the_others(site: TinySite) -> None:
    site.write(
        "content/verhalen/geheim/index.md", STORY.replace("titel: Soep", "concept: ja\nfoto: feest.jpg\ntitel: Geheim")
    )
    site.write("content/verhalen/geheim/feest.jpg", picture())
    site.write("content/verhalen/geheim/feest.jpg.yaml", "fotograaf: Ans\n")
    outcome = site.build()
    assert not outcome.failed
    assert {str(found.severity) for found in outcome.diagnostics} == {"waarschuwing"}


def test_a_clean_build_forgets_everything_and_makes_the_same(site: TinySite) -> None:
    site.build()
    before = site.built()
    outcome = site.build(clean=True)
    assert (outcome.counts["written"], site.built()) == (0, before)


def test_a_clean_build_believes_nothing_that_an_earlier_one_left(site: TinySite) -> None:
    site.build()
    before = site.built()
    page, manifest = site.output / "index.html", site.output / ".mba" / "manifest.json"
    old, wrong = digest_bytes(page.read_bytes()), b"een bladzijde van vroeger"
    page.write_bytes(wrong)
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, digest_bytes(wrong)), encoding="utf-8")
    assert site.build().counts["written"] == 0
    assert site.build(clean=True).counts["written"] == 1
    assert site.built() == before


def test_a_lost_cache_costs_time_and_nothing_else(site: TinySite) -> None:
    site.build()
    before = site.built()
    site.remove(".cache")
    assert site.build().counts["written"] == 0
    assert site.built() == before


@pytest.mark.parametrize(
    ("today", "next_change"),
    [
        ("2026-11-23", ("2026-12-09", "content/oproepen/een.md", "nog 6 dagen om te reageren")),
        ("2026-12-15", ("2026-12-16", "content/oproepen/een.md", "oproep sluit")),
    ],
)
def test_a_build_says_when_the_site_changes_by_itself(
    site: TinySite, today: str, next_change: tuple[str, str, str]
) -> None:
    site.write("content/oproepen/een.md", CALL)
    assert site.build(day(today)).next_change == next_change
    assert site.check(day(today)).next_change == next_change


def test_a_text_that_was_parsed_before_is_not_parsed_again(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    site.write("content/verhalen/brood.md", STORY.replace("Soep", "Brood"))
    parsed: list[str] = []

    def note(files: Sequence[SourceFile], settings: CoachSettings, jobs: int) -> Iterator[Read]:
        parsed.extend(file.path for file in files)
        return read_all(files, settings, jobs)

    monkeypatch.setattr("generator.build.reading.read_all", note)
    site.build()
    assert parsed == ["content/verhalen/brood.md"]


def test_the_small_site_of_the_harness_is_what_it_says() -> None:
    assert sorted(SMALL) == ["content/verhalen/soep.md", "content/wijken/peelo.md", "site.yaml"]
