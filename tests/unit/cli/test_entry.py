"""The command line: exit status 0 for done, 1 for problems in the site, 2 for wrong use; every word in Dutch."""

from __future__ import annotations

import datetime as dt
import json
import re
import socket
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import click
import pytest

from generator import __version__
from generator.build import Options
from generator.cli import commands, main
from generator.cli.entry import run
from generator.serve import Stand
from tests.harness import CALL, STORY, TinySite

DAY = "2026-11-23"
Said = pytest.CaptureFixture[str]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """Give a site, and stand in its folder."""
    made = TinySite(tmp_path / "site")
    monkeypatch.chdir(made.root)
    return made


# --- done, problems, wrong use -----------------------------------------------------------------------------------


def test_a_build_that_is_done_gives_0_and_a_summary_on_standard_error(site: TinySite, capsys: Said) -> None:
    assert run(["build", "--date", DAY]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    lines = said.err.splitlines()
    assert lines[0] == "Klaar: output"
    assert re.fullmatch(r"  pagina's: \d+, foto's: 0", lines[1])
    assert re.fullmatch(r"  bestanden geschreven: \d+, gelijk: 0, weg: 0", lines[2])
    assert re.fullmatch(r"  0 waarschuwingen, \d+,\d\d seconden", lines[3])
    assert (site.output / "index.html").is_file()


def test_a_mistake_in_the_content_gives_1_with_the_message_and_its_tip(site: TinySite, capsys: Said) -> None:
    site.replace("content/verhalen/soep.md", "[peelo]", "[pelo]")
    assert run(["build", "--date", DAY]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "content/verhalen/soep.md:5: fout[onbekende-wijk]: 'pelo' is geen wijk die we kennen\n"
        "  tip: bedoel je 'peelo'?\n"
        "Niets geschreven: 1 fout. De vorige versie staat er nog.\n"
    )
    assert not site.output.exists()


def test_a_warning_gives_0_unless_the_build_is_strict(site: TinySite, capsys: Said) -> None:
    site.write("content/notitie.txt", "")
    assert run(["build", "--date", DAY, "--strict"]) == 1
    assert "Niets geschreven: 1 waarschuwing." in capsys.readouterr().err
    assert run(["build", "--date", DAY]) == 0
    assert "  1 waarschuwing, " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bouw"], "mba: de opdracht 'bouw' kennen we niet"),
        (["biuld"], "mba: de opdracht 'biuld' kennen we niet; bedoel je 'build'?"),
        (["build", "--datum", DAY], "mba: de optie --datum kennen we niet"),
        (["build", "--stirct"], "mba: de optie --stirct kennen we niet; bedoel je --strict?"),
        (["build", "extra"], "mba: er staat te veel achter deze opdracht"),
        (["build", "--strict=ja"], "mba: de optie --strict is niet goed gebruikt"),
        (["build", "--date"], "mba: de optie --date is niet goed gebruikt"),
        (["build", "--date", "23-11-2026"], "--date: 23-11-2026 is geen dag; schrijf jaar-maand-dag, zoals 2026-11-23"),
        (["build", "--date", "2026-02-30"], "--date: 2026-02-30 is geen dag; schrijf jaar-maand-dag, zoals 2026-11-23"),
        (["build", "--date", "20261123"], "--date: 20261123 is geen dag; schrijf jaar-maand-dag, zoals 2026-11-23"),
        (["build", "--date", "2026-W48-1"], "--date: 2026-W48-1 is geen dag; schrijf jaar-maand-dag"),
        (["build", "--jobs", "veel"], "--jobs: 'veel' is geen getal dat hier kan"),
        (["build", "--jobs", "-1"], "mba: --jobs: "),
        (["serve", "--port", "0"], "mba: --port: "),
        (["serve", "--port", "99999"], "mba: --port: "),
        (["why"], "mba: hier ontbreekt ADRES"),
        (["build", "--drafts"], "mba: --drafts hoort bij een eigen map: noem die met --output"),
        (
            ["build", "--drafts", "--output", "output"],
            "mba: concepten horen niet in output/: noem met --output een andere",
        ),
        (["build", "--output", "content/uit"], "mba: de site kan niet in "),
        (["build", "--output", "."], "mba: de site kan niet in "),
        (["build", "--output", ".."], "mba: de site kan niet in "),
        (["build", "--site", "content"], "mba: in content staat geen site.yaml; noem de map van de site met --site"),
        (["build", "--site", "site.yaml"], "mba: --site: "),
        (["plan", "--against", "weg"], "mba: --against: "),
    ],
)
def test_wrong_use_gives_2_and_says_in_dutch_what_is_wrong(
    site: TinySite, capsys: Said, words: list[str], said: str
) -> None:
    assert run(words) == 2
    found = capsys.readouterr()
    first, tip = found.err.splitlines()
    assert said in first
    assert tip.startswith("  tip: 'mba")
    assert not re.search(r"\b(is not|does not|Directory|range|invalid|exist)\b", first)
    assert found.out == ""
    assert not (site.root / "output").exists()


def test_without_a_command_the_help_is_shown_and_that_is_wrong_use(capsys: Said) -> None:
    assert run([]) == 2
    assert "Gebruik: mba [OPTIES] OPDRACHT [ARGUMENTEN]" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_the_help_names_every_command_in_dutch(capsys: Said, words: list[str]) -> None:
    assert run(words) == 0
    said = capsys.readouterr().out
    assert said.startswith("Gebruik: mba [OPTIES] OPDRACHT [ARGUMENTEN]\n")
    assert "Opdrachten:" in said
    assert "Opties:" in said
    for name in commands.mba.commands:
        assert re.search(rf"^  {name}  +\w", said, re.MULTILINE)
    assert not re.search(r"\b(Usage|Options|Commands|Show)\b", said)


def every_command() -> list[str]:
    """Give the commands, those within a group included."""
    rows = sorted(commands.mba.commands.items())
    return [
        f"{name} {inner}".strip()
        for name, command in rows
        for inner in (sorted(command.commands) if isinstance(command, click.Group) else ("",))
    ]


@pytest.mark.parametrize("name", every_command())
def test_the_help_of_a_command_is_dutch(capsys: Said, name: str) -> None:
    assert run([*name.split(), "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Gebruik: mba {name} [OPTIES]")
    assert "--site MAP" in said
    assert not re.search(r"\b(Usage|Options|Show|default|TEXT|PATH|DIRECTORY|INTEGER|required)\b", said)


def test_the_version_is_shown(capsys: Said) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"mba {__version__}\n"


def test_somebody_who_stops_the_program_gets_a_word_and_130(capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, "invoke", stop)
    assert run(["build"]) == 130
    assert capsys.readouterr().err.strip() == "Gestopt."


def test_the_program_ends_with_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["mba", "--version"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 0


# --- where the site is, where the output comes, which day it is ----------------------------------------------------


@pytest.mark.parametrize("folder", [".", "content", "content/verhalen"])
def test_the_site_is_found_from_any_folder_in_it(site: TinySite, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.chdir(site.root / folder)
    assert run(["build", "--date", DAY]) == 0
    assert (site.output / "index.html").is_file()


def test_outside_a_site_the_command_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["build"]) == 2
    assert "hier of in een map hierboven staat geen site.yaml" in capsys.readouterr().err


def test_a_site_and_an_output_can_be_named_from_where_one_is(
    site: TinySite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    (tmp_path / "werk").mkdir()
    monkeypatch.chdir(tmp_path / "werk")
    assert run(["build", "--site", "../site", "--output", "uit", "--date", DAY]) == 0
    assert (tmp_path / "werk" / "uit" / "index.html").is_file()
    assert not site.output.exists()
    assert capsys.readouterr().err.startswith("Klaar: uit\n")


def test_the_site_cannot_come_in_the_folder_of_its_own_theme(site: TinySite) -> None:
    assert run(["build", "--date", DAY, "--output", "thema"]) == 2
    assert not (site.root / "thema" / "index.html").exists()


def test_drafts_come_in_a_folder_of_their_own(site: TinySite) -> None:
    site.write("content/verhalen/geheim.md", STORY.replace("titel: Soep", "concept: ja\ntitel: Geheim"))
    assert run(["build", "--date", DAY, "--drafts", "--output", "voorbeeld"]) == 0
    assert (site.root / "voorbeeld/verhalen/geheim/index.html").is_file()
    assert not site.output.exists()


def test_without_a_date_it_is_today_in_amsterdam(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Options] = []

    def note(options: Options, *, as_json: bool) -> int:
        asked.append(options)
        return int(as_json)

    monkeypatch.setattr("generator.cli.running.run_build", note)
    before = dt.datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    assert run(["build", "--site", str(site.root)]) == 0
    assert asked[0].today in {before, dt.datetime.now(ZoneInfo("Europe/Amsterdam")).date()}


def test_every_option_of_a_build_reaches_it(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Options, bool]] = []

    def note(options: Options, *, as_json: bool) -> int:
        asked.append((options, as_json))
        return 0

    monkeypatch.setattr("generator.cli.running.run_build", note)
    words = ["build", "--date", DAY, "--strict", "--clean", "--jobs", "3", "--drafts", "--output", "uit", "--json"]
    assert run(words) == 0
    root = site.root.resolve()
    day = dt.date.fromisoformat(DAY)
    assert asked == [(Options(root, root / "uit", day, strict=True, clean=True, drafts=True, jobs=3), True)]


def test_the_preview_shows_drafts_in_a_folder_of_its_own(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Options, Stand, dt.date, bool]] = []

    def note(options: Options, stand: Stand, today: Callable[[], dt.date], *, browser: bool) -> int:
        asked.append((options, stand, today(), browser))
        return 0

    monkeypatch.setattr("generator.cli.previewing.run_serve", note)
    assert run(["serve", "--date", DAY, "--port", "8123", "--no-browser"]) == 0
    ((options, stand, today, browser),) = asked
    assert (options.drafts, options.lazy_photos, browser) == (True, True, False)
    assert stand == Stand("127.0.0.1", 8123, "vscode")
    assert today == dt.date.fromisoformat(DAY)
    assert options.output == site.root.resolve() / ".cache" / "preview-8123"


def test_an_editor_that_is_not_known_is_told_with_those_that_are(site: TinySite, capsys: Said) -> None:
    assert site.root.exists()
    assert run(["serve", "--editor", "notepad"]) == 2
    said = capsys.readouterr().err
    assert "'notepad' kennen we niet; kies uit: vscode" in said


def test_a_port_that_is_taken_names_the_option_for_another(site: TinySite, capsys: Said) -> None:
    assert site.root.exists()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port), "--no-browser"]) == 2
    said = capsys.readouterr().err
    assert f"op 127.0.0.1, poort {port}, kunnen we niet luisteren: die poort is bezet" in said
    assert f"mba serve --port {port + 1}" in said


# --- what is said ----------------------------------------------------------------------------------------------------


def test_json_gives_the_messages_alone_on_standard_output_one_a_line(site: TinySite, capsys: Said) -> None:
    site.replace("content/verhalen/soep.md", "[peelo]", "[pelo]")
    site.write("content/notitie.txt", "")
    assert run(["build", "--date", DAY, "--json"]) == 1
    said = capsys.readouterr()
    assert [json.loads(line) for line in said.out.splitlines()] == [
        {
            "file": "content/notitie.txt",
            "line": 1,
            "severity": "waarschuwing",
            "code": "onbekend-bestand",
            "message": "dit bestand lezen we niet",
            "tip": "bewaar de tekst als gewone tekst in een bestand dat eindigt op .md",
        },
        {
            "file": "content/verhalen/soep.md",
            "line": 5,
            "severity": "fout",
            "code": "onbekende-wijk",
            "message": "'pelo' is geen wijk die we kennen",
            "tip": "bedoel je 'peelo'?",
        },
    ]
    assert said.err == "Niets geschreven: 1 fout, 1 waarschuwing. De vorige versie staat er nog.\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_of_a_site_without_problems_is_empty(site: TinySite, capsys: Said, command: str) -> None:
    assert run([command, "--site", str(site.root), "--date", DAY, "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_a_check_groups_what_it_finds_by_file(site: TinySite, capsys: Said) -> None:
    site.replace("content/verhalen/soep.md", "titel: Soep en een praatje", "titl: Soep")
    site.write("content/notitie.txt", "")
    assert run(["check", "--date", DAY]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert [line for line in said.err.splitlines() if not line.startswith("  tip:")] == [
        "content/notitie.txt (1 waarschuwing)",
        "content/notitie.txt:1: waarschuwing[onbekend-bestand]: dit bestand lezen we niet",
        "",
        "content/verhalen/soep.md (2 fouten): nog niet klaar: los de 2 fouten op",
        "content/verhalen/soep.md:1: fout[verplicht]: 'titel' ontbreekt",
        "content/verhalen/soep.md:2: fout[onbekende-sleutel]: 'titl' is geen sleutel die we kennen",
        "",
        "Klaar om te plaatsen: 1 van de 2 stukken. Nog niet klaar: 1.",
        "2 fouten, 1 waarschuwing in 2 bestanden.",
    ]
    assert not site.output.exists()


def test_a_check_without_problems_says_so(site: TinySite, capsys: Said) -> None:
    assert run(["check", "--site", str(site.root), "--date", DAY]) == 0
    assert capsys.readouterr().err == (
        "Alle 2 stukken zijn klaar om te plaatsen.\nKlaar: niets te vinden. Alles klopt.\n"
    )


def test_a_strict_check_fails_on_a_warning(site: TinySite) -> None:
    site.write("content/notitie.txt", "")
    assert run(["check", "--date", DAY]) == 0
    assert run(["check", "--date", DAY, "--strict"]) == 1


def test_a_plan_lists_what_would_be_written_and_writes_nothing(site: TinySite, capsys: Said) -> None:
    assert run(["plan", "--date", DAY]) == 0
    said = capsys.readouterr()
    assert "nieuw  /verhalen/soep/" in said.out.splitlines()
    assert re.fullmatch(r"te schrijven: \d+, te verwijderen: 0, gelijk: 0\n", said.err)
    assert not site.output.exists()

    run(["build", "--date", DAY])
    site.replace("content/verhalen/soep.md", "veel", "weinig")
    site.remove("content/wijken/peelo.md")
    site.write("content/wijken/marsdijk.md", "---\nnaam: Marsdijk\ncbs_code: WK010607\n---\n")
    site.replace("content/verhalen/soep.md", "[peelo]", "[marsdijk]")
    capsys.readouterr()
    assert run(["plan", "--date", DAY]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "weg    /wijken/peelo/" in lines
    assert any(line.startswith("anders /verhalen/soep/  (") for line in lines)


@pytest.mark.usefixtures("site")
def test_a_plan_can_be_made_against_another_output(capsys: Said) -> None:
    run(["build", "--date", DAY, "--output", "elders"])
    capsys.readouterr()
    assert run(["plan", "--date", DAY, "--against", "elders"]) == 0
    assert capsys.readouterr().out == ""


def test_a_plan_of_a_site_with_a_mistake_gives_1(site: TinySite, capsys: Said) -> None:
    site.replace("content/verhalen/soep.md", "[peelo]", "[pelo]")
    assert run(["plan", "--date", DAY]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "fout[onbekende-wijk]" in said.err


def test_why_explains_one_address(site: TinySite, capsys: Said) -> None:
    assert run(["why", "--site", str(site.root), "/verhalen/soep/", "--date", DAY]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "/verhalen/soep/ is nieuw",
        "  gemaakt uit: content/verhalen/soep.md",
        "  sjabloon: thema/layouts/story.html",
    ]


def test_why_does_not_know_an_address_of_others(site: TinySite, capsys: Said) -> None:
    assert run(["why", "--site", str(site.root), "/verhalen/sop/", "--date", DAY]) == 1
    assert "fout[adres-onbekend]" in capsys.readouterr().err


def test_next_gives_the_moment_in_amsterdam_and_the_reasons(site: TinySite, capsys: Said) -> None:
    site.write("content/oproepen/een.md", CALL)
    site.write("content/oproepen/twee.md", CALL.replace("Superbuur", "Buur"))
    assert run(["next", "--date", DAY]) == 0
    assert capsys.readouterr().out == (
        "2026-12-09T00:00:00+01:00 content/oproepen/een.md: nog 6 dagen om te reageren; "
        "content/oproepen/twee.md: nog 6 dagen om te reageren\n"
    )


def test_next_of_a_site_that_stays_as_it_is_says_so(site: TinySite, capsys: Said) -> None:
    site.remove("content/verhalen/soep.md")
    assert run(["next", "--date", DAY]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "De site verandert niet vanzelf.\n")


def test_next_of_a_site_with_a_mistake_gives_1(site: TinySite) -> None:
    site.replace("content/verhalen/soep.md", "[peelo]", "[pelo]")
    assert run(["next", "--date", DAY]) == 1


@pytest.mark.parametrize("words", [["build"], ["check"], ["plan"], ["why", "/"], ["next"]])
def test_a_disk_that_refuses_is_told_without_a_traceback(
    site: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: Said, words: list[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error", str(site.root / "content" / "soep.md"))

    monkeypatch.setattr("generator.build.front.load", refuse)
    assert run([*words, "--date", DAY]) == 1
    assert "fout[schijf-weigert]: content/soep.md kunnen we niet schrijven of lezen" in capsys.readouterr().err
