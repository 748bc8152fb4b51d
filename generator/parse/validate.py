"""Plain values from YAML + a schema -> the schema's object, and every problem at its own line.

What is wrong is replaced by a stand-in, so that the rest of the file can still be checked: with an error nothing is
written, and with a draft its writer sees what there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError, create_model

from generator.diagnostics import Diagnostic, Report, error, suggestion
from generator.parse.schema.outline import choices
from generator.parse.schema.problem import KIND
from generator.parse.schema.samples import SAMPLES

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_PASSES = 4
M = TypeVar("M", bound=BaseModel)


def validate(
    schema: type[M],
    values: object,
    lines: Mapping[str, int],
    path: str,
    *,
    at: str = "",
    stand_ins: Mapping[str, object] | None = None,
) -> Report[M | None]:
    """Check `values`, found under the key `at` of the file, against `schema`.

    The value is None only when not even stand-ins for the faulty keys make a whole.
    """
    try:
        return Report(schema.model_validate(values))
    except ValidationError as fault:
        found = fault.errors(include_url=False)
    problems = [_explain(details, schema, lines, path, at) for details in found]
    if not isinstance(values, dict):
        return Report(None, tuple(problems))
    rest = dict(values)
    touched: set[str] = set()
    for _ in range(MOST_PASSES):
        wrong = {key for details in found for key in _keys_to_leave_out(details)}
        if not wrong:
            break
        touched |= wrong
        rest = {key: value for key, value in rest.items() if key not in wrong}
        rest |= {key: value for key, value in (stand_ins or {}).items() if key in wrong}
        try:
            return Report(schema.model_validate(rest), tuple(problems))
        except ValidationError as fault:
            found = fault.errors(include_url=False)
        problems += [
            _explain(details, schema, lines, path, at)
            for details in found
            if not details["loc"] and not touched & set(details.get("ctx", {}).get("about", ()))
        ]
    return Report(None, tuple(problems))


def validate_key(schema: type[BaseModel], key: str, value: object) -> tuple[Diagnostic, ...]:
    """Check one value on its own: what is wrong with it, whatever the other keys hold."""
    field = schema.model_fields[key]
    alone = create_model("OneKeys", **{key: (field.annotation, field)})  # type: ignore[call-overload]
    return validate(alone, {key: value}, {}, key).diagnostics


def empty_unknown_keys(
    schema: type[BaseModel], values: Mapping[str, object], lines: Mapping[str, int], path: str
) -> tuple[Diagnostic, ...]:
    """Find keys that nobody knows among those without a value, which validation does not see."""
    empty = [key for key in lines if "." not in key and ":" not in key and key not in values]
    return tuple(
        _unknown_key(key, schema.model_fields, path, lines[key]) for key in empty if key not in schema.model_fields
    )


def _unknown_key(name: str, known: Iterable[str], path: str, line: int) -> Diagnostic:
    tip = suggestion(name, known)
    return error(path, line, "onbekende-sleutel", f"'{name}' is geen sleutel die we kennen", tip)


def _keys_to_leave_out(details: ErrorDetails) -> tuple[str, ...]:
    """Give the keys without which this problem is gone."""
    if details["loc"]:
        return (str(details["loc"][0]),)
    return tuple(details.get("ctx", {}).get("drop", ()))


def _explain(
    details: ErrorDetails, schema: type[BaseModel], lines: Mapping[str, int], path: str, at: str
) -> Diagnostic:
    loc = tuple(str(part) for part in details["loc"] if not _is_branch(str(part)))
    about = details.get("ctx", {}).get("about", ())
    where = loc or next(((key,) for key in reversed(about) if (f"{at}.{key}" if at else key) in lines), ())
    line = _line(lines, ".".join((at, *where)) if at else ".".join(where))
    name = next((part for part in reversed(loc) if not part.isdigit()), "")
    kind, context = details["type"], details.get("ctx", {})
    if kind == KIND:
        message = str(context["message"])
        return error(path, line, context["code"], f"{name}: {message}" if name else message, context["tip"])
    if kind == "missing":
        example = f"{name}: {SAMPLES.get(name, '...')}"
        if ".".join((at, *where) if at else where) in lines:
            words = choices(schema, name) if len(loc) == 1 else ()
            tip = f"kies uit: {', '.join(words)}" if words else f"vul hem in, zoals: {example}"
            return error(path, line, "verplicht", f"'{name}' is nog leeg", tip)
        return error(path, line, "verplicht", f"'{name}' ontbreekt", f"voeg toe: {example}")
    if kind == "extra_forbidden":
        return _unknown_key(name, _keys_at(schema, loc[:-1]), path, line)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        keys = _keys_at(schema, loc)
        tip = f"zet eronder, ingesprongen: {', '.join(keys)}" if keys else "zet eronder, ingesprongen: naam: waarde"
        return error(path, line, "geen-groep", f"bij '{name or 'dit bestand'}' hoort een groep van sleutels", tip)
    if kind == "list_type":
        return error(path, line, "geen-lijst", f"bij '{name}' hoort een lijst", f"schrijf {name}: [een, twee]")
    if kind in {"too_short", "too_long"}:
        tip = f"schrijf bijvoorbeeld {name}: [{SAMPLES.get(name, '...')}]"
        return error(path, line, "aantal-onjuist", f"bij '{name}' staan te weinig of te veel waarden", tip)
    return error(path, line, "onjuist", f"de waarde van '{name}' klopt niet", "vergelijk met een ander stuk")


def _is_branch(part: str) -> bool:
    """Recognise the names that pydantic adds for the branches of a union and for the keys of a mapping."""
    return (
        part == "[key]"
        or re.fullmatch(r"[A-Z]\w*Keys|(function|constrained|tagged|list|dict|nullable)[-\[].*", part) is not None
    )


def _line(lines: Mapping[str, int], where: str) -> int:
    while where:
        if where in lines:
            return lines[where]
        where = where.rpartition(".")[0]
    return 1


def _keys_at(schema: type[BaseModel], loc: Iterable[str]) -> list[str]:
    """Find the keys that are possible at a place in a schema."""
    current = schema
    for part in loc:
        if part in current.model_fields:
            inner = _model_in(current.model_fields[part].annotation)
            if inner is None:
                return []
            current = inner
    return list(current.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in getattr(annotation, "__args__", ()))
    return next((found for found in inner if found is not None), None)
