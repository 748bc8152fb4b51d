"""What was read and coached once is remembered with the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import reading
from generator.lint import coach
from generator.model.coach import CoachSettings
from generator.model.document import Document
from generator.model.prose import Block, Coached
from tests.harness import SETTINGS, STORY, TinySite, messages

PATH = "content/verhalen/soep.md"
OTHER = "content/verhalen/brood.md"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    site = TinySite(tmp_path / "site")
    site.write(PATH, STORY.replace("veel soep", "draagvlak"))
    site.write(OTHER, STORY.replace("Soep", "Brood"))
    return site


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which documents are coached, in the process that parses and again later."""
    read: list[str] = []

    def note(document: Document, blocks: tuple[Block, ...], settings: CoachSettings) -> Coached:
        read.append(document.path)
        return coach(document, blocks, settings)

    monkeypatch.setattr("generator.build.pool.coach", note)
    monkeypatch.setattr(reading, "coach", note)
    return read


def test_an_unchanged_document_is_not_read_again_and_its_remarks_stay(site: TinySite, read: list[str]) -> None:
    first = messages(site.check())
    assert first == [f"{PATH}:7: waarschuwing[moeilijk-woord]"]
    read.clear()
    assert messages(site.check()) == first
    assert read == []


def test_only_the_document_that_changed_is_read_again(site: TinySite, read: list[str]) -> None:
    site.check()
    read.clear()
    site.replace(OTHER, "veel soep", "leefbaarheid")
    assert messages(site.check()) == [
        f"{OTHER}:7: waarschuwing[moeilijk-woord]",
        f"{PATH}:7: waarschuwing[moeilijk-woord]",
    ]
    assert read == [OTHER]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("content/namen.yaml", "Praatje: [praatje]\n", {"naam-anders", "moeilijk-woord"}),
        ("site.yaml", f"{SETTINGS}coach_uit: [moeilijk-woord]\n", set()),
    ],
)
def test_other_spellings_or_rules_are_held_against_the_texts_that_were_kept(
    site: TinySite, read: list[str], monkeypatch: pytest.MonkeyPatch, path: str, text: str, found: set[str]
) -> None:
    site.check()
    read.clear()
    monkeypatch.setattr("generator.build.pool.parse_document", None)
    site.write(path, text)
    assert {problem.code for problem in site.check().diagnostics} == found
    assert sorted(read) == ["content/verhalen/brood.md", "content/verhalen/soep.md", "content/wijken/peelo.md"]


def test_other_shared_data_makes_nobody_read_again(site: TinySite, read: list[str]) -> None:
    site.check()
    read.clear()
    site.write("content/postcodes.yaml", "9401: peelo\n")
    site.check()
    assert read == []


def test_a_warning_of_the_parser_can_be_switched_off_as_well(site: TinySite) -> None:
    site.write(OTHER, STORY + "\n##\n")
    assert f"{OTHER}:9: waarschuwing[kop-leeg]" in messages(site.check())
    site.write(OTHER, STORY.replace("titel:", "coach_uit: [kop-leeg]\ntitel:") + "\n##\n")
    assert "kop-leeg" not in "".join(messages(site.check()))


def test_a_rule_that_does_not_exist_is_told_with_the_one_that_was_meant(site: TinySite) -> None:
    site.write(OTHER, STORY.replace("titel:", "coach_uit: [lange-zinnen]\ntitel:"))
    (found,) = [problem for problem in site.check().diagnostics if problem.file == OTHER]
    assert (found.line, found.code) == (2, "onbekende-waarde")
    assert found.tip is not None
    assert found.tip.startswith("bedoel je 'lange-zin'?")


def test_what_was_remembered_with_a_lost_text_is_made_again(site: TinySite) -> None:
    before = messages(site.check())
    (site.root / ".cache" / "mba.sqlite").unlink()
    assert messages(site.check()) == before
