"""The command that makes the pack: what is typed, what is answered, the exit status."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scenes.__main__ import main
from scenes.production.commands import options
from scenes.production.drawing import running
from scenes.production.lecture.contents import Lecture
from tests.lecture.desk import Desk
from tests.production.tiny import Tiny

PAGES = {
    *("index.html", "index-single.html", "README.txt"),
    *("transcript.en.html", "transcript.zh-CN.html", "manifest.json"),
}


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, with a tiny chapter and an empty cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")


COMMAND = ("lecture", "row_by_column", "--quality", "l", "--fps", "5", "--jobs", "1")


@pytest.mark.usefixtures("at_home")
def test_one_command_makes_it_and_tells_its_size(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main([*COMMAND, "--lang", "zh", "--theme", "paper", "--zip", "--single-file"])
    told, said = capsys.readouterr()
    assert status == 0, said
    folder = tmp_path / "out" / "cocktails" / "zh-paper-480p5-lecture"
    assert files(folder) >= {*PAGES, "captioned/row_by_column.mp4", "plain/row_by_column.mp4"}
    assert not (folder / "captioned" / "film.mp4").exists()  # one chapter is no film
    assert folder.with_suffix(".zip").is_file()
    assert "MB per minute" in told
    assert "out/cocktails/zh-paper-480p5-lecture" in told
    lecture = Lecture.load(folder.with_name("zh-paper-480p5-nocaptions"))
    assert (lecture.theme, lecture.captions_in_picture) == ("paper", False)


def test_a_real_chapter_from_the_command_to_the_screen(
    browser: Browser,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The template for scenes, which says one sentence: the chapters of the film take longer."""
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    arguments = ("blank", "--quality", "l", "--fps", "5", "--jobs", "1", "--out", str(tmp_path))
    status = main(["lecture", *arguments])
    assert status == 0, capsys.readouterr().err
    lecture = Lecture.load(tmp_path / "cocktails" / "en-480p5-nocaptions")
    ((chapter, beat), *_) = lecture.beats
    index = tmp_path / "cocktails" / "en-480p5-lecture" / "index.html"
    with Desk(browser, index.as_uri()) as desk:
        desk.open(f"{chapter.clip.name}/{beat.name}").lecture().press("Space").press("c")
        assert desk.caption == beat.captions[-1].text["zh"]
        assert desk.frame == round(beat.seconds * 5) - 1


@pytest.mark.usefixtures("at_home")
def test_a_chapter_that_fails_leaves_the_old_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(list(COMMAND)) == 0
    before = files(tmp_path / "out" / "cocktails" / "en-480p5-lecture")
    shutil.rmtree(tmp_path / "cache")  # else nothing is filmed again
    monkeypatch.setattr(Tiny, "fault", IndexError("no such bottle"))
    capsys.readouterr()
    assert main(list(COMMAND)) == 1
    said = capsys.readouterr().err
    assert "no such bottle" in said
    assert "pack was not changed" in said
    assert files(tmp_path / "out" / "cocktails" / "en-480p5-lecture") == before


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["row_by_colum"], ['unknown chapter "row_by_colum"', "row_by_column"]),
        (["--lang", "cn"], ['unknown language "cn"']),
        (["--format", "gif"], ["--format"]),
        (["--example", "missing.toml"], ["missing.toml: no such file"]),
    ],
)
def test_a_wrong_choice_is_said_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: list[str]
) -> None:
    assert main(["lecture", *arguments]) == 2
    said = capsys.readouterr().err
    assert all(word in said for word in words), said
    assert "Traceback" not in said
    assert not list(tmp_path.rglob("*.html"))
