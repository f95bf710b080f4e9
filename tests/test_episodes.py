"""Episodes stand alone: they are made, listed and packed, but not joined into the film."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scenes.__main__ import main
from scenes.production.commands import options
from scenes.production.drawing import running
from tests.production.tiny import Tiny

SMALL = ("--quality", "l", "--fps", "5", "--jobs", "1")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, with a film of two tiny chapters and one episode."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    monkeypatch.setattr("scenes.FILM", ("row_by_column", "mix_and_create"))
    monkeypatch.setattr("scenes.EPISODES", ("convolution",))


def made(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.mp4")}


def test_the_film_alone_is_what_no_name_means(tmp_path: Path) -> None:
    assert main(list(SMALL)) == 0
    folder = tmp_path / "out" / "cocktails" / "en-480p5"
    assert made(folder) == {"film", "row_by_column", "mix_and_create"}


def test_all_means_the_episodes_too_which_are_no_part_of_the_film(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["all", *SMALL]) == 0
    folder = tmp_path / "out" / "cocktails" / "en-480p5"
    assert made(folder) == {"film", "row_by_column", "mix_and_create", "convolution"}
    table = json.loads((folder / "manifest.json").read_text("utf-8"))
    lasts = {each["stem"]: each["duration"] for each in table["videos"] if not each["beat"]}
    assert lasts["film"] == pytest.approx(lasts["row_by_column"] + lasts["mix_and_create"])
    told = capsys.readouterr().out
    assert "film.mp4" in told
    assert "convolution.mp4" in told


def test_the_lecture_pack_has_film_and_episodes(tmp_path: Path) -> None:
    assert main(["lecture", *SMALL]) == 0
    folder = tmp_path / "out" / "cocktails" / "en-480p5-lecture"
    chapters = {"row_by_column", "mix_and_create", "convolution"}
    assert made(folder / "captioned") == {"film", *chapters}
    assert made(folder / "plain") == chapters
    told = (folder / "transcript.en.html").read_text("utf-8")
    places = [told.index(f'id="{name}"') for name in ("row_by_column", "convolution")]
    assert places == sorted(places)


def test_with_all_other_names_are_none_too_many() -> None:
    assert options.read_chapters(["all", "row_by_column"]) == options.read_chapters(["all"])
    assert options.read_chapters(["blank", "all"])[-1] == "blank"
