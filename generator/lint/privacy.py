"""Data about people that do not belong on a public site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.lists import word_list
from generator.lint.remark import Remark
from generator.lint.text import Text

_TIP_ASK = "mag dit echt op de site? zet dan in dit bestand: coach_uit: [{}]"

# ------------------------------------------------------------------------------------------------ reaching somebody

_MOBILE = re.compile(r"(?:\+(?<![\w+].)31|0(?<![\w+].)(?:031)?)[\s-]?(?:\(0\)[\s-]?)?6(?:[\s.–-]{0,3}\d){8}(?!\d)")
_LONG_NUMBER = 8
_ALL_ZERO = re.compile(r"6[\s.-]?0[\s.0-]*$")
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+\.[a-z]{2,}", re.IGNORECASE)
_HOME_MAIL = word_list("mail_van_thuis")
# Words in the name of an address that belongs to a group.
_SHARED_BOX = re.compile(
    r"buurt|wijk|vereniging|stichting|comit|commissie|bestuur|redactie|team|groep|club|speeltuin|info|contact|school|"
    r"tuin|markt|feest|huis|bewoners|straat|dorp|koor|kerk|repair|activiteit|oranje|vrijwillig|secretar|penning|assen"
)


def check_contacts(text: Text) -> Iterator[Remark]:
    """Find mobile numbers and e-mail addresses that are probably somebody's own."""
    whole = text.whole
    if any(found.end() - found.start() >= _LONG_NUMBER for found in text.numbers):
        for found in _MOBILE.finditer(whole):
            if not _ALL_ZERO.search(found[0]):
                message = f"'{found[0]}' is misschien het mobiele nummer van iemand zelf"
                yield Remark("telefoon-prive", found.start(), message, _TIP_ASK.format("telefoon-prive"))
    if "@" in whole:
        for found in _EMAIL.finditer(whole):
            if is_home_mail(found[0]):
                message = f"'{found[0]}' is misschien het mailadres van iemand zelf"
                yield Remark("email-prive", found.start(), message, _TIP_ASK.format("email-prive"))


def is_home_mail(address: str) -> bool:
    """Tell whether an e-mail address is probably that of one person at home."""
    name, _, host = address.lower().rpartition("@")
    return host in _HOME_MAIL and not _SHARED_BOX.search(name)


# ------------------------------------------------------------------------------------------------- who somebody is

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_BORN = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS}) (\d{{4}}) (?:is |werd )?(?:\w+ )?geboren\b|"
    rf"\b(?:geboren|geb\.|geboortedatum|geboortedag|jarig op)\b[\s:(]*(?:in \w+ )?(?:is )?(?:op )?(?:\w+dag )?"
    rf"\d{{1,2}}(?:\s+(?:{_MONTHS}),?\s+|\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?)(\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
EARLIEST = 1930
"""Who was born before this year is history."""
YEAR_DIGITS = 4
# Without one of these nobody's birth is told; `gebouw` and `gebeurt` are everywhere.
_OF_BIRTH = ("geboren", "geb.", "geboorte", "jarig")
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:rsin|kvk|btw|anbi|iban|isbn|tel|bel|bellen)\b|k\.v\.k\.|fiscaal|rekening|artikel|order|factuur|telefoon)"
    r"[^\n]{0,24}$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer)\b[^\n]{0,16}$", re.IGNORECASE)
_NINE = 9
_ELEVEN = 11
# No plate of today has a vowel.
_L = "[B-DF-HJ-NP-TV-XZ]"
_PLATE = re.compile(
    rf"(?<![\w-])(?:{_L}{{2}}-\d\d-\d\d|\d\d-\d\d-{_L}{{2}}|\d\d-{_L}{{2}}-\d\d|{_L}{{2}}-\d\d-{_L}{{2}}|{_L}{{2}}-{_L}{{2}}-\d\d|"
    rf"\d\d-{_L}{{2}}-{_L}{{2}}|\d\d-{_L}{{3}}-\d|\d-{_L}{{3}}-\d\d|{_L}{{2}}-\d{{3}}-{_L}|{_L}-\d{{3}}-{_L}{{2}}|"
    rf"{_L}{{3}}-\d\d-{_L}|{_L}-\d\d-{_L}{{3}}|\d-{_L}{{2}}-\d{{3}}|\d{{3}}-{_L}{{2}}-\d)(?![\w-])"
)
_MIDDLE_OF_PLATE = re.compile(rf"-(?:\d|{_L}){{1,3}}-")
_PLATE_NAMED = re.compile(r"(?<![\w-])(?=[A-Z0-9]*[0-9])(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6}(?![\w-])")


def check_numbers(text: Text) -> Iterator[Remark]:
    """Find birth dates, citizen numbers and number plates."""
    whole = text.whole
    if not text.numbers:
        return
    if ("geb" in text.lower or "jarig" in text.lower) and any(map(whole.lower().__contains__, _OF_BIRTH)):
        for found in _BORN.finditer(whole):
            year = found[1] or found[2]
            if len(year) < YEAR_DIGITS or int(year) >= EARLIEST:
                yield Remark(
                    "geboortedatum",
                    found.start(),
                    "hier staat wanneer iemand geboren is",
                    "laat de datum weg, of noem alleen de leeftijd",
                )
    for found in text.numbers:
        if found.end() - found.start() < _NINE - 1:
            continue
        digits = found[0].replace(" ", "").replace(".", "").replace("-", "")
        before = whole[: found.start()].rpartition("\n")[2]
        probable = is_citizen_number(digits) and not _OTHER_NUMBER.search(before) and "-" not in found[0]
        if probable or (_NINE - 1 <= len(digits) <= _NINE and _NAMED.search(before)):
            message = f"'{found[0]}' kan een burgerservicenummer zijn"
            yield Remark("bsn", found.start(), message, "haal het weg: zo'n nummer hoort nergens op een site")
    if any(
        "-" in (whole[found.start() - 1 : found.start()], whole[found.end() : found.end() + 1])
        for found in text.numbers
    ):
        if not _MIDDLE_OF_PLATE.search(whole):
            return
        plates = _PLATE
    elif "kenteken" in text.vocabulary:
        plates = _PLATE_NAMED
    else:
        return
    for found in plates.finditer(whole):
        message = f"'{found[0]}' lijkt het kenteken van een auto"
        yield Remark("kenteken", found.start(), message, "laat het weg")


def is_citizen_number(digits: str) -> bool:
    """Do the eleven-test: nine digits, each times its weight; the last one counts negative."""
    if (
        len(digits) != _NINE
        or not digits.isdigit()
        or digits[0] == digits[1] == digits[2] == "0"
        or len(set(digits)) == 1
    ):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % _ELEVEN == 0


# ------------------------------------------------------------------------------------------------------- children

_LINK = r"(?:(?:van|de|der|den|ter|ten|te|el|al|bin|ten|’t|'t|van de|van der|van den|van ’t|in ’t)\s+)*"
_PERSON = rf"([A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ’-]+)\s+{_LINK}[A-ZÀ-ÖØ-Þ][\wÀ-ÿ’-]+"
_AGES = "drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien"
_AGE = rf"(?:[3-9]|1[0-7]|{_AGES})"
_CHILD = re.compile(
    rf"{_PERSON}(?:,?\s+\(?(?:van\s+|is\s+(?:pas\s+|net\s+|nu\s+)?)?{_AGE}\s+jaar\b|\s+\({_AGE}\)|,\s+{_AGE},|"
    rf"\s+(?:uit|van|in|zit in)\s+groep\s+[1-8]\b|\s+\(groep\s+[1-8]\))"
    rf"|\b{_AGE}-?jarige\s+(?:\w+\s+)?{_PERSON}"
    rf"|\b(?:[Ll]eerling|[Ss]cholier|[Kk]leuter|[Pp]euter|[Kk]inderburgemeester)\s+{_PERSON}"
)
_NEAR = 70
_ROLES = frozenset({"groep", "leerling", "scholier", "kleuter", "peuter", "kinderburgemeester"})
_AGE_WORDS = frozenset(_AGES.split("|"))
_MOST_DIGITS = 2
# All that `_CHILD` finds has a whole name in it. To look for that alone is far quicker: it begins with a capital.
_WHOLE_NAME = re.compile(_PERSON)
# Who works with children has their group beside the name.
_GROWN_UP = re.compile(
    r"\b(?:juf|juffrouw|meester|leerkracht|lera(?:ar|res)|docent|begeleider|trainer)\s+$", re.IGNORECASE
)
# What has a number of years, and is nobody.
_NO_PERSON = word_list("geen_mens")


def check_children(text: Text) -> Iterator[Remark]:
    """Find the full name of somebody who is younger than 18."""
    whole = text.whole
    places = [
        found.start()
        for found in text.numbers
        if found.end() - found.start() <= _MOST_DIGITS and _may_be_age(whole, found.start(), found.end())
    ]
    cues = _ROLES & text.vocabulary
    if "jaar" in text.vocabulary:
        cues |= _AGE_WORDS & text.vocabulary
    if "jarige" in text.flat:
        cues |= {word for word in text.vocabulary if word.endswith("jarige")}
    places += [place for cue in cues for place in text.find(cue)]
    seen: set[int] = set()
    for place in sorted(places):
        begin, end = max(0, place - _NEAR), place + _NEAR
        found = _CHILD.search(whole, begin, end) if _WHOLE_NAME.search(whole, begin, end) else None
        if found is None or found.start() in seen or not found.start() - _NEAR <= place <= found.end():
            continue
        first = found[1] or found[2] or found[3]
        if first in _NO_PERSON or _GROWN_UP.search(whole, max(0, found.start() - _NEAR), found.start()):
            continue
        seen.add(found.start())
        message = f"hier staat de hele naam van een kind: '{' '.join(found[0].split())}'"
        yield Remark("naam-kind", found.start(), message, f"noem alleen de voornaam: {first}")


def _may_be_age(text: str, start: int, end: int) -> bool:
    """Tell whether a number stands where an age would: `(9)`, `, 9,`, `9 jaar`, `9-jarige`."""
    after = text[end : end + 2]
    return after in {" j", "-j"} or after[:1] == ")" or (after[:1] == "," and text[start - 2 : start] == ", ")
