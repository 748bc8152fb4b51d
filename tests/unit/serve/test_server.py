"""The preview over the wire: who may ask what, and what comes of trouble."""

from __future__ import annotations

import errno
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.serve import PortTaken, Stand
from generator.serve.server import listen
from tests.harness import CALL, SMALL, TinySite
from tests.showing import Showing, showing

SOEP = "content/verhalen/soep.md"
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
}


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    return TinySite(tmp_path / "site", {**SMALL, "content/oproepen/superbuur.md": CALL})


@pytest.fixture
def shown(site: TinySite) -> Iterator[Showing]:
    with showing(site.root) as shown:
        yield shown


# --- who may ask what ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/../site.yaml",
        "/../../site.yaml",
        "/%2e%2e/site.yaml",
        "/..%2f..%2fsite.yaml",
        "/..%5c..%5csite.yaml",
        "/%252e%252e/site.yaml",
        "/verhalen/../../../site.yaml",
        "/.mba/manifest.json",
        "/_voorbeeld/../../site.yaml",
        "/_voorbeeld/..%2fhandlers.py",
        "/_voorbeeld/handlers.py",
        "//site.yaml",
        "/site.yaml",
    ],
)
def test_nothing_outside_the_preview_folder_is_served(shown: Showing, path: str) -> None:
    answer = shown.get(path)
    assert answer.status == 404
    assert "thema:" not in answer.text


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights on Windows")
def test_a_link_in_the_preview_folder_is_not_followed(site: TinySite, shown: Showing) -> None:
    page = shown.output / "verhalen" / "soep" / "index.html"
    page.unlink()
    page.symlink_to(site.root / "site.yaml")
    answer = shown.get("/verhalen/soep/")
    assert answer.status == 404
    assert "thema:" not in answer.text


@pytest.mark.parametrize("path", ["/", "/_redactie/", "/_voorbeeld/stand.json", "/_voorbeeld/livereload.js"])
def test_a_foreign_host_or_origin_gets_nothing(shown: Showing, path: str) -> None:
    assert shown.get(path).status == 200
    assert shown.get(path, Host=f"evil.example:{shown.port}").status == 403
    assert shown.get(path, Origin="https://evil.example").status == 403
    assert shown.get(path, Origin=shown.address.rstrip("/")).status == 200


def test_the_socket_opens_for_a_page_of_ours_and_for_no_other(shown: Showing) -> None:
    ours = shown.address.rstrip("/")
    assert shown.get("/livereload", **HANDSHAKE, Origin="https://evil.example").status == 403
    assert shown.get("/livereload", **HANDSHAKE, Origin=ours, Host="evil.example").status == 403
    with socket.create_connection(("127.0.0.1", shown.port), timeout=10) as line:
        words = [f"{name.replace('_', '-')}: {value}" for name, value in HANDSHAKE.items()]
        head = ["GET /livereload HTTP/1.1", f"Host: 127.0.0.1:{shown.port}", f"Origin: {ours}", *words, "", ""]
        line.sendall("\r\n".join(head).encode())
        assert line.recv(100).startswith(b"HTTP/1.1 101")


def test_other_sites_may_not_use_what_we_answer(shown: Showing) -> None:
    headers = shown.get("/").headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Server" not in headers


def test_by_itself_it_listens_on_this_machine_alone() -> None:
    with listen(Stand(port=0)) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


# --- what is served --------------------------------------------------------------------------------------------------


def test_a_folder_without_its_slash_sends_on(shown: Showing) -> None:
    answer = shown.get("/verhalen/soep")
    assert (answer.status, answer.headers["Location"]) == (302, "/verhalen/soep/")
    assert shown.get("/_redactie").headers["Location"] == "/_redactie/"


def test_a_site_below_a_path_is_shown_below_it(tmp_path: Path) -> None:
    settings = SMALL["site.yaml"].replace("https://proef.example.nl", "https://proef.example.nl/mba")
    site = TinySite(tmp_path / "site", {**SMALL, "site.yaml": settings})
    with showing(site.root) as shown:
        assert shown.get("/").headers["Location"] == "/mba/"
        assert "Soep en een praatje" in shown.get("/mba/verhalen/soep/").text
        assert shown.state("/mba/verhalen/soep/")["page"] != shown.state("/mba/")["page"]
        assert shown.get("/verhalen/soep/").status == 404
        assert shown.get("/_redactie").headers["Location"] == "/_redactie/"
        assert shown.get("/_redactie/").status == 200


def test_the_files_of_the_preview_are_those_of_a_clean_build_with_drafts(
    site: TinySite, shown: Showing, tmp_path: Path
) -> None:
    site.replace(SOEP, "Er was veel soep.", "Er was soep met [een oproep](oproepen/superbuur).")
    site.write("content/verhalen/koffie.md", SMALL[SOEP].replace("titel:", "concept: ja\ntitel:"))
    shown.wait_for("/verhalen/koffie/", "mba-lint")
    site.rename("content/oproepen/superbuur.md", "content/oproepen/buur.md")
    site.replace(SOEP, "oproepen/superbuur", "oproepen/buur")
    site.replace("thema/layouts/story.html", "{% block more %}", "{% block more %}<hr>")
    shown.wait_for("/verhalen/soep/", "<hr>")
    shown.settle()
    shutil.copytree(site.root, tmp_path / "schoon", ignore=shutil.ignore_patterns(".cache"))
    twin = TinySite(tmp_path / "schoon", {})
    twin.build(drafts=True)
    clean = {path: data for path, data in twin.built().items() if not path.startswith(".mba/")}
    pictures = {path for path in clean if path.endswith((".png", ".webp", ".avif", ".jpg"))}
    kept = {path: data for path, data in site.built(shown.output).items() if not path.startswith(".mba/")}
    assert kept == {path: data for path, data in clean.items() if path not in pictures}
    assert {path: shown.get(f"/{path}").body for path in pictures} == {path: clean[path] for path in pictures}


def test_the_output_folder_is_never_touched(site: TinySite, shown: Showing) -> None:
    shown.get("/")
    assert not site.output.exists()


# --- trouble -------------------------------------------------------------------------------------------------------


def test_a_port_that_is_taken_is_told_before_anything_is_built(shown: Showing) -> None:
    with pytest.raises(PortTaken):
        listen(Stand(port=shown.port))


def test_a_disk_that_refuses_is_told_and_tried_again_by_itself(
    site: TinySite, shown: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, "No space left on device", str(shown.output / "index.html"))

    def refuse(*_: object) -> None:
        raise full

    with monkeypatch.context() as disk:
        disk.setattr("generator.write.output._move", refuse)
        site.replace(SOEP, "Er was veel soep.", "Er was soep.")
        shown.wait(lambda: shown.state()["errors"] == 1, "the trouble is told")
        (problem,) = shown.state()["problems"]
        assert problem["code"] == "schijf-weigert"
        assert "de schijf is vol" in problem["message"]
        assert "Er was veel soep." in shown.get("/verhalen/soep/").text
    shown.wait_for("/verhalen/soep/", "Er was soep.")
    shown.wait(lambda: shown.state()["errors"] == 0, "the trouble is over")


def test_a_mistake_of_the_program_is_told_and_the_preview_goes_on(
    site: TinySite, shown: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise KeyError("iets")

    with monkeypatch.context() as program:
        program.setattr("generator.serve.builder.make_front", stumble)
        site.replace(SOEP, "Er was veel soep.", "Er was soep.")
        shown.wait(lambda: shown.state()["errors"] == 1, "the trouble is told")
        assert shown.state()["problems"][0]["code"] == "programma-fout"
        assert "KeyError" in (shown.builds[-1].crash or "")
    site.replace(SOEP, "Er was soep.", "Er was brood.")
    shown.wait_for("/verhalen/soep/", "Er was brood.")


@pytest.mark.skipif(os.name == "nt", reason="Windows does not remove a file that is open")
def test_the_cache_can_be_thrown_away_meanwhile(site: TinySite, shown: Showing) -> None:
    site.remove(".cache")
    assert shown.get("/verhalen/soep/").status == 503
    shown.wait_for("/verhalen/soep/", "Er was veel soep.")
    site.replace(SOEP, "Er was veel soep.", "Er was soep.")
    shown.wait_for("/verhalen/soep/", "Er was soep.")
    site.replace(SOEP, "Er was soep.", "Er was brood.")
    shown.wait_for("/verhalen/soep/", "Er was brood.")
    assert shown.settle().crash is None


def test_a_second_preview_of_the_same_site_stands_beside_the_first(site: TinySite, shown: Showing) -> None:
    with showing(site.root, folder="preview-2") as other:
        site.replace(SOEP, "Er was veel soep.", "Er was soep.")
        shown.wait_for("/verhalen/soep/", "Er was soep.")
        other.wait_for("/verhalen/soep/", "Er was soep.")
        assert shown.settle().crash is None
        assert other.settle().crash is None
