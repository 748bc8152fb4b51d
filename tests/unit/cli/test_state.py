"""`mba report`: lines to read, JSON, or a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli.entry import run
from tests.harness import CALL, TinySite

Said = pytest.CaptureFixture[str]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    site = TinySite(tmp_path / "site")
    site.write("content/oproepen/superbuur.md", CALL)
    monkeypatch.chdir(site.root)
    return site


def test_the_report_is_read_on_standard_output(site: TinySite, capsys: Said) -> None:
    assert run(["report", "--site", str(site.root), "--date", "2026-12-16"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Proefsite op woensdag 16 december 2026\n3 stukken; fouten: 0, waarschuwingen: 0\n")
    assert (
        "Gesloten oproepen zonder resultaat\n"
        "  Wie is jouw Superbuur?: gesloten op 15 december 2026, 1 dag geleden (content/oproepen/superbuur.md)\n"
    ) in said
    assert "Oproepen die deze week sluiten\n  Geen.\n" in said
    assert "Toegankelijkheid, nagekeken op 16 december 2026 door mba" in said


def test_the_report_as_json_is_one_object_with_dutch_keys(site: TinySite, capsys: Said) -> None:
    assert run(["report", "--date", "2026-12-10", "--json"]) == 0
    state = json.loads(capsys.readouterr().out)
    assert (state["naam"], state["datum"], state["stukken"]) == ("Proefsite", "2026-12-10", 3)
    assert state["sluit_deze_week"] == [
        {
            "titel": "Wie is jouw Superbuur?",
            "bestand": "content/oproepen/superbuur.md",
            "sluit_op": "2026-12-15",
            "dagen": 5,
        }
    ]
    assert {"wat", "nagekeken", "problemen", "erbij"} == set(state["toegankelijkheid"][0])
    assert site.root.exists()


def test_the_report_as_a_page_goes_into_the_file_that_is_named(site: TinySite, capsys: Said) -> None:
    assert run(["report", "--date", "2026-12-10", "--html", "verslag/staat.html"]) == 0
    assert capsys.readouterr().err.endswith("Verslag: verslag/staat.html\n")
    assert "<h1>Hoe staat de site ervoor?</h1>" in (site.root / "verslag" / "staat.html").read_text(encoding="utf-8")
    assert not site.output.exists()


def test_a_site_with_mistakes_has_a_report_that_counts_them(site: TinySite, capsys: Said) -> None:
    site.replace("content/verhalen/soep.md", "titel:", "titl:")
    assert run(["report", "--date", "2026-12-10"]) == 0
    assert "fouten: 2" in capsys.readouterr().out
