"""The file of a new piece: it builds as a draft as it is, and is right once it is filled in as its examples say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.draft import register_skeleton, skeleton
from generator.draft.skeleton import ALSO, EXAMPLE
from generator.model.document import Kind
from generator.model.source import SourceFile
from generator.parse import KINDS, PhotoKeys, Plain, outline, parse_document, parse_register, write_yaml
from generator.parse.yaml_text import read_yaml

NAMES = {
    "wijken": ("marsdijk", "peelo"),
    "themas": ("groen",),
    "projecten": ("de-tuin",),
    "verhalen": ("soep",),
    "organisaties": ("mba", "actium"),
    "loketten": ("stila",),
}


def text_of(kind: Kind, **values: Plain) -> str:
    name = "naam" if kind is Kind.WIJK else "titel"
    return skeleton(outline(KINDS[kind], NAMES), {name: "Soep", **values}, [])


def problems(kind: Kind, text: str) -> list[str]:
    path = "/".join(part for part in ("content", kind.value, "proef.md") if part)
    return [
        f"{found.severity} {found.code}: {found.message}"
        for found in parse_document(path, "", text.encode()).diagnostics
    ]


def filled_in(text: str) -> str:
    """Put behind each empty key what its explanation proposes."""
    filled = re.sub(rf"(?m)^(# .*{EXAMPLE}(.+)\n[a-z_]+:)$", r"\1 \2", text)
    return re.sub(r"(?m)^(# .*Kies uit: ([a-z-]+)[,.].*\n[a-z_]+:)$", r"\1 \2", filled)


def commented_keys(text: str) -> list[str]:
    return re.findall(r"(?m)^#([a-z_]+): ", text)


def uncommented(text: str, *keys: str) -> str:
    for key in keys:
        text = text.replace(f"\n#{key}: ", f"\n{key}: ")
    return text


@pytest.mark.parametrize("kind", Kind)
def test_an_untouched_draft_has_no_errors_and_its_warnings_are_what_is_left_to_do(kind: Kind) -> None:
    text = text_of(kind)
    empty = re.findall(r"(?m)^([a-z_]+):$", text)
    found = problems(kind, text)
    assert [line for line in found if line.startswith("fout")] == []
    assert {re.findall(r"'(\w+)'", line)[0] for line in found} == set(empty)


@pytest.mark.parametrize("kind", Kind)
def test_filled_in_from_its_examples_it_is_ready(kind: Kind) -> None:
    text = filled_in(text_of(kind)).replace("concept: ja\n", "")
    assert re.findall(r"(?m)^[a-z_]+:$", text) == []
    assert problems(kind, text) == []


@pytest.mark.parametrize("kind", Kind)
def test_every_other_key_can_be_used_by_taking_its_sign_away(kind: Kind) -> None:
    text = filled_in(text_of(kind))
    keys = commented_keys(text)
    assert set(keys) | set(re.findall(r"(?m)^([a-z_]+):", text)) == set(KINDS[kind].model_fields)
    for key in keys:
        if key != "doorlopend":
            assert problems(kind, uncommented(text, key)) == []
    assert problems(kind, uncommented(text, *(key for key in keys if key != "doorlopend"))) == []


def test_a_call_that_keeps_running_has_no_last_day() -> None:
    text = text_of(Kind.CALL, doorlopend="ja")
    assert "sluit_op" not in text
    assert problems(Kind.CALL, filled_in(text).replace("concept: ja\n", "")) == []


def test_examples_are_names_that_the_site_knows() -> None:
    text = text_of(Kind.STORY)
    assert "#themas: [groen]" in text
    assert "#project: de-tuin" in text
    assert "#akkoord: {mba: 2026-11-23}" in text
    assert "Kies uit: marsdijk, peelo, heel-assen." in text


def test_the_first_photo_stands_above_the_piece_and_the_others_in_its_text() -> None:
    text = skeleton(outline(KINDS[Kind.PAGE], NAMES), {"titel": "Soep"}, ["een.jpg", "twee.jpg", "drie.jpg"])
    front, _, body = text.partition("\n---\n")
    assert "\nfoto: een.jpg\n" in front
    assert body == '\n{{ foto "twee.jpg" }}\n\n{{ foto "drie.jpg" }}\n\n'


def test_lines_end_as_everywhere_and_none_ends_in_spaces() -> None:
    for kind in Kind:
        text = text_of(kind)
        assert "\r" not in text
        assert [line for line in text.split("\n") if line != line.rstrip()] == []


def test_a_register_says_what_is_missing_and_is_right_when_filled_in() -> None:
    text = register_skeleton(outline(PhotoKeys, {}), "feest.jpg")
    source = "content/verhalen/soep/feest.jpg.yaml"
    found = parse_register(SourceFile(source, "", text.encode())).diagnostics
    assert [(problem.line, problem.message) for problem in found] == [
        (6, "'fotograaf' is nog leeg"),
        (8, "'toestemming' is nog leeg"),
        (4, "de foto heeft geen beschrijving"),
    ]
    filled = uncommented(filled_in(text), "toestemming_ref", "toestemming_op")
    report = parse_register(SourceFile(source, "", filled.encode()))
    assert report.diagnostics == ()
    assert report.value is not None
    assert report.value.alt == "Buren eten soep aan lange tafels op het plein."
    assert ALSO in text


printable = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), min_size=1)
plain = st.recursive(printable, lambda inner: st.lists(inner) | st.dictionaries(printable, inner), max_leaves=6)


@given(plain)
def test_a_value_that_is_written_reads_back_as_it_was(value: Plain) -> None:
    written = write_yaml(value)
    assert "\n" not in written
    read = read_yaml(f"sleutel: {written}\n", path="x.md")
    assert read.value is not None
    assert read.value.value == {"sleutel": value}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Soep", "Soep"),
        ("Wie: is 'dat'?", "\"Wie: is 'dat'?\""),
        ('"Zo" zei ze', "'\"Zo\" zei ze'"),
        ("a, b", "a, b"),
        (["a, b", "c"], '["a, b", c]'),
        ({"naam": "De Schulp", "adres": "Markt 1, Assen"}, '{naam: De Schulp, adres: "Markt 1, Assen"}'),
        ("# geen uitleg", '"# geen uitleg"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(value: Plain, written: str) -> None:
    assert write_yaml(value) == written
