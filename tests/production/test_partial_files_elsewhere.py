"""Where it cannot be seen who is at work, halves go after hours."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenes.production.cache import locks, partial_files
from scenes.production.cache.files import replacing
from scenes.production.cache.partial_files import LONG, remove_halves
from tests.production.disturbed import halves as left


def make_old(path: Path) -> None:
    os.utime(path, (time.time() - LONG - 60,) * 2)


def unknown(*_arguments: Any) -> None:
    raise OSError(errno.ENOLCK, "No locks available")


def no_locks_at_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(locks, "fcntl", None)


def a_drive_without_locks(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(locks.fcntl, "flock", unknown)


def another_system(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(partial_files, "_system", lambda: "0123abcd")


@pytest.mark.parametrize("where", [no_locks_at_all, a_drive_without_locks, another_system])
def test_where_makers_cannot_be_seen_their_halves_go_after_hours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: Callable[[pytest.MonkeyPatch], None]
) -> None:
    young, old = (partial_files.Half(tmp_path / name) for name in ("young", "old"))
    for each in (young, old):
        each.begin()
        each.path.write_text("half")
        each._hold.release()  # as if it could not be seen from here
        make_old(each._sign)
    make_old(old.path)
    with monkeypatch.context() as patch:
        where(patch)
        remove_halves(tmp_path)
        assert set(left(tmp_path)) == {young.path.name, young._sign.name}
        make_old(young.path)
        os.utime(young._sign)  # nothing may have been written yet
        remove_halves(tmp_path)
        assert young.path.exists()
        with replacing(tmp_path / "written") as half:  # and one can work there
            half.write_text("whole")
    assert (tmp_path / "written").read_text() == "whole"
    remove_halves(tmp_path)
    assert not left(tmp_path)  # who can see, need not wait


def test_halves_of_version_0_1_go_after_hours(tmp_path: Path) -> None:
    """They bear the number of a process, on whatever system it ran."""
    young, old, folder = (tmp_path / f".{name}.4321.part" for name in ("a.mp4", "b.mp4", "c"))
    notes = tmp_path / "notes.part"
    folder.mkdir()
    for path in (young, old, folder / "x.svg", notes):
        path.touch()
    for path in (old, folder / "x.svg", folder, notes):
        make_old(path)
    remove_halves(tmp_path)
    assert left(tmp_path) == [young.name]
    assert notes.exists()
