"""An example of a component -> its HTML: by its macro, and then as a harmless part of the guide's page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jinja2 import Environment
from markupsafe import Markup

from generator.model.view import ExampleView, GuideView

FILE = "theme:"
HTML = "html:"
LEVEL = 4
LOWEST = 6


class Record(dict[str, object]):
    """A mapping that answers like a view: what it holds goes before what a mapping can do (`items`)."""

    def __getattribute__(self, name: str) -> object:
        """Give what is held under a name."""
        return self[name] if name in self else super().__getattribute__(name)


def show_example(environment: Environment, example: ExampleView, page: GuideView) -> Markup:
    """Show an example on the page of the guide."""
    to_root = "../" * (page.head.address.count("/") - 1)

    def address(name: str) -> str:
        """Give the address of a file of the theme from this page, wherever the site lives."""
        return to_root + page.shell.assets.file(name).lstrip("/")

    html = render_example(environment, example.template, example.macro, example.args, address)
    return Markup(_settle(html, example.anchor))  # noqa: S704 - the macro escaped what it shows


def render_example(
    environment: Environment, template: str, macro: str, args: Mapping[str, object], address: Callable[[str], str]
) -> str:
    """Call a macro with plain values; `address` gives files of the theme their address."""
    call = getattr(environment.get_template(template).module, macro)
    return str(call(**{name: _lively(value, address) for name, value in args.items()}))


def _lively(value: object, address: Callable[[str], str]) -> object:
    """Make of plain data what a macro expects: `theme:` is the address of a file, `html:` is no text but HTML."""
    if isinstance(value, Mapping):
        return Record({name: _lively(member, address) for name, member in value.items()})
    if isinstance(value, tuple):
        return tuple(_lively(member, address) for member in value)
    if isinstance(value, str) and value.startswith(FILE):
        return address(value.removeprefix(FILE))
    if isinstance(value, str) and value.startswith(HTML):
        return Markup(value.removeprefix(HTML))  # noqa: S704 - the theme is our own
    return value


def _settle(html: str, anchor: str) -> str:
    """Make an example fit into a page: own ids, no regions, links that stay here, headings below those of the page."""
    html = _with_own_ids(html, anchor).replace(' role="region"', ' role="group"')
    html = re.sub(r'(<a\b[^>]*?\shref=")[^"]*', rf"\g<1>#{anchor}", html)
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
    shift = LEVEL - min(levels, default=LEVEL)

    def lower(match: re.Match[str]) -> str:
        """Keep the element, for its looks; only a second main heading cannot stay."""
        level = int(match[1])
        return f'<h{max(level, 2)} aria-level="{min(level + shift, LOWEST)}"'

    return re.sub(r"</h1>", "</h2>", re.sub(r"<h([1-6])\b", lower, html))


def _with_own_ids(html: str, anchor: str) -> str:
    ids = set(re.findall(r'\sid="([^"]+)"', html))

    def own(match: re.Match[str]) -> str:
        names = (f"{anchor}-{name}" if name in ids else name for name in match[2].split())
        return f'{match[1]}{" ".join(names)}"'

    return re.sub(r'(\s(?:id|for|aria-(?:labelledby|describedby|controls))=")([^"]*)"', own, html)
