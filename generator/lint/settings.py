"""The settings and the shared data of a site -> what the coach must know of it."""

from __future__ import annotations

import re

from generator.model.coach import CoachSettings
from generator.model.config import Config
from generator.model.shared import SharedData

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


def coach_settings(config: Config, shared: SharedData) -> CoachSettings:
    """Gather the agreed spellings, the abbreviations that are names here, the slogan and the rules that are off."""
    names = [
        config.name,
        *(organisation.name for organisation in shared.organisations.values()),
        *(counter.name for counter in shared.counters.values()),
        *(theme.name for theme in shared.themes.values()),
        *shared.spellings,
    ]
    known = sorted({word for name in names for word in _CAPITALS.findall(name)})
    return CoachSettings(
        spellings=dict(shared.spellings),
        known=tuple(known),
        slogans=(config.slogan.lower(),) if config.slogan else (),
        disabled=tuple(sorted(config.disabled_rules)),
    )
