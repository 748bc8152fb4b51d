"""Values that many tests share: pieces, sites and themes in one line, and what was found as short texts."""

from __future__ import annotations

import datetime as dt
import io
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from PIL import Image

from generator.assemble import Material, assemble
from generator.diagnostics import Diagnostic, Report
from generator.digest import digest_bytes
from generator.model.config import Config
from generator.model.document import (
    Call,
    Common,
    Contact,
    Document,
    Event,
    Fragment,
    Kind,
    Meta,
    Moment,
    Page,
    Parsed,
    Place,
    Project,
    Ref,
    Story,
    Wijk,
)
from generator.model.plan import Plan
from generator.model.shared import PhotoRegister, SharedData
from generator.model.site import Site
from generator.model.source import PhotoFile, SourceFile
from generator.model.theme import ThemeFiles
from generator.model.view import AssetsView, PhotoView
from generator.plan import Codes, make_plan
from generator.plan.cards import Cards
from generator.plan.catalog import Catalog
from generator.plan.pieces import Desk
from generator.plan.related import Neighbours
from generator.plan.shell import make_shell
from tests.harness import BARE_THEME, TODAY

CONFIG = Config(name="Proefsite", address="https://proef.example.nl", theme="thema")
_KINDS = {
    Story: Kind.STORY,
    Wijk: Kind.WIJK,
    Call: Kind.CALL,
    Project: Kind.PROJECT,
    Event: Kind.EVENT,
    Page: Kind.PAGE,
}


def day(text: str) -> dt.date:
    """Give a date as it reads in ISO."""
    return dt.date.fromisoformat(text)


def story(date: str = "2026-11-01", *wijken: str, themes: tuple[str, ...] = (), project: str | None = None) -> Story:
    """Give the front matter of a verhaal."""
    return Story(day(date), wijken or ("peelo",), themes=themes, project=project)


def call(closes_on: str | None = "2026-12-15", *, date: str = "2026-11-16", result: str | None = None) -> Call:
    """Give the front matter of an oproep; it keeps running without a last day."""
    return Call(
        call_kind="meedoen",
        date=day(date),
        wijken=("peelo",),
        closes_on=day(closes_on) if closes_on else None,
        reply=Contact(email="wij@example.nl"),
        answered_by="het team",
        follow_up="We bellen.",
        result=result,
    )


def project(status: str = "uitvoering", *wijken: str) -> Project:
    """Give the front matter of a project."""
    return Project(wijken=wijken or ("peelo",), status=status)


def event(begins: str = "2026-12-05", time: str | None = None, *, ends: str | None = None) -> Event:
    """Give the front matter of an activiteit."""
    return Event(
        begins=Moment(day(begins), time),
        ends=Moment(day(ends)) if ends else None,
        place=Place("het buurthuis"),
        wijken=("peelo",),
    )


def piece(
    path: str,
    meta: Meta | None = None,
    common: Common | None = None,
    *,
    refs: Sequence[Ref] = (),
    lines: Mapping[str, int] | None = None,
) -> Document:
    """Give a content file of `content/` that was understood; its title is its name."""
    whole = PurePosixPath("content", path)
    slug = whole.parent.name if whole.stem == "index" and len(whole.parts) > 2 else whole.stem
    meta = meta or story()
    return Document(
        path=str(whole),
        kind=_KINDS[type(meta)],
        slug=slug,
        common=common or Common(slug.capitalize()),
        meta=meta,
        body=Fragment(f"body of {path}", refs=tuple(refs)),
        digest=f"digest of {path}",
        lines=dict(lines or {}),
    )


PEELO = piece("wijken/peelo.md", Wijk("WK010606"))


def parsed(document: Document) -> Parsed:
    """Give a document as `parse` does."""
    return Parsed(document.path, document.kind, document.slug, document)


def broken(path: str, kind: Kind) -> Parsed:
    """Give a content file of `content/` that could not be understood."""
    return Parsed(f"content/{path}", kind, PurePosixPath(path).stem, None)


def assembled(
    *pieces: Document | Parsed,
    today: dt.date = TODAY,
    config: Config = CONFIG,
    shared: SharedData | None = None,
    photos: Iterable[PhotoFile] = (),
    registers: Iterable[PhotoRegister] = (),
    drafts: bool = False,
) -> Report[Site]:
    """Assemble a site of these pieces."""
    material = Material(
        config=config,
        parsed=tuple(found if isinstance(found, Parsed) else parsed(found) for found in pieces),
        shared=shared or SharedData(),
        photos={photo.path: photo for photo in photos},
        registers={f"{register.path}.yaml": register for register in registers},
    )
    return assemble(material, today, drafts=drafts)


def photo_file(path: str, width: int = 1200, height: int = 800, *, problem: str = "") -> PhotoFile:
    """Give the header of a photo."""
    return PhotoFile(path, f"digest of {path}", width, height, "JPEG", problem=problem)


def register(
    path: str,
    *,
    consent_on: str | None = None,
    expires_on: str | None = None,
    withdrawn_on: str | None = None,
    caption: str | None = None,
) -> PhotoRegister:
    """Give the register of a photo without people."""
    return PhotoRegister(
        path=path,
        alt="Een plein.",
        decorative=False,
        photographer="Ans",
        consent="geen-mensen",
        consent_on=day(consent_on) if consent_on else None,
        expires_on=day(expires_on) if expires_on else None,
        withdrawn_on=day(withdrawn_on) if withdrawn_on else None,
        caption=caption,
    )


def theme(files: Mapping[str, str | bytes], folder: str = "thema") -> ThemeFiles:
    """Give a theme of these files."""
    data = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    return ThemeFiles(folder, data, {path: digest_bytes(content) for path, content in data.items()})


def bare_theme(changes: Mapping[str, str] | None = None) -> ThemeFiles:
    """Give the bare theme of the tests, with some files changed."""
    files: dict[str, str | bytes] = {
        path.relative_to(BARE_THEME).as_posix(): path.read_bytes()
        for path in sorted(BARE_THEME.rglob("*"))
        if path.is_file()
    }
    return theme({**files, **(changes or {})})


def source(path: str, text: str | bytes) -> SourceFile:
    """Give a file as `load` does."""
    data = text.encode() if isinstance(text, str) else text
    return SourceFile(path, digest_bytes(data), data)


def told(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Give what was found as `line severity code`."""
    return [f"{found.line} {found.severity} {found.code}" for found in diagnostics]


def picture(
    mode: str = "RGB",
    size: tuple[int, int] = (40, 20),
    *,
    colour: int | tuple[int, ...] | str = 0,
    kind: str = "JPEG",
    exif: Image.Exif | None = None,
) -> bytes:
    """Give the bytes of a photo of one colour."""
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, kind, exif=exif or Image.Exif())
    return out.getvalue()


def jpeg_that_says(width: int, height: int) -> bytes:
    """Give a JPEG with these sizes in its header and almost nothing in it."""
    data = picture()
    sizes = data.index(b"\xff\xc0") + 5
    return data[:sizes] + struct.pack(">HH", height, width) + data[sizes + 4 :]


def desk(
    *pieces: Document | Parsed,
    today: dt.date = TODAY,
    config: Config = CONFIG,
    shared: SharedData | None = None,
    photos: Mapping[str, PhotoView] | None = None,
) -> Desk:
    """Give what the pages of a site of these pieces are made with."""
    site = assembled(*pieces, today=today, config=config, shared=shared).value
    return Desk(
        site=site,
        catalog=Catalog(site, photos or {}),
        shell=make_shell(site, AssetsView("/assets/style.css", ())),
        neighbours=Neighbours(site),
        cards=Cards(),
    )


def planned(site: Site, theme_files: ThemeFiles | None = None, *, program: str = "programma") -> Report[Plan]:
    """Plan a site with the bare theme."""
    return make_plan(site, theme_files or bare_theme(), Codes(pages=program, photos="foto's", cards="kaarten"))
