"""The references of a body are resolved in their order, and each keeps its place."""

from __future__ import annotations

from generator.model.document import Common, Ref, RefKind
from generator.model.site import LinkTarget, PhotoTarget, ShortcodeTarget
from tests.unit.examples import PEELO, assembled, photo_file, piece, register, told

PATH = "content/verhalen/soep/feest.jpg"
REFS = (
    Ref(RefKind.LINK, "wijken/peelo", 8),
    Ref(RefKind.PHOTO, "feest.jpg", 9, "Een feest.", (("bijschrift", "Kijk!"),)),
    Ref(RefKind.SHORTCODE, "contact", 10, arguments=(("0", "peelo"),)),
    Ref(RefKind.LINK, "#top", 11),
)


def test_each_reference_has_its_target_in_its_place() -> None:
    document = piece("verhalen/soep/index.md", refs=REFS)
    report = assembled(PEELO, document, photos=[photo_file(PATH)], registers=[register(PATH)])
    assert report.diagnostics == ()
    assert report.value.targets[document.path] == (
        LinkTarget("/wijken/peelo/"),
        PhotoTarget(PATH, alt="Een feest.", caption="Kijk!"),
        ShortcodeTarget("contact", slug="peelo"),
        LinkTarget("#top"),
    )


def test_a_photo_that_may_no_longer_be_shown_leaves_nothing_and_no_message() -> None:
    document = piece("verhalen/soep/index.md", refs=REFS[1:2])
    report = assembled(
        PEELO, document, photos=[photo_file(PATH)], registers=[register(PATH, withdrawn_on="2026-11-01")]
    )
    assert report.diagnostics == ()
    assert report.value.targets[document.path] == (PhotoTarget(None, alt="Een feest.", caption="Kijk!"),)


def test_a_photo_that_is_not_there_is_told_at_the_line_of_the_reference() -> None:
    document = piece("verhalen/soep/index.md", refs=REFS[1:2])
    report = assembled(PEELO, document)
    assert report.value.targets[document.path] == (PhotoTarget(None),)
    assert told(report.diagnostics) == ["9 fout foto-ontbreekt"]


def test_the_references_of_a_draft_are_resolved_and_only_warn() -> None:
    refs = [Ref(RefKind.LINK, "weg", 8), Ref(RefKind.PHOTO, "weg.jpg", 9)]
    document = piece("verhalen/soep.md", common=Common("Soep", draft=True), refs=refs)
    report = assembled(PEELO, document)
    assert report.value.targets[document.path] == (LinkTarget(None), PhotoTarget(None))
    assert told(report.diagnostics) == ["8 waarschuwing dode-link", "9 waarschuwing foto-ontbreekt"]
