"""The list of messages and what the program can say are one and the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.messages import Message, messages

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
CODE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LISTED = PACKAGE / "model" / "coach.py"
# In which argument each of these takes the code of a message.
PLACES = {"error": 2, "warning": 2, "problem": 0, "_flaw": 0, "Flaw": 0, "Remark": 0}
METHODS = {"error": 1, "warning": 1}


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
