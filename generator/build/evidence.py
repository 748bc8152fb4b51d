"""A checked site -> what was looked at for accessibility, in how many places, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.build.front import Front
from generator.diagnostics import Diagnostic
from generator.model.document import RefKind
from generator.model.plan import RenderTemplate
from generator.model.state import Evidence
from generator.plan.contrast import contrast
from generator.plan.tokens import TOKENS, read_pairs, theme_tokens

_PAGE = ("kop-een", "titel-ontbreekt", "omschrijving-ontbreekt", "taal-ontbreekt", "id-dubbel", "titel-dubbel")
_SCRIPTS = ("script-in-pagina", "stijl-in-pagina", "verzoek-buiten")
_HEADINGS = ("kop-leeg", "kop-overgeslagen", "vette-kop")
_PHOTOS = ("alt-ontbreekt", "alt-zegt-niets", "register-ontbreekt")
_LINKS = ("dode-link", "dood-anker", "link-leeg")
_LINK_TEXTS = ("klik-hier", "link-is-adres", "bestand-zonder-uitleg")
_SHAPES = ("nep-lijst", "tabel-zonder-kop", "andere-taal")
_WORDS = ("lange-zin", "moeilijk-woord", "afkorting", "leesscore", "hoofdletters")
_COLOURS = ("contrast", "kleur-los", "token-onbekend", "letter-pixels")


def gather_evidence(front: Front, diagnostics: Iterable[Diagnostic]) -> tuple[Evidence, ...]:
    """Count what was checked; every number is of this run."""
    codes = Counter(found.code for found in diagnostics)

    def problems(wanted: tuple[str, ...]) -> int:
        return sum(codes[code] for code in wanted)

    documents = [parsed.document for parsed in front.reading.parsed if parsed.document is not None]
    pages = sum(isinstance(artifact.recipe, RenderTemplate) for artifact in front.plan.artifacts)
    links = sum(ref.kind is RefKind.LINK for document in documents for ref in document.body.refs)
    headings = sum(len(document.body.headings) for document in documents)
    sentences = sum(coached.readability.sentences for coached in front.reading.coached.values())
    decorative = sum(photo.register.decorative for photo in front.site.photos.values())
    pairs, lowest = _colours(front)
    return (
        Evidence("Pagina's: één hoofdkop, één titel, één taal, elk id één keer", pages, problems(_PAGE)),
        Evidence("Pagina's: geen script of stijl in de pagina, niets van een ander geladen", pages, problems(_SCRIPTS)),
        Evidence("Koppen: met tekst, zonder sprong, geen vette regels als kop", headings, problems(_HEADINGS)),
        Evidence(
            "Foto's: met een beschrijving die iets zegt",
            len(front.site.photos),
            problems(_PHOTOS),
            f"waarvan {decorative} als versiering" if decorative else "",
        ),
        Evidence("Links: komen ergens uit", links, problems(_LINKS)),
        Evidence("Links: de tekst zegt waarheen, en bij bestanden wat het is", links, problems(_LINK_TEXTS)),
        Evidence(
            "Teksten: echte lijsten, tabellen met koppen, één taal",
            len(documents),
            problems(_SHAPES),
        ),
        Evidence("Zinnen: kort, met gewone woorden, zonder hoofdletters", sentences, problems(_WORDS)),
        Evidence("Kleuren: genoeg contrast in licht, donker en druk", pairs, problems(_COLOURS), lowest),
    )


def _colours(front: Front) -> tuple[int, str]:
    """Count the pairs of colours in each mode, and give the weakest contrast of text."""
    theme = front.sources.theme
    colours = {token.path: token.colours for token in theme_tokens(theme).value if token.colours}
    ratios = []
    count = 0
    for pair in read_pairs(theme.files.get(TOKENS, b"").decode("utf-8", "replace")):
        for text, on in zip(colours.get(pair.text) or (), colours.get(pair.on) or (), strict=False):
            count += 1
            if pair.kind == "text":
                ratios.append(contrast(text, on))
    lowest = f"{int(min(ratios) * 100) / 100:.2f}".replace(".", ",") if ratios else ""
    return count, f"laagste contrast van tekst: {lowest}" if lowest else ""
