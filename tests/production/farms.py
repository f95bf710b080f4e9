"""A farm on this machine: a scheduler and workers as separate processes that share no folder."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import distributed

from scenes.production.planning.settings import PROJECT

QUIET = {
    "DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "error",
    "DASK_DISTRIBUTED__ADMIN__PDB_ON_ERR": "false",
}


@contextmanager
def farm(folder: Path, workers: int) -> Iterator[str]:
    """Start a farm, give its address, and end it."""
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "scheduler.json"
    processes = [_dask(folder, "scheduler", "--port", "0", "--scheduler-file", str(told))]
    try:
        address = _address(told)
        for number in range(workers):
            place = folder / f"worker{number}"
            place.mkdir()
            options = ("--nthreads", "1", "--local-directory", str(place))
            processes.append(_dask(place, "worker", address, *options))
        yield address
    finally:
        for process in reversed(processes):
            process.send_signal(signal.SIGTERM)
        for process in processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def busy_worker(client: distributed.Client) -> str:
    """A worker that has something to do; a moment after it was asked, nobody may have as yet."""
    while not (busy := [worker for worker, keys in client.processing().items() if keys]):
        time.sleep(0.05)
    return str(busy[0])


def pid_of(worker: str, client: distributed.Client) -> int:
    """The process that a worker is."""
    (pid,) = client.run(os.getpid, workers=[worker]).values()
    return int(pid)


def _dask(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    with (folder / f"{words[0]}.log").open("wb") as log:
        return subprocess.Popen(
            [Path(sys.executable).with_name("dask"), *words, "--no-dashboard"],
            cwd=folder,
            env={**os.environ, **QUIET, "PYTHONPATH": str(PROJECT)},
            stdout=log,
            stderr=log,
        )


def _address(told: Path) -> str:
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        try:
            return str(json.loads(told.read_text())["address"])
        except (FileNotFoundError, ValueError):
            time.sleep(0.1)
    raise TimeoutError("the scheduler did not start")
