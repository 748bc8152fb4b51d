"""When nothing changed there is nothing to do; as soon as anything may have, the shortcut is not taken."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from generator.build import Outcome
from generator.build.options import output_id
from generator.build.pipeline import build
from generator.build.shortcut import nothing_changed
from generator.cache import Cache
from tests.harness import TODAY, TinySite, messages, silent
from tests.unit.examples import day


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    """Give a site that was built a while ago."""
    made = TinySite(tmp_path)
    made.build()
    made.age()
    return made


def shortcut(site: TinySite, **changes: object) -> Outcome | None:
    with closing(Cache(site.root)) as cache:
        return nothing_changed(site.options(**changes), cache)  # type: ignore[arg-type]


def test_a_site_in_which_nothing_changed_is_recognised(site: TinySite) -> None:
    outcome = shortcut(site)
    assert outcome is not None
    assert (outcome.failed, outcome.diagnostics) == (False, ())
    assert (outcome.counts["written"], outcome.counts["removed"]) == (0, 0)
    assert outcome.counts["unchanged"] == len(site.built()) - 1


def test_a_site_that_was_built_just_now_is_looked_at_once_more(tmp_path: Path) -> None:
    made = TinySite(tmp_path)
    made.build()
    assert shortcut(made) is None


EDITS: dict[str, Callable[[TinySite], None]] = {
    "a text changed": lambda site: site.replace("content/verhalen/soep.md", "veel", "weinig"),
    "a text was touched": lambda site: site.touch(),
    "a file appeared": lambda site: site.write("content/nieuw.txt", ""),
    "a file went": lambda site: site.remove("content/verhalen/soep.md"),
    "a file got another name": lambda site: site.rename("content/verhalen/soep.md", "content/verhalen/snert.md"),
    "the settings changed": lambda site: site.replace("site.yaml", "Proefsite", "Andere site"),
    "the theme changed": lambda site: site.replace("thema/css/base/page.css", "bare", "kaal"),
    "the theme lost a file": lambda site: site.remove("thema/images/stip.svg"),
    "a page of the output changed": lambda site: site.write("output/index.html", "gekraakt"),
    "a page of the output went": lambda site: site.remove("output/verhalen/soep/index.html"),
    "a stranger came into the output": lambda site: site.write("output/vreemd.html", ""),
    "the manifest went": lambda site: site.remove("output/.mba/manifest.json"),
    "the output went": lambda site: site.remove("output"),
}


@pytest.mark.parametrize("edit", EDITS)
def test_no_change_is_overlooked(site: TinySite, edit: str) -> None:
    EDITS[edit](site)
    site.age()
    assert shortcut(site) is None


@pytest.mark.parametrize(
    "changes",
    [{"today": day("2026-11-24")}, {"drafts": True}, {"clean": True}],
)
def test_another_question_has_another_answer(site: TinySite, changes: dict[str, object]) -> None:
    assert shortcut(site, **changes) is None


def test_another_folder_is_another_build(site: TinySite, tmp_path: Path) -> None:
    assert shortcut(site, output=tmp_path / "elders") is None
    assert output_id(site.options()) != output_id(site.options(drafts=True))
    assert output_id(site.options()) != output_id(site.options(output=tmp_path / "elders"))


def test_warnings_are_told_again_and_stop_a_strict_build(tmp_path: Path) -> None:
    site = TinySite(tmp_path)
    site.write("content/notitie.txt", "")
    site.build()
    site.age()
    outcome = shortcut(site)
    assert outcome is not None
    assert messages(outcome) == ["content/notitie.txt:1: waarschuwing[onbekend-bestand]"]
    assert shortcut(site, strict=True) is None


def test_an_address_that_went_is_told_once(tmp_path: Path) -> None:
    site = TinySite(tmp_path)
    site.build()
    site.remove("content/verhalen/soep.md")
    gone = site.build()
    assert "adres-verdwenen" in {found.code for found in gone.diagnostics}
    site.age()
    again = shortcut(site)
    assert again is not None
    assert again.diagnostics == ()


def test_dotfiles_in_the_output_are_nobodys_business(site: TinySite) -> None:
    site.write("output/.nojekyll", "")
    assert shortcut(site) is not None


def test_a_build_beside_files_of_others_is_done_again_so_that_they_are_mentioned(site: TinySite) -> None:
    site.write("output/vreemd.html", "")
    assert site.build().foreign == ("vreemd.html",)
    site.age()
    assert shortcut(site) is None


def test_a_text_that_changed_while_the_site_was_built_is_built_the_next_time(tmp_path: Path) -> None:
    site = TinySite(tmp_path)

    def edit_meanwhile(stage: str, done: int, total: int) -> None:
        if stage == "maken" and done == total:
            site.replace("content/verhalen/soep.md", "Er was veel soep.", "Er was te veel soep.")

    with closing(Cache(site.root)) as cache:
        build(site.options(TODAY), cache, edit_meanwhile)
        cache.commit()
    site.age()
    site.build()
    assert "te veel soep" in site.built()["verhalen/soep/index.html"].decode()


def test_what_was_built_is_the_same_after_the_shortcut(site: TinySite) -> None:
    before = site.built()
    with closing(Cache(site.root)) as cache:
        assert nothing_changed(site.options(), cache)
        build(site.options(), cache, silent)
    assert site.built() == before
