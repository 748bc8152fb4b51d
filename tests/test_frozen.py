"""What partners have put on their sites stays what it was: the bytes of a published version never change."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.plan.releases import integrity_of
from tests.browser.real_site import ROOT

WIDGETS = ROOT / "themes" / "mba" / "widgets"
PUBLISHED = {
    "1.0.0": "sha384-dII0Y6RoY+etq7IUn5i+/oU+nme80wK1wL6V3kbgygJ7ntzW8s/WIwq33miA4hj5",
}
"""Add a line for a new version; never change or take away one that is here."""


def _versions() -> dict[str, Path]:
    return {path.parent.name: path for path in sorted(WIDGETS.glob("*/mba.js"))}


def test_every_version_is_written_down_here_and_every_one_written_down_is_there() -> None:
    assert set(_versions()) == set(PUBLISHED)


@pytest.mark.parametrize("version", PUBLISHED)
def test_a_published_version_is_what_it_was(version: str) -> None:
    path = _versions()[version]
    assert integrity_of(path.read_bytes()) == PUBLISHED[version]
    assert path.with_suffix(".js.sri").read_text("ascii").strip() == PUBLISHED[version]


@pytest.mark.parametrize("version", PUBLISHED)
def test_a_version_weighs_three_kilobytes_at_most(version: str) -> None:
    assert len(gzip.compress(_versions()[version].read_bytes(), 6)) <= 3_000
