"""Every message that `mba` can give, with an explanation and an example: what the writers' guide is made from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.model.coach import RULES

LIST = Path(__file__).with_name("meldingen.toml")


@dataclass(frozen=True, slots=True)
class Message:
    """One code: `says` is what is wrong, `example` gives the message, `remedy` is what to write or do instead.

    `is_rule` tells a rule of the coach, which can be switched off.
    """

    code: str
    group: str
    says: str
    example: str
    remedy: str
    is_rule: bool = False


@cache
def messages() -> Mapping[str, Message]:
    """Give all messages by their code: first those of the list, by group, then the rules of the coach."""
    rows = tomllib.loads(LIST.read_text(encoding="utf-8"))
    found = {
        code: Message(code, group, says, example, remedy)
        for group, codes in rows.items()
        for code, (says, example, remedy) in codes.items()
    }
    for rule in RULES.values():
        start = f"{rule.key}: " if rule.key else ""
        found[rule.code] = Message(
            code=rule.code,
            group=f"De schrijfhulp: {rule.group}",
            says=rule.says,
            example=f"{start}{rule.before}",
            remedy=f"{start}{rule.after}",
            is_rule=True,
        )
    return found
