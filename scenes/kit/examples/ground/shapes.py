"""Strokes, areas, brackets and signs: what every noun is drawn from."""

from scenes.kit.ground.frame import Box
from scenes.kit.ground.motion import appear
from scenes.kit.ground.shapes import (
    SIGNS,
    Sign,
    area,
    bracket,
    brackets,
    dashed_rectangle,
    for_the_eye,
    path,
    rectangle,
)
from scenes.kit.ground.sizes import TOTAL
from scenes.kit.stage.chapter import Chapter


class Example(Chapter):
    def construct(self) -> None:
        theme, box = self.theme, Box(320, 220, 240, 160)
        ground = rectangle(Box(240, 180, 1440, 240), fill=theme.panel, radius=24)
        shapes = [
            for_the_eye(ground, "the ground of what stands on it"),
            rectangle(box, fill=theme.hue(1).text, radius=24),
            dashed_rectangle(box.moved(right=350), theme.muted, 3),
            brackets(box.moved(right=700), theme.ink),
            bracket(Box(280, 480, 60, 160), "left", theme.ink),
            area([(1380, 380), (1620, 380), (1500, 220)], theme.hue(2).text),
            path([(320, 560), (640, 480), (960, 560), (1280, 480), (1600, 560)], theme.focus, 6),
        ]
        signs = [Sign(sign, TOTAL, theme.ink, 400 + 220 * n, 740) for n, sign in enumerate(SIGNS)]
        self.beat("shown", appear(*shapes, *signs))
