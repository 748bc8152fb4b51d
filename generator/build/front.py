"""The front half of the pipeline: the disk -> the plan, with everything that was found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.assemble import Material, assemble
from generator.assemble.photos import withdrawn_photos
from generator.build.codes import program_codes
from generator.build.options import Options, Progress, output_id
from generator.build.reading import Reading, read_documents
from generator.cache import Cache
from generator.diagnostics import Diagnostic, error, soften
from generator.digest import digest_value
from generator.lint import coach_photo, coach_settings, lint_registers
from generator.load import CONTENT, load, read_settings, survey
from generator.model.plan import Plan
from generator.model.site import LinkTarget, Site
from generator.model.source import FileStamp, Sources
from generator.parse import DATA_FILES, parse_components, parse_register, parse_settings, parse_shared_data
from generator.plan import Codes, make_plan

STAMPS = "sources"


@dataclass(frozen=True, slots=True)
class Front:
    """What is known before anything is rendered.

    `inputs` are the stamps of all files before any was read; `withdrawn` are the paths of the photos of which consent
    was withdrawn.
    """

    sources: Sources
    material: Material
    site: Site
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[tuple[str, str], int]
    inputs: Mapping[str, FileStamp] | None
    reading: Reading
    withdrawn: frozenset[str] = frozenset()


def make_front(options: Options, cache: Cache, progress: Progress) -> Front:
    """Load, parse and lint, assemble and plan."""
    # A preview never asks whether nothing changed at all: it builds because something did.
    asks = not options.lazy_photos
    before = survey(options.root, ()) if asks else None
    settings = read_settings(options.root)
    config = parse_settings(settings.value)
    inputs = survey(options.root, (CONTENT, config.value.theme)) if asks else None
    loaded, stamps = load(
        options.root,
        settings.value,
        config.value.theme,
        data_files=DATA_FILES,
        known=cache.stamps(STAMPS),
        photo_memo=cache.photo_headers(program_codes().headers),
        theme_line=config.value.lines.get("thema", 1),
    )
    sources = loaded.value
    registers = {path: parse_register(source) for path, source in sources.registers.items()}
    withdrawn = withdrawn_photos({path: report.value for path, report in registers.items()}, options.today)
    _remember_files(cache, sources, stamps, withdrawn)
    shared = parse_shared_data(sources.data)
    settings_of_coach = coach_settings(config.value, shared.value)
    reading = read_documents(options, sources, cache, progress, settings_of_coach, withdrawn)
    material = Material(
        config=config.value,
        parsed=reading.parsed,
        shared=shared.value,
        photos=sources.photos,
        registers={path: report.value for path, report in registers.items()},
    )
    site = assemble(material, options.today, drafts=options.drafts)
    codes, name = program_codes(), output_id(options)
    components = parse_components(sources.theme)
    plan = make_plan(
        site.value,
        sources.theme,
        Codes(pages=_makes_pages(codes.all, config.value.base_path), photos=codes.photos, cards=codes.cards),
        components.value,
        cache.known_plan(name),
    )
    if plan.value.known is not None:
        cache.store_known_plan(name, plan.value.known)
    found = [*settings.diagnostics, *config.diagnostics, *loaded.diagnostics, *shared.diagnostics, *site.diagnostics]
    found += reading.diagnostics
    for path, register in registers.items():
        photo = path.removesuffix(".yaml")
        if photo not in withdrawn:
            found += register.diagnostics if photo in site.value.public_photos else soften(register.diagnostics)
            if register.value is not None:
                found += coach_photo(register.value, reading.settings)
    found += lint_registers((photo.register for photo in site.value.photos.values()), _known_names(site.value))
    if not (options.root / CONTENT).is_dir():
        tip = "zet de map terug, of noem met --site de map waar hij wel staat"
        found.append(error(sources.settings.path, 1, "content-ontbreekt", "de map content ontbreekt", tip))
    found += (*components.diagnostics, *plan.diagnostics)
    started = None if inputs is None or before is None else {**inputs, **before}
    return Front(
        sources=sources,
        material=material,
        site=site.value,
        plan=plan.value,
        diagnostics=tuple(found),
        lines=_lines(site.value),
        inputs=started,
        reading=reading,
        withdrawn=withdrawn,
    )


def _makes_pages(code: str, base_path: str) -> str:
    """Digest what makes pages beside their views: the program, and the path that it puts before every address."""
    return digest_value([code, base_path]) if base_path else code


def _remember_files(cache: Cache, sources: Sources, stamps: Mapping[str, FileStamp], withdrawn: frozenset[str]) -> None:
    """Keep what was read for the next build, without the photos that were withdrawn."""
    folded = {path.casefold() for path in withdrawn}

    def stays(path: str) -> bool:
        return path.casefold().removesuffix(".yaml") not in folded

    cache.store_stamps(STAMPS, {path: stamp for path, stamp in stamps.items() if stays(path)})
    headers = {photo.digest: photo for path, photo in sources.photos.items() if stays(path)}
    cache.store_photo_headers(program_codes().headers, headers)


def _known_names(site: Site) -> tuple[str, ...]:
    """Give the names in the site that are none of people in a photo: of organisations, wijken and what we spell."""
    shared = site.shared
    organisations = (organisation.name for organisation in shared.organisations.values())
    counters = (counter.name for counter in shared.counters.values())
    wijken = (item.document.common.title for item in site.wijken)
    return (site.config.name, *organisations, *counters, *wijken, *shared.spellings)


def _lines(site: Site) -> dict[tuple[str, str], int]:
    """Say on which line of its content file each link stands."""
    lines: dict[tuple[str, str], int] = {}
    for item in site.items:
        document = item.document
        for ref, target in zip(document.body.refs, site.targets[document.path], strict=True):
            if isinstance(target, LinkTarget) and target.href:
                lines.setdefault((document.path, target.href), ref.line)
    return lines
