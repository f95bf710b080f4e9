"""Who works in a folder holds it; others say that they wait, wait, and go on."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from scenes.production.cache import locks
from scenes.production.cache.locks import held, shared, take
from scenes.production.planning.settings import PROJECT

WAITING = "at work in it; this one goes on when that is done"
CALL = """
from pathlib import Path
from scenes import __main__ as command_line
from scenes.production.cache.locks import held
command_line.listen()
try:
    with held([Path("out")]):
        print("had it", flush=True)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


def another(folder: Path) -> subprocess.Popen[str]:
    """Another process that wants ``out``."""
    return subprocess.Popen(
        [sys.executable, "-c", CALL],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_second_says_in_one_line_that_it_waits_and_goes_on(tmp_path: Path) -> None:
    with held([tmp_path / "out"]):
        second = another(tmp_path)
        assert second.stderr
        line = second.stderr.readline()
        assert line.startswith("out/: another run")
        assert WAITING in line
        assert second.poll() is None
    told, said = second.communicate(timeout=30)
    assert (told, said) == ("had it\n", "")
    assert not list((tmp_path / "out").iterdir())  # it leaves no file


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_waits_can_be_stopped_at_once(tmp_path: Path, number: signal.Signals) -> None:
    with held([tmp_path / "out"]):
        second = another(tmp_path)
        assert second.stderr
        assert WAITING in second.stderr.readline()
        began = time.monotonic()
        second.send_signal(number)
        assert second.communicate(timeout=30)[0] == "stopped\n"
        assert time.monotonic() - began < 5


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    hold = "import time; from pathlib import Path; from scenes.production.cache.locks import take"
    call = f"{hold}; kept = take(Path('.')); print(bool(kept), flush=True); time.sleep(60)"
    holder = subprocess.Popen(
        [sys.executable, "-c", call],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
    )
    assert holder.stdout
    assert holder.stdout.readline() == b"True\n"
    assert take(tmp_path) is None
    holder.kill()
    holder.wait()
    hold_now = take(tmp_path)
    assert hold_now
    hold_now.release()


def test_a_folder_that_was_replaced_while_one_waited_is_held_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, moved = tmp_path / "out", tmp_path / "moved"
    had = threading.Event()

    def want() -> None:
        with held([out]):
            had.set()

    with held([out]):
        waiter = threading.Thread(target=want)
        waiter.start()
        while WAITING not in capsys.readouterr().err:
            time.sleep(0.01)
        out.rename(moved)
    waiter.join(30)
    assert had.is_set()
    assert out.is_dir()


def test_several_who_want_several_never_wait_for_each_other(tmp_path: Path) -> None:
    folders, done = [tmp_path / name for name in "abc"], []

    def work(number: int) -> None:
        for turn in range(25):
            with held(folders[(number + turn) % 3 :] + folders[: (number + turn) % 3]):
                done.append(number)

    workers = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert len(done) == 100


def test_together_or_alone(tmp_path: Path) -> None:
    with shared(tmp_path), shared(tmp_path):
        assert take(tmp_path) is None
        together = take(tmp_path, alone=False)
        assert together
        together.release()
    alone = take(tmp_path)
    assert alone
    with alone:
        assert take(tmp_path, alone=False) is None
    alone.release()  # again does no harm


def test_a_hold_that_is_forgotten_is_none(tmp_path: Path) -> None:
    process = psutil.Process()
    before = process.num_fds()
    for _ in range(3):
        assert take(tmp_path)
    assert process.num_fds() == before


def nobody_knows(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(locks, "fcntl", None)


def a_network_drive(patch: pytest.MonkeyPatch) -> None:
    def flock(*_arguments: Any) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    patch.setattr(locks.fcntl, "flock", flock)


@pytest.mark.parametrize("where", [nobody_knows, a_network_drive])
def test_where_locks_are_not_known_one_works_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Any
) -> None:
    where(monkeypatch)
    with held([tmp_path]), held([tmp_path]), shared(tmp_path):
        hold = take(tmp_path)
        assert hold
        assert not hold.is_sure


def test_what_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError), held([tmp_path / "file" / "out"]):
        pass
    with pytest.raises(FileExistsError), held([tmp_path / "file"]):
        pass
