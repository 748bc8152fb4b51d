"""The keys of each kind: which are required, what they may hold, and what is said when they do not."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.parse import parse_document
from tests.unit.examples import told

WHOLE = {
    "verhalen": {"titel": "Soep", "datum": "2026-11-01", "samenvatting": "Er was soep.", "wijken": "[peelo]"},
    "wijken": {"naam": "Peelo", "cbs_code": "WK010606"},
    "oproepen": {
        "titel": "Superbuur",
        "soort": "nomineren",
        "datum": "2026-11-16",
        "samenvatting": "Vertel het ons.",
        "wijken": "[peelo]",
        "sluit_op": "2026-12-15",
        "reageren": "{email: a@b.nl}",
        "door": "het team",
        "vervolg": "We bellen.",
    },
    "projecten": {"titel": "Het plein", "samenvatting": "Een plein.", "wijken": "[peelo]", "status": "ontwerp"},
    "agenda": {
        "titel": "Feest",
        "begint": "2026-12-05 10:00",
        "plaats": "{naam: De Schakel}",
        "samenvatting": "Kom ook.",
        "wijken": "[peelo]",
    },
    "": {"titel": "Contact"},
}
"""For each kind the keys that it cannot do without."""


def problems(folder: str, changes: dict[str, str], *, without: str = "") -> tuple[Diagnostic, ...]:
    """Parse the smallest piece of a kind with some keys changed or left out; changes start at line 21."""
    keys = {key: value for key, value in WHOLE[folder].items() if key != without and key not in changes}
    rows = [f"{key}: {value}" for key, value in keys.items()]
    padding = ["#"] * (19 - len(rows))
    rows = ["---", *rows, *padding, *(f"{key}: {value}" for key, value in changes.items()), "---", "Tekst."]
    return parse_document(
        f"content/{folder}/stuk.md".replace("//", "/"), "digest", "\n".join(rows).encode()
    ).diagnostics


@pytest.mark.parametrize("folder", WHOLE)
def test_the_required_keys_of_a_kind_are_enough(folder: str) -> None:
    assert problems(folder, {}) == ()


@pytest.mark.parametrize(
    ("folder", "key"),
    [(folder, key) for folder, keys in WHOLE.items() for key in keys if key != "sluit_op"],
)
def test_a_required_key_that_is_absent_is_asked_for_with_an_example(folder: str, key: str) -> None:
    (found,) = problems(folder, {}, without=key)
    assert (found.line, found.code, found.message) == (1, "verplicht", f"'{key}' ontbreekt")
    assert (found.tip or "").startswith(f"voeg toe: {key}: ")


@pytest.mark.parametrize("folder", WHOLE)
def test_what_every_kind_may_have(folder: str) -> None:
    changes = {
        "samenvatting": "Een zin.",
        "foto": "feest.jpg",
        "concept": "nee",
        "publiceren_op": "2026-11-01",
        "verlopen_op": "2026-12-31",
        "akkoord": "{actium: 2026-11-01}",
        "slug": "een-stuk",
        "oude_adressen": "/oud/",
        "zoekwoorden": "[soep, praatje]",
        "taal": "nl",
        "voorbeeld": "ja",
        "coach_uit": "[lange-zin]",
    }
    assert problems(folder, changes) == ()


@pytest.mark.parametrize(
    ("folder", "changes"),
    [
        (
            "verhalen",
            {
                "themas": "[groen]",
                "project": "het-plein",
                "auteur": "{naam: Ans, rol: wijkreporter}",
                "afzender": "actium",
                "bijgewerkt": "2026-11-02",
            },
        ),
        (
            "wijken",
            {
                "slogan": "Peelo!",
                "ook_bekend_als": "[Peel]",
                "kleur": "peelo",
                "wijkvernieuwing": "ja",
                "buurten": "[Noord, Zuid]",
                "cijfers": "{inwoners: 7165, bron: CBS 2026}",
                "team": "[{rol: coach, organisatie: mba, telefoon: 0592-123 456, email: a@b.nl}]",
                "spreekuur": "Elke dinsdag",
            },
        ),
        (
            "oproepen",
            {
                "themas": "[groen]",
                "project": "het-plein",
                "status": "gaat niet door",
                "reden": "Te duur.",
                "resultaat": "soep",
                "loket": "groen",
            },
        ),
        (
            "projecten",
            {
                "opgaven": "{fysiek: stenen, sociaal: buren}",
                "themas": "[groen]",
                "start": "2019",
                "einde": "2027-04",
                "partners": "[actium]",
                "mijlpalen": "[{datum: 2019-04-12, tekst: De start}]",
            },
        ),
        (
            "agenda",
            {
                "eindigt": "2026-12-05 12:00",
                "themas": "[groen]",
                "project": "het-plein",
                "aanmelden": "Loop binnen.",
                "afgelast": "ja",
            },
        ),
        ("agenda", {"aanmelden": "{telefoon: 0592-123 456}"}),
        ("", {"menu": "voet"}),
    ],
)
def test_what_a_kind_may_have_besides(folder: str, changes: dict[str, str]) -> None:
    assert problems(folder, changes) == ()


@pytest.mark.parametrize(
    ("folder", "changes", "found", "message"),
    [
        ("verhalen", {"datum": "11-2026"}, "21 fout datum-onjuist", "datum: '11-2026' is geen datum"),
        ("verhalen", {"wijken": "[]"}, "21 fout aantal-onjuist", "bij 'wijken' staan te weinig of te veel waarden"),
        ("verhalen", {"themas": "{a: b}"}, "21 fout geen-lijst", "bij 'themas' hoort een lijst"),
        ("verhalen", {"auteur": "Ans"}, "21 fout geen-groep", "bij 'auteur' hoort een groep van sleutels"),
        ("verhalen", {"auteur": "{rol: redactie}"}, "21 fout verplicht", "'naam' ontbreekt"),
        ("verhalen", {"auteur": "{naam: A, rol: baas}"}, "21 fout onbekende-waarde", "rol: 'baas' kennen we hier niet"),
        ("verhalen", {"titel": "[Soep]"}, "21 fout geen-tekst", "titel: hier hoort een tekst, geen lijst"),
        ("verhalen", {"titel": '""'}, "21 fout leeg", "titel: hier staat nog niets"),
        (
            "verhalen",
            {"foto": "../x.jpg"},
            "21 fout pad-buiten-map",
            "foto: '../x.jpg' ligt buiten de map van dit stuk",
        ),
        ("verhalen", {"slug": "Een Stuk"}, "21 fout slug-onjuist", "slug: 'Een Stuk' kan geen deel van een adres zijn"),
        ("verhalen", {"concept": "bijna"}, "21 fout geen-ja-nee", "concept: 'bijna' is geen ja of nee"),
        ("verhalen", {"akkoord": "{actium: ja}"}, "21 fout datum-onjuist", "actium: 'ja' is geen datum"),
        ("verhalen", {"akkoord": "actium"}, "21 fout geen-groep", "bij 'akkoord' hoort een groep van sleutels"),
        ("wijken", {"cbs_code": "010606"}, "21 fout cbs-code-onjuist", "cbs_code: '010606' is geen code van een wijk"),
        ("wijken", {"team": "[{organisatie: mba}]"}, "21 fout verplicht", "hier ontbreekt 'naam' of 'rol'"),
        ("wijken", {"team": "[{rol: coach}]"}, "21 fout verplicht", "'organisatie' ontbreekt"),
        ("wijken", {"cijfers": "{bron: [a]}"}, "21 fout geen-tekst", "bron: hier hoort een tekst, geen lijst"),
        ("oproepen", {"soort": "vraag"}, "21 fout onbekende-waarde", "soort: 'vraag' kennen we hier niet"),
        ("oproepen", {"reageren": "{}"}, "21 fout verplicht", "hier staat niet hoe mensen kunnen reageren"),
        ("oproepen", {"reageren": "{email: x}"}, "21 fout email-onjuist", "email: 'x' is geen e-mailadres"),
        ("oproepen", {"reageren": "bel ons"}, "21 fout geen-groep", "bij 'reageren' hoort een groep van sleutels"),
        ("oproepen", {"status": "bezig"}, "21 fout onbekende-waarde", "status: 'bezig' kennen we hier niet"),
        ("projecten", {"status": "bezig"}, "21 fout onbekende-waarde", "status: 'bezig' kennen we hier niet"),
        ("projecten", {"start": "2019-13"}, "21 fout datum-onjuist", "start: '2019-13' is geen maand die bestaat"),
        ("projecten", {"mijlpalen": "[{datum: 2019}]"}, "21 fout verplicht", "'tekst' ontbreekt"),
        ("agenda", {"begint": "2026-12-05 25:00"}, "21 fout tijd-onjuist", "begint: '25:00' is geen tijd"),
        ("agenda", {"plaats": "De Schakel"}, "21 fout geen-groep", "bij 'plaats' hoort een groep van sleutels"),
        ("agenda", {"aanmelden": "{email: x}"}, "21 fout email-onjuist", "email: 'x' is geen e-mailadres"),
        ("", {"menu": "kop"}, "21 fout onbekende-waarde", "menu: 'kop' kennen we hier niet"),
    ],
)
def test_a_wrong_value_is_explained_once_and_at_its_line(
    folder: str, changes: dict[str, str], found: str, message: str
) -> None:
    diagnostics = problems(folder, changes)
    assert told(diagnostics) == [found]
    assert diagnostics[0].message.removeprefix("reageren: ").removeprefix("0: ") in {message, f"team: {message}"}


@pytest.mark.parametrize(
    ("folder", "key", "tip"),
    [
        ("verhalen", "samenvating", "bedoel je 'samenvatting'?"),
        ("verhalen", "Titel", "bedoel je 'titel'?"),
        ("verhalen", "publiceren op", "bedoel je 'publiceren_op'?"),
        ("wijken", "slogen", "bedoel je 'slogan'?"),
        ("oproepen", "sluit-op", "bedoel je 'sluit_op'?"),
        ("agenda", "begin", "bedoel je 'begint'?"),
    ],
)
def test_an_unknown_key_comes_with_the_key_that_was_meant(folder: str, key: str, tip: str) -> None:
    (found,) = problems(folder, {key: "x"})
    assert (found.line, found.code) == (21, "onbekende-sleutel")
    assert found.message == f"'{key}' is geen sleutel die we kennen"
    assert found.tip == tip


def test_an_unknown_key_that_looks_like_nothing_comes_with_all_keys() -> None:
    (found,) = problems("", {"qqq": "x"})
    assert found.tip == (
        "kies uit: akkoord, coach_uit, concept, foto, menu, oude_adressen, publiceren_op, samenvatting, slug, taal, "
        "titel, verlopen_op, voorbeeld, zoekwoorden"
    )


def test_an_unknown_key_in_a_group_is_compared_with_the_keys_of_that_group() -> None:
    (found,) = problems("oproepen", {"reageren": "{email: a@b.nl, telfoon: 112}"})
    assert (found.code, found.tip) == ("onbekende-sleutel", "bedoel je 'telefoon'?")


def test_a_call_has_an_end_or_keeps_running() -> None:
    assert told(problems("oproepen", {}, without="sluit_op")) == ["1 fout sluit-op-ontbreekt"]
    assert problems("oproepen", {"doorlopend": "ja"}, without="sluit_op") == ()
    assert told(problems("oproepen", {"doorlopend": "nee"}, without="sluit_op")) == ["21 fout sluit-op-ontbreekt"]


def test_a_call_cannot_close_and_keep_running() -> None:
    assert [found.code for found in problems("oproepen", {"doorlopend": "ja"})] == ["sluit-op-dubbel"]


@pytest.mark.parametrize(
    ("begins", "ends", "codes"),
    [
        ("2026-12-05 10:00", "2026-12-05 12:00", []),
        ("2026-12-05 10:00", "2026-12-05 10:00", []),
        ("2026-12-05 10:00", "2026-12-05", []),
        ("2026-12-05", "2026-12-05 09:00", []),
        ("2026-12-05", "2026-12-07", []),
        ("2026-12-05 20:00", "2026-12-06 01:00", []),
        ("2026-12-05 10:00", "2026-12-05 09:00", ["eindigt-te-vroeg"]),
        ("2026-12-05", "2026-12-04", ["eindigt-te-vroeg"]),
        ("2026-12-05 10:00", "2026-12-04 12:00", ["eindigt-te-vroeg"]),
    ],
)
def test_an_activity_ends_after_it_begins(begins: str, ends: str, codes: list[str]) -> None:
    assert [found.code for found in problems("agenda", {"begint": begins, "eindigt": ends})] == codes
