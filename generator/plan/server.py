"""Settings -> what a web server says with files that others load: who may frame them, read them, and for how long.

One table, in the words of four servers. A path is matched by one rule at most: some servers join headers that are
said twice. What is not there gets none of them: nobody should remember for a year that a file was missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.digest import digest_bytes
from generator.model.config import Config
from generator.model.plan import Artifact, WriteText

FOLDER = "server/"
_OPEN = (("Access-Control-Allow-Origin", "*"), ("Cross-Origin-Resource-Policy", "cross-origin"))
_FOREVER = (("Cache-Control", "public, max-age=31536000, immutable"),)
_MINUTES = (("Cache-Control", "public, max-age=300, stale-while-revalidate=86400"),)
_HOUR = (("Cache-Control", "public, max-age=3600"),)
_INDEX = "{path} {path}index.html"
_SURE = (("X-Content-Type-Options", "nosniff"),)


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said with all files whose path starts and ends like this; `kind` is their media type."""

    about: str
    start: str
    end: str
    headers: tuple[tuple[str, str], ...]
    kind: str | None = None

    def pattern(self, base_path: str) -> str:
        """Give the paths as a regular expression that all servers know."""
        return f"^{re.escape(base_path + self.start)}.*{re.escape(self.end)}{'$' if self.end else ''}"


def server_settings(config: Config) -> list[Artifact]:
    """Make the settings of all servers."""
    files = {
        "_headers": _headers_file(config),
        f"{FOLDER}nginx.conf": _nginx(config),
        f"{FOLDER}apache.conf": _apache(config),
        f"{FOLDER}Caddyfile": _caddy(config),
    }
    return [
        Artifact(path, WriteText(text), digest_bytes(text.encode()), origin="site.yaml") for path, text in files.items()
    ]


def rules(config: Config) -> tuple[Rule, ...]:
    """Give the table; pages for frames may stand in the sites of the partners and nowhere else."""
    origins = dict.fromkeys(origin for partner in config.partners for origin in partner.origins)
    framing = (("Content-Security-Policy", " ".join(("frame-ancestors 'self'", *origins))),)
    atom, json_feed = "application/atom+xml; charset=utf-8", "application/feed+json; charset=utf-8"
    return (
        Rule("Feeds (Atom)", "/feeds/", ".xml", (*_OPEN, *_MINUTES, *_SURE), atom),
        Rule("Feeds (JSON Feed)", "/feeds/", ".json", (*_OPEN, *_MINUTES, *_SURE), json_feed),
        Rule("Agenda's", "/", ".ics", (*_OPEN, *_HOUR, *_SURE), "text/calendar; charset=utf-8"),
        Rule("Widgets, de versie die meegroeit", "/w/1/", "", (*_OPEN, *_MINUTES, *_SURE, *framing)),
        Rule("Widgets, vaste versies", "/w/1.", "", (*_OPEN, *_FOREVER, *_SURE, *framing)),
        Rule(
            "Foto's, letters en stijl: hun naam verandert met hun inhoud", "/assets/", "", (*_OPEN, *_FOREVER, *_SURE)
        ),
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


def _lines(config: Config, head: str, server: Iterator[str]) -> str:
    said = [f"# {line}" for line in (f"{config.name}: instellingen voor feeds, agenda's en widgets.", head)]
    return "\n".join([*said, *server, ""])


def _nginx(config: Config) -> str:
    def server() -> Iterator[str]:
        for rule in rules(config):
            yield f"\n# {rule.about}\nlocation ~ {_quoted(rule.pattern(config.base_path))} {{"
            if rule.kind:
                yield f"    types {{ }}\n    default_type {_quoted(rule.kind)};"
            yield from (f"    add_header {name} {_quoted(value)};" for name, value in rule.headers)
            yield "}"

    return _lines(config, "Zet in het blok 'server', vooraan: include /pad/naar/de/site/server/nginx.conf;", server())


def _apache(config: Config) -> str:
    def server() -> Iterator[str]:
        for rule in rules(config):
            path = rule.pattern(config.base_path).replace("#", r"\#")
            yield f'\n# {rule.about}\n<If "%{{REQUEST_URI}} =~ m#{path}#">'
            if rule.kind:
                yield f"    ForceType {_quoted(rule.kind)}"
            yield from (f"    Header set {name} {_quoted(value)}" for name, value in rule.headers)
            yield "</If>"

    head = (
        "Zet in <Directory> van de site: Include /pad/naar/de/site/server/apache.conf, of kopieer dit naar .htaccess."
    )
    return _lines(config, f"{head} Vraagt mod_headers.", server())


def _caddy(config: Config) -> str:
    def server() -> Iterator[str]:
        for number, rule in enumerate(rules(config), start=1):
            kind = (("Content-Type", rule.kind),) if rule.kind else ()
            path = rule.pattern(config.base_path)
            yield f"\n# {rule.about}\n@mba{number} {{\n\tfile {_INDEX}\n\tpath_regexp `{path}`\n}}"
            yield f"header @mba{number} {{"
            yield from (f"\t{name} {_quoted(value)}" for name, value in (*kind, *rule.headers))
            yield "}"

    return _lines(config, "Zet in het blok van de site: import /pad/naar/de/site/server/Caddyfile", server())


def _headers_file(config: Config) -> str:
    def server() -> Iterator[str]:
        for rule in rules(config):
            kind = (("Content-Type", rule.kind),) if rule.kind else ()
            yield f"\n# {rule.about}\n{config.base_path}{rule.start}*{rule.end}"
            yield from (f"  {name}: {value}" for name, value in (*kind, *rule.headers))

    return _lines(config, "Netlify en Cloudflare Pages lezen dit bestand vanzelf.", server())
