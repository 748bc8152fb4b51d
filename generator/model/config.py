"""What a site owner sets in site.yaml."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of a menu: `target` is an address of the site such as `/wijken/`, or a whole web address."""

    text: str
    target: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that shows the news in its own sites, from these origins."""

    organisation: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteContact:
    """Where a resident can always turn to; shown in the same place on every page."""

    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class SocialCards:
    """Whether cards for social media are made, and for the pieces of how many years."""

    enabled: bool = True
    years: int = 2


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that moved: both are addresses of the site; `file` and `line` say where that is written."""

    old: str
    new: str
    file: str = "site.yaml"
    line: int = 1


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one site. `retention_months` counts from the consent of a photo."""

    name: str
    address: str
    theme: str = "themes/mba"
    description: str = ""
    slogan: str | None = None
    demonstration: bool = False
    contact: SiteContact = SiteContact()
    main_menu: tuple[MenuItem, ...] = ()
    footer_menu: tuple[MenuItem, ...] = ()
    partners: tuple[Partner, ...] = ()
    photo_widths: tuple[int, ...] = (480, 960, 1600)
    retention_months: int = 60
    required_signatures: tuple[str, ...] = ()
    social_cards: SocialCards = SocialCards()
    redirects: tuple[Redirect, ...] = ()
    disabled_rules: tuple[str, ...] = ()
    lines: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def base_path(self) -> str:
        """Give the path that the site lives under, without a closing slash: empty for the top of a host."""
        return urlsplit(self.address).path.rstrip("/")
