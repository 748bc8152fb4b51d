"""What a build relies on may go or change while it runs: it begins anew, and makes nothing of what it did not plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest

from generator.build import Options
from generator.build.attempts import ATTEMPTS, persist
from generator.cache import Cache
from generator.model.source import Overtaken
from tests.harness import SMALL, TODAY, TinySite, photo

PHOTO = "content/verhalen/foto.jpg"
REGISTER = "alt: Rood\nfotograaf: Ans\ntoestemming: geen-mensen\n"


@pytest.fixture
def site(tmp_path: Path) -> TinySite:
    made = TinySite(tmp_path / "site", {**SMALL, PHOTO: photo("red"), f"{PHOTO}.yaml": REGISTER})
    made.replace("content/verhalen/soep.md", "wijken: [peelo]", "wijken: [peelo]\nfoto: foto.jpg")
    return made


@contextmanager
def meanwhile(where: str, act: Callable[[], None]) -> Iterator[None]:
    """Let something happen once, just before a function of ours is called."""
    module, name = where.rsplit(".", 1)
    whole = getattr(__import__(module, fromlist=[name]), name)
    left = [act]

    def first(*args: object, **keys: object) -> object:
        if left:
            left.pop()()
        return whole(*args, **keys)

    with mock.patch(where, first):
        yield
    assert not left


def is_clean(site: TinySite) -> None:
    assert site.built() == site.clean_build(site.root.parent)
    assert site.build().counts["written"] == 0


def test_a_photo_that_is_replaced_before_it_is_encoded_is_planned_again(site: TinySite) -> None:
    with meanwhile("generator.build.pipeline.make_all", lambda: site.write(PHOTO, photo("blue"))):
        assert not site.build().failed
    is_clean(site)
    site.write(PHOTO, photo("red"))
    assert not site.build().failed
    is_clean(site)


def test_a_text_whose_body_was_lost_and_that_is_saved_meanwhile_is_read_again(site: TinySite) -> None:
    site.build()
    site.age()
    with Cache(site.root)._connection as store:
        store.execute("DELETE FROM rows WHERE kind = 'body'")
    site.age()

    def save() -> None:
        site.replace("content/verhalen/soep.md", "veel", "wat")

    site.write("content/nieuw.md", "---\ntitel: Nieuw\n---\nNieuw.\n")
    with meanwhile("generator.build.front.read_documents", save):
        assert not site.build().failed
    is_clean(site)
    site.replace("content/verhalen/soep.md", "wat", "veel")
    assert not site.build().failed
    is_clean(site)


@pytest.mark.parametrize("lost", [".cache", ".cache/mba.sqlite"])
def test_a_cache_that_is_lost_while_pages_are_made_is_done_without(site: TinySite, lost: str) -> None:
    site.build()
    site.write("site.yaml", SMALL["site.yaml"].replace("Proefsite", "Andere"))

    def lose() -> None:
        cache = Cache(site.root)
        cache.drop("body", [key for (key,) in cache._connection.execute("SELECT key FROM rows WHERE kind = 'body'")])
        cache.commit()
        cache.close()
        site.remove(lost)

    with meanwhile("generator.build.pipeline.make_all", lose):
        assert not site.build().failed
    is_clean(site)


def test_the_last_attempt_is_in_memory(site: TinySite) -> None:
    seen: list[bool] = []

    def act(options: Options, cache: Cache) -> None:
        seen.append(cache.path is None)
        raise Overtaken(options.root)

    with pytest.raises(Overtaken):
        persist(site.options(), act)
    assert seen == [False] * (ATTEMPTS - 1) + [True]


def test_a_worker_that_the_system_ended_is_done_without(site: TinySite) -> None:
    seen: list[int] = []

    def act(options: Options, cache: Cache) -> str:
        seen.append(options.jobs)
        if len(seen) == 1:
            raise BrokenProcessPool
        return str(cache.folder)

    persist(Options(site.root, site.output, TODAY, jobs=4), act)
    assert seen == [4, 1]
