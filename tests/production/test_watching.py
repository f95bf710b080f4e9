"""What is saved is noticed, once a burst is over; what is done about it is told in words."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scenes.kit.stage import choices
from scenes.production.commands import watch
from scenes.production.commands.file_watcher import Watcher, saved, state_of
from scenes.production.planning.settings import PROJECT, Settings
from scenes.production.workers.changes import News
from scenes.production.workers.executors import Alone
from scenes.production.workers.outcome import Outcome
from scenes.production.workers.pipeline import make_film
from tests.production.tiny import TINY_TASKS

CALL = """
import sys
from scenes import __main__ as command_line
from scenes.production.commands import watch
watch.RENDER = (sys.executable, "-c", {stub!r})
command_line.listen()
sys.exit(command_line.main(["watch", "row_by_column", "--example", "tea.toml"]))
"""


def told(states):
    """What a watcher does when it finds these states, one after another."""
    looks, done = iter(states), []
    with pytest.raises(StopIteration):  # there is no more to see
        Watcher(lambda: next(looks), done.append, lambda: None).watch()
    return [[path.name for path in paths] for paths in done]


def state(**sizes):
    return {Path(name): (size, size) for name, size in sizes.items()}


def test_it_works_at_once_and_then_when_a_burst_is_over():
    before, one, both = state(a=1, b=1), state(a=2, b=1), state(a=2, b=2)
    assert told([before, before, before]) == [[]]
    assert told([before, before, one, both]) == [[]]  # more may still come
    assert told([before, before, one, both, both, both]) == [[], ["a", "b"]]


def test_what_is_saved_meanwhile_is_noticed_later():
    before, one, both = state(a=1, b=1), state(a=2, b=1), state(a=2, b=2)
    assert told([before, one, one, both, both]) == [[], ["a"], ["b"]]


def test_a_file_that_is_put_back_within_a_burst_was_not_saved():
    before, gone = state(a=1, b=1), state(a=1)
    assert told([before, gone, before, before]) == [[]]


def test_new_files_and_lost_ones_count():
    assert saved(state(a=1, b=1), state(b=1, c=1)) == [Path("a"), Path("c")]


def test_files_that_tools_keep_for_themselves_are_not_looked_at(tmp_path: Path):
    wanted = [tmp_path / "tea.toml", tmp_path / "kit/grid.py"]
    others = [".tea.toml.swp", "tea.toml~", "kit/__pycache__/grid.pyc", ".git/index"]
    for path in (*wanted, *(tmp_path / name for name in others)):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    own = tmp_path / ".git" / "index"
    assert set(state_of([tmp_path], [])) == set(wanted)
    assert set(state_of([], [own, tmp_path / "not there"])) == {own}


def make(settings: Settings) -> Outcome:
    (outcome,) = make_film(settings, ["row_by_column"], Alone(), lambda step: None, TINY_TASKS)
    return outcome


def test_a_chapter_tells_what_was_drawn(settings: Settings):
    assert make(settings).news == News("row_by_column", 3, {"all_red": 1, "a_dot": 2})
    again = make(settings).news
    assert again == News("row_by_column", 3, {})
    assert str(again) == "row_by_column: nothing to draw"


def test_a_chapter_tells_in_which_beats_it_was_drawn(settings: Settings):
    make(settings)
    for part in (settings.cache / "segments").rglob("*.mp4"):
        if part.stat().st_size == max(each.stat().st_size for each in part.parent.glob("*.mp4")):
            lost = part
    lost.unlink()
    (beat,) = make(settings).news.drawn.items()
    assert beat in {("all_red", 1), ("a_dot", 1)}


def watching(folder: Path, stub: str) -> subprocess.Popen[str]:
    script = folder / "call.py"
    script.write_text(CALL.format(stub=stub))
    return subprocess.Popen(
        [sys.executable, str(script)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    example = tmp_path / "tea.toml"
    example.write_bytes((choices.EXAMPLES / "cocktails.toml").read_bytes())
    return example


def heard(running: subprocess.Popen[str]) -> str:
    """The lines up to where it waits for the next save."""
    lines = []
    while not (lines and "Waiting" in lines[-1]):
        lines.append(running.stderr.readline())
        assert lines[-1], f"it ended: {lines}"
    return "".join(lines)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_save_is_named_and_a_failure_is_no_end(tmp_path: Path, tea: Path):
    stub = "import sys; print(*sys.argv[1:], file=sys.stderr); sys.exit(2)"
    running = watching(tmp_path, stub)
    first = heard(running)
    assert "row_by_column --example tea.toml" in first
    assert "Not done after" in first
    tea.write_text(tea.read_text("utf-8") + "\n# more\n", "utf-8")
    second = heard(running)
    assert second.startswith("Saved: ")
    assert "tea.toml" in second.splitlines()[0]
    running.send_signal(signal.SIGINT)
    assert running.communicate(timeout=30)[1] == ""  # it ends without a word
    assert running.returncode == 130


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_stopped_at_work_it_stops_the_work(tmp_path: Path, tea: Path):
    stub = (
        "import os, pathlib, time\n"
        "pathlib.Path('work.part').write_text(str(os.getpid()))\n"
        "os.rename('work.part', 'work')\n"
        "time.sleep(60)"
    )
    running = watching(tmp_path, stub)
    work, patience = tmp_path / "work", time.monotonic() + 30
    while not work.exists():
        assert time.monotonic() < patience
        time.sleep(0.05)
    running.send_signal(signal.SIGTERM)
    assert running.communicate(timeout=30)[1] == ""
    assert running.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.kill(int(work.read_text()), 0)


def test_a_wrong_choice_is_refused_before_anything_is_watched(capsys):
    from scenes.__main__ import main

    assert main(["watch", "row_by_colum"]) == 2
    assert 'unknown chapter "row_by_colum"' in capsys.readouterr().err


def test_files_are_named_from_the_project_on():
    paths = [watch.PROJECT / "scenes" / name for name in ("a.py", "b.py", "c.py", "d.py")]
    assert watch._named(paths[:1]) == "scenes/a.py"
    assert watch._named(paths) == "scenes/a.py, scenes/b.py, scenes/c.py and 1 more"
