"""What the live preview says in the terminal: where it is, what a save did, and nothing twice."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import Outcome
from generator.cli.previewing import Voice
from generator.diagnostics import Diagnostic, error, warning
from generator.serve import Built
from tests.harness import TinySite

Said = pytest.CaptureFixture[str]
LONG = warning("content/verhalen/soep.md", 2, "titel-lang", "de titel is lang")
WRONG = error("content/verhalen/soep.md", 5, "onbekende-wijk", "'pelo' is geen wijk die we kennen")


def done(*found: Diagnostic, written: int = 1) -> Built:
    return Built(Outcome(found, failed=False, counts={"written": written, "removed": 0}), seconds=0.12)


def failed(*found: Diagnostic) -> Built:
    return Built(Outcome(found, failed=True, counts={}), paths=frozenset({"index.html"}))


def test_it_says_where_the_preview_and_the_desk_are(capsys: Said) -> None:
    Voice(browser=False).ready("http://127.0.0.1:8123/")
    said = capsys.readouterr().err
    assert "http://127.0.0.1:8123/\n" in said
    assert "http://127.0.0.1:8123/_redactie/\n" in said


def test_a_save_is_one_line(capsys: Said) -> None:
    Voice(browser=False).report(done())
    assert capsys.readouterr().err == "Bijgewerkt: 1 bestand in 0,12 seconden (0 waarschuwingen).\n"


def test_a_warning_is_said_once_and_an_error_every_time(capsys: Said) -> None:
    voice = Voice(browser=False)
    voice.report(done(LONG))
    voice.report(failed(LONG, WRONG))
    voice.report(failed(LONG, WRONG))
    said = capsys.readouterr().err
    assert said.count("titel-lang") == 1
    assert said.count("onbekende-wijk") == 2
    assert said.count("Het voorbeeld laat de laatste goede versie zien.") == 2


def test_without_an_earlier_version_it_promises_none(capsys: Said) -> None:
    Voice(browser=False).report(Built(Outcome((WRONG,), failed=True, counts={})))
    assert capsys.readouterr().err.endswith("1 fout. Er is nog geen voorbeeld.\n")


def test_a_build_that_changed_nothing_is_not_mentioned(capsys: Said) -> None:
    voice = Voice(browser=False)
    voice.report(done(LONG))
    capsys.readouterr()
    voice.report(done(LONG, written=0))
    assert capsys.readouterr().err == ""


def test_a_build_that_only_had_something_to_say_says_that_it_looked(capsys: Said) -> None:
    voice = Voice(browser=False)
    voice.report(done())
    capsys.readouterr()
    voice.report(done(LONG, written=0))
    assert capsys.readouterr().err.endswith("Alles nagekeken (1 waarschuwing).\n")


@pytest.mark.skipif(os.name == "nt", reason="a test on Windows cannot press Ctrl+C for another process alone")
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    site = TinySite(tmp_path / "site")
    command = [sys.executable, "-m", "generator", "serve", "--site", str(site.root), "--port", str(_free_port())]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        said = ""
        while "Bijgewerkt" not in said:
            line = process.stderr.readline()
            assert line, said
            said += line
        process.send_signal(signal.SIGINT)
        said += process.stderr.read()
        assert process.wait(20) == 0
    assert "Traceback" not in said
    assert re.search(r"\nHet voorbeeld is gestopt\.\n$", said)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port
