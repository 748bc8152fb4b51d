"""How a text speaks to its readers -> je and u, shouting, openings that put people off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.lists import word_list
from generator.lint.remark import Remark
from generator.lint.text import COVER, Text
from generator.model.prose import BlockKind

_FORMAL = frozenset({"u", "uw", "uzelf"})
_FAMILIAR = frozenset({"je", "jij", "jou", "jouw", "jezelf"})
# A capital U alone may be a shape (U-bocht), a bus or a mark; after a number it is an hour.
_U = re.compile(r"(?<![\w</-])(?<!\d )(?:u|uw|uzelf)(?![\w-])(?!\.)|(?<![\w-])(?:U|Uw)(?= [a-z])")
_JE = re.compile(r"(?<![\w-])(?:je|jij|jou|jouw|jezelf)(?![\w-])", re.IGNORECASE)
_MANY = re.compile(r"!(?:\s?[!?])+|\?(?:\s?[!?])*!|\?{3,}")
WORDS_PER_MARK = 60
FEW_MARKS = 2


def check_address(text: Text) -> Iterator[Remark]:
    """Find u, and whether je stands beside it."""
    if not _FORMAL & text.vocabulary:
        return
    formal = [found.start() for found in _U.finditer(text.own)]
    if not formal:
        return
    familiar = _JE.search(text.own) if _FAMILIAR & text.vocabulary else None
    if familiar is None:
        yield Remark("u-vorm", formal[0], "hier staat u; op deze site zeggen we je", "maak van u en uw: je en jouw")
        return
    message = f"je en u staan door elkaar: hier staat u, en op regel {text.line(familiar.start())} staat je"
    yield Remark("je-en-u", formal[0], message, "maak van u en uw: je en jouw")


def check_marks(text: Text) -> Iterator[Remark]:
    """Count exclamation marks."""
    count = text.own.count("!")
    if not count and "???" not in text.own:
        return
    double = _MANY.search(text.own)
    if double:
        message = f"hier staat '{double[0].replace(' ', '')}'; dat leest als roepen"
        yield Remark("uitroeptekens", double.start(), message, "gebruik één teken, of een punt")
    elif count > FEW_MARKS and count * WORDS_PER_MARK > len(text.words):
        message = f"er staan {count} uitroeptekens in deze tekst; dat leest als roepen"
        yield Remark(
            "uitroeptekens", text.own.index("!"), message, "houd er hooguit één over, en gebruik verder punten"
        )


# --------------------------------------------------------------------------------------------------------- capitals

_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w-].)[A-ZÀ-ÖØ-Þ]+(?:['’-]?[A-ZÀ-ÖØ-Þ]+)*(?!\w|-[^a-zà-öø-ÿ])")
_PAIR = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ]")
_LONG_ENOUGH = 6
# Short words that people shout; other short words in capitals are abbreviations.
_SHOUTED = word_list("geroepen")


def capital_words(text: Text) -> list[re.Match[str]]:
    """Give the words in capitals."""
    if not _PAIR.search(text.own):
        return []
    return list(_CAPITALS.finditer(text.own))


def is_shouted(word: str, known: frozenset[str]) -> bool:
    """Tell a word that is shouted from an abbreviation."""
    if word in known:
        return False
    return len(word) >= _LONG_ENOUGH or word.lower() in _SHOUTED


def check_capitals(capitals: list[re.Match[str]], known: frozenset[str]) -> Iterator[Remark]:
    """Find words that are written in capitals to stand out; told once for a text."""
    shouted = [found for found in capitals if is_shouted(found[0], known)]
    if not shouted:
        return
    words = list(dict.fromkeys(found[0] for found in shouted))
    named = ", ".join(words[:3]) + (" ..." if len(words) > 3 else "")  # noqa: PLR2004 - three say enough
    message = (
        f"hier staat een woord in hoofdletters: {named}" if len(words) == 1 else f"woorden in hoofdletters: {named}"
    )
    tip = f"schrijf '{words[0].lower()}'; wil je nadruk, zet dan sterretjes om het woord: **{words[0].lower()}**"
    yield Remark("hoofdletters", shouted[0].start(), message, tip)


# --------------------------------------------------------------------------------------------------------- openings

_PUTS_OFF = re.compile(
    r"(?:helaas|jammer genoeg|tot onze spijt|slecht nieuws|het spijt ons|verboden|pas op(?=[:!,])|"
    r"let op(?=[:!,][^.!?]*\b(?:niet|geen|nooit|verboden)\b)|"
    r"waarschuwing|"
    r"niet toegestaan|het is (?:helaas |hier |ten strengste )?(?:verboden|niet (?:toegestaan|de bedoeling|mogelijk))|"
    r"je mag (?:hier |dit )?(?:niet|geen)|er (?:is|zijn|was|waren) (?:nog )?(?:veel |weer |opnieuw |steeds meer )?"
    r"(?:geen|overlast|klachten|problemen|vernielingen)|"
    r"(?:opnieuw|weer|veel|steeds meer) (?:overlast|vernieling(?:en)?|klachten|schade|rommel|problemen)|"
    r"overlast|klachten|wij? (?:kunnen|willen|mogen|accepteren|hebben) (?:\w+ )?(?:niet|geen)|"
    r"door (?:een )?(?:vandalisme|overlast|geldgebrek|gebrek aan))\b"
)
_DENIES = re.compile(r"(?:geen|niet|nooit|niemand|nergens)\b")
_FAILS = re.compile(r"(?:het|dat|dit|we|wij) (?:lukt|lukken|gaat|kan|kunnen)\b[^.!?,]*\b(?:niet|geen)\b[^.!?,]*[.!?]")
_TURNS = re.compile(r"\b(?:maar|wel|toch|juist|meer|hetzelfde|alleen|erg|probleem|zorgen|te|(?:en|of) geen)\b|,|\?")


_COMFORTS = re.compile(r", maar\b|\b(?:gelukkig|toch)\b")
_OPENINGS = (BlockKind.HEADING, BlockKind.PARAGRAPH)


def check_opening(text: Text) -> Iterator[Remark]:
    """Look at how the title, the summary and the first paragraph begin."""
    paragraph_seen = False
    for start, block in zip(text.starts, text.blocks, strict=True):
        if block.kind not in _OPENINGS:
            return
        first = text.lower[start : start + len(block.text)].lstrip("“‘\"' ")
        if not first.startswith(COVER) and _is_negative(first):
            words = " ".join(block.text.split()[:3])
            message = f"dit begint met wat niet kan of niet leuk is: '{words} ...'"
            yield Remark("negatief-begin", start, message, "begin met wat er wel kan, of met wat er komt")
            return
        if block.kind is BlockKind.PARAGRAPH:
            if paragraph_seen:
                return
            paragraph_seen = True


def _is_negative(text: str) -> bool:
    if _PUTS_OFF.match(text):
        sentence = text.partition(".")[0]
        return not sentence.rstrip().endswith("?") and not _COMFORTS.search(sentence)
    if _FAILS.match(text):
        return True
    if not _DENIES.match(text):
        return False
    end = re.search(r"[.!?]", text)
    return not _TURNS.search(text[: end.end()] if end else text)
