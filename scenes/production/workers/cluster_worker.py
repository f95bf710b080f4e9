"""What happens on a worker of a farm: it shares no disk with whoever asks, so all of it travels."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenes.production.cache.entries import entries_of
from scenes.production.cache.eviction import GIGABYTE, prune
from scenes.production.cache.store import Cache
from scenes.production.drawing.manim_settings import ignore_settings_files
from scenes.production.planning.compatibility import Machine, difference, this_machine
from scenes.production.planning.inputs import InputsChangedError
from scenes.production.planning.settings import Settings
from scenes.production.workers.outcome import explain
from scenes.production.workers.progress import Filmed
from scenes.production.workers.result import CALLED_OFF, REFUSED, Answer, answered
from scenes.production.workers.scheduling import Stretch
from scenes.production.workers.tasks import Task
from scenes.production.workers.transport import PackedSettings

MOST = 2 * GIGABYTE  # a worker may stand for weeks

_alone = threading.Lock()  # Manim's settings are global, and a worker may have several threads


@dataclass(frozen=True)
class Parcel:
    """Work, with everything that it takes, and what it is like where it comes from."""

    task: Task
    packed_settings: PackedSettings
    what: Any
    machine: Machine


def objection(machine: Machine) -> str:
    """Return why this worker must not draw for a machine; nothing if it may."""
    try:
        now = this_machine()
    except InputsChangedError:
        return "was started before its files were changed. Start it again."
    if differs := difference(machine, now):
        return (
            f"would draw other pictures: {differs}. Install the same versions there (from "
            "requirements.lock), check out the same commit, and start the worker again."
        )
    return ""


def work_away(parcel: Parcel) -> bytes:
    """Do some work on a worker, and return the answer; whoever asked opens nothing but bytes."""
    if refusal := objection(parcel.machine):
        return Answer(REFUSED, refusal).packed()
    try:
        return _worked(parcel).packed()
    except Exception as error:  # it travels in words, as all of them do
        return answered(explain(error), (), {}).packed()


def _worked(parcel: Parcel) -> Answer:
    ignore_settings_files()
    folder, is_wanted = _surroundings()
    told: list[Filmed] = []

    def tell(filmed: Filmed) -> None:
        told.append(filmed)
        if not is_wanted():
            raise KeyboardInterrupt

    with _alone:
        settings = parcel.packed_settings.unpack(folder)
        try:
            came = parcel.task(settings, parcel.what, tell)
        except KeyboardInterrupt:
            return Answer(CALLED_OFF)
        files = {
            name: path.read_bytes()
            for name, path in asked_for(settings, parcel.what).items()
            if Cache(settings.cache).is_whole(path)
        }
        prune(settings.cache, MOST, lately=0)  # this worker alone uses it, and has what it needs
        return answered(came, told, files)


def asked_for(settings: Settings, what: str | Stretch) -> dict[str, Path]:
    """Return the entries of the cache that are asked for: those of the plays, by their names."""
    cache, plays = Cache(settings.cache), what.plays.values() if isinstance(what, Stretch) else ()
    paths = (path for play in plays for path in entries_of(cache, settings.carriers, play))
    return {path.relative_to(cache.folder).as_posix(): path for path in paths}


def _surroundings() -> tuple[Path, Callable[[], bool]]:
    """Return the worker's own folder, which goes when it ends, and whether the work is wanted."""
    from distributed import get_worker

    worker = get_worker()
    key = worker.get_current_task()

    def is_wanted() -> bool:
        task = worker.state.tasks.get(key)
        return task is not None and task.state != "cancelled"

    return Path(worker.local_directory) / "film", is_wanted
