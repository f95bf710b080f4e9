"""The farm: what a worker sends is data, was asked for, and is as it says; or nothing is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import distributed
import pytest

from scenes.production.cache.store import Cache
from scenes.production.drawing import running
from scenes.production.planning.plan import Play
from scenes.production.planning.settings import Settings
from scenes.production.workers import cluster, dask_client
from scenes.production.workers.cluster import Farm
from scenes.production.workers.cluster_worker import asked_for
from scenes.production.workers.outcome import FarmError
from scenes.production.workers.pipeline import make_film
from scenes.production.workers.progress import Meter
from scenes.production.workers.scheduling import Stretch
from tests.production.farms import farm as running_farm
from tests.production.poisoned import SENDING, Victim, poison
from tests.production.tiny import EXAMPLE, TINY, TINY_TASKS, Tiny

WORKER = r"farm worker tcp://[\d.]+:\d+ "
SAID = {
    "an_object": "could not work (TypeError: Could not serialize object of type Victim",
    "an_error": "could not work (",
    "a_warning": "sent what breaks off. Nothing of it was run or kept",
    "a_message": "sent what would be run here (tests.production.poisoned.hit)",
    "a_file_elsewhere": 'sent "../a_file_elsewhere", which was not asked for',
    "another_file": ", which is not as its checksum says. Nothing of it was run or kept",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A farm of one worker."""
    with running_farm(tmp_path_factory.mktemp("farm"), 1) as address:
        with distributed.Client(address, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=60)
        yield address


@pytest.mark.parametrize("way", SENDING)
def test_a_worker_that_means_harm_does_none(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    mark = tmp_path / way
    with distributed.Client(address, set_as_default=False) as client:
        client.run(poison, way, Victim(os.getpid(), mark))
    settings = Settings(EXAMPLE, quality=TINY, out=tmp_path / "out", cache=tmp_path / "cache")
    with pytest.raises(FarmError) as caught:
        list(make_film(settings, ["row_by_column"], Farm(address), lambda step: None, TINY_TASKS))
    assert not mark.exists()
    assert SAID[way] in str(caught.value)
    if way.endswith(("elsewhere", "other_file", "warning")):
        caught.match(WORKER)
    kept = [path for path in settings.cache.rglob("*") if path.is_file()]
    assert all(path.parent.name == "plans" for path in kept)


def test_a_worker_without_the_project_is_told_from_its_error(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error comes sealed; what it says is read all the same."""
    monkeypatch.setattr(dask_client, "THERE", "ghost:MOST")
    absent = r"cannot work for this project \(ModuleNotFoundError: No module named 'ghost'\)"
    with (
        pytest.raises(FarmError, match=WORKER + absent),
        Farm(address).at_work(Meter(lambda step: None)),
    ):
        pass


def test_a_link_leads_nothing_out_of_the_cache(tmp_path: Path) -> None:
    settings = Settings(EXAMPLE, cache=tmp_path / "cache")
    play = Play("ab" * 16, 3, still=False, ending=True)
    stretch = Stretch("row_by_column", {0: play}, "0" * 32)
    names = asked_for(settings, stretch)
    assert sorted(names) == [f"segments/ab/{'ab' * 16}.mp4", f"segments/ab/{'ab' * 16}.png"]
    cache, (path, *_) = Cache(settings.cache), names.values()
    assert cluster._inside(cache, path) == path
    path.parent.parent.mkdir(parents=True)
    path.parent.symlink_to(tmp_path)
    with pytest.raises(FarmError, match=r"leads out of the cache, to .*; remove that link"):
        cluster._inside(cache, path)
