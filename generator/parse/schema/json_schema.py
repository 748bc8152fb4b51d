"""The declared keys -> JSON Schemas with which an editor completes them and marks mistakes while somebody types.

Made for the YAML support of VS Code (draft 07, with its `errorMessage` and `defaultSnippets`). YAML there has numbers:
`titel: 2024` is one, and fine. What the build takes, the editor takes, but for two things: it wants a choice as it is
listed (`in-gesprek`, not `In gesprek`), and it marks a key that is still empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from generator.model.coach import RULES
from generator.model.document import HEEL_ASSEN
from generator.parse.schema.dates import FIRST_YEAR, LAST_YEAR
from generator.parse.schema.kinds import CallKeys, ContactKeys, TeamMemberKeys
from generator.parse.schema.outline import KINDS, Names, known_names
from generator.parse.schema.settings import MAX_YEARS, NARROWEST, WIDEST, SettingsKeys
from generator.parse.schema.shared import CounterKeys, NoticeKeys, OrganisationKeys, PhotoKeys, ThemeKeys
from generator.parse.schema.texts import MAX_SLUG, SLUG

Schema = dict[str, object]

DIALECT = "http://json-schema.org/draft-07/schema#"
TABLES: Mapping[str, type[BaseModel]] = {
    "organisaties": OrganisationKeys,
    "themas": ThemeKeys,
    "loketten": CounterKeys,
}
ONE_OFFS: Mapping[str, type[BaseModel]] = {"site": SettingsKeys, "mededeling": NoticeKeys, "foto": PhotoKeys}


def json_schemas(names: Names) -> dict[str, Schema]:
    """Give the schema of each kind of file by its file name.

    `names` are those that the site knows: `wijken`, `themas`, `projecten`, `organisaties`, `loketten` and `verhalen`.
    Of a group that is absent or empty every name is accepted.
    """
    schemas = {kind.label: _kind(model, names) for kind, model in KINDS.items()}
    schemas |= {name: _model(model, names) for name, model in ONE_OFFS.items()}
    schemas |= {name: _table(_model(model, names)) for name, model in TABLES.items()}
    schemas |= {"namen": _spellings(), "postcodes": _postcodes(names)}
    return {f"{name}.json": {"$schema": DIALECT, **schema} for name, schema in schemas.items()}


def _kind(model: type[BaseModel], names: Names) -> Schema:
    """A piece: what is needed is needed only when it is no draft."""
    schema = _model(model, names)
    draft = {"properties": {"concept": _YES}, "required": ["concept"]}
    return {**schema, "allOf": [{"if": draft, "else": {"allOf": schema["allOf"]}}]}


def _table(row: Schema) -> Schema:
    """A file of short names, each with its keys."""
    return {
        "type": "object",
        "propertyNames": _text(f"^{SLUG.pattern}$", _SLUG_TIP, "integer", maxLength=MAX_SLUG),
        "additionalProperties": row,
    }


def _spellings() -> Schema:
    variants = _one_or_more({"type": "array", "items": _ANY})
    description = "Hoe mensen het ook schrijven; de site schrijft het zoals links staat."
    return {"type": "object", "additionalProperties": variants | {"description": description}}


def _postcodes(names: Names) -> Schema:
    wijk = _among([name for name in names.get("wijken", ()) if name != HEEL_ASSEN])
    wijk["description"] = "De wijk van deze postcode."
    return {
        "type": "object",
        "propertyNames": _text(
            r"^[1-9][0-9]{3}(?:\s*[A-Za-z]{2})?$", "Schrijf een postcode, zoals 9401 of 9401AB.", "integer"
        ),
        "additionalProperties": wijk,
    }


# ------------------------------------------------------------------------------------------------ groups of keys


def _model(model: type[BaseModel], names: Names) -> Schema:
    fields = model.model_fields
    rules = [_needs(key) for key, field in fields.items() if field.is_required()] + _RULES.get(model, [])
    schema: Schema = {
        "type": "object",
        "properties": {key: _field(key, field, names) for key, field in fields.items()},
        "additionalProperties": False,
        "errorMessage": "Deze sleutel kennen we hier niet. Met Ctrl+spatie zie je wat er kan.",
    }
    return {**schema, "allOf": rules} if rules else schema


def _needs(*keys: str, message: str = "") -> Schema:
    text = message or f"Er ontbreekt nog een regel: '{keys[0]}: ...'."
    return {"required": list(keys), "errorMessage": text}


def _needs_one(*keys: str) -> Schema:
    message = f"Hier ontbreekt nog minstens een van: {', '.join(keys)}."
    return {"anyOf": [_needs(key, message=message) for key in keys]}


_YES: Schema = {"enum": ["ja", True]}


def _when(key: str, value: Schema, then: Schema, otherwise: Schema | None = None) -> Schema:
    rule: Schema = {"if": {"properties": {key: value}, "required": [key]}, "then": then}
    return rule if otherwise is None else {**rule, "else": otherwise}


_NO_END = "Deze oproep heeft nog geen einde. Schrijf 'sluit_op: 2026-12-15', of 'doorlopend: ja' als hij niet sluit."
_TWO_ENDS = "'sluit_op' en 'doorlopend: ja' kunnen niet allebei. Houd een van beide over."
_RULES: Mapping[type[BaseModel], list[Schema]] = {
    ContactKeys: [_needs_one("email", "telefoon", "adres", "formulier")],
    TeamMemberKeys: [_needs_one("naam", "rol")],
    CallKeys: [
        _when(
            "doorlopend",
            _YES,
            {"properties": {"sluit_op": False}, "errorMessage": _TWO_ENDS},
            _needs("sluit_op", message=_NO_END),
        )
    ],
    PhotoKeys: [
        _when(
            "decoratief",
            _YES,
            {},
            _needs("alt", message="Schrijf met 'alt: ...' wat er op de foto te zien is, of 'decoratief: ja'."),
        ),
        _when(
            "toestemming",
            {"enum": ["gegeven"]},
            {
                "allOf": [
                    _needs("toestemming_ref", message="Schrijf bij 'toestemming_ref' waar het formulier ligt."),
                    _needs("toestemming_op", message="Schrijf bij 'toestemming_op' van welke dag de toestemming is."),
                ]
            },
        ),
        _when(
            "minderjarigen",
            _YES,
            _needs("toestemming_ouder", message="Er staan kinderen op. Vraag de ouders: 'toestemming_ouder: ja'."),
        ),
    ],
}
"""What the validators of the models and of the photo register say of keys together, once more as JSON Schema."""


# --------------------------------------------------------------------------------------------------- one key


def _field(key: str, field: FieldInfo, names: Names) -> Schema:
    schema = _type(field.annotation, field.metadata, key, names)
    return schema | {"description": field.description} if field.description else schema


def _type(annotation: object, metadata: Sequence[object], key: str, names: Names) -> Schema:
    """Describe a type as it was declared: readers and bounds are in its metadata."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _type(arguments[0], [*arguments[1:], *metadata], key, names)
    if origin in {Union, UnionType}:
        options = [_type(option, metadata, key, names) for option in arguments if option is not NoneType]
        return options[0] if len(options) == 1 else {"anyOf": options}
    if origin is Literal:
        return {"description": "Kies er een uit de lijst.", **_among(arguments)}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {"description": "Een groep van sleutels.", **_model(annotation, names)}
    reader = _reader(metadata)
    if origin is list and reader in {"", "_one_or_more"}:
        return _list(_type(arguments[0], [], key, names), metadata, one_is_enough=bool(reader))
    if origin is dict:
        return _mapping(arguments, key, names)
    schema = _leaf(reader, key, names)
    described = (part.json_schema for part in metadata if isinstance(part, WithJsonSchema) and part.json_schema)
    spoken = next((str(part["description"]) for part in described if "description" in part), "")
    return {"description": _sentence(spoken), **schema} if spoken and "description" not in schema else schema


def _reader(metadata: Sequence[object]) -> str:
    """Name the function that reads a value; the last one knows most."""
    readers = [part.func for part in metadata if isinstance(part, BeforeValidator)]
    return readers[-1].__name__ if readers else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _list(item: Schema, metadata: Sequence[object], *, one_is_enough: bool) -> Schema:
    item = {name: part for name, part in item.items() if name != "description"}
    keywords = {"minItems": "min_length", "maxItems": "max_length"}
    limits = {
        keyword: getattr(part, name) for part in metadata for keyword, name in keywords.items() if hasattr(part, name)
    }
    several: Schema = {"type": "array", "items": item, **limits}
    return {"description": "Een lijst.", **(_one_or_more(several) if one_is_enough else several)}


def _one_or_more(several: Schema) -> Schema:
    """A list, or one value where a list belongs; what is proposed is a list on one line."""
    item = several["items"]
    message = item.get("errorMessage") if isinstance(item, dict) else None
    several = {**several, "errorMessage": message or "Hier hoort een lijst."}
    return {"anyOf": [several, item], "defaultSnippets": [{"label": "[ ]", "body": "[$1]"}]}


def _mapping(arguments: tuple[object, ...], key: str, names: Names) -> Schema:
    """Describe keys that writers choose themselves; known names are proposed."""
    value = _type(arguments[1], [], key, names)
    known = known_names(key, names)
    if known:
        return {"type": "object", "properties": dict.fromkeys(known, value), "additionalProperties": False}
    return {"type": "object", "additionalProperties": value}


# -------------------------------------------------------------------------------------------------- one value


def _among(options: Sequence[object]) -> Schema:
    if not options:
        return _leaf("read_text", "", {})
    listed = ", ".join(str(option) for option in options)
    return {"enum": list(options), "errorMessage": f"Dit kennen we hier niet. Kies uit: {listed}."}


def _leaf(reader: str, key: str, names: Names) -> Schema:
    if reader == "read_name" and (known := known_names(key, names)):
        return _among(known)
    return dict(_BY_READER[reader])


def _text(pattern: str, message: str, *types: str, **more: object) -> Schema:
    return {"type": ["string", *types], "pattern": pattern, "errorMessage": message, **more}


_DAY = (
    r"(?:19|2[01])\d\d-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31|02-29)"
)
_SLUG_TIP = "Gebruik alleen kleine letters, cijfers en streepjes."
_BAD = r"""\s<>"'\\^`{|}"""
_WEB = rf"https?://[^{_BAD}/?#]+"
_ANY: Schema = {"type": ["string", "number"], "errorMessage": "Hier hoort een tekst. Leeg kan niet."}
_BY_READER: Mapping[str, Schema] = {
    "read_text": _ANY,
    "read_name": _ANY,
    "read_rule": _among(list(RULES)),
    # A switch proposes ja and nee, and takes true and false as well.
    "read_bool": {
        "description": "ja of nee.",
        "if": {"type": "boolean"},
        "else": {"enum": ["ja", "nee"], "errorMessage": "Schrijf ja of nee."},
        "examples": ["ja", "nee"],
    },
    "read_day": _text(f"^{_DAY}$", "Schrijf jaar-maand-dag, zoals 2024-09-04."),
    "read_partial": _text(
        rf"^\d{{4}}(?:-(?:0[1-9]|1[0-2]))?$|^{_DAY}$",
        "Schrijf een jaar, een maand of een dag: 2019, 2019-04 of 2019-04-12.",
        "integer",
        minimum=FIRST_YEAR,
        maximum=LAST_YEAR,
    ),
    "read_moment": _text(
        rf"^{_DAY}(?:[T\s]+(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?uur)?)?$",
        "Schrijf een dag, met of zonder tijd: 2024-09-04 of 2024-09-04 19:30.",
    ),
    "read_slug": _text(f"^{SLUG.pattern}$", _SLUG_TIP, maxLength=MAX_SLUG),
    "read_email": _text(r"^(?:mailto:)?[^\s@]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", "Schrijf zoals naam@voorbeeld.nl."),
    "read_phone": _text(r"^\+?[\d ()./\-]+$", "Schrijf zoals 0592-123 456 of 06-1234 5678.", "integer"),
    "read_web_address": _text(rf"^{_WEB}[^{_BAD}]*$", "Schrijf het hele adres, zoals https://www.assen.nl."),
    "_public_address": _text(rf"^{_WEB}[^\s?#@]*$", "Schrijf het adres van de voorpagina, zoals https://www.assen.nl."),
    "_origin": _text(rf"^{_WEB}/?$", "Schrijf alleen het begin van het adres, zoals https://www.assen.nl."),
    "read_target": _text(
        rf"^(?:{_WEB}|/(?!/))[^{_BAD}]*$",
        "Schrijf een adres zoals /wijken/, of een adres met https://.",
        description="Een adres op deze site, of een heel webadres.",
    ),
    "read_site_address": _text(
        rf"^(?=/)(?!.*(?:[?#%{_BAD}]|/\.|//)).*$",
        "Schrijf alleen het deel na de naam van de site, zoals /verhalen/oud-verhaal/.",
    ),
    "read_file_name": _text(
        r"^(?![\/\\]|[A-Za-z]:)(?!.*(?:^|[\/\\])\.\.(?:[\/\\]|$)).+$",
        "Zet de foto in de map van dit stuk, en schrijf alleen de naam.",
        examples=["foto.jpg"],
    ),
    "read_language": _text(
        r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$",
        "Schrijf de code van de taal, zoals nl, en of ar.",
        examples=["nl", "en"],
    ),
    "_cbs_code": _text(r"^WK[0-9]{6}$", "Schrijf WK en zes cijfers, zoals WK010606."),
    "_months": _text(
        r"^[0-9]{1,3}(?: *(?:jaar|jaren|maand|maanden))?$", "Schrijf '5 jaar' of '18 maanden'.", "integer", minimum=1
    ),
    "_years": {
        "type": "integer",
        "minimum": 0,
        "maximum": MAX_YEARS,
        "description": "Een aantal jaren.",
        "errorMessage": "Schrijf een getal, zoals 2.",
    },
    "_width": {
        "type": "integer",
        "minimum": NARROWEST,
        "maximum": WIDEST,
        "errorMessage": f"Schrijf een getal van {NARROWEST} tot en met {WIDEST}.",
    },
    "_focus": {
        "type": "array",
        "items": {"type": "number", "minimum": 0, "maximum": 1},
        "minItems": 2,
        "maxItems": 2,
        "defaultSnippets": [{"label": "[0.5, 0.5]", "body": "[${1:0.5}, ${2:0.5}]"}],
        "errorMessage": "Schrijf twee getallen van 0 tot en met 1, zoals [0.5, 0.3].",
    },
}
"""What a value may look like, by the function that reads it in a build."""
