"""The plan + the last build -> what a build would do and why, without rendering anything."""

from __future__ import annotations

from dataclasses import dataclass

from generator.build.front import Front, make_front
from generator.build.options import Options, Progress, output_id
from generator.cache import Cache
from generator.diagnostics import Diagnostic, error, has_errors, nearest
from generator.model.plan import Artifact, RenderTemplate, Work
from generator.plan import changed_parts, compare
from generator.write import Output, read_manifest

PART_NAMES = {
    "programma": "het programma zelf",
    "sjabloon": "het sjabloon",
    "shell": "wat om elke pagina heen staat: menu, voet, stijl of instellingen",
    "head": "titel, omschrijving of adres",
    "body": "de tekst of een link daarin",
    "title": "de titel",
    "summary": "de samenvatting",
    "photo": "de foto",
    "wijken": "de wijken",
    "themes": "de thema's",
    "project": "het project",
    "series": "de andere verhalen van het project",
    "related": "verwante verhalen",
    "stories": "de verhalen op deze pagina",
    "calls": "de oproepen op deze pagina",
    "events": "de activiteiten op deze pagina",
    "projects": "de projecten op deze pagina",
    "groups": "de stukken in deze lijst",
    "items": "de stukken in deze feed",
    "pager": "het aantal pagina's van deze lijst",
    "years": "de jaren",
    "days_left": "het aantal dagen dat nog rest",
    "closed": "de oproep sluit",
    "expired": "het stuk verloopt",
    "past": "de activiteit is geweest",
    "others": "andere stukken op deze pagina",
    "city": "stukken voor heel Assen",
    "map": "de kaart van de wijken",
    "pages": "de lijst van alle pagina's",
    "crumbs": "het pad boven de pagina",
    "sender": "de afzender",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One file that a build would touch: `what` is nieuw, anders or weg."""

    what: str
    address: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a build would do."""

    rows: tuple[Row, ...]
    unchanged: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one address would be made again or not."""

    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def address_of(path: str) -> str:
    """Give the address of a file of the output folder."""
    return "/" + path.removesuffix("index.html")


def _compare(options: Options, cache: Cache, front: Front) -> Work:
    output = Output(options.output, read_manifest(options.output), cache.stamps(output_id(options)))
    return compare(front.plan, output.manifest)


def preview(options: Options, cache: Cache, progress: Progress) -> Preview:
    """Say which files a build would write or remove."""
    front = make_front(options, cache, progress)
    if has_errors(front.diagnostics):
        return Preview((), 0, front.diagnostics)
    work = _compare(options, cache, front)
    listed = read_manifest(options.output).entries
    before = cache.parts(output_id(options), (artifact.path for artifact in work.stale))
    rows = [
        Row(
            "anders" if artifact.path in listed else "nieuw",
            address_of(artifact.path),
            _reason(artifact, before.get(artifact.path)) if artifact.path in listed else "",
        )
        for artifact in work.stale
    ]
    rows += [Row("weg", address_of(path)) for path in work.orphans]
    return Preview(tuple(rows), len(work.fresh), front.diagnostics)


def _reason(artifact: Artifact, before: tuple[tuple[str, str], ...] | None) -> str:
    if before is None:
        return "niet bekend waarom: dit bestand is veranderd of de vorige bouw is vergeten"
    names = changed_parts(artifact.parts, before)
    return "; ".join(PART_NAMES.get(name, name) for name in names) or "het bestand zelf is veranderd of weg"


def explain(options: Options, cache: Cache, progress: Progress, address: str) -> Explanation:
    """Say of one address whether a build would make it again, and why."""
    front = make_front(options, cache, progress)
    if has_errors(front.diagnostics):
        return Explanation((), front.diagnostics)
    by_address = {address_of(artifact.path): artifact for artifact in front.plan.artifacts}
    wanted = _plain(address, front.site.config.address)
    artifact = by_address.get(wanted) or by_address.get(f"{wanted}/")
    work = _compare(options, cache, front)
    if artifact is None:
        gone = next((path for path in work.orphans if address_of(path).rstrip("/") == wanted.rstrip("/")), None)
        if gone is not None:
            line = f"{address_of(gone)} gaat weg: niets in content/ of site.yaml vraagt er nog om"
            return Explanation((line,), front.diagnostics)
        meant = nearest(wanted, by_address)
        tip = f"bedoel je '{meant}'?" if meant else "schrijf een adres zoals /verhalen/ of /wijken/peelo/"
        return Explanation(
            (), (error("site.yaml", 1, "adres-onbekend", f"'{address}' is geen adres van de site", tip),)
        )
    lines = [_verdict(artifact, work, options, cache)]
    if artifact.origin:
        lines.append(f"  gemaakt uit: {artifact.origin}")
    if isinstance(artifact.recipe, RenderTemplate):
        lines.append(f"  sjabloon: {front.sources.theme.folder}/{artifact.recipe.template}")
    return Explanation(tuple(lines), front.diagnostics)


def _plain(address: str, public: str) -> str:
    """Accept an address with or without the host, the base path and the leading slash."""
    plain = address.removeprefix(public).partition("#")[0].partition("?")[0]
    return plain if plain.startswith("/") else f"/{plain}"


def _verdict(artifact: Artifact, work: Work, options: Options, cache: Cache) -> str:
    address = address_of(artifact.path)
    if artifact in work.fresh:
        return f"{address} blijft zoals het is: niets waar het van afhangt is veranderd"
    if artifact.path not in read_manifest(options.output).entries:
        return f"{address} is nieuw"
    before = cache.parts(output_id(options), [artifact.path]).get(artifact.path)
    return f"{address} wordt opnieuw gemaakt: {_reason(artifact, before)}"
