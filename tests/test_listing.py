"""What ``list`` shows: every scene that is there, and the beats of one; and ``--version``."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import av
import manim
import pytest

from scenes.__main__ import main
from scenes.kit.stage import choices
from scenes.production.commands import options
from scenes.production.drawing import running, sampling
from tests.production.tiny import Tiny

ROOT = Path(__file__).parents[1]


@pytest.fixture
def scenes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Call the command line in this process, where every chapter is the tiny one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    for module in (running, sampling):
        monkeypatch.setattr(module, "chapter_class", lambda name: Tiny)
    for name in ("SCENE_EXAMPLE", "SCENE_LANG", "SCENE_THEME"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        return status, *capsys.readouterr()

    return call


def test_list_shows_scenes_that_are_not_in_the_film_and_bears_faults_in_their_words(
    scenes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "scenes"
    folder.mkdir()
    for path in (*choices.SCENES.glob("[!_]*.py"), *choices.SCENES.glob("*.toml")):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "tea_time.py").touch()
    said = (folder / "blank.toml").read_text("utf-8")
    (folder / "tea_time.toml").write_text(said.replace("A blank scene", "Tea time"), "utf-8")
    (folder / "blank.toml").write_text(said.replace("[the_recipes]", "[the_recipes]\nde = 1"))
    monkeypatch.setattr(choices, "SCENES", folder)
    status, told, _ = scenes("list")
    assert status == 0
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert "2 row_by_column Row meets column 行与列相遇" in lines
    assert any(line.startswith("episode writing_gemm ") for line in lines)
    assert "tea_time Tea time 空白场景" in lines
    assert any(line.startswith("blank 1 faults in its words") for line in lines)


def test_list_of_a_chapter_shows_its_beats(scenes) -> None:
    status, told, _ = scenes("list", "row_by_column")
    assert status == 0
    lines = [" ".join(line.split()) for line in told.splitlines()]
    assert lines[:4] == [
        "row_by_column: Row meets column",
        "name seconds first words",
        "all_red 1.20 All red.",
        "a_dot 0.80 A dot moves, < 1 s.",
    ]
    assert "./render.sh still row_by_column/BEAT" in told


def test_version_says_what_is_at_work(scenes) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    status, told, _ = scenes("--version")
    assert status == 0
    python = ".".join(map(str, sys.version_info[:3]))
    own = f"mixing {project['version']}"
    assert told.splitlines() == [
        own,
        f"Manim {manim.__version__}",
        f"PyAV {av.__version__}",
        f"Python {python}",
    ]


def test_the_changelog_has_this_version_and_what_comes_next() -> None:
    """In the usual form: versions, newest first, and only the kinds of change that it knows."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = re.findall(r"^(##+) (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert [text for marks, text in headings if marks == "##"][:2] == ["Unreleased", version]
    kinds = {text for marks, text in headings if marks == "###"}
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
