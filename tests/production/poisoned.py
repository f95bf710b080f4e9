"""Workers of a farm that mean harm: what each sends in the place of an answer."""

from __future__ import annotations

import os
import pickle
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from scenes.production.workers import cluster_worker
from scenes.production.workers.payload import pack, unpack

_honest = cluster_worker.work_away


@dataclass(frozen=True)
class Victim:
    """The process that is to be hit, and the folder that shows that it was."""

    process: int
    mark: Path

    def __reduce__(self) -> Any:
        return hit, (self.process, self.mark)


class VictimError(Exception):
    """An error that hits whoever opens it."""

    def __init__(self, victim: Victim) -> None:
        super().__init__()
        self.victim = victim

    def __reduce__(self) -> Any:
        return self.victim.__reduce__()


def hit(process: int, mark: Path) -> Victim:
    """Leave a mark in the process that was meant, and pass it on in all others."""
    if os.getpid() == process:
        mark.mkdir(exist_ok=True)
    return Victim(process, mark)


def an_object(victim: Victim, _parcel: Any) -> Any:
    """Return what is opened by running it."""
    return victim


def an_error(victim: Victim, _parcel: Any) -> Any:
    """Fail with an error that is opened by running it."""
    raise VictimError(victim)


def a_warning(victim: Victim, _parcel: Any) -> Any:
    """Send what Dask's clients open unasked: a warning."""
    from distributed import get_worker

    told = {"category": pickle.dumps(victim), "message": pickle.dumps(victim)}
    get_worker().log_event("warn", told)
    return b""


def a_message(victim: Victim, _parcel: Any) -> Any:
    """Send a message that cannot be read without opening it."""
    from distributed import get_worker
    from distributed.protocol.serialize import ToPickle

    message = {"op": "log-event", "topic": "print", "msg": ToPickle(victim)}
    get_worker().batched_stream.send(message)
    time.sleep(3)  # what is heard is the message
    return b""


def a_file_elsewhere(victim: Victim, parcel: Any) -> Any:
    """Do the work, and send one file more, for a place that was not asked for."""
    head, files = unpack(_honest(parcel), Everything())
    return pack(head, files | {f"../{victim.mark.name}": b""})


def another_file(_victim: Victim, parcel: Any) -> Any:
    """Do the work, and send files that are not what their checksums say."""
    came = _honest(parcel)
    _, files = unpack(came, Everything())
    return came[:-1] + bytes([came[-1] ^ 1]) if files else came


class Everything(frozenset[str]):
    """What contains every name."""

    def __contains__(self, name: object) -> bool:
        return True


SENDING: dict[str, Callable[[Victim, Any], Any]] = {
    each.__name__: each
    for each in (an_object, an_error, a_warning, a_message, a_file_elsewhere, another_file)
}


def poison(way: str, victim: Victim) -> None:
    """Make this process a worker that means harm."""
    cluster_worker.work_away = partial(SENDING[way], victim)
