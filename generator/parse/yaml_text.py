"""YAML text -> plain values with the line of each key; every scalar stays the text that the writer typed.

Built from the C parser's events, not its nodes: nesting and size are bounded before anything is built, and an alias
cannot multiply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from generator.diagnostics import Diagnostic, Report, error

Plain = str | list["Plain"] | dict[str, "Plain"]

MAX_DEPTH = 12
MAX_VALUES = 20_000
_UNUSUAL_BREAKS = re.compile("[\x85\u2028\u2029]")
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class YamlText:
    """What one YAML text holds; `lines` gives the file's line of each dotted key path."""

    value: dict[str, Plain]
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled; `key` waits for its value, and `where` is the path of that."""

    path: str
    value: dict[str, Plain] | list[Plain]
    key: str | None = None
    where: str = ""


class _StopError(Exception):
    """Reading cannot go on past this line."""

    def __init__(self, line: int, code: str, message: str, tip: str) -> None:
        super().__init__(message)
        self.line, self.code, self.message, self.tip = line, code, message, tip


def read_yaml(text: str, *, path: str, first_line: int = 1) -> Report[YamlText | None]:
    """Read a YAML mapping; `first_line` is the line of the file on which the text starts.

    A value that is empty (`slogan:`) counts as not given; its line is known all the same.
    """
    builder = _Builder(path, first_line)
    text = _UNUSUAL_BREAKS.sub(" ", text)
    try:
        whole = builder.build(text)
    except _StopError as stop:
        problem = error(path, stop.line, stop.code, stop.message, stop.tip)
    except yaml.MarkedYAMLError as fault:
        problem = _explain(fault, text, path, first_line)
    except yaml.reader.ReaderError:
        tip = "haal het vreemde teken weg; het kan meegekomen zijn met knippen en plakken"
        odd = _CONTROL.search(text)
        line = first_line + (text.count("\n", 0, odd.start()) if odd else 0)
        problem = error(path, line, "yaml-teken", "hier staat een onzichtbaar stuurteken", tip)
    else:
        if whole is None:
            whole = {}
        if isinstance(whole, dict):
            return Report(YamlText(whole, builder.lines), tuple(builder.problems))
        tip = "schrijf elke regel als 'sleutel: waarde', bijvoorbeeld 'titel: Soep en een praatje'"
        message = "de gegevens zijn geen lijst van sleutels met een waarde"
        problem = error(path, first_line, "yaml-geen-sleutels", message, tip)
    return Report(None, (*builder.problems, problem))


class _Builder:
    """Events -> values. One pass, no recursion."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines: dict[str, int] = {}
        self.problems: list[Diagnostic] = []
        self.stack: list[_Open] = []
        self.root: Plain | None = None

    def build(self, text: str) -> Plain | None:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            mark = event.start_mark
            line = self.first_line + (mark.line if mark else 0)
            self._refuse_marks(event, line)
            if count > MAX_VALUES:
                raise _StopError(
                    line, "te-veel", "hier staan meer gegevens dan we kunnen lezen", "maak de lijst korter"
                )
            self._take(event, line)
        return self.root

    def _refuse_marks(self, event: yaml.Event, line: int) -> None:
        """A value that starts with & or ! would lose its first word."""
        if isinstance(event, yaml.AliasEvent) or not isinstance(event, yaml.NodeEvent):
            return
        tag = getattr(event, "tag", None)
        word = f"&{event.anchor}" if event.anchor else tag if tag and tag.startswith("!") else None
        if word is not None:
            tip = f'zet de hele waarde tussen dubbele aanhalingstekens, zo: "{word} ..."'
            raise _StopError(line, "yaml-teken", f"een waarde kan niet zomaar met '{word[0]}' beginnen", tip)

    def _take(self, event: yaml.Event, line: int) -> None:
        if isinstance(event, yaml.ScalarEvent):
            parent = self.stack[-1] if self.stack else None
            if parent and isinstance(parent.value, dict) and parent.key is None:
                self._open_key(parent, event.value, line)
            elif parent and isinstance(parent.value, dict) and event.value == "" and not event.style:
                parent.key = None
            else:
                self._place(event.value, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._open(event, line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.AliasEvent):
            tip = f'begint je tekst met een sterretje? Zet hem tussen aanhalingstekens: "*{event.anchor} ..."'
            message = f"'*{event.anchor}' verwijst naar iets dat we niet volgen"
            raise _StopError(line, "yaml-verwijzing", message, tip)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            tip = "houd een blok gegevens over, en zet de tekst onder de tweede regel met ---"
            raise _StopError(line, "yaml-fout", "er staan twee blokken gegevens in dit bestand", tip)

    def _open(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent, line: int) -> None:
        if self.stack and isinstance(self.stack[-1].value, dict) and self.stack[-1].key is None:
            tip = "zet tekst met haken of accolades tussen aanhalingstekens"
            raise _StopError(line, "yaml-fout", "een sleutel kan geen lijst of groep zijn", tip)
        if len(self.stack) >= MAX_DEPTH:
            tip = "maak de gegevens platter; zo diep is nergens nodig"
            raise _StopError(line, "te-diep", f"de gegevens zijn dieper genest dan {MAX_DEPTH} niveaus", tip)
        value: dict[str, Plain] | list[Plain] = {} if isinstance(event, yaml.MappingStartEvent) else []
        self.stack.append(_Open(self._place(value, line), value))

    def _place(self, value: Plain, line: int) -> str:
        """Put a finished value (or an opened container) where it belongs and give its path."""
        if not self.stack:
            self.root = value
            return ""
        parent = self.stack[-1]
        if isinstance(parent.value, list):
            where = _join(parent.path, str(len(parent.value)))
            self.lines.setdefault(where, line)
            parent.value.append(value)
            return where
        key = parent.key or ""
        parent.key = None
        parent.value[key] = value
        return parent.where

    def _open_key(self, parent: _Open, key: str, line: int) -> None:
        where = _join(parent.path, key)
        if where in self.lines:
            tip = f"houd er een over; de eerste staat op regel {self.lines[where]}"
            self.problems.append(error(self.path, line, "dubbele-sleutel", f"'{key}' staat er twee keer", tip))
            where = f"{where}:{line}"
        self.lines.setdefault(where, line)
        parent.key, parent.where = key, where


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


_QUOTE_TIP = "zet de hele waarde tussen aanhalingstekens, zo: {}"
_INDENT = "deze regel springt anders in dan de regels erboven"


def _quoted(key: str, value: str) -> str:
    """Write a line of YAML that can be pasted as it is."""
    if '"' in value or "\\" in value:
        return "{}: '{}'".format(key, value.replace("'", "''"))
    return f'{key}: "{value}"'


def _explain(fault: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Diagnostic:
    """Say in a writer's words what the YAML parser stumbled on."""
    rows = text.split("\n")
    mark = fault.problem_mark or fault.context_mark
    index = min(mark.line if mark else 0, max(len(rows) - 1, 0))
    line = first_line + index
    problem, context = fault.problem or "", fault.context or ""
    row = rows[index].strip()
    key, colon, value = row.partition(":")
    value = value.strip()
    if "\t" in rows[index] and ("cannot start any token" in problem or "tab" in problem):
        tip = "vervang de tab aan het begin van de regel door spaties"
        return error(path, line, "yaml-tab", "hier staat een tab; in de gegevens kunnen alleen spaties", tip)
    if "mapping values are not allowed" in problem:
        before = rows[index - 1].strip() if index else ""
        if re.match(r"[\w-]+:\S", before) or re.fullmatch(r"[\w-]+", before):
            tip = "schrijf 'sleutel: waarde', met een dubbele punt en een spatie"
            message = "hier hoort een dubbele punt met een spatie na de sleutel"
            return error(path, line - 1, "yaml-dubbele-punt", message, tip)
        if ": " in value or value.endswith(":"):
            message = "in een waarde kan niet zomaar een dubbele punt met een spatie staan"
            return error(path, line, "yaml-dubbele-punt", message, _QUOTE_TIP.format(_quoted(key, value)))
        tip = "begin elke sleutel aan het begin van de regel, en zet de waarde erachter"
        return error(path, line, "yaml-inspringen", _INDENT, tip)
    if "escape character" in problem:
        tip = f"gebruik enkele aanhalingstekens: {key}: '...'" if colon else "gebruik enkele aanhalingstekens"
        message = "tussen dubbele aanhalingstekens kan geen \\ staan"
        return error(path, line, "yaml-schuine-streep", message, tip)
    if "quoted scalar" in context and fault.context_mark:
        tip = "sluit de tekst met hetzelfde teken als waarmee hij begint, of haal het eerste teken weg"
        line = first_line + fault.context_mark.line
        return error(path, line, "yaml-aanhalingsteken", "een aanhalingsteken gaat open en niet dicht", tip)
    if re.match(r"""[\w-]+:\s*(["']).*\1\s*[^\s#]""", row) or re.match(r"""[\w-]+:\s*'\w*'\w""", row):
        tip = "haal de aanhalingstekens om de waarde weg, of gebruik om het geheel het andere soort"
        message = "na het laatste aanhalingsteken staat nog tekst"
        return error(path, line, "yaml-aanhalingsteken", message, tip)
    if "flow sequence" in context or "flow mapping" in context:
        start = first_line + (fault.context_mark.line if fault.context_mark else index)
        tip = "sluit de lijst met ] of de groep met }, en zet komma's tussen de delen"
        return error(path, start, "yaml-haak", "een haak gaat open en niet dicht", tip)
    if colon and value[:1] in tuple("@`%*&!|>[{}],"):
        message = f"een waarde kan niet zomaar met '{value[:1]}' beginnen"
        return error(path, line, "yaml-teken", message, _QUOTE_TIP.format(_quoted(key, value)))
    if "could not find expected ':'" in problem:
        tip = "schrijf 'sleutel: waarde', met een dubbele punt en een spatie"
        start = first_line + (fault.context_mark.line if fault.context_mark else index)
        return error(path, start, "yaml-dubbele-punt", "hier hoort een dubbele punt na de sleutel", tip)
    if "block mapping" in context or "block collection" in context:
        tip = "laat de regels van een lijst even ver inspringen, en begin elke sleutel aan het begin van de regel"
        return error(path, line, "yaml-inspringen", _INDENT, tip)
    tip = "vergelijk de regel met een ander bestand van dezelfde soort, of maak een nieuw stuk met 'mba new'"
    return error(path, line, "yaml-fout", "deze regel kunnen we niet lezen", tip)
