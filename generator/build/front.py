"""The front half of the pipeline: the disk -> the plan, with everything that was found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.assemble import Material, assemble
from generator.build.codes import program_codes
from generator.build.options import Options, Progress
from generator.build.reading import Reading, read_documents
from generator.cache import Cache
from generator.diagnostics import Diagnostic, error, soften
from generator.lint import coach_photo, coach_settings
from generator.load import CONTENT, load, read_settings, survey
from generator.model.plan import Plan
from generator.model.site import LinkTarget, Site
from generator.model.source import FileStamp, Sources
from generator.parse import DATA_FILES, parse_components, parse_register, parse_settings, parse_shared_data
from generator.plan import Codes, make_plan

STAMPS = "sources"


@dataclass(frozen=True, slots=True)
class Front:
    """What is known before anything is rendered; `inputs` are the stamps of all files before any was read."""

    sources: Sources
    site: Site
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[tuple[str, str], int]
    inputs: Mapping[str, FileStamp] | None
    reading: Reading


def make_front(options: Options, cache: Cache, progress: Progress) -> Front:
    """Load, parse and lint, assemble and plan."""
    before = survey(options.root, ())
    settings = read_settings(options.root)
    config = parse_settings(settings.value)
    inputs = survey(options.root, (CONTENT, config.value.theme))
    loaded, stamps = load(
        options.root,
        settings.value,
        config.value.theme,
        data_files=DATA_FILES,
        known=cache.stamps(STAMPS),
        photo_memo=cache.photo_headers(),
        theme_line=config.value.lines.get("thema", 1),
    )
    sources = loaded.value
    cache.store_stamps(STAMPS, stamps)
    cache.store_photo_headers({photo.digest: photo for photo in sources.photos.values()})
    shared = parse_shared_data(sources.data)
    reading = read_documents(options, sources, cache, progress, coach_settings(config.value, shared.value))
    registers = {path: parse_register(source) for path, source in sources.registers.items()}
    material = Material(
        config=config.value,
        parsed=reading.parsed,
        shared=shared.value,
        photos=sources.photos,
        registers={path: report.value for path, report in registers.items()},
    )
    site = assemble(material, options.today, drafts=options.drafts)
    codes = program_codes()
    components = parse_components(sources.theme)
    plan = make_plan(
        site.value,
        sources.theme,
        Codes(pages=codes.all, photos=codes.photos, cards=codes.cards),
        components.value,
    )
    found = [*settings.diagnostics, *config.diagnostics, *loaded.diagnostics, *shared.diagnostics, *site.diagnostics]
    found += reading.diagnostics
    for path, register in registers.items():
        public = path.removesuffix(".yaml") in site.value.public_photos
        found += register.diagnostics if public else soften(register.diagnostics)
        if register.value is not None:
            found += coach_photo(register.value, reading.settings)
    if not (options.root / CONTENT).is_dir():
        tip = "zet de map terug, of noem met --site de map waar hij wel staat"
        found.append(error(sources.settings.path, 1, "content-ontbreekt", "de map content ontbreekt", tip))
    found += (*components.diagnostics, *plan.diagnostics)
    started = None if inputs is None or before is None else {**inputs, **before}
    return Front(sources, site.value, plan.value, tuple(found), _lines(site.value), started, reading)


def _lines(site: Site) -> dict[tuple[str, str], int]:
    """Say on which line of its content file each link stands."""
    lines: dict[tuple[str, str], int] = {}
    for item in site.items:
        document = item.document
        for ref, target in zip(document.body.refs, site.targets[document.path], strict=True):
            if isinstance(target, LinkTarget) and target.href:
                lines.setdefault((document.path, target.href), ref.line)
    return lines
