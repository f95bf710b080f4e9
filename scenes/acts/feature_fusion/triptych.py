"""The triptych: a bar, a layer of a network and a convolution, drawn as one picture three times."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VGroup, VMobject

from scenes.acts.feature_fusion.triptych_geometry import PanelPlace
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import for_the_eye, path, rectangle
from scenes.kit.ground.sizes import LABEL
from scenes.kit.ground.text import Label
from scenes.kit.ground.theme import Hue, Theme

THIN, THICK = 2.2, 13.0
NODE = 92.0
RADIUS = 18.0


class Panel(VGroup):
    """What we have above, what we make below, and a line for each weight between them."""

    def __init__(
        self,
        theme: Theme,
        place: PanelPlace,
        word: str,
        have: Sequence[VMobject],
        make: Sequence[VMobject],
        weights: np.ndarray,
        hues: Sequence[Hue],
    ) -> None:
        self.theme, self.place = theme, place
        self.have, self.make = list(have), list(make)
        x, baseline = place.name
        self.ground = for_the_eye(
            rectangle(place.box, fill=theme.panel, radius=RADIUS), "the ground of a panel"
        )
        self.word = Label(word, LABEL, theme.ink, x=x, baseline=baseline, anchor="center")
        most = max(abs(float(weight)) for weight in weights.flat) or 1.0
        self.webs = [
            VGroup(
                *(
                    self._line(k, j, abs(float(weights[k, j])) / most, hues[k])
                    for k in range(len(weights))
                    if weights[k, j]
                )
            )
            for j in range(weights.shape[1])
        ]
        self.ground.set_z_index(-4)
        for web in self.webs:
            web.set_z_index(-2)
        super().__init__(self.ground, self.word, *self.webs, *have, *make)

    def _line(self, k: int, j: int, share: float, hue: Hue) -> VMobject:
        line = path(self.place.ends(k, j), hue.text, THIN + (THICK - THIN) * share)
        return for_the_eye(line, "one of many lines that cross: where they begin tells them apart")


def node(theme: Theme, box: Box, hue: Hue | None = None) -> VMobject:
    """Return a node of a network: in the hue of its input, or an output."""
    fill, edge = (hue.fill, hue.text) if hue else (theme.background, theme.ink)
    return rectangle(box, fill=fill, edge=edge, edge_width=4, radius=box.width / 2)
