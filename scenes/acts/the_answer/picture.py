"""One picture of a product: what we have, what we make of it, and a line for each weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from manim import (
    Animation,
    AnimationGroup,
    Create,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    TransformFromCopy,
    VGroup,
    VMobject,
)

from scenes.acts.the_answer.costumes import Costume
from scenes.acts.the_answer.picture_geometry import picture_place
from scenes.kit.ground.frame import Box
from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.shapes import for_the_eye, rectangle
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.network.edge import Edge
from scenes.kit.stage.motions import Motions

RADIUS = 18.0
GROUND, LINES, FRONT = -4, -2, 8  # how far behind the things; how far in front of all others
DRAW, APART = 0.8, 0.5  # seconds for the lines of a recipe; of that, until those of the next
CHANGE = 0.6  # of the way to another place: how long a change of costume takes


class Picture(VGroup):
    """What we ``have``, what we ``make``, and ``webs[j]``, the lines of recipe j, on a ``ground``.

    Parameters
    ----------
    box : Box
        Pixels.
    costume : Costume
        What the things are drawn as.
    weights : (K, n) array
        One for each line.
    hues : sequence of (K,) Hue
        One for each thing that we have.
    """

    def __init__(
        self, theme: Theme, box: Box, costume: Costume, weights: np.ndarray, hues: Sequence[Hue]
    ) -> None:
        self.theme, self.costume, self.weights, self.hues = theme, costume, weights, list(hues)
        self.place = picture_place(box, *weights.shape)
        most = max(abs(float(weight)) for weight in weights.flat) or 1.0
        self.ground = rectangle(box, fill=theme.panel, radius=RADIUS).set_z_index(GROUND)
        for_the_eye(self.ground, "the ground of a picture")
        self.have = VGroup(*(costume.have(k, room) for k, room in enumerate(self.place.have)))
        self.make = VGroup(*(costume.make(j, room) for j, room in enumerate(self.place.make)))
        self.webs = [
            GroupOf(*(self._line(k, j, most) for k in range(len(weights)) if weights[k, j]))
            for j in range(weights.shape[1])
        ]
        super().__init__(self.ground, *self.webs, self.have, self.make)

    def elsewhere(self, box: Box, costume: Costume | None = None) -> Picture:
        """Return the picture at another place, or in another costume."""
        return Picture(self.theme, box, costume or self.costume, self.weights, self.hues)

    def as_icon(self) -> Picture:
        """Stand for the picture that is large elsewhere, in front of whatever else is there."""
        for part in self.get_family():
            part.set_z_index(part.z_index + FRONT, family=False)
            for_the_eye(cast(VMobject, part), "a small likeness of the picture that stands beside")
        return self

    def go_to(self, other: Picture, run_time: float = TRAVEL) -> Animation:
        """Let it go to another place, all of it."""
        return AnimationGroup(
            *(
                ReplacementTransform(old, new, run_time=run_time)
                for old, new in zip(self.submobjects, other.submobjects, strict=True)
            )
        )

    def bring_forth(self, other: Picture, name: VMobject, pace: float) -> Motions:
        """Let another picture grow out of it: a likeness of it goes there, and changes costume.

        With that it gets its ``name``.  One that asks has no lines until it draws them.
        """
        likeness, asks = self.elsewhere(other.place.box), other.costume.asks
        webs = likeness.webs if asks else other.webs
        there = VGroup(other.ground, *webs, likeness.have, likeness.make)
        yield AnimationGroup(
            *(
                TransformFromCopy(old, new, run_time=pace)
                for old, new in zip(self.submobjects, there, strict=True)
            )
        )
        gone = [likeness.have, likeness.make, *(webs if asks else ())]
        yield AnimationGroup(
            FadeOut(*gone, run_time=CHANGE * pace),
            FadeIn(other.have, other.make, name, run_time=CHANGE * pace),
        )

    def mix(self, *others: Picture, speed: float = 1.0) -> Animation:
        """Draw the lines, recipe after recipe, in ``others`` at the same time."""
        pictures, count = (self, *others), len(self.webs)
        return AnimationGroup(
            *(
                AnimationGroup(
                    *(
                        Create(picture.webs[j], lag_ratio=0.0, run_time=DRAW / speed)
                        for picture in pictures
                    )
                )
                for j in range(count)
            ),
            lag_ratio=min(APART, 2 * APART / max(1, count - 1)),  # many are not drawn for longer
        )

    def run_together(self, into: tuple[float, float, float], run_time: float) -> Animation:
        """Let all of it vanish in a point."""
        parts = VGroup(*self.submobjects)
        return FadeOut(parts, target_position=into, scale=0.5, run_time=run_time)

    def _line(self, k: int, j: int, most: float) -> Edge:
        start, end = self.place.ends(k, j)
        ends = (end, start) if self.costume.asks else (start, end)
        weight, scale = float(self.weights[k, j]), self.place.scale
        line = Edge(self.theme, self.hues[k], ends, weight, most, scale=scale)
        line.set_z_index(LINES)
        return for_the_eye(line, "one of many lines that cross: where they begin tells them apart")
