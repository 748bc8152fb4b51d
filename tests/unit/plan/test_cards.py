"""Cards for social media: one for each recent piece, one for each wijk that older pieces share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.config import SocialCards
from generator.model.document import Common, Page, Wijk
from generator.model.plan import MakeCard
from generator.model.view import CardArtView
from generator.plan.cards import Cards, make_cards
from generator.plan.tokens import Token
from tests.unit.examples import CONFIG, assembled, call, piece, story, theme

COLOURS = {"on-wijk": "#ffffff", "surface": "#eeeeee", "text": "#111111", "highlight": "#ffcc00"}
WIJKEN = {"heel-assen": "#222222", "peelo": "#333333", "rood": "#aa0000"}
FONT = {"fonts/letter.woff2": "letters", "fonts/zwaar.woff2": "letters"}


def token(path: str, colour: str) -> Token:
    return Token(f"semantic.color.{path}", f"--{path}", colour, colours=(colour, "#000000", "#000000"))


TOKENS = (
    *(token(path, colour) for path, colour in COLOURS.items()),
    *(token(f"wijk.{path}", colour) for path, colour in WIJKEN.items()),
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
    *, files: dict[str, str] | None = None, tokens: tuple[Token, ...] = TOKENS, settings: SocialCards | None = None
) -> Cards:
    config = replace(CONFIG, social_cards=settings or SocialCards())
    return make_cards(assembled(*PIECES, config=config).value, theme(files or dict(FONT)), tokens, "kaarten")


def art(found: Cards, slug: str) -> CardArtView:
    (artifact,) = [item for item in found.artifacts if f"/{item.path}" == found.addresses[slug]]
    assert isinstance(artifact.recipe, MakeCard)
    return artifact.recipe.view


def test_a_recent_piece_has_a_card_in_the_colour_of_its_first_wijk() -> None:
    view = art(cards(), "nieuw")
    assert (view.title, view.kicker, view.site) == ("Een nieuw verhaal", "Marsdijk", "Proefsite")
    assert (view.plane, view.on_plane, view.paper, view.ink, view.sun) == (
        "#aa0000",
        "#ffffff",
        "#eeeeee",
        "#111111",
        "#ffcc00",
    )
    assert view.font[0] == "fonts/letter.woff2"


def test_a_piece_about_the_whole_city_has_the_colour_of_the_city() -> None:
    view = art(cards(), "vorig-jaar")
    assert (view.kicker, view.plane) == ("Heel Assen", "#222222")
    assert art(cards(), "contact").kicker == "Heel Assen"


def test_older_pieces_share_the_card_of_their_wijk() -> None:
    found = cards()
    assert found.addresses["oud"] == found.addresses["oud-vraag"] == found.addresses["peelo"]
    assert found.addresses["oud-stad"] == found.site
    assert art(found, "peelo").title == "Peelo"


def test_the_settings_say_how_many_years_have_cards_of_their_own() -> None:
    found = cards(settings=SocialCards(years=3))
    assert found.addresses["oud"] != found.addresses["peelo"]
    none = cards(settings=SocialCards(years=0))
    assert none.addresses["nieuw"] == none.addresses["marsdijk"]


def test_each_card_is_one_file() -> None:
    paths = [artifact.path for artifact in cards().artifacts]
    assert len(set(paths)) == len(paths)
    assert all(path.startswith("assets/kaart-") and path.endswith(".png") for path in paths)


@pytest.mark.parametrize(
    ("files", "tokens", "settings"),
    [
        ({"images/x.svg": ""}, TOKENS, SocialCards()),
        (FONT, TOKENS[1:], SocialCards()),
        (FONT, (), SocialCards()),
        (FONT, TOKENS, SocialCards(enabled=False)),
    ],
)
def test_without_the_font_the_colours_or_the_wish_there_are_none(
    files: dict[str, str], tokens: tuple[Token, ...], settings: SocialCards
) -> None:
    assert cards(files=files, tokens=tokens, settings=settings) == Cards()


def test_the_logo_of_the_theme_is_used_when_there_is_one() -> None:
    assert art(cards(), "nieuw").logo is None
    view = art(cards(files={**FONT, "images/logo.png": "logo"}), "nieuw")
    assert view.logo is not None
    assert view.logo[0] == "images/logo.png"
