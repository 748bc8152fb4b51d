"""The texts that writers type -> checked texts: words, slugs, addresses, telephone numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema

from generator.diagnostics import nearest, shorten
from generator.model.coach import RULES
from generator.parse.schema.problem import problem

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 80
MAX_TEXT = 5_000
MAX_FILE_NAME = 200
MAX_ADDRESS = 200
MIN_DIGITS, MAX_DIGITS = 3, 15
_UNSAFE = re.compile(r"[\s<>\"'\\^`{|}]")


def plain_text(value: object) -> str:
    """Take a value as it was typed; a list or a group is no text."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        tip = "zet de tekst achter de sleutel, op dezelfde regel"
        raise problem("geen-tekst", "hier hoort een tekst, geen lijst", tip)
    tip = "zet de tekst tussen aanhalingstekens als er een dubbele punt in staat"
    raise problem("geen-tekst", "hier hoort een tekst, geen groep van sleutels", tip)


def read_text(value: object) -> str:
    """Read a line of text; white space is folded."""
    text = " ".join(plain_text(value).split())
    if not text:
        raise problem("leeg", "hier staat nog niets", "vul een tekst in, of haal de regel weg")
    if len(text) > MAX_TEXT:
        raise problem("te-lang", f"deze tekst is te lang ({len(text)} tekens)", "zet lange tekst onder de gegevens")
    bad = None if text.isprintable() else next(filter(_is_bad, text), None)
    if bad is not None:
        tip = "typ de tekst opnieuw; het teken kwam mee met knippen en plakken"
        raise problem("stuurteken", f"hier staat een onzichtbaar teken (U+{ord(bad):04X})", tip)
    return unicodedata.normalize("NFC", text)


def _is_bad(char: str) -> bool:
    """Recognise signs for machines and code points that will never be a character; an emoji of next year is one."""
    code = ord(char)
    never = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004 - Unicode's noncharacters
    return never or unicodedata.category(char) in {"Cc", "Cs", "Co"}


def read_bool(value: object) -> bool:
    """Read ja, nee, true or false."""
    if isinstance(value, bool):
        return value
    text = plain_text(value).strip().casefold()
    if text in {"ja", "true"}:
        return True
    if text in {"nee", "false"}:
        return False
    raise problem("geen-ja-nee", f"'{shorten(text)}' is geen ja of nee", "schrijf ja of nee")


def slugify(text: str) -> str:
    """Turn a name into an address part: lower case a to z, digits and hyphens, at most 80 characters."""
    lower = text.casefold().replace("ø", "o").replace("æ", "ae")
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    words = re.sub(r"['`]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")[:MAX_SLUG].strip("-")


def read_slug(value: object) -> str:
    """Read a name that is part of an address."""
    text = read_text(value)
    if not SLUG.fullmatch(text) or len(text) > MAX_SLUG:
        good = slugify(text)
        tip = f"bedoel je '{good}'?" if good else "gebruik kleine letters, cijfers en streepjes"
        raise problem("slug-onjuist", f"'{shorten(text)}' kan geen deel van een adres zijn", tip)
    if is_device(text):
        raise problem("slug-onjuist", f"'{text}' is op Windows de naam van een apparaat", f"schrijf '{text}-assen'")
    return text


def is_device(name: str) -> bool:
    """Recognise the names that no file can have on Windows: con, nul, com1 and so on, with any ending."""
    return re.fullmatch(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", name.casefold()) is not None


def read_name(value: object) -> str:
    """Read a reference to something else by its slug; whether it exists is for the whole site to say."""
    return read_text(value)


def read_email(value: object) -> str:
    """Read an e-mail address."""
    text = read_text(value).removeprefix("mailto:")
    if not re.fullmatch(r"[A-Za-z0-9.!#$%&*+/=?^_{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text):
        raise problem("email-onjuist", f"'{shorten(text)}' is geen e-mailadres", "schrijf het zoals naam@voorbeeld.nl")
    return text


def read_phone(value: object) -> str:
    """Read a telephone number as people write it."""
    text = read_text(value)
    digits = re.sub(r"\D", "", text)
    if not re.fullmatch(r"\+?[\d ()./-]+", text) or not MIN_DIGITS <= len(digits) <= MAX_DIGITS:
        tip = "schrijf het zoals 0592-123 456 of 06-1234 5678"
        raise problem("telefoon-onjuist", f"'{shorten(text)}' is geen telefoonnummer", tip)
    return text


def read_web_address(value: object) -> str:
    """Read a whole web address."""
    text = read_text(value)
    if not is_web_address(text):
        tip = "schrijf het hele adres, zoals https://www.assen.nl"
        raise problem("webadres-onjuist", f"'{shorten(text)}' is geen webadres", tip)
    return text


def is_web_address(text: str) -> bool:
    """Tell whether a text is an http or https address with a host."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.hostname) and parts.scheme in {"http", "https"} and not _UNSAFE.search(text)


def read_site_address(value: object) -> str:
    """Read an address of the site, and give it in its usual form: `/oud/adres/`."""
    text = read_text(value)
    if not text.startswith("/") or text.startswith("//") or _UNSAFE.search(text) or re.search(r"[?#%]|/\.|//", text):
        tip = "schrijf alleen het deel na de naam van de site, zoals /verhalen/oud-verhaal/"
        raise problem("adres-onjuist", f"'{shorten(text)}' is geen adres op deze site", tip)
    parts = text.strip("/").split("/")
    if len(text) > MAX_ADDRESS or max(map(len, parts)) > MAX_SLUG:
        tip = f"kort het in: elk deel hooguit {MAX_SLUG} tekens, en samen {MAX_ADDRESS}"
        raise problem("adres-onjuist", f"'{shorten(text)}' is te lang voor een adres", tip)
    if any(is_device(part) or re.search(r"[:*]|[. ]$", part) for part in parts):
        tip = "schrijf alleen letters, cijfers, streepjes en schuine strepen"
        raise problem("adres-onjuist", f"'{shorten(text)}' kan op Windows geen adres zijn", tip)
    last = parts[-1]
    return text if text.endswith("/") or "." in last else f"{text}/"


def read_file_name(value: object) -> str:
    """Read the name of a file in the folder of a piece."""
    text = unicodedata.normalize("NFC", plain_text(value).strip()).replace("\\", "/")
    if not text:
        raise problem("leeg", "hier staat nog niets", "vul de naam van een bestand in, of haal de regel weg")
    if (
        text.startswith("/")
        or re.match(r"[A-Za-z]:|\w+:/", text)
        or ".." in text.split("/")
        or len(text) > MAX_FILE_NAME
    ):
        tip = "zet de foto in de map van dit stuk, en schrijf alleen de naam"
        raise problem("pad-buiten-map", f"'{shorten(text)}' ligt buiten de map van dit stuk", tip)
    return text.removeprefix("./")


def read_language(value: object) -> str:
    """Read a language tag such as nl, en or ar."""
    text = read_text(value)
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", text):
        tip = "schrijf de code van de taal, zoals nl, en of ar"
        raise problem("taal-onjuist", f"'{shorten(text)}' is geen taal", tip)
    return text.lower() if "-" not in text else text


def choice(*options: str) -> Callable[[object], str]:
    """Make a check that a text is one of these words."""

    def check(value: object) -> str:
        written = read_text(value)
        text = written.casefold().replace(" ", "-")
        if text not in options:
            meant = nearest(text, options)
            every = f"kies uit: {', '.join(options)}"
            tip = f"bedoel je '{meant}'? {every}" if meant else every
            raise problem("onbekende-waarde", f"'{shorten(written)}' kennen we hier niet", tip)
        return text

    return check


def read_rule(value: object) -> str:
    """Read the code of a rule of the coach."""
    return choice(*RULES)(value)


def _one_or_more(value: object) -> object:
    """Accept `wijken: peelo` where a list belongs."""
    return [value] if isinstance(value, str) else value


def _as_text(description: str, **more: Any) -> WithJsonSchema:  # noqa: ANN401 - JSON Schema keywords
    return WithJsonSchema({"type": "string", "description": description, **more})


Text = Annotated[str, BeforeValidator(read_text), _as_text("een tekst")]
YesNo = Annotated[bool, BeforeValidator(read_bool), WithJsonSchema({"enum": ["ja", "nee", True, False]})]
Slug = Annotated[
    str,
    BeforeValidator(read_slug),
    _as_text("kleine letters, cijfers, streepjes", pattern=f"^{SLUG.pattern}$"),
]
Name = Annotated[str, BeforeValidator(read_name), _as_text("de naam van iets anders op de site")]
Email = Annotated[str, BeforeValidator(read_email), _as_text("een e-mailadres")]
Phone = Annotated[str, BeforeValidator(read_phone), _as_text("een telefoonnummer")]
WebAddress = Annotated[str, BeforeValidator(read_web_address), _as_text("een webadres dat begint met https://")]
SiteAddress = Annotated[
    str, BeforeValidator(read_site_address), _as_text("een adres op deze site, zoals /verhalen/oud/")
]
FileName = Annotated[str, BeforeValidator(read_file_name), _as_text("de naam van een bestand in de map van dit stuk")]
Language = Annotated[str, BeforeValidator(read_language), _as_text("de code van een taal, zoals nl")]
OneOrMore = BeforeValidator(_one_or_more)
Texts = Annotated[list[Text], OneOrMore]
Rules = Annotated[
    list[Annotated[str, BeforeValidator(read_rule), _as_text("een regel van de schrijfhulp", enum=list(RULES))]],
    OneOrMore,
]
Names = Annotated[list[Name], OneOrMore]
