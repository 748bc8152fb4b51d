"""The frozen scripts of a theme -> their artifacts below `/w/`, and the digest that partners check them with.

`widgets/1.0.0/mba.js` is version 1.0.0, and stays what it is for ever: `mba.js.sri` beside it holds its digest.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha384

from generator.diagnostics import Diagnostic, Report, error
from generator.model.plan import Artifact, CopyFile
from generator.model.theme import ThemeFiles

_RELEASE = re.compile(r"widgets/(\d+)\.(\d+)\.(\d+)/mba\.js")
FOLDER = "w"


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the script: `source` is its file in the theme, `integrity` its digest as browsers compare it."""

    number: tuple[int, int, int]
    source: str
    integrity: str

    @property
    def version(self) -> str:
        """Give `1.0.0`."""
        return ".".join(map(str, self.number))

    @property
    def fixed(self) -> str:
        """Give the address that never changes what it gives."""
        return f"/{FOLDER}/{self.version}/mba.js"

    @property
    def moving(self) -> str:
        """Give the address that always gives the newest version with this first number."""
        return f"/{FOLDER}/{self.number[0]}/mba.js"


def integrity_of(data: bytes) -> str:
    """Give the digest of a script for an `integrity` attribute."""
    return f"sha384-{b64encode(sha384(data).digest()).decode()}"


def find_releases(theme: ThemeFiles) -> Report[tuple[Release, ...]]:
    """Find the versions, oldest first; one that is not what it was published as is an error."""
    found: list[Diagnostic] = []
    releases = []
    for name in theme.files:
        match = _RELEASE.fullmatch(name)
        if match is None:
            continue
        release = Release((int(match[1]), int(match[2]), int(match[3])), name, integrity_of(theme.files[name]))
        releases.append(release)
        known = theme.files.get(f"{name}.sri", b"").decode("ascii", "replace").strip()
        if known != release.integrity:
            tip = "zet het bestand terug zoals het was; een wijziging krijgt een map met een hoger nummer"
            message = f"versie {release.version} van de widget is niet meer zoals ze is uitgegeven"
            found.append(error(f"{theme.folder}/{name}", 1, "widget-gewijzigd", message, tip))
    return Report(tuple(sorted(releases, key=lambda release: release.number)), tuple(found))


def publish(theme: ThemeFiles, releases: tuple[Release, ...]) -> Iterator[Artifact]:
    """Plan each version at its own address, and the newest of each first number at the moving one."""
    newest = {release.moving: release for release in releases}
    addresses = {release.fixed: release for release in releases} | newest
    for address, release in addresses.items():
        yield Artifact(address.lstrip("/"), CopyFile(release.source), theme.digests[release.source])
