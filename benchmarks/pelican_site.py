"""The made-up stories as a Pelican site, with a theme like our own; and Pelican itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

from benchmarks.content import PAGES, Story
from benchmarks.hugo_site import deeper
from benchmarks.installing import into_venv
from benchmarks.peer_parts import copy_assets, write_names
from benchmarks.tool import StoryTool, put_aside, write_file

SITE = Path(__file__).resolve().parent / "pelican"
PACKAGES = ("pelican[markdown]==4.12.0",)


def install(venv: Path) -> Path:
    """Give the path of the command; when it is not there, install it in an environment of its own."""
    command = venv / "bin" / "pelican"
    return command if command.is_file() else into_venv(venv, *PACKAGES) / "pelican"


def make_site(folder: Path, stories: tuple[Story, ...], _: date, pelican: Path) -> StoryTool:
    """Write the site into a folder that is emptied first, and say how it is built."""
    put_aside(folder)
    shutil.copytree(SITE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    copy_assets(folder / "theme" / "static")
    write_names(folder)
    content = folder / "content"
    for page in PAGES:
        write_file(content / "paginas" / f"{page.slug}.md", f"Title: {page.title}\nSlug: {page.slug}\n\n{page.body}\n")
    for story in stories:
        write_file(_story_file(content, story), _story_text(story))
    return StoryTool(
        name="Pelican",
        version=_version(pelican),
        site=folder,
        command=(
            *(str(pelican), str(content), "--settings", str(folder / "pelicanconf.py")),
            *("--output", str(folder / "output"), "--fatal", "warnings"),
        ),
        output=folder / "output",
        caches=(),
        edited_file=_story_file(content, stories[len(stories) // 2]),
        wijk_file=folder / "wijken.json",
        folder=folder,
    )


def _version(pelican: Path) -> str:
    done = subprocess.run([str(pelican), "--version"], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _story_file(content: Path, story: Story) -> Path:
    return content / "verhalen" / f"{story.slug}.md"


def _story_text(story: Story) -> str:
    # A story has one category and any number of tags; its other wijken are shown, and have no list with it.
    body = re.sub(r"\(verhalen/([a-z0-9-]+)\)", r"({filename}/verhalen/\1.md)", deeper(story.body))
    return f"""\
Title: {story.title}
Date: {story.date}
Slug: {story.slug}
Summary: {story.summary}
Category: {story.wijken[0]}
Tags: {", ".join(story.themes)}
Wijken: {", ".join(story.wijken)}
Afzender: {story.sender}

{body}"""
