"""Named edits: after each, an incremental build equals a clean one and writes exactly what the edit asks for.

`scenarios/*.yaml` holds the edits, `scenarios/base/` the site that they start from. A step can hold:

    name        what somebody did
    edits       a list of actions, each with its own mapping (see `ACTIONS`)
    date        the date from this step on
    program     libraries that have another version from this step on
    written     how many files of the site change; `which` names them (a digest in a name is written as `*`)
    removed     how many files disappear
    made        how many artifacts are rendered at all
    messages    all problems, as `file:line: severity[code]`; `says` are texts that stand in them
    vanished    how many addresses are warned of that are there no more
    fails       true: nothing is written
    foreign     the files that are mentioned as not ours
    next        the day of the next change
    contains, absent    texts that a file does or does not hold, by its path
    nowhere     words that no file holds
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from generator.build import Outcome, codes, pipeline
from generator.build.codes import program_codes
from generator.model.plan import Artifact
from tests.harness import TODAY, TinySite, messages, photo, quick_folder, read_site, templates_compiled_once

FOLDER = Path(__file__).parent / "scenarios"
SCENARIOS = {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}
PHOTO = "content/verhalen/2025/feest/feest.jpg"
MANIFEST = ".mba/manifest.json"
VANISHED = "site.yaml:1: waarschuwing[adres-verdwenen]"
Files = Mapping[str, bytes]
DIGEST = re.compile(r"\.[0-9a-f]{10}\.")


@dataclass(frozen=True)
class Step:
    """One thing that somebody does, and what comes of it."""

    name: str
    written: int = 0
    edits: list[dict[str, dict[str, object]]] = field(default_factory=list)
    date: dt.date | None = None
    program: dict[str, str] = field(default_factory=dict)
    which: list[str] | None = None
    removed: int = 0
    vanished: int = 0
    made: int | None = None
    messages: list[str] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    fails: bool = False
    foreign: list[str] = field(default_factory=list)
    next: dt.date | None = None
    contains: dict[str, str | list[str]] = field(default_factory=dict)
    absent: dict[str, str | list[str]] = field(default_factory=dict)
    nowhere: str | list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Scenario:
    """A site and what is done to it.

    `shows` is the number of a bug of other generators, or a sentence; `files` are laid over the base site before its
    first build, on `date`; `needs: capitals` asks for a disk that tells `a` from `A`.
    """

    title: str
    shows: int | str
    steps: list[Step]
    files: dict[str, str] = field(default_factory=dict)
    date: dt.date = TODAY
    needs: str = ""


def read_scenario(path: Path) -> Scenario:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Scenario(**raw | {"steps": [Step(**step) for step in raw["steps"]]})


# --- what can be done to a site --------------------------------------------------------------------------------------


def write(site: TinySite, path: str, text: object) -> None:
    """Put a text in a file."""
    site.write(path, str(text))


def replace(site: TinySite, path: str, changes: object) -> None:
    """Replace texts in a file: old by new."""
    assert isinstance(changes, dict)
    for old, new in changes.items():
        site.replace(path, str(old), str(new))


def append(site: TinySite, path: str, text: object) -> None:
    """Add a text to the end of a file."""
    site.write(path, (site.root / path).read_bytes() + str(text).encode())


def remove(site: TinySite, path: str, _: object) -> None:
    """Remove a file or a folder; a name may hold a `*`."""
    found = sorted(site.root.glob(path))
    assert found, f"there is no {path}"
    for each in found:
        site.remove(each.relative_to(site.root).as_posix())


def rename(site: TinySite, path: str, new: object) -> None:
    """Move a file or a folder."""
    site.rename(path, str(new))


def encode(site: TinySite, path: str, how: object) -> None:
    """Write a text file as another program does: bom, crlf, latin-1."""
    text = (site.root / path).read_bytes().decode()
    ways = {
        "bom": text.encode("utf-8-sig"),
        "crlf": text.replace("\n", "\r\n").encode(),
        "latin-1": text.encode("latin-1"),
    }
    site.write(path, ways[str(how)])


def picture(site: TinySite, path: str, looks: object) -> None:
    """Put a photo somewhere, 2,000 bytes long unless it says otherwise."""
    assert isinstance(looks, dict)
    site.write(path, photo(**looks))


def touch(site: TinySite, path: str, _: object) -> None:
    """Give the file times of a fresh checkout to everything, output included."""
    assert path == "everything"
    site.touch()


def copy(site: TinySite, path: str, source: object) -> None:
    """Put a file of this repository somewhere."""
    site.write(path, (FOLDER.parent.parent / str(source)).read_bytes())


def stories(site: TinySite, wijk: str, count: object) -> None:
    """Write so many stories about a wijk, one for each day of 2026 that comes."""
    assert isinstance(count, int)
    for number in range(count):
        day = dt.date(2026, 1, 1) + dt.timedelta(days=number)
        text = f"titel: Dag {number}\ndatum: {day}\nsamenvatting: De dag zelf.\nwijken: [{wijk}]\n"
        site.write(f"content/verhalen/dagen/dag-{number}.md", f"---\n{text}---\nNiets bijzonders.\n")


ACTIONS: dict[str, Callable[[TinySite, str, object], None]] = {
    action.__name__: action
    for action in (write, replace, append, remove, rename, encode, picture, touch, copy, stories)
}


# --- the runner ------------------------------------------------------------------------------------------------------


class Runner:
    """Does the steps of a scenario, and checks what must hold after each of them."""

    def __init__(self, site: TinySite, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = site
        self.scratch = scratch
        self.monkeypatch = monkeypatch
        self.rendered = 0
        self._count_what_is_rendered()

    def _count_what_is_rendered(self) -> None:
        make_all = pipeline.make_all  # type: ignore[attr-defined]

        def counted(artifacts: list[Artifact], *rest: object) -> Iterator[object]:
            self.rendered += len(artifacts)
            return make_all(artifacts, *rest)  # type: ignore[arg-type]

        self.monkeypatch.setattr(pipeline, "make_all", counted)

    def run(self, step: Step, today: dt.date) -> None:
        """Do one step."""
        for edit in step.edits:
            for action, targets in edit.items():
                for path, argument in targets.items():
                    ACTIONS[action](self.site, path, argument)
        if step.program:
            self.upgrade(step.program)
        before = self.site.built()
        self.rendered = 0
        outcome = self.site.build(today)
        after = self.site.built()
        rendered = self.rendered
        found = messages(outcome)
        assert [line for line in found if line != VANISHED] == step.messages
        assert found.count(VANISHED) == step.vanished
        for text in step.says:
            assert any(text in str(found) for found in outcome.diagnostics), f"no message says {text!r}"
        assert outcome.failed == step.fails
        self.check_texts(step, after)
        if step.fails:
            assert after == before, "a build that failed changed the output"
            self.check_again(outcome, today)
            return
        self.check_files(step, outcome, before, after)
        if step.made is not None:
            assert rendered == step.made
        if step.next is not None:
            assert outcome.next_change is not None
            assert outcome.next_change[0] == step.next.isoformat()
        self.check_against_clean(outcome, after, today)
        self.check_again(outcome, today)

    def upgrade(self, versions: Mapping[str, str]) -> None:
        """Let libraries say that they have another version."""
        known = codes.version  # type: ignore[attr-defined]
        self.monkeypatch.setattr(codes, "version", lambda name: versions.get(name) or known(name))
        program_codes.cache_clear()

    def check_files(self, step: Step, outcome: Outcome, before: Files, after: Files) -> None:
        """The files that changed are as many as the build says and as the step says."""
        changed = [name for name in after if name != MANIFEST and after[name] != before.get(name)]
        gone = [name for name in before if name not in after]
        stated = {"written": step.written, "removed": step.removed}
        assert {"written": len(changed), "removed": len(gone)} == stated, f"written: {changed}, removed: {gone}"
        assert {name: outcome.counts[name] for name in stated} == stated
        if step.which is not None:
            assert sorted(DIGEST.sub(".*.", name) for name in changed) == sorted(step.which)
        assert list(outcome.foreign) == step.foreign
        assert [path for path in self.site.output.rglob("*") if path.is_dir() and not any(path.iterdir())] == []

    def check_texts(self, step: Step, after: Files) -> None:
        """The output holds the texts that the step names, and does not hold the others."""
        texts = {DIGEST.sub(".*.", name): data for name, data in after.items()}
        for path, wanted in step.contains.items():
            assert path in texts, f"{path} is not there"
            for text in listed(wanted):
                assert text.encode() in texts[path], f"{text!r} is not in {path}"
        for path, unwanted in step.absent.items():
            for text in listed(unwanted):
                assert text.encode() not in texts.get(path, b""), f"{text!r} is in {path}"
        # A year can stand in a digest by chance: that is no text. Digests are in the manifest and in names of assets.
        read = {name: re.sub(rb"\b[0-9a-f]{32}\b|\.[0-9a-f]{10}\.", b"", data) for name, data in after.items()}
        for word in listed(step.nowhere):
            found = [name for name, data in read.items() if word.encode() in data or word in DIGEST.sub(".", name)]
            assert not found, f"{word!r} is in {found}"

    def check_against_clean(self, outcome: Outcome, after: Files, today: dt.date) -> None:
        """A clean build elsewhere gives the same files, the same problems and the same next moment."""
        clean, files = self.site.clean_outcome(self.scratch, today)
        ours = {name: data for name, data in after.items() if not_foreign(name, outcome)}
        assert different(ours, files) == []
        assert clean.diagnostics == tuple(d for d in outcome.diagnostics if d.code != "adres-verdwenen")
        assert clean.next_change == outcome.next_change
        assert clean.counts["written"] == outcome.counts["written"] + outcome.counts["unchanged"]

    def check_again(self, outcome: Outcome, today: dt.date) -> None:
        """Further builds write nothing, soon (by the bytes) and later (by the file times)."""
        kept = tuple(d for d in outcome.diagnostics if d.code != "adres-verdwenen")
        stamps = stamps_of(self.site.output)
        for _ in range(2):
            again = self.site.build(today)
            assert again.diagnostics == kept
            assert again.failed == outcome.failed
            assert again.next_change == outcome.next_change
            assert again.foreign == outcome.foreign
            assert [again.counts.get(name, 0) for name in ("written", "removed")] == [0, 0]
            assert stamps_of(self.site.output) == stamps
            self.site.age()


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def not_foreign(name: str, outcome: Outcome) -> bool:
    hidden = name != MANIFEST and any(part.startswith(".") for part in name.split("/"))
    return not hidden and name not in outcome.foreign


def different(ours: Files, theirs: Files) -> list[str]:
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def stamps_of(folder: Path) -> dict[str, tuple[int, int]]:
    found = ((path, path.stat()) for path in folder.rglob("*") if path.is_file())
    return {str(path): (status.st_mtime_ns, status.st_ino) for path, status in found}


@pytest.fixture(scope="module", autouse=True)
def _quick_templates() -> Iterator[None]:
    with templates_compiled_once():
        yield


@pytest.fixture(autouse=True)
def _own_program() -> Iterator[None]:
    yield
    program_codes.cache_clear()


@pytest.fixture
def folder() -> Iterator[Path]:
    with quick_folder() as found:
        yield found


@pytest.fixture(scope="module")
def base() -> dict[str, bytes]:
    return read_site(FOLDER / "base") | {PHOTO: photo("red")}


@pytest.mark.parametrize("name", SCENARIOS)
def test_after_each_edit_the_output_is_that_of_a_clean_build_and_nothing_more_is_written(
    name: str, base: dict[str, bytes], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenario = read_scenario(SCENARIOS[name])
    site = TinySite(folder / "site", base)
    if scenario.needs == "capitals" and (site.root / "SITE.YAML").exists():
        pytest.skip("this disk does not tell capitals from small letters")
    for path, text in scenario.files.items():
        site.write(path, text)
    first = site.build(scenario.date)
    assert messages(first) == []
    site.age()
    runner = Runner(site, folder, monkeypatch)
    today = scenario.date
    for step in scenario.steps:
        today = step.date or today
        try:
            runner.run(step, today)
        except AssertionError as fault:
            fault.add_note(f"{name}, step {step.name!r}: {scenario.title} (shows: {scenario.shows})")
            raise


def test_every_scenario_says_what_it_shows() -> None:
    scenarios = [read_scenario(path) for path in SCENARIOS.values()]
    shown = {scenario.shows for scenario in scenarios}
    assert {1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13, 15, 18, 19, 20, 21, 23} <= shown
    assert len({scenario.title for scenario in scenarios}) == len(scenarios) >= 26
