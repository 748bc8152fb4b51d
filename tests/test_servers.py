"""nginx, Apache and Caddy, with the settings that a site brings, say with each file what others need to hear.

A server that is not on this machine is not tested, and the run says so.
"""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness import CALL, PEELO, SETTINGS, STORY, TinySite

NOT_TESTED = "NOT CHECKED: the settings for this server, which is not on this machine: "
PATIENCE = 20.0
SITE = {
    "site.yaml": f"{SETTINGS}partners: [{{organisatie: actium, herkomsten: [https://www.actium.example]}}]\n",
    "content/organisaties.yaml": "actium: {naam: Actium}\n",
    "content/wijken/peelo.md": PEELO,
    "content/verhalen/soep.md": STORY,
    "content/oproepen/superbuur.md": CALL,
}
WIDGETS = {"w/1/wijk-peelo/index.html": "<p>Peelo</p>", "w/1/mba.js": "//", "w/1.0.0/mba.js": "//"}

NGINX = """\
daemon off; master_process off; worker_processes 1; pid {work}/pid; error_log {work}/error.log;
events {{ worker_connections 32; }}
http {{
    access_log off;
    client_body_temp_path {work}/a; proxy_temp_path {work}/b; fastcgi_temp_path {work}/c; uwsgi_temp_path {work}/d;
    scgi_temp_path {work}/e;
    types {{ text/html html; text/javascript js; text/css css; }}
    server {{ listen 127.0.0.1:{port}; root {root}; include {root}/server/nginx.conf; }}
}}
"""
APACHE = """\
ServerRoot {work}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {work}/pid
ErrorLog {work}/error.log
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule headers_module {modules}/mod_headers.so
TypesConfig /dev/null
AddType text/html .html
AddType text/javascript .js
DirectoryIndex index.html
DocumentRoot {root}
<Directory {root}>
    Require all granted
{how}
</Directory>
"""
CADDY = """\
{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	root * {root}
	import {root}/server/Caddyfile
	file_server
}}
"""
MODULES = (Path("/usr/lib/apache2/modules"), Path("/usr/lib64/httpd/modules"), Path("/usr/libexec/apache2"))


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = TinySite(tmp_path_factory.mktemp("site"), SITE)
    assert not site.build().failed
    for path, text in WIDGETS.items():
        site.write(f"output/{path}", text)
    return site.output


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def command(server: str, output: Path, work: Path, port: int) -> list[str]:
    """Write the settings of a server and give the command that starts it."""
    names = ("apache2", "httpd") if server.startswith("apache2") else (server,)
    program = next((found for name in names if (found := shutil.which(name))), None)
    modules = next((str(path) for path in MODULES if path.is_dir()), "")
    if program is None or (server.startswith("apache") and not modules):
        pytest.skip(NOT_TESTED + server)
    places = {"work": work, "root": output, "port": port, "modules": modules}
    match server:
        case "nginx":
            (work / "conf").write_text(NGINX.format(**places), encoding="utf-8")
            return [program, "-p", str(work), "-e", str(work / "error.log"), "-c", str(work / "conf")]
        case "caddy":
            (work / "Caddyfile").write_text(CADDY.format(**places), encoding="utf-8")
            return [program, "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]
        case _:
            how = f"    Include {output}/server/apache.conf"
            if server == "apache2 with .htaccess":
                shutil.copyfile(output / "server" / "apache.conf", output / ".htaccess")
                how = "    AllowOverride FileInfo"
            (work / "conf").write_text(APACHE.format(**places, how=how), encoding="utf-8")
            return [program, "-D", "FOREGROUND", "-f", str(work / "conf")]


@pytest.fixture(scope="module", params=["nginx", "apache2", "apache2 with .htaccess", "caddy"])
def port(request: pytest.FixtureRequest, output: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    work = tmp_path_factory.mktemp("server")
    # A server that starts as root serves as somebody else, who must be able to get here.
    for folder in (work, output, *list(output.parents)[:3]):
        folder.chmod(0o755)
    number = free_port()
    environment = {"HOME": str(work), "XDG_DATA_HOME": str(work), "PATH": "/usr/bin:/bin"}
    log = (work / "log").open("wb")
    with subprocess.Popen(
        command(request.param, output, work, number), cwd=work, env=environment, stdout=log, stderr=log
    ) as process:
        try:
            wait_for(number, process, work)
            yield number
        finally:
            process.terminate()
    log.close()


def wait_for(port: int, process: subprocess.Popen[bytes], work: Path) -> None:
    """Wait until the server answers; tell what it said when it does not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    said = "\n".join(path.read_text(errors="replace") for path in (work / "log", work / "error.log") if path.exists())
    pytest.fail(f"the server did not start:\n{said}")


def ask(port: int, path: str) -> tuple[int, dict[str, list[str]]]:
    """Ask for a path; gives the status, and each header with all that was said under its name."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    found: dict[str, list[str]] = {}
    for name, value in answer.getheaders():
        found.setdefault(name.casefold(), []).append(value)
    connection.close()
    return answer.status, found


MINUTES = "public, max-age=300, stale-while-revalidate=86400"
FOR_EVER = "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("/feeds/alles.xml", "application/atom+xml; charset=utf-8", MINUTES),
        ("/feeds/wijk-peelo.json", "application/feed+json; charset=utf-8", MINUTES),
        ("/agenda.ics", "text/calendar; charset=utf-8", "public, max-age=3600"),
        ("/wijken/peelo/agenda.ics", "text/calendar; charset=utf-8", "public, max-age=3600"),
        ("/w/1/mba.js", None, MINUTES),
        ("/w/1/wijk-peelo/", None, MINUTES),
        ("/w/1.0.0/mba.js", None, FOR_EVER),
    ],
)
def test_a_file_comes_with_what_others_need_to_hear(port: int, path: str, kind: str | None, kept: str) -> None:
    status, headers = ask(port, path)
    assert status == 200
    assert headers["cache-control"] == [kept]
    assert headers["access-control-allow-origin"] == ["*"]
    assert headers["cross-origin-resource-policy"] == ["cross-origin"]
    assert headers["x-content-type-options"] == ["nosniff"]
    if kind:
        assert headers["content-type"] == [kind]
    framed = ["frame-ancestors 'self' https://www.actium.example"] if path.startswith("/w/") else None
    assert headers.get("content-security-policy") == framed
    assert "x-frame-options" not in headers


def test_other_pages_are_left_alone(port: int) -> None:
    status, headers = ask(port, "/verhalen/soep/")
    assert status == 200
    assert {"access-control-allow-origin", "content-security-policy", "cache-control"} & set(headers) == set()


@pytest.mark.parametrize("path", ["/assets/niets.0a1b2c3d4e.css", "/w/1.0.0/niets.js", "/feeds/niets.xml"])
def test_nobody_remembers_for_a_year_that_a_file_was_missing(port: int, path: str) -> None:
    status, headers = ask(port, path)
    assert status == 404
    assert not any("immutable" in value for value in headers.get("cache-control", []))


def test_an_answer_for_other_sites_is_json(port: int) -> None:
    assert ask(port, "/verhalen/soep/oembed.json")[0] == 200
