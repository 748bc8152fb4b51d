"""One content file becomes one document; in a draft every problem is a warning and what is missing is stood in for."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from generator.model.document import (
    HEEL_ASSEN,
    UNDATED,
    Call,
    Contact,
    Event,
    Kind,
    Moment,
    Parsed,
    Place,
    Project,
    RefKind,
    Story,
    Wijk,
)
from generator.parse import parse_document
from tests.unit.examples import day, told


def parse(path: str, text: str | bytes) -> Report[Parsed]:
    return parse_document(f"content/{path}", "digest", text.encode() if isinstance(text, str) else text)


STORY = "---\ntitel: Soep\ndatum: 2026-11-01\nsamenvatting: Er was soep.\nwijken: [peelo]\n---\n"


def test_a_document_is_its_front_matter_and_its_body() -> None:
    report = parse("verhalen/soep.md", STORY + "# Soep\n\nEr was *veel* [soep](oproepen/soep).\n")
    document, text = report.value.document, report.value.text
    assert report.diagnostics == ()
    assert document is not None
    assert text is not None
    assert (document.path, document.kind, document.slug) == ("content/verhalen/soep.md", Kind.STORY, "soep")
    assert (document.common.title, document.common.summary) == ("Soep", "Er was soep.")
    assert document.meta == Story(day("2026-11-01"), ("peelo",))
    assert document.digest == "digest"
    assert document.lines["wijken.0"] == 5
    assert document.body.headings[0].line == 7
    assert [(ref.kind, ref.target, ref.line) for ref in document.body.refs] == [(RefKind.LINK, "oproepen/soep", 9)]
    assert 'Er was <em>veel</em> <a href="mba:0">soep</a>.' in text.html


def test_front_matter_can_give_another_slug_than_the_file() -> None:
    report = parse("verhalen/soep.md", STORY.replace("titel: Soep", "titel: Soep\nslug: soep-2026"))
    assert report.value.slug == "soep-2026"
    assert report.value.document is not None
    assert report.value.document.slug == "soep-2026"


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + STORY.encode(), STORY.replace("\n", "\r\n").encode()])
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(data: bytes) -> None:
    report = parse("verhalen/soep.md", data)
    assert report.diagnostics == ()
    assert report.value.document == parse("verhalen/soep.md", STORY).value.document


@pytest.mark.parametrize(
    ("before", "after"),
    [("soep.", "soep!"), ("Er was soep.\n---\n", "Er was soep.\n\n---\n")],
)
def test_the_body_has_the_same_key_while_its_text_and_its_first_line_are_the_same(before: str, after: str) -> None:
    whole = STORY.replace("wijken: [peelo]\n", "").replace("samenvatting", "wijken: [peelo]\nsamenvatting") + "Tekst."
    one, two = parse("verhalen/soep.md", whole).value.document, parse("verhalen/soep.md", whole.replace(before, after))
    assert one is not None
    assert two.value.document is not None
    assert (one.body.key == two.value.document.body.key) is (after == "soep!")


def test_what_is_right_is_checked_beside_what_is_wrong() -> None:
    text = STORY.replace("2026-11-01", "01-11-2026").replace("titel", "title") + "<b>vet</b>\n\n{{ weg }}\n"
    assert told(parse("verhalen/soep.md", text).diagnostics) == [
        "1 fout verplicht",
        "3 fout datum-onjuist",
        "2 fout onbekende-sleutel",
        "7 fout rauwe-html",
        "9 fout onbekende-kortcode",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["1 fout leeg-bestand"]),
        ("Alleen tekst.", ["1 fout geen-gegevens"]),
        ("---\ntitel: a\n\nTekst.", ["3 fout gegevens-open"]),
        ("---\ntitel: a: b\n---\n", ["2 fout yaml-dubbele-punt"]),
        ("---\n- a\n---\n<b>x</b>", ["2 fout yaml-geen-sleutels", "4 fout rauwe-html"]),
        (b"---\ntitel: \xe9\n---\n", ["2 fout geen-utf8"]),
    ],
)
def test_a_file_that_cannot_be_understood_keeps_its_name(text: str | bytes, found: list[str]) -> None:
    report = parse("verhalen/soep.md", text)
    assert told(report.diagnostics) == found
    assert report.value == Parsed("content/verhalen/soep.md", Kind.STORY, "soep", None)


def test_a_file_where_no_content_belongs_has_no_kind() -> None:
    report = parse("verhaal/soep.md", STORY)
    assert report.value == Parsed("content/verhaal/soep.md", None, "", None)
    assert told(report.diagnostics) == ["1 fout onbekende-map"]


DRAFT = STORY.replace("---\ntitel", "---\nconcept: ja\ntitel", 1)


def test_every_problem_of_a_draft_is_a_warning() -> None:
    text = DRAFT.replace("2026-11-01", "gisteren").replace("[peelo]", "[peelo]\nwat: x") + "<b>vet</b>\n"
    report = parse("verhalen/soep.md", text)
    assert told(report.diagnostics) == [
        "4 waarschuwing datum-onjuist",
        "7 waarschuwing onbekende-sleutel",
        "9 waarschuwing rauwe-html",
    ]
    assert report.value.document is not None
    assert report.value.document.common.draft


@pytest.mark.parametrize(
    "text",
    [
        "---\nconcept: ja\ntitel: a: b\n---\n",
        "---\nconcept: ja\ntitel: a\n\nTekst.",
        "concept: ja\ntitel: a\n",
    ],
)
def test_a_draft_that_cannot_be_read_only_warns(text: str) -> None:
    report = parse("verhalen/soep.md", text)
    assert report.value.document is None
    assert [found.severity for found in report.diagnostics] == ["waarschuwing"]


def test_the_word_concept_in_a_body_does_not_soften_what_is_wrong_with_the_data() -> None:
    text = "---\ntitel: a: b\n---\nconcept: ja\n"
    assert told(parse("verhalen/soep.md", text).diagnostics) == ["2 fout yaml-dubbele-punt"]


@pytest.mark.parametrize(
    ("path", "meta"),
    [
        ("verhalen/mijn-stuk.md", Story(UNDATED, (HEEL_ASSEN,))),
        ("wijken/mijn-stuk.md", Wijk("WK000000")),
        (
            "oproepen/mijn-stuk.md",
            Call(
                "meedoen",
                UNDATED,
                (HEEL_ASSEN,),
                None,
                Contact(address="nog niet bekend"),
                "nog niet bekend",
                "nog niet bekend",
            ),
        ),
        ("projecten/mijn-stuk.md", Project((HEEL_ASSEN,), "voorbereiding")),
        ("agenda/mijn-stuk.md", Event(Moment(UNDATED), None, Place("nog niet bekend"), (HEEL_ASSEN,))),
    ],
)
def test_a_draft_may_lack_everything(path: str, meta: object) -> None:
    report = parse(path, "---\nconcept: ja\n---\n")
    document = report.value.document
    assert document is not None
    assert (document.common.title, document.meta) == ("Mijn stuk", meta)
    assert {str(found.severity) for found in report.diagnostics} == {"waarschuwing"}


def test_a_draft_shows_what_its_writer_wrote_and_stand_ins_for_the_rest() -> None:
    document = parse(
        "verhalen/x.md", "---\nconcept: ja\ntitel: Soep\ndatum: 31-12\nwijken: peelo\n---\n"
    ).value.document
    assert document is not None
    assert (document.common.title, document.common.summary) == ("Soep", "Nog zonder samenvatting.")
    assert document.meta == Story(UNDATED, ("peelo",))


def test_a_draft_of_a_call_without_a_last_day_shows_what_its_writer_wrote() -> None:
    report = parse("oproepen/x.md", "---\nconcept: ja\ntitel: Wie helpt?\nsoort: idee\n---\n")
    document = report.value.document
    assert document is not None
    assert document.common.title == "Wie helpt?"
    assert isinstance(document.meta, Call)
    assert (document.meta.call_kind, document.meta.closes_on) == ("idee", None)


def test_a_draft_of_a_call_that_closes_and_keeps_running_is_shown() -> None:
    report = parse("oproepen/x.md", "---\nconcept: ja\ntitel: Wie?\nsluit_op: 2026-12-01\ndoorlopend: ja\n---\n")
    assert report.value.document is not None
    assert report.value.document.common.title == "Wie?"


def test_a_draft_of_an_activity_that_has_an_end_and_no_begin_yet_is_shown() -> None:
    report = parse("agenda/x.md", "---\nconcept: ja\ntitel: Feest\neindigt: 2026-12-05\n---\n")
    assert report.value.document is not None
    assert report.value.document.common.title == "Feest"


def test_a_draft_of_an_activity_that_ends_before_it_begins_is_shown() -> None:
    text = "---\nconcept: ja\ntitel: Feest\nbegint: 2026-12-05\neindigt: 2026-12-04\n---\n"
    assert parse("agenda/x.md", text).value.document is not None
