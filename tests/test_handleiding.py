"""docs/handleiding.md and docs/naslag.md: who follows them to the letter gets what they say."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli.entry import run
from generator.model.coach import RULES
from generator.model.messages import messages
from generator.model.shortcodes import SHORTCODES
from tests.harness import CALL, PEELO, SETTINGS, STORY, TinySite, photo
from tests.harness import messages as messages_of
from tests.unit.lint.reading import codes
from tools import naslag
from tools.guide_steps import GUIDE, Command, Example, steps

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TEXT = GUIDE.read_text(encoding="utf-8")
REFERENCE = naslag.FILE.read_text(encoding="utf-8")
STEPS = list(steps(TEXT))
DAY = "2026-11-23"
WITHOUT_DAY = {"--version", "--help"}
PICTURES_BUDGET = 300_000
REGISTER = "alt: Buren op straat.\nfotograaf: Redactie\ntoestemming: geen-mensen\n"
SITE: dict[str, str | bytes] = {
    "site.yaml": SETTINGS,
    "content/wijken/peelo.md": PEELO.replace("cbs", "team: [{rol: buurtwerker, organisatie: mba}]\ncbs"),
    "content/contact.md": "---\ntitel: Contact\n---\nBel ons.\n",
    "content/organisaties.yaml": "mba: {naam: Mijn Buurt Assen}\nactium: {naam: Actium}\n",
    "content/themas.yaml": "groen: {naam: Groen}\n",
    "content/loketten.yaml": "groen: {naam: Groen, omschrijving: Voor bomen., waarvoor: [Ik wil een boom.]}\n",
    "content/verhalen/soep.md": STORY.replace("Soep", "Brood"),
    "content/oproepen/superbuur.md": CALL,
    "feest.jpg": photo("red"),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """Give a site in which somebody begins to write, and stand in its folder."""
    made = TinySite(tmp_path / "site", SITE)
    monkeypatch.chdir(made.root)
    return made


def type_in(command: str) -> int:
    """Do what a line of the guide does, on a fixed day."""
    words = shlex.split(command)
    if words[0] == "serve":
        return look_at_the_preview()
    day = [] if WITHOUT_DAY & set(words) else ["--date", DAY]
    return run([*words, *day])


def look_at_the_preview() -> int:
    """Start a preview on a port that is free, wait until it says where it is, and stop it as a writer does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    words = [sys.executable, "-m", "generator", "serve", "--no-browser", "--port", port]
    environment = {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "PATH": ""}
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stderr is not None
        said = iter(running.stderr.readline, "")
        assert any("Bijgewerkt" in line for line in said)
        if sys.platform == "win32":
            running.terminate()
            return 0
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=60)
    return running.returncode


def write_example(site: TinySite, example: Example, number: int) -> None:
    """Write a file of the guide; a piece of a text comes in a story of its own, with the photos that it names."""
    if example.path is not None:
        assert example.path.startswith("content/") or (site.root / example.path).exists()
        site.write(example.path, example.text)
        return
    folder = f"content/verhalen/stuk-{number}"
    site.write(f"{folder}/index.md", f"{STORY.replace('Soep en een praatje', f'Stuk {number}')}\n{example.text}")
    for name in re.findall(r'"([\w-]+\.jpg)"', example.text):
        site.write(f"{folder}/{name}", photo("blue"))
        site.write(f"{folder}/{name}.yaml", REGISTER)


def test_who_follows_the_guide_gets_the_site_that_it_promises(
    site: TinySite, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, step in enumerate(STEPS):
        if isinstance(step, Command):
            assert type_in(step.words) == 0, step.words
        else:
            write_example(site, step, number)
    told = capsys.readouterr().err
    assert "fout[" not in told
    # The last story is still a draft, without a summary.
    assert messages_of(site.build()) == ["content/verhalen/2026/samen-eten/index.md:10: waarschuwing[verplicht]"]
    built = site.built()
    for page in ("verhalen/soep-en-een-praatje", "oproepen/soepkoks", "agenda/soepfeest"):
        assert f"{page}/index.html" in built
    # The photo whose consent was withdrawn is nowhere; its story was never finished.
    assert not any("samen-eten" in path for path in built)


def test_the_guide_has_the_commands_of_a_first_story() -> None:
    typed = [step.words.split()[0] for step in STEPS if isinstance(step, Command)]
    assert typed[:5] == ["--version", "new", "serve", "check", "build"]
    assert {"photo", "next", "report"} <= set(typed)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`mba ([^`]+)`", TEXT))))
def test_a_command_in_a_sentence_exists_with_its_options(site: TinySite, command: str) -> None:
    del site
    assert run([*shlex.split(command), "--help"]) == 0


def test_a_message_reads_as_the_guide_shows(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(r"(?ms)^```text\n(.*?)^```$", TEXT)
    assert shown is not None
    story = next(step for step in STEPS if isinstance(step, Example))
    assert story.path is not None
    site.write(story.path, story.text.replace("[peelo]", "[pelo]"))
    assert run(["check", "--date", DAY]) == 1
    assert shown[1] in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------- the reference


def test_the_reference_is_what_the_program_declares(*, update_goldens: bool) -> None:
    if update_goldens:
        naslag.main()
    assert naslag.FILE.read_text(encoding="utf-8") == naslag.reference()


def test_the_reference_names_every_message_rule_and_shortcode() -> None:
    assert {code for code in messages() if f"`{code}`" not in REFERENCE} == set()
    assert {code for code in RULES if f"\n#### `{code}`\n" not in REFERENCE} == set()
    assert {name for name in SHORTCODES if f"\n### {name}\n" not in REFERENCE} == set()


def test_every_example_of_the_reference_builds_without_a_message(site: TinySite) -> None:
    found = list(steps(REFERENCE))
    assert len(found) == len(SHORTCODES) + 2
    for number, step in enumerate(found):
        assert isinstance(step, Example)
        write_example(site, step, number)
    outcome = site.build()
    assert [str(told) for told in outcome.diagnostics] == []
    assert not outcome.failed


# -------------------------------------------------------------------------------------------- pictures and links


def anchors(text: str) -> set[str]:
    """Give the names that GitHub gives to headings."""
    heads = re.findall(r"(?m)^#+ (.+)$", text)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


def links(text: str) -> Iterator[tuple[str, str]]:
    """Give each file that a text links to, with the heading in it."""
    for target in re.findall(
        r'\]\(([^)\s]+)\)|src="([^"]+)"', re.sub(r"(?ms)^```.*?^```$|`[^`\n]+`|<code>[^\n]*?</code>", "", text)
    ):
        path, _, anchor = "".join(target).partition("#")
        if "://" not in path:
            yield path, anchor


@pytest.mark.parametrize("path", [GUIDE, naslag.FILE], ids=lambda path: path.stem)
def test_every_link_and_picture_leads_somewhere(path: Path) -> None:
    for name, anchor in links(path.read_text(encoding="utf-8")):
        target = DOCS / name if name else path
        assert target.is_file(), name
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), f"{name}#{anchor}"


def test_every_picture_is_used_and_together_they_are_small() -> None:
    pictures = set((DOCS / "handleiding").iterdir())
    used = {DOCS / name for text in (TEXT, REFERENCE) for name, _ in links(text) if name.endswith(".webp")}
    assert pictures == used
    assert sum(picture.stat().st_size for picture in pictures) <= PICTURES_BUDGET


def test_the_guide_itself_is_plain_dutch() -> None:
    prose = re.sub(r"(?ms)^```.*?^```$|^\|[^\n]*$|^    [^\n]*$|^<img[^\n]*$|^!\[[^\n]*$|^> |^\d+\. \[.*?$", "", TEXT)
    prose = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", prose)
    assert codes(prose) == []


# ---------------------------------------------------------------------------------------------------- publishing


def rsync_words() -> list[str]:
    """Give the words of the line that puts the site on a server."""
    line = re.search(r"(?m)^rsync .+$", TEXT)
    assert line is not None
    return shlex.split(line[0])


def test_the_line_for_rsync_leaves_out_what_is_of_the_program() -> None:
    words = rsync_words()
    assert "--exclude=.mba/" in words
    assert words[-2] == "output/"
    assert words[-1].endswith("/")


@pytest.mark.skipif(shutil.which("rsync") is None, reason="NOT TESTED: there is no rsync on this machine")
def test_the_line_for_rsync_makes_the_server_hold_what_the_site_is_now(site: TinySite, tmp_path: Path) -> None:
    assert not site.build().failed
    server = TinySite(tmp_path / "server", {"oud.html": "weg", ".well-known/acme": "van de server"})
    shutil.rmtree(server.root / "thema")
    subprocess.run([*rsync_words()[:-1], f"{server.root}/"], check=True, capture_output=True)
    there = {path.relative_to(server.root).as_posix() for path in server.root.rglob("*") if path.is_file()}
    assert there == {path for path in site.built() if not path.startswith(".mba/")} | {".well-known/acme"}
