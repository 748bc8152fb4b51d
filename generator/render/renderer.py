"""Artifacts -> bytes, with the templates of one theme compiled once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, assert_never

from jinja2 import Template, TemplateError
from jinja2.environment import TemplateModule
from markupsafe import Markup

from generator.model.plan import (
    Artifact,
    CopyFile,
    DrawBrand,
    EncodeData,
    MakeCard,
    MakePhoto,
    RenderTemplate,
    WriteText,
)
from generator.model.theme import ThemeFiles
from generator.model.view import INSERT_MACROS, BodyView, CardArtView, ExampleView, GuideView, PhotoInsert, View
from generator.render.bodies import fill
from generator.render.cards import PHOTO_SIZE, Scene, draw_card
from generator.render.drawings import read_drawing
from generator.render.encoders import encode
from generator.render.environment import theme_environment
from generator.render.guide import show_example
from generator.render.icons import draw_brand
from generator.render.photos import DECODING_FAULTS, crop, make_variants

T = TypeVar("T")
INSERTS = "components/insert/insert.html"
ART = "components/art/art.html"
DRAWINGS = "images/tekening-{}.svg"
_FAULTS = (TemplateError, AttributeError, TypeError, ValueError, LookupError, ArithmeticError)


class RenderError(Exception):
    """A template asks for something that its view does not have; `file` and `line` say where."""

    def __init__(self, message: str, file: str, line: int) -> None:
        super().__init__(message)
        self.file, self.line = file, line


class PhotoError(Exception):
    """A photo cannot be decoded, though its header is good; the message is its path."""


class Renderer:
    """Makes the bytes of artifacts; `bodies` gives the HTML of a fragment by its key, `photos` the bytes of a photo.

    It makes one variant of a photo; `render/photos.py` makes all of them in less time.
    """

    def __init__(
        self,
        theme: ThemeFiles,
        base_path: str,
        *,
        bodies: Callable[[str], str],
        photos: Callable[[str], bytes],
    ) -> None:
        self._theme = theme
        self._base_path = base_path
        self._bodies = bodies
        self._photos = photos
        self._environment = theme_environment(theme, base_path)
        self._templates: dict[str, Template] = {}
        self._inserts: TemplateModule | None = None

    def render(self, artifact: Artifact) -> bytes:
        """Make the bytes of one artifact.

        Raises:
            RenderError: a template does not fit its view.
            PhotoError: a photo cannot be decoded.
            ThemeFileError: a logo or a font of the theme is none.
        """
        recipe = artifact.recipe
        match recipe:
            case RenderTemplate():
                return self._render_template(recipe)
            case MakePhoto():
                return self._from_photo(recipe.source, lambda data: next(make_variants(data, (recipe,))))
            case MakeCard():
                return self._draw_card(recipe.view)
            case DrawBrand():
                return draw_brand(recipe.view, self._theme)
            case EncodeData():
                return encode(recipe.view)
            case CopyFile():
                return self._theme.files[recipe.source]
            case WriteText():
                return recipe.text.encode()
            case _:
                assert_never(recipe)

    def _draw_card(self, view: CardArtView) -> bytes:
        photo = view.photo
        if photo is None:
            return draw_card(view, self._theme, scene=self._scene(view))
        picture = self._from_photo(photo.source, lambda data: crop(data, PHOTO_SIZE, photo.focus, photo.orientation))
        return draw_card(view, self._theme, picture)

    def _scene(self, view: CardArtView) -> Scene:
        """Let the theme choose the drawing, as it does for the page: its name, palette, and whether it is turned."""
        if view.drawings is None:
            return Scene()
        try:
            template = self._environment.get_template(ART)
            name, palette, turned, *_ = str(template.module.choose(view.slug, view.kind)).split()  # type: ignore[attr-defined]
            drawing = self._theme.files[DRAWINGS.format(name)]
            return Scene(read_drawing(drawing), int(palette), turned == "1")
        except _FAULTS as fault:
            raise self._explain(fault, ART) from fault

    def _from_photo(self, source: str, make: Callable[[bytes], T]) -> T:
        try:
            return make(self._photos(source))
        except DECODING_FAULTS as fault:
            raise PhotoError(source) from fault

    def _render_template(self, recipe: RenderTemplate) -> bytes:
        template = self._templates.get(recipe.template)
        try:
            if template is None:
                template = self._templates[recipe.template] = self._environment.get_template(recipe.template)
            text = template.render(page=recipe.view, content=self._content(recipe.view), **self._examples(recipe.view))
        except _FAULTS as fault:
            raise self._explain(fault, recipe.template) from fault
        return text.encode()

    def _content(self, view: View) -> Markup:
        body = getattr(view, "body", None)
        if not isinstance(body, BodyView) or body.empty:
            return Markup()
        html = fill(self._bodies(body.fragment), body, self._base_path, lambda insert: self._show(insert, view))
        return Markup(html)  # noqa: S704 - the parser made it safe, and `fill` escapes what it adds

    def _show(self, insert: View, page: View) -> str:
        """Show what stands inside a text, by the macro of its kind."""
        if isinstance(insert, PhotoInsert) and insert.photo is None:
            return ""
        if self._inserts is None:
            self._inserts = self._environment.get_template(INSERTS).module
        return str(getattr(self._inserts, INSERT_MACROS[type(insert)])(insert, page))

    def _examples(self, view: View) -> Mapping[str, object]:
        """Give the guide what shows an example: templates cannot choose a macro by its name."""
        if not isinstance(view, GuideView):
            return {}

        def example(shown: ExampleView) -> Markup:
            try:
                return show_example(self._environment, shown, view)
            except (*_FAULTS, RecursionError) as fault:
                raise RenderError(f"{shown.title}: {fault}", shown.file, shown.line) from fault

        return {"example": example}

    def _explain(self, fault: Exception, template: str) -> RenderError:
        """Find the line of the theme where it went wrong: the last frame that is a template's."""
        file, line = f"{self._theme.folder}/{template}", 1
        trace = fault.__traceback__
        while trace is not None:
            name = trace.tb_frame.f_code.co_filename
            if name.startswith(f"{self._theme.folder}/"):
                file, line = name, trace.tb_lineno
            trace = trace.tb_next
        return RenderError(str(fault), file, line)
