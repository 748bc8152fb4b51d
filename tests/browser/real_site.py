"""The shipped content, built once for all browser tests of a run."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.build import Options
from generator.build.pipeline import build
from generator.cache import Cache
from tests.harness import silent

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 23)

PAGES = {
    "home": "",
    "wijken": "wijken/",
    "wijk": "wijken/peelo/",
    "verhalen": "verhalen/",
    "verhaal": "verhalen/soep-een-tent-en-oud-ijzer/",
    "oproepen": "oproepen/",
    "oproep": "oproepen/superbuur/",
    "oproep die bijna sluit": "oproepen/kerstboom-voor-je-straat/",
    "oproep die gesloten is": "oproepen/hondenspeelplek-lariksbos/",
    "projecten": "projecten/",
    "project": "projecten/speeltuin-mozartplaats/",
    "agenda": "agenda/",
    "activiteit": "agenda/soep-in-de-steiger/",
    "themas": "themas/",
    "thema": "themas/groen/",
    "a tot z": "zoeken/",
    "jaar": "verhalen/jaar/2024/",
    "pagina": "doe-mee/",
    "contact": "contact/",
    "huisstijl": "huisstijl/",
    "niet gevonden": "404.html",
}
"""One page of every kind, by what it is."""


def build_real_site(folder: Path, more: Mapping[str, bytes] | None = None) -> Path:
    """Build the shipped content, and `more` files, in a folder of its own and give its output."""
    root = folder / "site"
    root.mkdir()
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "site.yaml", root)
    for name, data in (more or {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    cache = Cache(root)
    try:
        outcome = build(Options(root, root / "output", TODAY), cache, silent)
    finally:
        cache.close()
    assert not outcome.failed, "\n".join(map(str, outcome.diagnostics))
    return root / "output"
