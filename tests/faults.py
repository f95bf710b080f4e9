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
from collections.abc import Callable, Sequence
from pathlib import Path

from scenes.kit.stage import choices
from scenes.production.cache.files import write_text
from tests.production.disturbed import WORDS, Run, Trial, checksums, halves

DAYS = ("monday", "friday")
SMALL_DISK = 900  # kilobytes: enough to begin, too few to end


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
    """Run the same command twice at once: one waits for the other, and finds nothing to do."""
    runs = [Run(trial.place)]
    time.sleep(trial.chance.uniform(0, 0.5) * trial.seconds)
    runs.append(Run(trial.place))
    said = _well(trial, runs)
    if checksums(trial.place) != trial.expected:
        raise AssertionError("the two runs made other files")
    waited = [each for each in said if "at work in it" in each]
    if len(waited) != 1 or "Nothing has changed" not in waited[0]:
        raise AssertionError(f"not one of them waited: {said}")
    return trial.check("one waited for the other")


def two_of_one_name(trial: Trial) -> str:
    """Film two examples of one name at once: each film has its own folder, and its own pictures."""
    text = (choices.EXAMPLES / "cocktails.toml").read_text(encoding="utf-8")
    for day in DAYS:
        write_text(trial.place / day / "tea.toml", f"# {day}\n{text}")
    calm = {day: _alone(trial, day) for day in DAYS}
    runs = [Run(trial.place, *_words(day)) for day in trial.chance.sample(DAYS, 2)]
    said = _well(trial, runs)
    again = [each for day in DAYS for each in _well(trial, [Run(trial.place, *_words(day))])]
    homes = [checksums(trial.place, f"out/{path.name}") for path in trial.place.glob("out/*")]
    for found in homes:
        found.pop(".made-from.json")
    if sorted(map(repr, homes)) != sorted(map(repr, calm.values())):
        raise AssertionError("the two folders are not what each run alone makes")
    if sum(map(_is_told_apart, said)) != 1 or sum(map(_is_told_apart, again)) != 1:
        raise AssertionError(f"not one of them said where it goes: {said + again}")
    return "two films in two folders, each as if alone; found again"


def _words(day: str) -> list[str]:
    return [*WORDS, "--example", f"{day}/tea.toml"]


def _alone(trial: Trial, day: str) -> dict[str, str]:
    """Return what a run makes of an example when there is no other, and forget it."""
    _well(trial, [Run(trial.place, *_words(day))])
    found = checksums(trial.place, "out/tea")
    found.pop(".made-from.json")
    for folder in ("out", "cache"):
        shutil.rmtree(trial.place / folder)
    return found


def _well(trial: Trial, runs: Sequence[Run]) -> list[str]:
    """Let runs end as they should; return what they said."""
    ends = [run.end() for run in runs]
    for run in runs:
        trial.require(run, *(f"status {status}: {said}" for status, said in ends if status))
    return [said for _, said in ends]


def _is_told_apart(said: str) -> bool:
    return "out/tea/ holds the film of" in said and "this one goes to out/tea_" in said


FAULTS = {
    each.__name__: each
    for each in (
        *(interrupted, worker_killed, parent_killed, full_disk),
        *(truncated, bit_flipped, two_at_once, two_of_one_name),
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
