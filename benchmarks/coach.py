"""What the coach costs a story, beside reading it: `python -m benchmarks.coach`, with `--profile` for where it goes.

The shipped content is measured as well, scaled to the same number of words: its texts have more to find.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from benchmarks.content import WORDS, make_stories
from benchmarks.own_site import story_text
from generator.lint import coach, coach_settings
from generator.model.coach import CoachSettings
from generator.model.document import Document
from generator.model.prose import Block
from generator.model.source import SourceFile
from generator.parse import DATA_FILES, parse_document, parse_settings, parse_shared_data
from generator.parse.markdown import render

ROOT = Path(__file__).resolve().parents[1]
DAY = date(2026, 11, 23)
Texts = Sequence[tuple[Document, tuple[Block, ...]]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=500, metavar="N", help="how many made-up stories (500)")
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="the best of so many runs counts (7)")
    parser.add_argument("--profile", action="store_true", help="show the dearest functions")
    options = parser.parse_args()
    settings = _settings()
    stories = make_stories(options.stories, DAY)
    made_up = [_read(f"content/verhalen/{story.slug}.md", story_text(story).encode()) for story in stories]
    shipped = [_read(str(path.relative_to(ROOT)), path.read_bytes()) for path in sorted(ROOT.glob("content/**/*.md"))]
    bodies = [story.body for story in stories]
    reading = _best(lambda: [render(body, path="x", first_line=1, key="k") for body in bodies], options.runs)
    print(f"Markdown, made-up stories: {reading / len(stories) * 1000:.3f} ms of processor a story of {WORDS} words")
    for name, texts in (("made-up stories", made_up), ("shipped content", shipped)):
        seconds = _best(lambda texts=texts: _coach(texts, settings), options.runs)  # type: ignore[misc]
        words = sum(len(block.text.split()) for _, blocks in texts for block in blocks)
        print(f"Coach, {name}: {seconds / words * WORDS * 1000:.3f} ms of processor per {WORDS} words")
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(_coach, made_up, settings)
        pstats.Stats(profile).sort_stats("tottime").print_stats(20)


def _settings() -> CoachSettings:
    files = {path: SourceFile(path, "", (ROOT / path).read_bytes()) for path in DATA_FILES if (ROOT / path).exists()}
    config = parse_settings(SourceFile("site.yaml", "", (ROOT / "site.yaml").read_bytes())).value
    return coach_settings(config, parse_shared_data(files).value)


def _read(path: str, data: bytes) -> tuple[Document, tuple[Block, ...]]:
    parsed = parse_document(path, "", data).value
    if parsed.document is None or parsed.text is None:
        raise ValueError(path)
    return parsed.document, parsed.text.blocks


def _coach(texts: Texts, settings: CoachSettings) -> None:
    for document, blocks in texts:
        coach(document, blocks, settings)


def _best(work: Callable[[], object], runs: int) -> float:
    """Give the seconds of processor of the quickest run: others may keep the machine busy meanwhile."""
    work()
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


if __name__ == "__main__":
    main()
