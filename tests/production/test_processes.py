"""Chapters side by side, and what is left when they are stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from scenes.kit.stage import choices
from scenes.production.planning.settings import PROJECT, Settings
from scenes.production.workers.executors import Processes
from scenes.production.workers.pipeline import make_film
from scenes.production.workers.processes import PATIENCE, pool, run
from scenes.production.workers.signals import uninterrupted
from tests.production.tiny import EXAMPLE, TINY, TINY_TASKS

CALL = """
import functools, sys
from pathlib import Path
from scenes import __main__ as command_line
from scenes.production.commands import options, render
from tests.production.tiny import ENDLESS_TASKS
if __name__ == "__main__":
    options.CACHE = Path("cache").absolute()
    render.make_film = functools.partial(render.make_film, tasks=ENDLESS_TASKS)
    command_line.listen()
    sys.exit(command_line.main(["--quality", "l", "--jobs", "2"]))
"""


def test_chapters_are_made_side_by_side(tmp_path: Path) -> None:
    settings = Settings(EXAMPLE, quality=TINY, out=tmp_path / "out", cache=tmp_path / "cache")
    names = choices.chapters()[:2]
    heard: set[str] = set()
    outcomes = list(
        make_film(settings, names, Processes(2), lambda step: heard.add(step.chapter), TINY_TASKS)
    )
    assert [outcome.problem for outcome in outcomes] == [None, None]
    assert heard == set(names)
    assert all((settings.folder / f"{name}.mp4").is_file() for name in names)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_at_work_it_leaves_no_half_file_and_no_process(
    tmp_path: Path, number: signal.Signals
) -> None:
    script = tmp_path / "call.py"
    script.write_text(CALL)
    running = subprocess.Popen(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    wait_for_work(tmp_path, running)
    running.send_signal(number)
    said = running.communicate(timeout=30)[1]
    assert running.returncode == 130, said
    assert said.strip().splitlines()[-1].startswith("Stopped")
    assert "Traceback" not in said
    assert list(tmp_path.rglob("*.mp4"))  # what was finished is kept
    assert not list(tmp_path.rglob("*.part"))
    assert is_gone(running.pid)


class Doomed:
    """What is told to stop while it is taken away, where an exception is lost."""

    def __del__(self) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.01)  # the signal is heard in here


def lose_a_stop(left: Path, _: Any) -> None:
    try:
        Doomed()
        time.sleep(2 * PATIENCE)
    finally:
        left.write_text("in order")


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_stop_that_is_lost_in_a_destructor_is_taken_up(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    left, begun = tmp_path / "left", time.monotonic()
    with pytest.raises(BrokenProcessPool), pool(1, print) as workers:
        workers.submit(run, partial(lose_a_stop, left)).result()
    assert time.monotonic() - begun < PATIENCE
    assert left.read_text() == "in order"
    assert capfd.readouterr().err == ""


def is_gone(group: int) -> bool:
    """Tell whether no process of the group is left, at once or nearly so."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def wait_for_work(folder: Path, running: subprocess.Popen[str]) -> None:
    """Wait until the first segment is there."""
    patience = time.monotonic() + 60
    while time.monotonic() < patience and running.poll() is None:
        if list(folder.rglob("*.mp4")):
            return
        time.sleep(0.05)
    pytest.fail(f"nothing was made: {running.poll()}")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_to_stop_waits_until_nothing_is_half_done(number: signal.Signals) -> None:
    done: list[str] = []
    before = signal.signal(number, lambda *_: done.append("stopped"))
    try:
        with uninterrupted():
            os.kill(os.getpid(), number)
            done.append("whole")
    finally:
        signal.signal(number, before)
    assert done == ["whole", "stopped"]
