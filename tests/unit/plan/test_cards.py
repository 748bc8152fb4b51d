"""Cards for social media: one for each recent piece, one for each wijk that older pieces share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.diagnostics import Report
from generator.model.config import SocialCards
from generator.model.document import Common, Document, Page, Wijk
from generator.model.plan import MakeCard
from generator.model.view import CardArtView
from generator.plan.brand import Brand
from generator.plan.cards import ART, Cards, make_cards
from generator.plan.fonts import Font
from generator.plan.palette import Palette
from generator.plan.tokens import Token
from tests.unit.examples import CONFIG, assembled, call, piece, story, theme, told

COLOURS = {
    "on-plane": "#ffffff",
    "surface": "#eeeeee",
    "text": "#111111",
    "highlight": "#ffcc00",
    "on-highlight": "#000000",
}
WIJKEN = {"heel-assen": "#222222", "peelo": "#333333", "rood": "#aa0000"}
FILES = {"fonts/letter.woff2": "letters"}
LETTERS = Font("Letter", "fonts/letter.woff2", "400", ((0x20, 0x7E), (0xEB, 0xEB), (0x2026, 0x2026)))
BRAND = Brand(addresses={"images/deelkaart.png": "/assets/deelkaart.png"})


def token(path: str, colour: str) -> Token:
    return Token(f"semantic.color.{path}", f"--{path}", colour, colours=(colour, "#000000", "#000000"))


TOKENS = (
    *(token(path, colour) for path, colour in COLOURS.items()),
    *(token(f"wijk.{path}", colour) for path, colour in WIJKEN.items()),
    token("wijk-plane.rood", "#990000"),
    token("wijk-soft.rood", "#ffeeee"),
)
PIECES = (
    piece("wijken/peelo.md", Wijk("WK010606")),
    piece("wijken/marsdijk.md", Wijk("WK010607", color="rood")),
    piece("verhalen/nieuw.md", story("2026-01-01", "marsdijk", "peelo"), Common("Een nieuw verhaal")),
    piece("verhalen/vorig-jaar.md", story("2025-01-01", "heel-assen")),
    piece("verhalen/oud.md", story("2024-12-31", "peelo")),
    piece("verhalen/oud-stad.md", story("2024-12-31", "heel-assen")),
    piece("oproepen/oud-vraag.md", call(date="2020-01-01")),
    piece("contact.md", Page()),
)


def cards(
    *,
    files: dict[str, str] | None = None,
    tokens: tuple[Token, ...] = TOKENS,
    font: Font | None = LETTERS,
    settings: SocialCards | None = None,
    brand: Brand = BRAND,
    pieces: tuple[Document, ...] = PIECES,
    templates: Mapping[str, str] | None = None,
) -> Report[Cards]:
    site = assembled(*pieces, config=replace(CONFIG, social_cards=settings or SocialCards())).value
    look = theme(files or dict(FILES))
    return make_cards(site, look, Palette(site, tokens), brand, font, "kaarten", templates or {})


def art(found: Report[Cards], slug: str) -> CardArtView:
    (artifact,) = [item for item in found.value.artifacts if f"/{item.path}" == found.value.addresses[slug]]
    assert isinstance(artifact.recipe, MakeCard)
    return artifact.recipe.view


def test_a_recent_piece_has_a_card_in_the_colour_of_its_first_wijk() -> None:
    view = art(cards(), "nieuw")
    assert (view.title, view.kicker, view.site) == ("Een nieuw verhaal", "Marsdijk", "Proefsite")
    assert (view.plane, view.accent, view.soft) == ("#990000", "#aa0000", "#ffeeee")
    assert (view.on_plane, view.paper, view.ink, view.sun) == ("#ffffff", "#eeeeee", "#111111", "#ffcc00")
    assert (view.font[0], view.slug, view.kind) == ("fonts/letter.woff2", "nieuw", "verhaal")


def test_a_piece_about_the_whole_city_has_the_colour_of_the_city() -> None:
    view = art(cards(), "vorig-jaar")
    assert (view.kicker, view.plane) == ("Heel Assen", "#222222")
    assert art(cards(), "contact").kicker == "Heel Assen"


def test_older_pieces_share_the_card_of_their_wijk() -> None:
    found = cards().value
    assert found.addresses["oud"] == found.addresses["oud-vraag"] == found.addresses["peelo"]
    assert found.addresses["oud-stad"] == found.site == "/assets/deelkaart.png"
    assert art(cards(), "peelo").title == "Peelo"


def test_the_settings_say_how_many_years_have_cards_of_their_own() -> None:
    found = cards(settings=SocialCards(years=3)).value
    assert found.addresses["oud"] != found.addresses["peelo"]
    none = cards(settings=SocialCards(years=0)).value
    assert none.addresses["nieuw"] == none.addresses["marsdijk"]


def test_each_card_is_one_file() -> None:
    paths = [artifact.path for artifact in cards().value.artifacts]
    assert len(set(paths)) == len(paths)
    assert all(path.startswith("assets/kaart-") and path.endswith(".png") for path in paths)


@pytest.mark.parametrize(
    ("font", "tokens", "settings"),
    [
        (None, TOKENS, SocialCards()),
        (LETTERS, TOKENS[1:], SocialCards()),
        (LETTERS, (), SocialCards()),
        (LETTERS, TOKENS, SocialCards(enabled=False)),
    ],
)
def test_without_the_font_the_colours_or_the_wish_there_is_only_the_card_of_the_site(
    font: Font | None, tokens: tuple[Token, ...], settings: SocialCards
) -> None:
    found = cards(font=font, tokens=tokens, settings=settings)
    assert found.value == Cards(site="/assets/deelkaart.png")


def test_the_logo_of_the_theme_is_used_when_there_is_one() -> None:
    assert art(cards(), "nieuw").logo is None
    raster = ("images/logo.png", "digest")
    assert art(cards(brand=replace(BRAND, raster=raster)), "nieuw").logo == raster


def test_a_card_follows_the_drawings_of_the_theme_and_what_chooses_them() -> None:
    def drawings(drawing: str, chooser: str) -> str | None:
        files = {**FILES, "images/tekening-soep.svg": drawing}
        return art(cards(files=files, templates={ART: chooser}), "nieuw").drawings

    assert art(cards(), "nieuw").drawings is None
    assert len({drawings("een", "a"), drawings("twee", "a"), drawings("een", "b")}) == 3
    assert drawings("een", "a") == drawings("een", "a")


def titled(title: str) -> tuple[str, list[str], str]:
    document = piece("verhalen/nieuw.md", story("2026-01-01"), Common(title), lines={"titel": 2})
    found = cards(pieces=(document,))
    (told_of,) = found.diagnostics or (None,)
    return art(found, "nieuw").title, told(found.diagnostics), told_of.message if told_of else ""


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Şükrü bakt", "Sukru bakt"),
        ("Łukasz en Zoë", "Lukasz en Zoë"),
        ("ĳs op het plein", "ijs op het plein"),
        ("Ons straße­feest", "Ons strassefeest"),
    ],
)
def test_a_letter_that_the_font_lacks_is_written_as_the_letter_below_its_accent(title: str, written: str) -> None:
    assert titled(title) == (written, [], "")


@pytest.mark.parametrize(
    ("title", "written", "signs"),
    [("Feest 🎉 in de wijk 👩‍👧", "Feest in de wijk", "🎉 👩 👧"), ("Ангела", "", "А н г е л а")],
)
def test_what_no_letter_can_stand_for_is_left_out_and_told_at_the_title(title: str, written: str, signs: str) -> None:
    shown, problems, message = titled(title)
    assert (shown, problems) == (written, ["2 waarschuwing kaart-letters"])
    assert message == f"deze tekens kan ons lettertype niet, de deelkaart laat ze weg: {signs}"
