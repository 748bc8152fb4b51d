"""A small site with everything in it, and what can happen to it: edits by people, and damage by bad luck.

An edit gets its choices from a number, so that a row of edits is a row of names and numbers.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from unittest import mock

from generator.build import Outcome
from generator.write import output as output_module
from tests.harness import TODAY, TinySite, photo, read_site
from tests.test_laws import COLOURED, FONT, colour

REPOSITORY = Path(__file__).resolve().parent.parent
BASE = Path(__file__).parent / "scenarios" / "base"
REAL_THEME = REPOSITORY / "themes" / "mba"
LETTERS = REAL_THEME / "fonts" / "atkinson-hyperlegible-next-nl-400-700.woff2"
SIZE = 2000
"""Photos of one size in bytes: a replaced one cannot be told by it."""
COLOURS = ("red", "green", "blue", "black", "white")
WORDS = ("Soep", "Bankje", "Tuin", "Feest op 't plein", "Een plan", "Samen & sterk", "Licht")
WIJKEN = ("[peelo]", "[marsdijk]", "[centrum]", "[heel-assen]", "[peelo, marsdijk]")
THEMES = ("[groen]", "[ontmoeten]", "[groen, ontmoeten]")

EXTRA: Mapping[str, str | bytes] = {
    "content/contact.md": "---\ntitel: Contact\n---\nBel of mail ons.\n",
    "content/namen.yaml": "Actium: [Aktium]\n",
    "content/verhalen/2025/feest/feest.jpg": photo("red", size=SIZE),
    "content/verhalen/alles/index.md": """\
---
titel: Van alles
datum: 2026-01-05
samenvatting: Van alles wat.
wijken: [peelo, centrum]
themas: [groen, ontmoeten]
foto: een.jpg
oude_adressen: [/alles-van-vroeger/]
---
{{ foto "een.jpg" bijschrift="Een" }}

{{ galerij "een.jpg" "twee.jpg" }}

{{ voor-en-na "een.jpg" "twee.jpg" bijschrift="Twee" }}

{{ citaat "Mooi" naam="Ans" }}

{{ contact peelo }}

{{ oproep superbuur }}

{{ agenda marsdijk }}

{{ loket }}
""",
    **{
        f"content/verhalen/alles/{name}.jpg": photo(colour, size=SIZE)
        for name, colour in (("een", "green"), ("twee", "blue"))
    },
    **{
        f"content/verhalen/alles/{name}.jpg.yaml": "alt: Een plein\nfotograaf: Ans\ntoestemming: geen-mensen\n"
        for name in ("een", "twee")
    },
}


def full_site(folder: Path, *, real_theme: bool) -> TinySite:
    """Lay a site of every kind with photos, feeds and cards; with the real theme widgets and the guide as well."""
    site = TinySite(folder, {**read_site(BASE), **EXTRA})
    site.replace("site.yaml", "deelkaarten: {maken: nee}", "deelkaarten: {maken: ja, jaren: 1}")
    if real_theme:
        shutil.copytree(REAL_THEME, folder / "themes" / "mba")
        shutil.rmtree(folder / "thema")
        site.replace("site.yaml", "thema: thema", "thema: themes/mba")
    else:
        tokens = json.loads(COLOURED)
        tokens["semantic"]["color"]["wijk"]["centrum"] = colour("#123456")
        site.write("thema/tokens.tokens.json", json.dumps(tokens))
        site.write(FONT, LETTERS.read_bytes())
    return site


@dataclass
class Desk:
    """A site, the day, and where an edit gets its choices from."""

    site: TinySite
    today: dt.date = TODAY
    random: Random = field(default_factory=Random)
    old_store: bytes = b""
    edits: int = 0

    @property
    def theme(self) -> str:
        """Give the folder of the theme."""
        return "themes/mba" if (self.site.root / "themes").exists() else "thema"

    def do(self, name: str, number: int) -> None:
        """Do one edit."""
        self.random = Random(f"{name} {number}")  # noqa: S311 - so that it can be done again
        self.edits += 1
        EDITS[name](self)

    def found(self, *patterns: str) -> list[str]:
        """Give the files of the site that match, in their order."""
        root = self.site.root
        paths = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
        return sorted(path.relative_to(root).as_posix() for path in paths)

    def piece(self, *kinds: str) -> str:
        """Choose a piece of one of these folders below content/, or any."""
        patterns = [f"content/{kind}/**/*.md" for kind in kinds] or ["content/**/*.md"]
        return self.random.choice(self.found(*patterns) or self.found("content/**/*.md"))

    def text(self, path: str) -> str:
        """Read a file."""
        return (self.site.root / path).read_text(encoding="utf-8")

    def day(self) -> str:
        """Choose a day near this one."""
        return str(self.today + dt.timedelta(days=self.random.randint(-20, 20)))

    def set(self, path: str, key: str, value: str) -> None:
        """Set a key of front matter, or of a file of keys."""
        text = self.text(path)
        row = f"{key}: {value}\n"
        changed, count = re.subn(rf"(?m)^{re.escape(key)}: .*\n", lambda _: row, text, count=1)
        if not count:
            changed = text.replace("---\n", f"---\n{row}", 1) if path.endswith(".md") else f"{row}{text}"
        self.site.write(path, changed.encode())


EDITS: dict[str, Callable[[Desk], None]] = {}


def edit(act: Callable[[Desk], None]) -> Callable[[Desk], None]:
    """Make this one of the things that can happen."""
    EDITS[act.__name__.replace("_", " ")] = act
    return act


# --- what people do --------------------------------------------------------------------------------------------------


@edit
def text(desk: Desk) -> None:
    """Write something in a piece, sometimes with as many letters as there were."""
    write_more(desk, desk.piece())


def write_more(desk: Desk, path: str) -> None:
    """Write something in this piece."""
    head, mark, body = desk.text(path).rpartition("---\n")
    way = desk.random.choice(["more", "same size", "link", "shortcode", "heading"])
    more = {
        "link": f"Lees [verder]({desk.random.choice(['verhalen/soep', 'oproepen/bomen', 'over', 'wijken/peelo'])}).",
        "shortcode": desk.random.choice(["{{ oproep bomen }}", "{{ contact peelo }}", "{{ agenda marsdijk }}"]),
        "heading": f"## Kop {desk.random.randint(1, 9)}\n\nMet tekst.",
    }.get(way, f"Nog een regel {desk.random.randint(1, 99)}.")
    swapped = body.translate(str.maketrans("ae", "ea")) if way == "same size" and "{{" not in body else body
    written = swapped if swapped != body else f"{body}\n{more}\n"
    desk.site.write(path, f"{head}{mark}{written}".encode())


@edit
def front_matter(desk: Desk) -> None:
    """Change a key of a piece."""
    path = desk.piece()
    keys = {"samenvatting": desk.random.choice(WORDS), "voorbeeld": "ja", "zoekwoorden": "[buurt]"}
    keys["naam" if "/wijken/" in path else "titel"] = f'"{desk.random.choice(WORDS)}"'
    if path.count("/") > 1 and "/wijken/" not in path:
        keys |= {"wijken": desk.random.choice(WIJKEN), "publiceren_op": desk.day(), "verlopen_op": desk.day()}
    if "/verhalen/" in path:
        keys |= {"datum": desk.day(), "bijgewerkt": desk.day(), "themas": desk.random.choice(THEMES), "project": "tuin"}
    if "/oproepen/" in path:
        keys |= {"sluit_op": desk.day(), "status": "klaar", "themas": desk.random.choice(THEMES)}
    if "/agenda/" in path:
        keys |= {"begint": desk.day(), "afgelast": "ja"}
    if "/wijken/" in path:
        keys |= {"slogan": desk.random.choice(WORDS), "cijfers": "{inwoners: 12, bron: CBS}"}
    key = desk.random.choice(sorted(keys))
    desk.set(path, key, keys[key])


@edit
def draft(desk: Desk) -> None:
    """Make a piece a draft, or no longer."""
    path = desk.piece()
    rows = desk.text(path)
    if "concept: ja\n" in rows:
        desk.site.write(path, rows.replace("concept: ja\n", "").encode())
    else:
        desk.set(path, "concept", "ja")


@edit
def rename(desk: Desk) -> None:
    """Give a piece another name, and so another address."""
    path = desk.piece("verhalen", "oproepen", "agenda", "projecten")
    folder = path.removesuffix("/index.md")
    old = folder if folder != path else path.removesuffix(".md")
    new = f"{old}-{desk.random.randint(2, 4)}"
    suffix = "" if folder != path else ".md"
    if not (desk.site.root / f"{new}{suffix}").exists():
        if desk.random.random() < 0.5:
            kind, name = old.split("/")[1], old.rpartition("/")[2]
            desk.set(path, "oude_adressen", f"[/{kind}/{name}/]")
        desk.site.rename(f"{old}{suffix}", f"{new}{suffix}")


@edit
def move(desk: Desk) -> None:
    """Put a piece in another folder; its address stays."""
    path = desk.piece("verhalen", "oproepen")
    _, kind, *_, name = path.split("/")
    if name != "index.md":
        stem = name.removesuffix(".md")
        new = desk.random.choice([f"2024/{name}", f"2025/{name}", f"{stem}/index.md", name])
        if not (desk.site.root / f"content/{kind}/{new}").exists():
            desk.site.rename(path, f"content/{kind}/{new}")


@edit
def delete(desk: Desk) -> None:
    """Remove a piece."""
    desk.site.remove(desk.piece("verhalen", "oproepen", "agenda"))


@edit
def add(desk: Desk) -> None:
    """Write a piece that looks like another."""
    path = desk.piece("verhalen", "oproepen", "agenda")
    kind = path.split("/")[1]
    new = f"content/{kind}/nieuw-{desk.random.randint(1, 5)}.md"
    text = re.sub(r"(?m)^(oude_adressen|foto): .*\n", "", desk.text(path))
    head, mark, _ = text.rpartition("---\n")
    desk.site.write(new, f"{head}{mark}Nieuw.\n".encode())
    desk.set(new, "titel", f"Nieuw {desk.random.randint(1, 99)}")


@edit
def photo_added(desk: Desk) -> None:
    """Put a photo beside a story, and show it."""
    path = desk.piece("verhalen")
    name = f"foto-{desk.random.randint(1, 3)}.jpg"
    place = f"{path.rpartition('/')[0]}/{name}"
    desk.site.write(place, photo(desk.random.choice(COLOURS), size=SIZE))
    desk.site.write(f"{place}.yaml", "alt: Een foto\nfotograaf: Ans\ntoestemming: geen-mensen\n")
    if desk.random.random() < 0.5:
        desk.set(path, "foto", name)
    else:
        desk.site.write(path, f"{desk.text(path)}\n![Een foto]({name})\n".encode())


@edit
def photo_replaced(desk: Desk) -> None:
    """Save another photo under the same name, with as many bytes or of another size."""
    path = desk.random.choice(desk.found("content/**/*.jpg"))
    width = desk.random.choice([40, 40, 64])
    desk.site.write(path, photo(desk.random.choice(COLOURS), width=width, size=SIZE))


@edit
def photo_register(desk: Desk) -> None:
    """Change what is known of a photo, its consent included."""
    path = desk.random.choice(desk.found("content/**/*.jpg.yaml"))
    keys = {"bijschrift": desk.random.choice(WORDS), "alt": desk.random.choice(WORDS)}
    keys |= {"verloopt_op": desk.day(), "ingetrokken_op": desk.day()}
    key = desk.random.choice(sorted(keys))
    desk.set(path, key, keys[key])


@edit
def data_file(desk: Desk) -> None:
    """Change data that many pages share."""
    site, number = desk.site, desk.random.randint(1, 99)
    match desk.random.choice(["theme", "organisation", "counter", "notice", "map"]):
        case "theme":
            site.write("content/themas.yaml", f"groen: {{naam: Groen {number}}}\nontmoeten: {{naam: Ontmoeten}}\n")
        case "organisation":
            rows = re.sub(r"naam: Actium.*", f"naam: Actium {number}", desk.text("content/organisaties.yaml"))
            site.write("content/organisaties.yaml", rows)
        case "counter":
            rows = re.sub(r"omschrijving: .*", f"omschrijving: Nummer {number}.", desk.text("content/loketten.yaml"))
            site.write("content/loketten.yaml", rows)
        case "notice":
            site.write("content/mededeling.yaml", f"tekst: Let op {number}.\ntot_en_met: {desk.day()}\n")
        case "map":
            path = "content/kaart/assen-wijken.geojson"
            site.write(path, desk.text(path) + "\n")


@edit
def token(desk: Desk) -> None:
    """Change a measure or a colour of the theme."""
    path = f"{desk.theme}/tokens.tokens.json"
    text = desk.text(path)
    if desk.theme == "thema":
        grey = desk.random.choice(["eeeeee", "dddddd", "cccccc"])
        text = re.sub(r'("plane-land".*?"hex": ")#\w+', rf"\g<1>#{grey}", text, count=1)
    else:
        spots = list(re.finditer(r'"value": (\d+\.\d+)', text))
        spot = desk.random.choice(spots)
        text = f"{text[: spot.start(1)]}{float(spot[1]) + 0.01:.3f}{text[spot.end(1) :]}"
    desk.site.write(path, text)


@edit
def template(desk: Desk) -> None:
    """Change a template or a style sheet."""
    path = desk.random.choice(desk.found(f"{desk.theme}/layouts/*.html", f"{desk.theme}/components/*/*.html"))
    desk.site.write(path, f"{desk.text(path)}<!-- {desk.random.randint(1, 9)} -->\n".encode())


@edit
def style(desk: Desk) -> None:
    """Change a style sheet."""
    path = desk.random.choice(desk.found(f"{desk.theme}/css/**/*.css"))
    desk.site.write(path, f"{desk.text(path)}.proef {{ margin: {desk.random.randint(1, 9)}em; }}\n".encode())


@edit
def setting(desk: Desk) -> None:
    """Change a setting of the site."""
    keys = {
        "naam": [f'"{word}"' for word in WORDS],
        "slogan": [f'"{word}"' for word in WORDS],
        "adres": ["https://proef.example.nl", "https://proef.example.nl/buurt"],
        "foto_breedtes": ["[16]", "[16, 32]", "[24]"],
        "deelkaarten": ["{maken: nee}", "{maken: ja, jaren: 1}", "{maken: ja, jaren: 2}"],
        "demonstratie": ["ja", "nee"],
        "bewaartermijn": ["1 maand", "5 jaar"],
        "akkoord_vereist": ["[]", "[gemeente]"],
    }
    key = desk.random.choice(sorted(keys))
    desk.set("site.yaml", key, desk.random.choice(keys[key]))


@edit
def date(desk: Desk) -> None:
    """Let days go by, or go back to one."""
    desk.today += dt.timedelta(days=desk.random.choice([-30, -1, 1, 2, 9, 40]))


@edit
def check(desk: Desk) -> None:
    """Look at everything without building."""
    desk.site.check(desk.today)


# --- what bad luck does ----------------------------------------------------------------------------------------------


def store_of(desk: Desk) -> Path:
    """Give the file of the cache."""
    return desk.site.root / ".cache" / "mba.sqlite"


@edit
def cache_damaged(desk: Desk) -> None:
    """Turn bits of the cache, or cut it off, or put something else in its place."""
    path = store_of(desk)
    if not path.is_file():
        return
    data = bytearray(path.read_bytes())
    match desk.random.choice(["bits", "bits", "page", "cut", "empty", "folder", "journal"]):
        case "bits":
            for _ in range(desk.random.choice([1, 10, 100])):
                data[desk.random.randrange(len(data))] ^= 1 << desk.random.randrange(8)
            path.write_bytes(data)
        case "page":
            start = desk.random.randrange(0, len(data), 4096)
            path.write_bytes(data[:start] + desk.random.randbytes(4096) + data[start + 4096 :])
        case "cut":
            path.write_bytes(data[: desk.random.randrange(len(data))])
        case "empty":
            path.write_bytes(b"")
        case "folder":
            path.unlink()
            (path / "map").mkdir(parents=True)
        case "journal":
            path.with_name("mba.sqlite-journal").write_bytes(desk.random.randbytes(9000))


@edit
def cache_removed(desk: Desk) -> None:
    """Lose the cache, or one part of it."""
    what = desk.random.choice([".cache", ".cache/mba.sqlite", ".cache/photos"])
    if (desk.site.root / what).exists():
        desk.site.remove(what)


@edit
def cache_of_before(desk: Desk) -> None:
    """Put back the cache of some builds ago, as a program that keeps folders alike may do."""
    path = store_of(desk)
    now = path.read_bytes() if path.is_file() else b""
    if desk.old_store and not path.is_dir():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(desk.old_store)
    desk.old_store = now


@edit
def photo_of_the_cache_damaged(desk: Desk) -> None:
    """Turn a bit of an encoded photo, or empty its file."""
    for path in desk.random.sample(kept := desk.found(".cache/photos/*/*"), min(len(kept), 3)):
        place = desk.site.root / path
        data = bytearray(place.read_bytes())
        if data and desk.random.random() < 0.7:
            data[desk.random.randrange(len(data))] ^= 4
        place.write_bytes(data if desk.random.random() < 0.8 else b"")


@edit
def output_touched(desk: Desk) -> None:
    """Change, empty, remove or only touch files of the output."""
    files = sorted(path for path in desk.site.output.rglob("*") if path.is_file() and ".mba" not in path.parts)
    for path in desk.random.sample(files, min(len(files), 3)):
        data = bytearray(path.read_bytes())
        match desk.random.choice(["bit", "empty", "remove", "touch", "more", "same times"]):
            case "bit" if data:
                data[desk.random.randrange(len(data))] ^= 1
                path.write_bytes(data)
            case "same times" if data:
                status = path.stat()
                data[0] ^= 1
                path.write_bytes(data)
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
            case "empty":
                path.write_bytes(b"")
            case "remove":
                path.unlink()
            case "more":
                path.write_bytes(data + b"\n")
            case _:
                path.touch()


@edit
def output_removed(desk: Desk) -> None:
    """Lose the whole output, or its administration."""
    what = desk.random.choice(["output", "output/.mba", "output/.mba/manifest.json"])
    if (desk.site.root / what).exists():
        desk.site.remove(what)


@edit
def clock_set_back(desk: Desk) -> None:
    """Give files times of long ago or of the future, and save one with the time that it had."""
    for path in desk.random.sample(desk.found("content/**/*.*"), 5):
        moment = desk.random.choice([0, 1_000_000_000, 4_000_000_000])
        os.utime(desk.site.root / path, (moment, moment))
    path = desk.piece()
    status = (desk.site.root / path).stat()
    write_more(desk, path)
    os.utime(desk.site.root / path, ns=(status.st_atime_ns, status.st_mtime_ns))


@edit
def time_goes_by(desk: Desk) -> None:
    """Let file times be trusted from now on."""
    if store_of(desk).is_file():
        desk.site.age()


class PowerCut(BaseException):
    """A build ends here."""


@edit
def build_cut_off(desk: Desk) -> None:
    """Change something, and end the build that follows in the middle of its writing."""
    desk.do(desk.random.choice(["text", "front matter", "style", "photo replaced"]), desk.random.randint(0, 99))
    desk.edits -= 1
    left = desk.random.randint(0, 12)
    whole: Callable[..., None] = output_module._move

    def stop(*places: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise PowerCut
        whole(*places)

    with mock.patch.object(output_module, "_move", stop), contextlib.suppress(PowerCut):
        desk.site.build(desk.today)


# --- what always holds -----------------------------------------------------------------------------------------------


@dataclass
class Tally:
    """What was tried."""

    sequences: int = 0
    edits: int = 0
    builds: int = 0
    failed: int = 0
    telling: int = 0
    """Edits that changed the output, or that a build had to mend."""


def files_of(site: TinySite) -> dict[str, bytes]:
    """Give the files that people made."""
    found = {}
    for top in ("content", "thema", "themes", "site.yaml"):
        place = site.root / top
        for path in (place, *place.rglob("*")):
            if path.is_file():
                found[path.relative_to(site.root).as_posix()] = path.read_bytes()
    return found


def put_back(site: TinySite, files: Mapping[str, bytes]) -> None:
    """Undo an edit."""
    now = files_of(site)
    for path in now.keys() - files.keys():
        site.remove(path)
    for path, data in files.items():
        if now.get(path) != data:
            site.write(path, data)


def verify(desk: Desk, scratch: Path, tally: Tally) -> Outcome:
    """Build, and see that it is a clean build that came of it, and that a further one has nothing to do."""
    site, today = desk.site, desk.today
    before = site.built()
    outcome = site.build(today)
    after = site.built()
    clean, expected = site.clean_outcome(scratch, today)
    tally.builds += 2
    said = tuple(found for found in outcome.diagnostics if found.code != "adres-verdwenen")
    assert said == clean.diagnostics
    assert (outcome.failed, outcome.next_change, outcome.foreign) == (clean.failed, clean.next_change, ())
    if outcome.failed:
        assert after == before
        return outcome
    assert [name for name in after if after[name] != expected.get(name)] == []
    assert after.keys() == expected.keys()
    again = site.build(today)
    tally.builds += 1
    assert (again.counts["written"], again.counts["removed"], again.diagnostics) == (0, 0, said)
    assert site.built() == after
    return outcome


def run_sequence(folder: Path, edits: list[tuple[str, int]], *, real_theme: bool, tally: Tally) -> None:
    """Do edits one after the other; one that makes the site wrong is undone after it was seen to change nothing."""
    desk = Desk(full_site(folder / "site", real_theme=real_theme))
    first = verify(desk, folder, tally)
    assert not first.failed, first.diagnostics
    for name, number in edits:
        before, day = files_of(desk.site), desk.today
        desk.do(name, number)
        tally.edits += 1
        outcome = verify(desk, folder, tally)
        tally.telling += outcome.counts.get("written", 0) + outcome.counts.get("removed", 0) > 0
        if outcome.failed:
            tally.failed += 1
            put_back(desk.site, before)
            desk.today = day
            assert not verify(desk, folder, tally).failed
    tally.sequences += 1
