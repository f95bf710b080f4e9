"""A run of the command line in a session of its own, to be disturbed and looked at afterwards."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from scenes.production.cache.files import sha256
from scenes.production.cache.partial_files import HALF
from scenes.production.planning.settings import PROJECT
from tests.production.busy import CHAPTERS, write_call

WORDS = (*CHAPTERS, "--quality", "l", "--jobs", "2")


class Run:
    """A film being made in a folder; ``out`` and ``cache`` are in it."""

    def __init__(self, place: Path, *words: str) -> None:
        self.place = place
        self.process = subprocess.Popen(
            [sys.executable, str(write_call(place)), *(words or WORDS)],
            cwd=place,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def end(self, patience: float = 600) -> tuple[int, str]:
        """Wait until it ends; return its status and what it said."""
        said = self.process.communicate(timeout=patience)[1]
        return self.process.returncode, said

    def interrupt(self) -> None:
        """Press Ctrl-C: everyone in the terminal hears it."""
        os.killpg(self.process.pid, signal.SIGINT)

    def kill(self) -> None:
        """End the parent without warning."""
        self.process.kill()

    def kill_worker(self, choose: int) -> bool:
        """End a worker without warning; tell whether there was one."""
        try:
            children = psutil.Process(self.process.pid).children()
            workers = [child for child in children if "spawn_main" in " ".join(child.cmdline())]
            if workers:
                workers[choose % len(workers)].kill()
            return bool(workers)
        except psutil.NoSuchProcess:
            return False

    def is_gone(self, patience: float = 15) -> bool:
        """Tell whether no process of it is left, at once or nearly so."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                os.killpg(self.process.pid, 0)
            except ProcessLookupError:
                return True
            time.sleep(0.05)
        return False


def checksums(place: Path, within: str = "out") -> dict[str, str]:
    """Return the checksums of everything that was delivered, or of what is in one folder of it."""
    out = place / within
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): sha256(path) for path in files}


def halves(place: Path) -> list[str]:
    """Return what is half written."""
    return [path.name for path in place.rglob(".*") if HALF.fullmatch(path.name)]


@dataclass
class Trial:
    """Where a fault is tried, what an undisturbed run made, and how long that took."""

    place: Path
    expected: dict[str, str]
    seconds: float
    chance: random.Random

    def wait(self) -> float:
        """Let a part of the time pass that an undisturbed run takes; return how much of it."""
        moment = self.chance.uniform(0.05, 0.95)
        time.sleep(moment * self.seconds)
        return moment

    def check(self, happened: str) -> str:
        """Run again, and hold the files against the expected ones."""
        again = Run(self.place)
        status, said = again.end()
        faults = [f"the next run ended with {status}: {said}"] if status else []
        faults += self.left(again)
        found = checksums(self.place)
        different = {name for name in self.expected if found.get(name) != self.expected[name]}
        different |= found.keys() - self.expected.keys()
        faults += [f"differs: {name}" for name in sorted(different)]
        if faults:
            raise AssertionError(f"{happened}: {'; '.join(faults)}")
        return happened

    def left(self, run: Run) -> list[str]:
        """Return what is left that should not be."""
        faults = [] if run.is_gone() else ["a process is left"]
        return faults + [f"half written: {name}" for name in halves(self.place)]

    def require(self, run: Run, *faults: str) -> None:
        """Fail if there are any faults, or if anything is left."""
        found = [*faults, *self.left(run)]
        if found:
            raise AssertionError("; ".join(found))
