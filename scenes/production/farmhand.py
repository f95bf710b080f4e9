"""What happens on a worker of a farm: it shares no disk with whoever asks, so all of it travels."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scenes.production.cache import Cache
from scenes.production.crew import Task
from scenes.production.dealing import Stretch
from scenes.production.entries import entries_of
from scenes.production.inputs import InputsChangedError
from scenes.production.keeping import GIGABYTE, prune
from scenes.production.luggage import Luggage
from scenes.production.machines import Machine, difference, this_machine
from scenes.production.manim_settings import ignore_settings_files
from scenes.production.plan import ChapterPlan
from scenes.production.progress import Filmed
from scenes.production.settings import Settings

MOST = 2 * GIGABYTE  # a worker may stand for weeks

_alone = threading.Lock()  # Manim's settings are global, and a worker may have several threads


@dataclass(frozen=True)
class Parcel:
    """Work, with everything that it takes, and what it is like where it comes from."""

    task: Task
    luggage: Luggage
    what: Any
    machine: Machine


@dataclass(frozen=True)
class Brought:
    """What a worker sends back: what its work came to, what was told, the entries of its cache."""

    came: Any
    told: tuple[Filmed, ...] = ()
    entries: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Refusal:
    """Why a worker does not take part, in words."""

    message: str


def objection(machine: Machine) -> Refusal | None:
    """Return why this worker must not draw for a machine, if it must not."""
    try:
        now = this_machine()
    except InputsChangedError:
        return Refusal("was started before its files were changed. Start it again.")
    if differs := difference(machine, now):
        return Refusal(
            f"would draw other pictures: {differs}. Install the same versions there (from "
            "requirements.lock), check out the same commit, and start the worker again."
        )
    return None


def work_away(parcel: Parcel) -> Brought | Refusal | None:
    """Do some work on a worker; nothing comes of it if it is called off."""
    refusal = objection(parcel.machine)
    if refusal:
        return refusal
    ignore_settings_files()
    folder, is_wanted = _surroundings()
    told: list[Filmed] = []

    def tell(filmed: Filmed) -> None:
        told.append(filmed)
        if not is_wanted():
            raise KeyboardInterrupt

    with _alone:
        settings = parcel.luggage.unpack(folder)
        try:
            came = parcel.task(settings, parcel.what, tell)
        except KeyboardInterrupt:
            return None
        brought = Brought(came, tuple(told), dict(_entries(settings, parcel.what, came)))
        prune(settings.cache, MOST, lately=0)  # this worker alone uses it, and has what it needs
        return brought


def _entries(settings: Settings, what: Any, came: Any) -> Iterator[tuple[str, bytes]]:
    """Yield what is kept of the plays that were asked for, or the plan."""
    from scenes.production.filming import plan_name

    cache = Cache(settings.cache)
    if isinstance(came, ChapterPlan):
        plan = cache.plan_path(plan_name(settings, came.chapter))
        yield plan.relative_to(cache.folder).as_posix(), plan.read_bytes()
    for play in what.plays.values() if isinstance(what, Stretch) else ():
        for path in entries_of(cache, settings.carriers, play):
            if cache.is_whole(path):
                yield path.relative_to(cache.folder).as_posix(), path.read_bytes()


def _surroundings() -> tuple[Path, Callable[[], bool]]:
    """Return the worker's own folder, which goes when it ends, and whether the work is wanted."""
    from distributed import get_worker

    worker = get_worker()
    key = worker.get_current_task()

    def is_wanted() -> bool:
        task = worker.state.tasks.get(key)
        return task is not None and task.state != "cancelled"

    return Path(worker.local_directory) / "film", is_wanted
