"""The templates of a theme -> the digest of each with everything that it includes, and what is wrong with them."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from generator.diagnostics import Diagnostic, Report, error, suggestion
from generator.digest import digest_value
from generator.model.theme import ThemeFiles

TEMPLATE_TYPES = (".html", ".xml", ".txt", ".json", ".ics", ".svg")
TEMPLATE_FOLDERS = ("layouts/", "components/", "formats/", "widgets/")


def is_template(path: str) -> bool:
    """Tell whether a file of a theme is a template."""
    return path.startswith(TEMPLATE_FOLDERS) and path.endswith(TEMPLATE_TYPES)


@functools.lru_cache(maxsize=256)
def parse_template(template: bytes) -> nodes.Template:
    """Parse a template; who asks for the same bytes again gets the same tree, so nobody may change it.

    Raises:
        TemplateSyntaxError: it is no template.
        UnicodeDecodeError: it is no UTF-8.
    """
    return Environment(autoescape=True).parse(template.decode("utf-8"))


@functools.lru_cache(maxsize=2)
def closures(theme: ThemeFiles) -> Report[Mapping[str, str]]:
    """Give for each template that can be used the digest of its own text and that of all templates that it reaches."""
    names = frozenset(path for path in theme.files if is_template(path))
    found: list[Diagnostic] = []
    direct = {name: _references(theme, name, names, found) for name in sorted(names)}
    broken = {name for name, references in direct.items() if references is None}
    keys = {}
    for name in sorted(names):
        reached: set[str] = set()
        pending = [name]
        while pending:
            current = pending.pop()
            if current not in reached:
                reached.add(current)
                pending += direct[current] or ()
        if reached & broken:
            continue
        keys[name] = digest_value([(other, theme.digests[other]) for other in sorted(reached)])
    return Report(keys, tuple(found))


def _references(theme: ThemeFiles, name: str, names: frozenset[str], found: list[Diagnostic]) -> list[str] | None:
    """Give the templates that one names, or None when it cannot be used."""
    path = f"{theme.folder}/{name}"
    try:
        tree = parse_template(theme.files[name])
    except TemplateSyntaxError as fault:
        tip = "maak de laatste wijziging aan het thema ongedaan, of vraag wie het thema maakt"
        message = f"dit sjabloon klopt niet: {fault.message}"
        found.append(error(path, fault.lineno, "sjabloon-fout", message, tip))
        return None
    except UnicodeDecodeError:
        tip = "bewaar het bestand opnieuw met codering UTF-8"
        found.append(error(path, 1, "geen-utf8", "dit sjabloon is geen UTF-8", tip))
        return None
    known = []
    whole = True
    for reference in meta.find_referenced_templates(tree):
        if reference is None:
            tip = "schrijf de naam van het sjabloon voluit, zodat we weten wat ervan afhangt"
            found.append(error(path, 1, "sjabloon-wisselend", "dit sjabloon kiest een ander sjabloon bij naam", tip))
            whole = False
        elif reference in names:
            known.append(reference)
        else:
            message = f"het sjabloon '{reference}' is er niet"
            found.append(error(path, 1, "sjabloon-ontbreekt", message, suggestion(reference, names)))
            whole = False
    return known if whole else None
