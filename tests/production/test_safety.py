"""What stood there before still stands; what is finished is kept and used again."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scenes.production.cache.files import sha256
from scenes.production.delivery import videos
from scenes.production.encoding import muxing, segments
from scenes.production.planning.settings import Settings
from scenes.production.workers.single_chapter import make_chapter
from tests.production.tiny import EXAMPLE, Tiny, make


def test_clips_of_beats_that_are_no_more_are_removed(settings: Settings) -> None:
    folder = settings.folder / "row_by_column"
    folder.mkdir(parents=True)
    stale, own = folder / "03-old_beat.mp4", folder / "my notes.txt"
    stale.touch()
    own.touch()
    make(settings)
    assert not stale.exists()
    assert own.exists()


def test_finished_parts_are_used_again(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    make(settings)
    before = {path: sha256(path) for path in settings.folder.rglob("*.mp4")}
    monkeypatch.setattr(segments, "Reel", None)  # whoever encodes now fails
    make(settings)
    assert before == {path: sha256(path) for path in settings.folder.rglob("*.mp4")}


def test_another_example_is_filmed_anew(settings: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "cocktails.toml"
    copy.write_bytes(EXAMPLE.read_bytes() + b"\n# changed\n")
    make(settings)
    kept = set(settings.cache.rglob("*.mp4"))
    make(settings, example=copy)
    assert len(set(settings.cache.rglob("*.mp4")) - kept) == len(kept)


def test_a_repeated_run_makes_the_same_files(settings: Settings, tmp_path: Path) -> None:
    make(settings)
    make(settings, out=tmp_path / "second", cache=tmp_path / "other")
    first = {path.name: sha256(path) for path in settings.out.rglob("*.*")}
    assert first == {path.name: sha256(path) for path in (tmp_path / "second").rglob("*.*")}


def test_a_scene_with_a_fault_is_named_with_its_beat(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tiny, "fault", ZeroDivisionError("division by zero"))
    outcome = make_chapter(settings, "row_by_column", lambda advance: None)
    assert outcome.problem is not None
    assert outcome.problem.status == 1
    for words in ("row_by_column", 'beat "a_dot"', 'example "cocktails"', "division by zero"):
        assert words in outcome.problem.message


def full_disk(*_arguments: Any, **_options: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device", "film.mp4")


@pytest.mark.parametrize(
    ("module", "name"), [(muxing, "_packets"), (segments, "Converter"), (videos, "write_still")]
)
def test_a_full_disk_leaves_what_stood_there(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    make(settings)
    before = {path: path.read_bytes() for path in settings.folder.rglob("*.mp4")}
    monkeypatch.setattr(module, name, full_disk)
    changed = replace(settings, cache=settings.cache / "empty")
    outcome = make_chapter(changed, "row_by_column", lambda advance: None)
    assert outcome.problem is not None
    assert "the disk is full" in outcome.problem.message
    assert outcome.problem.status == 1
    assert before == {path: path.read_bytes() for path in settings.folder.rglob("*.mp4")}
    assert not list(settings.out.parent.rglob("*.part"))


def test_being_stopped_leaves_no_half_file(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(scene: Any) -> None:
        scene.wait(0.5)
        raise KeyboardInterrupt

    monkeypatch.setattr(Tiny, "construct", interrupt)
    with pytest.raises(KeyboardInterrupt):
        make_chapter(settings, "row_by_column", lambda advance: None)
    assert not list(settings.out.parent.rglob("*.part"))


def test_progress_reaches_its_end(settings: Settings) -> None:
    advances: list[Any] = []
    make_chapter(settings, "row_by_column", advances.append)
    seen = [(each.done, each.total) for each in advances]
    assert seen == [(0, 20), (12, 20), (17, 20), (20, 20)]


def test_a_folder_may_be_called_like_an_address(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FFmpeg would look for ``http:x/cocktails`` elsewhere, and for ``data:x`` in the name."""
    monkeypatch.chdir(tmp_path)
    make(settings, out=Path("http:x"), cache=Path("data:y"))
    assert list(Path("http:x").rglob("*.mp4"))
    assert list(Path("data:y").rglob("*.mp4"))
