"""What the rest of the site gets besides the HTML."""

from __future__ import annotations

from generator.diagnostics import Diagnostic
from generator.model.document import Fragment, FragmentText, Heading, Ref, RefKind
from generator.model.shortcodes import SHORTCODES
from generator.parse.markdown import render


def fragment_of(body: str) -> Fragment:
    return render(body, path="x.md", first_line=5, key="sleutel").value[0]


def text_of(body: str) -> str:
    return render(body, path="x.md", first_line=5, key="sleutel").value[1].text


def problems_of(body: str) -> tuple[Diagnostic, ...]:
    return render(body, path="verhalen/x.md", first_line=5, key="x").diagnostics


def test_an_empty_body_is_an_empty_fragment() -> None:
    for body in ("", "\n\n", "  \n\t\n", "\x00"):
        report = render(body, path="x.md", first_line=5, key="k")
        assert report.value == (Fragment("k"), FragmentText("", ""))


def test_headings_have_level_anchor_text_and_line() -> None:
    assert fragment_of("# Een *mooie* 'kop'[^1]\n\nTwee\n---\n\n[^1]: x").headings == (
        Heading(2, "een-mooie-kop", "Een mooie ‘kop’", 5),
        Heading(3, "twee", "Twee", 7),
    )


def test_references_are_numbered_in_the_order_of_the_page() -> None:
    fragment = fragment_of("Eerst[^1] [een](a).\n\n[^1]: Dan [drie](c).\n\n![twee](b.jpg)")
    assert [(ref.kind, ref.target, ref.line) for ref in fragment.refs] == [
        (RefKind.LINK, "a", 5),
        (RefKind.PHOTO, "b.jpg", 9),
        (RefKind.LINK, "c", 7),
    ]


def test_a_photo_has_its_description_and_caption_with_typography() -> None:
    assert fragment_of('![Anna\'s "feest"](x.jpg "\'t Is klaar")').refs == (
        Ref(RefKind.PHOTO, "x.jpg", 5, "Anna’s “feest”", (("bijschrift", "’t Is klaar"),)),
    )


def test_a_link_has_its_text() -> None:
    assert fragment_of("[lees *meer*\nhier](x)").refs == (Ref(RefKind.LINK, "x", 5, "lees meer hier"),)


def test_anchors_are_all_ids_of_the_page() -> None:
    assert fragment_of("# Kop[^a]\n\n[^a]: x").anchors == ("kop", "nootverwijzing_1", "noot_1")


def test_the_text_is_without_markup_and_has_a_blank_line_between_blocks() -> None:
    body = (
        '# Kop\n\nEen **vette** [link](x) en `code`,\n"regel" twee.\\\nDrie[^1].\n\n- een\n- twee\n\n'
        "| a | b |\n|---|---|\n| c | d |\n\n> citaat\n\n```\ncode\n```\n\n![alt](x.jpg)\n\n[^1]: Noot.\n"
    )
    assert text_of(body).split("\n\n") == [
        "Kop",
        "Een vette link en code,\n“regel” twee.\nDrie.",
        *("een", "twee", "a", "b", "c", "d", "citaat", "code", "Noot."),
    ]


def test_words_are_counted_as_a_reader_would() -> None:
    assert fragment_of("# Twee woorden\n\nDrie -- 't *is* hier 12.30 uur: a & b.").words == 2 + 8
    assert fragment_of("![alt](x.jpg)").words == 0


def test_problems_say_where_what_and_how_to_go_on() -> None:
    html, code = problems_of("Dit is <b>vet</b>.\n\n{{ fotto x }}\n")
    assert str(html) == (
        "verhalen/x.md:5: fout[rauwe-html]: Hier staat HTML-code: <b>.\n"
        "  tip: Schrijf **vet** met twee sterretjes aan elke kant."
    )
    assert str(code).startswith(
        "verhalen/x.md:7: fout[onbekende-kortcode]: De kortcode fotto bestaat niet. Bedoel je foto?\n"
        "  tip: Je kunt kiezen uit: "
    )
    assert all(name in (code.tip or "") for name in SHORTCODES)


def test_control_characters_are_dropped_with_a_warning_for_each_line() -> None:
    report = render("a\x02b\x03c\n\nd\x00\n\ufeffe", path="x.md", first_line=5, key="x")
    assert report.value[1].html == "<p>abc</p>\n<p>d\ne</p>"
    assert [(problem.line, problem.code, problem.severity) for problem in report.diagnostics] == [
        (5, "stuurteken", "waarschuwing"),
        (7, "stuurteken", "waarschuwing"),
        (8, "stuurteken", "waarschuwing"),
    ]


def test_what_word_processors_paste_for_a_new_line_parts_words() -> None:
    report = render("een\x0btwee\u2028drie", path="x.md", first_line=5, key="x")
    assert report.value[1].html == "<p>een twee drie</p>"
    assert [problem.code for problem in report.diagnostics] == ["stuurteken"]
