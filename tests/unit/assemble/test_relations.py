"""A name that stands for nothing is told at its line, with the name that was meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.config import Config, Partner
from generator.model.document import Common, Document, Kind, Meta, Project, Story, TeamMember, Wijk
from generator.model.shared import Counter, Organisation, SharedData, Theme
from tests.unit.examples import PEELO, assembled, broken, call, day, event, piece, project, story, told

SHARED = SharedData(
    organisations={"actium": Organisation("actium", "Actium")},
    themes={"groen": Theme("groen", "Groen")},
    counters={"tuin": Counter("tuin", "Tuinloket", "Voor tuinen.", ("Ik wil een boom.",))},
)
OTHERS = (PEELO, piece("verhalen/brood.md"), piece("projecten/het-plein.md", project()))


def found(meta: Meta, lines: dict[str, int], *, draft: bool = False) -> list[str]:
    """Give what is told of one piece, with its tips."""
    folder = {Story: "verhalen", Wijk: "wijken", Project: "projecten"}.get(type(meta), "oproepen")
    document = piece(f"{folder}/stuk.md", meta, Common("Stuk", draft=draft), lines=lines)
    report = assembled(*OTHERS, document, shared=SHARED)
    assert {problem.file for problem in report.diagnostics} <= {document.path}
    return [
        f"{line}: {problem.tip}" for line, problem in zip(told(report.diagnostics), report.diagnostics, strict=True)
    ]


def test_names_that_are_known_are_fine() -> None:
    meta = replace(story("2026-11-01", "peelo", "heel-assen", themes=("groen",), project="het-plein"), sender="actium")
    assert found(meta, {}) == []
    assert found(replace(call(result="brood"), counter="tuin"), {}) == []
    assert found(Project(("peelo",), "klaar", partners=("actium", "mba")), {}) == []
    assert found(Wijk("WK010607", team=(TeamMember("mba", role="coach"),)), {}) == []


@pytest.mark.parametrize(
    ("meta", "lines", "told_with_tip"),
    [
        (story("2026-11-01", "peelo", "pelo"), {"wijken.1": 7}, "7 fout onbekende-wijk: bedoel je 'peelo'?"),
        (story("2026-11-01", "heel assen"), {"wijken": 5}, "5 fout onbekende-wijk: bedoel je 'heel-assen'?"),
        (story(themes=("groen", "groei")), {"themas.1": 6}, "6 fout onbekend-thema: bedoel je 'groen'?"),
        (story(project="plein"), {"project": 6}, "6 fout onbekend-project: bedoel je 'het-plein'?"),
        (replace(story(), sender="aktium"), {"afzender": 6}, "6 fout onbekende-organisatie: bedoel je 'actium'?"),
        (call(result="brod"), {"resultaat": 9}, "9 fout onbekend-verhaal: bedoel je 'brood'?"),
        (call(result="het-plein"), {"resultaat": 9}, "9 fout onbekend-verhaal: kies uit: brood"),
        (replace(call(), counter="tuni"), {"loket": 9}, "9 fout onbekend-loket: bedoel je 'tuin'?"),
        (
            Project(("peelo",), "klaar", partners=("mba", "actum")),
            {"partners.1": 8},
            "8 fout onbekende-organisatie: bedoel je 'actium'?",
        ),
        (
            Wijk("WK010607", team=(TeamMember("mba"), TeamMember("actum"))),
            {"team": 4, "team.1": 6},
            "6 fout onbekende-organisatie: bedoel je 'actium'?",
        ),
        (story("2026-11-01", "qqq"), {}, "1 fout onbekende-wijk: kies uit: heel-assen, peelo"),
    ],
)
def test_an_unknown_name_is_told_at_its_line(meta: Meta, lines: dict[str, int], told_with_tip: str) -> None:
    assert found(meta, lines) == [told_with_tip]


def test_the_message_says_what_kind_of_name_it_should_be() -> None:
    report = assembled(PEELO, piece("verhalen/soep.md", story("2026-11-01", "assen oost", themes=("x",))))
    assert [problem.message for problem in report.diagnostics] == [
        "'assen oost' is geen wijk die we kennen",
        "'x' is geen thema dat we kennen",
    ]
    assert report.diagnostics[1].tip == "er is nog geen thema"


def test_a_signature_is_of_an_organisation() -> None:
    common = Common("Soep", signatures=(("actium", day("2026-11-01")), ("aktium", day("2026-11-01"))))
    document = piece("verhalen/soep.md", common=common, lines={"akkoord": 6, "akkoord.aktium": 8})
    assert told(assembled(PEELO, document, shared=SHARED).diagnostics) == ["8 fout onbekende-organisatie"]


def test_an_unknown_name_in_a_draft_is_a_warning() -> None:
    assert found(story("2026-11-01", "pelo"), {}, draft=True) == ["1 waarschuwing onbekende-wijk: bedoel je 'peelo'?"]


def test_an_activity_is_in_a_wijk_as_well() -> None:
    document: Document = piece("agenda/feest.md", replace(event(), wijken=("pelo",)))
    assert told(assembled(PEELO, document).diagnostics) == ["1 fout onbekende-wijk"]


def test_a_file_that_could_not_be_understood_still_counts_by_its_name() -> None:
    pieces = (
        broken("wijken/peelo.md", Kind.WIJK),
        broken("projecten/het-plein.md", Kind.PROJECT),
        broken("verhalen/brood.md", Kind.STORY),
    )
    report = assembled(
        *pieces, piece("verhalen/soep.md", story(project="het-plein")), piece("oproepen/x.md", call(result="brood"))
    )
    assert report.diagnostics == ()


def test_settings_and_shared_data_name_what_exists() -> None:
    config = Config(
        "Proef",
        "https://proef.nl",
        partners=(Partner("actium"), Partner("aktium")),
        required_signatures=("vaart",),
        lines={"akkoord_vereist": 4, "akkoord_vereist.0": 5, "partners.1.organisatie": 9},
    )
    shared = replace(
        SHARED,
        counters={"tuin": replace(SHARED.counters["tuin"], organisation="assen")},
        postcodes={"9401": "peelo", "9402": "pelo"},
        lines={"loketten:tuin.organisatie": 7, "postcodes:9402": 2},
    )
    report = assembled(PEELO, config=config, shared=shared)
    assert [f"{problem.file}:{problem.line} {problem.code}" for problem in report.diagnostics] == [
        "site.yaml:5 onbekende-organisatie",
        "site.yaml:9 onbekende-organisatie",
        "content/loketten.yaml:7 onbekende-organisatie",
        "content/postcodes.yaml:2 onbekende-wijk",
    ]
