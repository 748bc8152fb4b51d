"""The keys of a kind + what is known of a new piece -> its file, with a line of explanation at each key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.parse import Entry, Plain, write_yaml

EXAMPLE = "Bijvoorbeeld: "
ALSO = "# Mag ook. Haal het hekje (#) aan het begin van een regel weg om hem te gebruiken."
_COLUMN = 44
MOST_OPTIONS = 16
_DRAFT = ("concept", "ja")


def skeleton(entries: Sequence[Entry], values: Mapping[str, Plain], photos: Sequence[str]) -> str:
    """Write a content file: what is needed and what is known first, and below it what is possible as well.

    The first of the photos stands above the piece, the others in its text.
    """
    values = {**values, **({"foto": photos[0]} if photos else {})}
    shown = [entry for entry in entries if entry.key != _DRAFT[0]]
    lines = [
        "---",
        "# Dit is een concept: je ziet het in het voorbeeld (mba serve), en nog nergens op de site.",
        "# Is het klaar? Haal dan de volgende regel weg.",
        ": ".join(_DRAFT),
        "",
        "# Vul in wat leeg is. Wat achter een hekje (#) staat is uitleg, en komt niet op de site.",
        *_active(shown, values),
        "",
        *_possible(shown, values),
        "",
        "# Onder de volgende regel komt de tekst. Hoe dat werkt, staat in docs/handleiding.md.",
        "---",
        "",
        *(f'{{{{ foto "{name}" }}}}\n' for name in photos[1:]),
    ]
    return "\n".join(lines).rstrip("\n") + "\n\n"


def register_skeleton(entries: Sequence[Entry], photo: str) -> str:
    """Write the register file of a photo; it stays beside the photo and is never published."""
    lines = [
        f"# De gegevens van {photo}. Dit bestand blijft op de redactie en komt nooit op de site.",
        "# Vul in wat leeg is; zolang dat niet is gebeurd, is de foto nergens te zien.",
        *_active(entries, {}),
        "",
        *_possible(entries, {}),
    ]
    return "\n".join(lines) + "\n"


def _active(entries: Iterable[Entry], values: Mapping[str, Plain]) -> Iterable[str]:
    for entry in entries:
        value = values.get(entry.key)
        if value is not None:
            yield from (f"# {_explain(entry)}", f"{entry.key}: {write_yaml(value)}")
        elif entry.needed and not (entry.key == "sluit_op" and "doorlopend" in values):
            hint = "" if 0 < len(entry.options) <= MOST_OPTIONS else f" {EXAMPLE}{entry.example}"
            yield from (f"# {_explain(entry)}{hint}", f"{entry.key}:")


def _possible(entries: Iterable[Entry], values: Mapping[str, Plain]) -> Iterable[str]:
    yield ALSO
    for entry in entries:
        if not entry.needed and entry.key not in values:
            yield f"#{entry.key}: {entry.example}".ljust(_COLUMN) + f"  # {_explain(entry)}"


def _explain(entry: Entry) -> str:
    """Say what a key is; all that it can hold, unless that is more than anybody reads."""
    short = 0 < len(entry.options) <= MOST_OPTIONS
    return f"{entry.says} Kies uit: {', '.join(entry.options)}." if short else entry.says
