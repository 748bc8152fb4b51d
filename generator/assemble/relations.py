"""Documents -> problems with the names that they mention: wijken, themes, projects, organisations and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, error, suggestion
from generator.model.config import Config
from generator.model.document import HEEL_ASSEN, Call, Document, Kind, Parsed, Project, Story, Wijk
from generator.model.shared import SharedData

MBA = "mba"


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that a document may mention; `places` are the wijken and the city as a whole."""

    wijken: frozenset[str]
    places: frozenset[str]
    stories: frozenset[str]
    projects: frozenset[str]
    themes: frozenset[str]
    organisations: frozenset[str]
    counters: frozenset[str]


def gather_names(parsed: Iterable[Parsed], shared: SharedData) -> Names:
    """Collect the names; a file that could not be understood still counts by its name."""
    by_kind: dict[Kind | None, set[str]] = {}
    for file in parsed:
        by_kind.setdefault(file.kind, set()).add(file.slug)
    wijken = frozenset(by_kind.get(Kind.WIJK, ()))
    return Names(
        wijken=wijken,
        places=wijken | {HEEL_ASSEN},
        stories=frozenset(by_kind.get(Kind.STORY, ())),
        projects=frozenset(by_kind.get(Kind.PROJECT, ())),
        themes=frozenset(shared.themes),
        organisations=frozenset(shared.organisations) | {MBA},
        counters=frozenset(shared.counters),
    )


def check_relations(document: Document, names: Names) -> Iterator[Diagnostic]:
    """Find the names in front matter that stand for nothing."""
    meta = document.meta
    for organisation, _ in document.common.signatures:
        yield from _known(document, f"akkoord.{organisation}", organisation, names.organisations, "organisatie")
    if isinstance(meta, Wijk):
        for number, member in enumerate(meta.team):
            key = f"team.{number}.organisatie"
            yield from _known(document, key, member.organisation, names.organisations, "organisatie")
        return
    for number, wijk in enumerate(getattr(meta, "wijken", ())):
        yield from _known(document, f"wijken.{number}", wijk, names.places, "wijk")
    for number, theme in enumerate(getattr(meta, "themes", ())):
        yield from _known(document, f"themas.{number}", theme, names.themes, "thema")
    yield from _known(document, "project", getattr(meta, "project", None), names.projects, "project")
    if isinstance(meta, Story):
        yield from _known(document, "afzender", meta.sender, names.organisations, "organisatie")
    if isinstance(meta, Call):
        yield from _known(document, "resultaat", meta.result, names.stories, "verhaal")
        yield from _known(document, "loket", meta.counter, names.counters, "loket")
    if isinstance(meta, Project):
        for number, partner in enumerate(meta.partners):
            yield from _known(document, f"partners.{number}", partner, names.organisations, "organisatie")


def _known(document: Document, key: str, name: str | None, known: frozenset[str], what: str) -> Iterator[Diagnostic]:
    if name is not None and name not in known:
        yield _unknown(document.path, document.line(key), name, known, what)


_DE = {"wijk", "organisatie"}


def _unknown(path: str, line: int, name: str, known: Iterable[str], what: str) -> Diagnostic:
    article = "die" if what in _DE else "dat"
    code = f"onbekende-{what}" if what in _DE else f"onbekend-{what}"
    message = f"'{name}' is geen {what} {article} we kennen"
    return error(path, line, code, message, suggestion(name, known) if known else f"er is nog geen {what}")


def check_settings(config: Config, shared: SharedData, names: Names) -> Iterator[Diagnostic]:
    """Find the names in settings and shared data that stand for nothing."""
    mentioned: list[tuple[str, int, str]] = [
        (
            "site.yaml",
            config.lines.get(f"akkoord_vereist.{number}", config.lines.get("akkoord_vereist", 1)),
            name,
        )
        for number, name in enumerate(config.required_signatures)
    ]
    mentioned += [
        ("site.yaml", config.lines.get(f"partners.{number}.organisatie", 1), partner.organisation)
        for number, partner in enumerate(config.partners)
    ]
    mentioned += [
        ("content/loketten.yaml", _line(shared.lines, f"loketten:{slug}.organisatie"), counter.organisation)
        for slug, counter in shared.counters.items()
        if counter.organisation
    ]
    for path, line, name in mentioned:
        if name not in names.organisations:
            yield _unknown(path, line, name, names.organisations, "organisatie")
    for code, wijk in shared.postcodes.items():
        if wijk not in names.wijken:
            line = _line(shared.lines, f"postcodes:{code}")
            yield _unknown("content/postcodes.yaml", line, wijk, names.wijken, "wijk")


def _line(lines: Mapping[str, int], key: str) -> int:
    return lines.get(key, 1)
