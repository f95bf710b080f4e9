"""The command line: what is typed, what is answered, and the exit status."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mathcore import RecipeBook
from scenes.__main__ import main
from scenes.kit.ground import lettering
from scenes.kit.stage import choices
from scenes.production.commands import options
from scenes.production.drawing import running
from tests.production.tiny import Tiny

ROOT = Path(__file__).parents[1]
Answer = tuple[int, str, str]


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder, with a tiny chapter and an empty cache."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    monkeypatch.setenv("SCENE_JOBS", "1")  # in this process, where the chapter is the tiny one
    monkeypatch.setattr(options, "CACHE", tmp_path / "cache")
    for name in ("SCENE_EXAMPLE", "SCENE_LANG", "SCENE_THEME", "SCENE_CAPTIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def scenes(capsys: pytest.CaptureFixture[str]):
    """Call the command line in this process."""

    def call(*arguments: str) -> Answer:
        status = main(list(arguments))
        return status, *capsys.readouterr()

    return call


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["row_by_colum"],
            ['unknown chapter "row_by_colum"', "row_by_column", "recipes_to_matrix"],
        ),
        (["lst"], ['unknown chapter "lst"', "row_by_column"]),
        (["--example", "coktails"], ['unknown example "coktails"', '"cocktails"', "smoothies"]),
        (["--lang", "cn"], ['unknown language "cn"', "en, zh"]),
        (["--theme", "papr"], ['unknown theme "papr"', '"paper"', "night"]),
        (["--quality", "x"], ["--quality", "'l', 'm', 'h', 'k'"]),
        (["--jobs", "0"], ["--jobs"]),
        (["--fps", "0"], ["--fps"]),
        (["--transparent", "--format", "gif"], ["--transparent", "-alpha.webm", "gif"]),
        (["--colour", "red"], ["--colour"]),
        (["new", "My Tea"], ['"My Tea"', "small letters"]),
        (["new"], ["NAME"]),
    ],
)
def test_a_wrong_choice_is_answered_with_the_valid_ones(
    scenes, tmp_path: Path, arguments: list[str], words: list[str]
) -> None:
    status, _, said = scenes(*arguments)
    assert status == 2
    assert all(word in said for word in words), said
    assert "Traceback" not in said
    assert not list(tmp_path.iterdir())


def test_all_faults_of_an_example_are_told_and_nothing_is_made(scenes, tmp_path: Path) -> None:
    bad = tmp_path / "tea.toml"
    bad.write_text("name = 3\nmixtures = 3\n", encoding="utf-8")
    status, _, said = scenes("row_by_column", "--example", "tea.toml")
    assert status == 2
    assert "name is 3; write name" in said
    assert "mixtures is not a list of tables" in said
    assert said.count("tea.toml:") == len(said.splitlines())
    assert list(tmp_path.iterdir()) == [bad]


def test_an_example_file_that_is_not_there(scenes) -> None:
    status, _, said = scenes("--example", "missing.toml")
    assert (status, "missing.toml: no such file" in said) == (2, True)


def test_an_out_that_is_a_file(scenes, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("mine")
    status, _, said = scenes("row_by_column", "--out", str(blocked))
    assert status == 1
    assert "blocked" in said
    assert "--out" in said
    assert len(said.splitlines()) == 1
    assert blocked.read_text() == "mine"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder nobody can write to")
def test_an_out_that_cannot_be_written(scenes) -> None:
    status, _, said = scenes("row_by_column", "--out", "/proc/film")
    assert status == 1
    assert "/proc/film" in said
    assert "Traceback" not in said


def test_one_chapter_is_made_and_listed(scenes, tmp_path: Path) -> None:
    status, told, said = scenes("row_by_column", "--quality", "l", "--jobs", "1")
    assert status == 0, said
    folder = tmp_path / "out" / "cocktails" / "en-480p15"
    assert (folder / "row_by_column.mp4").is_file()
    assert not (folder / "film.mp4").exists()
    assert "out/cocktails/en-480p15/row_by_column.mp4" in told
    assert "0:0" in told


def test_no_chapter_means_the_whole_film(scenes, tmp_path: Path) -> None:
    status, told, said = scenes(
        "--lang", "zh", "--quality", "l", "--jobs", "1", "--captions", "off"
    )
    assert status == 0, said
    folder = tmp_path / "out" / "cocktails" / "zh-480p15-nocaptions"
    assert {path.stem for path in folder.glob("*.mp4")} == {"film", *choices.chapters()}
    assert (folder / "film.en.vtt").is_file()  # written although the picture shows none
    assert "film.mp4" in told


def test_when_one_chapter_fails_the_others_still_come_out(
    scenes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Faulty(Tiny):
        fault = IndexError("no such bottle")

    chapters = {"recipes_to_matrix": Faulty, "row_by_column": Tiny}
    monkeypatch.setattr(running, "chapter_class", chapters.__getitem__)
    status, told, said = scenes("--quality", "l", "--jobs", "1")
    assert status == 1
    assert 'beat "a_dot"' in said
    assert "no such bottle" in said
    assert "row_by_column.mp4" in told
    folder = tmp_path / "out" / "cocktails" / "en-480p15"
    assert not (folder / "film.mp4").exists()  # a film with a hole is no film


def test_stopping_says_how_to_go_on(scenes, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(scene: Tiny) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Tiny, "construct", stop)
    status, _, said = scenes("row_by_column", "--quality", "l")
    assert status == 130
    assert "again" in said


def test_what_had_to_be_rounded_is_told(scenes, tmp_path: Path) -> None:
    template = (ROOT / "scenes" / "example_template.toml").read_text(encoding="utf-8")
    odd = template.replace('"9/10", honey = "1/10"', '"66.6666%", honey = "33.3334%"')
    (tmp_path / "odd.toml").write_text(odd, encoding="utf-8")
    expected = RecipeBook.load(tmp_path / "odd.toml").rounded
    status, _, said = scenes("row_by_column", "--example", "odd.toml", "--quality", "l")
    assert status == 0
    assert expected
    assert all(sentence in said for sentence in expected)


@pytest.fixture
def examples(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of examples."""
    folder = tmp_path / "examples"
    folder.mkdir()
    monkeypatch.setattr(choices, "EXAMPLES", folder)
    return folder


def test_new_writes_an_example_that_can_be_rendered(scenes, examples: Path) -> None:
    status, told, _ = scenes("new", "tea")
    assert status == 0
    assert "--example tea" in told
    book = RecipeBook.load(examples / "tea.toml", lettering.has_character)
    assert book.shares.shape == (3, 2)
    assert choices.find_example("tea") == examples / "tea.toml"
    status, _, said = scenes("row_by_column", "--example", "tea", "--quality", "l")
    assert status == 0, said


def test_new_overwrites_nothing(scenes, examples: Path) -> None:
    mine = examples / "tea.toml"
    mine.write_text("mine")
    status, _, said = scenes("new", "tea")
    assert status == 1
    assert "tea.toml" in said
    assert mine.read_text() == "mine"


def test_list_shows_all_there_is_to_choose(scenes) -> None:
    status, told, _ = scenes("list")
    assert status == 0
    for word in (*choices.chapters(), *choices.examples(), *choices.LANGUAGES, "night", "paper"):
        assert word in told
    assert "4 ingredients × 3 mixtures, 4 properties" in told
    assert "鸡尾酒" in told


def test_list_bears_an_example_with_faults(scenes, examples: Path) -> None:
    (examples / "broken.toml").write_text("name = ")
    status, told, _ = scenes("list")
    assert status == 0
    assert "1 fault" in told


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["row_by_column", "--help"]])
def test_help_teaches(scenes, arguments: list[str]) -> None:
    status, told, _ = scenes(*arguments)
    assert status == 0
    for word in ("--example", "--lang", "--theme", "--quality", "--transparent", "--captions"):
        assert word in told


def test_help_shows_examples_and_commands(scenes) -> None:
    told = scenes("--help")[1]
    shown = [line.strip() for line in told.splitlines()]
    assert any(line.startswith("./render.sh --lang zh") for line in shown)  # each on its own line
    assert any(line.startswith("./render.sh list") for line in shown)
    assert {"list", "new", "render"} <= {line.partition(" ")[0] for line in shown}


def test_it_answers_as_a_module_without_loading_manim() -> None:
    call = "import sys; from scenes.__main__ import main; main(['list'])"
    check = f"{call}; print('manim' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("False\n"), done.stderr


def test_the_exit_status_reaches_the_shell() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scenes", "nonsense"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
