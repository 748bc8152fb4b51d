"""`mba new`: a piece that builds as a draft at once, by questions or by options, and never over another."""

from __future__ import annotations

import contextlib
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.assemble.site import RESERVED
from generator.cli.entry import run
from generator.cli.new_options import KEYS
from generator.draft import LABELS, Surroundings, propose, spot_of, why_not, write_piece
from generator.draft.photos import read_photos
from generator.draft.surroundings import NO_FILE_NAMES
from generator.model.document import Kind
from generator.parse import KINDS, outline, slugify
from tests.harness import PEELO, SMALL, TinySite, messages, photo, quick_folder

ROOT = Path(__file__).parents[1]
DAY = "2026-11-23"
Said = pytest.CaptureFixture[str]
INSTEAD = "kies een andere naam, zoals: --slug"
FULL = {
    **SMALL,
    "content/contact.md": "---\ntitel: Contact\n---\nBel ons.\n",
    "content/wijken/assen-oost.md": PEELO.replace("Peelo", "Assen-Oost").replace("06", "01"),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySite:
    """Give a site of two wijken, and stand in its folder."""
    made = TinySite(tmp_path / "site", FULL)
    monkeypatch.chdir(made.root)
    return made


def new(*arguments: str) -> int:
    return run(["new", "--date", DAY, *arguments])


def keys_of(site: TinySite, path: str) -> dict[str, str]:
    """Give the lines of the front matter that hold something."""
    text = (site.root / path).read_text(encoding="utf-8")
    return dict(re.findall(r"(?m)^([a-z_]+): (.+)$", text.partition("\n---\n")[0]))


# --- by options ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "path", "address"),
    [
        ("verhaal", "content/verhalen/2026/een-nieuw-begin.md", "/verhalen/een-nieuw-begin/"),
        ("oproep", "content/oproepen/een-nieuw-begin.md", "/oproepen/een-nieuw-begin/"),
        ("activiteit", "content/agenda/een-nieuw-begin.md", "/agenda/een-nieuw-begin/"),
        ("project", "content/projecten/een-nieuw-begin.md", "/projecten/een-nieuw-begin/"),
        ("pagina", "content/een-nieuw-begin.md", "/een-nieuw-begin/"),
        ("wijk", "content/wijken/een-nieuw-begin.md", "/wijken/een-nieuw-begin/"),
    ],
)
def test_every_kind_has_its_folder_and_says_what_to_do_next(
    site: TinySite, capsys: Said, label: str, path: str, address: str
) -> None:
    assert new(label, "Een nieuw begin!") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Gemaakt: {path}",
        "Zo ga je verder:",
        f"  1. Open {path}, vul in wat nog leeg is en schrijf je tekst.",
        f"  2. Bekijk het: mba serve, en dan http://127.0.0.1:8000{address}",
        "  3. Kijk het na: mba check",
        "  4. Klaar? Haal de regel 'concept: ja' weg, en bouw de site: mba build",
    ]
    data = (site.root / path).read_bytes()
    assert data.startswith(b"---\n# Dit is een concept")
    assert b"\r" not in data


def test_what_is_said_on_the_line_stands_in_the_file(site: TinySite) -> None:
    words = ["--wijk", "peelo", "--wijk", "Assen Oost", "--soort", "idee", "--sluit-op", "1-12-2026", "--door", "ons"]
    words += ["--vervolg", "We bellen.", "--reageren", "a@example.nl, 0592-000 000", "--samenvatting", "Zeg: het."]
    assert new("oproep", "Wat wil jij?", *words) == 0
    path = "content/oproepen/wat-wil-jij.md"
    assert keys_of(site, path) == {
        "concept": "ja",
        "titel": "Wat wil jij?",
        "samenvatting": '"Zeg: het."',
        "soort": "idee",
        "datum": DAY,
        "wijken": "[peelo, assen-oost]",
        "sluit_op": "2026-12-01",
        "reageren": "{email: a@example.nl, telefoon: 0592-000 000}",
        "door": "ons",
        "vervolg": "We bellen.",
    }
    site.replace(path, "concept: ja\n", "")
    assert messages(site.build()) == []
    assert "oproepen/wat-wil-jij/index.html" in site.built()


def test_the_day_of_an_activity_is_when_it_begins(site: TinySite) -> None:
    words = ["--datum", "5 december 2026 10:00", "--plaats", "De Schulp, Markt 1", "--wijk", "peelo"]
    assert new("agenda", "Soep", "--slug", "soep-eten", *words) == 0
    keys = keys_of(site, "content/agenda/soep-eten.md")
    assert (keys["begint"], keys["plaats"]) == ("2026-12-05 10:00", "{naam: De Schulp, adres: Markt 1}")


def test_a_story_lies_in_the_year_of_its_day(site: TinySite) -> None:
    assert new("verhaal", "Toen", "--datum", "2019-04-01") == 0
    assert (site.root / "content" / "verhalen" / "2019" / "toen.md").is_file()


def test_every_needed_key_can_be_said_on_the_line() -> None:
    for kind in Kind:
        needed = {entry.key for entry in outline(KINDS[kind], {}) if entry.needed}
        assert needed - {"titel", "naam"} <= set(KEYS)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "noem de soort van het stuk; kies uit: verhaal, oproep, activiteit, project, pagina, wijk"),
        (["verhael", "x"], "'verhael' is geen soort stuk; bedoel je 'verhaal'?"),
        (["verhaal"], 'hier ontbreekt de titel; schrijf bijvoorbeeld: mba new verhaal "Soep en een praatje"'),
        (["verhaal", "x", "--sluit-op", "2026-12-01"], "--sluit-op hoort niet bij een verhaal"),
        (["verhaal", "x", "--wijk", "pelo"], "--wijk: 'pelo' kennen we niet; bedoel je 'peelo'?"),
        (
            ["agenda", "x", "--datum", "31-02-2027"],
            "--datum: '2027-02-31' is geen datum die bestaat; kijk de dag en de maand na",
        ),
        (
            ["oproep", "x", "--sluit-op", "2026-12-01", "--doorlopend"],
            "--sluit-op en --doorlopend kunnen niet allebei",
        ),
        (["verhaal", "???"], f"hier staat geen letter of cijfer waar een adres van kan komen; {INSTEAD} verhaal"),
        (["verhaal", "Con"], f"de naam 'con' heeft de site of de computer zelf nodig; {INSTEAD} con-2"),
        (["pagina", "Zoeken"], f"de naam 'zoeken' heeft de site of de computer zelf nodig; {INSTEAD} zoeken-2"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(
    site: TinySite, capsys: Said, words: list[str], complaint: str
) -> None:
    before = sorted(site.root.rglob("*.md"))
    assert new(*words) == 2
    said = capsys.readouterr()
    assert said.err == f"mba: {complaint}\n  tip: 'mba new --help' laat zien wat kan\n"
    assert said.out == ""
    assert sorted(site.root.rglob("*.md")) == before


def test_everything_that_is_wrong_on_the_line_is_said_at_once(site: TinySite, capsys: Said) -> None:
    del site
    assert new("verhaal", "x", "--wijk", "pelo", "--datum", "ooit", "--menu", "voet") == 2
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()[:3]] == ["mba"] * 3


# --- never over another ---------------------------------------------------------------------------------------------


def test_a_name_that_is_taken_is_refused_and_another_proposed(site: TinySite, capsys: Said) -> None:
    assert new("oproep", "Soep") == 2
    assert capsys.readouterr().err.startswith(
        "mba: de naam 'soep' is al in gebruik: /verhalen/soep/; kies een andere naam, zoals: --slug soep-2\n"
    )
    assert new("oproep", "Soep", "--slug", "soep-2") == 0
    assert new("oproep", "Soep", "--slug", "soep-2") == 2
    assert "zoals: --slug soep-2-2" in capsys.readouterr().err
    assert (site.root / "content" / "oproepen" / "soep-2.md").is_file()


def test_former_addresses_and_drafts_count_as_taken(site: TinySite, capsys: Said) -> None:
    site.replace("content/verhalen/soep.md", "titel:", "oude_adressen: [/verhalen/erwtensoep/]\ntitel:")
    site.write("content/verhalen/kladje.md", "---\ntitel: Kladje\nconcept: ja\n---\n")
    assert (new("verhaal", "Erwtensoep"), new("verhaal", "Kladje")) == (2, 2)
    said = capsys.readouterr().err
    assert "/verhalen/erwtensoep/" in said
    assert "/verhalen/kladje/" in said


def test_a_file_or_folder_that_lies_there_stays(site: TinySite, capsys: Said) -> None:
    site.write("content/oproepen/feest.md", "---\ntitel: Anders\nslug: anders\n---\n")
    site.write("content/oproepen/markt/notities.txt", "bewaren")
    assert (new("oproep", "Feest"), new("oproep", "Markt")) == (2, 2)
    said = capsys.readouterr().err
    assert "content/oproepen/feest.md bestaat al; kies een andere naam, zoals: --slug feest-2" in said
    assert "content/oproepen/markt bestaat al; kies een andere naam, zoals: --slug markt-2" in said


@pytest.mark.parametrize("beside", [{}, {"een.jpg": b"foto"}], ids=["alone", "with a photo"])
def test_of_two_who_write_at_once_the_second_is_refused(tmp_path: Path, beside: dict[str, bytes]) -> None:
    spot = spot_of(Kind.CALL, "feest", 2026)
    first = write_piece(tmp_path, spot, "eerste\n", beside)
    with pytest.raises(FileExistsError):
        write_piece(tmp_path, spot, "tweede\n", beside)
    assert (tmp_path / first[0]).read_text(encoding="utf-8") == "eerste\n"
    assert sorted(path.name for path in (tmp_path / "content" / "oproepen").rglob(".*")) == []


def test_a_disk_that_refuses_leaves_no_half_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        del self, target
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="No space left"):
        write_piece(tmp_path, spot_of(Kind.CALL, "feest", 2026), "tekst\n", {"een.jpg": b"foto"})
    assert list((tmp_path / "content" / "oproepen").iterdir()) == []


def test_a_proposal_is_free_and_not_too_long(tmp_path: Path) -> None:
    long = "a" * 80
    around = Surroundings(tmp_path, {}, {long: "/verhalen/x/", f"{'a' * 78}-2": "/verhalen/y/", "feest": "/feest/"})
    assert propose(Kind.CALL, long, 2026, around) == f"{'a' * 78}-3"
    assert propose(Kind.CALL, "feest", 2026, around) == "feest-2"
    assert why_not(Kind.CALL, "feest-2", 2026, around) is None


# --- with photos ----------------------------------------------------------------------------------------------------


def test_photos_come_along_clean_with_a_tidy_name_and_a_register(site: TinySite, tmp_path: Path, capsys: Said) -> None:
    for name in ("IMG 2031 (Buurt).JPG", "Één.jpeg"):
        (tmp_path / name).write_bytes(photo("red", turned=True))
    photos = [word for name in ("IMG 2031 (Buurt).JPG", "Één.jpeg") for word in ("--foto", str(tmp_path / name))]
    assert new("verhaal", "Feest", "--wijk", "peelo", *photos) == 0
    folder = site.root / "content" / "verhalen" / "2026" / "feest"
    names = ["een.jpg", "een.jpg.yaml", "img-2031-buurt.jpg", "img-2031-buurt.jpg.yaml", "index.md"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert keys_of(site, "content/verhalen/2026/feest/index.md")["foto"] == "img-2031-buurt.jpg"
    assert '{{ foto "een.jpg" }}' in (folder / "index.md").read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert "  met foto: een.jpg\n" in said
    assert "       content/verhalen/2026/feest/een.jpg.yaml\n" in said
    outcome = site.build(drafts=True, output=tmp_path / "voorbeeld")
    assert not outcome.failed
    assert {line.partition(": ")[2] for line in messages(outcome)} == {
        "waarschuwing[verplicht]",
        "waarschuwing[alt-ontbreekt]",
    }


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("weg.jpg", None, "onleesbaar"),
        ("tekst.docx", b"x", "foto-soort"),
        ("stuk.jpg", b"geen foto", "foto-stuk"),
        ("half.jpg", photo("red", 400, 300)[:900], "foto-niet-schoon"),
    ],
)
def test_a_photo_that_cannot_be_used_stops_it_all(
    site: TinySite, tmp_path: Path, capsys: Said, name: str, data: bytes | None, code: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert new("verhaal", "Feest", "--foto", str(tmp_path / name)) == 1
    assert f"{name}:1: fout[{code}]: " in capsys.readouterr().err
    assert not (site.root / "content" / "verhalen" / "2026").exists()


def test_of_a_photo_with_a_wrong_name_the_nearest_is_meant(tmp_path: Path) -> None:
    (tmp_path / "Straat.jpeg").write_bytes(photo("red"))
    assert [problem.tip for problem in read_photos([tmp_path / "Straat.jpg"]).diagnostics] == [
        "bedoel je 'Straat.jpeg'?"
    ]


def test_two_photos_of_one_name_get_two_names_and_one_photo_comes_once(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "foto.jpg").write_bytes(photo("red"))
    paths = [tmp_path / "a" / "foto.jpg", tmp_path / "b" / "foto.jpg", tmp_path / "a" / "foto.jpg"]
    assert [found.name for found in read_photos(paths).value] == ["foto.jpg", "foto-2.jpg"]


# --- any title, every kind ------------------------------------------------------------------------------------------

titles = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), min_size=1, max_size=90)


@pytest.mark.parametrize("label", LABELS)
def test_any_title_gives_a_draft_that_builds_or_a_clear_refusal(label: str) -> None:
    with quick_folder() as folder:
        tiny = TinySite(folder / "site", FULL)
        taken = {"soep", "peelo", "contact", "assen-oost", "heel-assen", *NO_FILE_NAMES}
        taken |= RESERVED if label == "pagina" else set()

        @settings(max_examples=25)
        @given(titles)
        def try_it(title: str) -> None:
            before = set(tiny.root.rglob("*.md"))
            status = run(["new", "--site", str(tiny.root), "--date", DAY, "--", label, title])
            made = set(tiny.root.rglob("*.md")) - before
            slug = slugify(title)
            if not slug or slug in taken:
                assert (status, made) == (2, set())
                return
            assert status == 0
            (path,) = made
            assert path.stem == slug
            outcome = tiny.check()
            assert [line for line in messages(outcome) if "fout[" in line] == []
            path.unlink()

        try_it()


def test_in_the_real_theme_untouched_drafts_of_every_kind_stop_nothing(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(ROOT / "themes" / "mba", root / "themes" / "mba")
    tiny = TinySite(root, {**FULL, "site.yaml": FULL["site.yaml"].replace("thema: thema", "thema: themes/mba")})
    for label in LABELS:
        assert run(["new", "--site", str(root), "--date", DAY, label, f"Proef {label}"]) == 0
    outcome = tiny.build(drafts=True, output=tmp_path / "voorbeeld")
    assert [line for line in messages(outcome) if "fout[" in line] == []
    made = tiny.built(tmp_path / "voorbeeld")
    assert {f"{place}/index.html" for place in ("oproepen/proef-oproep", "wijken/proef-wijk", "proef-pagina")} <= set(
        made
    )
    assert not tiny.build().failed
    assert [path for path in tiny.built() if "proef-" in path] == []


# --- on a terminal --------------------------------------------------------------------------------------------------

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
PATIENCE = 60


class Terminal:
    """A terminal on which `mba new` runs: wait for what it shows, then type."""

    def __init__(self, root: Path, arguments: Sequence[str]) -> None:
        import pty  # noqa: PLC0415 - not on Windows

        self.seen = ""
        self.end, inside = pty.openpty()
        command = [sys.executable, "-m", "generator", "new", "--date", DAY, *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "200"}
        self.process = subprocess.Popen(
            command, cwd=root, env=environment, stdin=inside, stdout=inside, stderr=inside, start_new_session=True
        )
        os.close(inside)

    def wait_for(self, text: str) -> str:
        """Wait until a text is shown, and give everything up to it."""
        limit = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < limit, f"{text!r} did not come; shown was:\n{self.seen}"
            if select.select([self.end], [], [], 0.2)[0]:
                self._read()
        shown, _, self.seen = self.seen.partition(text)
        return shown

    def answer(self, question: str, text: str) -> str:
        """Type an answer after a question; give what was shown before it."""
        shown = self.wait_for(f"  {question}: ")
        os.write(self.end, f"{text}\n".encode())
        return shown

    def interrupt(self) -> None:
        """Press Ctrl+C, and again when nothing happens: the system loses one just before an answer is read."""
        limit = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < limit, "it does not stop"
            os.killpg(self.process.pid, signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(2)

    def finish(self) -> tuple[int, str]:
        """Wait for the end, and give the status and what was still shown."""
        with contextlib.suppress(OSError):
            while self._read():
                pass
        return self.process.wait(PATIENCE), self.seen.replace("\r\n", "\n")

    def _read(self) -> bool:
        data = os.read(self.end, 4096).decode(errors="replace")
        self.seen += data
        return bool(data)


@pytest.fixture
def terminal(site: TinySite) -> Iterator[Callable[..., Terminal]]:
    """Give a way to start `mba new` on a terminal; what still runs at the end is stopped."""
    started: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        started.append(Terminal(site.root, arguments))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()
        os.close(one.end)


@needs_terminal
def test_on_a_terminal_it_asks_for_what_is_missing(site: TinySite, terminal: Callable[..., Terminal]) -> None:
    talk = terminal()
    assert "Wat wil je maken?" in talk.answer("soort stuk", "oproep")
    talk.answer("titel", "Wie plant er een boom?")
    talk.answer("samenvatting", "Plant met ons mee.")
    assert "  2 meedoen" in talk.answer("soort", "2")
    talk.answer("datum", "")
    assert "assen-oost" in talk.answer("wijken", "oost")
    talk.answer("sluit_op", "1 december 2026")
    talk.answer("reageren", "bomen@example.nl")
    talk.answer("door", "")
    talk.answer("vervolg", "We bellen.")
    assert "Enter is: wie-plant-er-een-boom" in talk.answer("slug", "")
    status, shown = talk.finish()
    path = "content/oproepen/wie-plant-er-een-boom.md"
    assert status == 0
    assert f"Gemaakt: {path}" in shown
    keys = keys_of(site, path)
    assert "door" not in keys
    assert {key: keys[key] for key in ("soort", "datum", "wijken", "sluit_op")} == {
        "soort": "meedoen",
        "datum": DAY,
        "wijken": "[assen-oost]",
        "sluit_op": "2026-12-01",
    }
    assert messages(site.check()) == [f"{path}:22: waarschuwing[verplicht]"]


@needs_terminal
def test_a_wrong_answer_is_asked_again_and_a_taken_name_gets_a_proposal(
    site: TinySite, terminal: Callable[..., Terminal]
) -> None:
    talk = terminal("activiteit", "Soep", "--wijk", "peelo", "--samenvatting", "Kom eten.")
    talk.answer("begint", "ooit")
    assert "'ooit' is geen datum" in talk.answer("begint", "5-12-2026 18:00")
    talk.answer("plaats", "De Schulp, Markt 1")
    shown = talk.answer("slug", "peelo")
    assert "de naam 'soep' is al in gebruik: /verhalen/soep/" in shown
    assert "Enter is: soep-2" in shown
    assert "de naam 'peelo' is al in gebruik: /wijken/peelo/" in talk.answer("slug", "")
    assert talk.finish()[0] == 0
    assert keys_of(site, "content/agenda/soep-2.md")["begint"] == "2026-12-05 18:00"


@needs_terminal
@pytest.mark.parametrize("way", ["control-c", "control-d"])
def test_who_stops_halfway_leaves_nothing(site: TinySite, terminal: Callable[..., Terminal], way: str) -> None:
    before = sorted(site.root.rglob("*.md"))
    talk = terminal("verhaal", "Feest")
    talk.wait_for("  samenvatting: ")
    if way == "control-c":
        talk.interrupt()
    else:
        os.write(talk.end, b"\x04")
    status, shown = talk.finish()
    assert status == 130
    assert "Gestopt." in shown
    assert sorted(site.root.rglob("*.md")) == before


def test_without_a_terminal_nothing_is_asked(site: TinySite) -> None:
    command = [sys.executable, "-m", "generator", "new", "--date", DAY, "verhaal", "Feest"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # An end that stays open and says nothing: who reads from it waits for ever.
    with subprocess.Popen(
        command, cwd=site.root, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.wait(PATIENCE) == 0
    assert (site.root / "content" / "verhalen" / "2026" / "feest.md").is_file()
