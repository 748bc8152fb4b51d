"""Plan + manifest of the last build -> what has to be made, what may stay, and what has to go. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from generator.diagnostics import Diagnostic, nearest, warning
from generator.model.plan import Artifact, Manifest, Plan, Work


def compare(plan: Plan, previous: Manifest) -> Work:
    """Say what has to be done; an entry with the same path and the same key is as good as new."""
    stale: list[Artifact] = []
    fresh: list[Artifact] = []
    for artifact in plan.artifacts:
        entry = previous.entries.get(artifact.path)
        (fresh if entry is not None and entry.key == artifact.key else stale).append(artifact)
    return Work(tuple(stale), tuple(fresh), orphans(plan, previous))


def orphans(plan: Plan, previous: Manifest) -> tuple[str, ...]:
    """Give the files of the last build that nobody plans any more."""
    planned = {artifact.path for artifact in plan.artifacts}
    return tuple(sorted(path for path in previous.entries if path not in planned))


Parts = tuple[tuple[str, str], ...]


def changed_parts(now: Parts, before: Parts | None) -> tuple[str, ...]:
    """Name the parts that differ from the last build's."""
    if before is None:
        return ()
    known = dict(before)
    return tuple(name for name, value in now if known.get(name) != value)


def vanished(
    orphans: Iterable[str], plan: Plan, previous: Mapping[str, object], hidden: Container[str] = ()
) -> tuple[Diagnostic, ...]:
    """Warn of addresses that people may have kept, with the line that sends them on.

    A piece that is `hidden` now went on purpose, and can come back.
    """
    new = [
        _address(artifact.path) for artifact in plan.artifacts if _kept(artifact.path) and artifact.path not in previous
    ]
    found = []
    for path in orphans:
        address = _address(path)
        if not _kept(path) or address in hidden:
            continue
        section, _, name = address.strip("/").rpartition("/")
        beside = {other.strip("/").rpartition("/")[2]: other for other in new if _section(other) == section}
        meant = next((other for other in beside if name in other or other in name), None) or nearest(name, beside)
        target = beside[meant] if meant else "/het-nieuwe-adres/"
        tip = f"stuur mensen door: zet in site.yaml onder omleidingen: {address}: {target}"
        message = f"het adres {address} is er niet meer"
        found.append(warning("site.yaml", 1, "adres-verdwenen", message, tip))
    return tuple(found)


def _section(address: str) -> str:
    return address.strip("/").rpartition("/")[0]


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def _kept(path: str) -> bool:
    """Leave out what nobody keeps: short addresses, further pages of a list, years, letters, assets.

    The page of a piece in a frame goes with the piece.
    """
    parts = path.split("/")
    return (
        path.endswith("/index.html")
        and parts[0] not in {"i", "assets", "zoeken"}
        and "pagina" not in parts
        and parts[:3] != ["w", "1", "stuk"]
        and parts[:2] != ["verhalen", "jaar"]
        and parts[-2] != "verhalen"
    )
