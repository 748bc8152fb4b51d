"""What holds for every site, every edit and every day.

Hypothesis makes the sites. `MBA_EXAMPLES=1000` looks further than a normal run does, and makes what fails small.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from generator.build.front import Front, make_front
from generator.build.preview import address_of, preview
from generator.cache import Cache
from generator.diagnostics import Diagnostic, has_errors, in_order
from generator.model import feed, view
from generator.model.plan import EncodeData, RenderTemplate
from generator.render import Renderer
from generator.render.environment import theme_environment
from tests.harness import (
    BARE_THEME,
    TODAY,
    TinySite,
    messages,
    photo,
    quick_folder,
    read_site,
    silent,
    templates_compiled_once,
)

REPOSITORY = Path(__file__).resolve().parent.parent
BASE = Path(__file__).parent / "scenarios" / "base"
PHOTO = "content/verhalen/2025/feest/feest.jpg"
NORMAL = 25
EXAMPLES = int(os.environ.get("MBA_EXAMPLES", NORMAL))
# Making a failing example small takes minutes, as an example is a row of builds.
LAW = settings(
    max_examples=EXAMPLES,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if EXAMPLES > NORMAL else ())],
)
ONE_DAY = dt.timedelta(days=1)
Files = dict[str, str | bytes]


@pytest.fixture(scope="module", autouse=True)
def _quick_templates() -> Iterator[None]:
    with templates_compiled_once():
        yield


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as found:
        yield found


@pytest.fixture(scope="module")
def base() -> dict[str, bytes]:
    return read_site(BASE) | {PHOTO: photo("red")}


# --- random sites ----------------------------------------------------------------------------------------------------

FIXED: Mapping[str, str | bytes] = {
    "content/organisaties.yaml": "actium: {naam: Actium}\n",
    "content/themas.yaml": "groen: {naam: Groen}\nontmoeten: {naam: Ontmoeten}\n",
    "content/loketten.yaml": "bomen: {naam: Bomen, omschrijving: Takken, waarvoor: [een boom]}\n",
    "content/verhalen/foto.jpg": photo("red"),
}
REGISTER = "content/verhalen/foto.jpg.yaml"
NOTICE = "content/mededeling.yaml"
FONT = "thema/fonts/proef.woff2"


def colour(written: str) -> dict[str, object]:
    return {"$type": "color", "$value": {"colorSpace": "srgb", "components": [0, 0, 0], "hex": written}}


COLOURED = json.dumps(
    {
        "primitive": {
            "letters": {
                "$type": "fontFamily",
                "$value": ["Proef"],
                "$extensions": {"nl.mijnbuurtassen": {"file": "fonts/proef.woff2"}},
            }
        },
        "semantic": {
            "text": colour("#000000"),
            "color": {
                **{name: colour("#ffffff") for name in ("on-plane", "surface", "text", "highlight", "on-highlight")},
                "plane-land": colour("#eeeeee"),
                "wijk": {name: colour("#123456") for name in ("heel-assen", "peelo", "marsdijk")},
            },
        },
    }
)
"""Tokens with which the generator can draw cards for social media, together with a font."""

# Just before and after New Year: some things depend on the year alone.
FIRST, LAST = dt.date(2026, 12, 24), dt.date(2027, 1, 6)
days = st.dates(FIRST, LAST).map(str)
words = st.sampled_from(["Soep", "Bankje", "Tuin", "Feest", "'t Plein", "Één plan", "<b> & co"])
wijken = st.sampled_from(["[peelo]", "[marsdijk]", "[heel-assen]", "[peelo, marsdijk]"])
themes = st.sampled_from(["[groen]", "[ontmoeten]", "[groen, ontmoeten]"])
links = ["verhalen/a", "oproepen/d", "projecten/tuin", "p", "https://example.org"]
bodies = st.lists(
    st.sampled_from(
        [
            "Zomaar tekst.",
            "# Kop\n\nZie [boven](#kop).",
            "- een\n- twee",
            '{{ citaat "Mooi" }}',
            "{{ oproep d }}",
            "{{ agenda peelo }}",
            "{{ contact marsdijk }}",
            "{{ loket }}",
            *(f"Kijk [hier]({link})." for link in links),
        ]
    ),
    max_size=3,
).map("\n\n".join)

EVERY_KIND = {
    "samenvatting": words,
    "concept": st.just("ja"),
    "publiceren_op": days,
    "verlopen_op": days,
    "voorbeeld": st.just("ja"),
    "slug": st.sampled_from(["nieuw", "anders"]),
    "akkoord": st.just("{actium: 2026-01-01}"),
}
ABOUT = {"themas": themes, "project": st.just("tuin")}


@dataclass(frozen=True)
class KindOfPiece:
    """What front matter of one kind holds: always, and sometimes."""

    folder: str
    names: tuple[str, ...]
    required: Mapping[str, st.SearchStrategy[str]]
    optional: Mapping[str, st.SearchStrategy[str]] = field(default_factory=dict)


KINDS = (
    KindOfPiece(
        "verhalen/",
        ("a", "b", "c"),
        {"titel": words, "datum": days, "samenvatting": words, "wijken": wijken},
        {
            **ABOUT,
            "foto": st.just("foto.jpg"),
            "afzender": st.just("actium"),
            "bijgewerkt": days,
            "auteur": words.map(lambda name: f"{{naam: {quoted(name)}}}"),
        },
    ),
    KindOfPiece(
        "oproepen/",
        ("d", "e"),
        {
            "titel": words,
            "soort": st.sampled_from(["idee", "mening"]),
            "datum": days,
            "samenvatting": words,
            "wijken": wijken,
            "sluit_op": days,
            "reageren": st.just("{email: hallo@example.nl}"),
            "door": words,
            "vervolg": words,
        },
        {**ABOUT, "loket": st.just("bomen"), "status": st.just("klaar"), "resultaat": st.just("a")},
    ),
    KindOfPiece(
        "projecten/",
        ("tuin",),
        {"titel": words, "samenvatting": words, "wijken": wijken, "status": st.sampled_from(["ontwerp", "klaar"])},
        {
            "start": days,
            "partners": st.just("[actium]"),
            "mijlpalen": st.lists(st.one_of(days, st.sampled_from(["2026", "2026-12", "2027-01"])), max_size=3).map(
                lambda found: f"[{', '.join(f'{{datum: {day}, tekst: punt}}' for day in found)}]"
            ),
        },
    ),
    KindOfPiece(
        "agenda/",
        ("g", "h"),
        {
            "titel": words,
            "begint": days,
            "plaats": st.just("{naam: het park}"),
            "samenvatting": words,
            "wijken": wijken,
        },
        {**ABOUT, "eindigt": st.just("2027-01-08"), "afgelast": st.just("ja"), "aanmelden": words},
    ),
    KindOfPiece(
        "wijken/",
        ("peelo", "marsdijk"),
        {"naam": words, "cbs_code": st.sampled_from(["WK010606", "WK010607"])},
        {
            "slogan": words,
            "kleur": st.sampled_from(["peelo", "marsdijk"]),
            "team": st.just("[{rol: buurtwerker, organisatie: actium}]"),
            "cijfers": st.just("{inwoners: 7165, bron: CBS}"),
        },
    ),
    KindOfPiece("", ("p", "over", "index"), {"titel": words}, {"menu": st.sampled_from(["hoofd", "voet"])}),
)
KIND_OF = {name: kind for kind in KINDS for name in kind.names}
ALWAYS = ("peelo", "marsdijk", "a", "d", "tuin", "p")


@dataclass(frozen=True)
class Piece:
    """One content file; `keys` in the words of its front matter."""

    path: str
    keys: tuple[tuple[str, str], ...]
    body: str

    def text(self) -> str:
        rows = "".join(f"{key}: {value if plain(value) else quoted(value)}\n" for key, value in self.keys)
        return f"---\n{rows}---\n{self.body}\n"


def plain(value: str) -> bool:
    """Tell whether a value is YAML already."""
    return value[:1] in "[{" or (value.isascii() and value.replace("-", "").isalnum())


def quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def path_of(name: str) -> str:
    return f"content/{KIND_OF[name].folder}{name}.md"


def pieces(name: str) -> st.SearchStrategy[Piece]:
    """Make a piece; those that others mention have no slug of their own."""
    kind = KIND_OF[name]
    former = st.sampled_from([f"[/oud-{name}/]", f"[/ouder/{name}/, /oud-{name}/]"])
    optional = {**EVERY_KIND, **kind.optional, "oude_adressen": former}
    if name in (*ALWAYS, "index"):
        del optional["slug"]
    keys = st.fixed_dictionaries(
        dict(kind.required), optional={key: value for key, value in optional.items() if key not in kind.required}
    )
    return st.builds(lambda keys, body: Piece(path_of(name), tuple(keys.items()), body), keys, bodies)


SETTINGS: Mapping[str, st.SearchStrategy[str]] = {
    "naam": words,
    "adres": st.sampled_from(["https://proef.example.nl", "https://proef.example.nl/buurt", "http://localhost:8000"]),
    "slogan": words,
    "omleidingen": st.just("{/weg/: /verhalen/}"),
    "menu": st.just("{hoofd: [{tekst: Alles, naar: /zoeken/}]}"),
    "akkoord_vereist": st.just("[actium]"),
    "foto_breedtes": st.sampled_from(["[16]", "[16, 32]"]),
    "bewaartermijn": st.just("1 maand"),
    "partners": st.just("[{organisatie: actium}]"),
}
STANDARD_SETTINGS = {
    "naam": "Proef",
    "adres": "https://proef.example.nl",
    "thema": "thema",
    "foto_breedtes": "[16]",
    "deelkaarten": "{maken: nee}",
}


def register(keys: Mapping[str, str]) -> str:
    rows = {"alt": "Rood", "fotograaf": "Ans", "toestemming": "geen-mensen"} | dict(keys)
    return "".join(f"{key}: {quoted(value)}\n" for key, value in rows.items())


registers = st.fixed_dictionaries(
    {}, optional={"verloopt_op": days, "ingetrokken_op": days, "bijschrift": words, "alt": words}
).map(register)
notices = st.builds(lambda text, day: f"tekst: {quoted(text)}\ntot_en_met: {day}\n", words, days)


@dataclass(frozen=True)
class RandomSite:
    """A whole site as values."""

    pieces: Mapping[str, Piece]
    settings: Mapping[str, str]
    extra: Mapping[str, str | bytes]

    def files(self) -> Files:
        """Give all files, but for the theme's that are as they always are."""
        rows = "".join(f"{key}: {value if plain(value) else quoted(value)}\n" for key, value in self.settings.items())
        return {
            **FIXED,
            **self.extra,
            "site.yaml": rows,
            **{piece.path: piece.text() for piece in self.pieces.values()},
        }


sites = st.builds(
    RandomSite,
    pieces=st.fixed_dictionaries(
        {name: pieces(name) for name in ALWAYS},
        optional={name: pieces(name) for name in KIND_OF if name not in ALWAYS},
    ),
    settings=st.fixed_dictionaries(
        {name: st.just(value) for name, value in STANDARD_SETTINGS.items()},
        optional={name: values for name, values in SETTINGS.items() if name not in STANDARD_SETTINGS},
    ),
    extra=st.fixed_dictionaries({REGISTER: registers}, optional={NOTICE: notices}),
)


def lay(site: TinySite, files: Mapping[str, str | bytes], before: Mapping[str, str | bytes]) -> None:
    """Bring the files on the disk from one state to another, and touch no others."""
    for path in before.keys() - files.keys():
        site.remove(path)
    for path, content in files.items():
        if before.get(path) != content:
            site.write(path, content)


# --- random edits ----------------------------------------------------------------------------------------------------

THEME_EDITS = {
    "components/deeper/deeper.html": "<small>Kaler</small>\n",
    "components/insert/insert.html": None,
    "layouts/story.html": None,
    "layouts/redirect.html": None,
    "formats/sitemap.xml": None,
    "css/base/page.css": "body { margin: 0; }\n",
    "images/stip.svg": '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n',
}


@dataclass(frozen=True)
class Edit:
    """One change; `what` says which of the two others count."""

    what: str
    name: str = ""
    value: Any = None


names = st.sampled_from(sorted(KIND_OF))
edits = st.one_of(
    names.flatmap(lambda name: st.builds(Edit, st.just("piece"), st.just(name), pieces(name))),
    names.flatmap(
        lambda name: st.builds(Edit, st.just("keys"), st.just(name), pieces(name).map(lambda piece: piece.keys[-1]))
    ),
    st.builds(Edit, st.just("body"), names, bodies),
    st.builds(Edit, st.just("body"), st.sampled_from(["a", "b"]), st.just("![Foto](foto.jpg)\n\nEn [hier](#nergens).")),
    st.builds(Edit, st.just("body"), st.sampled_from(["a", "b"]), st.just("![Foto](foto.jpg)")),
    st.builds(Edit, st.just("keys"), st.sampled_from(["a", "b"]), st.just(("wijken", "[atlantis]"))),
    st.builds(Edit, st.just("draft"), names),
    st.builds(Edit, st.just("delete"), names),
    st.builds(Edit, st.just("rename"), names, st.sampled_from(["2026/{}.md", "{}/index.md", "{}.md"])),
    st.builds(Edit, st.just("theme"), st.sampled_from(sorted(THEME_EDITS))),
    st.sampled_from(sorted(SETTINGS)).flatmap(
        lambda name: st.builds(Edit, st.just("setting"), st.just(name), SETTINGS[name])
    ),
    st.builds(Edit, st.just("register"), st.just(REGISTER), registers),
    st.builds(Edit, st.just("notice"), st.just(NOTICE), notices),
    st.builds(Edit, st.just("photo"), st.just("content/verhalen/foto.jpg"), st.sampled_from(["red", "blue"])),
    st.builds(Edit, st.just("date"), value=st.dates(FIRST, LAST)),
    st.sampled_from([Edit("forget"), Edit("age"), Edit("break"), Edit("damage")]),
)


def edited(site: RandomSite, edit: Edit) -> RandomSite:
    """Give the site after an edit; one about a piece that is not there changes nothing."""
    piece = site.pieces.get(edit.name)
    match edit.what:
        case "piece":
            return replace(site, pieces={**site.pieces, edit.name: edit.value})
        case "setting":
            return replace(site, settings={**site.settings, edit.name: edit.value})
        case "register" | "notice":
            return replace(site, extra={**site.extra, edit.name: edit.value})
        case "photo":
            return replace(site, extra={**site.extra, edit.name: photo(edit.value)})
        case "theme":
            text = THEME_EDITS[edit.name] or f"{(BARE_THEME / edit.name).read_text(encoding='utf-8')}<!-- anders -->\n"
            return replace(site, extra={**site.extra, f"thema/{edit.name}": text})
        case "delete":
            rest = {name: other for name, other in site.pieces.items() if name != edit.name}
            return replace(site, pieces=rest)
    if piece is None:
        return site
    keys = dict(piece.keys)
    match edit.what:
        case "keys":
            piece = replace(piece, keys=tuple((keys | dict([edit.value])).items()))
        case "body":
            piece = replace(piece, body=edit.value)
        case "draft":
            draft = {} if keys.pop("concept", None) else {"concept": "ja"}
            piece = replace(piece, keys=tuple((keys | draft).items()))
        case "rename" if KIND_OF[edit.name].folder:
            piece = replace(piece, path=f"content/{KIND_OF[edit.name].folder}{edit.value.format(edit.name)}")
    return replace(site, pieces={**site.pieces, edit.name: piece})


def act(site: TinySite, edit: Edit) -> None:
    """Do what changes no file of the site itself."""
    match edit.what:
        case "forget":
            site.remove(".cache")
        case "age":
            site.age()
        case "damage":
            pages = sorted(path for path in site.output.rglob("*.html"))
            for path in pages[:2]:
                path.write_text("weg", encoding="utf-8")
        case "break":
            for path in sorted(site.output.rglob("*.webp"))[:1] + sorted(site.output.rglob("*.css"))[:1]:
                path.unlink()


@LAW
@given(sites, st.lists(edits, min_size=1, max_size=6), st.dates(FIRST, LAST))
def test_after_any_edits_the_output_is_that_of_a_clean_build(
    random: RandomSite, changes: list[Edit], today: dt.date
) -> None:
    with quick_folder() as place:
        files = random.files()
        site = TinySite(place / "site", files)
        check_step(site, place, today)
        for edit in changes:
            today = edit.value if edit.what == "date" else today
            random = edited(random, edit)
            act(site, edit)
            lay(site, random.files(), files)
            files = random.files()
            said = announced(site, today)
            check_step(site, place, today, said)


@dataclass(frozen=True)
class Announced:
    """What `mba check` and `mba plan` say before a build."""

    diagnostics: tuple[Diagnostic, ...]
    written: frozenset[str]
    removed: frozenset[str]


def announced(site: TinySite, today: dt.date) -> Announced:
    """Ask without building; nothing in the output changes by it."""
    before = site.built()
    checked = site.check(today)
    cache = Cache(site.root)
    try:
        rows = preview(site.options(today), cache, silent).rows
    finally:
        cache.commit()
        cache.close()
    assert site.built() == before
    return Announced(
        checked.diagnostics,
        frozenset(row.address for row in rows if row.what != "weg"),
        frozenset(row.address for row in rows if row.what == "weg"),
    )


def check_step(site: TinySite, scratch: Path, today: dt.date, said: Announced | None = None) -> None:
    """An incremental build equals a clean one, fails when it fails, does what was announced, and leaves nothing."""
    before = site.built()
    outcome = site.build(today)
    after = site.built()
    clean, expected = site.clean_outcome(scratch, today)
    kept = tuple(found for found in outcome.diagnostics if found.code != "adres-verdwenen")
    assert kept == clean.diagnostics
    assert outcome.failed == clean.failed
    assert outcome.next_change == clean.next_change
    if outcome.failed:
        assert after == before
        return
    assert {name for name in after if after[name] != expected.get(name)} == set()
    assert after.keys() == expected.keys()
    changed = [name for name in after if after[name] != before.get(name) and not name.startswith(".mba")]
    assert outcome.counts["written"] == len(changed)
    if said:
        assert outcome.diagnostics == said.diagnostics
        assert {address_of(name) for name in changed} <= said.written
        assert {address_of(name) for name in before.keys() - after.keys()} == said.removed
    again = site.build(today)
    assert (again.counts["written"], again.counts["removed"], again.diagnostics) == (0, 0, kept)


# --- keys ------------------------------------------------------------------------------------------------------------


def front_of(site: TinySite, today: dt.date, cache: Cache | None = None) -> Front:
    """Make a plan; with a store of its own unless there is one to share."""
    store = cache or Cache(site.root, memory=True)
    try:
        return make_front(site.options(today), store, silent)
    finally:
        if cache is None:
            store.close()


@LAW
@given(sites, st.lists(edits, min_size=1, max_size=3), st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_an_equal_key_means_an_equal_view_and_equal_bytes(
    random: RandomSite, changes: list[Edit], one_day: dt.date, other_day: dt.date
) -> None:
    with quick_folder() as place:
        one = TinySite(place / "one", random.files())
        for edit in changes:
            random = edited(random, edit)
        other = TinySite(place / "other", random.files())
        plans = [front_of(one, one_day).plan, front_of(other, other_day).plan]
        first, second = ({(item.path, item.key): item for item in plan.artifacts} for plan in plans)
        for known in first.keys() & second.keys():
            assert first[known].recipe == second[known].recipe, known[0]
        if one.build(one_day).failed or other.build(other_day).failed:
            return
        first_bytes, second_bytes = one.built(), other.built()
        for path, _ in first.keys() & second.keys():
            assert first_bytes[path] == second_bytes[path], path


@LAW
@given(sites, st.lists(edits, min_size=1, max_size=4), st.dates(FIRST, LAST))
def test_a_plan_that_is_looked_up_is_the_plan_that_is_worked_out(
    random: RandomSite, changes: list[Edit], today: dt.date
) -> None:
    with quick_folder() as place:
        files = random.files()
        site = TinySite(place / "site", files)
        with closing(Cache(site.root, memory=True)) as cache:
            front_of(site, today, cache)
            for edit in changes:
                random = edited(random, edit)
                lay(site, random.files(), files)
                files = random.files()
                looked_up, worked_out = front_of(site, today, cache), front_of(site, today)
                assert in_order(looked_up.diagnostics) == in_order(worked_out.diagnostics)
                assert looked_up.plan.dead == worked_out.plan.dead
                assert [artifact.settled() for artifact in looked_up.plan.artifacts] == list(worked_out.plan.artifacts)


def test_every_field_of_every_view_is_part_of_its_key() -> None:
    for kind in all_views():
        assert set(view.part_names(kind)) == {spec.name for spec in fields(kind)} - {"key"}, kind.__name__


def all_views() -> list[type[view.View]]:
    named = (*vars(view).values(), *vars(feed).values())
    return list(dict.fromkeys(kind for kind in named if isinstance(kind, type) and issubclass(kind, view.View)))


# --- time ------------------------------------------------------------------------------------------------------------


def keys_of(site: TinySite, today: dt.date, cache: Cache) -> dict[str, str]:
    return {artifact.path: artifact.key for artifact in front_of(site, today, cache).plan.artifacts}


def days_until(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Give days from `first` up to `last`: all of the first week, then fewer and fewer; what changed stays so."""
    day = first
    while day < last:
        past = (day - first).days
        if past <= 7 or (past <= 60 and past % 5 == 0) or (day.month, day.day) == (1, 1) or day + ONE_DAY == last:
            yield day
        day += ONE_DAY


@pytest.mark.parametrize("cards", [False, True], ids=["without cards", "with cards"])
@LAW
@given(random=sites, today=st.dates(FIRST - 9 * ONE_DAY, LAST))
def test_nothing_changes_before_the_day_that_next_names_and_something_does_on_it(
    random: RandomSite,
    today: dt.date,
    *,
    cards: bool,
) -> None:
    with quick_folder() as place, closing(Cache(place, memory=True)) as cache:
        site = TinySite(place, random.files())
        if cards:
            site.replace("site.yaml", "maken: nee", "maken: ja, jaren: 1")
            site.write(FONT, b"wOF2")
            site.write("thema/tokens.tokens.json", COLOURED)
        front = front_of(site, today, cache)
        assume(not has_errors(front.diagnostics))
        keys = {artifact.path: artifact.key for artifact in front.plan.artifacts}
        moment = front.site.changes[0].day if front.site.changes else None
        until = moment or today + dt.timedelta(days=400)
        assert until > today
        for day in days_until(today, until):
            assert keys_of(site, day, cache) == keys, f"{day} is before {moment} and differs from {today}"
        if moment:
            assert keys_of(site, moment, cache) != keys, f"{front.site.changes[0]} changes nothing"


# --- what a build does not depend on ---------------------------------------------------------------------------------


def run_build(root: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "--site", str(root), "--date", str(TODAY), *arguments],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_hash_seed_folder_and_order_of_files_leave_every_byte_as_it_is(base: dict[str, bytes], folder: Path) -> None:
    results = []
    for seed, name, turn in (("1", "een", 1), ("42", "een ander/met spatie", -1)):
        root = folder / name
        site = TinySite(root, dict(list(base.items())[::turn]))
        done = run_build(root, seed=seed)
        assert done.returncode == 0, done.stderr
        results.append(site.built())
    assert results[0] == results[1]
    assert len(results[0]) > 40


def stories(count: int) -> Files:
    """A site of so many stories, on so many days."""
    first = dt.date(2024, 1, 1)
    return {
        "site.yaml": "naam: Proef\nadres: https://proef.example.nl\nthema: thema\n",
        "content/wijken/peelo.md": "---\nnaam: Peelo\ncbs_code: WK010606\n---\nNoord.\n",
        **{
            f"content/verhalen/verhaal-{number}.md": (
                f"---\ntitel: Verhaal {number}\ndatum: {first + number * 5 * ONE_DAY}\n"
                f"samenvatting: Over {number}.\nwijken: [peelo]\n---\nTekst van {number}.\n"
            )
            for number in range(count)
        },
    }


def test_the_number_of_processes_leaves_every_byte_as_it_is(folder: Path) -> None:
    site = TinySite(folder, stories(160))
    alone = site.build(jobs=1)
    assert alone.counts["written"] > 300, "too few files for more than one process"
    expected = site.built()
    site.remove("output")
    site.remove(".cache")
    site.build(jobs=2)
    assert site.built() == expected


def test_without_the_cache_nothing_is_different(base: dict[str, bytes], folder: Path) -> None:
    site = TinySite(folder, base)
    outcome, built = site.build(), site.built()
    site.remove(".cache")
    again = site.build()
    assert again.counts == outcome.counts | {"written": 0, "unchanged": outcome.counts["written"]}
    assert (again.diagnostics, again.next_change) == (outcome.diagnostics, outcome.next_change)
    assert site.built() == built


def test_one_broken_story_among_many_leaves_the_output_as_it_was(folder: Path) -> None:
    site = TinySite(folder / "site", stories(80))
    assert run_build(site.root).returncode == 0
    before = site.built()
    assert "verhalen/pagina/4/index.html" in before
    site.replace("content/verhalen/verhaal-41.md", "wijken: [peelo]", "wijken: [pelo]")
    site.replace("content/verhalen/verhaal-7.md", "titel: Verhaal 7", "titel: Een ander verhaal")
    site.remove("content/verhalen/verhaal-9.md")
    failed = run_build(site.root)
    assert failed.returncode == 1
    assert failed.stdout == ""
    problem = "content/verhalen/verhaal-41.md:5: fout[onbekende-wijk]: 'pelo' is geen wijk die we kennen\n"
    assert problem in failed.stderr
    assert "Niets geschreven" in failed.stderr
    assert site.built() == before
    site.replace("content/verhalen/verhaal-41.md", "wijken: [pelo]", "wijken: [peelo]")
    mended = site.build()
    assert not mended.failed
    assert site.built() == site.clean_build(folder)
    assert site.build().counts["written"] == 0


# --- what is not public ----------------------------------------------------------------------------------------------

HIDDEN_BY = {
    "draft": "concept: ja",
    "planned": "publiceren_op: 2026-11-24",
    "unsigned": "akkoord: {actium: 2026-11-01}",
}
SIGNED = "akkoord: {gemeente: 2026-11-01}"
HIDDEN_PIECE = """\
---
titel: Geheim-titel
samenvatting: Geheim-samenvatting
{hidden}
oude_adressen: [/geheim-oud/]
zoekwoorden: [geheim-zoekwoord]
{keys}
---
# Geheim-kop

Geheim-tekst met [geheim-link](https://geheim.example.org).

![geheim-alt](geheim-foto.jpg)
"""
HIDDEN_KEYS = {
    "verhalen": "datum: 2025-05-05\nwijken: [peelo]\nthemas: [geheim]\nauteur: {naam: Geheim-auteur}\nproject: tuin",
    "wijken": "cbs_code: WK010699\nslogan: Geheim-slogan\nteam: [{naam: Geheim-naam, organisatie: actium}]",
    "oproepen": (
        "soort: idee\ndatum: 2025-05-05\nwijken: [peelo]\nthemas: [geheim]\nsluit_op: 2026-11-25\n"
        "reageren: {email: geheim@example.nl}\ndoor: Geheim-door\nvervolg: Geheim-vervolg"
    ),
    "projecten": "wijken: [peelo]\nstatus: ontwerp\nmijlpalen: [{datum: 2026-11-25, tekst: Geheim-punt}]",
    "agenda": "begint: 2026-11-25\nplaats: {naam: Geheim-plaats}\nwijken: [peelo]\naanmelden: Geheim-aanmelden",
    "": "menu: hoofd",
}
MENTIONS = """\
---
titel: Wat iedereen mag lezen
datum: 2026-11-01
samenvatting: Met een link.
wijken: [peelo, {wijk}]
project: {project}
{signed}
---
Kijk [eens](verhalen/geheim-verhalen) en [nog eens](geheim).

{{{{ oproep geheim-oproepen }}}}

{{{{ agenda {wijk} }}}}
"""


@pytest.mark.parametrize("reason", HIDDEN_BY)
def test_no_word_of_what_is_not_public_is_anywhere_in_the_output(
    reason: str, base: dict[str, bytes], folder: Path
) -> None:
    signed = {
        path: data.replace(b"---\n", f"---\n{SIGNED}\n".encode(), 1) if path.endswith(".md") else data
        for path, data in base.items()
    }
    site = TinySite(folder, signed)
    site.replace("site.yaml", "naam: Proefsite", "naam: Proefsite\nakkoord_vereist: [gemeente]")
    site.write("content/themas.yaml", base["content/themas.yaml"] + b"geheim: {naam: Geheim-thema}\n")
    hidden = HIDDEN_BY[reason] if reason == "unsigned" else f"{SIGNED}\n{HIDDEN_BY[reason]}"
    public = site.build()
    expected = site.built()
    assert not public.failed
    for kind, keys in HIDDEN_KEYS.items():
        text = HIDDEN_PIECE.format(hidden=hidden, keys=keys)
        if kind == "wijken":
            text = text.replace("titel:", "naam:")
        name = f"geheim-{kind}" if kind else "geheim"
        where = f"content/{kind}".rstrip("/")
        site.write(f"{where}/{name}.md", text.replace("/geheim-oud/", f"/geheim-oud-{kind}/"))
        site.write(f"{where}/geheim-foto.jpg", photo("black"))
        site.write(f"{where}/geheim-foto.jpg.yaml", register({"alt": "Geheim-alt", "bijschrift": "Geheim-bijschrift"}))
    outcome = site.build()
    assert messages(outcome) == []
    assert site.built() == expected, "hidden pieces change the site"
    site.write(
        "content/verhalen/openbaar.md",
        MENTIONS.format(signed=SIGNED, wijk="geheim-wijken", project="geheim-projecten"),
    )
    outcome = site.build()
    assert not outcome.failed
    assert {found.code for found in outcome.diagnostics} == {"verborgen-link"}
    for name, data in site.built().items():
        assert b"geheim" not in data.lower(), name
        assert "geheim" not in name
    shown = site.build(dt.date(2026, 11, 25), output=folder / "alles", drafts=True)
    assert not shown.failed
    everything = b"".join(site.built(folder / "alles").values()).lower()
    for word in set(re.findall(r"[Gg]eheim-\w+", HIDDEN_PIECE + "\n".join(HIDDEN_KEYS.values()))):
        if word not in {"geheim-zoekwoord", "geheim-alt"}:
            assert word.lower().encode() in everything, f"{word} would not have been found"


# --- the bare theme --------------------------------------------------------------------------------------------------


RICH_STORY = """\
---
titel: Van alles
datum: 2026-01-05
bijgewerkt: 2026-02-05
samenvatting: Van alles wat.
wijken: [peelo]
foto: een.jpg
---
{{ foto "een.jpg" bijschrift="Een" }}

{{ galerij "een.jpg" "twee.jpg" }}

{{ voor-en-na "een.jpg" "twee.jpg" bijschrift="Twee" }}

{{ citaat "Mooi" naam="Ans" }}

{{ contact peelo }}

{{ oproep superbuur }}

{{ video "https://film.example.org/1" titel="De film" tekst="verhalen/soep" duur="3 minuten" }}

{{ agenda marsdijk }}

{{ loket }}
"""


NOT_FOR_THE_BARE_THEME = frozenset(
    [
        # Others are made of these.
        *("PageView", "PieceView"),
        # Pictures are drawn without templates.
        "CardArtView",
        "CardPhotoView",
        # A theme without `layouts/guide.html` has no guide to its house style.
        *("GuideView", "SwatchView", "WijkColoursView", "ContrastView", "MeasureView", "ExampleView", "ComponentView"),
        *("PrimitiveView", "LogoFileView"),
        # It has no colours to draw a mark in.
        "MarkView",
    ]
)


def test_the_bare_theme_asks_for_every_field_of_every_view(base: dict[str, bytes], folder: Path) -> None:
    """Goldens see a field only if the theme of the tests shows it."""
    site = TinySite(folder, {**base, **stories(30), **base})
    site.write("content/verhalen/alles.md", RICH_STORY)
    for name in ("een", "twee"):
        site.write(f"content/verhalen/{name}.jpg", photo("green"))
        site.write(f"content/verhalen/{name}.jpg.yaml", register({"delen_met_partners": "ja"}))
    with closing(Cache(site.root, memory=True)) as cache:
        front = front_of(site, TODAY, cache)
        assert messages_of(front) == []
        theme_environment.cache_clear()  # its macros remember what they gave for the views of other tests
        renderer = Renderer(front.sources.theme, "", bodies=cache.body, photos=lambda _: b"")
        asked: set[tuple[str, str]] = set()

        def remember(self: object, name: str) -> object:
            asked.add((type(self).__name__, name))
            return object.__getattribute__(self, name)

        with mock.patch.object(view.View, "__getattribute__", remember):
            for artifact in front.plan.artifacts:
                if isinstance(artifact.recipe, RenderTemplate | EncodeData):
                    renderer.render(artifact)
    fields_of = {(kind.__name__, spec.name) for kind in all_views() for spec in fields(kind) if spec.name != "key"}
    elsewhere = {known for known in fields_of if known[0] in NOT_FOR_THE_BARE_THEME}
    assert fields_of - asked - elsewhere - {("LinkInsert", "external")} == set()


def messages_of(front: Front) -> list[str]:
    return [str(found) for found in front.diagnostics]


def test_the_bare_theme_passes_all_checks_without_a_warning(base: dict[str, bytes], folder: Path) -> None:
    assert messages(TinySite(folder, base).build()) == []
