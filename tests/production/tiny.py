"""A tiny chapter to film, so that these tests depend on no story."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from manim import DOWN, Dot, Scene, Square

from scenes.kit import choices
from scenes.kit.timeline import BeatTime, Cue
from scenes.production import filming
from scenes.production.making import make_chapter
from scenes.production.outcome import Outcome
from scenes.production.progress import Report
from scenes.production.settings import Quality, Settings

TINY = Quality(96, 54, 10)
EXAMPLE = choices.EXAMPLES / "cocktails.toml"
TITLE = {"en": "Red & dot", "zh": "红与点"}


class Tiny(Scene):
    """Two beats: everything red, then a dot that moves."""

    script = SimpleNamespace(title=TITLE)
    fault: Exception | None = None

    def __init__(
        self, *, example: str, language: str, theme: str, captions: bool, renderer: Any
    ) -> None:
        super().__init__(renderer=renderer)
        self.timeline: list[BeatTime] = []

    def construct(self) -> None:
        self.next_section("all_red")
        self.add(Square(20, color="#FF0000", fill_opacity=1))
        self.wait(1.2)
        said = Cue(0.0, 1.2, {"en": "All red.", "zh": "全红。"})
        self.timeline.append(
            BeatTime("all_red", 0.0, 1.2, (said,), {"en": "Red", "zh": "红"}, None)
        )
        self.next_section("a_dot")
        if self.fault:
            raise self.fault
        dot = Dot(radius=1, color="#FFFFFF")
        self.play(dot.animate.shift(DOWN), run_time=0.5)
        self.wait(0.3)
        said = Cue(1.2, 2.0, {"en": "A dot moves, < 1 s.", "zh": "点在动。"})
        notes = {"en": "Say why.", "zh": "说说为什么。"}
        self.timeline.append(BeatTime("a_dot", 1.2, 2.0, (said,), None, notes))


def make(settings: Settings, **changes: Any) -> Outcome:
    """Make the tiny chapter under the name ``row_by_column``."""
    outcome = make_chapter(replace(settings, **changes), "row_by_column", lambda advance: None)
    assert outcome.problem is None, outcome.problem
    return outcome


def make_tiny(settings: Settings, name: str, report: Report) -> Outcome:
    """Make the tiny chapter, in whatever process this is."""
    filming.chapter_class = lambda name: Tiny
    return make_chapter(settings, name, report)


class Endless(Tiny):
    """A chapter that is never finished."""

    def construct(self) -> None:
        while True:
            self.play(Dot().animate.shift(DOWN))


def make_endless(settings: Settings, name: str, report: Report) -> Outcome:
    """Begin the endless chapter; as its frames cannot be counted, they are said to be known."""
    filming.chapter_class = lambda name: Endless
    filming.Shelf.remembered_frames = lambda shelf: 1
    return make_chapter(settings, name, report)
