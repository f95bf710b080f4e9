"""A chapter with many short plays, and a command line that films it: something to disturb."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from manim import LEFT, RIGHT, Dot, MathTypst

from scenes.kit.stage.timeline import BeatTime, Cue
from scenes.production.cache.files import sha256
from scenes.production.drawing import running
from scenes.production.planning.settings import Settings
from scenes.production.workers import tasks
from scenes.production.workers.scheduling import Stretch
from scenes.production.workers.tasks import Tell
from tests.production.tiny import Tiny

BEATS = 8
CHAPTERS = ("row_by_column", "convolution")
CALL = """
import functools, sys
from pathlib import Path
from scenes import __main__ as command_line
from scenes.production.commands import options, render
from tests.production.busy import BUSY_TASKS
if __name__ == "__main__":
    options.CACHE = Path("cache").absolute()
    render.make_film = functools.partial(render.make_film, tasks=BUSY_TASKS)
    command_line.listen()
    sys.exit(command_line.main(sys.argv[1:]))
"""


class Busy(Tiny):
    """A dot, whose colour is the example's, goes to and fro below a formula."""

    def __init__(self, *, example: str, **options: Any) -> None:
        super().__init__(example=example, **options)
        self.colour = f"#{sha256(Path(example))[:6]}"

    def construct(self) -> None:
        dot, clock = Dot(radius=0.5, color=self.colour), 0.0
        self.add(dot)
        for number in range(BEATS):
            self.next_section(f"beat_{number}")
            self.add(MathTypst(f"x_{number} + y").shift(number * RIGHT / 2))
            self.play(dot.animate.shift(LEFT if number % 2 else RIGHT), run_time=1)
            self.wait(0.4)
            said = Cue(clock, clock + 1.4, {"en": f"Beat {number}.", "zh": f"第{number}拍。"})
            told = BeatTime(f"beat_{number}", clock, clock + 1.4, (said,), None, None)
            self.timeline.append(told)
            clock += 1.4


def plan_busy(settings: Settings, name: str, tell: Tell) -> Any:
    """Plan the busy chapter, in whatever process this is."""
    vars(running)["chapter_class"] = lambda name: Busy
    return tasks.plan_chapter(settings, name, tell)


def film_busy(settings: Settings, stretch: Stretch, tell: Tell) -> Any:
    """Draw some of the busy chapter."""
    vars(running)["chapter_class"] = lambda name: Busy
    return tasks.film_stretch(settings, stretch, tell)


BUSY_TASKS = tasks.Tasks(plan_busy, film_busy)


def write_call(folder: Path) -> Path:
    """Write the command line that films the busy chapter."""
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "call.py"
    script.write_text(CALL, encoding="utf-8")
    return script
