"""The farm: workers that share no disk with us draw the very same files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import distributed
import pytest

from scenes.production.cache.files import sha256
from scenes.production.drawing import running
from scenes.production.planning import inputs
from scenes.production.planning.compatibility import difference, this_machine
from scenes.production.planning.keys import base_inputs
from scenes.production.planning.settings import PROJECT, Settings
from scenes.production.voice import naming
from scenes.production.workers import cluster, cluster_worker, dask_client
from scenes.production.workers.cluster import Farm
from scenes.production.workers.executors import Alone, Processes, TaskExecutor
from scenes.production.workers.outcome import FarmError
from scenes.production.workers.pipeline import make_film
from scenes.production.workers.progress import Meter
from scenes.production.workers.transport import PackedSettings
from tests.production.farms import busy_worker, pid_of
from tests.production.farms import farm as running_farm
from tests.production.tiny import EXAMPLE, SLOW_TASKS, TINY, TINY_TASKS, Tiny
from tests.production.voices import BEATS, TOLD_TASKS, Told, burst, record

CREWS = ("two", "farm")
PLANS = "cache/plans/[0-9a-f]*.json"
NAMES = ("row_by_column", "convolution")
SPOKEN = {"row_by_column": {"first": 4.2, "third": 3.05}, "convolution": {"second": 9.3}}
LAYER = PROJECT / "assets" / "layers" / "coffee.toml"


class TakesPicture:
    """A scene that takes a layer file."""

    layer_kind = "picture"
    default_layer = "coffee"


@pytest.fixture(scope="module", autouse=True)
def tiny_here() -> Iterator[None]:
    """Every chapter is the tiny one here too, where it is known what a plan begins with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "chapter_class", lambda name: Tiny)
        yield


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A farm of two workers."""
    with running_farm(tmp_path_factory.mktemp("farm"), 2) as address:
        yield address


def film(
    place: Path, executor: TaskExecutor, tasks: Any = TINY_TASKS, voice: Path | None = None
) -> dict[str, str]:
    """Make a small film; return the checksums of all its files."""
    settings = Settings(
        EXAMPLE, quality=TINY, voice=voice, out=place / "out", cache=place / "cache"
    )
    outcomes = list(make_film(settings, NAMES, executor, lambda step: None, tasks))
    assert [outcome.problem for outcome in outcomes] == [None] * len(NAMES)
    return checksums(place)


def checksums(place: Path) -> dict[str, str]:
    """Return those of all files of a film; no half one is among them."""
    files = sorted(path for path in (place / "out").rglob("*") if path.is_file())
    assert not list(place.rglob("*.part"))
    return {path.relative_to(place / "out").as_posix(): sha256(path) for path in files}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process makes."""
    return film(tmp_path_factory.mktemp("alone"), Alone())


def test_one_process_two_processes_and_the_farm_make_the_same_files(
    tmp_path: Path, address: str, expected: dict[str, str]
) -> None:
    assert len(expected) == 19 * len(NAMES)
    assert film(tmp_path / "two", Processes(2)) == expected
    assert film(tmp_path / "farm", Farm(address)) == expected
    plans = [{path.name for path in tmp_path.glob(f"{executor}/{PLANS}")} for executor in CREWS]
    assert plans[0] == plans[1], "what was planned on the farm need not be planned again here"


def test_a_process_that_has_loaded_nothing_yet_makes_them_too(
    tmp_path: Path, address: str, expected: dict[str, str]
) -> None:
    command = (sys.executable, "-m", "tests.production.afresh", address, str(tmp_path), *NAMES)
    subprocess.run(command, cwd=PROJECT, check=True)
    assert checksums(tmp_path) == expected


def test_with_a_voice_the_farm_waits_as_long_as_we_do(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker has no recordings: they are named from a folder that is not its own."""
    for number, (chapter, beats) in enumerate(SPOKEN.items()):
        for beat, seconds in beats.items():
            sound = burst(seconds, seed=number)
            record(tmp_path / "me" / chapter / f"{beat}.wav", sound)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Told)
    monkeypatch.setattr(
        Told, "told", tmp_path, raising=False
    )  # its tasks say where; then forgotten
    monkeypatch.setattr(naming, "beats", lambda: dict.fromkeys(NAMES, BEATS))
    alone = film(tmp_path / "alone", Alone(), TOLD_TASKS, Path("me"))
    assert film(tmp_path / "farm", Farm(address), TOLD_TASKS, Path("me")) == alone
    for chapter, seconds in SPOKEN.items():
        (video,) = tmp_path.glob(f"farm/out/*/*/{chapter}.mp4")
        with av.open(str(video)) as container:
            assert container.duration / 1e6 > sum(seconds.values())


def test_a_worker_that_is_killed_midway_is_made_up_for(
    tmp_path: Path, address: str, expected: dict[str, str]
) -> None:
    killed: list[int] = []

    class Deadly(Farm):
        def submit(self, task: Any, settings: Settings, what: Any) -> Any:
            future = super().submit(task, settings, what)
            if not isinstance(what, str) and not killed:
                with distributed.Client(address, set_as_default=False) as client:
                    killed.append(pid_of(busy_worker(client), client))
                os.kill(killed[0], signal.SIGKILL)
            return future

    assert film(tmp_path, Deadly(address), SLOW_TASKS) == expected
    assert killed


def test_when_stopped_it_leaves_nothing_on_the_farm(tmp_path: Path, address: str) -> None:
    settings = Settings(EXAMPLE, quality=TINY, out=tmp_path / "out", cache=tmp_path / "cache")

    def stop(step: Any) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(make_film(settings, NAMES, Farm(address), stop, SLOW_TASKS))
    with distributed.Client(address, set_as_default=False) as client:
        left = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
        clients = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.clients))
    assert left == 0
    assert clients == 2  # the one that asks, and one that the scheduler has of its own
    assert not list(tmp_path.rglob("*.part"))


def test_a_worker_with_other_versions_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = {**this_machine(), "manim": "0.21.0"}
    monkeypatch.setattr(cluster, "this_machine", lambda: ours)
    with pytest.raises(FarmError) as caught, Farm(address).at_work(Meter(lambda step: None)):
        pass
    message = str(caught.value)
    assert f"manim is {this_machine()['manim']} there and 0.21.0 here" in message
    assert "requirements.lock" in message
    assert "tcp://" in message


def test_a_worker_with_other_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    refusal = cluster_worker.objection({**this_machine(), "the project's files": "123"})
    assert "the project's files are" in refusal
    assert "there and 123 here" in refusal
    ours, source = this_machine(), Path(cluster_worker.__file__)
    monkeypatch.setitem(inputs._at_start, source, (0, 0, 0))
    assert "before its files were changed" in cluster_worker.objection(ours)


def test_a_difference_is_told_from_both_sides() -> None:
    assert (
        difference({"Python": "3.12"}, {"Python": "3.11"}) == "Python is 3.11 there and 3.12 here"
    )
    assert difference(this_machine(), this_machine()) == ""


def test_no_scheduler_at_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_client, "PATIENCE", 0.5)
    for address, said in (
        ("tcp://127.0.0.1:9", "no Dask scheduler answers there"),
        ("nonsense://here", "no Dask scheduler answers there"),
        ("tls://127.0.0.1:9", "no certificates are named for an encrypted farm. Set DASK_"),
    ):
        with (
            pytest.raises(FarmError, match=f"{address}: {said}"),
            Farm(address).at_work(Meter(lambda step: None)),
        ):
            pass


def test_a_farm_without_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask_client, "PATIENCE", 2.0)
    with (
        running_farm(tmp_path, 0) as address,
        pytest.raises(FarmError, match=r"has no workers.*dask worker tcp://"),
        Farm(address).at_work(Meter(lambda step: None)),
    ):
        pass


def test_dask_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(FarmError, match=r"pip install -e '\.\[farm\]'"),
        Farm("tcp://host:8786").at_work(Meter(lambda step: None)),
    ):
        pass


def test_what_travels_has_the_same_keys(settings: Settings, tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "layer.toml"
    mine.parent.mkdir()
    picture = tmp_path / "pictures" / "coffee.ppm"
    picture.parent.mkdir()
    source = LAYER.read_text(encoding="utf-8")
    named = next(line for line in source.splitlines() if line.startswith("image"))
    original = LAYER.parent / named.partition('"')[2].partition('"')[0]
    picture.write_bytes(original.read_bytes())
    mine.write_text(source.replace(named, 'image = "../pictures/coffee.ppm"'), encoding="utf-8")
    here = replace(settings, layers=(mine,))
    there = PackedSettings.of(here).unpack(tmp_path / "worker")
    assert all(path.is_relative_to(tmp_path / "worker") for path in (there.example, *there.layers))
    assert there.folder.is_relative_to(tmp_path / "worker")
    assert there.material == here.material
    keys = {base_inputs(each, "feature_fusion", TakesPicture).key for each in (here, there)}
    assert len(keys) == 1
    mine.write_text(mine.read_text().replace("../pictures", str(picture.parent)), encoding="utf-8")
    with pytest.raises(FarmError, match=r"coffee\.ppm by its whole path"):
        PackedSettings.of(here)
