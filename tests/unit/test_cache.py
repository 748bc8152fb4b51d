"""What one build leaves for the next: anything that is damaged counts as absent, and nothing here can stop a build."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from generator import cache as cache_module
from generator.cache import DOUBT_NS, Cache, LastBuild
from generator.cache_rows import encode_document
from generator.diagnostics import Report, error, warning
from generator.model.document import (
    Call,
    Contact,
    Event,
    FragmentText,
    Heading,
    Kind,
    Meta,
    Milestone,
    Moment,
    Page,
    Parsed,
    PartialDate,
    Place,
    Project,
    Ref,
    RefKind,
    Story,
    TeamMember,
    Wijk,
)
from generator.model.facts import Flaw, PageFacts
from generator.model.source import FileStamp, Overtaken, PhotoFile
from generator.parse import parse_document
from tests.harness import STORY
from tests.unit.examples import broken, day, piece

FACTS = PageFacts("Soep", "Er was soep.", ("/wijken/",), ("/a.css",), ("top",), (Flaw("code", "bericht", "tip"),))
STAMP = FileStamp(1, 2, 3, 4, "digest")


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    with closing(Cache(tmp_path)) as opened:
        yield opened


def stored(root: Path) -> Path:
    """Store a row in the cache of a site, and give the file."""
    with closing(Cache(root)) as cache:
        cache.store_facts({"soep": FACTS, "brood": FACTS})
        cache.commit()
        assert cache.path is not None
        return cache.path


def test_what_was_stored_is_there_the_next_time(tmp_path: Path) -> None:
    stored(tmp_path)
    with closing(Cache(tmp_path)) as cache:
        assert cache.facts(["soep", "weg"]) == {"soep": FACTS}


def test_what_was_not_committed_is_not(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        cache.store_facts({"soep": FACTS})
    with closing(Cache(tmp_path)) as cache:
        assert cache.facts(["soep"]) == {}


def test_the_cache_keeps_itself_out_of_version_control(cache: Cache) -> None:
    assert (cache.folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize(
    "meta",
    [
        Story(day("2026-11-01"), ("peelo",), updated=day("2026-11-02")),
        Wijk("WK010606", figures=(("inwoners", "7165"),), team=(TeamMember("mba", role="coach"),)),
        Call("idee", day("2026-11-01"), ("peelo",), None, Contact(email="a@b.nl"), "wij", "later"),
        Project(("peelo",), "klaar", start=PartialDate(2019), milestones=(Milestone(PartialDate(2019, 4), "Start"),)),
        Event(Moment(day("2026-12-05"), "10:00"), Moment(day("2026-12-05")), Place("hier"), ("peelo",)),
        Page("voet"),
    ],
)
def test_a_document_comes_back_as_it_was(cache: Cache, meta: Meta) -> None:
    ref = Ref(RefKind.PHOTO, "x.jpg", 9, "Een plein.", (("bijschrift", "Kijk"),))
    document = piece("verhalen/soep.md", meta, refs=[ref], lines={"titel": 2})
    heading = Heading(2, "soep", "Soep", 8)
    problems = (error("x", 1, "c", "m", "t"), warning("x", 2, "c", "m"))
    report = Report(Parsed(document.path, document.kind, "soep", document, FragmentText("<p>", "p")), problems)
    cache.store_documents({"sleutel": encode_document(report)})
    found = cache.documents(["sleutel"])["sleutel"]
    assert found == Report(Parsed(document.path, document.kind, "soep", document), problems)
    assert found.value.document is not None
    assert found.value.document.lines == {"titel": 2}
    assert heading not in found.value.document.body.headings
    assert cache.body(document.body.key) == "<p>"


def test_a_document_that_could_not_be_understood_comes_back_as_it_was(cache: Cache) -> None:
    reports = {
        "stuk": Report(broken("verhalen/soep.md", Kind.STORY), (error("x", 1, "c", "m"),)),
        "misplaatst": Report(Parsed("content/x/y.md", None, "", None)),
    }
    cache.store_documents({key: encode_document(report) for key, report in reports.items()})
    assert cache.documents(reports) == reports


def test_what_the_parser_gives_comes_back_as_it_was(cache: Cache) -> None:
    report = parse_document("content/verhalen/soep.md", "d", (STORY + "# Kop\n\n[a](b) en <b>c</b>\n").encode())
    cache.store_documents({"x": encode_document(report)})
    again = cache.documents(["x"])["x"]
    assert again.value.document == report.value.document
    assert again.diagnostics == report.diagnostics


def test_a_body_that_is_not_there_is_missed(cache: Cache) -> None:
    report = parse_document("content/index.md", "d", b"---\ntitel: a\n---\nTekst.\n")
    cache.store_documents({"x": encode_document(report)})
    key = cache.documents(["x"])["x"].value.document
    assert key is not None
    assert cache.missing_bodies([key.body.key, "weg"]) == {"weg"}
    with pytest.raises(Overtaken):
        cache.body("weg")


@pytest.mark.parametrize("ask", ["body", "blocks"])
def test_a_body_that_is_damaged_is_missed_by_the_next_who_asks(cache: Cache, ask: str) -> None:
    cache.put_many("body", [("stuk", b"\xc1")])
    with pytest.raises(Overtaken):
        getattr(cache, ask)("stuk")
    assert cache.missing_bodies(["stuk"]) == {"stuk"}


def test_when_one_body_is_damaged_all_that_are_damaged_are_missed(cache: Cache) -> None:
    cache.put_many("body", [(key, b"\x81\xa4html\xa1x") for key in "abc"])
    cache._connection.execute("UPDATE rows SET value = x'0011223344556677889900' WHERE key != 'c'")
    with pytest.raises(Overtaken):
        cache.body("a")
    assert cache.missing_bodies("abc") == {"a", "b"}
    assert cache.body("c") == "x"


def test_a_store_that_somebody_holds_is_not_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "PATIENCE", 0.01)
    with closing(Cache(tmp_path)) as one, closing(Cache(tmp_path)) as other:
        one.store_facts({"soep": FACTS})
        other.store_facts({"brood": FACTS})
        one.commit()
        assert not one.replaced
        assert one.facts(["soep", "brood"]) == {"soep": FACTS}


def test_many_rows_are_found_at_once(cache: Cache) -> None:
    cache.store_facts({str(number): FACTS for number in range(1234)})
    assert len(cache.facts(str(number) for number in range(2000))) == 1234


def test_only_the_rows_that_are_kept_remain(cache: Cache) -> None:
    cache.store_facts({"soep": FACTS, "brood": FACTS})
    cache.store_parts("uit", {"soep": (("titel", "1"),)}, ["soep"])
    cache.keep_only("facts", ["soep", "kaas"])
    assert list(cache.facts(["soep", "brood", "kaas"])) == ["soep"]
    assert cache.parts("uit", ["soep"]) == {"soep": (("titel", "1"),)}


def test_headers_parts_and_the_last_build_come_back_as_they_were(cache: Cache) -> None:
    photo = PhotoFile("content/x.jpg", "digest", 4, 3, "PNG", has_position=True)
    last = LastBuild("in", "uit", "thema", (warning("x", 1, "c", "m"),), {"pages": 3}, ("2026-12-01", "x", "reden"))
    cache.store_photo_headers("code", {"digest": photo})
    cache.store_parts("uit", {"index.html": (("titel", "a"), ("shell", "b"))}, ["index.html"])
    cache.store_last_build("uit", last)
    assert cache.photo_headers("code") == {"digest": photo}
    assert cache.parts("uit", ["index.html"]) == {"index.html": (("titel", "a"), ("shell", "b"))}
    assert cache.parts("elders", ["index.html"]) == {}
    assert (cache.last_build("uit"), cache.last_build("elders")) == (last, None)
    cache.store_last_build("uit", None)
    assert cache.last_build("uit") is None


def test_nothing_is_remembered_at_first(cache: Cache) -> None:
    assert (cache.photo_headers("code"), cache.stamps("x"), cache.last_build("x"), cache.get("x", "y")) == (
        {},
        {},
        None,
        None,
    )


def tamper(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute(statement, values).rowcount
        connection.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE rows SET value = substr(value, 1, length(value) - 1) WHERE key = 'soep'",
        "UPDATE rows SET value = x'00' WHERE key = 'soep'",
        "UPDATE rows SET value = 'tekst' WHERE key = 'soep'",
        "UPDATE rows SET value = NULL WHERE key = 'soep'",
        "UPDATE rows SET key = CASE key WHEN 'soep' THEN 'kaas' ELSE 'soep2' END",
    ],
)
def test_a_damaged_row_counts_as_absent(tmp_path: Path, statement: str) -> None:
    tamper(stored(tmp_path), statement)
    with closing(Cache(tmp_path)) as cache:
        assert "soep" not in cache.facts(["soep", "kaas"])
        assert "kaas" not in cache.facts(["soep", "kaas"])


def test_a_row_of_another_shape_counts_as_absent(cache: Cache) -> None:
    for table in ("facts", "document", "parts uit"):
        cache.put_many(table, [("soep", b"\x01")])
    for key, table in (("all", "headers"), ("x", "stamps"), ("x", "last")):
        cache.put_many(table, [(key, b"\x01")])
    assert (cache.facts(["soep"]), cache.documents(["soep"]), cache.parts("uit", ["soep"])) == ({}, {}, {})
    assert (cache.photo_headers("code"), cache.stamps("x"), cache.last_build("x")) == ({}, {}, None)


@pytest.mark.parametrize(
    "data", [b"", b"geen sqlite, maar wel zo lang als een kop van een bestand zou zijn", b"SQLite format 3\0"]
)
def test_a_damaged_file_is_thrown_away_and_made_again(tmp_path: Path, data: bytes) -> None:
    stored(tmp_path).write_bytes(data)
    with closing(Cache(tmp_path)) as cache:
        assert cache.facts(["soep"]) == {}
        cache.store_facts({"soep": FACTS})
        cache.commit()
    with closing(Cache(tmp_path)) as cache:
        assert cache.facts(["soep"]) == {"soep": FACTS}


def test_a_file_that_is_damaged_halfway_is_thrown_away_when_that_shows(tmp_path: Path) -> None:
    path = stored(tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with closing(Cache(tmp_path)) as cache:
        assert cache.facts(["soep"]) == {}
        cache.store_facts({"soep": FACTS})
        assert cache.facts(["soep"]) == {"soep": FACTS}


def test_a_cache_without_the_table_is_made_again_when_it_is_used(cache: Cache) -> None:
    assert cache.path is not None
    with closing(sqlite3.connect(cache.path)) as connection:
        connection.execute("DROP TABLE rows")
    cache.store_facts({"soep": FACTS})
    cache.keep_only("facts", ["soep"])
    assert list(cache.get_many("facts", ["brood"])) == []


@pytest.mark.parametrize("name", ["mba.sqlite", "mba.sqlite-journal"])
def test_a_folder_where_a_file_of_the_cache_belongs_is_cleared_away(tmp_path: Path, name: str) -> None:
    (tmp_path / ".cache" / name / "map").mkdir(parents=True)
    with closing(Cache(tmp_path)) as cache:
        cache.store_facts({"soep": FACTS})
        cache.commit()
    with closing(Cache(tmp_path)) as cache:
        assert cache.path is not None
        assert cache.facts(["soep"]) == {"soep": FACTS}


def test_where_nothing_can_be_stored_everything_stays_in_memory(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("", encoding="utf-8")
    with closing(Cache(tmp_path)) as cache:
        assert cache.path is None
        cache.store_facts({"soep": FACTS})
        cache.commit()
        assert cache.facts(["soep"]) == {"soep": FACTS}


def test_a_cache_in_memory_leaves_nothing_behind(tmp_path: Path) -> None:
    with closing(Cache(tmp_path, memory=True)) as cache:
        cache.store_facts({"soep": FACTS})
        assert cache.facts(["soep"]) == {"soep": FACTS}
    assert list(tmp_path.iterdir()) == []


def test_everything_can_be_forgotten(tmp_path: Path) -> None:
    stored(tmp_path)
    with closing(Cache(tmp_path)) as cache:
        cache.forget()
        assert cache.facts(["soep"]) == {}
        cache.store_facts({"kaas": FACTS})
        assert cache.facts(["kaas"]) == {"kaas": FACTS}


def test_a_stamp_is_trusted_when_its_file_had_been_at_rest_before_the_cache_was_written(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        cache.store_stamps("bronnen", {"oud": STAMP})
        cache.commit()
        assert cache.path is not None
        moment = 10**18
        os.utime(cache.path, ns=(moment, moment))
    rested = moment - DOUBT_NS - 1
    with closing(Cache(tmp_path)) as cache:
        assert cache.stamps("bronnen") == {"oud": STAMP}
        assert not cache.doubts(FileStamp(1, rested, rested, 4, "d"))


@pytest.mark.parametrize(("modified", "changed"), [(0, -DOUBT_NS), (-DOUBT_NS, 0), (0, 0), (5, 5)])
def test_a_file_that_changed_just_before_the_cache_was_written_is_doubted(
    tmp_path: Path, modified: int, changed: int
) -> None:
    path = stored(tmp_path)
    moment = 10**18
    stamp = FileStamp(1, moment + modified, moment + changed, 4, "d")
    with closing(Cache(tmp_path)) as cache:
        cache.store_stamps("bronnen", {"nieuw": stamp})
        cache.commit()
    os.utime(path, ns=(moment, moment))
    with closing(Cache(tmp_path)) as cache:
        assert cache.doubts(stamp)
        assert cache.stamps("bronnen") == {}


def test_a_new_cache_doubts_every_file(cache: Cache) -> None:
    assert cache.doubts(STAMP)


def damaged(data: bytes, choose: Random) -> bytes:
    """Turn some bits, fill a stretch, or cut off the end."""
    spoiled = bytearray(data)
    way = choose.random()
    if way < 0.7:
        for _ in range(choose.choice([1, 4, 40, 400])):
            spoiled[choose.randrange(len(spoiled))] ^= 1 << choose.randrange(8)
    elif way < 0.9:
        start = choose.randrange(len(spoiled))
        stretch = choose.randrange(1, 3000)
        spoiled[start : start + stretch] = choose.randbytes(min(stretch, len(spoiled) - start))
    else:
        del spoiled[choose.randrange(len(spoiled)) :]
    return bytes(spoiled)


@pytest.mark.parametrize("seed", range(8))
def test_damage_of_any_kind_loses_rows_and_never_changes_one(tmp_path: Path, seed: int) -> None:
    choose = Random(seed)  # noqa: S311 - so that it can be done again
    keys = [str(number) for number in range(60)]
    facts = {key: PageFacts(f"Titel {key}", "", (), (), (), ()) for key in keys}
    with closing(Cache(tmp_path)) as cache:
        cache.store_facts(facts)
        cache.store_stamps("sources", dict.fromkeys(keys, STAMP))
        cache.commit()
        assert cache.path is not None
        path = cache.path
    whole = path.read_bytes()
    for _ in range(40):
        path.write_bytes(damaged(whole, choose))
        with closing(Cache(tmp_path)) as cache:
            assert cache.facts(keys).items() <= facts.items()
            assert set(cache.stamps("sources").values()) <= {STAMP}
            assert cache.missing_bodies(keys) == set(keys)
            cache.keep_only("facts", keys[:3])
            cache.store_facts(facts)
            cache.commit()
            assert cache.facts(keys).items() <= facts.items()
        with closing(Cache(tmp_path)) as cache:
            assert cache.facts(keys).items() <= facts.items()


def test_a_row_of_one_table_is_no_row_of_another(cache: Cache) -> None:
    cache.put_many("facts", [("soep", b"x")])
    cache._connection.execute("UPDATE rows SET kind = 'coach'")
    assert cache.get("coach", "soep") is None


def test_a_cache_that_another_program_holds_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cache.PATIENCE", 0.01)
    path = stored(tmp_path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(Cache(tmp_path)) as cache:
            assert cache.path is None
    with closing(Cache(tmp_path)) as cache:
        assert cache.facts(["soep"]) == {"soep": FACTS}


def test_a_cache_knows_when_its_file_was_replaced(tmp_path: Path) -> None:
    path = stored(tmp_path)
    with closing(Cache(tmp_path)) as cache:
        assert not cache.replaced
        path.unlink()
        assert cache.replaced
