"""The plan: every file that the site will have, how to make it, and the key of everything its bytes depend on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from generator.diagnostics import Diagnostic
from generator.digest import digest_value
from generator.model.brand import IconView, SiteCardView
from generator.model.feed import DataView
from generator.model.site import Item, Site
from generator.model.view import CardArtView, View, part_names, part_values

SHORT = 8
"""Letters of a digest that are enough to see that it is another one."""


V = TypeVar("V", bound=View)


class Later(Generic[V]):
    """A view of which the key is known, and which is made when somebody has to see it: mostly never."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], V]) -> None:
        self._make = make
        self._made: V | None = None

    def get(self) -> V:
        """Make the view, once."""
        if self._made is None:
            self._made = self._make()
        return self._made


@dataclass(frozen=True, slots=True)
class RenderTemplate:
    """Fill a template of the theme with a view."""

    template: str
    source: View | Later[View]

    @property
    def view(self) -> View:
        """Give the view, made now if it was not before."""
        return self.source.get() if isinstance(self.source, Later) else self.source


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

    source: DataView | Later[DataView]

    @property
    def view(self) -> DataView:
        """Give the view, made now if it was not before."""
        return self.source.get() if isinstance(self.source, Later) else self.source


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

    def settled(self) -> Artifact:
        """Give it with its view made: as it can be sent to another process, and looked at more than once."""
        if isinstance(self.recipe, RenderTemplate) and isinstance(self.recipe.source, Later):
            return replace(self, recipe=RenderTemplate(self.recipe.template, self.recipe.view))
        if isinstance(self.recipe, EncodeData) and isinstance(self.recipe.source, Later):
            return replace(self, recipe=EncodeData(self.recipe.view))
        return self

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Name what the key is made of; worked out when asked for, which is for few of many files."""
        if not isinstance(self.recipe, RenderTemplate | EncodeData):
            return self.basis
        view = self.recipe.view
        names, values = part_names(type(view)), part_values(view)
        return (*self.basis, *((name, digest_value(value)[:SHORT]) for name, value in zip(names, values, strict=True)))


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file of an earlier plan: `shape` is the number of its template and its basis among those of the plan.

    Of the page of a piece, `owner` is the content file and `own` the digest of what it shows and no other page does.
    """

    path: str
    key: str
    shape: int
    origin: str | None = None
    line: int = 1
    owner: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """What an earlier plan worked out: as long as `outside` is the same, only what a page has of its own can differ.

    `files` are its pages, feeds and other views; `addresses` those that a text may lead to, and `shapes` their
    templates (None for what is written without one) with their basis. `templates` are the digests of the templates of
    the theme that has the digest `theme`.
    """

    outside: str
    theme: str
    templates: Mapping[str, str]
    template_problems: tuple[Diagnostic, ...]
    shapes: tuple[tuple[str | None, tuple[tuple[str, str], ...]], ...]
    files: tuple[KnownFile, ...]
    addresses: tuple[str, ...]
    problems: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All artifacts, sorted by path; no two share one.

    `whole` is False when the theme is broken: pages are left out then, and links between pages prove nothing.
    `dead` are the addresses that were found to lead nowhere already: what names them need not be said for every page.
    `addresses` are those that a text may lead to. `known` is what the next plan can take over. `remake` plans the page
    of one piece again, on a site on which only its text is another.
    """

    artifacts: tuple[Artifact, ...]
    whole: bool = True
    dead: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    known: KnownPlan | None = field(default=None, compare=False, repr=False)
    remake: Callable[[Site, Item], Artifact | None] | None = field(default=None, compare=False, repr=False)


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
