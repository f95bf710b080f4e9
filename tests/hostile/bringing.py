"""Bring every bad file to the command line, in one process, and tell what came of it.

Run as ``python -m tests.hostile.bringing FOLDER``.  What Python opens, and whether it runs
anything, is heard from its own audit; what a library in C reads would be seen in what is said.
"""

from __future__ import annotations

import io
import json
import os
import resource
import shutil
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from scenes.__main__ import main
from scenes.kit.stage import choices
from scenes.kit.stage.choices import ChoiceError
from scenes.production.commands import render
from tests.hostile.cases import CASES
from tests.hostile.ways_in import Case

MOST_MAPPED = 3 * 10**9  # bytes; what is used is far less, and measured
PROJECT = Path(__file__).parents[2]
RUNS = (
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "pickle.find_class",
)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
OURS = (str(PROJECT), sys.prefix, sys.base_prefix, "/proc/", "/etc/", "/usr/", "/sys/", "/lib")


def bring(case: Case, folder: Path) -> list[Any]:
    """Write a bad file and bring it; return the exit status, what was said, and its seconds."""
    folder.mkdir(parents=True)
    case.write(folder)
    os.chdir(folder)
    said, began = io.StringIO(), time.process_time()
    with redirect_stderr(said), redirect_stdout(said):
        try:
            status: object = main(list(case.words))
        except BaseException as error:
            status = f"{type(error).__name__}: {error}"
    return [status, said.getvalue(), time.process_time() - began]


def accepted(*_: object) -> None:
    """Stand for whatever comes after the files were found to be good."""
    raise ChoiceError("ACCEPTED")


def listen(heard: list[str], home: Path) -> None:
    """Note what is run, and what is opened that is neither in a folder nor a part of ours."""

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(RUNS) or event.startswith("socket.connect"):
            heard.append(f"{event} {arguments!r}"[:200])
        if event == "open" and isinstance(arguments[0], str | bytes):
            path, flags = os.path.realpath(os.fsdecode(arguments[0])), arguments[2]
            inside = path.startswith(str(home))
            if not inside and (flags & WRITES or not path.startswith(OURS)):
                heard.append(f"open {path}")

    sys.addaudithook(hear)


def most_memory() -> float:
    """Return the most megabytes that this process had."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    (line,) = (each for each in status.read_text().splitlines() if each.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def run(home: Path) -> None:
    """Bring all of them."""
    shutil.copytree(choices.EXAMPLES, home / "examples")
    choices.EXAMPLES = home / "examples"
    setattr(render, "at_home", accepted)  # noqa: B010  (mypy takes it for no part of that module)
    heard: list[str] = []
    listen(heard, home)
    for n, (name, case) in enumerate(CASES.items()):
        told = bring(case, home / str(n))
        print(json.dumps([name, *told, most_memory(), heard]), flush=True)
        heard.clear()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MAPPED, MOST_MAPPED))
    run(Path(sys.argv[1]))
