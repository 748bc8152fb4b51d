"""A theme -> the environment that its templates run in: jinja2, without work that comes to nothing on these pages.

Here no template has globals of its own, all that a template prints ends in one text, and a macro that remembers asks
for no context.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from generator.model.theme import ThemeFiles
from generator.render.filters import install
from generator.render.remembering import Remembering

_special = re.compile("""[&<>"']""").search


def printed(value: object) -> str:
    """Give the text of what `escape` makes of a value; the text itself need not say that it is safe."""
    if type(value) is Markup or (type(value) is str and _special(value) is None):
        return value
    return escape(value)


class _Context(Context):
    """What a template sees while it runs."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - it calls anything
        """Call what a template calls; a macro that remembers needs nothing but its arguments."""
        if type(called) is not Remembering:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return called(*args, **kwargs)


class ThemeTemplate(Template):
    """A template of which the macros remember."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the name that the library gave it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Make a template of its code, which escapes what it prints and nothing else."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = printed
        return template

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002
        shared: bool = False,  # noqa: FBT001, FBT002 - the library's own form
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """Give what the template exports; what was made with the variables of a page is as it was."""
        module = super().make_module(vars, shared, locals)
        if not vars and not locals:
            for name, value in tuple(module.__dict__.items()):
                if isinstance(value, Macro) and not value.caller:
                    setattr(module, name, Remembering(value))
        return module


class ThemeEnvironment(Environment):
    """An environment of which all templates have the same globals."""

    context_class = _Context
    template_class = ThemeTemplate

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give the globals of a template as they are: each import compares them with those of the page."""
        return super().make_globals(d) if d else self.globals


@functools.lru_cache(maxsize=2)
def theme_environment(theme: ThemeFiles, base_path: str) -> ThemeEnvironment:
    """Make the environment of a theme; it holds what was compiled, so it is remembered while the theme stays."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """Give a template with the file name that errors in it will carry."""
        if name not in theme.files:
            return None
        return theme.text(name), f"{theme.folder}/{name}", lambda: True

    environment = ThemeEnvironment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    install(environment, base_path)
    return environment
