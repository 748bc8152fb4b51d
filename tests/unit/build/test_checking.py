"""A check that looks at changed pages alone says what a check of all pages says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from generator.build import checking
from generator.cache import Cache
from generator.check import check_site
from generator.diagnostics import Diagnostic
from tests.harness import SMALL, STORY, TinySite, messages

SOUP, BREAD, COFFEE = (f"content/verhalen/{name}.md" for name in ("soep", "brood", "koffie"))
SITE = {
    **SMALL,
    SOUP: STORY + "\n## Het recept\n\nPrei en prei.\n",
    BREAD: STORY.replace("Soep", "Brood") + "\nKijk bij [de soep](verhalen/soep#het-recept).\n",
    COFFEE: STORY.replace("Soep", "Koffie"),
}
Edit = Callable[[TinySite], None]


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    site = TinySite(tmp_path / "site", SITE)
    assert messages(site.build()) == []
    return site


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note at how many pages each check looks."""
    counts: list[int] = []

    def note(some: Mapping[str, object], *rest: object) -> tuple[Diagnostic, ...]:
        counts.append(len(some))
        return check_site(some, *rest)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr(checking, "check_site", note)
    return counts


def test_after_another_text_only_its_page_is_looked_at(site: TinySite, looked_at: list[int]) -> None:
    site.replace(COFFEE, "Er was veel", "Er was heel veel")
    assert messages(site.build()) == []
    assert looked_at == [1]


def test_when_nothing_changed_nothing_is_looked_at(site: TinySite, looked_at: list[int]) -> None:
    assert messages(site.build()) == []
    assert sum(looked_at) == 0


def take_title(site: TinySite) -> None:
    site.replace(COFFEE, "titel: Koffie", "titel: Brood")


def rename_heading(site: TinySite) -> None:
    site.replace(SOUP, "## Het recept", "## De soep")


def link_to_nowhere(site: TinySite) -> None:
    site.replace(COFFEE, "Er was veel", "[Kijk](#weg). Er was veel")


def break_template(site: TinySite) -> None:
    site.replace("thema/layouts/story.html", "<aside ", '<aside onclick="x()" ')


def remove_target(site: TinySite) -> None:
    site.remove(SOUP)


EDITS: Mapping[str, tuple[Edit, set[str]]] = {
    "an anchor that others lead to goes": (rename_heading, {"dood-anker"}),
    "a title that another page has": (take_title, {"titel-dubbel"}),
    "a link to an anchor that is not there": (link_to_nowhere, {"dood-anker"}),
    "a flaw in a template": (break_template, {"script-in-pagina"}),
    "a piece that others lead to goes": (remove_target, {"dode-link"}),
}


@pytest.mark.parametrize(("edit", "codes"), EDITS.values(), ids=EDITS.keys())
def test_what_turns_bad_is_found_as_in_a_clean_build(
    site: TinySite, tmp_path: Path, edit: Edit, codes: set[str]
) -> None:
    edit(site)
    outcome = site.build()
    assert codes <= {problem.code for problem in outcome.diagnostics}
    clean, _ = site.clean_outcome(tmp_path)
    assert [problem for problem in messages(outcome) if "adres-verdwenen" not in problem] == messages(clean)


def test_what_was_wrong_is_said_again_until_it_is_mended(site: TinySite) -> None:
    take_title(site)
    first = messages(site.build())
    assert len(first) == 1
    site.replace(SOUP, "Prei en prei.", "Prei en ui.")
    assert messages(site.build()) == first
    site.replace(COFFEE, "titel: Brood", "titel: Koffie")
    assert messages(site.build()) == []


def test_facts_that_the_store_lost_are_read_again(site: TinySite) -> None:
    with closing(Cache(site.root)) as cache:
        cache.keep_only("facts", [])
        cache.commit()
    site.replace(COFFEE, "Er was veel", "Lees [dit](verhalen/soep#het-recept). Er was veel")
    assert messages(site.build()) == []


def test_an_anchor_that_only_a_check_has_seen_is_missed_when_it_goes(site: TinySite) -> None:
    site.replace(SOUP, "## Het recept", "## Nieuw\n\n## Het recept")
    site.replace(COFFEE, "Er was veel", "Kijk bij [wat er nieuw is](verhalen/soep#nieuw). Er was veel")
    assert site.check().diagnostics == ()
    site.replace(SOUP, "## Nieuw\n\n", "")
    assert [problem.code for problem in site.build().diagnostics] == ["dood-anker"]
