"""``show``: what a notebook gets, and what is said to a wrong name."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mathcore import ExampleError
from scenes import show
from scenes.kit.ground import frame
from scenes.kit.stage.choices import ChoiceError
from scenes.production.drawing import running
from scenes.production.notebook import showing
from scenes.production.planning import inputs, settings
from scenes.production.planning.settings import PROJECT
from scenes.production.workers.outcome import Outcome, Problem
from tests.production.tiny import TINY, Tiny

SCRIPT = """
title = { en = "T", zh = "题" }
all_red = { en = "a", zh = "甲" }
a_dot = { en = "b", zh = "乙" }
"""


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Film a tiny chapter, into an empty folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "row_by_column.toml").write_text(SCRIPT, encoding="utf-8")
    for name, place in {
        "PROJECT": tmp_path,
        "CACHE": tmp_path / "cache",
        "SCENES": tmp_path,
    }.items():
        monkeypatch.setattr(showing, name, place)
    monkeypatch.setattr(showing, "_made", {})
    monkeypatch.setitem(settings.QUALITIES, "m", TINY)
    monkeypatch.setattr(running, "chapter_class", lambda name: Tiny)
    return tmp_path


def inside(html: str, kind: str) -> list[bytes]:
    """The files that a piece of HTML holds."""
    return [base64.b64decode(data) for data in re.findall(f'data:{kind};base64,([^"]+)"', html)]


def test_a_chapter_with_its_still_and_its_captions_is_inside(at_home: Path) -> None:
    html = show("row_by_column")._repr_html_()
    folder = at_home / "out" / "cocktails" / "en-54p10-nocaptions"
    assert inside(html, "video/mp4") == [(folder / "row_by_column.mp4").read_bytes()]
    assert inside(html, "image/png") == [(folder / "row_by_column.png").read_bytes()]
    english, chinese = inside(html, "text/vtt")
    assert "A dot moves, &lt; 1 s." in english.decode()
    assert "点在动。" in chinese.decode()
    assert re.findall(r'srclang="([^"]+)" label="([^"]+)"', html) == [
        ("en", "English"),
        ("zh-CN", "中文"),
    ]
    assert re.search(r'aria-label="Red &amp; dot. All red. A dot moves, &lt; 1 s."', html)
    assert "controls" in html
    assert "max-width: 960px" in html
    assert (folder / "manifest.json").is_file()


def test_one_beat_in_another_look_and_language(at_home: Path) -> None:
    shown = show("row_by_column", "a_dot", example="smoothies", lang="zh", theme="paper", width=640)
    folder = at_home / "out" / "smoothies" / "zh-paper-54p10-nocaptions"
    assert shown.video == folder / "row_by_column" / "02-a_dot.mp4"
    assert shown.seconds == pytest.approx(0.8)
    assert [track.tag for track in shown.captions] == ["zh-CN", "en"]
    assert "max-width: 640px" in shown._repr_html_()


@pytest.mark.parametrize(
    ("captions", "folder", "default"),
    [
        ("beside", "en-54p10-nocaptions", 1),
        ("picture", "en-54p10", 0),
        ("off", "en-54p10-nocaptions", 0),
    ],
)
def test_captions_stand_beside_or_in_the_picture_or_wait(captions, folder, default) -> None:
    shown = show("row_by_column", captions=captions)
    assert shown.video.parent.name == folder
    html = shown._repr_html_()
    assert html.count("<track") == 2
    assert html.count(" default>") == default


def test_notebooks_ask_for_both_and_plain_python_is_told_the_file() -> None:
    shown = show("row_by_column")
    bundle = shown._repr_mimebundle_(include=None, exclude=None)
    assert bundle["text/html"] == shown._repr_html_()
    assert bundle["text/plain"] == "out/cocktails/en-54p10-nocaptions/row_by_column.mp4 (2.0 s)"
    assert repr(shown) == bundle["text/plain"]


def test_what_is_there_is_taken_and_what_was_edited_is_made_again(at_home, monkeypatch) -> None:
    example = at_home / "tea.toml"
    example.write_bytes((PROJECT / "assets" / "examples" / "cocktails.toml").read_bytes())
    show("row_by_column", example="tea.toml")
    calls = []
    film = showing._film
    monkeypatch.setattr(showing, "_film", lambda *given: calls.append(given) or film(*given))
    first = show("row_by_column", "a_dot", example="tea.toml")
    assert not calls
    first.video.unlink()
    assert show("row_by_column", "a_dot", example="tea.toml").video.is_file()
    assert len(calls) == 1
    example.write_text(example.read_text("utf-8") + "\n", encoding="utf-8")
    show("row_by_column", example="tea.toml")
    assert len(calls) == 2


def test_code_that_was_saved_since_it_was_loaded_is_said(at_home, monkeypatch) -> None:
    """A running Python keeps to what it has loaded: what it would show is of the old code."""
    show("row_by_column")
    monkeypatch.setitem(inputs._at_start, Path(frame.__file__), (0, 0, 0))
    with pytest.raises(
        showing.ShowError, match=r"kit/ground/frame.py: was saved.* restart the kernel"
    ):
        show("row_by_column")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (
            {"chapter": "row_by_colum"},
            ['unknown chapter "row_by_colum"; did you mean "row_by_column"?'],
        ),
        ({"beat": "a_dto"}, ['unknown beat "a_dto"; did you mean "a_dot"?', "all_red, a_dot"]),
        ({"example": "coktails"}, ['did you mean "cocktails"?', "smoothies"]),
        ({"lang": "cn"}, ['unknown language "cn"', "en, zh"]),
        ({"theme": "papr"}, ['did you mean "paper"?']),
        ({"layer": "digit"}, ['did you mean "digits"?']),
        ({"quality": "x"}, ['unknown quality "x"', "l, m, h, k"]),
        ({"captions": "on"}, ['"on"', "beside, picture, off"]),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones(at_home, wrong, words) -> None:
    with pytest.raises(ChoiceError) as caught:
        show(**{"chapter": "row_by_column", **wrong})
    assert all(word in str(caught.value) for word in words), caught.value
    assert not (at_home / "out").exists()


def test_a_beat_that_this_example_does_not_have_is_answered_as_well(at_home) -> None:
    (at_home / "row_by_column.toml").write_text(
        f'{SCRIPT}a_third = {{ en = "c", zh = "丙" }}\n', encoding="utf-8"
    )
    with pytest.raises(ChoiceError, match=r'unknown beat "a_third".* all_red, a_dot'):
        show("row_by_column", "a_third")


def test_an_example_with_faults_is_refused_with_all_of_them(at_home) -> None:
    (at_home / "tea.toml").write_text("name = 3\nmixtures = 3\n", encoding="utf-8")
    with pytest.raises(ExampleError, match="name is 3; write name"):
        show("row_by_column", example="tea.toml")
    assert not (at_home / "out").exists()


def test_a_chapter_that_fails_says_why(monkeypatch) -> None:
    failed = Outcome("row_by_column", problem=Problem("row_by_column: no such bottle"))
    monkeypatch.setattr(showing, "make_film", lambda *given: [failed])
    with pytest.raises(showing.ShowError, match="no such bottle"):
        show("row_by_column")


def test_the_story_alone_loads_neither_manim_nor_the_kitchen() -> None:
    """Fetching ``show`` does not load Manim either: only filming does."""
    look = "import sys, scenes; a = set(sys.modules); from scenes import show; b = set(sys.modules)"
    tell = "print('manim' in b, 'scenes.production' in a, show.__name__)"
    done = subprocess.run(
        [sys.executable, "-c", f"{look}; {tell}"],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split() == ["False", "False", "show"], done.stderr
