"""The questions for what is missing."""

from __future__ import annotations

from generator.draft import Talk, Values, ask_missing
from generator.model.document import Kind
from generator.parse import KINDS, outline
from tests.harness import TODAY

NAMES = {"wijken": ["marsdijk", "peelo"]}


def talk_about(kind: Kind, given: Values, *answers: str) -> tuple[Values, list[str], list[str]]:
    """Answer one by one; give the values, the keys that were asked, and what was said."""
    asked: list[str] = []
    said: list[str] = []
    left = iter(answers)

    def ask(key: str) -> str:
        asked.append(key)
        return next(left)

    values = ask_missing(kind, outline(KINDS[kind], NAMES), given, Talk(ask, said.append), TODAY)
    return values, asked, said


def test_every_needed_key_is_asked_in_the_order_of_the_file() -> None:
    values, asked, _ = talk_about(Kind.STORY, {}, "Soep", "Er was soep.", "1-12-2026", "2")
    assert asked == ["titel", "samenvatting", "datum", "wijken"]
    assert values == {"titel": "Soep", "samenvatting": "Er was soep.", "datum": "2026-12-01", "wijken": ["peelo"]}


def test_what_was_given_is_not_asked() -> None:
    values, asked, _ = talk_about(Kind.STORY, {"titel": "Soep", "wijken": ["peelo"]}, "Er was soep.", "")
    assert asked == ["samenvatting", "datum"]
    assert values["datum"] == "2026-11-23"


def test_an_empty_answer_leaves_a_key_for_later() -> None:
    assert talk_about(Kind.EVENT, {"titel": "Soep"}, "", "", "", "")[0] == {"titel": "Soep"}


def test_without_a_title_it_asks_again() -> None:
    values, asked, said = talk_about(Kind.PAGE, {}, "", "  ", "Over ons")
    assert (values, asked) == ({"titel": "Over ons"}, ["titel"] * 3)
    assert "  Zonder gaat het niet: het adres komt ervan. Wijzigen kan later nog." in said


def test_an_answer_that_cannot_be_is_asked_again_with_the_reason() -> None:
    given: Values = {"titel": "Soep", "samenvatting": "Er was soep.", "datum": "2026-11-23"}
    values, asked, said = talk_about(Kind.STORY, given, "pelo", "zzz", "peelo")
    assert (values["wijken"], asked) == (["peelo"], ["wijken"] * 3)
    assert "  'pelo' kennen we niet; bedoel je 'peelo'?" in said
    assert "  'zzz' kennen we niet; typ een nummer uit de lijst" in said


def test_options_have_numbers() -> None:
    _, _, said = talk_about(Kind.STORY, {"titel": "Soep", "samenvatting": "Soep.", "datum": "2026-11-23"}, "")
    assert said == [
        "",
        "De wijken waar het over gaat, of heel-assen. Je kunt er meer noemen, met een komma ertussen.",
        "  1 marsdijk          2 peelo             3 heel-assen",
    ]


def test_a_call_closes_or_keeps_running() -> None:
    given: Values = dict.fromkeys(("titel", "samenvatting", "soort", "datum", "wijken", "reageren", "door"), "x")
    assert talk_about(Kind.CALL, given, "31-12-2026", "")[0]["sluit_op"] == "2026-12-31"
    running, asked, said = talk_about(Kind.CALL, given, "Doorlopend", "")
    assert (running["doorlopend"], asked) == ("ja", ["sluit_op", "vervolg"])
    assert "sluit_op" not in running
    assert any("Typ 'doorlopend'" in line for line in said)
    assert talk_about(Kind.CALL, {**given, "doorlopend": "ja"}, "")[1] == ["vervolg"]
