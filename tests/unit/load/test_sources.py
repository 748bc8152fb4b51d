"""Everything that a build reads: content, photos with their registers, shared data and the theme."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.load import Stamps, load, read_settings
from generator.load import sources as sources_module
from generator.load.files import FoundFile, read_file
from generator.model.source import FileStamp, PhotoFile, SourceFile, Sources
from generator.parse import DATA_FILES
from tests.harness import TinySite
from tests.unit.examples import picture

NO_SETTINGS = SourceFile("site.yaml", "", b"")


def loaded(
    root: Path, *, theme: str = "thema", known: Stamps | None = None, memo: Mapping[str, PhotoFile] | None = None
) -> tuple[Report[Sources], Stamps]:
    return load(root, NO_SETTINGS, theme, data_files=DATA_FILES, known=known or {}, photo_memo=memo or {})


def told_of(report: Report[Sources]) -> list[str]:
    return [f"{found.file} {found.severity} {found.code}" for found in report.diagnostics]


def test_each_file_comes_where_it_belongs(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/index.md": "",
        "content/verhalen/soep/index.md": "",
        "content/verhalen/soep/feest.JPG": picture(),
        "content/verhalen/soep/feest.JPG.yaml": "alt: x",
        "content/themas.yaml": "groen: {naam: Groen}",
        "content/kaart/assen-wijken.geojson": "{}",
        "content/verhalen/notities.yaml": "iets",
        "content/verhalen/film.mp4": "",
    }
    report, stamps = loaded(TinySite(tmp_path, files).root)
    sources = report.value
    assert report.diagnostics == ()
    assert [file.path for file in sources.documents] == ["content/index.md", "content/verhalen/soep/index.md"]
    assert list(sources.photos) == ["content/verhalen/soep/feest.JPG"]
    assert list(sources.registers) == ["content/verhalen/soep/feest.JPG.yaml"]
    assert sorted(sources.data) == ["content/kaart/assen-wijken.geojson", "content/themas.yaml"]
    assert sources.theme.folder == "thema"
    assert sources.theme.text("components/deeper/deeper.html") == "<small>Kale proef.</small>"
    assert sorted(stamps) == sorted(path for path in files if not path.endswith(("notities.yaml", ".mp4")))


@pytest.mark.parametrize("name", ["soep.markdown", "soep.txt", "soep.DOCX", "verhalen/soep.odt"])
def test_a_text_in_another_form_is_pointed_out(tmp_path: Path, name: str) -> None:
    report, _ = loaded(TinySite(tmp_path, {f"content/{name}": ""}).root)
    assert told_of(report) == [f"content/{name} waarschuwing onbekend-bestand"]


def test_data_under_another_name_are_pointed_out_with_the_names_that_are_read(tmp_path: Path) -> None:
    report, _ = loaded(TinySite(tmp_path, {"content/thema.yaml": ""}).root)
    assert told_of(report) == ["content/thema.yaml waarschuwing onbekend-bestand"]
    assert report.diagnostics[0].tip == (
        "de gegevens staan in: organisaties.yaml, themas.yaml, loketten.yaml, namen.yaml, postcodes.yaml, "
        "mededeling.yaml, assen-wijken.geojson, assen-wijken-schematisch-2025.geojson"
    )


def test_texts_are_not_read_again_when_their_stamps_match_and_shared_data_always_are(tmp_path: Path) -> None:
    site = TinySite(
        tmp_path, {"content/index.md": "tekst", "content/themas.yaml": "groen", "content/x.jpg.yaml": "alt"}
    )
    first, stamps = loaded(site.root)
    second, again = loaded(site.root, known=stamps)
    assert first.value.documents[0].data == b"tekst"
    assert second.value.documents[0].data is None
    assert second.value.data["content/themas.yaml"].data == b"groen"
    assert second.value.registers["content/x.jpg.yaml"].data == b"alt"
    assert (second.value, again) == (first.value, stamps)


def test_the_header_of_a_photo_is_remembered_by_its_digest_under_any_name(tmp_path: Path) -> None:
    site = TinySite(tmp_path, {"content/een.jpg": picture()})
    first, stamps = loaded(site.root)
    header = first.value.photos["content/een.jpg"]
    remembered = PhotoFile(
        "content/ander.jpg", header.digest, 7, 8, "PNG", has_position=True, animated=True, problem="x"
    )
    second, _ = loaded(site.root, known=stamps, memo={header.digest: remembered})
    assert second.value.photos["content/een.jpg"] == PhotoFile(
        "content/een.jpg", header.digest, 7, 8, "PNG", has_position=True, animated=True, problem="x"
    )


def test_the_header_of_a_photo_is_read_when_it_was_forgotten(tmp_path: Path) -> None:
    site = TinySite(tmp_path, {"content/een.jpg": picture(size=(40, 20))})
    first, stamps = loaded(site.root)
    assert loaded(site.root, known=stamps)[0].value.photos == first.value.photos


def test_two_names_that_differ_in_capitals_alone_are_one_file_elsewhere(tmp_path: Path) -> None:
    site = TinySite(tmp_path, {"content/Soep.md": "a", "content/soep.md": "b"})
    if len(list((site.root / "content").iterdir())) == 1:
        pytest.skip("this disk does not tell them apart")
    report, _ = loaded(site.root)
    assert told_of(report) == ["content/soep.md fout naam-botsing"]
    assert report.diagnostics[0].message == "deze naam verschilt alleen in hoofdletters van content/Soep.md"


def test_a_file_that_is_much_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources_module, "MAX_READ", 3)
    report, stamps = loaded(TinySite(tmp_path, {"content/een.md": "1234", "content/twee.md": "123"}).root)
    assert told_of(report) == ["content/een.md fout te-groot"]
    assert list(stamps) == ["content/twee.md"]


def test_a_theme_may_lie_anywhere_in_the_site(tmp_path: Path) -> None:
    site = TinySite(tmp_path, {"mijn/thema/layouts/home.html": "thuis", "mijn/thema/.verborgen": ""})
    theme = loaded(site.root, theme="mijn/thema")[0].value.theme
    assert (theme.folder, theme.files) == ("mijn/thema", {"layouts/home.html": b"thuis"})
    assert loaded(site.root, theme="mijn\\thema")[0].value.theme == theme


@pytest.mark.parametrize("theme", ["../elders", "mijn/../../elders", "/etc", "C:/thema", "C:\\thema"])
def test_a_theme_outside_the_site_is_refused(tmp_path: Path, theme: str) -> None:
    TinySite(tmp_path / "elders", {"layouts/home.html": ""})
    report, _ = loaded(TinySite(tmp_path / "site", {}).root, theme=theme)
    assert told_of(report) == ["site.yaml fout thema-ontbreekt"]
    message = report.diagnostics[0].message
    assert message == f"de map '{theme}' is geen thema: ze ligt buiten de site, of is de site zelf"
    assert report.value.theme.files == {}


def test_a_theme_that_is_not_there_is_missed(tmp_path: Path) -> None:
    report, _ = loaded(TinySite(tmp_path, {}).root, theme="themes/weg")
    assert told_of(report) == ["site.yaml fout thema-ontbreekt"]
    assert report.diagnostics[0].message == "de map 'themes/weg' is geen thema"


def test_settings_are_always_read(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_bytes(b"naam: x")
    report = read_settings(tmp_path)
    assert (report.value.path, report.value.data, report.diagnostics) == ("site.yaml", b"naam: x", ())


def test_settings_that_cannot_be_read_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").mkdir()
    report = read_settings(tmp_path)
    assert report.value.data == b""
    assert [found.code for found in report.diagnostics] == ["onleesbaar"]


def test_a_file_that_another_program_holds_is_a_problem_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def refuse(file: FoundFile, status: os.stat_result, known: Stamps, stamps: dict[str, FileStamp]) -> SourceFile:
        if file.path.endswith("open.md"):
            raise PermissionError
        return read_file(file, status, known, stamps)

    monkeypatch.setattr(sources_module, "read_file", refuse)
    report, stamps = loaded(TinySite(tmp_path, {"content/open.md": "", "content/soep.md": ""}).root)
    assert told_of(report) == ["content/open.md fout onleesbaar"]
    assert list(stamps) == ["content/soep.md"]


def test_a_file_knows_where_it_lies_when_the_disk_spells_its_name_otherwise(tmp_path: Path) -> None:
    spelled = unicodedata.normalize("NFD", "café.md")
    site = TinySite(tmp_path, {f"content/{spelled}": "", "content/soep.md": ""})
    sources = loaded(site.root)[0].value
    assert sources.place("content/café.md").read_bytes() == b""
    assert sources.place("content/soep.md") == site.root / "content" / "soep.md"
