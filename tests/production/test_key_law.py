"""The same key is the same animation, under every wording: nothing else may be read off a key.

A line that is short is read at once, and no picture is held for it; one that is long is held.  So
under another wording a beat has other plays, and every play that is still there has its key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from scenes.kit.stage import choices
from scenes.kit.stage.caption import Caption
from scenes.kit.stage.script import LINE_LENGTH, Beat, Script
from scenes.production.drawing import running
from scenes.production.drawing.canvas import _key, display_list
from scenes.production.drawing.renderer import RecordingRenderer
from scenes.production.planning.settings import Quality, Settings
from tests.convolution_files import Sizes, written
from tests.kit.classifiers import strokes

SHORT = {"en": "So.", "zh": "好。"}
LONG = {"en": "word " * 15 + "end.", "zh": "这是一句很长的话" * 3 + "完。"}
SMALL = """
name = { en = "Two", zh = "二" }
ingredients = [
  { id = "tea", name = { en = "Tea", zh = "茶" } },
  { id = "milk", name = { en = "Milk", zh = "奶" } },
]
mixtures = [
  { name = { en = "Chai", zh = "奶茶" }, shares = { tea = "60%", milk = "40%" } },
  { name = { en = "White", zh = "白茶" }, shares = { tea = "30%", milk = "70%" } },
]
properties = [
  { name = { en = "Price", zh = "价格" }, values = { tea = 2, milk = 1 } },
  { name = { en = "Sugar", zh = "糖" }, values = { tea = 0, milk = 5 } },
]
"""
WINDOWS = Sizes((3, 3), (2, 2), stride=2, padding=1, stack=(3, 3), parts=(2, 2))


def small(folder: Path) -> tuple[Path, ...]:
    """Return layer files that tell every beat, in half the time."""
    windows = folder / "windows.toml"
    windows.write_text(written(WINDOWS), "utf-8")
    return windows, strokes(folder).path


Looks = dict[str, list[str]]


def digest(scene: Any) -> str:
    """What stands for everything in the picture but the caption."""
    found = hashlib.sha256()
    for thing in display_list(each for each in scene.mobjects if not isinstance(each, Caption)):
        for part in _key(thing):
            found.update(part if isinstance(part, bytes) else str(part).encode())
    return found.hexdigest()


class Looking(RecordingRenderer):
    """A renderer that draws nothing and looks three times at every play."""

    looks: Looks

    def _run_through(self, scene: Any) -> None:
        seen = self.looks.setdefault(self._recorded(scene).key, [])
        begin, update = digest(scene), scene.update_to_time
        middle: list[str] = []

        def halfway(moment: float) -> None:
            update(scene.duration / 2)
            middle.append(digest(scene))
            update(moment)

        scene.update_to_time = halfway
        super()._run_through(scene)
        del scene.update_to_time
        seen.append(f"{begin} {middle} {digest(scene)}")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Looks]:
    """Run through a chapter under another wording; return what was seen under each key."""
    load = Script.load.__func__  # type: ignore[attr-defined]

    def run(chapter: str, *wordings: dict[str, str], captions: bool = False) -> Looks:
        def loaded(cls: type[Script], path: Path) -> Script:
            script = load(cls, path)
            beats = {name: worded(beat, wordings) for name, beat in script.beats.items()}
            return replace(script, beats=beats)

        example = tmp_path / "small.toml"
        example.write_text(SMALL, "utf-8")
        settings = Settings(
            example,
            layers=small(tmp_path),
            captions=captions,
            quality=Quality(160, 90, 10),
            cache=Path(mkdtemp(dir=tmp_path)),
        )
        looks: Looks = {}
        here = type("Here", (Looking,), {"looks": looks})
        monkeypatch.setattr(Script, "load", classmethod(loaded))
        monkeypatch.setattr(running, "RecordingRenderer", here)
        running.plan_chapter(settings, chapter, lambda *_: None)
        return looks

    return run


def worded(beat: Beat, wordings: tuple[dict[str, str], ...]) -> Beat:
    """The beat with its lines in turn as the wordings are, and no length of its own."""
    count = len(beat.lines)
    return replace(beat, lines=tuple(wordings[n % len(wordings)] for n in range(count)), seconds=0)


def test_the_wordings_are_as_short_and_as_long_as_they_may_be() -> None:
    assert len(LONG["en"]) <= 2 * LINE_LENGTH["en"]
    assert len(LONG["zh"]) <= 2 * LINE_LENGTH["zh"]


@pytest.mark.parametrize("chapter", choices.all_chapters())
def test_the_same_key_is_the_same_animation(run: Callable[..., Looks], chapter: str) -> None:
    first, second = run(chapter, SHORT, LONG), run(chapter, LONG, SHORT)
    shared = first.keys() & second.keys()
    assert all(len(seen) == 1 for looks in (first, second) for seen in looks.values())
    assert [key for key in shared if first[key] != second[key]] == []
    moving = [key for key, (seen,) in first.items() if "[]" not in seen]
    assert set(moving) <= shared, "a motion has the same key under every wording"


def test_with_captions_a_motion_has_their_words_in_its_key(run: Callable[..., Looks]) -> None:
    first, second = (run("blank", each, captions=True) for each in (SHORT, LONG))
    moving = {key for key, (seen,) in first.items() if "[]" not in seen}
    assert moving
    assert not moving & second.keys()
