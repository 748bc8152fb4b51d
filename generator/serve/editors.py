"""A file and a line -> a link that opens them in the writer's editor."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

EDITORS: Mapping[str, str] = {
    "vscode": "vscode://file{path}:{line}",
    "vscodium": "vscodium://file{path}:{line}",
    "cursor": "cursor://file{path}:{line}",
    "zed": "zed://file{path}:{line}",
    "jetbrains": "idea://open?file={path}&line={line}",
    "sublime": "subl://open?url=file://{path}&line={line}",
    "textmate": "txmt://open?url=file://{path}&line={line}",
    "geen": "",
}
"""What each editor calls itself on this machine; without one there is the place to copy."""


def editor_link(editor: str, place: Path, line: int) -> str | None:
    """Give the link; None when there is no such editor or no such file."""
    form = EDITORS[editor]
    if not form or not place.is_file():
        return None
    path = quote(place.as_posix(), safe="/:")
    return form.format(path=path if path.startswith("/") else f"/{path}", line=line)
