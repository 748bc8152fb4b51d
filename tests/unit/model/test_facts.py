"""What a page says of itself takes little room."""

from __future__ import annotations

from generator.model.facts import PageFacts


def facts(address: str) -> PageFacts:
    return PageFacts("Soep", "Veel soep.", ("/", address), ("/assets/style.css",), ("soep",), weight=12)


def test_what_stands_on_many_pages_is_kept_once() -> None:
    texts: dict[str, str] = {}
    one, other = (facts(b"/wijken/peelo/".decode()).sharing(texts) for _ in range(2))
    assert one == other == facts("/wijken/peelo/")
    assert one.links[1] is other.links[1]
