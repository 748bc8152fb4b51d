"""Site + theme -> all artifacts, and what is wrong with their addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Report, error, has_errors
from generator.model.component import Component
from generator.model.plan import Artifact, KnownPlan, Plan, RenderTemplate
from generator.model.site import Site
from generator.model.theme import ThemeFiles
from generator.model.view import RedirectView
from generator.plan.addresses import dead_addresses
from generator.plan.assets import make_assets
from generator.plan.brand import make_brand
from generator.plan.cards import make_cards
from generator.plan.catalog import Catalog
from generator.plan.files import FEED, FORMATS, LAYOUTS, OPTIONAL, FileMaker, Materials
from generator.plan.fonts import theme_font
from generator.plan.guard import guard
from generator.plan.known import know_files, look_up, outside_key, theme_key
from generator.plan.palette import Palette
from generator.plan.pieces import Desk
from generator.plan.related import Neighbours
from generator.plan.server import server_settings
from generator.plan.shell import make_shell
from generator.plan.templates import closures
from generator.plan.tokens import theme_tokens
from generator.plan.widgets import make_widget_files


@dataclass(frozen=True, slots=True)
class Codes:
    """Digests of the program itself: of what makes pages, of what encodes photos, of what draws cards."""

    pages: str
    photos: str
    cards: str


def make_plan(
    site: Site,
    theme: ThemeFiles,
    codes: Codes,
    components: tuple[Component, ...] = (),
    known: KnownPlan | None = None,
) -> Report[Plan]:
    """List every file that the site will have; `components` fill the guide to the house style.

    What `known` says of an earlier plan is taken over as far as it is still true.
    """
    themed = theme_key(theme, codes.pages)
    templates = Report(known.templates, known.template_problems) if known and known.theme == themed else closures(theme)
    tokens = theme_tokens(theme)
    font = theme_font(theme)
    palette = Palette(site, tokens.value)
    brand = make_brand(site, theme, palette, font.value, codes.cards)
    assets = make_assets(site, theme, tokens.value, codes.photos, brand=brand.value, font=font.value)
    missing = _missing_layouts(theme)
    cards = make_cards(site, theme, palette, brand.value, font.value, codes.cards, templates.value)
    widgets = make_widget_files(theme, tokens.value)
    found: list[Diagnostic] = [*templates.diagnostics, *tokens.diagnostics, *font.diagnostics]
    found += (*brand.diagnostics, *assets.diagnostics, *guard(site, theme, tokens.value), *missing)
    found += (*cards.diagnostics, *widgets.diagnostics)
    desk = Desk(
        cards=cards.value,
        site=site,
        catalog=Catalog(site, assets.value.photos),
        shell=make_shell(site, assets.value.view),
        neighbours=Neighbours(site),
    )
    materials = Materials(
        desk=desk,
        theme=theme,
        code=codes.pages,
        templates=templates.value,
        tokens=tokens.value,
        components=components,
        downloads=brand.value.downloads,
        widgets=widgets.value,
    )
    others = [
        *assets.value.artifacts,
        *(widgets.value.artifacts if widgets.value else ()),
        *cards.value.artifacts,
        *server_settings(site.config),
    ]
    maker = FileMaker(materials)
    outside = outside_key(desk, themed, (codes.pages, codes.photos, codes.cards))
    if known is not None and known.outside == outside:
        files, known = look_up(known, site, maker)
    else:
        made = maker.all
        everything = {artifact.path: artifact for artifact in (*made.artifacts, *others)}
        files = tuple(artifact for artifact in made.artifacts if everything[artifact.path] is artifact)
        shapes, rows = know_files(site, files, made.owners)
        known = KnownPlan(
            outside=outside,
            theme=themed,
            templates=templates.value,
            template_problems=templates.diagnostics,
            shapes=shapes,
            files=rows,
            addresses=tuple(sorted(made.addresses)),
            problems=(*made.problems, *_collisions([*made.artifacts, *others])),
        )
    found += known.problems
    unique = {artifact.path: artifact for artifact in (*files, *others)}
    data = (artifact.path for artifact in files if not artifact.path.endswith(".html"))
    lead_somewhere = {f"/{path}" for path in (*data, *(artifact.path for artifact in assets.value.artifacts))}
    addresses = frozenset(lead_somewhere.union(known.addresses))
    dead = dead_addresses(site, addresses)
    found += dead.diagnostics
    whole = not has_errors(templates.diagnostics) and not missing
    plan = Plan(tuple(unique[path] for path in sorted(unique)), whole, dead.value, addresses, known, maker.again)
    return Report(plan, tuple(found))


def _missing_layouts(theme: ThemeFiles) -> list[Diagnostic]:
    if not theme.files:
        return []
    tip = "zet het bestand terug in het thema"
    return [
        error(f"{theme.folder}/{name}", 1, "sjabloon-ontbreekt", f"het sjabloon '{name}' is er niet", tip)
        for name in (*LAYOUTS.values(), *FORMATS.values(), FEED)
        if name not in theme.files and name not in OPTIONAL
    ]


def _collisions(artifacts: Sequence[Artifact]) -> list[Diagnostic]:
    """Two files that claim one path, also where letter case does not count, or a file where others need a folder."""
    owners: dict[str, Artifact] = {}
    found = []
    for artifact in artifacts:
        path = artifact.path.casefold()
        owner = owners.setdefault(path, artifact)
        if owner is not artifact and not (path.startswith("assets/") and owner.key == artifact.key):
            found.append(_collision(artifact, owner))
    for artifact in artifacts:
        path = artifact.path.casefold()
        while path := path.rpartition("/")[0]:
            if path in owners:
                found.append(_collision(artifact, owners[path]))
    return found


def _collision(one: Artifact, other: Artifact) -> Diagnostic:
    """Blame a redirect rather than a page: it is the easier to mend."""
    artifact, owner = (other, one) if _is_redirect(other) and not _is_redirect(one) else (one, other)
    tip = "geef een van de twee een ander adres"
    address = f"/{artifact.path.removesuffix('index.html')}"
    message = f"het adres {address} is al van {owner.origin or 'de site zelf'}"
    return error(artifact.origin or "site.yaml", artifact.line, "dubbel-adres", message, tip)


def _is_redirect(artifact: Artifact) -> bool:
    return isinstance(artifact.recipe, RenderTemplate) and isinstance(artifact.recipe.view, RedirectView)
