"""Chapters side by side, with the real chapters: the workers know no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scenes.kit import choices
from scenes.production.settings import PROJECT, Quality, Settings
from scenes.production.work import make_chapters
from tests.production.tiny import EXAMPLE

CALL = """
import sys
from pathlib import Path
from scenes import __main__ as command_line
from scenes.production.commands import options
if __name__ == "__main__":
    options.CACHE = Path("cache").absolute()
    command_line.listen()
    sys.exit(command_line.main(["--quality", "l", "--jobs", "2"]))
"""


def test_chapters_are_made_side_by_side(tmp_path: Path) -> None:
    size = Quality(96, 54, 1)
    settings = Settings(EXAMPLE, quality=size, out=tmp_path / "out", cache=tmp_path / "cache")
    heard: set[str] = set()
    outcomes = list(
        make_chapters(settings, choices.chapters(), 2, lambda step: heard.add(step.chapter))
    )
    assert [outcome.problem for outcome in outcomes] == [None] * len(choices.chapters())
    assert heard == set(choices.chapters())
    for name in choices.chapters():
        assert (settings.folder / f"{name}.mp4").is_file()


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
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def wait_for_work(folder: Path, running: subprocess.Popen[str]) -> None:
    """Wait until the first segment is there."""
    patience = time.monotonic() + 60
    while time.monotonic() < patience and running.poll() is None:
        if list(folder.rglob("*.mp4")):
            return
        time.sleep(0.05)
    pytest.fail(f"nothing was made: {running.poll()}")
