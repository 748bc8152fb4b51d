"""The state of a site -> one HTML page with drawn charts, which needs no other file and no script."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, StrictUndefined

from generator.model.dutch import full_date, join_names, number, short_date
from generator.model.state import SiteState
from generator.render.charts import level_chart, quiet_chart

TEMPLATE = Path(__file__).with_name("state.html")


def state_page(state: SiteState, tokens_css: str) -> str:
    """Give the page; `tokens_css` are the colours and letters of the theme."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= {
        "full_date": full_date,
        "short_date": short_date,
        "join_names": join_names,
        "number": lambda value: number(str(value)),
        "decimal": lambda value: f"{value:.1f}".replace(".", ","),
    }
    template = environment.from_string(TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        state=state, levels=level_chart(state.levels), quiet=quiet_chart(state.wijken), tokens=tokens_css
    )
