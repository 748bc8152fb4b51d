"""Inline: HTML in the text -> a message with what to write instead; the text itself is shown as it stands."""

from __future__ import annotations

import re
from typing import ClassVar

from generator.parse.markdown.scan import Found, Mark

_TIPS = {
    "br": "Wil je een nieuwe regel? Zet twee spaties aan het eind van de regel ervoor.",
    "b": "Schrijf **vet** met twee sterretjes aan elke kant.",
    "strong": "Schrijf **vet** met twee sterretjes aan elke kant.",
    "i": "Schrijf *schuin* met een sterretje aan elke kant.",
    "em": "Schrijf *schuin* met een sterretje aan elke kant.",
    "s": "Schrijf ~~weg~~ met twee slangetjes aan elke kant.",
    "del": "Schrijf ~~weg~~ met twee slangetjes aan elke kant.",
    "img": 'Zet de foto op een eigen regel met {{ foto "bestand.jpg" }}.',
    "figure": 'Zet de foto op een eigen regel met {{ foto "bestand.jpg" }}.',
    "iframe": 'Voor een filmpje is er {{ video "adres" }}, op een eigen regel.',
    "video": 'Voor een filmpje is er {{ video "adres" }}, op een eigen regel.',
    "embed": 'Voor een filmpje is er {{ video "adres" }}, op een eigen regel.',
    "object": 'Voor een filmpje is er {{ video "adres" }}, op een eigen regel.',
    "a": "Schrijf een link zo: [tekst](adres).",
    "p": "Een nieuwe alinea maak je met een lege regel.",
    "div": "Haal de code weg. Een nieuwe alinea maak je met een lege regel.",
    "span": "Haal de code weg en laat alleen de tekst staan.",
    "font": "Haal de code weg en laat alleen de tekst staan. De kleuren horen bij de site.",
    "u": "Haal de code weg: onderstrepen doen we alleen bij links. Schrijf **vet** als iets moet opvallen.",
    "center": "Haal de code weg en laat alleen de tekst staan.",
    "hr": "Maak een streep met --- op een eigen regel.",
    "ul": "Begin elke regel van je lijst met een streepje: - tekst.",
    "ol": "Begin elke regel van je lijst met een cijfer: 1. tekst.",
    "li": "Begin elke regel van je lijst met een streepje: - tekst.",
    "table": "Maak een tabel met streepjes: | Kop | Kop |, daaronder | --- | --- |, daaronder je rijen.",
    "tr": "Maak een tabel met streepjes: | Kop | Kop |, daaronder | --- | --- |, daaronder je rijen.",
    "td": "Maak een tabel met streepjes: | Kop | Kop |, daaronder | --- | --- |, daaronder je rijen.",
    "blockquote": "Begin elke regel van een citaat met > en een spatie.",
    "code": "Zet code tussen `backticks`.",
    "pre": "Zet code tussen twee regels met ```.",
    "script": "Haal de code weg: scripts horen bij de site, niet in een tekst.",
    "style": "Haal de code weg: de opmaak hoort bij de site, niet in een tekst.",
} | {f"h{level}": f"Schrijf een kop met hekjes: {'#' * level} Kop." for level in range(1, 7)}
_OTHER = "Haal de code weg en laat alleen de tekst staan."
_COMMENT = "Wat tussen <!-- en --> staat, is hier gewoon te lezen. Haal het weg; overleggen kan beter buiten de tekst."

# Names between angle brackets that are no HTML are text: "vul hier <naam> in".
_NAMES = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body
    br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em
    embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
    iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem
    meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre
    progress q rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
    """.split()  # noqa: SIM905 - as a list it would take 150 lines
)


class HtmlMark(Mark):
    """Reports tags, comments and their like."""

    starts: ClassVar[str] = "<"
    regex: ClassVar[str] = r"<(?:/?([A-Za-z][A-Za-z0-9\-]*)(?:[\s/][^<>]*)?>|(!--)|(![A-Za-z]|\?[A-Za-z]|!\[CDATA\[))"

    def read(self, m: re.Match[str], data: str) -> Found:
        """Give the text of the tag, after a report."""
        name = (m[1] or "").lower()
        if name and name not in _NAMES and "-" not in name:
            return None, None, None
        line = self.scan.line_at(m.start())
        if m[2]:
            self.reading.error(line, "rauwe-html", "Hier staat HTML-commentaar (<!-- ... -->).", _COMMENT)
        elif data.startswith("</", m.start()):
            self._report_end(name, line)
        else:
            shown = f"<{name}>" if name else m[0]
            self.reading.raw_tags.add(name)
            self.reading.error(line, "rauwe-html", f"Hier staat HTML-code: {shown}.", _TIPS.get(name, _OTHER))
        return m[0], m.start(), m.end()

    def _report_end(self, name: str, line: int) -> None:
        """Report a closing tag, unless its opening one was."""
        if name not in self.reading.raw_tags:
            self.reading.error(line, "rauwe-html", f"Hier staat HTML-code: </{name}>.", _TIPS.get(name, _OTHER))
