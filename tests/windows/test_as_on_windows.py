"""What this system has and Windows lacks is never needed: see `sitecustomize` beside this file.

None of it has run on Windows itself; README says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from scenes.kit.stage import choices, layers
from scenes.production.planning.plain_names import plain_name

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STOPPED_IN_GOOD_ORDER = """
import signal, threading
from scenes.production.workers.signals import signal_main_thread, uninterrupted
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    with uninterrupted():
        signal.raise_signal(signal.SIGINT)
        print("done")
except KeyboardInterrupt:
    print("stopped")
try:
    threading.Timer(0.1, signal_main_thread, (signal.SIGINT,)).start()
    for _ in range(10**9):
        pass
except KeyboardInterrupt:
    print("stopped again")
"""


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python as if on Windows, in a folder, at a console of Western Europe."""
    own = {"PYTHONPATH": f"{HERE}{os.pathsep}{ROOT}", "PYTHONIOENCODING": "cp1252"}
    own |= {"PYTHONWARNDEFAULTENCODING": "1", "SCENE_CACHE_GB": "1"}
    command = (sys.executable, "-P", *arguments)
    done = subprocess.run(
        command, cwd=folder, env=os.environ | own, capture_output=True, check=False, timeout=300
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode("cp1252")
    return done


def test_what_is_taken_away_is_gone(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; print(sys.modules['fcntl'], hasattr(os, 'fork'), signal.SIGTERM)"
    )
    assert python(tmp_path, "-c", code).stdout.split()[:2] == [b"None", b"False"]


def test_two_workers_make_a_chapter(tmp_path: Path) -> None:
    words = ("blank", "--quality", "l", "--fps", "2", "--jobs", "2", "--out", "Zoë")
    done = python(tmp_path, "-m", "scenes", *words)
    assert done.returncode == 0, done.stderr.decode("cp1252")
    assert (tmp_path / "Zoë/cocktails/en-480p2/blank.mp4").is_file()
    assert "Zoë" in done.stdout.decode("cp1252")
    left = [path.name for path in tmp_path.rglob(".*") if path.suffix in (".part", ".held")]
    assert left == []


def test_a_console_that_knows_no_chinese_shows_the_list(tmp_path: Path) -> None:
    done = python(tmp_path, "-m", "scenes", "list")
    assert done.returncode == 0
    assert "\\u9e21\\u5c3e\\u9152" in done.stdout.decode("cp1252")


def test_a_stop_is_heard_where_a_signal_to_oneself_ends_the_process(tmp_path: Path) -> None:
    done = python(tmp_path, "-c", STOPPED_IN_GOOD_ORDER)
    assert done.stdout.split(b"\n")[:3] == [b"done", b"stopped", b"stopped again"]


@pytest.mark.parametrize("find", [choices.find_example, layers.find_layer])
def test_a_path_with_backslashes_is_a_path(find) -> None:
    assert find(r"..\monday\tea") == Path(r"..\monday\tea")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (r"C:\Users\me\green_tea.toml", "green_tea"),
        (r"\\server\share\green tea.toml", "green_tea_"),
        (r"D:\aux.toml", "aux_"),
    ],
)
def test_a_folder_is_named_after_the_file_alone(path: str, name: str) -> None:
    told = plain_name(PureWindowsPath(path))  # type: ignore[arg-type]
    assert told.startswith(name)
    assert not set(told) & set('\\/:*?"<>| ')
