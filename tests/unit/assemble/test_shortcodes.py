"""The parameters of a shortcode are checked, and what it is about is found."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.diagnostics import Diagnostic
from generator.model.document import Common, Document, Kind, Parsed, Ref, RefKind
from generator.model.shared import Counter, SharedData
from generator.model.shortcodes import SHORTCODES
from generator.model.site import LinkTarget, ShortcodeTarget
from tests.unit.examples import PEELO, assembled, broken, call, photo_file, piece, register, told

ONE, TWO = "content/verhalen/soep/een.jpg", "content/verhalen/soep/twee.jpg"
SHARED = SharedData(counters={"groen": Counter("groen", "Groenloket", "Voor tuinen.", ("Ik wil een boom.",))})


def resolve(
    name: str, *values: str, named: Mapping[str, str] | None = None, extra: tuple[Document | Parsed, ...] = ()
) -> tuple[ShortcodeTarget, tuple[Diagnostic, ...]]:
    """Resolve one shortcode, on line 9 of a story with two photos."""
    arguments = (*((str(place), value) for place, value in enumerate(values)), *(named or {}).items())
    document = piece("verhalen/soep/index.md", refs=[Ref(RefKind.SHORTCODE, name, 9, arguments=arguments)])
    report = assembled(
        PEELO,
        piece("oproepen/superbuur.md", call()),
        document,
        *extra,
        shared=SHARED,
        photos=[photo_file(ONE), photo_file(TWO)],
        registers=[register(ONE), register(TWO)],
    )
    (target,) = report.value.targets[document.path]
    assert isinstance(target, ShortcodeTarget)
    return target, report.diagnostics


@pytest.mark.parametrize(
    ("name", "values", "named", "target"),
    [
        ("foto", ["een.jpg"], {}, ShortcodeTarget("foto", photos=(ONE,))),
        (
            "foto",
            ["een.jpg"],
            {"bijschrift": "Kijk!"},
            ShortcodeTarget("foto", photos=(ONE,), arguments=(("bijschrift", "Kijk!"),)),
        ),
        ("foto", [], {"bestand": "een.jpg"}, ShortcodeTarget("foto", photos=(ONE,))),
        ("galerij", ["een.jpg", "TWEE.JPG"], {}, ShortcodeTarget("galerij", photos=(ONE, TWO))),
        ("voor-en-na", ["een.jpg", "twee.jpg"], {}, ShortcodeTarget("voor-en-na", photos=(ONE, TWO))),
        (
            "citaat",
            ["Fijn."],
            {"naam": "Ans"},
            ShortcodeTarget("citaat", arguments=(("tekst", "Fijn."), ("naam", "Ans"))),
        ),
        ("contact", ["peelo"], {}, ShortcodeTarget("contact", slug="peelo")),
        ("contact", [], {"wijk": "peelo"}, ShortcodeTarget("contact", slug="peelo")),
        ("agenda", ["peelo"], {}, ShortcodeTarget("agenda", slug="peelo")),
        ("oproep", ["superbuur"], {}, ShortcodeTarget("oproep", slug="superbuur")),
        ("loket", ["groen"], {}, ShortcodeTarget("loket", slug="groen")),
        ("loket", [], {}, ShortcodeTarget("loket")),
        (
            "video",
            ["https://x.nl/film"],
            {"titel": "Het plein", "tekst": "wijken/peelo"},
            ShortcodeTarget(
                "video",
                link=LinkTarget("/wijken/peelo/"),
                arguments=(("adres", "https://x.nl/film"), ("titel", "Het plein"), ("tekst", "wijken/peelo")),
            ),
        ),
    ],
)
def test_a_shortcode_finds_what_it_is_about(
    name: str, values: list[str], named: dict[str, str], target: ShortcodeTarget
) -> None:
    assert resolve(name, *values, named=named) == (target, ())


@pytest.mark.parametrize(
    ("name", "values", "named", "code", "message"),
    [
        ("foto", [], {}, "kortcode-parameter", "bij foto ontbreekt 'bestand'"),
        ("foto", ["een.jpg", "twee.jpg"], {}, "kortcode-parameter", "'twee.jpg' is een waarde te veel"),
        ("foto", ["een.jpg"], {"bijschrit": "x"}, "kortcode-parameter", "'bijschrit' hoort niet bij foto; bedoel je"),
        ("foto", ["weg.jpg"], {}, "foto-ontbreekt", "de foto 'weg.jpg' is er niet"),
        ("galerij", ["een.jpg"] * 25, {}, "kortcode-parameter", "een galerij heeft hooguit 24 foto's"),
        ("voor-en-na", ["een.jpg"], {}, "kortcode-parameter", "bij voor-en-na ontbreekt 'na'"),
        ("citaat", [" "], {}, "kortcode-parameter", "bij citaat ontbreekt 'tekst'"),
        ("contact", ["pelo"], {}, "onbekende-wijk", "'pelo' is geen wijk die we kennen"),
        ("contact", ["superbuur"], {}, "onbekende-wijk", "'superbuur' is geen wijk die we kennen"),
        ("oproep", ["superbur"], {}, "onbekende-oproep", "'superbur' is geen oproep die we kennen"),
        ("loket", ["gruen"], {}, "onbekend-loket", "'gruen' is geen loket dat we kennen"),
        ("video", ["https://x.nl"], {"titel": "x"}, "kortcode-parameter", "bij video ontbreekt 'tekst'"),
        ("video", ["x.nl"], {"titel": "x", "tekst": "wijken/peelo"}, "webadres-onjuist", "'x.nl' is geen webadres"),
        ("video", ["http://["], {"titel": "x", "tekst": "wijken/peelo"}, "webadres-onjuist", "'http://[' is geen"),
        ("video", ["https://x.nl"], {"titel": "x", "tekst": "wijken/pelo"}, "dode-link", "'wijken/pelo' bestaat niet"),
    ],
)
def test_what_is_wrong_with_a_shortcode_is_told_once_at_its_line(
    name: str, values: list[str], named: dict[str, str], code: str, message: str
) -> None:
    _, found = resolve(name, *values, named=named)
    assert told(found) == [f"9 fout {code}"]
    assert found[0].message.startswith(message)
    assert found[0].tip


def test_the_tip_for_wrong_parameters_is_an_example() -> None:
    _, found = resolve("citaat")
    assert found[0].tip == f"schrijf bijvoorbeeld {SHORTCODES['citaat'].example}"


@pytest.mark.parametrize("name", ["oproep"])
def test_a_hidden_piece_leaves_nothing_with_a_warning(name: str) -> None:
    hidden = piece("oproepen/geheim.md", call(), Common("Geheim", draft=True))
    target, found = resolve(name, "geheim", extra=(hidden,))
    assert target == ShortcodeTarget(None)
    assert told(found) == ["9 waarschuwing verborgen-link"]


def test_a_file_that_could_not_be_understood_is_no_second_problem() -> None:
    target, found = resolve("oproep", "stuk", extra=(broken("oproepen/stuk.md", Kind.CALL),))
    assert (target, found) == (ShortcodeTarget(None), ())


def test_every_example_that_we_show_is_known_by_its_name() -> None:
    assert all(shortcode.example.startswith(f"{{{{ {name}") for name, shortcode in SHORTCODES.items())
    assert all(set(code.required) <= {*code.positional, *code.named} for code in SHORTCODES.values())
