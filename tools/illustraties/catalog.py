"""Which drawing goes where, and in which format: JPEG, PNG and WebP all occur, as with real photographs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.illustraties.palette import PAPER, Colour
from tools.illustraties.scenes import (
    hoofdvaart,
    keuken,
    lichtjes,
    moestuin,
    mozart,
    muur,
    opruimen,
    park,
    soep,
    wegwijzer,
)
from tools.illustraties.sheet import SIZE, Sheet

CONTENT = Path(__file__).resolve().parents[2] / "content"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A scene and the file that shows it, below `content/`."""

    path: str
    scene: Callable[[Sheet], None]
    seed: int = 1
    size: tuple[int, int] = SIZE
    colours: int = 96
    ground: Colour = PAPER


MIDDLE, SMALL = (1440, 960), (960, 640)
"""Not all photographs are large either."""
_SOEP = "verhalen/2025/soep-een-tent-en-oud-ijzer"
_MOZART = "verhalen/2024/mozartplaats-opening"

DRAWINGS: Mapping[str, Drawing] = {
    "mozart-opening": Drawing(f"{_MOZART}/iedereen-speelt.webp", mozart.opening, size=MIDDLE),
    "mozart-voor": Drawing(f"{_MOZART}/voor-in-de-regen.webp", mozart.before, size=MIDDLE),
    "mozart-na": Drawing(f"{_MOZART}/na-in-de-zon.webp", mozart.after, size=MIDDLE),
    "park": Drawing("verhalen/2025/anne-frankpark-weer-open/middag-in-het-park.png", park.afternoon, size=MIDDLE),
    "wegwijzer": Drawing("verhalen/2026/waar-moet-ik-zijn/een-wegwijzer-voor-plannen.webp", wegwijzer.crossroads),
    "muur": Drawing("verhalen/2026/kunst-om-de-hoek/een-muur-vol-kleur.webp", muur.mural, size=MIDDLE, colours=160),
    "keuken": Drawing("oproepen/soepkokers-gezocht/samen-soep-koken.webp", keuken.cooks),
    "lichtjes": Drawing("agenda/lichtjesroute-kloosterveen/lichtjes-in-de-straat.webp", lichtjes.evening, size=MIDDLE),
    "moestuin": Drawing("projecten/buurtmoestuin-assen-oost/in-de-moestuin.webp", moestuin.garden, size=MIDDLE),
    "hoofdvaart": Drawing(
        "verhalen/2025/vijftig-hesjes-voor-de-kerststerren/sterren-aan-de-hoofdvaart.webp",
        hoofdvaart.stars,
        size=MIDDLE,
    ),
    "soep-tent": Drawing(f"{_SOEP}/soep-in-de-tent.webp", soep.tent, size=MIDDLE),
    "soep-kom": Drawing(f"{_SOEP}/een-kom-soep.jpg", soep.bowl, size=SMALL),
    "soep-ijzer": Drawing(f"{_SOEP}/oud-ijzer.webp", opruimen.iron),
    "soep-straat": Drawing(f"{_SOEP}/een-schone-straat.webp", opruimen.street),
}
