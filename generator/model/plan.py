"""The plan: every file that the site will have, how to make it, and the key of everything its bytes depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.digest import digest_value
from generator.model.brand import IconView, SiteCardView
from generator.model.feed import DataView
from generator.model.view import CardArtView, View, part_names, part_values

SHORT = 8
"""Letters of a digest that are enough to see that it is another one."""


@dataclass(frozen=True, slots=True)
class RenderTemplate:
    """Fill a template of the theme with a view."""

    template: str
    view: View


@dataclass(frozen=True, slots=True)
class MakePhoto:
    """Make one variant of a photo: `width` pixels wide, nothing but pixels.

    `digest` is that of the photo's bytes. `widest` is the size that the photo is decoded to, once for all its variants:
    each of them is made from that, so none depends on which others there are. `orientation` is the photo's own.
    """

    source: str
    digest: str
    width: int
    height: int
    format: str
    widest: tuple[int, int]
    orientation: int = 1


@dataclass(frozen=True, slots=True)
class MakeCard:
    """Draw a card for social media: a PNG of 1200 by 630."""

    view: CardArtView


@dataclass(frozen=True, slots=True)
class DrawBrand:
    """Draw a picture of the site itself as PNG: an icon, or the card of pages that have none."""

    view: IconView | SiteCardView


@dataclass(frozen=True, slots=True)
class EncodeData:
    """Write a view as other programs read it: JSON Feed, iCalendar or oEmbed."""

    view: DataView


@dataclass(frozen=True, slots=True)
class CopyFile:
    """Copy a file of the theme as it is."""

    source: str


@dataclass(frozen=True, slots=True)
class WriteText:
    """Write a text that the plan already knows."""

    text: str


Recipe = RenderTemplate | MakePhoto | MakeCard | DrawBrand | EncodeData | CopyFile | WriteText


def photo_of(recipe: Recipe) -> tuple[str, str] | None:
    """Give the path and the digest of the photo that a file is made of, when there is one."""
    if isinstance(recipe, MakePhoto):
        return recipe.source, recipe.digest
    if isinstance(recipe, MakeCard) and recipe.view.photo is not None:
        return recipe.view.photo.source, recipe.view.photo.digest
    return None


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site: `path` below the output folder; `origin` the file, and its `line`, that asked for it.

    `basis` names what the key is made of beside the view, so that a build can say why a file is stale.
    """

    path: str
    recipe: Recipe
    key: str
    origin: str | None = None
    line: int = 1
    basis: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Name what the key is made of; worked out when asked for, which is for few of many files."""
        if not isinstance(self.recipe, RenderTemplate | EncodeData):
            return self.basis
        view = self.recipe.view
        names, values = part_names(type(view)), part_values(view)
        return (*self.basis, *((name, digest_value(value)[:SHORT]) for name, value in zip(names, values, strict=True)))


@dataclass(frozen=True, slots=True)
class Plan:
    """All artifacts, sorted by path; no two share one.

    `whole` is False when the theme is broken: pages are left out then, and links between pages prove nothing.
    `dead` are the addresses that were found to lead nowhere already: what names them need not be said for every page.
    """

    artifacts: tuple[Artifact, ...]
    whole: bool = True
    dead: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest knows of one file: the key it was made with and the digest of its bytes."""

    key: str
    digest: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that builds made in an output folder, by their path; only those are ever replaced or removed."""

    entries: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """What a build has to do: artifacts to make, artifacts to leave as they are, files to remove."""

    stale: tuple[Artifact, ...]
    fresh: tuple[Artifact, ...]
    orphans: tuple[str, ...]
