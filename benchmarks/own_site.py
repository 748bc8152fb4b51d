"""The made-up stories as a site of our own generator, with the theme of this project."""

from __future__ import annotations

import json
import shutil
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks.content import ORGANISATIONS, PAGES, THEMES, WIJKEN, Page, Story, Wijk
from benchmarks.tool import PROJECT, StoryTool, put_aside, write_file

THEME = "themes/mba"

SETTINGS = f"""\
naam: Mijn Buurt Assen
adres: https://voorbeeld.example.nl
thema: {THEME}
omschrijving: Nieuws, plannen en activiteiten uit alle wijken van Assen, van en voor bewoners.
slogan: Samen maken we de buurt
contact: {{telefoon: 0592-000 000, email: hallo@example.nl}}
menu:
  hoofd:
    - {{tekst: Wijken, naar: /wijken/}}
    - {{tekst: Verhalen, naar: /verhalen/}}
  voet:
    - {{tekst: "Thema's", naar: /themas/}}
    - {{tekst: Alles van A tot Z, naar: /zoeken/}}
partners:
  - {{organisatie: gemeente-assen}}
  - {{organisatie: actium}}
  - {{organisatie: vaart-welzijn}}
deelkaarten: {{maken: false, jaren: 2}}
"""


def make_site(folder: Path, stories: tuple[Story, ...], day: date) -> StoryTool:
    """Write the site into a folder that is emptied first, and say how it is built."""
    write_frame(folder)
    for story in stories:
        write_file(_story_file(folder, story), story_text(story))
    edited = stories[len(stories) // 2]
    return StoryTool(
        name="ours",
        version=version("mijn-buurt-assen"),
        site=folder,
        command=(
            *(sys.executable, "-m", "generator", "build"),
            *("--site", str(folder), "--date", day.isoformat()),
        ),
        output=folder / "output",
        caches=(folder / ".cache",),
        edited_file=_story_file(folder, edited),
        wijk_file=folder / "content" / "wijken" / f"{edited.wijken[0]}.md",
        cards_file=folder / "site.yaml",
    )


def write_frame(folder: Path, settings: str = "") -> None:
    """Write a site without stories into a folder that is emptied first; `settings` are added to its site.yaml."""
    put_aside(folder)
    shutil.copytree(PROJECT / THEME, folder / THEME)
    content = folder / "content"
    write_file(folder / "site.yaml", f"{SETTINGS}{settings}")
    write_file(content / "themas.yaml", _names({theme.slug: theme.name for theme in THEMES}))
    write_file(content / "organisaties.yaml", _names(ORGANISATIONS))
    for wijk in WIJKEN:
        write_file(content / "wijken" / f"{wijk.slug}.md", _wijk_text(wijk))
    for page in PAGES:
        write_file(content / f"{page.slug}.md", _page_text(page))


def _story_file(folder: Path, story: Story) -> Path:
    return folder / "content" / "verhalen" / str(story.date.year) / f"{story.slug}.md"


def story_text(story: Story) -> str:
    """Give a story as a content file."""
    return f"""\
---
titel: {json.dumps(story.title)}
datum: {story.date}
samenvatting: {json.dumps(story.summary)}
wijken: [{", ".join(story.wijken)}]
themas: [{", ".join(story.themes)}]
afzender: {story.sender}
---

{story.body}"""


def _wijk_text(wijk: Wijk) -> str:
    return f"""\
---
naam: {wijk.name}
cbs_code: {wijk.cbs_code}
---

Dit gebeurt er in {wijk.name}.
"""


def _page_text(page: Page) -> str:
    return f"""\
---
titel: {page.title}
---

{page.body}
"""


def _names(names: dict[str, str]) -> str:
    return "".join(f"{slug}:\n  naam: {name}\n" for slug, name in names.items())
