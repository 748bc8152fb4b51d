"""What the references of a text become on the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import Common, Document, Ref, RefKind, TeamMember, Wijk
from generator.model.shared import Counter, SharedData
from generator.model.view import (
    AgendaInsert,
    BodyView,
    CallInsert,
    ContactInsert,
    CountersInsert,
    GalleryInsert,
    Insert,
    LinkInsert,
    PhotoInsert,
    PhotoView,
    QuoteInsert,
    TeamMemberView,
    VideoInsert,
    WijkBadge,
)
from generator.plan.bodies import make_body
from generator.plan.catalog import Catalog
from tests.unit.examples import assembled, call, event, photo_file, piece, register

ONE, TWO = "content/verhalen/soep/een.jpg", "content/verhalen/soep/twee.jpg"
PHOTOS = {path: PhotoView("Een plein.", 1200, 800, (), None, f"Maker van {path[-8:]}") for path in (ONE, TWO)}
PEELO = piece("wijken/peelo.md", Wijk("WK010606", team=(TeamMember("mba", role="coach"),), office_hours="Dinsdag"))
BADGE = WijkBadge("peelo", "Peelo", "peelo", "/wijken/peelo/")
SHARED = SharedData(
    counters={name: Counter(name, name.capitalize(), "Voor iets.", ("Iets.",)) for name in ("groen", "grijs")}
)
OTHERS = (
    PEELO,
    piece("oproepen/superbuur.md", call()),
    piece("agenda/feest.md", event()),
    piece("agenda/oud.md", event("2026-01-01")),
)


def body(*refs: Ref, words: int = 5) -> tuple[Catalog, BodyView]:
    document: Document = piece("verhalen/soep/index.md", refs=refs)
    document = replace(document, body=replace(document.body, words=words))
    site = assembled(
        *OTHERS,
        document,
        shared=SHARED,
        photos=[photo_file(ONE), photo_file(TWO)],
        registers=[register(ONE), register(TWO)],
    ).value
    catalog = Catalog(site, PHOTOS)
    return catalog, make_body(catalog, document)


def code(name: str, *values: str, **named: str) -> Ref:
    positional = tuple((str(place), value) for place, value in enumerate(values))
    return Ref(RefKind.SHORTCODE, name, 9, arguments=(*positional, *named.items()))


def insert(ref: Ref) -> tuple[Catalog, Insert]:
    catalog, view = body(ref)
    return catalog, view.inserts[0]


@pytest.mark.parametrize(
    ("ref", "shown"),
    [
        (Ref(RefKind.LINK, "wijken/peelo", 9), LinkInsert("/wijken/peelo/", external=False)),
        (Ref(RefKind.LINK, "https://x.nl", 9), LinkInsert("https://x.nl", external=True)),
        (Ref(RefKind.LINK, "weg", 9), LinkInsert(None, external=False)),
        (Ref(RefKind.PHOTO, "een.jpg", 9), PhotoInsert(PHOTOS[ONE], first=True)),
        (Ref(RefKind.PHOTO, "weg.jpg", 9), PhotoInsert(None)),
        (code("foto", "een.jpg", bijschrift="Kijk!"), PhotoInsert(PHOTOS[ONE], "Kijk!", first=True)),
        (code("foto", "weg.jpg"), PhotoInsert(None)),
        (
            code("galerij", "een.jpg", "twee.jpg"),
            GalleryInsert((PHOTOS[ONE], PHOTOS[TWO]), before_after=False, caption=None, first=True),
        ),
        (
            code("voor-en-na", "een.jpg", "twee.jpg", bijschrift="Het plein"),
            GalleryInsert((PHOTOS[ONE], PHOTOS[TWO]), before_after=True, caption="Het plein", first=True),
        ),
        (code("citaat", "Fijn.", naam="Ans"), QuoteInsert("Fijn.", "Ans")),
        (code("citaat", "Fijn."), QuoteInsert("Fijn.", None)),
        (
            code("contact", "peelo"),
            ContactInsert(BADGE, (TeamMemberView(None, "coach", "Proefsite", None, None),), "Dinsdag"),
        ),
        (code("contact", "weg"), PhotoInsert(None)),
        (
            code("video", "https://www.x.nl/film", titel="Het plein", tekst="wijken/peelo", duur="3 minuten"),
            VideoInsert("https://www.x.nl/film", "x.nl", "Het plein", "3 minuten", "/wijken/peelo/"),
        ),
    ],
)
def test_each_reference_becomes_an_insert(ref: Ref, shown: Insert) -> None:
    assert insert(ref)[1] == shown


def test_a_call_shows_its_card() -> None:
    catalog, shown = insert(code("oproep", "superbuur"))
    assert shown == CallInsert(catalog.card(catalog.site.by_slug["superbuur"]))


def test_the_agenda_of_a_wijk_shows_what_is_still_to_come() -> None:
    catalog, shown = insert(code("agenda", "peelo"))
    assert shown == AgendaInsert(BADGE, (catalog.card(catalog.site.by_slug["feest"]),))


@pytest.mark.parametrize(("ref", "names"), [(code("loket", "groen"), ["groen"]), (code("loket"), ["groen", "grijs"])])
def test_one_counter_or_all_of_them_are_shown(ref: Ref, names: list[str]) -> None:
    _, shown = insert(ref)
    assert isinstance(shown, CountersInsert)
    assert [counter.slug for counter in shown.counters] == names


def test_a_body_keeps_its_inserts_in_order() -> None:
    _, view = body(Ref(RefKind.LINK, "#a", 9), Ref(RefKind.PHOTO, "een.jpg", 10), Ref(RefKind.LINK, "#b", 11))
    assert view.fragment == "body of verhalen/soep/index.md"
    assert view.inserts == (
        LinkInsert("#a", external=False),
        PhotoInsert(PHOTOS[ONE], first=True),
        LinkInsert("#b", external=False),
    )


def test_only_the_first_photo_of_a_page_is_the_first() -> None:
    refs = (Ref(RefKind.PHOTO, "weg.jpg", 9), Ref(RefKind.PHOTO, "een.jpg", 10), Ref(RefKind.PHOTO, "twee.jpg", 11))
    assert [getattr(shown, "first", None) for shown in body(*refs)[1].inserts] == [False, True, False]
    catalog, _ = body(*refs)
    document = next(item.document for item in catalog.site.items if item.slug == "soep")
    below = make_body(catalog, document, after_photo=True)
    assert [getattr(shown, "first", None) for shown in below.inserts] == [False, False, False]


@pytest.mark.parametrize(("words", "refs", "empty"), [(0, (), True), (1, (), False), (0, (code("loket"),), False)])
def test_a_body_without_words_or_references_is_empty(words: int, refs: tuple[Ref, ...], empty: bool) -> None:  # noqa: FBT001
    assert body(*refs, words=words)[1].empty is empty


def test_a_hidden_call_leaves_nothing() -> None:
    hidden = piece("oproepen/geheim.md", call(), Common("Geheim", draft=True))
    document = piece("verhalen/soep.md", refs=[code("oproep", "geheim")])
    site = assembled(PEELO, hidden, document).value
    assert make_body(Catalog(site, {}), document).inserts == (PhotoInsert(None),)
