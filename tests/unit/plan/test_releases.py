"""Versions of the script: each at its own address for ever, the newest at the moving one, and none that changed."""

from __future__ import annotations

from generator.digest import digest_bytes
from generator.model.plan import CopyFile
from generator.model.theme import ThemeFiles
from generator.plan.releases import find_releases, integrity_of, publish
from tests.unit.examples import told


def theme(**versions: str) -> ThemeFiles:
    """Give a theme with a script for each version, written as `v1_0_0`, and its digest beside it."""
    files: dict[str, bytes] = {}
    for name, text in versions.items():
        path = f"widgets/{name[1:].replace('_', '.')}/mba.js"
        files |= {path: text.encode(), f"{path}.sri": f"{integrity_of(text.encode())}\n".encode()}
    return ThemeFiles("thema", files, {path: digest_bytes(data) for path, data in files.items()})


def changed(files: ThemeFiles, path: str, data: bytes | None) -> ThemeFiles:
    kept = {name: text for name, text in files.files.items() if name != path}
    return ThemeFiles("thema", kept if data is None else {**kept, path: data}, files.digests)


def test_a_digest_is_written_as_browsers_compare_it() -> None:
    # echo -n "alert('Hello, world.');" | openssl dgst -sha384 -binary | openssl base64 -A
    assert integrity_of(b"alert('Hello, world.');") == (
        "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
    )


def test_versions_are_in_the_order_of_their_numbers() -> None:
    found = find_releases(theme(v1_10_0="c", v1_9_0="b", v1_0_0="a", v2_0_0="d"))
    assert [release.version for release in found.value] == ["1.0.0", "1.9.0", "1.10.0", "2.0.0"]
    assert found.diagnostics == ()


def test_each_version_has_its_own_address_and_the_newest_of_each_first_number_the_moving_one() -> None:
    files = theme(v1_0_0="a", v1_2_0="b", v2_0_0="c")
    made = {artifact.path: artifact for artifact in publish(files, find_releases(files).value)}
    sources = {path: artifact.recipe.source for path, artifact in made.items() if isinstance(artifact.recipe, CopyFile)}
    assert sources == {
        "w/1.0.0/mba.js": "widgets/1.0.0/mba.js",
        "w/1.2.0/mba.js": "widgets/1.2.0/mba.js",
        "w/2.0.0/mba.js": "widgets/2.0.0/mba.js",
        "w/1/mba.js": "widgets/1.2.0/mba.js",
        "w/2/mba.js": "widgets/2.0.0/mba.js",
    }
    assert all(artifact.key == files.digests[sources[path]] for path, artifact in made.items())


def test_a_version_that_changed_after_it_was_published_is_refused() -> None:
    files = changed(theme(v1_0_0="a"), "widgets/1.0.0/mba.js", b"b")
    report = find_releases(files)
    assert told(report.diagnostics) == ["1 fout widget-gewijzigd"]
    assert "hoger nummer" in (report.diagnostics[0].tip or "")


def test_a_version_of_which_nobody_wrote_the_digest_is_refused() -> None:
    files = changed(theme(v1_0_0="a"), "widgets/1.0.0/mba.js.sri", None)
    assert told(find_releases(files).diagnostics) == ["1 fout widget-gewijzigd"]


def test_other_files_are_no_versions() -> None:
    files = changed(theme(), "widgets/nieuw/mba.js", b"a")
    assert find_releases(files).value == ()
