"""What is being made is alive while its maker is, wherever that is; then it goes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import av
import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from scenes.production.cache.files import replacing, write_text
from scenes.production.cache.partial_files import HALF, Half, half_of, remove_halves
from scenes.production.lecture.linking import link
from scenes.production.planning.settings import PROJECT
from tests.production.disturbed import halves

# A maker in another container: its number is one that nobody has here, or that somebody has.
MAKER = """
import os, sys
from pathlib import Path
os.getpid = lambda: int(sys.argv[1])
from scenes.production.cache.files import replacing
with replacing(Path("film.mp4")) as half:
    half.write_bytes(sys.argv[2].encode())
    {forked}
    print("begun", flush=True)
    sys.stdin.read()
"""
NOBODY = 999_999_999


class Maker:
    """Another process that is making ``film.mp4`` until it is told to complete it."""

    def __init__(self, folder: Path, number: int, text: str = "whole", forked: str = "") -> None:
        call = [sys.executable, "-c", MAKER.format(forked=forked), str(number), text]
        self.process = subprocess.Popen(
            call,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.process.stdout
        assert self.process.stdout.readline() == b"begun\n"

    def complete(self) -> None:
        said = self.process.communicate(b"")[1]
        assert self.process.returncode == 0, said

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def test_a_half_of_another_container_is_alive(tmp_path: Path) -> None:
    """There its maker has a number that nobody has here."""
    maker = Maker(tmp_path, NOBODY)
    remove_halves(tmp_path)
    maker.complete()
    assert (tmp_path / "film.mp4").read_text() == "whole"
    assert not halves(tmp_path)


def test_makers_with_equal_numbers_write_two_files(tmp_path: Path) -> None:
    first, second = (Maker(tmp_path, 7, text) for text in ("first", "second"))
    assert len(list(tmp_path.glob(".*.part"))) == 2
    second.complete()
    assert (tmp_path / "film.mp4").read_text() == "second"
    first.complete()
    assert (tmp_path / "film.mp4").read_text() == "first"


@pytest.mark.parametrize("forked", ["", "if os.fork() == 0: __import__('time').sleep(60)"])
def test_a_half_of_a_killed_maker_goes_at_once(tmp_path: Path, forked: str) -> None:
    """Though somebody here has the number that it had, and what it has forked lives on."""
    maker = Maker(tmp_path, os.getpid(), forked=forked)
    children = psutil.Process(maker.process.pid).children()
    maker.kill()
    assert halves(tmp_path)
    remove_halves(tmp_path)
    assert not halves(tmp_path)
    for child in children:
        child.kill()


@given(st.lists(st.sampled_from(["film.mp4", "a.png", "a.png.sum"]), max_size=12))
def test_no_two_writers_have_one_name(names: list[str]) -> None:
    folder = Path("out")
    made = [Half(folder / name).path for name in names]
    assert len(set(made)) == len(names)
    assert all(HALF.fullmatch(path.name) for path in made)


def put_elsewhere_and_rename(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"x")
    other.replace(path)


def write_video(path: Path) -> None:
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as file:
        stream = file.add_stream("libx264", rate=10)
        stream.width, stream.height, stream.pix_fmt = 32, 32, "yuv420p"
        file.mux(stream.encode(av.VideoFrame(32, 32, "yuv420p")))
        file.mux(stream.encode())


def write_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")


WRITERS: list[Callable[[Path], Any]] = [
    write_video,
    write_archive,
    put_elsewhere_and_rename,
    lambda path: Image.new("RGB", (2, 2)).save(path, format="PNG"),
    lambda path: shutil.copyfile(__file__, path),
    lambda path: os.link(__file__, path),
    lambda path: path.mkdir(),
]


@pytest.mark.parametrize("write", WRITERS)
def test_whatever_writes_it_a_half_stays_alive(tmp_path: Path, write: Any) -> None:
    """Also what puts another file in the place of the first, and a file that is long written."""
    with half_of(tmp_path / "made") as half:
        write(half)
        os.utime(half, (0, 0))
        remove_halves(tmp_path)
        assert half.exists()
        half.replace(tmp_path / "made")
    assert (tmp_path / "made").exists()
    assert not halves(tmp_path)


def test_what_is_linked_may_be_cleared_up_around_at_any_time(tmp_path: Path) -> None:
    """Who clears up comes as often as it can, and takes away nothing that is being made."""
    source, over = tmp_path / "source", threading.Event()
    source.write_text("whole")

    def clear_up() -> None:
        while not over.is_set():
            remove_halves(tmp_path)

    cleaner = threading.Thread(target=clear_up)
    cleaner.start()
    try:
        for number in range(150):
            assert link(source, tmp_path / "linked").read_text() == "whole"
            assert write_text(tmp_path / "written", str(number)).read_text() == str(number)
    finally:
        over.set()
        cleaner.join()
    assert not halves(tmp_path)


def test_thousands_of_files_leave_nothing_open(tmp_path: Path) -> None:
    process = psutil.Process()
    before = process.num_fds()
    for number in range(2000):
        with replacing(tmp_path / f"{number % 7}") as half:
            half.touch()
    assert process.num_fds() == before
    assert not halves(tmp_path)


def test_what_stood_there_stands_when_writing_fails(tmp_path: Path) -> None:
    target = write_text(tmp_path / "film", "before")
    with suppress(ZeroDivisionError), replacing(target) as half:
        half.write_text("after")
        raise ZeroDivisionError
    assert target.read_text() == "before"
    assert not halves(tmp_path)


def test_many_halves_at_once_are_each_their_own(tmp_path: Path) -> None:
    with ExitStack() as stack:
        paths = [stack.enter_context(replacing(tmp_path / "film")) for _ in range(20)]
        for number, path in enumerate(paths):
            path.write_text(str(number))
        assert [path.read_text() for path in paths] == [str(number) for number in range(20)]
    assert (tmp_path / "film").read_text() == "0"  # the last to leave
