"""A partner's site and our news on it: feeds as they are published, and pages in every state that sites are in."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.browser.conftest import Answer
from tests.browser.real_site import ROOT

SCRIPT = (ROOT / "themes" / "mba" / "widgets" / "1.0.0" / "mba.js").read_bytes()
OPEN = {"Access-Control-Allow-Origin": "*"}
JSON = "application/feed+json; charset=utf-8"
FALLBACK = "Lees het nieuws uit Peelo op Mijn Buurt Assen"
PEELO = [{"slug": "peelo", "naam": "Peelo"}]
STORY: dict[str, object] = {
    "id": "https://mba.example.nl/verhalen/soep/",
    "url": "https://mba.example.nl/verhalen/soep/",
    "title": "Soep, een tent & een “berg” oud ijzer",
    "summary": "In Winkelakker ruimden buren samen op.",
    "content_text": "In Winkelakker ruimden buren samen op. De soep kwam van ons.",
    "date_published": "2025-04-14T00:00:00+02:00",
    "tags": ["Buren"],
    "language": "nl",
    "_mba": {"soort": "verhaal", "wijken": PEELO},
}
CALL: dict[str, object] = {
    **STORY,
    "id": "https://mba.example.nl/oproepen/superbuur/",
    "url": "https://mba.example.nl/oproepen/superbuur/",
    "title": "Wie is jouw Superbuur?",
    "summary": "Ken je iemand die altijd klaarstaat?",
    "date_published": "2026-11-16T00:00:00+01:00",
    "_mba": {"soort": "oproep", "wijken": PEELO, "sluit_op": "2099-12-15", "voorbeeld": True},
}
ONGOING: dict[str, object] = {**CALL, "title": "Vertel je idee", "_mba": {"soort": "oproep", "wijken": PEELO}}
EVENT: dict[str, object] = {
    **STORY,
    "url": "https://mba.example.nl/agenda/soep/",
    "title": "Soep in De Steiger",
    "_mba": {
        "soort": "activiteit",
        "wijken": PEELO,
        "begint": "2026-11-27T12:00:00+01:00",
        "plaats": "De Steiger",
        "afgelast": True,
    },
}
NEWS = (CALL, STORY, EVENT)


def feed(*items: object, scope: str = "wijk-peelo", name: str = "Peelo", **own: object) -> Answer:
    """Give a JSON Feed as we publish it."""
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Mijn Buurt Assen: {name}",
        "home_page_url": "https://mba.example.nl/wijken/peelo/",
        "feed_url": f"https://mba.example.nl/feeds/{scope}.json",
        "language": "nl",
        "items": list(items),
        "_mba": {
            "scope": scope,
            "naam": name,
            "kleur": "#6a3fa0",
            "alles_url": "https://mba.example.nl/wijken/peelo/",
            **own,
        },
    }
    return Answer(json.dumps(whole), JSON, OPEN)


def mba(answer: Answer | None = None, scope: str = "wijk-peelo") -> dict[str, Answer]:
    """Give what our own server has for the script form: two addresses of the script, and one feed."""
    script = Answer(SCRIPT, "text/javascript; charset=utf-8", OPEN)
    return {
        "/w/1/mba.js": script,
        "/w/1.0.0/mba.js": script,
        f"/feeds/{scope}.json": feed(*NEWS) if answer is None else answer,
    }


def tag(ours: str, *, path: str = "/w/1/mba.js", attributes: str = "") -> str:
    """Give the element that loads the script."""
    return f'<script type="module" src="{ours}{path}"{attributes}></script>'


def widget(attributes: str = 'aantal="3" kopniveau="2"', scope: str = "wijk-peelo") -> str:
    """Give the widget with the partner's own link in it."""
    link = f'<a href="https://mba.example.nl/wijken/peelo/">{FALLBACK}</a>'
    return f'<mba-nieuws scope="{scope}" {attributes}>{link}</mba-nieuws>'


def documented(ours: str, *more: str) -> str:
    """Give the lines of a security policy that we document for the script form, on a site that allows nothing."""
    return "; ".join(("default-src 'none'", f"script-src {ours}", f"connect-src {ours}", *more))


@dataclass(frozen=True, slots=True)
class HostPage:
    """A page of a partner: `{script}` and `{widget}` are where our lines stand."""

    text: str
    headers: Mapping[str, str]
    type: str = "text/html; charset=utf-8"

    def answer(self, ours: str, block: str | None = None, script: str | None = None) -> Answer:
        """Give the page with our lines in it; `{ours}` in a header is our address."""
        text = self.text.replace("{script}", tag(ours) if script is None else script)
        text = text.replace("{widget}", widget() if block is None else block)
        return Answer(text, self.type, {name: value.replace("{ours}", ours) for name, value in self.headers.items()})


_HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Partner</title>{script}'


def plain(style: str = "", headers: Mapping[str, str] | None = None, html_attributes: str = 'lang="nl"') -> HostPage:
    """Give a page as most are."""
    sheet = f"<style>{style}</style>" if style else ""
    body = f"<main><h1>Nieuws bij de partner</h1>{{widget}}<p>{html.escape('En dit is van onszelf.')}</p></main>"
    return HostPage(
        f"<!doctype html><html {html_attributes}><head>{_HEAD}{sheet}</head><body>{body}</body></html>", headers or {}
    )


_POLICY = {"Content-Security-Policy": "default-src 'none'; script-src {ours}; connect-src {ours}"}
_TRUSTED = {
    "Content-Security-Policy": _POLICY["Content-Security-Policy"]
    + "; require-trusted-types-for 'script'; trusted-types 'none'"
}
_PATCHES = """
for (const name of "map filter forEach indexOf includes find some reduce join push slice".split(" "))
  Array.prototype[name] = function () { throw new Error("patched " + name); };
Array.from = function () { throw new Error("patched from"); };
Array.prototype.inArray = function () { return false; };
Array.prototype.toJSON = function () { return "[]"; };
Object.prototype.extend = function (more) { for (var key in more) this[key] = more[key]; return this; };
Element.prototype.remove = Element.prototype.update = function () { return this; };
Element.prototype.append = Element.prototype.replaceChildren = function () { throw new Error("patched append"); };
window.$ = window.jQuery = function () { return []; };
"""
HOSTS: dict[str, HostPage] = {
    "nothing special": plain(),
    "a policy that allows nothing but our lines": plain(headers=_POLICY),
    "trusted types": plain(headers=_TRUSTED),
    "a reset that wins from everything": plain(
        "* { all: unset !important } a { display: none !important } :root { font-size: 40px }"
    ),
    "letters of forty pixels": plain(":root { font-size: 40px !important } * { box-sizing: content-box; padding: 0 }"),
    "quirks mode": HostPage(
        f'<html lang="nl"><head>{_HEAD}</head><body bgcolor="#ffffcc"><table width="100%"><tr><td width="30%">Menu'
        "<td>{widget}</table></body></html>",
        {},
    ),
    "an old page that patches what arrays can do": HostPage(
        f'<!doctype html><html lang="nl"><head><script>{_PATCHES}</script>{_HEAD}</head>'
        "<body><h1>Partner</h1>{widget}</body></html>",
        {},
    ),
    "a page from right to left": plain("body { font-family: sans-serif }", html_attributes='lang="ar" dir="rtl"'),
    "a dark page in capitals on one line": plain(
        "body { background: #111; color: #eee; text-transform: uppercase; text-align: center; white-space: nowrap;"
        " text-indent: 3em; line-height: 0.6; letter-spacing: .1em }"
    ),
}
"""Pages on which the widget has to be read well."""
XHTML = HostPage(
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="nl" '
    'xml:lang="nl"><head><title>Partner</title>{script}</head><body><h1>Partner</h1>{widget}</body></html>',
    {},
    "application/xhtml+xml; charset=utf-8",
)
"""A page on which Chromium runs no module at all."""


def shown(page: Page) -> Locator:
    """Give the links to pieces in the widget."""
    return page.locator("mba-nieuws [part=link]")


def fallback(page: Page) -> Locator:
    """Give the partner's own link."""
    return page.locator("mba-nieuws > a")
