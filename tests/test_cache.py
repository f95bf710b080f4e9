"""The cache: what it holds, what it throws away and when, and what ``cache`` says of it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from scenes.__main__ import main
from scenes.production.cache import eviction
from scenes.production.cache.eviction import LATELY, clear, in_use, kept, prune
from scenes.production.cache.partial_files import half_of
from scenes.production.cache.store import Cache
from scenes.production.commands import options

DAY = 86400.0


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Four entries of a thousand bytes, used one to four days ago; ``1`` lately."""
    cache = Cache(tmp_path / "cache")
    for days in range(1, 5):
        put(cache, f"{days}", days * DAY)
    return cache


def put(cache: Cache, key: str, ago: float, ending: str = ".mp4") -> None:
    target = cache.stem(key).with_name(f"{key}{ending}")
    cache.put(target, bytes(1000))
    for path in target.parent.glob(f"{key}{ending}*"):
        os.utime(path, (time.time() - ago,) * 2)


def names(cache: Cache) -> set[str]:
    return {each.paths[0].name.partition(".")[0] for each in kept(cache.folder)}


def test_what_was_used_least_recently_goes_first(cache: Cache) -> None:
    gone = prune(cache.folder, 2500)
    assert names(cache) == {"1", "2"}
    assert gone == 2 * (1000 + 64)  # with their checksums
    assert not list(cache.folder.rglob("[34].*"))


def test_what_is_used_again_stays(cache: Cache) -> None:
    assert cache.is_whole(cache.stem("4").with_name("4.mp4"))
    prune(cache.folder, 2500)
    assert names(cache) == {"1", "4"}


def test_what_a_run_at_work_may_need_stays_whatever_the_limit(cache: Cache) -> None:
    put(cache, "now", LATELY - 60)
    put(cache, "before", LATELY + 60)
    prune(cache.folder, 0)
    assert names(cache) == {"now"}


def test_a_cache_within_its_limit_is_left_alone(cache: Cache) -> None:
    assert prune(cache.folder, 10**6) == 0
    assert names(cache) == {"1", "2", "3", "4"}


def test_the_files_of_a_play_go_together(cache: Cache) -> None:
    put(cache, "4", 0.5 * DAY, ".png")  # its still was used later than its segment
    prune(cache.folder, 3500)
    assert names(cache) == {"1", "4"}
    assert len(list(cache.folder.rglob("4.*"))) == 4  # two files, each with its checksum
    prune(cache.folder, 0)
    assert not list(cache.folder.rglob("4.*"))


def test_half_files_are_no_entries(cache: Cache) -> None:
    with half_of(cache.folder / "film.mp4") as half:
        half.touch()
        os.utime(half, (time.time() - 9 * DAY,) * 2)
        prune(cache.folder, 0)
        assert half.exists()
        assert names(cache) == set()


def test_it_is_not_cleared_under_a_run_at_work(cache: Cache) -> None:
    with in_use(cache.folder), in_use(cache.folder):  # as many as want to
        assert clear(cache.folder) is None
        assert len(names(cache)) == 4
    assert clear(cache.folder) == 4 * 1064
    assert not names(cache)


def test_a_cache_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    assert kept(tmp_path / "nowhere") == []


@pytest.fixture
def scenes(cache: Cache, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Call the command line on that cache."""
    monkeypatch.setattr(options, "CACHE", cache.folder)
    monkeypatch.delenv(eviction.LIMIT_NAME, raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        return status, *capsys.readouterr()

    return call


def test_the_command_shows_entries_size_place_and_limit(scenes, cache: Cache) -> None:
    status, told, _ = scenes("cache")
    assert status == 0
    for words in ("4 entries", "4.3 kB", str(cache.folder), "Limit: 5.0 GB", "SCENE_CACHE_GB"):
        assert words in told


def test_the_command_shrinks_and_clears(scenes, cache: Cache) -> None:
    status, told, _ = scenes("cache", "--shrink", "0.0000025")
    assert (status, names(cache)) == (0, {"1", "2"})
    assert "2.1 kB thrown away" in told
    status, told, _ = scenes("cache", "--clear")
    assert (status, names(cache)) == (0, set())
    assert "0 entries" in told


def test_clearing_under_a_run_at_work_is_refused_in_words(scenes, cache: Cache) -> None:
    with in_use(cache.folder):
        status, _, said = scenes("cache", "--clear")
    assert status == 1
    assert "a run is at work" in said
    assert names(cache)


@pytest.mark.parametrize("told", ["much", "-1", "inf", "nan"])
def test_a_limit_that_is_no_number_is_refused(
    scenes, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv(eviction.LIMIT_NAME, told)
    status, _, said = scenes("cache")
    assert status == 2
    assert f'SCENE_CACHE_GB is "{told}"' in said


def test_the_limit_is_read_from_the_environment(scenes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(eviction.LIMIT_NAME, "0.5")
    assert "Limit: 500.0 MB" in scenes("cache")[1]
