"""The settings of servers: one table, in the words of each."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model.config import Partner
from generator.model.plan import WriteText
from generator.plan.server import rules, server_settings
from tests.unit.examples import CONFIG

PARTNERS = (
    Partner("gemeente", ("https://www.assen.nl", "https://intranet.assen.nl")),
    Partner("actium", ("https://www.actiumwonen.nl", "https://www.assen.nl")),
    Partner("niemand"),
)
WITH_PARTNERS = replace(CONFIG, partners=PARTNERS)
PATHS = {
    "/feeds/alles.xml": "application/atom+xml; charset=utf-8",
    "/feeds/wijk-peelo.json": "application/feed+json; charset=utf-8",
    "/agenda.ics": "text/calendar; charset=utf-8",
    "/agenda/wandeling/afspraak.ics": "text/calendar; charset=utf-8",
    "/w/1/wijk-peelo/": None,
    "/w/1/stuk/soep/": None,
    "/w/1/mba.js": None,
    "/w/1.0.0/mba.js": None,
    "/assets/style.0a1b2c3d4e.css": None,
}


def texts(base: str = "") -> dict[str, str]:
    config = replace(WITH_PARTNERS, address=f"https://proef.example.nl{base}")
    found = {}
    for artifact in server_settings(config):
        assert isinstance(artifact.recipe, WriteText)
        found[artifact.path] = artifact.recipe.text
    return found


def headers_of(path: str, base: str = "") -> dict[str, str]:
    (rule,) = (rule for rule in rules(WITH_PARTNERS) if re.search(rule.pattern(base), base + path))
    return dict(rule.headers)


@pytest.mark.parametrize("base", ["", "/mijn-buurt"])
@pytest.mark.parametrize("path", PATHS)
def test_each_path_that_others_load_has_one_rule_and_its_media_type(path: str, base: str) -> None:
    (rule,) = (rule for rule in rules(WITH_PARTNERS) if re.search(rule.pattern(base), base + path))
    assert rule.kind == PATHS[path]
    assert dict(rule.headers)["Access-Control-Allow-Origin"] == "*"
    assert dict(rule.headers)["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize(
    "path", ["/", "/verhalen/soep/", "/verhalen/soep/oembed.json", "/widgets/", "/w/10/", "/feedsx.xml"]
)
def test_other_paths_have_none(path: str) -> None:
    assert [rule for rule in rules(WITH_PARTNERS) if re.search(rule.pattern(""), path)] == []


def test_only_partners_may_frame_the_pages_for_frames() -> None:
    origins = "https://www.assen.nl https://intranet.assen.nl https://www.actiumwonen.nl"
    for path in ("/w/1/wijk-peelo/", "/w/1.0.0/wijk-peelo/"):
        assert headers_of(path)["Content-Security-Policy"] == f"frame-ancestors 'self' {origins}"
    assert "Content-Security-Policy" not in headers_of("/feeds/alles.json")


def test_without_partners_only_the_site_itself_may() -> None:
    assert dict(rules(CONFIG)[3].headers)["Content-Security-Policy"] == "frame-ancestors 'self'"


def test_what_never_changes_is_kept_for_ever_and_the_rest_for_minutes() -> None:
    kept = {path: headers_of(path)["Cache-Control"] for path in PATHS}
    for_ever = [path for path, value in kept.items() if "immutable" in value]
    assert for_ever == ["/w/1.0.0/mba.js", "/assets/style.0a1b2c3d4e.css"]
    assert kept["/w/1/mba.js"] == kept["/feeds/alles.xml"] == "public, max-age=300, stale-while-revalidate=86400"


def test_there_is_a_file_for_each_server() -> None:
    assert sorted(texts()) == ["_headers", "server/Caddyfile", "server/apache.conf", "server/nginx.conf"]
    assert all(text.startswith("# Proefsite: ") and text.endswith("\n") for text in texts().values())


def test_paths_stand_below_the_path_of_the_site() -> None:
    found = texts("/mijn-buurt")
    assert "\n/mijn-buurt/w/1/*\n" in found["_headers"]
    assert 'location ~ "^/mijn\\-buurt/w/1/.*" {' in found["server/nginx.conf"]
    assert "m#^/mijn\\-buurt/w/1/.*#" in found["server/apache.conf"]
    assert "path_regexp `^/mijn\\-buurt/w/1/.*`" in found["server/Caddyfile"]
