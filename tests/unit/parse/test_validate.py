"""Values meet a schema: every problem at its line, and the rest of the file kept."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BeforeValidator, Field, model_validator

from generator.diagnostics import Diagnostic
from generator.parse.schema.kinds import Strict
from generator.parse.schema.problem import problem
from generator.parse.schema.texts import Text
from generator.parse.validate import validate
from tests.unit.examples import told


def _number(value: object) -> int:
    if not isinstance(value, str) or not value.isdigit():
        raise problem("geen-getal", f"'{value}' is geen {{getal}}", "schrijf 3")
    return int(value)


Number = Annotated[int, BeforeValidator(_number)]


class CupKeys(Strict):
    kleur: Text
    inhoud: Number = 1


class TableKeys(Strict):
    naam: Text
    koppen: list[CupKeys] = Field(default_factory=list, max_length=2)
    eigenaars: dict[Text, Number] = Field(default_factory=dict)
    plank: CupKeys | None = None
    letters: int = 0

    @model_validator(mode="after")
    def _not_bare(self) -> TableKeys:
        if self.naam == "kaal":
            raise problem("kaal", "deze tafel is kaal", "dek hem")
        return self


LINES = {"naam": 3, "koppen": 4, "koppen.0": 5, "koppen.0.kleur": 6, "koppen.1": 8, "eigenaars": 9, "eigenaars.ans": 10}


def check(values: object, *, at: str = "", **stand_ins: object) -> tuple[TableKeys | None, tuple[Diagnostic, ...]]:
    report = validate(TableKeys, values, LINES, "x.md", at=at, stand_ins=stand_ins)
    return report.value, report.diagnostics


def test_what_is_right_has_no_problems() -> None:
    value, found = check({"naam": "rond", "koppen": [{"kleur": "rood", "inhoud": "2"}]})
    assert (value, found) == (TableKeys(naam="rond", koppen=[CupKeys(kleur="rood", inhoud="2")]), ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "found", "message"),
    [
        ({}, "3 fout verplicht", "'naam' is nog leeg"),
        ({"naam": []}, "3 fout geen-tekst", "naam: hier hoort een tekst, geen lijst"),
        ({"naam": "kaal"}, "1 fout kaal", "deze tafel is kaal"),
        ({"naam": "a", "nam": "b"}, "1 fout onbekende-sleutel", "'nam' is geen sleutel die we kennen"),
        ({"naam": "a", "koppen": "b"}, "4 fout geen-lijst", "bij 'koppen' hoort een lijst"),
        ({"naam": "a", "koppen": ["b"]}, "5 fout geen-groep", "bij 'koppen' hoort een groep van sleutels"),
        ({"naam": "a", "koppen": [{}]}, "6 fout verplicht", "'kleur' is nog leeg"),
        ({"naam": "a", "koppen": [{"kleur": "b"}, {}]}, "8 fout verplicht", "'kleur' ontbreekt"),
        ({"naam": "a", "koppen": [{"kleur": []}]}, "6 fout geen-tekst", "kleur: hier hoort een tekst, geen lijst"),
        (
            {"naam": "a", "koppen": [{"kleur": "b"}, {"kleur": "b", "inhoud": "veel"}]},
            "8 fout geen-getal",
            "inhoud: 'veel' is geen {getal}",
        ),
        (
            {"naam": "a", "koppen": [{"kleur": "b"}] * 3},
            "4 fout aantal-onjuist",
            "bij 'koppen' staan te weinig of te veel waarden",
        ),
        ({"naam": "a", "eigenaars": {"ans": "x"}}, "10 fout geen-getal", "ans: 'x' is geen {getal}"),
        ({"naam": "a", "eigenaars": []}, "9 fout geen-groep", "bij 'eigenaars' hoort een groep van sleutels"),
        ({"naam": "a", "letters": "x"}, "1 fout onjuist", "de waarde van 'letters' klopt niet"),
        ("tafel", "1 fout geen-groep", "bij 'dit bestand' hoort een groep van sleutels"),
    ],
)
def test_a_problem_stands_at_the_line_of_its_key_or_of_the_nearest_key_around_it(
    values: object, found: str, message: str
) -> None:
    diagnostics = check(values)[1]
    assert told(diagnostics) == [found]
    assert diagnostics[0].message == message


def test_all_problems_are_told_at_once() -> None:
    values = {"naam": [], "koppen": [{"kleur": []}, {}], "eigenaars": {"ans": "x"}, "nam": "b"}
    assert told(check(values)[1]) == [
        "3 fout geen-tekst",
        "6 fout geen-tekst",
        "8 fout verplicht",
        "10 fout geen-getal",
        "1 fout onbekende-sleutel",
    ]


@pytest.mark.parametrize(
    ("values", "tip"),
    [
        ({}, "vul hem in, zoals: naam: De naam"),
        ({"naam": "a", "koppen": [{}]}, "vul hem in, zoals: kleur: peelo"),
        ({"naam": "a", "koppen": [{"kleur": "b"}, {}]}, "voeg toe: kleur: peelo"),
        ({"naam": "a", "koppen": [{"kleur": "b", "inhout": "3"}]}, "bedoel je 'inhoud'?"),
        ({"naam": "a", "plank": {"kleuren": "b", "kleur": "c"}}, "bedoel je 'kleur'?"),
        ({"naam": "a", "koppen": ["b"]}, "zet eronder, ingesprongen: kleur, inhoud"),
        ({"naam": "a", "eigenaars": []}, "zet eronder, ingesprongen: naam: waarde"),
    ],
)
def test_a_tip_says_what_to_write(values: object, tip: str) -> None:
    assert check(values)[1][0].tip == tip


def test_values_below_a_key_have_their_lines_below_that_key() -> None:
    report = validate(CupKeys, {"kleur": []}, LINES, "x.md", at="koppen.0")
    assert told(report.diagnostics) == ["6 fout geen-tekst"]


def test_what_is_wrong_is_left_out_and_what_is_needed_is_stood_in_for() -> None:
    value, found = check({"nam": "x", "koppen": "y", "eigenaars": {"ans": "3"}}, naam="Tafel")
    assert len(found) == 3
    assert value == TableKeys(naam="Tafel", eigenaars={"ans": "3"})  # type: ignore[dict-item]


def test_without_a_stand_in_for_what_is_needed_there_is_no_value() -> None:
    assert check({"koppen": []})[0] is None
    assert check("tafel")[0] is None
