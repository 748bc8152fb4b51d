"""Encoded photos are kept between builds, and only for as long as something may show them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from generator.build import crew, photo_jobs
from generator.build.codes import program_codes
from generator.photo_cache import PhotoCache
from generator.render import photos
from tests.harness import PEELO, SETTINGS, STORY, TinySite, messages, photo

PHOTO = "content/verhalen/soep/feest.jpg"
REGISTER = "alt: Een feest op het plein\nfotograaf: Ans\ntoestemming: geen-mensen\n"


class Counter:
    """Counts how often a photo is decoded and how often a variant is encoded."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.decoded = self.encoded = 0
        decode, encode = photos.decode, photos.encode

        def counted_decode(*arguments: object) -> object:
            self.decoded += 1
            return decode(*arguments)  # type: ignore[arg-type]

        def counted_encode(*arguments: object) -> object:
            self.encoded += 1
            return encode(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(photos, "decode", counted_decode)
        monkeypatch.setattr(photos, "encode", counted_encode)

    def since(self) -> tuple[int, int]:
        """Give what was done since the last question: photos decoded, variants encoded."""
        done = (self.decoded, self.encoded)
        self.decoded = self.encoded = 0
        return done


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    return TinySite(
        tmp_path / "site",
        {
            "site.yaml": f"{SETTINGS}foto_breedtes: [16, 32]\n",
            "content/wijken/peelo.md": PEELO,
            "content/verhalen/soep/index.md": STORY.replace("wijken:", "foto: feest.jpg\nwijken:"),
            PHOTO: photo("red"),
            f"{PHOTO}.yaml": REGISTER,
        },
    )


def kept(site: TinySite) -> int:
    return sum(path.is_file() for path in (site.root / ".cache/photos").rglob("*"))


def test_a_photo_is_decoded_once_for_all_its_widths_and_formats(site: TinySite, count: Counter) -> None:
    site.build()
    assert count.since() == (1, 6)
    assert kept(site) == 6


def test_a_second_build_encodes_nothing(site: TinySite, count: Counter) -> None:
    site.build()
    count.since()
    site.build()
    site.age()
    site.build()
    assert count.since() == (0, 0)


def test_a_removed_output_is_made_again_without_encoding(site: TinySite, count: Counter) -> None:
    site.build()
    before = site.built()
    count.since()
    shutil.rmtree(site.output)
    site.build()
    assert count.since() == (0, 0)
    assert site.built() == before


def test_a_fresh_checkout_with_a_restored_cache_encodes_nothing(site: TinySite, tmp_path: Path, count: Counter) -> None:
    site.build()
    before = site.built()
    count.since()
    shutil.copytree(site.root, tmp_path / "vers", ignore=shutil.ignore_patterns("output"))
    fresh = TinySite(tmp_path / "vers", {})
    fresh.touch()
    fresh.build()
    assert count.since() == (0, 0)
    assert fresh.built() == before


def test_a_replaced_photo_of_the_same_size_in_bytes_is_noticed(site: TinySite, count: Counter) -> None:
    site.build()
    count.since()
    before = (site.root / PHOTO).stat().st_size
    site.write(PHOTO, photo("blue"))
    assert (site.root / PHOTO).stat().st_size == before
    site.build()
    assert count.since() == (1, 6)
    assert kept(site) == 6


def test_a_damaged_file_counts_as_absent(site: TinySite, count: Counter) -> None:
    site.build()
    before = site.built()
    count.since()
    damaged = next(path for path in (site.root / ".cache/photos").rglob("*") if path.is_file())
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"x")
    shutil.rmtree(site.output)
    site.build()
    assert count.since() == (1, 1)
    assert site.built() == before, "one variant made alone is the same as one made with the others"


def test_what_is_unused_goes_after_a_build_that_succeeded_and_not_after_one_that_failed(site: TinySite) -> None:
    site.build()
    site.replace("content/verhalen/soep/index.md", "foto: feest.jpg\n", "")
    site.write("content/verhalen/brood.md", "---\ntitel: Brood\n---\nGeen datum.\n")
    assert site.build().failed
    assert kept(site) == 6
    site.remove("content/verhalen/brood.md")
    assert not site.build().failed
    assert kept(site) == 0


def test_a_photo_that_waits_for_its_day_stays(site: TinySite, count: Counter) -> None:
    site.build()
    site.replace("content/verhalen/soep/index.md", "datum:", "publiceren_op: 2027-01-01\ndatum:")
    site.build()
    assert kept(site) == 6
    count.since()
    site.build(drafts=True, output=site.root / "voorbeeld")
    assert count.since() == (0, 0)


def test_another_version_of_the_reader_of_heic_encodes_anew(
    site: TinySite, count: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.build import codes  # noqa: PLC0415

    site.build()
    count.since()
    known = codes._version
    monkeypatch.setattr(codes, "_version", lambda name: "99" if name == "pillow-heif" else known(name))
    program_codes.cache_clear()
    site.build()
    program_codes.cache_clear()
    assert count.since() == (1, 6)


@pytest.mark.parametrize("copies", [True, False])
def test_many_processes_make_the_same_files_as_one(
    site: TinySite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, copies: bool
) -> None:
    names = [f"foto-{number}.jpg" for number in range(3)]
    for number, name in enumerate(names):
        site.write(f"content/verhalen/soep/{name}", photo("green", 40 + number))
        site.write(f"content/verhalen/soep/{name}.yaml", REGISTER)
    row = " ".join(f'"{name}"' for name in names)
    site.write("content/verhalen/soep/index.md", (site.root / "content/verhalen/soep/index.md").read_bytes() + (
        f"\n{{{{ galerij {row} }}}}\n".encode()
    ))  # fmt: skip
    files = site.clean_build(tmp_path)
    monkeypatch.setattr(photo_jobs, "WORTH_IT", 1)
    monkeypatch.setattr(crew, "can_copy", lambda: copies and sys.platform == "linux")
    assert messages(site.build(jobs=2)) == []
    assert site.built() == files
    assert len([path for path in files if path.endswith(".avif")]) == 8


def test_a_preview_makes_a_photo_when_a_page_asks_for_it(site: TinySite, count: Counter) -> None:
    ready = site.clean_build(site.root.parent)
    count.since()
    outcome = site.build(lazy_photos=True)
    assert count.since() == (0, 0)
    assert outcome.pending is not None
    wanted = [path for path in ready if path.startswith("assets/feest-")]
    assert sorted(outcome.pending.artifacts) == sorted(wanted)
    assert not any(path in site.built() for path in wanted)
    assert outcome.pending.make(wanted[0]) == ready[wanted[0]]
    assert outcome.pending.make(wanted[0]) == ready[wanted[0]]
    assert count.since() == (1, 1)
    assert outcome.pending.make("assets/weg-480.0123456789.webp") is None
    again = site.build(lazy_photos=True)
    assert again.pending is not None
    assert set(again.pending.artifacts) == set(wanted[1:])
    assert site.built()[wanted[0]] == ready[wanted[0]]


def test_a_broken_photo_gives_a_preview_nothing(site: TinySite) -> None:
    site.write(PHOTO, photo("red", 400, 300)[:900])
    outcome = site.build(lazy_photos=True)
    assert outcome.pending is not None
    assert [outcome.pending.make(path) for path in outcome.pending.artifacts] == [None] * 6


def test_without_a_folder_nothing_is_kept() -> None:
    cache = PhotoCache(None)
    cache.put("foto", "sleutel", b"x")
    assert (cache.get("foto", "sleutel"), cache.has("foto", "sleutel")) == (None, False)
    cache.keep_only({})
    cache.forget("foto")
