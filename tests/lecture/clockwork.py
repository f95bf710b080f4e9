"""Two chapters in which no two pictures are the same: a pale block goes one step every frame.

What a player shows can so be told to the frame, which in the film, where beats end at rest, it
cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import numpy as np
import pytest
from manim import LEFT, RIGHT, Rectangle, Scene, linear
from PIL import Image

from scenes.kit.ground.motion import animate
from scenes.kit.stage import choices
from scenes.kit.stage.timeline import BeatTime, Cue
from scenes.production.delivery.manifest import write_manifest
from scenes.production.drawing import running
from scenes.production.lecture.pack import Pack, plain, write_pack
from scenes.production.planning.settings import Quality, Settings
from scenes.production.workers.single_chapter import make_chapter

FPS = 10
SIZE = Quality(320, 180, FPS)
EXAMPLE = choices.EXAMPLES / "cocktails.toml"
STEP = 0.4  # of the block, in Manim's units a frame; the frame is some 14 of them wide
CHAPTERS = ("recipes_to_matrix", "row_by_column")  # the names they are filmed under
LENGTHS = {"rise": 6, "turn": 9, "fall": 12}  # frames of each beat
FIRST = {"rise": 0, "turn": 6, "fall": 15}
FRAMES = sum(LENGTHS.values())
SAID = {
    "rise": {"en": "The block rises.", "zh": "方块升起。"},
    "turn": {"en": "It turns, < 1 s.", "zh": "它转身，< 1 秒。"},
    "fall": {"en": "It falls & rests.", "zh": "它落下 & 停住。"},
}
NOTES = {"en": "Say why it turns.", "zh": "说说它为什么转身。"}


class Clockwork(Scene):
    """Three beats; the second has notes, the third no title of its own."""

    title: ClassVar = {"en": "Clockwork", "zh": "发条"}
    colour = "#F5ECDA"

    def __init__(self, *, example: Any, language: str, theme: str, captions: bool, renderer: Any):
        super().__init__(renderer=renderer)
        self.script = SimpleNamespace(title=self.title)
        self.timeline: list[BeatTime] = []

    def construct(self) -> None:
        block = Rectangle(width=0.5, height=8, fill_opacity=1, stroke_width=0, color=self.colour)
        block.shift(LEFT * 6.5)
        for name, frames in LENGTHS.items():
            self.next_section(name)
            start, end = FIRST[name] / FPS, (FIRST[name] + frames) / FPS
            move = animate(block, rate_func=linear, run_time=frames / FPS)
            self.play(move.shift(RIGHT * STEP * frames))
            title = None if name == "fall" else {"en": name.title(), "zh": SAID[name]["zh"][:2]}
            notes = NOTES if name == "turn" else None
            cue = Cue(start, end, SAID[name])
            self.timeline.append(BeatTime(name, start, end, (cue,), title, notes))


class Blue(Clockwork):
    """The same in another colour."""

    title: ClassVar = {"en": "Row meets clock", "zh": "行与钟相遇"}
    colour = "#4AA6F6"


SCENES = dict(zip(CHAPTERS, (Clockwork, Blue), strict=True))


@dataclass(frozen=True)
class Place:
    """Where the block stands in a picture: its left edge, as a share of the width."""

    edge: float

    @classmethod
    def of(cls, picture: Image.Image) -> Place:
        """Find it in the middle row, where nothing is written."""
        row = np.asarray(picture.convert("L"))[picture.height // 3]
        return cls(int(np.flatnonzero(row > 70)[0]) / picture.width)

    def frames_from(self, other: Place) -> float:
        """Return how many frames apart two pictures are."""
        return (self.edge - other.edge) / (STEP / (8 * 16 / 9))


def film(settings: Settings) -> None:
    """Film both chapters as the command does, with captions in the picture and without."""
    for look in (settings, plain(settings)):
        made = [make_chapter(look, name, lambda advance: None) for name in CHAPTERS]
        assert not [outcome.problem for outcome in made if outcome.problem]
        write_manifest(look, [each for outcome in made for each in outcome.delivered])


def make_pack(place: Path) -> tuple[Settings, Pack]:
    """Make a pack of both chapters in ``place``; afterwards chapters are again what they are."""
    settings = Settings(EXAMPLE, quality=SIZE, out=place / "out", cache=place / "cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "chapter_class", SCENES.__getitem__)
        film(settings)
    return settings, write_pack(settings, CHAPTERS, single=True)
