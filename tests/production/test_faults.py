"""After whatever goes wrong the next run makes the same files; `tests/faults.py` tries more."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from scenes.production.cache.files import sha256
from scenes.production.cache.locks import held
from scenes.production.cache.partial_files import Half, remove_halves
from scenes.production.cache.store import Cache
from scenes.production.delivery.manifest import read_manifest, write_manifest
from scenes.production.delivery.videos import Delivered, Piece
from scenes.production.planning.settings import Settings
from scenes.production.workers import processes
from scenes.production.workers.executors import Processes
from scenes.production.workers.pipeline import make_film
from scenes.production.workers.tasks import Tasks
from tests.production.disturbed import Run, checksums, halves
from tests.production.tiny import EXAMPLE, TINY, film_tiny, make, plan_tiny

TRUNCATED, FLIPPED, EMPTY = "truncated", "flipped", "empty"


def spoil(path: Path, how: str) -> None:
    data = path.read_bytes()
    middle = len(data) // 2
    flipped = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
    path.write_bytes({TRUNCATED: data[:middle], FLIPPED: flipped, EMPTY: b""}[how])


@pytest.mark.parametrize("how", [TRUNCATED, FLIPPED, EMPTY])
@pytest.mark.parametrize("kind", ["mp4", "mp4.sum", "png", "png.sum", "json"])
def test_what_is_spoilt_in_the_cache_is_made_again(settings: Settings, kind: str, how: str) -> None:
    make(settings)
    before = checksums(settings.out.parent)
    whole = {path: sha256(path) for path in settings.cache.rglob("segments/*/*")}
    for path in settings.cache.rglob(f"*.{kind}"):
        spoil(path, how)
    shutil.rmtree(settings.out)
    make(settings)
    assert checksums(settings.out.parent) == before
    assert whole == {path: sha256(path) for path in settings.cache.rglob("segments/*/*")}


@pytest.mark.parametrize("kind", ["mp4", "png"])
def test_what_another_run_is_about_to_complete_is_not_thrown_away(
    settings: Settings, kind: str
) -> None:
    """An entry stands there before its checksum does, and a segment before its still."""
    make(settings)
    cache = Cache(settings.cache)
    target = next(settings.cache.rglob(f"*.{kind}"))
    checksum = target.with_name(f"{target.name}.sum")
    kept = checksum.read_bytes()
    checksum.unlink()
    assert not cache.is_whole(target)
    assert target.exists()
    checksum.write_bytes(kept)
    assert cache.is_whole(target)


def test_a_checksum_that_comes_a_little_later_is_waited_for(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    target = cache.stem("key").with_name("key.mp4")
    cache.put(target, b"old")
    old = target.with_name("key.mp4.sum").read_bytes()
    cache.put(target, b"new")
    new = target.with_name("key.mp4.sum").read_bytes()
    target.with_name("key.mp4.sum").write_bytes(old)
    later = threading.Timer(0.05, target.with_name("key.mp4.sum").write_bytes, (new,))
    later.start()
    assert cache.is_whole(target)
    assert target.read_bytes() == b"new"


def test_a_still_that_is_missing_costs_no_other_play(settings: Settings) -> None:
    make(settings)
    before = {path: path.stat().st_ino for path in settings.cache.rglob("*.mp4")}
    next(settings.cache.rglob("*.png")).unlink()
    make(settings)
    after = {path: path.stat().st_ino for path in settings.cache.rglob("*.mp4")}
    assert before.keys() == after.keys()
    assert sum(before[path] != after[path] for path in before) == 1


def film_and_die_once(settings: Settings, stretch: Any, tell: Any) -> Any:
    """Draw some of the tiny chapter; the first worker that does so is killed from outside."""
    came = film_tiny(settings, stretch, tell)
    try:
        (settings.out / "killed").touch(exist_ok=False)
    except FileExistsError:
        return came
    Half(settings.cache / "segments" / "film.mp4").begin()
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_worker_is_made_up_for(tmp_path: Path, made: Any) -> None:
    settings = Settings(EXAMPLE, quality=TINY, out=tmp_path / "out", cache=tmp_path / "cache")
    settings.out.mkdir()
    tasks = Tasks(plan_tiny, film_and_die_once)
    names = ("row_by_column",)
    outcomes = list(make_film(settings, names, Processes(2), lambda step: None, tasks))
    assert [outcome.problem for outcome in outcomes] == [None]
    (settings.out / "killed").unlink()
    expected = {
        name: found for name, found in checksums(made[0].out.parent).items() if "row_by" in name
    }
    assert checksums(tmp_path) == expected
    remove_halves(settings.cache)
    assert not halves(tmp_path)


def defy(settings: Settings, stretch: Any, tell: Any) -> Any:
    """Work on although told to stop, as code does that swallows every exception."""
    (settings.out / f"{os.getpid()}.pid").touch()
    while True:
        try:
            time.sleep(60)
        except BaseException:
            continue


def test_a_worker_that_does_not_listen_is_ended_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        processes, "PATIENCE", 0.2
    )  # of this process; the worker has its own, longer one
    settings = Settings(EXAMPLE, quality=TINY, out=tmp_path / "out", cache=tmp_path / "cache")
    settings.out.mkdir()

    def interrupt_when_at_work() -> None:
        while not list(settings.out.glob("*.pid")):
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt_when_at_work, daemon=True).start()
    tasks = Tasks(plan_tiny, defy)
    with pytest.raises(KeyboardInterrupt):
        list(make_film(settings, ("row_by_column",), Processes(2), print, tasks))
    for path in settings.out.glob("*.pid"):
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.stem), 0)


def test_two_runs_write_one_list_and_lose_nothing(settings: Settings) -> None:
    settings.folder.mkdir(parents=True)
    stems = [f"piece{number}" for number in range(8)]

    def write(stem: str) -> None:
        path = settings.folder / f"{stem}.png"
        path.touch()
        piece = Piece(stem, {"en": "A", "zh": "一"}, [], path, 1.0, [])
        with held([settings.folder]):
            write_manifest(settings, [Delivered(piece, (path,))])

    with ThreadPoolExecutor(
        len(stems)
    ) as writers:  # a lock is held by who opened, not by a process
        list(writers.map(write, stems))
    listed = {video["stem"] for video in read_manifest(settings.folder)["videos"]}
    assert listed == set(stems)


def test_two_runs_at_once_make_what_one_makes(tmp_path: Path) -> None:
    words = ("blank", "--quality", "l", "--fps", "5")
    calm = Run(tmp_path / "calm", *words, "--jobs", "1")
    runs = [Run(tmp_path / "both", *words, "--jobs", "1") for _ in range(2)]
    ends = [run.end() for run in (calm, *runs)]
    assert [status for status, _ in ends] == [0, 0, 0]
    (waited,) = (said for _, said in ends if "at work in it" in said)
    assert "Nothing has changed" in waited
    assert checksums(tmp_path / "both") == checksums(tmp_path / "calm")
    assert not halves(tmp_path)
