"""Hostile texts, names, addresses and files: what is refused, and that all the rest is text in a real browser.

`tests/hostile/*.yaml` holds the tables. What the build refuses is refused with a message, and nothing is written; what
it accepts is built with the real theme, served with a strict policy, and opened page by page. Nothing may run, nothing
may be asked of another host, and each text must be there as its writer typed it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
import yaml
from PIL import ImageFont
from playwright.sync_api import ConsoleMessage, Dialog, Page

from generator.build import Outcome
from generator.cli.entry import run
from generator.diagnostics import Diagnostic
from tests.browser.conftest import NewPage, ServeFolder
from tests.harness import (
    CALL,
    PEELO,
    SETTINGS,
    SMALL,
    STORY,
    TinySite,
    messages,
    photo,
    templates_compiled_once,
)

TABLES = Path(__file__).resolve().parent.parent / "hostile"
THEME = Path(__file__).resolve().parents[2] / "themes" / "mba"
DAY = "2026-11-23"
HUGE, LONG = "x" * 6_000, "x" * 300
SECRET = "GEHEIM-9f3b"  # noqa: S105 - a word to look for
POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'; report-uri /csp"
)
STORIES = "content/verhalen"
STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')
CONTACT = "---\ntitel: Contact\nsamenvatting: Bel of mail ons.\n---\nBel of mail ons.\n"
Files = dict[str, str | bytes]


def table(name: str) -> Any:  # noqa: ANN401 - each table has a shape of its own
    return yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))


TEXTS: list[str] = [row["text"] for row in table("texts")]
LINKS: list[str] = table("links")
NAMES: list[str] = [name for name in table("names") if name != "LONG"]
BODIES: list[dict[str, Any]] = table("bodies")
FRONT_MATTER: list[dict[str, str]] = table("front_matter")
SETTINGS_REFUSED: list[dict[str, str]] = table("settings")


def front(keys: Mapping[str, object]) -> str:
    """Give front matter in which each text arrives as it is here, whatever YAML makes of its signs."""
    return f"---\n{yaml.safe_dump(dict(keys), allow_unicode=True, sort_keys=False, width=10_000)}---\n"


def dump(values: object) -> str:
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=10_000)


def as_shown(text: str) -> str:
    """Give a text as a reader sees it: white space counts once, and a body has curly quotes."""
    return unicodedata.normalize("NFC", " ".join(text.split())).translate(STRAIGHT)


@pytest.fixture(scope="module", autouse=True)
def _quick_templates() -> Iterator[None]:
    with templates_compiled_once():
        yield


# --- what is refused -------------------------------------------------------------------------------------------------


def tiny(tmp_path: Path, files: Mapping[str, str | bytes] | None = None) -> TinySite:
    return TinySite(tmp_path / "site", {**SMALL, **(files or {})})


def snapshot(folder: Path) -> dict[str, object]:
    """Give what lies in a folder: bytes of files, targets of links."""
    found: dict[str, object] = {}
    for where, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(where, name)
            key = os.fsdecode(os.path.relpath(path, folder))
            if path.is_symlink():
                found[key] = path.readlink()
            elif path.is_file():
                found[key] = path.read_bytes()
    return found


def outside(found: Mapping[str, object], *inside: str) -> dict[str, object]:
    """Leave out what lies below the folders that a build may write to."""
    return {
        path: data for path, data in found.items() if not path.startswith(tuple(f"{name}{os.sep}" for name in inside))
    }


def found_in(outcome: Outcome, file: str) -> list[str]:
    return [d.code for d in outcome.diagnostics if d.file == file and str(d.severity) == "fout"]


def assert_one_line_each(found: tuple[Diagnostic, ...]) -> None:
    """A message is one line and a tip is one: no text of a writer can break out of it, or paint the terminal."""
    for diagnostic in found:
        text = str(diagnostic)
        assert text.count("\n") == (diagnostic.tip is not None), repr(text)
        bad = [char for char in text if unicodedata.category(char) == "Cc" and char != "\n"]
        assert not bad, repr(text)


def filled(text: str) -> str:
    return text.replace("HUGE", HUGE).replace("LONG", LONG)


def refused_piece(row: Mapping[str, str], number: int) -> tuple[str, str]:
    """Give the path and the text of a piece with refused keys."""
    keys = filled(row["keys"])
    own = set(re.findall(r"(?m)^([a-z_]+):", keys))
    kind = row.get("kind", "verhaal")
    folder, base = {
        "verhaal": ("verhalen", STORY),
        "oproep": ("oproepen", CALL),
        "wijk": ("wijken", PEELO),
    }[kind]
    kept = [line for line in base.split("\n") if line.partition(":")[0] not in own]
    text = "\n".join(kept).replace("titel: ", f"titel: {number} ").replace("\n---\n", f"\n{keys}\n---\n", 1)
    return f"content/{folder}/geweigerd-{number}.md", text


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> tuple[TinySite, Outcome]:
    """All front matter that is refused, in one site."""
    files: Files = {f"{STORIES}/gewoon.md": STORY.replace("Soep", "Gewoon")}
    files |= dict(refused_piece(row, number) for number, row in enumerate(FRONT_MATTER))
    root = tmp_path_factory.mktemp("refused") / "site"
    shutil.copytree(THEME, root / "thema")
    site = TinySite(root, {**SMALL, "content/contact.md": CONTACT, **files})
    return site, site.build()


@pytest.mark.parametrize("number", range(len(FRONT_MATTER)), ids=[row["name"] for row in FRONT_MATTER])
def test_hostile_front_matter_is_refused(number: int, refused: tuple[TinySite, Outcome]) -> None:
    row = FRONT_MATTER[number]

    found = found_in(refused[1], refused_piece(row, number)[0])
    assert [code for code in found if re.fullmatch(row["code"], code)], found


def test_what_is_refused_writes_nothing_and_runs_nothing(refused: tuple[TinySite, Outcome]) -> None:
    site, outcome = refused

    assert outcome.failed
    assert not site.output.exists()
    assert not list(site.root.rglob("*hacked*"))
    assert not Path("hacked").exists()


def test_a_message_stays_one_line_whatever_it_is_about(refused: tuple[TinySite, Outcome]) -> None:
    assert_one_line_each(refused[1].diagnostics)


def video_with(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{{{{ video "https://video.example.nl/x" titel="x" tekst="{quoted}" }}}}'


LINK_PLACES: dict[str, Callable[[str], str]] = {
    "inline": lambda target: f"[klik]({target})",
    "pointed": lambda target: f"[klik](<{target}>)",
    "labelled": lambda target: f"[klik][x]\n\n[x]: <{target}>",
    "text of a video": video_with,
}


@pytest.mark.parametrize("place", LINK_PLACES)
def test_a_hostile_address_never_becomes_a_link(place: str, tmp_path: Path) -> None:
    """It is an error, or (where Markdown sees no link at all) it stays the text that it is."""
    files: Files = {
        f"{STORIES}/link-{number}.md": STORY.replace("titel: ", f"titel: {number} ").replace(
            "Er was veel soep.", LINK_PLACES[place](target)
        )
        for number, target in enumerate(LINKS)
    }
    site = tiny(tmp_path, files)

    outcome = site.build()

    silent = [number for number in range(len(LINKS)) if not found_in(outcome, f"{STORIES}/link-{number}.md")]
    for path in (path for path in files if found_in(outcome, path)):
        site.remove(path)
    again = site.build()
    pages = site.built()
    hrefs = {
        LINKS[number]: re.findall(rb'<a href="([^"]*)">klik', pages[f"verhalen/link-{number}/index.html"])
        for number in silent
    }
    assert outcome.failed
    assert not again.failed, messages(again)
    assert {target: found for target, found in hrefs.items() if found} == {}
    assert_one_line_each(outcome.diagnostics)


def test_a_hostile_address_is_refused_in_menus_and_redirects(tmp_path: Path) -> None:
    site = tiny(tmp_path)
    for number, target in enumerate(LINKS):
        if not as_shown(target).startswith(("javascript:", "JaVaScRiPt:", "//", "\\", "data:", "/\\")):
            continue
        old = f"/oud-{number}/"
        site.write(
            "site.yaml",
            SETTINGS + dump({"menu": {"hoofd": [{"tekst": "x", "naar": target}]}, "omleidingen": {old: target}}),
        )

        outcome = site.build()

        lines = {d.line for d in outcome.diagnostics if d.file == "site.yaml"}
        assert outcome.failed, target
        assert lines == {7, 9}, (target, messages(outcome))
    assert not site.output.exists()


@pytest.mark.parametrize("row", SETTINGS_REFUSED, ids=[f"{row['file']} {row['name']}" for row in SETTINGS_REFUSED])
def test_hostile_settings_and_shared_data_are_refused(row: dict[str, str], tmp_path: Path) -> None:
    text = row["text"].replace("themes/mba\n", "thema\n") if row.get("whole") else row["text"]
    if text == "NESTED":
        text = '{"features":' + "[" * 100_000
    site = tiny(tmp_path, {"content/organisaties.yaml": "actium: {naam: Actium}\n"})
    site.build()
    before = site.built()
    site.write(row["file"], SETTINGS + text if row["file"] == "site.yaml" and not row.get("whole") else text)

    outcome = site.build()

    assert row["code"] in found_in(outcome, row["file"]), messages(outcome)
    assert site.built() == before
    assert_one_line_each(outcome.diagnostics)


@pytest.fixture(scope="module")
def refused_bodies(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    files: Files = {f"{STORIES}/gewoon.md": STORY.replace("Soep", "Gewoon")}
    for number, row in enumerate(BODIES):
        if "code" in row:
            text = STORY.replace("titel: ", f"titel: {number} ").replace("Er was veel soep.", row["markdown"])
            files[f"{STORIES}/tekst-{number}.md"] = text
    return tiny(tmp_path_factory.mktemp("bodies"), files).build()


@pytest.mark.parametrize(
    "number",
    [number for number, row in enumerate(BODIES) if "code" in row],
    ids=[row["name"] for row in BODIES if "code" in row],
)
def test_a_hostile_body_is_refused_at_its_line(number: int, refused_bodies: Outcome) -> None:
    row = BODIES[number]
    found = [d for d in refused_bodies.diagnostics if d.file == f"{STORIES}/tekst-{number}.md"]

    assert (row.get("line", 1) + 6, row["code"]) in [(d.line, d.code) for d in found], found
    assert_one_line_each(tuple(found))


BROKEN_BYTES = {
    "half a letter": b"\xc3",
    "letter that goes on": b"\x80",
    "letter in too many bytes": b"\xc0\xaf",
    "script in too many bytes": b"\xe0\x80\xbcscript\xe0\x80\xbe",
    "half of a pair": b"\xed\xa0\x80",
    "past the last letter": b"\xf4\x90\x80\x80",
    "five bytes": b"\xf8\x88\x80\x80\x80",
    "UTF-7": "+ADw-script+AD4-é".encode("latin-1"),
    "null byte": b"a\0b",
}


@pytest.mark.parametrize("name", BROKEN_BYTES)
@pytest.mark.parametrize("where", ["front matter", "body", "shared data", "register"])
def test_bytes_that_are_no_utf8_are_refused_at_their_line(name: str, where: str, tmp_path: Path) -> None:
    bad = BROKEN_BYTES[name]
    files: dict[str, tuple[str, bytes, int]] = {
        "front matter": (f"{STORIES}/soep.md", STORY.encode().replace(b"Er was soep", bad), 4),
        "body": (f"{STORIES}/soep.md", STORY.encode().replace(b"veel", bad), 7),
        "shared data": ("content/themas.yaml", b"groen:\n  naam: " + bad + b"\n", 2),
        "register": (f"{STORIES}/foto.jpg.yaml", b"alt: x\nfotograaf: " + bad + b"\ntoestemming: geen-mensen\n", 2),
    }
    path, data, line = files[where]
    site = tiny(tmp_path, {f"{STORIES}/foto.jpg": photo("red"), path: data})

    found = site.build().diagnostics

    assert [(d.file, d.line, d.code) for d in found] == [(path, line, "geen-utf8")]


# --- nothing leaves its folder ---------------------------------------------------------------------------------------


def mba(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """Run the command in this process: an exception that it does not mean to end with is a failure."""
    status = run(words)
    said = capsys.readouterr()
    return status, said.out + said.err


def test_whatever_a_file_is_called_nothing_is_written_elsewhere_and_every_address_is_plain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    site = tiny(tmp_path)
    for number, name in enumerate(NAMES):
        text = front(
            {
                "titel": f"Verhaal {number}",
                "datum": "2026-11-01",
                "samenvatting": "x",
                "wijken": ["peelo"],
                "foto": f"{name}.jpg",
            }
        )
        for path, data in (
            (f"{name}.md", text.encode()),
            (f"{name}.jpg", photo("red")),
            (f"{name}.jpg.yaml", b"alt: x\nfotograaf: x\ntoestemming: geen-mensen\n"),
        ):
            try:
                (site.root / STORIES / path).write_bytes(data)
            except (OSError, ValueError):  # this disk cannot hold it
                continue
    before = outside(snapshot(tmp_path), "site/output", "site/.cache")

    first = site.build()
    blamed = {d.file for d in first.diagnostics if str(d.severity) == "fout"}
    for file in sorted((site.root / STORIES).iterdir()):
        shown = unicodedata.normalize("NFC", f"{STORIES}/{file.name}")
        if {shown, shown.removesuffix(".yaml"), f"{shown}.yaml"} & blamed:
            file.unlink()
            before.pop(os.path.relpath(file, tmp_path))
    second = site.build()

    assert not second.failed, messages(second)
    odd = [path for path in site.built() if not re.fullmatch(r"(?:[a-z0-9-]+/)*[a-z0-9-]+(?:\.[a-z0-9]+)*", path)]
    ours = (".mba/", "_headers", "server/Caddyfile")
    assert [path for path in odd if not path.startswith(ours)] == []
    assert len([path for path in site.built() if path.startswith("verhalen/") and "jaar" not in path]) > 30
    assert outside(snapshot(tmp_path), "site/output", "site/.cache") == before


@pytest.mark.parametrize("name", ["regel\neen", "\x1b[31mrood", "\x7f", "terug\rhier", "lijn\u2028een"])
def test_a_message_about_a_file_stays_one_line_whatever_the_file_is_called(name: str, tmp_path: Path) -> None:
    site = tiny(tmp_path)
    try:
        site.write(f"{STORIES}/{name}.md", "geen gegevens\n")
    except OSError:
        pytest.skip("this disk cannot hold it")

    outcome = site.build()

    assert [d.code for d in outcome.diagnostics] in (["geen-gegevens"], ["naam-onjuist"])
    assert_one_line_each(outcome.diagnostics)


def test_a_file_without_end_in_its_name_has_an_address_of_eighty_letters(tmp_path: Path) -> None:
    site = tiny(tmp_path, {f"{STORIES}/{'x' * 250}.md": STORY.replace("Soep", "Lang")})

    assert messages(site.build()) == []
    assert f"verhalen/{'x' * 80}/index.html" in site.built()


# What a disk cannot hold is only noticed when all else is done: it may not leave half a site behind.
IMPOSSIBLE: dict[str, Files] = {
    "an old address below a file": {
        f"{STORIES}/soep.md": STORY.replace("[peelo]", "[peelo]\noude_adressen: [/robots.txt/x/]")
    },
    "an old address below a page": {
        f"{STORIES}/soep.md": STORY.replace("[peelo]", "[peelo]\noude_adressen: [/wijken/peelo/index.html/x/]")
    },
    "an old address in the place of a folder": {
        f"{STORIES}/soep.md": STORY.replace("[peelo]", "[peelo]\noude_adressen: [/x.y, /x.y/z/]")
    },
    "an old address without end": {
        f"{STORIES}/soep.md": STORY.replace("[peelo]", f"[peelo]\noude_adressen: [/{LONG}/]")
    },
    "an old address of too many parts": {
        f"{STORIES}/soep.md": STORY.replace("[peelo]", f"[peelo]\noude_adressen: [{'/abcdefghij' * 450}/]")
    },
    "a redirect of the settings below a file": {
        "site.yaml": f"{SETTINGS}omleidingen:\n  /sitemap.xml/x/: /verhalen/\n"
    },
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_an_address_that_no_disk_can_hold_is_refused_before_anything_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tiny(tmp_path)
    words = ("build", "--site", str(site.root), "--date", DAY)
    assert mba(capsys, *words)[0] == 0
    before = site.built()
    for path, text in IMPOSSIBLE[name].items():
        site.write(path, text)
    site.replace("content/wijken/peelo.md", "Een wijk.", "Een andere wijk.")

    status, said = mba(capsys, *words)

    assert status == 1
    assert site.built() == before
    assert f"{next(iter(IMPOSSIBLE[name]))}:" in said


def test_a_photo_with_a_very_long_name_is_shown_or_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = f"{'x' * 240}.jpg"
    site = tiny(
        tmp_path,
        {
            f"{STORIES}/soep.md": STORY.replace("Er was veel soep.", f'{{{{ foto "{name}" }}}}'),
            f"{STORIES}/{name}": photo("red"),
            f"{STORIES}/{name}.yaml": "alt: x\nfotograaf: x\ntoestemming: geen-mensen\n",
        },
    )

    status, said = mba(capsys, "build", "--site", str(site.root), "--date", DAY)

    if status == 0:
        assert b"<img" in site.built()["verhalen/soep/index.html"]
    else:
        assert f"{STORIES}/" in said
        assert "schijf-weigert" not in said
        assert not site.output.exists()


@pytest.mark.parametrize("what", ["a text", "a folder", "a photo", "a register", "shared data", "a loop", "nothing"])
def test_a_symbolic_link_out_of_the_content_is_refused_and_not_followed(what: str, tmp_path: Path) -> None:
    aside = tmp_path / "elders"
    aside.mkdir()
    for name, data in (
        ("geheim.md", STORY.replace("Soep", SECRET).encode()),
        ("foto.jpg", photo("blue")),
        ("foto.jpg.yaml", f"alt: {SECRET}\nfotograaf: x\ntoestemming: geen-mensen\n".encode()),
        ("themas.yaml", f"groen: {{naam: {SECRET}}}\n".encode()),
    ):
        (aside / name).write_bytes(data)
    site = tiny(tmp_path, {f"{STORIES}/gewoon.md": STORY.replace("[peelo]", "[peelo]\nfoto: foto.jpg")})
    places = {
        "a text": (f"{STORIES}/geheim.md", aside / "geheim.md"),
        "a folder": (f"{STORIES}/map", aside),
        "a photo": (f"{STORIES}/foto.jpg", aside / "foto.jpg"),
        "a register": (f"{STORIES}/foto.jpg.yaml", aside / "foto.jpg.yaml"),
        "shared data": ("content/themas.yaml", aside / "themas.yaml"),
        "a loop": (f"{STORIES}/rond", site.root / "content"),
        "nothing": (f"{STORIES}/niets.md", aside / "is-er-niet.md"),
    }
    path, target = places[what]
    try:
        (site.root / path).symlink_to(target)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    before = outside(snapshot(tmp_path), "site/.cache")

    outcome = site.build()

    assert found_in(outcome, path) == ["koppeling"]
    assert not any(SECRET in str(d) for d in outcome.diagnostics)
    assert outside(snapshot(tmp_path), "site/.cache") == before


def test_a_symbolic_link_in_the_output_folder_is_not_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tiny(tmp_path)
    words = ("build", "--site", str(site.root), "--date", DAY)
    assert mba(capsys, *words)[0] == 0
    aside = tmp_path / "elders"
    shutil.move(site.output / "verhalen", aside)
    try:
        (site.output / "verhalen").symlink_to(aside)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    (aside / "soep" / "index.html").write_bytes(b"van een ander")
    before = snapshot(aside)

    mba(capsys, *words)

    assert snapshot(aside) == before


@pytest.mark.parametrize(
    "where", [".", "..", "content", "content/verhalen/x", "thema", "thema/x", "site.yaml", "../.."]
)
def test_the_site_is_not_built_over_its_own_files(
    where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tiny(tmp_path / "a" / "b")
    before = snapshot(tmp_path)

    status, said = mba(capsys, "build", "--site", str(site.root), "--output", str(site.root / where), "--date", DAY)

    assert status == 2, said
    assert snapshot(tmp_path) == before


def test_a_figure_of_five_thousand_digits_is_a_text(tmp_path: Path) -> None:
    keys = f"cbs_code: WK010606\ncijfers:\n  inwoners: '{'9' * 4900}'\n"
    site = tiny(tmp_path, {"content/wijken/peelo.md": PEELO.replace("cbs_code: WK010606\n", keys)})

    outcome = site.build()

    assert [d for d in outcome.diagnostics if d.file.startswith("thema")] == [], "the theme is blamed"
    assert not outcome.failed or found_in(outcome, "content/wijken/peelo.md")


@pytest.mark.parametrize("title", ["x" * 400, "😀" * 400, "x" * 200 + " " + "y" * 200], ids=["x", "emoji", "two words"])
def test_a_title_of_one_endless_word_does_not_keep_the_build_busy(
    title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fitting it on a card measures at most some thousand times as many letters as it has."""
    measured = 0
    measure = ImageFont.FreeTypeFont.getlength

    def counted(font: ImageFont.FreeTypeFont, text: str, *rest: Any) -> float:  # noqa: ANN401 - passed on
        nonlocal measured
        measured += len(text)
        return measure(font, text, *rest)

    root = tmp_path / "site"
    shutil.copytree(THEME, root / "thema")
    site = TinySite(root, {**SMALL, "content/contact.md": CONTACT})
    site.replace(f"{STORIES}/soep.md", "Soep en een praatje", title)
    monkeypatch.setattr(ImageFont.FreeTypeFont, "getlength", counted)

    outcome = site.build()

    assert not outcome.failed, messages(outcome)
    assert 0 < measured < 1_000 * len(title)


# --- what is accepted, in a browser ----------------------------------------------------------------------------------


OLD_ADDRESSES = (
    "/a;url=javascript&colon;window.__hacked=1/",
    "/0;url=data,text/(x)/",
    "/&quot;&lt;x&gt;/",
    "/é-你好/",
    "/(x),~!@$+=/",
    "/oud.html",
    "/con-cert/",
    "/x@y/",
)
TITLED = ("/verhalen/verhaal", "/oproepen/oproep", "/projecten/project", "/agenda/activiteit")
SETS = 8
WIJK_SLUGS = ("peelo", "centrum", "marsdijk", "pittelo")


@dataclass
class Hostile:
    """A site under construction: its files, and which texts have to be readable on which page."""

    files: Files = field(default_factory=dict)
    expected: dict[str, list[str]] = field(default_factory=dict)
    used: int = 0

    def next(self, *pages: str) -> str:
        """Give the next hostile text, with a number so that it is the only one of its kind."""
        text = f"{TEXTS[self.used % len(TEXTS)]} ~{self.used}~"
        self.used += 1
        for page in pages:
            self.expected.setdefault(page, []).append(text)
        return text

    def piece(self, folder: str, slug: str, keys: Mapping[str, object], body: str = "Tekst.\n") -> None:
        path = f"content/{folder}/{slug}.md" if folder else f"content/{slug}.md"
        self.files[path] = front(keys) + body

    def photo(self, folder: str, slug: str, page: str) -> str:
        """Add a photo with its register, and give its name."""
        name = f"{slug} {NAMES_OF_PHOTOS[self.used % len(NAMES_OF_PHOTOS)]}.jpg"
        self.files[f"content/{folder}/{name}"] = photo("red", 60, 40)
        register = {
            "alt": self.next(page),
            "fotograaf": self.next(page),
            "bijschrift": self.next(page),
            "toestemming": "gegeven",
            "toestemming_ref": f"{SECRET} {self.next()}",
            "toestemming_op": "2026-01-01",
        }
        self.files[f"content/{folder}/{name}.yaml"] = dump(register)
        return name


NAMES_OF_PHOTOS = (
    ["gewoon"]
    if os.name == "nt"
    else ['"><img src=x onerror=window.__hacked=1>', "' onerror='x", "{{ 7*7 }}", "a,b 2x", "é 41%"]
)


def shared(site: Hostile, about: str) -> None:
    """Add organisations, themes, counters and a notice of hostile texts; `about` is the page that shows them all."""
    organisations = {
        f"organisatie-{number}": {
            "naam": site.next(about),
            "omschrijving": site.next(about),
            "adres": site.next(about),
            "email": "a!#$%&'*+/=?^_{|}~-".replace("'", "") + "@example.nl",
            "website": "https://www.example.nl/?a=1&b=(x);alert(1)//",
        }
        for number in range(6)
    }
    themes = {
        f"thema-{number}": {
            "naam": site.next("/themas/", f"/themas/thema-{number}/"),
            "omschrijving": site.next("/themas/", f"/themas/thema-{number}/"),
        }
        for number in range(6)
    }
    counters = {
        f"loket-{number}": {
            "naam": site.next("/doe-mee/"),
            "omschrijving": site.next("/doe-mee/"),
            "waarvoor": [site.next("/doe-mee/"), site.next("/doe-mee/")],
            "niet_voor": [site.next("/doe-mee/")],
            "hoe": site.next("/doe-mee/"),
            "adres": site.next("/doe-mee/"),
        }
        for number in range(4)
    }
    site.files["content/organisaties.yaml"] = dump(organisations)
    site.files["content/themas.yaml"] = dump(themes)
    site.files["content/loketten.yaml"] = dump(counters)
    site.files["content/namen.yaml"] = dump({site.next(): [site.next(), site.next()]})
    site.files["content/kaart/assen-wijken.geojson"] = json.dumps(
        {
            "metadata": {"bron": site.next(), "licentie": site.next()},
            "features": [
                {
                    "properties": {"wijkcode": f"WK01060{number}"},
                    "geometry": {
                        "type": "Polygon",
                        "coordinates": [[[6.5, 53 + number / 10], [6.6, 53 + number / 10], [6.6, 53.05 + number / 10]]],
                    },
                }
                for number in range(len(WIJK_SLUGS))
            ],
        }
    )


def pieces(site: Hostile, number: int) -> None:
    """Add one piece of each kind, all their texts hostile."""
    wijk = WIJK_SLUGS[number % len(WIJK_SLUGS)]
    story, call, project, event = (f"{kind}-{number}" for kind in ("verhaal", "oproep", "project", "activiteit"))
    theme = f"thema-{number % 6}"
    here = f"/verhalen/{story}/"
    site.piece(
        "verhalen",
        story,
        {
            "titel": site.next(here),
            "datum": f"20{10 + number}-11-01",
            "samenvatting": site.next(here),
            "wijken": [wijk, "heel-assen"],
            "themas": [theme],
            "project": project,
            "auteur": {"naam": site.next(here), "rol": "wijkreporter"},
            "afzender": f"organisatie-{number % 6}",
            "zoekwoorden": [site.next(), site.next()],
            "foto": site.photo("verhalen", story, here),
            "oude_adressen": [OLD_ADDRESSES[number % len(OLD_ADDRESSES)]] if number < len(OLD_ADDRESSES) else [],
            "taal": "en" if number % 3 == 1 else "nl",
            "coach_uit": ["lange-zin"],
        },
    )
    here = f"/oproepen/{call}/"
    site.piece(
        "oproepen",
        call,
        {
            "titel": site.next(here),
            "soort": "idee",
            "datum": "2026-11-01",
            "samenvatting": site.next(here),
            "wijken": [wijk],
            "sluit_op": "2026-11-25",
            "reageren": {
                "adres": site.next(here),
                "email": "x+{|}=?&@example.nl",
                "formulier": "https://www.example.nl/?a=1&b=$(x);alert(1)",
            },
            "door": site.next(here),
            "vervolg": site.next(here),
            "status": "gaat-door",
            "reden": site.next(here),
            "resultaat": story,
            "loket": f"loket-{number % 4}",
            "themas": [theme],
            "project": project,
        },
    )
    here = f"/projecten/{project}/"
    site.piece(
        "projecten",
        project,
        {
            "titel": site.next(here),
            "samenvatting": site.next(here),
            "wijken": [wijk],
            "status": "uitvoering",
            "opgaven": {"fysiek": site.next(here), "sociaal": site.next(here)},
            "partners": [f"organisatie-{number % 6}", "mba"],
            "mijlpalen": [
                {"datum": "2026", "tekst": site.next(here)},
                {"datum": "2027-01-01", "tekst": site.next(here)},
            ],
            "themas": [theme],
        },
    )
    here = f"/agenda/{event}/"
    site.piece(
        "agenda",
        event,
        {
            "titel": site.next(here),
            "begint": "2026-12-05 10:00",
            "plaats": {"naam": site.next(here), "adres": site.next(here)},
            "samenvatting": site.next(here),
            "wijken": [wijk],
            "aanmelden": site.next(here),
            "project": project,
        },
    )
    here = f"/pagina-{number}/"
    site.piece(
        "",
        f"pagina-{number}",
        {"titel": site.next(here), "samenvatting": site.next(here)} | ({"menu": "voet"} if number < 2 else {}),
    )


def wijken(site: Hostile) -> None:
    for number, slug in enumerate(WIJK_SLUGS):
        here = f"/wijken/{slug}/"
        site.piece(
            "wijken",
            slug,
            {
                "naam": site.next(here, "/wijken/"),
                "cbs_code": f"WK01060{number}",
                "samenvatting": site.next(here),
                "slogan": site.next(here),
                "ook_bekend_als": [site.next(here), site.next(here)],
                "buurten": [site.next(here), site.next(here)],
                "cijfers": {site.next(here): site.next(here), "bron": site.next(here)},
                "team": [
                    {"naam": site.next(here), "rol": site.next(here), "organisatie": f"organisatie-{number}"},
                    {"rol": site.next(here), "organisatie": "mba", "telefoon": "+31 (0)592-12.34/56"},
                ],
                "spreekuur": site.next(here),
            },
        )


def bodies(site: Hostile) -> None:
    for number, row in enumerate(BODIES):
        if "shows" in row:
            site.files[f"content/verhalen/tekst-{number}.md"] = (
                front(
                    {
                        "titel": f"Tekst {number}",
                        "datum": "2026-10-01",
                        "samenvatting": "Een tekst.",
                        "wijken": ["heel-assen"],
                    }
                )
                + row["markdown"]
                + "\n"
            )
            site.expected[f"/verhalen/tekst-{number}/"] = list(row["shows"])


def surroundings(site: Hostile, name: str, notice_link: str) -> None:
    """Add settings and a notice of hostile texts: they stand on every page."""
    everywhere = "*"
    site.files["site.yaml"] = dump(
        {
            "naam": site.next(everywhere),
            "adres": f"https://{name}.example.nl",
            "thema": "themes/mba",
            "omschrijving": site.next("/"),
            "slogan": site.next(everywhere),
            "demonstratie": "ja",
            "contact": {"email": "hallo+{|}&@example.nl", "telefoon": "0592-000 000"},
            "menu": {
                "hoofd": [{"tekst": site.next(everywhere), "naar": "/verhalen/"}],
                "voet": [
                    {"tekst": site.next(everywhere), "naar": "/wijken/?x=1&y=(2)#inhoud"},
                    {"tekst": site.next(everywhere), "naar": "https://www.example.nl/?a=1&b=(x);alert(1)"},
                ],
            },
            "partners": [{"organisatie": "mba"}],
            "omleidingen": {"/heel/oud;url=javascript,x/": "/verhalen/"},
        }
    )
    site.files["content/mededeling.yaml"] = dump(
        {
            "tekst": site.next(everywhere),
            "tot_en_met": "2026-12-31",
            "link": {"tekst": site.next(everywhere), "naar": notice_link},
        }
    )
    site.files["content/contact.md"] = CONTACT


@dataclass(frozen=True)
class Built:
    """A site that was built: where, and what must be readable on which page."""

    output: Path
    expected: Mapping[str, list[str]]


def build_site(site: Hostile, folder: Path) -> Built:
    """Build with the real theme, through the command; nothing but its own folders may change."""
    root = folder / "site"
    for path, content in site.files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    shutil.copytree(THEME, root / "themes" / "mba")
    elsewhere = folder / "elders"
    elsewhere.mkdir()
    before = snapshot(folder)
    here = Path.cwd()
    os.chdir(elsewhere)
    try:
        status = run(["build", "--site", str(root), "--date", DAY])
    finally:
        os.chdir(here)
    assert status == 0
    after = snapshot(folder)
    own = (os.path.join("site", "output"), os.path.join("site", ".cache"))  # noqa: PTH118 - names, not paths
    assert outside(after, *own) == before
    return Built(root / "output", site.expected)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, browser_path: str) -> Built:
    """The site that holds every hostile text that is accepted, in every place."""
    del browser_path  # without a browser there is no need for it
    site = Hostile()
    shared(site, "/over/")
    surroundings(site, "kwaad", "/verhalen/?x=(1)#inhoud")
    site.piece("", "over", {"titel": "Over ons", "samenvatting": "Wie we zijn."})
    site.piece("", "doe-mee", {"titel": "Doe mee", "samenvatting": "Waar moet je zijn?"})
    wijken(site)
    for number in range(SETS):
        pieces(site, number)
    bodies(site)
    site.piece(
        "verhalen",
        "gewoon",
        {"titel": "Gewoon", "datum": "2026-01-01", "samenvatting": "Een verhaal.", "wijken": ["heel-assen"]},
        "{{ loket }}\n\n{{ contact peelo }}\n\n{{ agenda marsdijk }}\n\n{{ oproep oproep-1 }}\n",
    )
    site.files["content/verhalen/foto.jpg"] = photo("blue", 60, 40)
    site.files["content/verhalen/foto.jpg.yaml"] = dump(
        {"alt": site.next(), "fotograaf": site.next(), "toestemming": "geen-mensen"}
    )
    assert site.used > 2 * len(TEXTS)
    return build_site(site, tmp_path_factory.mktemp("hostile"))


class Watch:
    """A page of the browser, and all that it should not do."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.wrong: list[str] = []
        page.context.expose_binding("__violated", lambda _, text: self.wrong.append(f"violation: {text}"))
        page.context.add_init_script(
            "document.addEventListener('securitypolicyviolation', event => window.__violated("
            "`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"
        )
        page.on("dialog", self._on_dialog)
        page.on("console", self._on_console)
        page.on("pageerror", lambda fault: self.wrong.append(f"exception: {fault}"))
        page.on("download", lambda download: self.wrong.append(f"download: {download.url}"))
        page.on("popup", lambda popup: self.wrong.append(f"popup: {popup.url}"))

    def _on_dialog(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.wrong.append(f"console: {message.text}")

    def open(self, path: str) -> dict[str, Any]:
        """Open a page, and give what is on it."""
        answer = self.page.goto(f"{self.address}{quote(path)}")
        assert answer is not None
        assert answer.status == 200, path
        found: dict[str, Any] = self.page.evaluate(LOOK)
        self.wrong += [f"{text} (on {path})" for text in found["wrong"]]
        return found


# Everything on a page that a text of a writer could have made, and all its texts, those in attributes included.
LOOK = r"""() => {
  const wrong = [], texts = [];
  const schemes = new Set(["http:", "https:", "mailto:", "tel:"]);
  const elements = new Set(["IFRAME", "FRAME", "OBJECT", "EMBED", "APPLET", "BASE", "STYLE", "MATH", "TEMPLATE",
    "NOSCRIPT", "PORTAL", "MARQUEE", "FORM", "INPUT", "ANIMATE", "SET", "FOREIGNOBJECT", "MBA-PHOTO", "MBA-SHORTCODE"]);
  const says = element => `<${element.tagName} ${[...element.attributes].map(a => `${a.name}=${a.value}`).join(" ")}>`;
  // What the theme itself puts on pages for in a frame and on the page where partners choose one, and nowhere else.
  const frame = 'base[target="_top"]:not([href]), script[src^="/assets/kader."]';
  const choice = '.kiezer__vragen, .kiezer__vragen *, script[src^="/assets/kiezer."], iframe[sandbox][src^="/w/1/"]';
  const place = location.pathname;
  const own = place.startsWith("/w/") ? frame : place === "/widgets/" ? choice : ":not(*)";
  for (const element of document.querySelectorAll("*")) {
    const tag = element.tagName.toUpperCase();
    if (element.matches(own)) continue;
    if (elements.has(tag)) wrong.push(`element ${says(element)}`);
    if (tag === "SCRIPT" && (element.type !== "application/ld+json" || element.src))
      wrong.push(`script ${says(element)}`);
    if (tag === "META" && element.httpEquiv) wrong.push(`meta ${says(element)}`);
    for (const attribute of element.attributes) {
      if (/^on/i.test(attribute.name) || ["style", "srcdoc", "autofocus", "nonce", "formaction", "ping", "target"]
        .includes(attribute.name)) wrong.push(`attribute ${says(element)}`);
      texts.push(attribute.value);
      if (["href", "src", "action", "xlink:href", "data"].includes(attribute.name)) {
        let url = null;
        try { url = new URL(attribute.value, document.baseURI); } catch { wrong.push(`address ${says(element)}`); }
        if (url && !schemes.has(url.protocol)) wrong.push(`address ${says(element)}`);
        if (url && /evil/.test(url.host)) wrong.push(`host ${says(element)}`);
        if (url && tag !== "A" && tag !== "LINK" && url.host !== location.host) wrong.push(`host ${says(element)}`);
      }
    }
  }
  if (window.__hacked !== undefined) wrong.push("hacked");
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].map(element => element.textContent);
  return {wrong, data, title: document.title, heading: document.querySelector("h1")?.textContent ?? "",
    text: document.body.textContent, attributes: texts};
}"""


def pages_of(output: Path) -> tuple[list[str], dict[str, str]]:
    """Give the addresses of the pages, and those that send on with where they send to."""
    plain, redirects = [], {}
    for path in sorted(output.rglob("*.html")):
        name = path.relative_to(output).as_posix()
        address = f"/{name.removesuffix('index.html')}"
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            (canonical,) = re.findall(r'<link rel="canonical" href="([^"]+)">', text)
            redirects[address] = urlsplit(canonical).path
        else:
            plain.append(address)
    return plain, redirects


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)


def missing_texts(page: str, found: Mapping[str, Any], expected: list[str]) -> list[str]:
    """Say which texts cannot be read, on the page or in what describes its parts, exactly as they were typed."""
    whole = as_shown("\n".join([found["text"], found["title"], *found["attributes"]]))
    return [f"{page}: {text}" for text in expected if as_shown(text) not in whole]


def test_nothing_runs_and_every_text_is_text_under_a_strict_policy(
    hostile: Built, serve_folder: ServeFolder, new_page: NewPage
) -> None:
    watch = Watch(new_page(), serve_folder(hostile.output, headers={"Content-Security-Policy": POLICY}).rstrip("/"))
    pages, _ = pages_of(hostile.output)
    everywhere = hostile.expected["*"]
    missing: list[str] = []

    for page in pages:
        found = watch.open(page)
        # A page in a frame has no menus and no footer.
        around = [] if page.startswith("/w/") else everywhere
        missing += missing_texts(page, found, [*hostile.expected.get(page, []), *around])
        if page.startswith(TITLED):
            strings = [as_shown(text) for data in found["data"] for text in strings_in(json.loads(data))]
            assert as_shown(found["heading"]) in strings, page

    assert missing == []
    assert watch.wrong == []
    assert len(pages) > 80
    assert set(hostile.expected) - {"*"} <= set(pages)


def test_nothing_runs_without_any_policy_either(hostile: Built, serve_folder: ServeFolder, new_page: NewPage) -> None:
    """The policy is the second lock: the first one has to hold by itself."""
    watch = Watch(new_page(), serve_folder(hostile.output).rstrip("/"))

    for page in pages_of(hostile.output)[0]:
        if page in hostile.expected or page == "/":
            watch.open(page)

    assert watch.wrong == []


def test_a_redirect_leads_to_its_page_and_nowhere_else(
    hostile: Built, serve_folder: ServeFolder, new_page: NewPage
) -> None:
    address = serve_folder(hostile.output, headers={"Content-Security-Policy": POLICY}).rstrip("/")
    page = new_page()
    watch = Watch(page, address)
    _, redirects = pages_of(hostile.output)
    odd = [*OLD_ADDRESSES, "/heel/oud;url=javascript,x/"]
    short = [old for old in redirects if old.startswith("/i/")]

    for old in (*odd, *short[:6]):
        page.goto(f"{address}{quote(old)}", wait_until="commit")
        page.wait_for_url(lambda url: url.partition("#")[0] == f"{address}{redirects[old]}")  # noqa: B023 - waits here

    assert watch.wrong == []
    assert set(odd) <= set(redirects)


def test_structured_data_is_read_by_machines_and_is_no_violation(
    hostile: Built, serve_folder: ServeFolder, new_page: NewPage
) -> None:
    watch = Watch(new_page(), serve_folder(hostile.output, headers={"Content-Security-Policy": POLICY}).rstrip("/"))

    found = watch.open("/verhalen/verhaal-4/")

    read = [json.loads(data) for data in found["data"]]
    assert [(data["@context"], data["@type"]) for data in read] == [
        ("https://schema.org", "NewsArticle"),
        ("https://schema.org", "BreadcrumbList"),
    ]
    assert watch.page.locator("script").count() == len(read)
    assert watch.wrong == []


@pytest.mark.parametrize("number", range(3))
def test_hostile_settings_are_texts_on_every_page(
    number: int, tmp_path: Path, serve_folder: ServeFolder, new_page: NewPage
) -> None:
    site = Hostile(used=number * 20)
    surroundings(site, f"kwaad-{number}", "https://www.example.nl/?a=1&b=(x);alert(1)")
    site.files |= {path: text for path, text in SMALL.items() if path != "site.yaml"}
    built = build_site(site, tmp_path)
    watch = Watch(new_page(), serve_folder(built.output, headers={"Content-Security-Policy": POLICY}).rstrip("/"))

    for page in ("/", "/404.html", "/wijken/peelo/", "/verhalen/soep/", "/zoeken/"):
        assert missing_texts(page, watch.open(page), [*built.expected["*"], *built.expected.get(page, [])]) == []

    assert watch.wrong == []


def test_what_is_private_is_nowhere_in_the_output(hostile: Built) -> None:
    for path in hostile.output.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert SECRET.encode() not in data, path
            assert path.name != "hacked"


def test_addresses_in_the_output_stay_below_it(hostile: Built) -> None:
    manifest = json.loads((hostile.output / ".mba" / "manifest.json").read_text(encoding="utf-8"))
    paths = [text for text in re.findall(r'"([^"]+)"', json.dumps(manifest, ensure_ascii=False)) if "/" in text]

    assert len(paths) > 100
    for path in paths:
        assert not path.startswith("/"), path
        assert ".." not in unquote(path).replace("\\", "/").split("/"), path
    assert not list(hostile.output.rglob("*.yaml"))
    assert not list(hostile.output.rglob("*.md"))


EVIL = {
    "an inline script": "<script>window.__hacked = 1</script>",
    "an event attribute": "<img src=/x.png onerror='window.__hacked = 1'>",
    "a style attribute": "<p style='color: red'>x</p>",
    "a link to a script": "<a href='javascript:window.__hacked = 1'>x</a>",
    "a refresh": "<meta http-equiv=refresh content='600;url=/x'>",
    "a dialog": "<script>alert(1)</script>",
    "a script that breaks": "<script src=/x.js></script>",
}


def test_these_tests_would_see_a_page_that_does_wrong(
    tmp_path: Path, serve_folder: ServeFolder, new_page: NewPage
) -> None:
    """With a policy by what it tries, without one by what it does."""
    for number, wrong in enumerate(EVIL.values()):
        html = f"<!doctype html><html lang=nl><title>x</title><body><h1>x</h1>{wrong}<a href=/>x</a>"
        (tmp_path / f"{number}.html").write_text(html, encoding="utf-8")
    (tmp_path / "x.js").write_text("throw new Error('x')", encoding="utf-8")
    (tmp_path / "favicon.ico").write_bytes(b"")
    for headers in ({"Content-Security-Policy": POLICY}, {}):
        watch = Watch(new_page(), serve_folder(tmp_path, headers=headers).rstrip("/"))
        for number, name in enumerate(EVIL):
            watch.wrong.clear()

            watch.open(f"/{number}.html")

            assert watch.wrong, (name, headers)


def test_there_are_at_least_sixty_hostile_texts() -> None:
    tables = {name: table(name) for name in ("texts", "links", "bodies", "front_matter", "settings", "names")}

    assert len(TEXTS) >= 60
    assert sum(map(len, tables.values())) >= 300
    assert len({as_shown(text) for text in TEXTS}) == len(TEXTS)
