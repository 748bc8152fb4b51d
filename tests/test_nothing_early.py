"""What is a draft, planned or unsigned is nowhere: no word of it in any file of the site, not even in a file's name.

Every kind of piece is hidden for every reason, with a word of its own in each key; and pieces that are shown mention it
in every way that there is.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.build import Outcome
from tests.harness import TODAY, TinySite, photo

THEME = Path(__file__).parents[1] / "themes" / "mba"
HUSHED = "zwijgsel"
"""In everything that is hidden: `zwijgsel-oproepen-draft-titel`."""
SIGNED = "akkoord: {actium: 2026-11-01}"
REASONS: Mapping[str, str] = {
    "draft": f"concept: ja\n{SIGNED}",
    "planned": f"publiceren_op: 2026-11-24\n{SIGNED}",
    "unsigned": "akkoord: {mba: 2026-11-01}",
    "later": "akkoord: {actium: 2026-11-24}",
}
SETTINGS = f"""\
naam: Proefsite
adres: https://proef.example.nl
thema: themes/mba
foto_breedtes: [16]
akkoord_vereist: [actium]
menu:
  hoofd:
    - {{tekst: Wijken, naar: /wijken/}}
  voet:
    - {{tekst: Alles, naar: /zoeken/}}
omleidingen: {{/oud-{HUSHED}/: /verhalen/{HUSHED}-verhalen-draft/}}
"""
COMMON = """\
samenvatting: {s}-samenvatting.
foto: {s}-foto.jpg
oude_adressen: [/{s}-oud/]
zoekwoorden: [{s}-zoekwoord]
{why}
"""
WHERE = "wijken: [peelo, {s}-wijk, heel-assen]\nthemas: [groen]\n"
KEYS: Mapping[str, str] = {
    "verhalen": "titel: {s}-titel\ndatum: 2026-11-01\nauteur: {{naam: {s}-auteur}}\n" + WHERE,
    "oproepen": (
        "titel: {s}-titel\nsoort: idee\ndatum: 2026-11-01\nsluit_op: 2026-12-01\ndoor: {s}-door\n"
        "reageren: {{adres: {s}-adres, email: {s}@example.nl}}\nvervolg: {s}-vervolg.\n" + WHERE
    ),
    "projecten": (
        "titel: {s}-titel\nstatus: uitvoering\nopgaven: {{fysiek: {s}-fysiek, sociaal: {s}-sociaal}}\n"
        "mijlpalen: [{{datum: 2027, tekst: {s}-mijlpaal}}]\n" + WHERE
    ),
    "agenda": (
        "titel: {s}-titel\nbegint: 2026-12-05 10:00\nplaats: {{naam: {s}-plaats, adres: {s}-adres}}\n"
        "aanmelden: {s}-aanmelden.\n" + WHERE
    ),
    "wijken": (
        "naam: {s}-naam\ncbs_code: WK010601\nkleur: marsdijk\nslogan: {s}-slogan\nook_bekend_als: [{s}-bekend]\n"
        "buurten: [{s}-buurt]\nteam: [{{rol: {s}-rol, organisatie: actium}}]\nspreekuur: {s}-spreekuur.\n"
    ),
    "": "titel: {s}-titel\nmenu: hoofd\n",
}
BODY = '## {s}-kop\n\n{s}-tekst.\n\n{{{{ foto "{s}-binnen.jpg" }}}}\n'
REGISTER = "alt: {s}-alt\nfotograaf: {s}-fotograaf\ntoestemming: geen-mensen\nbijschrift: {s}-bijschrift\n"
SHOWN_KEYS = (
    f"datum: 2026-11-01\nsamenvatting: Er was soep.\nwijken: [peelo, {HUSHED}-wijken-planned]\n"
    f"project: {HUSHED}-projecten-planned\n{SIGNED}\n"
)


def hidden() -> Iterator[tuple[str, str | bytes]]:
    """Give a piece of each kind for each reason, with two photos."""
    for kind, keys in KEYS.items():
        for reason, why in REASONS.items():
            secret = f"{HUSHED}-{kind or 'paginas'}-{reason}"
            folder = "/".join(part for part in ("content", kind, secret) if part)
            # The wijken of a hidden piece are there themselves, or hidden as well.
            front = f"{keys}{COMMON}".replace("{s}-wijk,", f"{HUSHED}-wijken-{reason},").format(s=secret, why=why)
            yield f"{folder}/index.md", f"---\n{front}---\n{BODY.format(s=secret)}"
            for name in (f"{secret}-foto.jpg", f"{secret}-binnen.jpg"):
                yield f"{folder}/{name}", photo("red")
                yield f"{folder}/{name}.yaml", REGISTER.format(s=secret)


def mentions() -> str:
    """Give a text that mentions every hidden piece in every way."""
    lines = []
    for reason in REASONS:
        lines += [f"Zie [dit](/{kind}/{HUSHED}-{kind}-{reason}/)." for kind in KEYS if kind]
        lines += [f"En [dat]({HUSHED}-paginas-{reason}).", f"{{{{ oproep {HUSHED}-oproepen-{reason} }}}}"]
        lines += [f"{{{{ {word} {HUSHED}-wijken-{reason} }}}}" for word in ("agenda", "contact")]
    return "\n\n".join(lines)


SHOWN: Mapping[str, str | bytes] = {
    "site.yaml": SETTINGS,
    "content/organisaties.yaml": "actium: {naam: Actium}\n",
    "content/themas.yaml": "groen: {naam: Groen}\n",
    "content/mededeling.yaml": (
        f"tekst: Let op.\ntot_en_met: 2026-12-31\nlink: {{tekst: Meer, naar: /verhalen/{HUSHED}-verhalen-draft/}}\n"
    ),
    "content/index.md": f"---\ntitel: Voorpagina\n{SIGNED}\n---\nWelkom.\n",
    "content/contact.md": f"---\ntitel: Contact\n{SIGNED}\n---\nBel ons.\n",
    "content/wijken/peelo.md": f"---\nnaam: Peelo\ncbs_code: WK010606\n{SIGNED}\n---\nEen wijk.\n",
    "content/verhalen/soep.md": f"---\ntitel: Soep\n{SHOWN_KEYS}---\n{mentions()}\n",
    "content/oproepen/idee.md": (
        f"---\ntitel: Idee?\nsoort: idee\ndoorlopend: ja\nreageren: {{adres: Markt 1}}\ndoor: ons\n"
        "vervolg: We bellen.\n"
        f"resultaat: {HUSHED}-verhalen-planned\n{SHOWN_KEYS}---\nZeg het.\n"
    ),
}


def leaks(site: TinySite) -> list[str]:
    """Give the files of the output in which a hidden word stands, or that are called after one."""
    return [path for path, data in site.built().items() if HUSHED in path or HUSHED.encode() in data.lower()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[TinySite, Outcome]:
    """Build the site with all that is hidden in it."""
    root = tmp_path_factory.mktemp("vroeg") / "site"
    shutil.copytree(THEME, root / "themes" / "mba")
    made = TinySite(root, {**SHOWN, **dict(hidden())})
    return made, made.build()


def test_no_word_of_a_hidden_piece_is_in_any_file(site: tuple[TinySite, Outcome]) -> None:
    made, outcome = site
    assert not outcome.failed, [str(found) for found in outcome.diagnostics if found.severity == "fout"]
    assert "verhalen/soep/index.html" in made.built()
    assert leaks(made) == []


def test_on_their_day_the_planned_and_the_signed_ones_are_there(site: tuple[TinySite, Outcome]) -> None:
    made = site[0]
    assert not made.build(TODAY.replace(day=24)).failed
    found = "\n".join(leaks(made))
    for kind in KEYS:
        for reason in ("planned", "later"):
            assert f"{HUSHED}-{kind or 'paginas'}-{reason}/index.html" in found
    assert "-draft" not in found
    assert "-unsigned" not in found
    for data in made.built().values():
        for kind in KEYS:
            for reason in ("draft", "unsigned"):
                assert f"{HUSHED}-{kind or 'paginas'}-{reason}".encode() not in data
