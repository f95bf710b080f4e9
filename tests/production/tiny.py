"""A tiny chapter to film, so that these tests depend on no story."""

from __future__ import annotations

import time
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from manim import DOWN, Dot, Scene, Square

from scenes.kit.stage import choices
from scenes.kit.stage.timeline import BeatTime, Cue
from scenes.production.drawing import running
from scenes.production.planning.plan import Play
from scenes.production.planning.settings import Quality, Settings
from scenes.production.workers import tasks
from scenes.production.workers.outcome import Outcome
from scenes.production.workers.scheduling import Stretch
from scenes.production.workers.single_chapter import make_chapter
from scenes.production.workers.tasks import Tell

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


def plan_tiny(settings: Settings, name: str, tell: Tell) -> Any:
    """Plan the tiny chapter, in whatever process this is."""
    vars(running)["chapter_class"] = lambda name: Tiny
    return tasks.plan_chapter(settings, name, tell)


def film_tiny(settings: Settings, stretch: Stretch, tell: Tell) -> Any:
    """Draw some of the tiny chapter."""
    vars(running)["chapter_class"] = lambda name: Tiny
    return tasks.film_stretch(settings, stretch, tell)


TINY_TASKS = tasks.Tasks(plan_tiny, film_tiny)


def film_slowly(settings: Settings, stretch: Stretch, tell: Tell) -> Any:
    """Draw some of the tiny chapter, after a while."""
    time.sleep(2)
    return film_tiny(settings, stretch, tell)


SLOW_TASKS = tasks.Tasks(plan_tiny, film_slowly)


class Endless(Tiny):
    """A chapter that is never finished."""

    def construct(self) -> None:
        while True:
            self.play(Dot().animate.shift(DOWN))


def film_endlessly(settings: Settings, stretch: Stretch, tell: Tell) -> Any:
    """Draw the endless chapter: the plan was of the tiny one."""
    vars(running)["chapter_class"] = lambda name: Endless
    unseen = Play("unseen", 1, still=False, ending=False)
    return tasks.film_stretch(
        settings, replace(stretch, plays=dict.fromkeys(range(10**6), unseen)), tell
    )


ENDLESS_TASKS = tasks.Tasks(plan_tiny, film_endlessly)
