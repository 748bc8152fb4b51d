"""The state of a site as a page: whole in itself, with drawings that tables repeat."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.model.state import CallLine, Evidence, HardText, Level, QuietWijk, SiteState, Waiting
from generator.render.charts import level_chart, quiet_chart
from generator.render.state import state_page

DAY = dt.date(2026, 11, 25)
STORIES = [Level("verhaal", year, 3, 900, 9.0, 21, 2, score) for year, score in ((2024, 80.0), (2026, 60.0))]
CALLS = [Level("oproep", 2026, 1, 90, 9.0, 12, 0, 61.0)]
PAGES = [Level("pagina", None, 1, 90, 9.0, 12, 0, 70.0)]
QUIET = (
    QuietWijk("Peelo", "content/wijken/peelo.md", dt.date(2026, 11, 1), 24, stale=False),
    QuietWijk("Pittelo", "content/wijken/pittelo.md", dt.date(2024, 1, 1), 694, stale=True),
    QuietWijk("Buitengebied", "content/wijken/buitengebied.md", None, None, stale=True),
)
EMPTY = SiteState("Proef", DAY, "1.0", 0, 0, 0, (), (), (), (), 0, (), (), ())
FULL = SiteState(
    name="Proef <site>",
    date=DAY,
    version="1.0",
    pieces=1234,
    errors=1,
    warnings=2,
    wijken=QUIET,
    closing=(CallLine("Soep & brood?", "content/oproepen/soep.md", DAY, 0),),
    unanswered=(CallLine("Een bankje", "content/oproepen/bankje.md", dt.date(2026, 11, 24), 1),),
    waiting=(Waiting("Groen", "content/verhalen/groen.md", ("Actium", "Vaart Welzijn")),),
    drafts=1,
    levels=(*STORIES, *CALLS, *PAGES),
    hardest=(HardText("Groen", "content/verhalen/groen.md", 12, 41.0, 14.2, 24),),
    evidence=(Evidence("Foto's", 12, 1, "waarvan 2 als versiering"),),
)


def test_the_page_needs_no_other_file_and_no_script() -> None:
    page = state_page(FULL, ":root {--color-text: #000;}")
    assert "--color-text: #000" in page
    assert not re.search(r"<script|<link|src=|url\(|https?:", page)


def test_what_writers_typed_cannot_be_markup() -> None:
    page = state_page(FULL, "")
    assert "Proef &lt;site&gt;" in page
    assert "Soep &amp; brood?" in page


def test_every_part_is_there_in_words() -> None:
    page = state_page(FULL, "")
    for words in (
        "1.234</b> stukken, waarvan 1 concept",
        "2</b> wijken zonder nieuw verhaal in een jaar",
        "tot en met woensdag 25 november 2026",
        "gesloten op 24 november 2026, 1 dag geleden",
        "van Actium en Vaart Welzijn",
        "Het is een hint, geen keurmerk.",
        "content/verhalen/groen.md:12",
        "waarvan 2 als versiering",
    ):
        assert words in page


def test_an_empty_site_has_a_page_too() -> None:
    page = state_page(EMPTY, "")
    assert "<svg" not in page
    assert "Er zijn nog geen wijken." in page


def test_years_run_to_the_right_and_scores_upwards() -> None:
    chart = level_chart((*STORIES, *PAGES))
    assert chart is not None
    (line,) = chart.lines
    first, last = line.points
    assert first.x < last.x
    assert first.y < last.y
    assert last.y == chart.fluent_at


def test_kinds_differ_in_shape_and_their_names_do_not_overlap() -> None:
    chart = level_chart((*STORIES, *CALLS))
    assert chart is not None
    assert len({line.shape for line in chart.lines}) == 2
    heights = [line.label_y for line in chart.lines]
    assert abs(heights[0] - heights[1]) >= 18


def test_one_year_alone_can_be_drawn() -> None:
    assert level_chart(CALLS) is not None


def test_without_years_there_is_nothing_to_draw() -> None:
    assert level_chart(PAGES) is None


def test_the_quietest_wijk_comes_first_and_a_bar_has_an_end() -> None:
    chart = quiet_chart(QUIET)
    assert chart is not None
    assert [(bar.name, bar.text) for bar in chart.bars] == [
        ("Buitengebied", "nog geen verhaal"),
        ("Pittelo", "23 maanden"),
        ("Peelo", "1 maand"),
    ]
    old = replace(QUIET[1], days=5000)
    again = quiet_chart((old,))
    assert again is not None
    assert again.bars[0].width == chart.bars[0].width
    assert again.bars[0].text == "13 jaar"
