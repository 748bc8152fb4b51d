"""One content file's bytes -> its front matter text and its body text, each with the line on which it starts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Report, error

MAX_BYTES = 2_000_000
_FENCE = re.compile(r"---[ \t]*")
_LIKE_FRONT_MATTER = re.compile(r"[\w-]+:(\s|$)|\s|-\s|#")


@dataclass(frozen=True, slots=True)
class SplitText:
    """The two halves of a content file; lines count from 1 in the file."""

    front: str
    front_line: int
    body: str
    body_line: int


def decode(data: bytes, path: str) -> Report[str | None]:
    """Read bytes as UTF-8; a byte order mark and Windows line ends are accepted and dropped."""
    if len(data) > MAX_BYTES:
        message = f"het bestand is te groot ({len(data) // 1_000_000} MB); meer dan 2 MB lezen we niet"
        tip = "een verhaal is zelden groter dan 50 kB; staat er per ongeluk een foto of film in dit bestand?"
        return Report(None, (error(path, 1, "te-groot", message, tip),))
    tip = "bewaar het bestand opnieuw met codering UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        wide = data[:2] in {b"\xff\xfe", b"\xfe\xff"}
        line = 1 if wide else data.count(b"\n", 0, fault.start) + 1
        return Report(None, (error(path, line, "geen-utf8", "hier staat een teken dat geen UTF-8 is", tip),))
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        return Report(None, (error(path, line, "geen-utf8", "dit bestand is geen gewone tekst", tip),))
    return Report(text.replace("\r\n", "\n").replace("\r", "\n"))


def split(text: str, path: str) -> Report[SplitText | None]:
    """Find the two lines of three dashes around the front matter."""
    rows = text.split("\n")
    start = next((index for index, row in enumerate(rows) if row.strip()), None)
    if start is None:
        tip = "maak een nieuw stuk, of haal het bestand weg"
        return Report(None, (error(path, 1, "leeg-bestand", "dit bestand is leeg", tip),))
    if not _FENCE.fullmatch(rows[start]):
        tip = "zet bovenaan een regel met ---, dan de gegevens zoals 'titel: ...', en dan weer een regel met ---"
        message = "het bestand begint niet met de gegevens tussen twee regels met ---"
        return Report(None, (error(path, start + 1, "geen-gegevens", message, tip),))
    end = next((i for i in range(start + 1, len(rows)) if _FENCE.fullmatch(rows[i])), None)
    if end is None:
        return Report(None, (_unclosed(rows, start, path),))
    front = "\n".join(rows[start + 1 : end])
    return Report(SplitText(front, start + 2, "\n".join(rows[end + 1 :]), end + 2))


def _unclosed(rows: list[str], start: int, path: str) -> Diagnostic:
    """Point at the first line that no longer looks like front matter: there the dashes were forgotten."""
    inside = range(start + 1, len(rows))
    index = next((i for i in inside if not rows[i].strip() or not _LIKE_FRONT_MATTER.match(rows[i])), start)
    tip = "zet een regel met alleen --- tussen de gegevens en de tekst"
    return error(path, index + 1, "gegevens-open", "de tweede regel met --- ontbreekt", tip)


def looks_like_draft(front: str) -> bool:
    """Tell from broken front matter whether it says `concept: true`."""
    return re.search(r"(?mi)^concept:[ \t]*[\"']?(ja|true)\b", front) is not None
