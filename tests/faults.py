"""Disturb runs in every way we can think of, and look what the next run makes of it.

python -m tests.faults [--tries 5] [--seed 1] [FAULT]...

After each fault the same command is run again.  Every file that it delivers must have the checksum
that an undisturbed run gives it; nothing half written and no process may be left.  It takes some
minutes; a row of the table is printed as soon as it is known.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.production.disturbed import Run, checksums, halves

SMALL_DISK = 900  # kilobytes: enough to begin, too few to end


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


def interrupted(trial: Trial) -> str:
    """Press Ctrl-C at a random moment."""
    run = Run(trial.place)
    moment = trial.wait()
    run.interrupt()
    began = time.monotonic()
    status, said = run.end()
    took = time.monotonic() - began
    # -2: Python has not come to our first line yet, or is leaving after our last
    wrong = status not in (0, 130, -2) or "Traceback" in said
    trial.require(run, *([f"status {status}: {said}"] if wrong else []))
    return trial.check(f"at {moment:.0%}, ended with {status} after {took:.1f} s")


def worker_killed(trial: Trial) -> str:
    """Kill a worker at a random moment: the same run still makes the film."""
    run = Run(trial.place)
    moment = trial.wait()
    while run.process.poll() is None and not run.kill_worker(trial.chance.randrange(9)):
        time.sleep(0.01)
    status, said = run.end()
    trial.require(run, *([f"status {status}: {said}"] if status else []))
    found = checksums(trial.place)
    if found != trial.expected:
        raise AssertionError(f"at {moment:.0%}: the run itself made other files")
    return trial.check(f"at {moment:.0%}, the same run finished")


def parent_killed(trial: Trial) -> str:
    """Kill the parent at a random moment: the workers go too."""
    run = Run(trial.place)
    moment = trial.wait()
    run.kill()
    began = time.monotonic()
    run.end()
    if not run.is_gone():
        raise AssertionError("a process is left")
    gone, left = time.monotonic() - began, len(halves(trial.place))
    return trial.check(f"at {moment:.0%}, workers gone after {gone:.1f} s, {left} halves removed")


def full_disk(trial: Trial) -> str:
    """Let the disk be full midway, then larger."""
    size = SMALL_DISK + trial.chance.randrange(-400, 400)
    mount = ["mount", "-t", "tmpfs", "-o"]
    subprocess.run([*mount, f"size={size}k", "tmpfs", str(trial.place)], check=True)
    try:
        run = Run(trial.place)
        status, said = run.end()
        wrong = status != 1 or "disk is full" not in said or "Traceback" in said
        trial.require(run, *([f"status {status}: {said}"] if wrong else []))
        subprocess.run(["mount", "-o", "remount,size=500m", str(trial.place)], check=True)
        return trial.check(f"at {size} kB, told that the disk is full")
    finally:
        subprocess.run(["umount", str(trial.place)], check=True)


def truncated(trial: Trial) -> str:
    """Cut entries of the cache short."""
    return _spoilt(trial, lambda data: data[: trial.chance.randrange(len(data))])


def bit_flipped(trial: Trial) -> str:
    """Flip one bit in entries of the cache."""

    def flip(data: bytes) -> bytes:
        place, bit = trial.chance.randrange(len(data)), 1 << trial.chance.randrange(8)
        return data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]

    return _spoilt(trial, flip)


def _spoilt(trial: Trial, spoil: Callable[[bytes], bytes]) -> str:
    """Spoil one entry of every kind."""
    Run(trial.place).end()
    kinds: dict[tuple[str, str], list[Path]] = {}
    for path in sorted((trial.place / "cache").rglob("*.*")):
        if path.is_file():
            kinds.setdefault((path.parents[-4].name, "".join(path.suffixes)), []).append(path)
    for paths in kinds.values():
        chosen = trial.chance.choice(paths)
        chosen.write_bytes(spoil(chosen.read_bytes()))
    shutil.rmtree(trial.place / "out")
    return trial.check(f"{len(kinds)} kinds of entries")


def two_at_once(trial: Trial) -> str:
    """Run the same command twice at once."""
    runs = [Run(trial.place)]
    time.sleep(trial.chance.uniform(0, 0.5) * trial.seconds)
    runs.append(Run(trial.place))
    for run in runs:
        status, said = run.end()
        if status:
            raise AssertionError(f"status {status}: {said}")
    if checksums(trial.place) != trial.expected:
        raise AssertionError("the two runs made other files")
    return trial.check("both finished")


FAULTS = {
    each.__name__: each
    for each in (
        *(interrupted, worker_killed, parent_killed, full_disk),
        *(truncated, bit_flipped, two_at_once),
    )
}


def main() -> int:
    """Try every fault; return how many went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faults", nargs="*", choices=[*FAULTS, []], metavar="FAULT")
    parser.add_argument("--tries", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        calm = Path(folder, "calm")
        began = time.monotonic()
        status, said = Run(calm).end()
        assert status == 0, said
        seconds, expected = time.monotonic() - began, checksums(calm)
        print(f"undisturbed: {seconds:.1f} s, {len(expected)} files to compare", flush=True)
        for name in asked.faults or FAULTS:
            if name == "full_disk" and os.geteuid() != 0:
                print("full_disk: left out, as mounting a small disk needs root")
                continue
            for number in range(asked.tries):
                place = Path(folder, f"{name}{number}")
                place.mkdir()
                chance = random.Random(f"{asked.seed} {name} {number}")
                try:
                    told = FAULTS[name](Trial(place, expected, seconds, chance))
                except AssertionError as error:
                    told, wrong = f"WRONG: {error}", wrong + 1
                print(f"{name} {number + 1}: {told}", flush=True)
                shutil.rmtree(place)
    print(f"{wrong} went wrong", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main()))
