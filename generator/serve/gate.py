"""The Host and the Origin of a request -> whether it comes from somebody who was told this address.

A page elsewhere on the web can send a browser to this server, even under a name of its own that suddenly leads here.
So a name is only good when it is this machine's or was asked for. An address in digits cannot be made to lead here.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

LOCAL = "localhost"
_EVERYWHERE = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - what somebody may have asked for


@dataclass(frozen=True, slots=True)
class Gate:
    """Who may come in; `listening` is the address or the name that the server listens on."""

    listening: str

    def admits(self, host: str) -> bool:
        """Judge a Host header."""
        name = _name(host)
        if name is None:
            return False
        if name in {LOCAL, self.listening.strip("[]").casefold()} - _EVERYWHERE:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return address.is_loopback or not self.is_private

    def admits_origin(self, origin: str, host: str) -> bool:
        """Judge an Origin header: pages of this very server may ask, others may not."""
        parts = urlsplit(origin)
        return parts.scheme in {"http", "https"} and parts.netloc.casefold() == host.casefold() and self.admits(host)

    @property
    def is_private(self) -> bool:
        """Tell whether only this machine can get in."""
        name = self.listening.strip("[]").casefold()
        try:
            return name == LOCAL or ipaddress.ip_address(name or "0.0.0.0").is_loopback  # noqa: S104
        except ValueError:
            return False


def _name(host: str) -> str | None:
    """Give the name in a Host header, without its port."""
    try:
        parts = urlsplit(f"//{host}")
        parts.port  # noqa: B018 - it raises when it is no number
    except ValueError:
        return None
    plain = parts.username is None and not parts.path and not parts.query and not parts.fragment
    return parts.hostname if plain else None
