"""The plan of the last build + the site as it is now -> the files of it that only have to be looked up.

Most edits change one text. What pages show of other pieces, of the settings and of the theme, is digested as a whole:
the outside. While that is the same, every file but the page of the changed text has the key that it had, and its view
is not made at all. A law in the tests holds a plan that was looked up against one that was worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import partial

from generator.digest import digest_value
from generator.model.feed import DataView
from generator.model.plan import Artifact, EncodeData, KnownFile, KnownPlan, Later, RenderTemplate
from generator.model.shared import SharedData
from generator.model.site import Item, Site
from generator.model.theme import ThemeFiles
from generator.model.view import View
from generator.plan.files import FileMaker
from generator.plan.pieces import Desk

Shape = tuple[str | None, tuple[tuple[str, str], ...]]
Shapes = tuple[Shape, ...]
Files = tuple[KnownFile, ...]


def theme_key(theme: ThemeFiles, code: str) -> str:
    """Digest the files of a theme, and the code that reads them: another version may find more in its templates."""
    return digest_value([code, theme.folder, sorted(theme.digests.items())])


def outside_key(desk: Desk, theme: str, codes: Iterable[str]) -> str:
    """Digest all that a page can show but the text of its own piece: other pieces, settings, theme, program.

    The front page is no piece among others, so its text counts as well.
    """
    site = desk.site
    pieces = [
        (
            item.address,
            item.expired,
            item.closed,
            item.days_left,
            item.past,
            item.photo,
            item.document.path,
            item.document.common,
            _own(site, item) if item.address == "/" else None,
        )
        for item in site.items
    ]
    return digest_value(
        [
            theme,
            list(codes),
            site.config,
            site.today,
            _in_order(site.shared),
            pieces,
            [item.document.meta for item in site.items],
            sorted(site.withheld.items()),
            site.redirects,
            [(path, photo.file.digest, photo.register) for path, photo in sorted(site.photos.items())],
            desk.shell.key,
            desk.catalog.photos_key,
            sorted(desk.cards.addresses.items()),
            desk.cards.site,
        ]
    )


def _in_order(shared: SharedData) -> list[object]:
    """Give the shared data with its rows in their order, which pages show and a digest of mappings does not."""
    values = (getattr(shared, spec.name) for spec in fields(shared))
    return [list(value.items()) if isinstance(value, Mapping) else value for value in values]


def _own(site: Site, item: Item) -> str:
    """Digest what the page of a piece shows and no other page does: its text, and where the links in it lead."""
    document = item.document
    return digest_value([document.digest, document.body.key, site.targets[document.path]])


def know_files(site: Site, artifacts: Iterable[Artifact], owners: Mapping[str, str]) -> tuple[Shapes, Files]:
    """Give what is to be known of files that show views; `owners` says of which piece one is the page."""
    items = {item.document.path: item for item in site.items}
    shapes: dict[Shape, int] = {}
    files = []
    for artifact in artifacts:
        item = items.get(owners.get(artifact.path, ""))
        files.append(_known(artifact, shapes, item, _own(site, item) if item else ""))
    return tuple(shapes), tuple(files)


def look_up(known: KnownPlan, site: Site, maker: FileMaker) -> tuple[tuple[Artifact, ...], KnownPlan]:
    """Give the files again, with what is to be known of them now; pages of changed texts are made anew."""
    items = {item.document.path: item for item in site.items}
    shapes = {shape: number for number, shape in enumerate(known.shapes)}
    artifacts, files = [], list(known.files)
    for place, file in enumerate(known.files):
        item = items.get(file.owner)
        own = _own(site, item) if item else ""
        changed = maker.piece(item) if item and own != file.own else None
        if changed is not None:
            files[place] = _known(changed, shapes, item, own)
        artifacts.append(changed or _looked_up(file, known.shapes[file.shape], maker, item))
    same = all(file is before for file, before in zip(files, known.files, strict=True))
    return tuple(artifacts), known if same else replace(known, shapes=tuple(shapes), files=tuple(files))


def _known(artifact: Artifact, shapes: dict[Shape, int], item: Item | None, own: str) -> KnownFile:
    recipe = artifact.recipe
    shape = (recipe.template if isinstance(recipe, RenderTemplate) else None, artifact.basis)
    number = shapes.setdefault(shape, len(shapes))
    owner = item.document.path if item else ""
    return KnownFile(artifact.path, artifact.key, number, artifact.origin, artifact.line, owner, own)


def _looked_up(file: KnownFile, shape: Shape, maker: FileMaker, item: Item | None) -> Artifact:
    template, basis = shape
    recipe = (
        EncodeData(Later(partial(_data_at, maker, file.path)))
        if template is None
        else RenderTemplate(template, Later(partial(_view_at, maker, file.path, item)))
    )
    return Artifact(file.path, recipe, file.key, file.origin, file.line, basis)


def _view_at(maker: FileMaker, path: str, item: Item | None) -> View:
    artifact = maker.piece(item) if item else maker.by_path[path]
    if artifact is None or not isinstance(artifact.recipe, RenderTemplate):
        raise TypeError(f"{path} was a page in the plan before")
    return artifact.recipe.view


def _data_at(maker: FileMaker, path: str) -> DataView:
    recipe = maker.by_path[path].recipe
    if not isinstance(recipe, EncodeData):
        raise TypeError(f"{path} was no page in the plan before")
    return recipe.view
