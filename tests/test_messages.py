"""The list of messages and what the program can say are one and the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.messages import Message, messages
from generator.parse import parse_document
from tests.harness import CALL, PEELO, STORY

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LISTED = PACKAGE / "model" / "coach.py"
# In which argument each of these takes the code of a message.
PLACES = {"error": 2, "warning": 2, "problem": 0, "_flaw": 0, "Flaw": 0, "Remark": 0, "_StopError": 1}
METHODS = {"error": 1, "warning": 1}


EVENT = """\
---
titel: Een wandeling
begint: 2026-12-05 10:00
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
PIECES = {
    "content/verhalen/x.md": STORY,
    "content/oproepen/x.md": CALL,
    "content/agenda/x.md": EVENT,
    "content/wijken/x.md": PEELO,
    "content/projecten/x.md": PROJECT,
}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """Give every module but the list of rules, which only explains them."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path != LISTED:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def said_outright() -> Iterator[str]:
    """Give the codes that stand in a call that makes a message."""
    for _, tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            is_method = isinstance(node.func, ast.Attribute)
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = METHODS.get(name, PLACES.get(name)) if is_method else PLACES.get(name)
            if place is not None and len(node.args) > place:
                argument = node.args[place]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def constants() -> set[str]:
    """Give every text in the program that could be a code, also in tables of codes."""
    return {
        node.value
        for _, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def made_of_a_name() -> set[str]:
    """Give the codes for a name that was not found; these are put together."""
    return {"onbekend-project", "onbekend-thema", "onbekend-verhaal", "onbekende-organisatie", "onbekende-wijk"}


def test_every_code_in_the_program_is_listed() -> None:
    assert set(said_outright()) - messages().keys() == set()


def test_every_listed_code_is_in_the_program() -> None:
    assert messages().keys() - constants() - made_of_a_name() == set()


def test_every_code_that_tests_expect_is_listed() -> None:
    golden = (ROOT / "tests" / "sites" / "mistakes" / "expected.txt").read_text(encoding="utf-8")
    expected = set(re.findall(r"(?:fout|waarschuwing)\[([a-z0-9-]+)\]", golden))
    assert expected
    assert expected - messages().keys() == set()


@pytest.mark.parametrize("message", messages().values(), ids=messages())
def test_a_message_has_an_explanation_an_example_and_a_remedy(message: Message) -> None:
    assert CODE.fullmatch(message.code)
    assert message.says.endswith(".")
    assert message.says[0].isupper()
    assert message.example
    assert message.remedy
    assert message.example != message.remedy


# What is wrong with these shows only in a whole site, or cannot be typed: the tests of mistakes make them.
ELSEWHERE = {
    "focus-onjuist",
    "leeg-bestand",
    "onbekend-loket",
    "onbekend-project",
    "onbekend-thema",
    "onbekend-verhaal",
    "onbekende-kleur",
    "onbekende-organisatie",
    "onbekende-wijk",
    "onjuist",
    "sluit-op-ontbreekt",
    "te-diep",
    "te-ingewikkeld",
    "te-lang",
    "te-veel",
    "verplicht",
    "dode-link",
    "dood-anker",
    "kortcode-parameter",
    "verborgen-link",
}
TYPED = [
    message
    for message in messages().values()
    if message.group in {"De gegevens boven een stuk", "De tekst"} and message.code not in ELSEWHERE
]


@pytest.mark.parametrize("message", TYPED, ids=lambda message: message.code)
def test_the_example_of_a_message_gives_that_message(message: Message) -> None:
    told = [
        {found.code for found in parse_document(path, "digest", text.encode()).diagnostics}
        for path, text in typed(message.example)
    ]
    assert any(message.code in codes for codes in told)


@pytest.mark.parametrize("message", TYPED, ids=lambda message: message.code)
def test_what_to_write_instead_gives_that_message_no_more(message: Message) -> None:
    told = [
        {found.code for found in parse_document(path, "digest", text.encode()).diagnostics}
        for path, text in typed(message.remedy)
    ]
    assert any(message.code not in codes for codes in told)


def typed(example: str) -> Iterator[tuple[str, str]]:
    """Put an example in a piece of each kind: among its keys, in its text, and as the whole file."""
    for path, piece in PIECES.items():
        _, front, body = piece.split("---\n", 2)
        names = {line.partition(":")[0] for line in example.splitlines()}
        others = "".join(f"{line}\n" for line in front.splitlines() if line.partition(":")[0] not in names)
        yield path, f"---\n{others}{example}\n---\n{body}"
        yield path, f"---\n{front}---\n\n{example}\n"
        yield path, example
