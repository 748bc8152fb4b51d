"""A photo that is withdrawn is nowhere: not in the output, not in the cache, not by its pixels and not by its name."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from generator.cli.entry import run
from tests.harness import PEELO, STORY, TinySite, messages
from tests.unit.examples import picture

PHOTO = "content/verhalen/soep/buurvrouw.jpg"
OTHER = "content/verhalen/soep/plein.jpg"
DAY = dt.date(2026, 11, 23)
ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = "naam: Proef\nadres: https://proef.example.nl\nthema: themes/mba\nfoto_breedtes: [64, 96]\n"
REGISTER = """\
# Het formulier ligt in de kast.
alt: Iemand schept soep op
fotograaf: Ans
toestemming: gegeven # mondeling en op papier
toestemming_ref: map 2026, nummer 14
toestemming_op: 2026-11-01
"""
BODY = '\n![Soep](buurvrouw.jpg)\n\n{{ foto "buurvrouw.jpg" }}\n\n{{ galerij "plein.jpg" "buurvrouw.jpg" }}\n'
PAGES = ("contact", "over", "doe-mee", "privacy", "toegankelijkheid")
"""What the theme links to."""
NEAR = 6
"""Of 64 bits; two photos of different things differ in about half of them."""


def scene(*, turned: bool = False) -> Image.Image:
    """Draw something that no other picture looks like."""
    image = Image.new("RGB", (160, 120), (230, 220, 200))
    image.paste((30, 30, 90), (20, 10, 70, 110))
    image.paste((200, 60, 30), (60, 40, 140, 70))
    image.paste((20, 120, 40), (100, 80, 150, 118))
    image.paste((250, 250, 90), (5, 80, 60, 100))
    return image.rotate(90, expand=True) if turned else image


def jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=95)
    return out.getvalue()


def fingerprint(image: Image.Image) -> int:
    """Give 64 bits that hardly change when a photo is made smaller or encoded otherwise (dHash)."""
    small = image.convert("L").resize((9, 8), Image.Resampling.LANCZOS)
    bits = 0
    for y in range(8):
        for x in range(8):
            left, right = small.getpixel((x, y)), small.getpixel((x + 1, y))
            assert isinstance(left, int | float)
            assert isinstance(right, int | float)
            bits = bits << 1 | (left > right)
    return bits


def pictures(folder: Path) -> Iterator[tuple[Path, Image.Image]]:
    """Open everything in a folder that can be opened as a picture, whatever its name; of a card its photo too."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix in {".woff2", ".html", ".svg", ".css"}:
            continue
        try:
            with Image.open(path) as opened:
                image = opened.convert("RGB")
        except (OSError, ValueError, SyntaxError):
            continue
        yield path, image
        if image.size == (1200, 630):
            yield path, image.crop((720, 0, 1200, 440))


def alike(folders: tuple[Path, ...], photo: Image.Image) -> list[Path]:
    """Find the files that show a photo, or its part on a card."""
    part = photo.crop((28, 0, 145, 107)) if photo.width > photo.height else photo
    wanted = [fingerprint(photo), fingerprint(part)]
    return [
        path
        for folder in folders
        for path, image in pictures(folder)
        if any((fingerprint(image) ^ bits).bit_count() <= NEAR for bits in wanted)
    ]


def named(folders: tuple[Path, ...], name: bytes) -> list[Path]:
    """Find the files that hold a word, or have it in their name."""
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (name in path.name.encode() or name in path.read_bytes())
    ]


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    shutil.copytree(ROOT / "themes", tmp_path / "themes")
    story = STORY.replace("wijken:", "foto: buurvrouw.jpg\nwijken:") + BODY
    made = TinySite(
        tmp_path,
        {
            "site.yaml": SETTINGS,
            "content/wijken/peelo.md": PEELO,
            **{f"content/{name}.md": f"---\ntitel: Pagina {name}\n---\nTekst.\n" for name in PAGES},
            "content/verhalen/soep/index.md": story,
            PHOTO: jpeg(scene()),
            f"{PHOTO}.yaml": REGISTER,
            OTHER: jpeg(scene(turned=True)),
            f"{OTHER}.yaml": "alt: Een leeg plein\nfotograaf: Ans\ntoestemming: geen-mensen\n",
        },
    )
    outcome = made.build(DAY)
    assert not outcome.failed, messages(outcome)
    return made


def where(site: TinySite) -> tuple[Path, ...]:
    return (site.output, site.root / ".cache")


def test_the_test_finds_the_photo_while_it_is_there(site: TinySite) -> None:
    found = alike(where(site), scene())
    assert {path.suffix for path in found if site.output in path.parents} == {".avif", ".webp", ".jpg", ".png"}
    assert [path for path in found if site.root / ".cache" in path.parents]
    assert len(named(where(site), b"buurvrouw")) > 8


@pytest.mark.parametrize("way", ["the command", "one line in the register"])
def test_nothing_is_left_after_the_next_build(site: TinySite, way: str) -> None:
    site.build(DAY, output=site.root / ".cache" / "preview", drafts=True)
    assert alike((site.root / ".cache" / "preview",), scene())
    if way == "the command":
        assert run(["photo", "withdraw", str(site.root / PHOTO), "--site", str(site.root), "--date", str(DAY)]) == 0
    else:
        site.write(f"{PHOTO}.yaml", f"{REGISTER}ingetrokken_op: {DAY}\n")
    for _ in range(2):
        assert messages(site.build(DAY)) == []
        assert alike(where(site), scene()) == []
        assert named(where(site), b"buurvrouw") == []
    site.check(DAY)
    assert named(where(site), b"buurvrouw") == []
    html = (site.output / "verhalen/soep/index.html").read_text(encoding="utf-8")
    assert "Er was veel soep." in html
    assert 'class="art' in html, "a drawing stands where the photo was"
    assert alike(where(site), scene(turned=True)), "the other photo is still there"


def test_the_original_may_be_thrown_away_when_its_register_stays(site: TinySite) -> None:
    site.write(f"{PHOTO}.yaml", f"{REGISTER}ingetrokken_op: {DAY}\n")
    site.build(DAY)
    before = site.built()
    site.remove(PHOTO)
    outcome = site.build(DAY)
    assert messages(outcome) == []
    assert site.built() == before
    assert named(where(site), b"buurvrouw") == []


def test_the_command_says_where_the_photo_stood_and_what_to_do(
    site: TinySite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root / "content" / "verhalen" / "soep")
    assert run(["photo", "withdraw", "buurvrouw.jpg", "--date", str(DAY)]) == 0
    said = capsys.readouterr().out
    for address in ("/verhalen/soep/", "/", "/verhalen/", "/wijken/peelo/"):
        assert f"https://proef.example.nl{address}  (pagina)" in said
    assert "  (deelkaart)" in said
    assert "mba build" in said
    text = (site.root / f"{PHOTO}.yaml").read_text(encoding="utf-8")
    assert text == f"{REGISTER}ingetrokken_op: {DAY}\n"


def test_every_page_that_loads_the_photo_is_named(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    loading = {
        f"https://proef.example.nl/{path.relative_to(site.output).as_posix().removesuffix('index.html')}"
        for path in named((site.output,), b"/assets/buurvrouw-")
        if path.suffix == ".html"
    }
    assert len(loading) >= 4
    assert run(["photo", "where", str(site.root / PHOTO), "--site", str(site.root), "--date", str(DAY)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.partition("  ")[0] for line in lines if line.endswith("(pagina)")} == loading


def test_a_second_withdrawal_changes_nothing(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["photo", "withdraw", str(site.root / PHOTO), "--site", str(site.root), "--date"]
    assert run([*asked, "2026-11-23"]) == 0
    once = (site.root / f"{PHOTO}.yaml").read_bytes()
    capsys.readouterr()
    assert run([*asked, "2026-11-24"]) == 0
    assert "was al ingetrokken op 2026-11-23" in capsys.readouterr().out
    assert (site.root / f"{PHOTO}.yaml").read_bytes() == once


def test_a_copy_of_the_same_photo_is_mentioned(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    copy = "content/verhalen/soep/kopie.jpg"
    site.write(copy, (site.root / PHOTO).read_bytes())
    site.write(f"{copy}.yaml", REGISTER)
    assert run(["photo", "withdraw", str(site.root / PHOTO), "--site", str(site.root), "--date", str(DAY)]) == 0
    assert f"mba photo withdraw {copy}" in capsys.readouterr().out


def test_the_register_says_what_there_is_and_what_ends(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("content/verhalen/soep/los.jpg", picture())
    site.write(
        f"{OTHER}.yaml", "alt: Een leeg plein\nfotograaf: Ans\ntoestemming: geen-mensen\nverloopt_op: 2026-12-31\n"
    )
    options = ["--site", str(site.root), "--date", str(DAY)]
    assert run(["photo", "list", *options]) == 0
    rows = [line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    assert [(path.rpartition("/")[2], " ".join(text.split())) for text, path in rows] == [
        ("buurvrouw.jpg", "op de site t/m 2031-11-01"),
        ("los.jpg", "niet in orde"),
        ("plein.jpg", "op de site t/m 2026-12-31"),
    ]
    assert run(["photo", "expiring", "--within", "60d", *options]) == 0
    assert capsys.readouterr().out == f"t/m 2026-12-31  {OTHER}  (bewaartermijn van de foto is voorbij)\n"
    assert run(["photo", "expiring", "--within", "30d", *options]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Er loopt niets af in de komende 30 dagen.\n")


def test_retention_passes_by_itself_on_its_day_and_the_next_change_knows_it(site: TinySite) -> None:
    register = "alt: Een leeg plein\nfotograaf: Ans\ntoestemming: geen-mensen\nverloopt_op: 2026-12-31\n"
    site.write(f"{OTHER}.yaml", register)
    outcome = site.build(dt.date(2026, 12, 31))
    assert outcome.next_change is not None
    assert outcome.next_change[:2] == ("2027-01-01", OTHER)
    assert alike((site.output,), scene(turned=True))
    site.build(dt.date(2027, 1, 1))
    assert alike(where(site), scene(turned=True)) == []


@pytest.mark.parametrize("asked", ["withdraw", "where"])
def test_a_name_that_is_no_photo_is_told_with_what_was_meant(
    site: TinySite, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["photo", asked, str(site.root / "content/verhalen/soep/burvrouw.jpg"), "--site", str(site.root)]) == 2
    assert f"bedoel je {PHOTO}?" in capsys.readouterr().err


def test_a_photo_without_a_register_cannot_be_withdrawn(site: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    site.remove(f"{PHOTO}.yaml")
    assert run(["photo", "withdraw", str(site.root / PHOTO), "--site", str(site.root)]) == 1
    assert f"{PHOTO}:1: fout[register-ontbreekt]" in capsys.readouterr().err
