"""The output folder: only files that builds made are ever replaced or removed, and a reader never sees half of one."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.digest import digest_bytes
from generator.model.plan import Entry, Manifest
from generator.model.source import FileStamp
from generator.write import Clash, Output, Written, read_manifest
from generator.write import output as output_module
from generator.write.manifest import manifest_file, pending_file, publish_manifest, write_pending
from generator.write.output import scan_stamps


def opened(folder: Path, known: Mapping[str, FileStamp] | None = None) -> Output:
    return Output(folder, read_manifest(folder), known or {})


def stage(output: Output, files: Mapping[str, str]) -> dict[str, Entry]:
    """Put files in the staging folder as a build does; the key of a file is its text."""
    staging = output.prepare()
    for path, text in files.items():
        (staging / path).parent.mkdir(parents=True, exist_ok=True)
        (staging / path).write_bytes(text.encode())
    return {path: Entry(f"sleutel van {text}", digest_bytes(text.encode())) for path, text in files.items()}


def write(folder: Path, files: Mapping[str, str], *kept: str) -> Written:
    """Write files; those in `kept` stay as the manifest has them."""
    output = opened(folder)
    return output.commit(stage(output, files), {path: output.manifest.entries[path] for path in kept})


def there(folder: Path) -> dict[str, str]:
    """Give the files of a folder, without our own administration."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in found
        if ".mba" not in path.parts
    }


def test_files_are_written_and_listed(tmp_path: Path) -> None:
    written = write(tmp_path / "uit", {"index.html": "thuis", "verhalen/soep/index.html": "soep"})
    assert there(tmp_path / "uit") == {"index.html": "thuis", "verhalen/soep/index.html": "soep"}
    assert (written.written, written.unchanged, written.removed) == (("index.html", "verhalen/soep/index.html"), 0, ())
    assert read_manifest(tmp_path / "uit").entries["index.html"] == Entry("sleutel van thuis", digest_bytes(b"thuis"))
    assert sorted(path.name for path in (tmp_path / "uit" / ".mba").iterdir()) == ["manifest.json"]


def test_assets_come_first_and_then_the_pages_that_load_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved: list[str] = []

    def note(_: str, target: str) -> bool:
        moved.append(Path(target).relative_to(tmp_path).as_posix())
        return True

    monkeypatch.setattr(output_module, "_move", note)
    monkeypatch.setattr(output_module, "_moves", note)
    (tmp_path / "assets").mkdir()
    output = opened(tmp_path)
    files = {"a.html": "a", "assets/z.css": "z", "assets/b.js": "b", "z.html": "z", "p/q.html": "q"}
    output.commit(stage(output, files), {})
    assert moved == ["assets/b.js", "assets/z.css", "a.html", "p", "z.html"]


def test_a_file_with_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "thuis", "weg.html": "weg"})
    before = (tmp_path / "index.html").stat()
    output = opened(tmp_path)
    entry = Entry("andere sleutel", digest_bytes(b"thuis"))
    stage(output, {"index.html": "thuis"})
    written = output.commit({"index.html": entry}, {})
    assert (written.written, written.unchanged, written.removed) == ((), 1, ("weg.html",))
    assert (tmp_path / "index.html").stat().st_mtime_ns == before.st_mtime_ns
    assert read_manifest(tmp_path).entries == {"index.html": entry}


def test_when_nothing_changed_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "thuis"})
    before = manifest_file(tmp_path).stat()
    written = write(tmp_path, {}, "index.html")
    assert (written.written, written.unchanged, written.removed) == ((), 1, ())
    after = manifest_file(tmp_path).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_what_is_no_longer_planned_goes_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    write(tmp_path, {"verhalen/oud/index.html": "oud", "verhalen/soep/index.html": "soep"})
    written = write(tmp_path, {}, "verhalen/soep/index.html")
    assert written.removed == ("verhalen/oud/index.html",)
    assert not (tmp_path / "verhalen" / "oud").exists()
    assert there(tmp_path) == {"verhalen/soep/index.html": "soep"}


def test_a_folder_that_holds_something_of_others_stays(tmp_path: Path) -> None:
    write(tmp_path, {"verhalen/oud/index.html": "oud"})
    (tmp_path / "verhalen" / "oud" / "eigen.txt").write_text("van mij", encoding="utf-8")
    write(tmp_path, {})
    assert there(tmp_path) == {"verhalen/oud/eigen.txt": "van mij"}


def test_files_of_others_are_left_alone_and_mentioned_but_for_dotfiles(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "thuis"})
    for name in ("CNAME", "eigen/map/x.txt", ".nojekyll", ".git/config", "eigen/.DS_Store"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("van mij", encoding="utf-8")
    assert opened(tmp_path).foreign(["index.html"]) == ("CNAME", "eigen/map/x.txt")
    write(tmp_path, {})
    assert sorted(there(tmp_path)) == [".git/config", ".nojekyll", "CNAME", "eigen/.DS_Store", "eigen/map/x.txt"]


def test_a_file_of_others_where_a_page_has_to_come_stops_everything(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "thuis", "weg.html": "weg"})
    (tmp_path / "contact.html").write_text("van mij", encoding="utf-8")
    manifest = manifest_file(tmp_path).read_bytes()
    with pytest.raises(Clash) as caught:
        write(tmp_path, {"index.html": "nieuw", "contact.html": "van ons"})
    assert caught.value.paths == ("contact.html",)
    assert there(tmp_path) == {"contact.html": "van mij", "index.html": "thuis", "weg.html": "weg"}
    assert manifest_file(tmp_path).read_bytes() == manifest


def test_a_file_of_others_that_is_just_what_we_would_write_becomes_ours(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("thuis", encoding="utf-8")
    write(tmp_path, {"index.html": "thuis"})
    assert list(read_manifest(tmp_path).entries) == ["index.html"]
    write(tmp_path, {})
    assert there(tmp_path) == {}


@pytest.mark.parametrize("strange", ["contact", "contact/index.html/x.txt"])
def test_a_file_of_others_in_the_way_of_a_folder_or_the_other_way_round_stops_everything(
    tmp_path: Path, strange: str
) -> None:
    write(tmp_path, {"index.html": "thuis"})
    (tmp_path / strange).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / strange).write_text("van mij", encoding="utf-8")
    with pytest.raises(Clash):
        write(tmp_path, {"assets/a.css": "stijl", "contact/index.html": "van ons"}, "index.html")
    assert there(tmp_path) == {strange: "van mij", "index.html": "thuis"}


@pytest.mark.parametrize(("old", "new"), [("oud.x", "oud.x/index.html"), ("oud.x/index.html", "oud.x")])
def test_a_file_of_ours_can_become_a_folder_and_the_other_way_round(tmp_path: Path, old: str, new: str) -> None:
    write(tmp_path, {old: "een"})
    write(tmp_path, {new: "twee"})
    assert there(tmp_path) == {new: "twee"}


@pytest.mark.parametrize("change", ["other bytes", "gone"])
def test_a_file_that_others_touched_counts_as_absent(tmp_path: Path, change: str) -> None:
    write(tmp_path, {"index.html": "thuis", "contact.html": "bel"})
    page = tmp_path / "index.html"
    page.unlink()
    if change == "other bytes":
        page.write_text("gekraakt", encoding="utf-8")
    output = opened(tmp_path)
    assert list(output.manifest.entries) == ["contact.html"]
    written = output.commit(stage(output, {"index.html": "thuis"}), dict(output.manifest.entries))
    assert (written.written, written.unchanged) == (("index.html",), 1)
    assert there(tmp_path) == {"contact.html": "bel", "index.html": "thuis"}


def test_a_file_that_others_touched_is_still_removed_when_it_is_no_longer_planned(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "thuis"})
    (tmp_path / "index.html").write_text("gekraakt", encoding="utf-8")
    assert write(tmp_path, {}).removed == ("index.html",)


def test_a_stamp_that_still_holds_saves_reading_a_file(tmp_path: Path) -> None:
    stamps = write(tmp_path, {"index.html": "thuis"}).stamps
    (stamp,) = stamps.values()
    assert stamp == FileStamp.of((tmp_path / "index.html").stat(), digest_bytes(b"thuis"))
    claimed = Manifest({"index.html": Entry("sleutel", "geloofd")})
    trusted = FileStamp.of((tmp_path / "index.html").stat(), "geloofd")
    assert Output(tmp_path, claimed, {"index.html": trusted}).manifest == claimed
    assert Output(tmp_path, claimed, {}).manifest == Manifest()


def test_after_a_power_cut_the_files_that_had_appeared_are_known_for_our_own(tmp_path: Path) -> None:
    output = opened(tmp_path)
    stage(output, {"index.html": "thuis", "contact.html": "bel"})
    write_pending(tmp_path, frozenset({"index.html", "contact.html"}))
    (tmp_path / "index.html").write_text("half", encoding="utf-8")

    assert opened(tmp_path).foreign([]) == ()
    write(tmp_path, {"index.html": "thuis", "contact.html": "bel"})
    assert there(tmp_path) == {"contact.html": "bel", "index.html": "thuis"}
    assert not pending_file(tmp_path).exists()


def test_what_had_appeared_before_a_power_cut_and_is_no_longer_planned_goes(tmp_path: Path) -> None:
    opened(tmp_path).prepare()
    write_pending(tmp_path, frozenset({"ingetrokken.html"}))
    (tmp_path / "ingetrokken.html").write_text("niet meer", encoding="utf-8")
    write(tmp_path, {"index.html": "thuis"})
    assert there(tmp_path) == {"index.html": "thuis"}


def test_when_the_disk_refuses_halfway_the_next_build_finishes_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"index.html": "thuis", "weg.html": "weg"})

    def refuse(source: str, target: str) -> None:
        if target.endswith("/z.html"):
            raise OSError("de schijf is vol")
        Path(source).replace(target)

    monkeypatch.setattr(output_module, "_move", refuse)
    with pytest.raises(OSError, match="vol"):
        write(tmp_path, {"a.html": "a", "z.html": "z"}, "index.html")
    assert there(tmp_path) == {"a.html": "a", "index.html": "thuis", "weg.html": "weg"}

    monkeypatch.undo()
    written = write(tmp_path, {"a.html": "a", "z.html": "z"}, "index.html")
    assert there(tmp_path) == {"a.html": "a", "index.html": "thuis", "z.html": "z"}
    assert written.removed == ("weg.html",)


def test_staging_is_emptied_at_the_start_and_at_the_end(tmp_path: Path) -> None:
    output = opened(tmp_path)
    (output.prepare() / "rest").write_text("x", encoding="utf-8")
    assert list(output.prepare().iterdir()) == []
    output.discard()
    assert not (tmp_path / ".mba" / "staging").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    (tmp_path / "elders" / "x.txt").write_text("x", encoding="utf-8")
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "map").symlink_to(tmp_path / "elders")
    assert opened(tmp_path / "uit").foreign([]) == ("map",)


def test_the_stamps_of_a_folder_leave_out_dotfiles(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "thuis", "a/b.html": "b"})
    (tmp_path / ".nojekyll").write_text("", encoding="utf-8")
    assert sorted(scan_stamps(tmp_path)) == ["a/b.html", "index.html"]
    assert scan_stamps(tmp_path / "weg") == {}


def test_a_folder_that_is_new_moves_as_a_whole_and_others_file_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"verhalen/oud/index.html": "oud"})
    moved: list[str] = []
    rename = os.rename

    def note(source: str, target: str) -> None:
        moved.append(Path(target).relative_to(tmp_path).as_posix())
        rename(source, target)

    monkeypatch.setattr(os, "rename", note)
    files = {"verhalen/nieuw/index.html": "nieuw", "verhalen/oud/index.html": "anders", "wijken/a/index.html": "a"}
    write(tmp_path, files)
    assert moved == ["verhalen/nieuw", "wijken"]
    assert there(tmp_path) == files


def test_a_folder_that_cannot_move_has_its_files_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "rename", refuse)
    write(tmp_path, {"verhalen/soep/index.html": "soep"})
    assert there(tmp_path) == {"verhalen/soep/index.html": "soep"}


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights on Windows")
def test_a_folder_that_became_a_link_is_not_followed_and_stops_everything(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "uit", tmp_path / "elders"
    folder.mkdir()
    write(folder, {"verhalen/soep.html": "soep"})
    (folder / "verhalen").rename(elsewhere)
    (folder / "verhalen").symlink_to(elsewhere)
    output = opened(folder)
    assert output.manifest.entries == {}
    with pytest.raises(Clash) as clash:
        output.commit(stage(output, {"verhalen/soep.html": "brood"}), {})
    assert clash.value.paths == ("verhalen",)
    assert (elsewhere / "soep.html").read_text("utf-8") == "soep"


@pytest.mark.parametrize("path", ["../buiten.html", "verhalen/../../buiten.html", "{elders}/buiten.html"])
def test_a_manifest_that_names_files_elsewhere_gives_no_right_to_them(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "uit"
    write(folder, {"verhalen/soep.html": "soep"})
    outside = tmp_path / "buiten.html"
    outside.write_text("brood", encoding="utf-8")
    row = {"path": path.format(elders=tmp_path.as_posix()), "key": "k", "digest": digest_bytes(b"brood")}
    manifest = folder / ".mba" / "manifest.json"
    rows = json.loads(manifest.read_text("utf-8"))
    rows["files"].append(row)
    manifest.write_text(json.dumps(rows), encoding="utf-8")
    output = opened(folder)
    assert list(output.manifest.entries) == ["verhalen/soep.html"]
    output.commit(stage(output, {}), {})
    assert outside.read_text("utf-8") == "brood"


@pytest.mark.parametrize(
    "path", ["verhalen//soep.html", "./index.html", "verhalen/./soep.html", ".mba/manifest.json", "a\0b", "\ud800", ""]
)
@pytest.mark.parametrize("listed", ["manifest", "pending"])
def test_a_name_that_no_build_gives_is_no_file_of_ours(tmp_path: Path, path: str, listed: str) -> None:
    write(tmp_path, {"verhalen/soep.html": "soep", "index.html": "thuis"})
    rows = json.loads(manifest_file(tmp_path).read_text("utf-8"))
    rows["files"].append({"path": path, "key": "k", "digest": "d"})
    if listed == "manifest":
        manifest_file(tmp_path).write_text(json.dumps(rows), encoding="utf-8")
    else:
        pending_file(tmp_path).write_text(json.dumps([path]), encoding="utf-8")
    output = opened(tmp_path)
    kept = dict(output.manifest.entries)
    assert sorted(kept) in ([], ["index.html", "verhalen/soep.html"])
    output.commit(stage(output, {"verhalen/soep.html": "soep", "index.html": "thuis"}), {})
    assert there(tmp_path) == {"verhalen/soep.html": "soep", "index.html": "thuis"}
    assert sorted(read_manifest(tmp_path).entries) == ["index.html", "verhalen/soep.html"]


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights on Windows")
def test_nothing_behind_a_folder_that_became_a_link_is_removed(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "uit", tmp_path / "elders"
    write(folder, {"verhalen/jaar/soep.html": "soep"})
    (folder / "verhalen" / "jaar").rename(elsewhere)
    (folder / "verhalen" / "jaar").symlink_to(elsewhere)
    output = opened(folder)
    output.commit(stage(output, {}), {})
    assert (elsewhere / "soep.html").read_text("utf-8") == "soep"


def test_a_file_that_is_there_with_the_right_bytes_is_adopted(tmp_path: Path) -> None:
    write(tmp_path, {"soep.html": "soep"})
    (tmp_path / "soep.html").write_text("brood", encoding="utf-8")
    before = (tmp_path / "soep.html").stat().st_ino
    written = write(tmp_path, {"soep.html": "brood"})
    assert (written.written, written.unchanged) == ((), 1)
    assert (tmp_path / "soep.html").stat().st_ino == before
    assert read_manifest(tmp_path).entries["soep.html"].digest == digest_bytes(b"brood")


def test_everything_comes_in_order_the_manifest_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"weg.html": "weg", "assets/weg.css": "weg", "index.html": "oud"})
    done: list[str] = []

    def note(what: str, path: Path) -> None:
        done.append(f"{what} {path.relative_to(tmp_path).as_posix()}")

    def move(source: str | Path, target: str | Path) -> None:
        note("komt", Path(target))
        Path(source).replace(target)

    def remove(path: Path) -> None:
        note("gaat", path)
        path.unlink()

    def publish(staging: Path, output: Path) -> None:
        done.append("manifest")
        publish_manifest(staging, output)

    monkeypatch.setattr(output_module, "_move", move)
    monkeypatch.setattr(output_module, "_remove", remove)
    monkeypatch.setattr(output_module, "publish_manifest", publish)
    write(tmp_path, {"a.html": "a", "index.html": "nieuw", "assets/nieuw.css": "nieuw"})
    assert done == [
        "komt assets/nieuw.css",
        "komt a.html",
        "komt index.html",
        "gaat assets/weg.css",
        "gaat weg.html",
        "manifest",
    ]


def test_a_reader_sees_a_file_as_it_was_or_as_it_will_be(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "oud" * 100_000})
    with (tmp_path / "index.html").open(encoding="utf-8") as reading:
        begun = reading.read(10)
        write(tmp_path, {"index.html": "nieuw"})
        assert begun + reading.read() == "oud" * 100_000
    assert there(tmp_path) == {"index.html": "nieuw"}


def test_when_there_is_no_room_for_the_manifest_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"index.html": "oud", "weg.html": "weg"})
    before = (tmp_path / ".mba" / "manifest.json").read_bytes()

    def refuse(*_: object) -> None:
        raise OSError("de schijf is vol")

    monkeypatch.setattr(output_module, "stage_manifest", refuse)
    with pytest.raises(OSError, match="vol"):
        write(tmp_path, {"index.html": "nieuw"})
    assert there(tmp_path) == {"index.html": "oud", "weg.html": "weg"}
    assert (tmp_path / ".mba" / "manifest.json").read_bytes() == before


def test_a_worker_that_outlives_its_build_finds_its_place_gone(tmp_path: Path) -> None:
    first = opened(tmp_path).prepare()
    output = opened(tmp_path)
    staged = stage(output, {"index.html": "nieuw"})
    with pytest.raises(FileNotFoundError):
        (first / "index.html").write_text("oud", encoding="utf-8")
    output.commit(staged, {})
    assert there(tmp_path) == {"index.html": "nieuw"}
