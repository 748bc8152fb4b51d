"""What the reference for partners says is what the newest script and the page for partners do."""

from __future__ import annotations

import re

from tests.browser.real_site import ROOT

DOCS = (ROOT / "docs" / "widgets.md").read_text("utf-8")
THEME = ROOT / "themes" / "mba"
NEWEST = max((THEME / "widgets").glob("*/mba.js"), key=lambda path: tuple(map(int, path.parent.name.split("."))))
SCRIPT = NEWEST.read_text("utf-8")
PAGE = (THEME / "layouts" / "widgets.html").read_text("utf-8")


def test_every_part_that_can_be_styled_is_told() -> None:
    parts = set(re.findall(r'add\([^,]+, (?:"\w+"|`[^`]+`), "([\w-]+)"', SCRIPT))
    told = re.search(r"`mba-nieuws::part\(\.\.\.\)` kent (.*?)\.\n", DOCS, re.DOTALL)
    assert told is not None
    assert set(re.findall(r"`([\w-]+)`", told[1])) == parts
    assert parts == set(
        re.findall(r"<code>([\w-]+)</code>", PAGE.split("::part(...)</code> met", 1)[1].split("</li>")[0])
    )


def test_every_property_that_a_partner_can_set_is_told() -> None:
    names = set(re.findall(r"--mba-[\w-]+", SCRIPT))
    assert set(re.findall(r"^\| `(--mba-[\w-]+)`", DOCS, re.MULTILINE)) == names
    assert set(re.findall(r"<code>(--mba-[\w-]+)</code>", PAGE)) == names


def test_every_attribute_is_told() -> None:
    names = set(re.findall(r'(?:host|this)\.(?:get|has)Attribute\("([\w-]+)"\)', SCRIPT))
    names |= set(re.findall(r'number\("(\w+)"', SCRIPT))
    table = DOCS.split("| attribuut |", 1)[1].split("\n\n", 1)[0]
    assert set(re.findall(r"^\| `([\w-]+)`", table, re.MULTILINE)) == names


def test_the_script_that_lets_a_frame_grow_is_the_one_on_the_page() -> None:
    code = (THEME / "widgets" / "code.html").read_text("utf-8")
    on_page = re.search(r"growing_code\(\) -%}\n(.*?)\n\{%- endmacro", code, re.DOTALL)
    assert on_page is not None
    assert on_page[1] in DOCS
