"""The shape of a body -> what somebody who listens to the page, or cannot see well, would miss."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.lint.remark import Remark
from generator.lint.text import Text
from generator.model.document import Ref, RefKind
from generator.model.prose import Block, BlockKind, Span, SpanKind

# A member of an enumeration is dear to look up, and these are compared for each block.
_PARAGRAPH, _HEAD, _LINK, _STRONG = BlockKind.PARAGRAPH, BlockKind.HEAD, SpanKind.LINK, SpanKind.STRONG

# ------------------------------------------------------------------------------------------------------------ links

_SAYS_NOTHING = re.compile(
    r"(?:(?:klik|druk|kijk|lees|bekijk|ga|ga naar|zie|download|vind|check)\s+)?"
    r"(?:(?:het|dat|dit|dan|er|je|meer|alles)\s+)*"
    r"(?:hier|hierheen|verder|meer|meer info|meer informatie|meer lezen|deze link|de link|link|linkje|deze pagina|"
    r"de pagina|deze site|de site|de website|website|site|dit bestand|het bestand|bestand|document|dit document|pdf|"
    r"download|downloaden|klik|daar|verder lezen|lees verder|lees meer)(?:\s+(?:voor meer(?: info(?:rmatie)?)?|klikken|"
    r"verder|lezen|kijken|over))?"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FILES = {
    "pdf": "pdf",
    "doc": "Word",
    "docx": "Word",
    "odt": "tekst",
    "xls": "Excel",
    "xlsx": "Excel",
    "ods": "rekenblad",
    "ppt": "PowerPoint",
    "pptx": "PowerPoint",
    "zip": "zip",
    "csv": "csv",
}
_FILE = re.compile(rf"\.({'|'.join(_FILES)})(?:[?#].*)?$", re.IGNORECASE)
_SIZE = re.compile(r"\d\s?(?:kb|mb|gb|kilobyte|megabyte|pagina)", re.IGNORECASE)
_TYPE = re.compile(
    r"\b(?:pdf|word|excel|powerpoint|doc|docx|odt|xls|xlsx|ods|ppt|pptx|zip|csv|rekenblad|tekst)\b", re.IGNORECASE
)


def check_links(text: Text) -> Iterator[Remark]:
    """Look at what links say of where they lead."""
    for start, block in zip(text.starts, text.blocks, strict=True):
        for span in block.spans:
            if span.kind is _LINK:
                yield from _link(" ".join(block.text[span.start : span.end].split()), span, start + span.start)


def _link(words: str, span: Span, place: int) -> Iterator[Remark]:
    plain = words.strip(" .!?:…>»→").lower()
    if _ADDRESS.fullmatch(words):
        tip = "schrijf waar de link heen gaat: [de kaart van het groen](het adres)"
        yield Remark("link-is-adres", place, f"hier staat een webadres als link: {words[:60]}", tip)
    elif _SAYS_NOTHING.fullmatch(plain):
        tip = "gebruik als link de woorden die zeggen waar je uitkomt: [het plan voor het plein](adres)"
        yield Remark("klik-hier", place, f"de link '{words}' zegt niet waar je uitkomt", tip)
    file = _FILE.search(span.target)
    if file:
        kind = _FILES[file[1].lower()]
        missing = [] if _TYPE.search(words) else ["wat voor bestand het is"]
        missing += [] if _SIZE.search(words) else ["hoe groot het is"]
        if missing:
            message = f"bij deze link naar een bestand staat niet {' en '.join(missing)}"
            name = "het plan" if _SAYS_NOTHING.fullmatch(plain) else words.partition(" (")[0]
            yield Remark(
                "bestand-zonder-uitleg", place, message, f"schrijf bijvoorbeeld: [{name} ({kind}, 2 MB)](adres)"
            )


# ------------------------------------------------------------------------------------------- headings, lists, tables

_BULLET = re.compile(r"[ \t]*(?:[•·●▪○◦‣►➢➤✓✔✗∙▸»]|[–—-](?=\s)|\(?[a-z0-9]{1,2}[.)](?=\s))\s*\S")
_INLINE_BULLETS = re.compile(r"\S\s*[•●▪‣]\s*\S.*?\S\s*[•●▪‣]\s*\S")
LONGEST_HEADING = 80
MOST_LINES = 2


def check_structure(text: Text) -> Iterator[Remark]:
    """Look for headings, lists and tables that only look like it."""
    yield from _fake_lists(text)
    last = len(text.blocks) - 1
    for at, (start, block) in enumerate(zip(text.starts, text.blocks, strict=True)):
        if block.kind is _PARAGRAPH and block.spans and not block.quoted and at < last and _is_bold(block):
            message = f"deze vette regel lijkt een kop: '{block.text[:60]}'"
            yield Remark("vette-kop", start, message, f"maak er een echte kop van: ## {block.text[:60].rstrip(':')}")
    if any(block.kind is _HEAD for block in text.blocks):
        yield from _headless(text)


def _is_bold(block: Block) -> bool:
    if len(block.text) > LONGEST_HEADING or block.text.rstrip()[-1:] in ".!;,":
        return False
    bold = sum(span.end - span.start for span in block.spans if span.kind is _STRONG)
    return bold >= len(block.text.rstrip(" :"))


def _fake_lists(text: Text) -> Iterator[Remark]:
    tip = "begin elk punt op een nieuwe regel met een streepje en een spatie: - een schep"
    before: int | None = None
    inline = any(sign in text.whole for sign in "•●▪‣")
    for start, block in zip(text.starts, text.blocks, strict=True):
        if block.kind is not _PARAGRAPH:
            before = None
            continue
        points = _count_points(block.text)
        if points >= MOST_LINES or (inline and _INLINE_BULLETS.search(block.text)) or (points and before is not None):
            place = start if before is None else before
            yield Remark("nep-lijst", place, "deze regels lijken een lijst, en zijn het niet", tip)
            return
        before = start if points and "\n" not in block.text else None


def _count_points(text: str) -> int:
    """Count the lines that begin like a point of a list."""
    if "\n" not in text:
        return 1 if _BULLET.match(text) else 0
    return sum(1 for line in text.split("\n") if _BULLET.match(line))


def _headless(text: Text) -> Iterator[Remark]:
    cells = [(start, block) for start, block in zip(text.starts, text.blocks, strict=True) if block.kind is _HEAD]
    for _, row in groupby(cells, key=lambda cell: cell[1].line):
        heads = list(row)
        empty = [not block.text for _, block in heads]
        if all(empty) or any(empty[1:]):
            message = "deze tabel heeft geen kop" if all(empty) else "een kolom van deze tabel heeft geen naam"
            yield Remark("tabel-zonder-kop", heads[0][0], message, "geef elke kolom een naam: | Wijk | Begint |")


# ----------------------------------------------------------------------------------------------------------- photos

_EXTENSION = re.compile(r"\.(?:jpe?g|png|webp|gif|heic|tiff?|avif)$", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:img|dsc[fn]?|pict?|p|foto|photo|image|afbeelding|plaatje|picture|schermafbeelding|screenshot|whatsapp image|"
    r"scan|"
    r"bijlage|unnamed|untitled|naamloos)?[-_ ]?[\d_ -]*",
    re.IGNORECASE,
)


def says_nothing(alt: str, path: str) -> bool:
    """Tell whether the description of a photo is the name of its file, or no more than that it is a photo."""
    words = " ".join(alt.split())
    if not words:
        return False
    stem = _plain(_EXTENSION.sub("", path.rpartition("/")[2]))
    return bool(_EXTENSION.search(words)) or _plain(words) == stem or _CAMERA.fullmatch(words.rstrip(".")) is not None


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def check_photos(refs: Iterable[Ref]) -> Iterator[tuple[int, str]]:
    """Give the line and the text of each photo in a body of which the description says nothing."""
    for ref in refs:
        if ref.kind is RefKind.PHOTO and says_nothing(ref.text, ref.target):
            yield ref.line, ref.text
