"""What people do wrong, and what they are told: every problem of a run at once, in the right file, on the right line.

`sites/mistakes/` is a site with forty different mistakes in twenty files; `expected.txt` beside it is what must be said
of them. What follows are mistakes of every other kind, each alone in a tiny site: some are only found once a stage
before it has nothing to say, and those are the ones that hide each other.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pytest
from PIL import Image

from generator.build import Outcome
from generator.build.codes import program_codes
from generator.diagnostics import Diagnostic
from tests.harness import (
    BARE_THEME,
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

ROOT = Path(__file__).resolve().parent.parent
SITE = Path(__file__).parent / "sites" / "mistakes"
GOLDEN = SITE / "expected.txt"
MANY, FILES = 40, 20
DAY = "2026-11-23"

MESSAGE = re.compile(
    r"(?P<file>\S+):(?P<line>[1-9][0-9]*): (?P<severity>fout|waarschuwing)\[(?P<code>[a-z0-9-]+)\]: (?P<message>.+)"
)
TIP = "  tip: "
KEYS = ["file", "line", "severity", "code", "message", "tip"]
# What else a build may say: how far it is when that takes more than a second, and how it ended.
OTHER = re.compile(r"[a-z]+: \d+ van \d+|Niets geschreven: .*")

REGISTER = "alt: Een plein.\nfotograaf: Ali\ntoestemming: geen-mensen\n"
EVENT = """\
---
titel: Een wandeling
begint: 2026-12-05 10:00
eindigt: 2026-12-05 12:00
plaats: {naam: het buurthuis}
samenvatting: Loop mee.
wijken: [peelo]
---
Tot dan.
"""
PROJECT = """\
---
titel: Een tuin
samenvatting: We maken een tuin.
wijken: [peelo]
status: uitvoering
---
Een tuin.
"""
PAGE = """\
---
titel: Over ons
samenvatting: Wie we zijn.
---
Wij zijn buren.
"""
STORY_PATH = "content/verhalen/soep.md"
CALL_PATH = "content/oproepen/superbuur.md"
EVENT_PATH = "content/agenda/wandeling.md"
WIJK_PATH = "content/wijken/peelo.md"


# --- a site with forty mistakes in twenty files ----------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str


def mba(*words: str) -> Run:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def mistakes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site, with what is too big or too strange to keep in git."""
    root = tmp_path_factory.mktemp("mistakes") / "site"
    shutil.copytree(SITE, root)
    shutil.copytree(BARE_THEME, root / "thema")
    stories = root / "content" / "verhalen"
    old = stories / "kladblok.md"
    old.write_bytes(old.read_text(encoding="utf-8").encode("latin-1"))
    with (stories / "te-groot.md").open("ab") as big:
        big.write(b"Soep en een praatje.\n" * 500_000)
    (stories / "2024" / "plein" / "plein.jpg").write_bytes(photo("green"))
    return root


def split_messages(text: str) -> tuple[list[str], list[str]]:
    """Give the messages, each with its tip, and the other lines."""
    found: list[str] = []
    others: list[str] = []
    for line in text.splitlines():
        if MESSAGE.fullmatch(line):
            found.append(line)
        elif line.startswith(TIP) and found:
            found[-1] += f"\n{line}"
        else:
            others.append(line)
    return found, others


def golden() -> list[str]:
    found, others = split_messages(GOLDEN.read_text(encoding="utf-8"))
    assert others == []
    return found


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and folder / ".cache" not in path.parents
    }


def test_a_build_tells_forty_mistakes_in_twenty_files_at_once_and_writes_nothing(
    mistakes: Path, tmp_path: Path, *, update_goldens: bool
) -> None:
    output = tmp_path / "output"
    before = snapshot(mistakes)

    run = mba("build", "--site", str(mistakes), "--output", str(output), "--date", DAY)

    found, others = split_messages(run.err)
    if update_goldens:
        GOLDEN.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert run.status == 1
    assert run.out == ""
    assert "Traceback" not in run.err
    assert found == golden()
    assert all(OTHER.fullmatch(line) for line in others), others
    assert others[-1].startswith(f"Niets geschreven: {MANY} fouten.")
    assert not output.exists()
    assert snapshot(mistakes) == before


def test_the_forty_mistakes_are_all_different_and_each_message_has_a_tip() -> None:
    rows = [message.split("\n") for message in golden()]
    found = [MESSAGE.fullmatch(row[0]) for row in rows]
    files = {match["file"] for match in found if match}

    assert len(rows) == MANY
    assert len({row[0] for row in rows}) == MANY
    assert len(files) == FILES
    assert [len(row) for row in rows] == [2] * MANY
    assert {match["severity"] for match in found if match} == {"fout"}


def test_two_of_the_twenty_files_have_a_byte_order_mark_and_windows_line_ends() -> None:
    assert (SITE / "content/verhalen/2024/plein/index.md").read_bytes().startswith(b"\xef\xbb\xbf---\n")
    assert (SITE / "content/projecten/tuin.md").read_bytes().startswith(b"---\r\n")


def test_json_gives_the_same_forty_as_objects_with_exactly_the_keys_of_the_contract(
    mistakes: Path, tmp_path: Path
) -> None:
    run = mba("build", "--json", "--site", str(mistakes), "--output", str(tmp_path / "output"), "--date", DAY)

    rows = [json.loads(line) for line in run.out.splitlines()]
    assert run.status == 1
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert all(isinstance(row["line"], int) and isinstance(row["tip"], str | None) for row in rows)
    assert split_messages(run.err)[0] == []
    assert [as_message(row) for row in rows] == golden()


def as_message(row: dict[str, object]) -> str:
    text = "{file}:{line}: {severity}[{code}]: {message}".format_map(row)
    return text if row["tip"] is None else f"{text}\n{TIP}{row['tip']}"


def test_check_reports_the_same_forty_file_by_file(mistakes: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"

    run = mba("check", "--site", str(mistakes), "--output", str(output), "--date", DAY)

    found, others = split_messages(run.err)
    heads = [line for line in others if re.fullmatch(r"\S+ \(\d+ fout(?:en)?\)(?:: nog niet klaar: .+)?", line)]
    files = list(dict.fromkeys(message.partition(":")[0] for message in golden()))
    assert run.status == 1
    assert found == golden()
    assert [head.partition(" ")[0] for head in heads] == files
    assert others[-1] == f"{MANY} fouten in {FILES} bestanden."
    assert not output.exists()


def test_check_gives_the_same_forty_as_json(mistakes: Path) -> None:
    run = mba("check", "--json", "--site", str(mistakes), "--date", DAY)

    rows = [json.loads(line) for line in run.out.splitlines()]
    assert run.status == 1
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert [as_message(row) for row in rows] == golden()
    assert not (mistakes / "output").exists()


# --- tiny sites with a mistake ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def _quick_templates() -> Iterator[None]:
    with templates_compiled_once():
        yield


def tiny(tmp_path: Path, files: dict[str, str | bytes] | None = None) -> TinySite:
    return TinySite(tmp_path / "site", {**SMALL, **(files or {})})


def story(keys: str = "", body: str = "Er was veel soep.") -> str:
    """A story with more keys, on line 6, and with another body, from line 7 when there are none."""
    return STORY.replace("wijken: [peelo]\n", f"wijken: [peelo]\n{keys}").replace("Er was veel soep.", body)


def of(outcome: Outcome, code: str) -> list[Diagnostic]:
    return [found for found in outcome.diagnostics if found.code == code]


# Each row: what is written, and all that must be said of it, as `file:line code`.
MISTAKES: dict[str, tuple[dict[str, str | bytes], list[str]]] = {
    "an unknown sender": ({STORY_PATH: story("afzender: actiun\n")}, [f"{STORY_PATH}:6 onbekende-organisatie"]),
    "an unknown role of the author": (
        {STORY_PATH: story("auteur:\n  naam: Ali\n  rol: baas\n")},
        [f"{STORY_PATH}:8 onbekende-waarde"],
    ),
    "a name in organisaties.yaml that is no slug": (
        {"content/organisaties.yaml": "actium:\n  naam: Actium\nVaart Welzijn:\n  naam: Vaart Welzijn\n"},
        ["content/organisaties.yaml:3 slug-onjuist"],
    ),
    "a row of organisaties.yaml that is no group": (
        {"content/organisaties.yaml": "actium: Actium\n"},
        ["content/organisaties.yaml:1 geen-groep"],
    ),
    "a row of loketten.yaml without wishes": (
        {"content/loketten.yaml": "groen:\n  naam: Groen\n  omschrijving: Bomen.\n  organisatie: niemand\n"},
        ["content/loketten.yaml:1 verplicht", "content/loketten.yaml:4 onbekende-organisatie"],
    ),
    "an unknown wijk in postcodes.yaml": (
        {"content/postcodes.yaml": "9401: peelo\n9402 ab: peeloo\n"},
        ["content/postcodes.yaml:2 onbekende-wijk"],
    ),
    "a notice with a link to nowhere": (
        {
            "content/mededeling.yaml": (
                "tekst: Let op.\ntot_en_met: 2026-12-31\nlink:\n  tekst: Lees meer\n  naar: /nergens/\n"
            )
        },
        ["content/mededeling.yaml:5 dode-link"],
    ),
    "a menu line that leads nowhere": (
        {"site.yaml": f"{SETTINGS}menu:\n  voet:\n    - tekst: Nergens\n      naar: /nergens/\n"},
        ["site.yaml:7 dode-link"],
    ),
    "a menu line without an address": (
        {"site.yaml": f"{SETTINGS}menu:\n  voet:\n    - tekst: Nergens\n"},
        ["site.yaml:6 verplicht"],
    ),
    "an unknown partner and an unknown organisation that has to sign": (
        {"site.yaml": f"{SETTINGS}partners:\n  - organisatie: niemand\nakkoord_vereist: [iemand]\n"},
        ["site.yaml:5 onbekende-organisatie", "site.yaml:6 onbekende-organisatie"],
    ),
    "settings with wrong numbers": (
        {"site.yaml": f"{SETTINGS}foto_breedtes: [480, breed]\nbewaartermijn: lang\ndeelkaarten:\n  jaren: veel\n"},
        ["site.yaml:4 breedte-onjuist", "site.yaml:5 termijn-onjuist", "site.yaml:7 getal-onjuist"],
    ),
    "settings without an address": ({"site.yaml": "naam: Proef\nthema: thema\n"}, ["site.yaml:1 verplicht"]),
    "a redirect to nowhere, from an address without its last slash": (
        {"site.yaml": f"{SETTINGS}omleidingen:\n  /a/: /verhalen/soep/\n  /b: /nergens/\n"},
        ["site.yaml:6 omleiding-dood"],
    ),
    "a redirect from an address where a page is": (
        {STORY_PATH: story("oude_adressen:\n  - /oud/\n  - /wijken/peelo/\n")},
        [f"{STORY_PATH}:8 dubbel-adres"],
    ),
    "two redirects from one address": (
        {
            "site.yaml": f"{SETTINGS}omleidingen:\n  /oud/: /wijken/peelo/\n",
            STORY_PATH: story("oude_adressen: [/oud/]\n"),
        },
        [f"{STORY_PATH}:6 dubbel-adres"],
    ),
    "an event that ends before it begins": (
        {EVENT_PATH: EVENT.replace("eindigt: 2026-12-05 12:00", "eindigt: 2026-12-05 09:00")},
        [f"{EVENT_PATH}:4 eindigt-te-vroeg"],
    ),
    "an event that ends before it begins, with a wrong theme, wijk and text": (
        {
            EVENT_PATH: EVENT.replace("eindigt: 2026-12-05 12:00", "eindigt: 2026-12-04")
            .replace("samenvatting: Loop mee.", "samenvatting: [Loop mee]")
            .replace("wijken: [peelo]", "wijken: [peeloo]\nthemas: [groen]")
        },
        [
            f"{EVENT_PATH}:4 eindigt-te-vroeg",
            f"{EVENT_PATH}:6 geen-tekst",
            f"{EVENT_PATH}:7 onbekende-wijk",
            f"{EVENT_PATH}:8 onbekend-thema",
        ],
    ),
    "a call without a closing date and with an unknown wijk": (
        {CALL_PATH: CALL.replace("sluit_op: 2026-12-15\n", "").replace("[peelo]", "[peeloo]")},
        [f"{CALL_PATH}:1 sluit-op-ontbreekt", f"{CALL_PATH}:6 onbekende-wijk"],
    ),
    "a call without a closing date and with a wrong e-mail address": (
        {CALL_PATH: CALL.replace("sluit_op: 2026-12-15\n", "").replace("superbuur@example.nl", "superbuur")},
        [f"{CALL_PATH}:1 sluit-op-ontbreekt", f"{CALL_PATH}:7 email-onjuist"],
    ),
    "a call that closes and goes on": (
        {CALL_PATH: CALL.replace("sluit_op: 2026-12-15\n", "sluit_op: 2026-12-15\ndoorlopend: ja\n")},
        [f"{CALL_PATH}:8 sluit-op-dubbel"],
    ),
    "a call that nobody can answer": (
        {CALL_PATH: CALL.replace("{email: superbuur@example.nl}", "{}")},
        [f"{CALL_PATH}:8 verplicht"],
    ),
    "a project with a wrong status and a milestone without a text": (
        {
            "content/projecten/tuin.md": PROJECT.replace(
                "status: uitvoering",
                "status: bezig\nmijlpalen:\n  - datum: 2026-13\n  - datum: 2026\n    tekst: Klaar.",
            )
        },
        [
            "content/projecten/tuin.md:5 onbekende-waarde",
            "content/projecten/tuin.md:7 datum-onjuist",
            "content/projecten/tuin.md:7 verplicht",
        ],
    ),
    "a wijk with a wrong code and a team without an organisation": (
        {
            WIJK_PATH: PEELO.replace(
                "cbs_code: WK010606", "cbs_code: 010606\nteam:\n  - rol: wijkagent\n  - organisatie: mba"
            )
        },
        [f"{WIJK_PATH}:3 cbs-code-onjuist", f"{WIJK_PATH}:5 verplicht", f"{WIJK_PATH}:6 verplicht"],
    ),
    "figures of a wijk that are a list": (
        {
            WIJK_PATH: PEELO.replace(
                "cbs_code: WK010606", "cbs_code: WK010606\ncijfers:\n  bron: CBS\n  inwoners (2024): [1, 2]"
            )
        },
        [f"{WIJK_PATH}:6 geen-tekst"],
    ),
    "an unknown key with brackets in it": (
        {STORY_PATH: story("opmerking (intern): nakijken\n")},
        [f"{STORY_PATH}:6 onbekende-sleutel"],
    ),
    "an unknown key without a value": ({STORY_PATH: story("slogann:\n")}, [f"{STORY_PATH}:6 onbekende-sleutel"]),
    "a theme that does not exist": (
        {"site.yaml": SETTINGS.replace("thema: thema", "thema: thema-kwijt")},
        ["site.yaml:3 thema-ontbreekt"],
    ),
    "an old address of a file of the site": (
        {STORY_PATH: story("oude_adressen: [/robots.txt]\n")},
        [f"{STORY_PATH}:6 dubbel-adres"],
    ),
    "a key twice": ({STORY_PATH: story("titel: Nog een titel\n")}, [f"{STORY_PATH}:6 dubbele-sleutel"]),
    "an old address, a language and a slug that are wrong": (
        {STORY_PATH: story("oude_adressen: [verhalen/oud]\ntaal: Nederlands spreken\nslug: Soep Eten\n")},
        [f"{STORY_PATH}:6 adres-onjuist", f"{STORY_PATH}:7 taal-onjuist", f"{STORY_PATH}:8 slug-onjuist"],
    ),
    "a day with a time, and a time that does not exist": (
        {EVENT_PATH: EVENT.replace("10:00", "25:00"), STORY_PATH: story("bijgewerkt: 2026-11-02 10:00\n")},
        [f"{EVENT_PATH}:3 tijd-onjuist", f"{STORY_PATH}:6 datum-onjuist"],
    ),
    "a register with children, without their parents and without a description": (
        {
            STORY_PATH: story("foto: plein.jpg\n"),
            "content/verhalen/plein.jpg": photo("red"),
            "content/verhalen/plein.jpg.yaml": (
                "fotograaf: Ali\ntoestemming: gegeven\nminderjarigen: ja\nfocus: [2, 0]\n"
            ),
        },
        [
            "content/verhalen/plein.jpg.yaml:1 alt-ontbreekt",
            "content/verhalen/plein.jpg.yaml:2 verplicht",
            "content/verhalen/plein.jpg.yaml:2 verplicht",
            "content/verhalen/plein.jpg.yaml:3 ouder-ontbreekt",
            "content/verhalen/plein.jpg.yaml:4 focus-onjuist",
        ],
    ),
    "a photo that is none": (
        {
            STORY_PATH: story("foto: plein.jpg\n"),
            "content/verhalen/plein.jpg": b"GIF89a, maar niet heus",
            "content/verhalen/plein.jpg.yaml": REGISTER,
        },
        ["content/verhalen/plein.jpg:1 foto-stuk"],
    ),
    "a photo from another folder": ({STORY_PATH: story("foto: ../feest.jpg\n")}, [f"{STORY_PATH}:6 pad-buiten-map"]),
    "shortcodes with wrong parameters": (
        {
            STORY_PATH: story(
                body='{{ foto }}\n\n{{ contact peelo soep }}\n\n{{ citaat "Mooi." door="Ali" }}\n\n'
                '{{ loket nergens }}\n\n{{ video "film" titel="x" tekst="soep" }}\n\n{{ foto "x.jpg }}'
            )
        },
        [
            f"{STORY_PATH}:7 kortcode-parameter",
            f"{STORY_PATH}:9 kortcode-parameter",
            f"{STORY_PATH}:11 kortcode-parameter",
            f"{STORY_PATH}:13 onbekend-loket",
            f"{STORY_PATH}:15 webadres-onjuist",
            f"{STORY_PATH}:17 kortcode-fout",
        ],
    ),
    "an anchor that is not on another page": (
        {STORY_PATH: story(body="[a](wijken/peelo#nergens) en\n[b](/wijken/peelo/#nergens-ook)")},
        [f"{STORY_PATH}:7 dood-anker", f"{STORY_PATH}:8 dood-anker"],
    ),
    "an address of the site that does not exist": (
        {STORY_PATH: story(body="Zie\n[de soep](/verhalen/soepp/).")},
        [f"{STORY_PATH}:8 dode-link"],
    ),
    "the map is no map": (
        {"content/kaart/assen-wijken.geojson": '{"features": [1]}'},
        ["content/kaart/assen-wijken.geojson:1 kaart-onjuist"],
    ),
    "a list of spellings that is none": (
        {"content/namen.yaml": "Vaart Welzijn: [Vaartwelzijn]\nActium: {a: b}\n"},
        ["content/namen.yaml:2 geen-lijst"],
    ),
    "a page in a folder of its own that is no kind": (
        {"content/over/wie/index.md": PAGE},
        ["content/over/wie/index.md:1 onbekende-map"],
    ),
    "an index.md in the folder of a kind": (
        {"content/verhalen/index.md": STORY},
        ["content/verhalen/index.md:1 plek-onjuist"],
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_at_its_own_line(name: str, tmp_path: Path) -> None:
    files, expected = MISTAKES[name]

    outcome = tiny(tmp_path, files).build()

    found = [f"{d.file}:{d.line} {d.code}" for d in outcome.diagnostics]
    assert found == expected
    assert all(d.tip for d in outcome.diagnostics)
    assert outcome.failed


def test_a_message_about_a_key_with_brackets_names_that_key(tmp_path: Path) -> None:
    found = tiny(tmp_path, {STORY_PATH: story("opmerking (intern): nakijken\n")}).build().diagnostics

    assert "'opmerking (intern)'" in found[0].message


def test_headings_that_skip_a_level_or_say_nothing_are_told_at_their_line_and_not_blamed_on_the_theme(
    tmp_path: Path,
) -> None:
    outcome = tiny(tmp_path, {STORY_PATH: story(body="# Een\n\n### Drie\n\n## Twee\n\n##\n\nTekst.")}).build()

    assert [(d.file, d.line) for d in outcome.diagnostics] == [(STORY_PATH, 9), (STORY_PATH, 13)]
    assert not any("thema" in (d.tip or "") for d in outcome.diagnostics)


def test_a_broken_page_that_the_theme_links_to_everywhere_is_told_once(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(ROOT / "themes" / "mba", root / "thema")
    site = TinySite(root, {**SMALL, "content/contact.md": "---\ntitel: a: b\n---\nBel ons.\n"})

    outcome = site.build()

    assert messages(outcome) == ["content/contact.md:2: fout[yaml-dubbele-punt]"]


@pytest.mark.parametrize("value", ['"map C:\\data"', '"50\\% korting"', '"een \\d"'])
def test_a_backslash_between_quotes_is_not_called_an_open_quote(value: str, tmp_path: Path) -> None:
    (found,) = tiny(tmp_path, {STORY_PATH: story(f"afzender: {value}\n")}).build().diagnostics

    assert (found.file, found.line) == (STORY_PATH, 6)
    assert "niet dicht" not in found.message


def test_two_files_with_one_address_are_both_named(tmp_path: Path) -> None:
    site = tiny(tmp_path, {"content/projecten/soep.md": PROJECT, "content/soep.md": PAGE})

    found = site.build().diagnostics

    assert [d.code for d in found] == ["dubbel-adres"] * 2
    assert [d.file for d in found] == ["content/soep.md", STORY_PATH]
    assert all("content/projecten/soep.md" in d.message for d in found)


# --- one malformed file never hides what is wrong elsewhere (20) -----------------------------------------------------

MALFORMED: dict[str, tuple[str, str | bytes]] = {
    "broken YAML": ("content/verhalen/kapot.md", "---\ntitel: a: b\n---\nTekst.\n"),
    "a tab": ("content/verhalen/kapot.md", "---\nauteur:\n\tnaam: Ali\n---\nTekst.\n"),
    "no closing dashes": ("content/verhalen/kapot.md", "---\ntitel: Kapot\n\nTekst.\n"),
    "no front matter": ("content/verhalen/kapot.md", "Tekst.\n"),
    "an empty file": ("content/verhalen/kapot.md", b""),
    "Latin-1": ("content/verhalen/kapot.md", STORY.replace("soep", "café").encode("latin-1")),
    "UTF-16": ("content/verhalen/kapot.md", STORY.encode("utf-16")),
    "a null byte": ("content/verhalen/kapot.md", b"---\ntitel: a\0b\n---\n"),
    "a control character": ("content/verhalen/kapot.md", b"---\ntitel: a\x07b\n---\n"),
    "a photo with the name of a text": ("content/verhalen/kapot.md", photo("red")),
    "three megabytes": ("content/verhalen/kapot.md", STORY.encode() + b"x" * 3_000_000),
    "a list instead of keys": ("content/verhalen/kapot.md", "---\n- a\n- b\n---\nTekst.\n"),
    "an alias": ("content/verhalen/kapot.md", "---\ntitel: *soep\n---\nTekst.\n"),
    "deep nesting": ("content/verhalen/kapot.md", f"---\ntitel: {'[' * 50}{']' * 50}\n---\nTekst.\n"),
    "ten thousand brackets": ("content/verhalen/kapot.md", f"---\ntitel: {'[' * 10_000}\n---\nTekst.\n"),
    "two documents": ("content/verhalen/kapot.md", "---\ntitel: a\n...\n--- \n---\nTekst.\n"),
    "a folder that is no kind": ("content/verhaal/kapot.md", STORY),
    "a name without letters": ("content/verhalen/---.md", STORY),
    "a broken page": ("content/kapot.md", "---\nmenu: [\n---\n"),
    "a broken wijk": ("content/wijken/kapot.md", "---\nnaam: 'Kapot\n---\n"),
    "broken organisations": ("content/organisaties.yaml", "a: b: c\n"),
    "broken themes": ("content/themas.yaml", b"groen: \xff\n"),
    "broken counters": ("content/loketten.yaml", "- een\n- twee\n"),
    "broken postcodes": ("content/postcodes.yaml", "[9401, 9402]\n"),
    "a broken notice": ("content/mededeling.yaml", "tekst: 'Let op\n"),
    "a broken map": ("content/kaart/assen-wijken.geojson", "{"),
    "a broken register": ("content/verhalen/plein.jpg.yaml", "alt: a: b\n"),
    "a broken setting": ("site.yaml", f"{SETTINGS}bewaartermijn: nooit\n"),
}
SECOND = "content/verhalen/tweede.md"
SECOND_TEXT = (
    STORY.replace("[peelo]", "[peeloo]")
    .replace("Soep", "Thee")
    .replace("Er was veel soep.", "[a](#nergens)\n<b>x</b>\n[c](/nergens/)")
)
IN_SECOND = [
    f"{SECOND}:5: fout[onbekende-wijk]",
    f"{SECOND}:7: fout[dood-anker]",
    f"{SECOND}:8: fout[rauwe-html]",
    f"{SECOND}:9: fout[dode-link]",
]


@pytest.mark.parametrize("name", MALFORMED)
def test_one_malformed_file_never_hides_the_problems_of_another(name: str, tmp_path: Path) -> None:
    path, content = MALFORMED[name]
    site = tiny(tmp_path, {path: content, SECOND: SECOND_TEXT})

    outcome = site.build()

    found = messages(outcome)
    assert [line for line in found if line.startswith(f"{SECOND}:")] == IN_SECOND
    assert [line for line in found if line.startswith(f"{path}:")], "the malformed file itself is not named"
    assert all(line.startswith((f"{SECOND}:", f"{path}:")) for line in found), found


def test_settings_that_cannot_be_read_hide_nothing_and_blame_no_one_else(tmp_path: Path) -> None:
    site = tiny(tmp_path, {"site.yaml": "naam: a: b\nthema: thema\n", SECOND: SECOND_TEXT})
    (site.root / "themes").mkdir()
    (site.root / "thema").rename(site.root / "themes" / "mba")

    found = messages(site.build())

    assert found == [*IN_SECOND, "site.yaml:1: fout[yaml-dubbele-punt]"]


def test_what_points_to_a_file_that_cannot_be_read_is_not_called_wrong_as_well(tmp_path: Path) -> None:
    broken = "---\ntitel: a: b\n---\nTekst.\n"
    site = tiny(
        tmp_path,
        {
            "site.yaml": f"{SETTINGS}menu:\n  hoofd:\n    - {{tekst: Over, naar: /over/}}\n"
            "omleidingen:\n  /wie/: /over/\n  /feest/: /verhalen/feest/\n",
            "content/over.md": broken,
            "content/verhalen/feest.md": broken,
            "content/wijken/marsdijk.md": broken,
            "content/projecten/tuin.md": broken,
            "content/oproepen/bomen.md": broken,
            CALL_PATH: CALL.replace("door: het team", "door: het team\nresultaat: feest\nproject: tuin"),
            STORY_PATH: STORY.replace("[peelo]", "[peelo, marsdijk]\nproject: tuin").replace(
                "Er was veel soep.",
                "[a](verhalen/feest) [b](/verhalen/feest/#x) [c](feest.md) [d](over)\n\n"
                "{{ contact marsdijk }}\n\n{{ agenda marsdijk }}\n\n{{ oproep bomen }}",
            ),
        },
    )

    outcome = site.build()

    wrong = [d for d in outcome.diagnostics if d.code != "yaml-dubbele-punt"]
    assert wrong == []
    assert len(outcome.diagnostics) == 5


def test_a_redirect_to_a_piece_that_appears_later_does_not_stop_the_build(tmp_path: Path) -> None:
    site = tiny(
        tmp_path,
        {
            "site.yaml": f"{SETTINGS}omleidingen:\n  /feest/: /verhalen/feest/\n",
            "content/verhalen/feest.md": story("publiceren_op: 2027-01-01\n"),
        },
    )

    outcome = site.build()

    assert not outcome.failed, messages(outcome)
    assert "feest/index.html" not in site.built()


def test_a_failed_build_leaves_the_last_good_output_as_it_was(tmp_path: Path) -> None:
    site = tiny(tmp_path)
    site.build()
    before = site.built()
    for path, content in (MALFORMED["Latin-1"], (SECOND, SECOND_TEXT)):
        site.write(path, content)

    outcome = site.build()

    assert outcome.failed
    assert site.built() == before


# --- lines count from the first line of the file (16), whatever its line ends (21) -----------------------------------

WAYS: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "both": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "old Mac line ends": lambda text: text.replace("\n", "\r").encode(),
    "blank lines first": lambda text: f"\n\n{text}".encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "dashes with spaces": lambda text: text.replace("---\n", "--- \t\n").encode(),
}
# A text with mistakes in every corner of Markdown; a line that ends in `!code` has that mistake.
WRONG_EVERYWHERE = """\
---
titel: Alles is mis
datum: 2026-11-31 !datum-onjuist
samenvatting: >-
  Een samenvatting
  van drie regels.
wijken:
  - peelo
  - peeloo !onbekende-wijk
themas: [groen] !onbekend-thema
---

# Kop met <u>code</u> !rauwe-html

Een alinea
van twee regels met [een link](verhalen/nergens). !dode-link

- een
  - twee <br> !rauwe-html
    - drie [x](vbscript:x) !verboden-link

> Een citaat
> met een {{ foto "x.jpg" }} erin !kortcode-in-zin

| Kop | Kop |
| --- | --- |
| cel | [y](/nergens/) | !dode-link

```
<b>in code mag alles</b>
```

Een noot[^1] en een anker [z](#nergens). !dood-anker

[^1]: De noot
    gaat door met <i>code</i>. !rauwe-html

[verwijzing]: javascript:alert(1)

Zie [verwijzing]. !verboden-link

![alt](nergens.jpg) !foto-ontbreekt

{{ galerijj "a.jpg" }} !onbekende-kortcode

{{ contact nergens }} !onbekende-wijk
"""


@pytest.mark.parametrize("way", WAYS)
def test_every_line_number_counts_the_front_matter_whatever_the_line_ends(way: str, tmp_path: Path) -> None:
    rows = WRONG_EVERYWHERE.split("\n")
    shift = 2 if way == "blank lines first" else 0
    expected = [
        (number + shift, row.rpartition("!")[2]) for number, row in enumerate(rows, 1) if re.search(r" ![a-z-]+$", row)
    ]
    text = re.sub(r" ![a-z-]+$", "", WRONG_EVERYWHERE, flags=re.MULTILINE)
    site = tiny(tmp_path, {STORY_PATH: WAYS[way](text)})

    outcome = site.build()

    assert [(d.line, d.code) for d in outcome.diagnostics] == expected
    assert {d.file for d in outcome.diagnostics} == {STORY_PATH}


@pytest.mark.parametrize("way", ["a byte order mark", "Windows line ends", "both", "old Mac line ends"])
def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake_in_any_file(way: str, tmp_path: Path) -> None:
    files = {
        **SMALL,
        "site.yaml": f"{SETTINGS}omleidingen:\n  /oud/: /verhalen/soep/\n",
        "content/organisaties.yaml": "actium:\n  naam: Actium\n",
        "content/themas.yaml": "groen:\n  naam: Groen\n",
        "content/loketten.yaml": "groen:\n  naam: Groen\n  omschrijving: Bomen.\n  waarvoor: [Bomen]\n",
        "content/namen.yaml": "Actium: [actium]\n",
        "content/postcodes.yaml": "9401: peelo\n",
        "content/mededeling.yaml": "tekst: Let op.\ntot_en_met: 2026-12-31\n",
        "content/kaart/assen-wijken.geojson": '{"features":\n[]}\n',
        "content/verhalen/plein.jpg.yaml": REGISTER,
        STORY_PATH: story("foto: plein.jpg\n", "Een *alinea*\nmet [een link](wijken/peelo).\n\n- een\n- twee"),
    }
    plain = TinySite(tmp_path / "plain", {**files, "content/verhalen/plein.jpg": photo("red")})
    other = TinySite(tmp_path / "other", {"content/verhalen/plein.jpg": photo("red")})
    for path, text in files.items():
        other.write(path, WAYS[way](text))

    outcomes = [plain.build(), other.build()]

    assert [messages(outcome) for outcome in outcomes] == [[], []]
    pages = [{path: data for path, data in site.built().items() if path.endswith(".html")} for site in (plain, other)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    "keys",
    [
        "zoekwoorden:\t[soep]\n",
        "zoekwoorden:\t\n  - soep\t\n",
        "zoekwoorden: [soep,\tpraten]\t# een uitleg\n",
        "\t\n",
        "slug: soep\n\t\n",
    ],
)
def test_a_tab_where_it_does_no_harm_is_no_mistake(keys: str, tmp_path: Path) -> None:
    assert messages(tiny(tmp_path, {STORY_PATH: story(keys, "Tekst\tmet\teen tab.\n\n-\teen\n-\ttwee")}).build()) == []


@pytest.mark.parametrize(
    "keys",
    [
        "auteur:\n\tnaam: Ali\n",
        "auteur:\n\t\tnaam: Ali\n",
        "auteur:\n  \tnaam: Ali\n",
        "zoekwoorden:\n\t- soep\n",
        "zoekwoorden:\n-\tsoep\n",
    ],
)
def test_a_tab_that_breaks_the_front_matter_is_told_at_its_line(keys: str, tmp_path: Path) -> None:
    for way in ("as it is", "both"):
        found = tiny(tmp_path / way, {STORY_PATH: WAYS[way](story(keys))}).build().diagnostics

        assert [(d.line, d.code) for d in found] == [(7, "yaml-tab")]


# --- Foto.JPG and foto.jpg (23), accents (19) ------------------------------------------------------------------------


def test_two_photos_whose_names_differ_in_capitals_alone_are_an_error_that_names_both(tmp_path: Path) -> None:
    site = tiny(
        tmp_path,
        {
            STORY_PATH: story("foto: foto.jpg\n"),
            "content/verhalen/foto.jpg": photo("red"),
            "content/verhalen/foto.jpg.yaml": REGISTER,
            "content/verhalen/Foto.JPG": photo("blue"),
            "content/verhalen/Foto.JPG.yaml": REGISTER,
        },
    )
    if len(list((site.root / "content" / "verhalen").glob("*.[jJ]*"))) < 4:
        pytest.skip("capitals do not count on this disk")

    found = of(site.build(), "naam-botsing")

    assert {d.file.rpartition("/")[2] for d in found} == {"foto.jpg", "foto.jpg.yaml"}
    assert ["content/verhalen/Foto.JPG" in d.message for d in found] == [True, True]


@pytest.mark.parametrize(
    ("on_disk", "written"),
    [
        ("foto.jpg", "Foto.JPG"),
        ("Foto.JPG", "foto.jpg"),
        ("een foto.jpg", "een%20foto.jpg"),
        ("een%20foto.jpg", "een%20foto.jpg"),
        ("een foto.jpg", "./een foto.jpg"),
        ("map/foto.jpg", "map\\foto.jpg"),
        ("café.jpg", unicodedata.normalize("NFD", "café.jpg")),
    ],
)
@pytest.mark.parametrize("where", ["front matter", "shortcode", "Markdown"])
def test_a_photo_is_shown_however_its_name_is_written(where: str, on_disk: str, written: str, tmp_path: Path) -> None:
    texts = {
        "front matter": story(f"foto: {written}\n"),
        "shortcode": story(body=f'{{{{ foto "{written}" }}}}'),
        "Markdown": story(body=f"![alt](<{written}>)"),
    }
    site = tiny(
        tmp_path,
        {
            STORY_PATH: texts[where],
            f"content/verhalen/{on_disk}": photo("red"),
            f"content/verhalen/{on_disk}.yaml": REGISTER,
        },
    )

    outcome = site.build()

    assert messages(outcome) == []
    assert b"<img" in site.built()["verhalen/soep/index.html"]


@pytest.mark.parametrize("suffix", ["jpg", "jpeg", "JPG", "png", "PNG", "webp", "avif", "gif"])
def test_a_photo_of_every_type_is_shown(suffix: str, tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, "JPEG" if suffix.lower() == "jpg" else suffix)
    site = tiny(
        tmp_path,
        {
            STORY_PATH: story(f"foto: plein.{suffix}\n"),
            f"content/verhalen/plein.{suffix}": data.getvalue(),
            f"content/verhalen/plein.{suffix}.yaml": REGISTER,
        },
    )

    outcome = site.build()

    assert messages(outcome) == []
    assert b"<img" in site.built()["verhalen/soep/index.html"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_photo_with_an_accent_is_shown_however_the_disk_writes_it(form: str, tmp_path: Path) -> None:
    name = unicodedata.normalize(form, "café.jpg")  # type: ignore[arg-type]
    site = tiny(
        tmp_path,
        {
            STORY_PATH: story("foto: café.jpg\n"),
            f"content/verhalen/{name}": photo("red"),
            f"content/verhalen/{name}.yaml": REGISTER,
        },
    )

    outcome = site.build()

    assert messages(outcome) == []
    assert b"<img" in site.built()["verhalen/soep/index.html"]


def test_a_text_with_an_accent_in_its_name_is_read_again_after_an_update_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = unicodedata.normalize("NFD", "content/verhalen/café.md")
    site = tiny(tmp_path, {name: STORY.replace("Soep en", "Koffie en")})
    site.build()
    site.age()
    site.build()
    monkeypatch.setattr("generator.build.codes.version", lambda library: f"99.{version(library)}")
    program_codes.cache_clear()
    try:
        outcome = site.build()
    finally:
        monkeypatch.undo()
        program_codes.cache_clear()

    assert messages(outcome) == []
    assert "verhalen/cafe/index.html" in site.built()


def test_a_register_in_other_capitals_is_found_or_named(tmp_path: Path) -> None:
    site = tiny(
        tmp_path,
        {
            STORY_PATH: story("foto: Foto.JPG\n"),
            "content/verhalen/Foto.JPG": photo("red"),
            "content/verhalen/foto.jpg.yaml": REGISTER,
        },
    )

    outcome = site.build()

    found = [str(d) for d in outcome.diagnostics]
    assert not found or "foto.jpg.yaml" in found[0], found


# --- what is no mistake ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "[de gemeente](HTTPS://www.assen.nl/nieuws)",
        "[de gemeente](Https://www.assen.nl)",
        "[mail](Mailto:buurt@example.nl)",
        "[bel](TEL:0592123456)",
        "<HTTPS://www.assen.nl>",
    ],
)
def test_an_address_that_a_telephone_began_with_a_capital_is_no_dead_link(body: str, tmp_path: Path) -> None:
    told = messages(tiny(tmp_path, {STORY_PATH: story(body=body)}).build())
    assert [message for message in told if "[link-is-adres]" not in message] == []


def test_a_website_with_a_capital_is_no_dead_link(tmp_path: Path) -> None:
    site = tiny(
        tmp_path,
        {"content/organisaties.yaml": "a:\n  naam: A\n  website: Https://www.a.example.nl\n", "content/over.md": PAGE},
    )

    assert messages(site.build()) == []


@pytest.mark.parametrize("emoji", ["🌳", "👩‍👩‍👧", "🫨", "🫩", "❤️", "🇳🇱"])
def test_an_emoji_is_no_mistake_not_even_a_new_one(emoji: str, tmp_path: Path) -> None:
    assert messages(tiny(tmp_path, {STORY_PATH: STORY.replace("Soep", f"Soep {emoji}")}).build()) == []


def test_a_suggestion_looks_like_what_was_written(tmp_path: Path) -> None:
    """`verhalen/` and `.jpg` are no likeness: what differs in every other letter is no suggestion."""
    site = tiny(
        tmp_path,
        {
            STORY_PATH: story("foto: opening.jpg\n", "[a](verhalen/xyzw) en [b](/verhalen/qrst/)"),
            "content/verhalen/plein.jpg": photo("red"),
            "content/verhalen/plein.jpg.yaml": REGISTER,
        },
    )

    tips = [d.tip or "" for d in site.build().diagnostics]

    assert len(tips) == 3
    assert not [tip for tip in tips if tip.startswith("bedoel je")], tips


def test_a_tip_never_lists_a_hundred_names(tmp_path: Path) -> None:
    many: dict[str, str | bytes] = {
        f"content/verhalen/verhaal-nummer-{n}.md": STORY.replace("titel: ", f"titel: {n} ") for n in range(100)
    }
    site = tiny(tmp_path, {**many, CALL_PATH: CALL.replace("door: het team", "door: het team\nresultaat: xxxx")})

    (found,) = of(site.build(), "onbekend-verhaal")

    assert len(found.tip or "") <= 300
