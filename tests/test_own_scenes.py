"""A scene of one's own: by subclass, by environment, with plain Manim."""

import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from manim import tempconfig

from scenes.blank import Blank
from scenes.kit.ground.theme import NIGHT, PAPER
from scenes.kit.stage.choices import ChoiceError
from scenes.row_by_column import RowByColumn
from tests.rehearsal import EXTREMES, rehearse

ROOT = Path(__file__).parents[1]
SMALLEST = EXTREMES / "smallest.toml"

MY_TEA = f"""
from scenes.row_by_column import RowByColumn

class MyTea(RowByColumn):
    example = {str(SMALLEST)!r}
"""


@pytest.fixture
def my_tea(tmp_path, monkeypatch):
    """A file of someone's own, anywhere, with three lines in it, read as Manim reads it."""
    path = tmp_path / "my_tea.py"
    path.write_text(MY_TEA, encoding="utf-8")
    spec = spec_from_file_location("my_tea", path)
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "my_tea", module)
    spec.loader.exec_module(module)
    return module.MyTea


@pytest.fixture
def no_output(tmp_path):
    """A scene that is only looked at makes no files."""
    with tempconfig({"dry_run": True, "media_dir": str(tmp_path)}):
        yield


def test_a_subclass_is_a_new_scene(my_tea, tmp_path):
    scene = rehearse(my_tea, tmp_path)
    assert scene.book.path == SMALLEST
    assert scene.script.path.name == "row_by_column.toml", "its words are inherited"
    assert "the_rule" in scene.sections


def test_a_subclass_may_bring_its_own_words(my_tea, tmp_path, no_output):
    inherited = Path(RowByColumn.script_path()).read_text(encoding="utf-8")
    own = tmp_path / "my_tea.toml"
    own.write_text(inherited.replace("Row meets column", "Row meets tea"), encoding="utf-8")
    assert my_tea().script.title["en"] == "Row meets tea"


def test_the_environment_chooses(no_output, monkeypatch):
    for name, choice in {"EXAMPLE": "smoothies", "LANG": "zh", "THEME": "paper"}.items():
        monkeypatch.setenv(f"SCENE_{name}", choice)
    scene = Blank()
    assert (scene.book.path.stem, scene.lang, scene.theme) == ("smoothies", "zh", PAPER)


def test_nobody_chooses(no_output, monkeypatch):
    for name in ("EXAMPLE", "LANG", "THEME", "CAPTIONS"):
        monkeypatch.delenv(f"SCENE_{name}", raising=False)
    scene = Blank()
    assert (scene.book.path.stem, scene.lang, scene.theme) == ("cocktails", "en", NIGHT)
    assert scene.captions


def test_the_caller_goes_before_the_class_and_the_class_before_the_environment(
    no_output, monkeypatch
):
    class Fixed(Blank):
        example, language, theme_name = "paint", "zh", "paper"

    for name, choice in {"EXAMPLE": "smoothies", "LANG": "en", "THEME": "night"}.items():
        monkeypatch.setenv(f"SCENE_{name}", choice)
    by_class, by_caller = Fixed(), Fixed(example="grades", language="en", theme="night")
    assert (by_class.book.path.stem, by_class.lang, by_class.theme) == ("paint", "zh", PAPER)
    assert (by_caller.book.path.stem, by_caller.lang, by_caller.theme) == ("grades", "en", NIGHT)


@pytest.mark.parametrize(
    ("variable", "valid"), [("EXAMPLE", "cocktails"), ("LANG", "zh"), ("THEME", "paper")]
)
def test_an_unknown_choice_is_answered_with_the_valid_ones(variable, valid, no_output, monkeypatch):
    monkeypatch.setenv(f"SCENE_{variable}", f"{valid}x")
    with pytest.raises(ChoiceError, match=f'"{valid}x"; did you mean "{valid}"'):
        Blank()


def test_captions_can_be_left_to_others(no_output, monkeypatch):
    monkeypatch.setenv("SCENE_CAPTIONS", "off")
    assert not Blank().captions
    assert Blank(captions=True).captions


def test_plain_manim_renders_a_chapter(tmp_path):
    """The one slow test here: the command of the README, drawing every frame, but small ones."""
    manim = Path(sys.executable).with_name("manim")
    small = [
        "-ql",
        "--dry_run",
        "--resolution",
        "96,54",
        "--fps",
        "5",
        "--media_dir",
        str(tmp_path),
    ]
    done = subprocess.run(
        [manim, "render", *small, "scenes/row_by_column.py", "RowByColumn"],
        cwd=ROOT,
        env={**os.environ, "SCENE_EXAMPLE": str(SMALLEST), "SCENE_LANG": "zh"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Rendered RowByColumn" in done.stdout
