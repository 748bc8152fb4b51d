"""Only who asks for this machine by a name that was told gets in, and only from a page of ours."""

from __future__ import annotations

import pytest

from generator.serve.gate import Gate


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "localhost", "LocalHost:9000", "[::1]:8000"])
def test_this_machine_is_let_in(host: str) -> None:
    assert Gate("127.0.0.1").admits(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "192.168.1.5:8000",
        "127.0.0.1@evil.example",
        "127.0.0.1:8000/x",
        "localhost:x",
        "[::1",
        "127.0.0.1.nip.io",
    ],
)
def test_other_names_are_refused(host: str) -> None:
    assert not Gate("127.0.0.1").admits(host)


def test_who_listens_everywhere_is_reached_by_address_but_not_by_a_strange_name() -> None:
    gate = Gate("0.0.0.0")  # noqa: S104 - what is tested
    assert gate.admits("192.168.1.5:8000")
    assert gate.admits("localhost:8000")
    assert not gate.admits("evil.example:8000")


def test_a_name_that_was_asked_for_is_let_in() -> None:
    assert Gate("Laptop.local").admits("laptop.local:8000")
    assert not Gate("laptop.local").admits("evil.example:8000")


@pytest.mark.parametrize(
    ("origin", "good"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://127.0.0.1:9000", False),
        ("http://localhost:8000", False),
        ("https://evil.example", False),
        ("null", False),
        ("file://127.0.0.1:8000", False),
    ],
)
def test_an_origin_is_that_of_the_page_itself(origin: str, *, good: bool) -> None:
    assert Gate("127.0.0.1").admits_origin(origin, "127.0.0.1:8000") is good
