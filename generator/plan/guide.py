"""Tokens + components -> the living guide to the house style, and what is wrong with the examples in it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from generator.diagnostics import Diagnostic, Report, error, suggestion
from generator.digest import digest_value
from generator.model.component import Component, Example
from generator.model.theme import ThemeFiles
from generator.model.view import (
    ComponentView,
    ContrastView,
    ExampleView,
    GuideView,
    HeadView,
    LogoFileView,
    MeasureView,
    PrimitiveView,
    SwatchView,
    WijkBadge,
    WijkColoursView,
)
from generator.plan.contrast import contrast
from generator.plan.culprits import LIMITS
from generator.plan.pieces import HOME, Desk
from generator.plan.templates import parse_template
from generator.plan.tokens import PRIMITIVE, TOKENS, Token, read_pairs, written_out

GUIDE = "layouts/guide.html"
ADDRESS = "/huisstijl/"
FAMILY = "semantic.font.family"
SEMANTIC = "semantic.color."
CODE = "onderdeel-onjuist"
FILE = "theme:"
_WIJK = re.compile(r"\.(wijk|wijk-plane|wijk-soft)\.[\w-]+$")
Macros = Mapping[str, "_Macro"]


@dataclass(frozen=True, slots=True)
class _Macro:
    """What a macro takes, and what of that it cannot do without."""

    params: tuple[str, ...]
    required: frozenset[str]


def make_guide(
    desk: Desk,
    theme: ThemeFiles,
    tokens: tuple[Token, ...],
    components: tuple[Component, ...],
    logos: tuple[LogoFileView, ...] = (),
) -> Report[tuple[GuideView, ...]]:
    """Make the page of the guide; a theme without its layout has none."""
    if GUIDE not in theme.files:
        return Report(())
    found: list[Diagnostic] = []
    files = frozenset(name for name, _ in desk.shell.assets.files)
    shown = tuple(_component(theme, component, files, found) for component in components)
    colours = {token.path: token.colours for token in tokens if token.colours}
    used = written_out(tokens)
    measures = [token for token in used if token.colours is None]
    view = GuideView(
        shell=desk.shell,
        head=HeadView(
            title="Huisstijl",
            description="Zo ziet Mijn Buurt Assen eruit: het merk, de kleuren, de letters en alle onderdelen.",
            address=ADDRESS,
            noindex=True,
            card=desk.cards.site,
        ),
        crumbs=(HOME,),
        section=None,
        title="Huisstijl",
        theme=digest_value(sorted(theme.digests.items())),
        logos=logos,
        primitives=tuple(_primitives(tokens)),
        font=next((token.value.split('"')[1] for token in used if token.path == FAMILY and '"' in token.value), ""),
        colours=tuple(_swatch(token) for token in used if token.colours and not _WIJK.search(token.path)),
        wijken=tuple(_wijk_colours(desk, used)),
        contrasts=tuple(_contrasts(theme, colours)),
        types=tuple(_measures(measures, "semantic.text.")),
        spaces=tuple(_measures(measures, "semantic.space.")),
        others=tuple(_measures(measures, "", ("semantic.text.", "semantic.space."))),
        components=shown,
    )
    return Report((view,), tuple(found))


def _primitives(tokens: tuple[Token, ...]) -> Iterator[PrimitiveView]:
    """Give the colours as they are written, each with the names that follow it, in light, in dark or in print."""
    users: dict[str, dict[str, None]] = {}
    for token in tokens:
        if token.path.startswith(SEMANTIC):
            for source in token.sources or ():
                users.setdefault(source, {})[token.path.removeprefix(SEMANTIC)] = None
    start = f"{PRIMITIVE}color."
    for token in tokens:
        if token.path.startswith(start) and token.colours:
            name = token.path.removeprefix(start).replace(".", " ")
            yield PrimitiveView(name, token.colours[0], tuple(_grouped(users.get(token.path, ()))))


def _grouped(names: Iterable[str]) -> Iterator[str]:
    """Name a group once where several wijken follow one colour; a wijk alone keeps its name."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name.rpartition(".")[0] or name, []).append(name)
    for group, members in groups.items():
        yield members[0].replace(".", " ") if len(members) == 1 else f"{group}.*"


def _swatch(token: Token) -> SwatchView:
    light, dark, paper = token.colours or ("", "", "")
    return SwatchView(token.name, token.note, light, dark, paper)


def _wijk_colours(desk: Desk, tokens: Iterable[Token]) -> Iterator[WijkColoursView]:
    """Put the colours of a wijk together."""
    wijken: dict[str, list[SwatchView]] = {}
    for token in tokens:
        if token.colours and _WIJK.search(token.path):
            wijken.setdefault(token.path.rpartition(".")[2], []).append(_swatch(token))
    for slug, colours in wijken.items():
        badge = desk.catalog.badge(slug) or WijkBadge(slug, slug, slug, None)
        yield WijkColoursView(badge, tuple(colours))


def _measures(tokens: Iterable[Token], start: str, others: tuple[str, ...] = ()) -> Iterator[MeasureView]:
    for token in tokens:
        if token.path.startswith(start) and not token.path.startswith(others or ("-",)):
            yield MeasureView(token.name, token.value)


def _contrasts(theme: ThemeFiles, colours: Mapping[str, tuple[str, str, str]]) -> Iterator[ContrastView]:
    """Compute the contrast of each pair; those of the wijken stand together, with the lowest of them."""
    rows: dict[tuple[str, str, str], tuple[list[tuple[float, ...]], dict[str, None]]] = {}
    for pair in read_pairs(theme.files.get(TOKENS, b"").decode("utf-8", "replace")):
        front, back = colours.get(pair.text), colours.get(pair.on)
        if front and back:
            ratios, used = rows.setdefault((_common(pair.text), _common(pair.on), pair.kind), ([], {}))
            ratios.append(tuple(contrast(one, other) for one, other in zip(front, back, strict=True)))
            used[pair.used] = None
    for (text, on, kind), (ratios, used) in rows.items():
        light, dark, paper = (_number(min(mode)) for mode in zip(*ratios, strict=True))
        yield ContrastView(text, on, ", ".join(used), _number(LIMITS.get(kind, LIMITS["text"])), light, dark, paper)


def _common(path: str) -> str:
    return _WIJK.sub(r".\1.*", path).removeprefix("semantic.color.")


def _number(value: float) -> str:
    return f"{int(value * 10) / 10:.1f}".replace(".", ",")


def _component(
    theme: ThemeFiles, component: Component, files: frozenset[str], found: list[Diagnostic]
) -> ComponentView:
    """Make the section of a component, with the examples that can be shown."""
    template = f"components/{component.name}/{component.name}.html"
    anchor = f"onderdeel-{component.name}"
    macros = _macros(theme, template)
    problems = list(_wrong_params(component, macros))
    examples = []
    for number, example in enumerate(component.examples, start=1):
        wrong = list(_wrong_example(component, example, macros, files))
        problems += wrong
        if not wrong and component.where is None:
            examples.append(
                ExampleView(
                    title=example.title,
                    anchor=f"{anchor}-{number}",
                    template=template,
                    macro=example.macro,
                    args=example.args,
                    file=component.path,
                    line=example.line,
                )
            )
    found += problems
    return ComponentView(
        name=component.name,
        anchor=anchor,
        description=component.description,
        params=component.params,
        examples=tuple(examples),
        do=component.do,
        dont=component.dont,
        where=component.where,
    )


def _macros(theme: ThemeFiles, template: str) -> Macros:
    return _macros_of(theme.files.get(template, b""))


@functools.lru_cache(maxsize=256)
def _macros_of(template: bytes) -> Macros:
    """Find the macros of a template; what is wrong with the template itself is told elsewhere."""
    try:
        tree = parse_template(template)
    except (TemplateSyntaxError, UnicodeDecodeError):
        return {}
    macros = {}
    for macro in tree.find_all(nodes.Macro):
        params = tuple(argument.name for argument in macro.args)
        macros[macro.name] = _Macro(params, frozenset(params[: len(params) - len(macro.defaults)]))
    return macros


def _wrong_params(component: Component, macros: Macros) -> Iterator[Diagnostic]:
    line = (component.lines or {}).get("params", 1)
    taken = {name for example in component.examples if example.macro in macros for name in macros[example.macro].params}
    told = {name for name, _ in component.params}
    for name in sorted(taken - told) + sorted(told - taken) if taken else ():
        message = f"'{name}' heeft geen uitleg bij 'params'" if name in taken else f"'{name}' is geen gegeven hiervan"
        yield error(component.path, line, CODE, message, "laat 'params' en het sjabloon over hetzelfde gaan")


def _wrong_example(
    component: Component, example: Example, macros: Macros, files: frozenset[str]
) -> Iterator[Diagnostic]:
    macro = macros.get(example.macro)
    if macro is None:
        message = f"'{example.title}' noemt '{example.macro}', en dat is er niet"
        tip = suggestion(example.macro, macros) if macros else "zet het sjabloon naast dit bestand"
        yield error(component.path, example.line, CODE, message, tip)
        return
    for name in sorted(macro.required - example.args.keys()):
        message = f"bij '{example.title}' ontbreekt '{name}'"
        yield error(component.path, example.line, CODE, message, f"voeg onder 'args' toe: {name}: ...")
    for name in sorted(example.args.keys() - set(macro.params)):
        message = f"'{example.title}' geeft '{name}', en daar weet het sjabloon niets van"
        yield error(component.path, example.line, CODE, message, suggestion(name, macro.params))
    for name in sorted({text.removeprefix(FILE) for text in _texts(example.args)} - files):
        message = f"'{example.title}' noemt het bestand '{name}', en dat is niet in het thema"
        yield error(component.path, example.line, CODE, message, suggestion(name, files))


def _texts(value: object) -> Iterator[str]:
    """Give all texts in a value that stand for a file."""
    if isinstance(value, str):
        if value.startswith(FILE):
            yield value
    elif isinstance(value, Mapping):
        for member in value.values():
            yield from _texts(member)
    elif isinstance(value, tuple):
        for member in value:
            yield from _texts(member)
