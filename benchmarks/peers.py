"""Names of tools -> what writes a site for each; a peer that cannot be had here is said loudly, and left out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from benchmarks import eleventy_site, hugo_site, own_site, pelican_site
from benchmarks.installing import NotHereError
from benchmarks.stories import Maker, Say

NAMES = ("ours", "hugo", "hugo-plain", "pelican", "eleventy")
"""By the names of the command line; `hugo-plain` is Hugo without related stories."""


def some(known: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    """Read names with commas between them on a command line."""
    names = tuple(known)

    def choose(text: str) -> tuple[str, ...]:
        chosen = tuple(text.split(","))
        if wrong := [name for name in chosen if name not in names]:
            raise argparse.ArgumentTypeError(f"{wrong[0]} is none of {', '.join(names)}")
        return chosen

    return choose


def makers(names: Sequence[str], work: Path, say: Say) -> list[Maker]:
    """Install what is asked for, and give what writes the sites, in the order of `NAMES`."""
    found = []
    if "ours" in names:
        found.append(_in_folder("ours", own_site.make_site))
    if {"hugo", "hugo-plain"} & {*names} and (hugo := get("Hugo", hugo_site.install, work / "venv-hugo", say)):
        forms = [name for name in ("hugo", "hugo-plain") if name in names]
        found += [_in_folder(name, partial(hugo_site.make_site, hugo=hugo, related=name == "hugo")) for name in forms]
    if "pelican" in names and (pelican := get("Pelican", pelican_site.install, work / "venv-pelican", say)):
        found.append(_in_folder("pelican", partial(pelican_site.make_site, pelican=pelican)))
    if "eleventy" in names and (modules := get("Eleventy", eleventy_site.install, work / "eleventy-site", say)):
        found.append(_in_folder("eleventy", partial(eleventy_site.make_site, modules=modules)))
    return found


def get(name: str, install: Callable[[Path], Path], folder: Path, say: Say) -> Path | None:
    """Give a tool to compare with, or say loudly that there is none."""
    try:
        return install(folder)
    except NotHereError as problem:
        say(f"{'!' * 80}\nNO COMPARISON: there is no {name} here.\n{problem}\n{'!' * 80}")
        return None


def _in_folder(name: str, make: Maker) -> Maker:
    return lambda folder, stories, day: make(folder / name, stories, day)
