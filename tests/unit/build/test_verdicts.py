"""For each content file: can it be published, and if not, what does it need?"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Outcome
from tests.harness import SETTINGS, STORY, TinySite

PATH = "content/verhalen/soep.md"


def verdict(outcome: Outcome) -> str:
    """Give the verdict on the story."""
    return next(str(verdict) for verdict in outcome.verdicts if verdict.file == PATH)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("", "klaar om te plaatsen"),
        ("publiceren_op: 2027-01-01\n", "klaar om te plaatsen (verschijnt op 1 januari 2027)"),
        ("publiceren_op: 2026-01-01\n", "klaar om te plaatsen"),
        ("concept: ja\n", "nog niet klaar: het is een concept; haal 'concept: ja' weg als het af is"),
        ("project: nergens\n", "nog niet klaar: los de fout op"),
        ("project: nergens\nthemas: [niets]\n", "nog niet klaar: los de 2 fouten op"),
        ("coach_uit: [lange-zin]\n", "klaar om te plaatsen"),
    ],
)
def test_a_piece_is_ready_or_it_says_what_it_needs(tmp_path: Path, keys: str, words: str) -> None:
    site = TinySite(tmp_path / "site")
    site.write(PATH, STORY.replace("titel:", f"{keys}titel:"))
    assert verdict(site.check()) == words


def test_a_piece_waits_for_the_sign_offs_that_are_asked(tmp_path: Path) -> None:
    site = TinySite(tmp_path / "site")
    site.write("site.yaml", f"{SETTINGS}akkoord_vereist: [actium, vaart]\n")
    site.write("content/organisaties.yaml", "actium: {naam: Actium}\nvaart: {naam: Vaart Welzijn}\n")
    assert verdict(site.check()) == "nog niet klaar: wacht op akkoord van Actium en Vaart Welzijn"
    site.write(PATH, STORY.replace("titel:", "akkoord: {actium: 2026-11-01}\ntitel:"))
    assert verdict(site.check()) == "nog niet klaar: wacht op akkoord van Vaart Welzijn"


def test_a_warning_stops_nothing_unless_it_is_asked_to(tmp_path: Path) -> None:
    site = TinySite(tmp_path / "site")
    site.write(PATH, STORY.replace("veel soep", "draagvlak"))
    assert verdict(site.check()) == "klaar om te plaatsen"


def test_a_file_that_cannot_be_read_is_not_ready(tmp_path: Path) -> None:
    site = TinySite(tmp_path / "site")
    site.write(PATH, b"\xff\xfe\x00")
    assert verdict(site.check()).startswith("nog niet klaar")


def test_what_may_be_about_somebody_waits_until_it_was_looked_at(tmp_path: Path) -> None:
    site = TinySite(tmp_path / "site")
    site.write(PATH, STORY.replace("Er was veel soep.", "Bel Ans: 06-20481357.\n\nOf Bo: 06-20481358."))
    assert verdict(site.check()) == "nog niet klaar: kijk na of dit over mensen mag (regels 7 en 9)"
    site.replace(PATH, "titel:", "coach_uit: [telefoon-prive]\ntitel:")
    assert verdict(site.check()) == "klaar om te plaatsen"
