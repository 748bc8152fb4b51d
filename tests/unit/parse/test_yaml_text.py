"""Front matter is plain text until a schema looks at it; what cannot be read is explained in a writer's words."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.parse.yaml_text import MAX_DEPTH, MAX_VALUES, YamlText, read_yaml
from tests.unit.examples import told


def read(text: str) -> YamlText:
    report = read_yaml(text, path="x.md", first_line=2)
    assert report.diagnostics == ()
    assert report.value is not None
    return report.value


def problem(text: str) -> Diagnostic:
    report = read_yaml(text, path="x.md", first_line=2)
    assert len(report.diagnostics) == 1
    return report.diagnostics[0]


@pytest.mark.parametrize(
    "typed",
    [
        "ja",
        "no",
        "null",
        "0651234567",
        "19:30",
        "2025-02-31",
        "1e3",
        "0x10",
        "1_000",
        "~",
        ".inf",
        "9401 AB",
        "tab\tin",
    ],
)
def test_every_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert read(f"sleutel: {typed}").value == {"sleutel": typed}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("titel: Hé, soep! 😀", {"titel": "Hé, soep! 😀"}),
        ('titel: "Soep: lekker"', {"titel": "Soep: lekker"}),
        ("titel: 'Foto''s'", {"titel": "Foto's"}),
        ("titel: een lange\n  regel", {"titel": "een lange regel"}),
        ("titel: >\n  een\n  twee", {"titel": "een twee"}),
        ("wijken: [peelo, marsdijk]", {"wijken": ["peelo", "marsdijk"]}),
        ("wijken:\n- peelo\n- marsdijk", {"wijken": ["peelo", "marsdijk"]}),
        ("plaats: {naam: De Schakel}", {"plaats": {"naam": "De Schakel"}}),
        ("team:\n  - rol: coach\n    email: a@b.nl", {"team": [{"rol": "coach", "email": "a@b.nl"}]}),
        ("titel:\tSoep", {"titel": "Soep"}),
        ("", {}),
        ("# alleen uitleg", {}),
    ],
)
def test_lists_groups_and_long_texts_are_read(text: str, value: object) -> None:
    assert read(text).value == value


@pytest.mark.parametrize("text", ["slogan:", "slogan: ", "slogan: # later"])
def test_an_empty_value_counts_as_not_given_and_its_line_is_known(text: str) -> None:
    assert read(text) == YamlText({}, {"slogan": 2})


def test_an_empty_text_between_quotes_is_given() -> None:
    assert read('slogan: ""').value == {"slogan": ""}


def test_an_empty_item_of_a_list_is_given() -> None:
    assert read("wijken:\n- peelo\n-").value == {"wijken": ["peelo", ""]}


def test_each_key_and_each_item_knows_its_line_in_the_file() -> None:
    text = "titel: Soep\n\nteam:\n  - rol: coach\n    email: a@b.nl\n  - rol: hulp\nwijken: [peelo,\n  marsdijk]"
    assert read(text).lines == {
        "titel": 2,
        "team": 4,
        "team.0": 5,
        "team.0.rol": 5,
        "team.0.email": 6,
        "team.1": 7,
        "team.1.rol": 7,
        "wijken": 8,
        "wijken.0": 8,
        "wijken.1": 9,
    }


def test_an_unusual_line_break_in_a_text_does_not_shift_the_lines_below_it() -> None:
    assert read('titel: "een\u2028twee"\ndatum: 2026-11-01').lines == {"titel": 2, "datum": 3}


def test_a_key_that_stands_there_twice_is_named_at_its_second_line() -> None:
    report = read_yaml("titel: een\nslogan: x\ntitel: twee", path="x.md", first_line=2)
    assert told(report.diagnostics) == ["4 fout dubbele-sleutel"]
    assert report.diagnostics[0].message == "'titel' staat er twee keer"
    assert report.diagnostics[0].tip == "houd er een over; de eerste staat op regel 2"


def test_the_same_key_in_two_groups_is_no_repetition() -> None:
    assert read("een: {naam: a}\ntwee: {naam: b}").value == {"een": {"naam": "a"}, "twee": {"naam": "b"}}


def test_a_repeated_key_is_found_inside_a_group_as_well() -> None:
    assert told(read_yaml("plaats:\n  naam: a\n  naam: b", path="x.md").diagnostics) == ["3 fout dubbele-sleutel"]


@pytest.mark.parametrize(
    ("text", "line", "code", "message"),
    [
        ("titel: a\n\tdatum: b", 3, "yaml-tab", "hier staat een tab"),
        ("wijken:\n\t- peelo", 3, "yaml-tab", "hier staat een tab"),
        ("titel: Soep: een praatje", 2, "yaml-dubbele-punt", "kan niet zomaar een dubbele punt"),
        ("datum: x\ntitel: Nieuw:", 3, "yaml-dubbele-punt", "kan niet zomaar een dubbele punt"),
        ("titel: a\nlos woord\ndatum: b", 3, "yaml-dubbele-punt", "hier hoort een dubbele punt na de sleutel"),
        ("titel: a\n datum: b", 3, "yaml-inspringen", "springt anders in"),
        ("wijken:\n  - a\n - b", 4, "yaml-inspringen", "springt anders in"),
        ('datum: x\ntitel: "Soep\nslogan: y', 3, "yaml-aanhalingsteken", "gaat open en niet dicht"),
        ("titel: 't Markehuus", 2, "yaml-aanhalingsteken", "gaat open en niet dicht"),
        ("titel: 'Soep' en brood", 2, "yaml-aanhalingsteken", "na het laatste aanhalingsteken"),
        ('titel: "Soep" en brood', 2, "yaml-aanhalingsteken", "na het laatste aanhalingsteken"),
        ("datum: x\nwijken: [peelo, marsdijk\ntitel: y", 3, "yaml-haak", "een haak gaat open"),
        ("reageren: {email: a\ntitel: y", 2, "yaml-haak", "een haak gaat open"),
        ("titel: @home", 2, "yaml-teken", "niet zomaar met '@' beginnen"),
        ("titel: `code`", 2, "yaml-teken", "niet zomaar met '`' beginnen"),
        ("titel: %vol", 2, "yaml-teken", "niet zomaar met '%' beginnen"),
        ("titel: ]", 2, "yaml-teken", "niet zomaar met ']' beginnen"),
        ("titel: *Soep* en brood", 2, "yaml-teken", "niet zomaar met '*' beginnen"),
        ("datum: x\ntitel: *ster", 3, "yaml-verwijzing", "'*ster' verwijst naar iets"),
        ("een: 1\ntwee: *x", 3, "yaml-verwijzing", "'*x' verwijst naar iets"),
        ("<<: *x", 2, "yaml-verwijzing", "'*x' verwijst naar iets"),
        ("titel: a\n---\ntitel: b", 3, "yaml-fout", "twee blokken gegevens"),
        ("[a]: b", 2, "yaml-fout", "een sleutel kan geen lijst of groep zijn"),
        ("titel: - a", 2, "yaml-fout", "deze regel kunnen we niet lezen"),
        ("- titel\n- datum", 2, "yaml-geen-sleutels", "geen lijst van sleutels met een waarde"),
        ("Soep en een praatje", 2, "yaml-geen-sleutels", "geen lijst van sleutels met een waarde"),
    ],
)
def test_what_cannot_be_read_is_explained_at_its_line(text: str, line: int, code: str, message: str) -> None:
    found = problem(text)
    assert (found.line, found.code) == (line, code)
    assert message in found.message
    assert found.tip


def test_a_missing_space_after_the_colon_is_explained_where_it_is_missing() -> None:
    found = problem("titel:Soep\ndatum: 2026-11-01")
    assert (found.line, found.code) == (2, "yaml-dubbele-punt")


@pytest.mark.parametrize("text", ["titel: een\nslogan: t\x07wee", "titel: een\nslogan: twee\x1b"])
def test_an_invisible_control_character_is_reported_at_its_line(text: str) -> None:
    found = problem(text)
    assert (found.line, found.code) == (3, "yaml-teken")


@pytest.mark.parametrize("typed", ["!Let op", "&Zo gaat het", "!Feest in de wijk"])
def test_no_word_of_a_title_is_lost_without_a_message(typed: str) -> None:
    assert [found.code for found in read_yaml(f"titel: {typed}", path="x.md").diagnostics] == ["yaml-teken"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("titel: Soep: een praatje", {"titel": "Soep: een praatje"}),
        ("titel: @home", {"titel": "@home"}),
        ('titel: Soep: "lekker"', {"titel": 'Soep: "lekker"'}),
    ],
)
def test_the_line_that_a_tip_gives_can_be_pasted(text: str, meant: object) -> None:
    tip = problem(text).tip or ""
    assert read(tip.partition("zo: ")[2]).value == meant


def test_an_alias_cannot_multiply_what_it_stands_for() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"
    assert problem(bomb).code == "yaml-teken"
    assert problem(bomb.replace("&", "")).code == "yaml-verwijzing"


def test_nesting_is_bounded() -> None:
    deepest = MAX_DEPTH - 1
    assert read("sleutel: " + "[" * deepest + "]" * deepest).value
    found = problem("sleutel: " + "[" * (deepest + 1) + "]" * (deepest + 1))
    assert (found.code, found.message) == ("te-diep", "de gegevens zijn dieper genest dan 12 niveaus")


def test_the_number_of_values_is_bounded() -> None:
    assert problem("wijken:\n" + "- x\n" * (MAX_VALUES + 1)).code == "te-veel"


def test_what_was_found_before_the_reading_stopped_is_kept() -> None:
    report = read_yaml("titel: een\ntitel: twee\nslogan: [", path="x.md")
    assert report.value is None
    assert told(report.diagnostics) == ["2 fout dubbele-sleutel", "3 fout yaml-teken"]
