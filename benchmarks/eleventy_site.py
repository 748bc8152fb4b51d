"""The made-up stories as an Eleventy site, with layouts like those of our own theme."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

from benchmarks.content import PAGES, Story
from benchmarks.hugo_site import deeper, front_matter
from benchmarks.installing import from_npm, version_of
from benchmarks.peer_parts import copy_assets, write_names
from benchmarks.tool import StoryTool, put_aside, write_file

SITE = Path(__file__).resolve().parent / "eleventy_site"
NAME = "@11ty/eleventy"
PACKAGE = f"{NAME}@3.1.8"


def install(folder: Path) -> Path:
    """Give the folder of modules with Eleventy; when it is not there, npm installs it."""
    return from_npm(folder, PACKAGE)


def make_site(folder: Path, stories: tuple[Story, ...], _: date, modules: Path) -> StoryTool:
    """Write the site into a folder that is emptied first, and say how it is built."""
    put_aside(folder)
    shutil.copytree(SITE, folder)
    (folder / "node_modules").symlink_to(modules)
    copy_assets(folder / "static")
    names = folder / "_data" / "namen"
    write_names(names)
    content = folder / "content"
    for page in PAGES:
        write_file(content / f"{page.slug}.md", f"{front_matter(title=page.title, layout='tekst.njk')}\n{page.body}\n")
    write_file(content / "verhalen" / "verhalen.json", json.dumps({"layout": "story.njk"}))
    for story in stories:
        write_file(_story_file(content, story), _story_text(story))
    return StoryTool(
        name="Eleventy",
        version=version_of(modules, NAME) or "",
        site=folder,
        command=("node", str(modules / NAME / "cmd.cjs"), "--quiet", "--config=eleventy.config.mjs"),
        output=folder / "output",
        caches=(),
        edited_file=_story_file(content, stories[len(stories) // 2]),
        wijk_file=names / "wijken.json",
        folder=folder,
    )


def _story_file(content: Path, story: Story) -> Path:
    return content / "verhalen" / f"{story.slug}.md"


def _story_text(story: Story) -> str:
    keys = front_matter(
        title=story.title,
        date=story.date.isoformat(),
        description=story.summary,
        wijken=story.wijken,
        themas=story.themes,
        afzender=story.sender,
    )
    body = re.sub(r"\(verhalen/([a-z0-9-]+)\)", r"(/verhalen/\1/)", deeper(story.body))
    return f"{keys}\n{body}"
