"""Schemas for editors: complete, in Dutch, and of the same opinion as a build."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from generator.model.document import Kind
from generator.parse.schema import dates, texts
from generator.parse.schema.json_schema import json_schemas
from generator.parse.schema.outline import KINDS, choices, needed_keys
from generator.parse.schema.settings import SettingsKeys, read_target
from generator.parse.schema.shared import CounterKeys, NoticeKeys, OrganisationKeys, PhotoKeys, ThemeKeys

NAMES = {
    "wijken": ["peelo", "marsdijk"],
    "themas": ["groen"],
    "projecten": ["boss"],
    "organisaties": ["mba", "actium"],
    "loketten": ["stila"],
    "verhalen": ["soep"],
}
MODELS: dict[str, type[BaseModel]] = {
    **{f"{kind.label}.json": model for kind, model in KINDS.items()},
    "site.json": SettingsKeys,
    "mededeling.json": NoticeKeys,
    "foto.json": PhotoKeys,
}
TABLES = {"organisaties.json": OrganisationKeys, "themas.json": ThemeKeys, "loketten.json": CounterKeys}


def made(name: str, **names: list[str]) -> dict[str, Any]:
    """Give one schema as an editor reads it."""
    schema: dict[str, Any] = json.loads(json.dumps(json_schemas(names or NAMES)[name]))
    return schema


def groups(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every group of keys in a schema, those inside groups and lists included."""
    if "properties" in schema and "type" in schema:
        yield schema
    inner = [*schema.get("properties", {}).values(), schema.get("items"), schema.get("additionalProperties")]
    for part in (*inner, *schema.get("anyOf", [])):
        if isinstance(part, dict):
            yield from groups(part)


def test_every_kind_has_a_schema_of_the_keys_that_the_build_checks() -> None:
    assert {f"{kind.label}.json" for kind in Kind} < set(json_schemas(NAMES))


def test_the_photo_register_the_settings_and_each_shared_file_have_one_too() -> None:
    files = {"organisaties", "themas", "loketten", "namen", "postcodes", "mededeling", "site", "foto"}
    assert {f"{name}.json" for name in files} < set(json_schemas({}))


@pytest.mark.parametrize(("name", "model"), MODELS.items())
def test_all_keys_of_a_file_are_in_its_schema_and_no_others_are_allowed(name: str, model: type[BaseModel]) -> None:
    schema = made(name)
    assert list(schema["properties"]) == list(model.model_fields)
    assert all(group["additionalProperties"] is False for group in groups(schema))


@pytest.mark.parametrize(("name", "model"), TABLES.items())
def test_a_shared_file_holds_short_names_with_keys(name: str, model: type[BaseModel]) -> None:
    schema = made(name)
    assert re.search(schema["propertyNames"]["pattern"], "sport-en-bewegen")
    assert not re.search(schema["propertyNames"]["pattern"], "Sport en bewegen")
    assert list(schema["additionalProperties"]["properties"]) == list(model.model_fields)


def test_every_key_is_explained() -> None:
    for name in json_schemas(NAMES):
        for group in groups(made(name)):
            silent = [
                key for key, part in group["properties"].items() if part is not False and not part.get("description")
            ]
            assert not silent, name


def test_a_key_is_explained_in_the_words_of_the_declaration() -> None:
    declared = KINDS[Kind.STORY].model_fields["bijgewerkt"].description
    assert made("verhaal.json")["properties"]["bijgewerkt"]["description"] == declared


def test_no_english_gets_in() -> None:
    text = json.dumps(json_schemas(NAMES))
    assert not re.search(r"\b(the|a verhaal|group of|one of)\b", text, re.IGNORECASE)


def test_a_choice_lists_its_words() -> None:
    kinds = ["idee", "meedoen", "mening", "nomineren", "ontwerpen", "vrijwilliger"]
    assert made("oproep.json")["properties"]["soort"]["enum"] == kinds
    assert list(choices(KINDS[Kind.CALL], "soort")) == kinds
    assert choices(KINDS[Kind.CALL], "titel") == ()


def test_a_switch_proposes_ja_and_nee() -> None:
    switch = made("verhaal.json")["properties"]["concept"]
    assert switch["examples"] == ["ja", "nee"]
    assert switch["else"]["enum"] == ["ja", "nee"]
    assert switch["if"] == {"type": "boolean"}


@pytest.mark.parametrize(
    ("name", "key", "known"),
    [
        ("verhaal.json", "project", ["boss"]),
        ("verhaal.json", "afzender", ["mba", "actium"]),
        ("oproep.json", "loket", ["stila"]),
        ("oproep.json", "resultaat", ["soep"]),
    ],
)
def test_a_name_is_one_that_the_site_knows(name: str, key: str, known: list[str]) -> None:
    assert made(name)["properties"][key]["enum"] == known


@pytest.mark.parametrize(
    ("name", "key", "known"),
    [
        ("verhaal.json", "wijken", ["peelo", "marsdijk", "heel-assen"]),
        ("activiteit.json", "themas", ["groen"]),
        ("project.json", "partners", ["mba", "actium"]),
        ("site.json", "akkoord_vereist", ["mba", "actium"]),
    ],
)
def test_a_list_of_names_proposes_them_and_one_name_is_a_list_too(name: str, key: str, known: list[str]) -> None:
    several, one = made(name)["properties"][key]["anyOf"]
    assert several["items"]["enum"] == known
    assert one["enum"] == known


def test_names_inside_groups_are_known_too() -> None:
    assert made("wijk.json")["properties"]["team"]["items"]["properties"]["organisatie"]["enum"] == ["mba", "actium"]
    assert list(made("verhaal.json")["properties"]["akkoord"]["properties"]) == ["mba", "actium"]
    assert made("postcodes.json")["additionalProperties"]["enum"] == ["peelo", "marsdijk"]


def test_without_names_every_name_will_do() -> None:
    schema = made("verhaal.json", wijken=[])
    assert "enum" not in schema["properties"]["project"]
    assert "enum" not in schema["properties"]["wijken"]["anyOf"][0]["items"]
    assert schema["properties"]["akkoord"]["additionalProperties"]["pattern"]


def test_what_is_needed_is_needed_in_a_piece_that_is_no_draft() -> None:
    schema = made("verhaal.json")
    assert "required" not in schema
    (rule,) = schema["allOf"]
    assert rule["if"]["properties"]["concept"]["enum"] == ["ja", True]
    needed = {key for part in rule["else"]["allOf"] for key in part["required"]}
    assert needed == {"titel", "datum", "samenvatting", "wijken"}
    assert needed_keys(KINDS[Kind.STORY])[0] == "titel"
    assert set(needed_keys(KINDS[Kind.STORY])) == needed


SAMPLES: list[tuple[str, str, Callable[[object], object], list[str]]] = [
    (
        "verhaal.json",
        "datum",
        dates.read_day,
        ["2024-09-04", "2024-02-29", "4-9-2024", "2024-9-4", "2024-13-01", "2024-02-30", "2024-04-31", "1899-01-01"],
    ),
    ("project.json", "start", dates.read_partial, ["2019", "2019-04", "2019-04-12", "2019-13", "april 2019", "19"]),
    (
        "activiteit.json",
        "begint",
        dates.read_moment,
        ["2026-12-05", "2026-12-05 10:00", "2026-12-05 9.30 uur", "2026-12-05T19:30", "2026-12-05 25:00", "10:00"],
    ),
    ("verhaal.json", "slug", texts.read_slug, ["soep-en-praat", "2024", "Soep", "soep--praat", "soep_praat", "-"]),
    ("verhaal.json", "foto", texts.read_file_name, ["een foto.jpg", "./x.jpg", "../x.jpg", "/x.jpg", "C:x.jpg"]),
    ("verhaal.json", "taal", texts.read_language, ["nl", "ar", "zh-Hans", "Nederlands!", "n"]),
    (
        "organisaties.json",
        "website",
        texts.read_web_address,
        ["https://www.assen.nl", "http://x.nl:8080/a?b#c", "www.assen.nl", "https://", "https://a b", "ftp://x.nl"],
    ),
    ("organisaties.json", "email", texts.read_email, ["a@b.nl", "mailto:a.b@c-d.nl", "a@b", "a b@c.nl", "@b.nl"]),
    ("organisaties.json", "telefoon", texts.read_phone, ["0592-123 456", "+31 (0)592 1234", "0651234567", "bel ons"]),
    (
        "wijk.json",
        "cbs_code",
        lambda value: MODELS["wijk.json"].model_validate({"naam": "x", "cbs_code": value}),
        ["WK010606", "wk010606", "WK1"],
    ),
]


@pytest.mark.parametrize(("name", "key", "read", "values"), SAMPLES, ids=[key for _, key, _, _ in SAMPLES])
def test_the_editor_takes_what_the_build_takes(
    name: str, key: str, read: Callable[[object], object], values: list[str]
) -> None:
    schema = made(name)
    keys = schema["properties"] if "properties" in schema else schema["additionalProperties"]["properties"]
    for value in values:
        try:
            read(value)
            taken = True
        except (PydanticCustomError, ValueError):
            taken = False
        assert bool(re.search(keys[key]["pattern"], value)) is taken, value


@pytest.mark.parametrize(
    "value", ["/oud/", "/oud/verhaal", "/a/b.html", "oud", "//x.nl/", "/a?b", "/a//b/", "/a b/", "/.x/"]
)
def test_old_addresses_are_read_alike(value: str) -> None:
    pattern = made("verhaal.json")["properties"]["oude_adressen"]["anyOf"][1]["pattern"]
    try:
        texts.read_site_address(value)
        taken = True
    except PydanticCustomError:
        taken = False
    assert bool(re.search(pattern, value)) is taken


@pytest.mark.parametrize("value", ["/wijken/", "/", "https://www.assen.nl/x", "wijken", "//x.nl", "/a b", "https://"])
def test_the_targets_of_menus_are_read_alike(value: str) -> None:
    lines = made("site.json")["properties"]["menu"]["properties"]["hoofd"]["items"]["properties"]
    try:
        read_target(value)
        taken = True
    except PydanticCustomError:
        taken = False
    assert bool(re.search(lines["naar"]["pattern"], value)) is taken


def test_patterns_use_only_what_javascript_and_python_share() -> None:
    found = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(json_schemas(NAMES)))
    assert found
    for pattern in map(json.loads, found):
        re.compile(pattern)
        assert not re.search(r"""\\["'#%&,:;<=>@_`~!-]|\(\?P|\\[AZz]""", pattern.replace(r"\-]", "]")), pattern


def test_a_call_has_one_end() -> None:
    rule = made("oproep.json")["allOf"][0]["else"]["allOf"][-1]
    assert rule["if"] == {"properties": {"doorlopend": {"enum": ["ja", True]}}, "required": ["doorlopend"]}
    assert rule["then"]["properties"] == {"sluit_op": False}
    assert rule["else"]["required"] == ["sluit_op"]


def test_the_same_names_give_the_same_schemas() -> None:
    assert json.dumps(json_schemas(NAMES)) == json.dumps(json_schemas(NAMES))
