"""What the marks of a recipe mean: a square speaks for its class, a disc against it."""

from __future__ import annotations

from collections.abc import Callable

from manim import VGroup

from scenes.acts.fully_connected.recognition_geometry import CONTENT_LEFT, KEY_MIDDLE, LABELS_RIGHT
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme

TOP, STEP, MARK, GAP, APART = 440.0, 62.0, 26.0, 16.0, 52.0
NAMES = ("speaks_for", "speaks_against")


class VoteKey(VGroup):
    """Two marks and their meanings: under each other at the left, or ``flat`` in one line."""

    def __init__(self, theme: Theme, label: Callable[[str], str], *, flat: bool = False) -> None:
        self.theme = theme
        texts = [label(name) for name in NAMES]
        super().__init__(*(self._line(texts) if flat else self._stack(texts)))

    def _stack(self, texts: list[str]) -> list[VGroup]:
        return [
            VGroup(
                self._label(text, LABELS_RIGHT - MARK - GAP, TOP + n * STEP, "right"),
                self._mark(n, LABELS_RIGHT - MARK, TOP + n * STEP),
            )
            for n, text in enumerate(texts)
        ]

    def _line(self, texts: list[str]) -> list[VGroup]:
        pairs, x = [], CONTENT_LEFT
        for n, text in enumerate(texts):
            label = self._label(text, x + MARK + GAP, KEY_MIDDLE, "left")
            pairs.append(VGroup(label, self._mark(n, x, KEY_MIDDLE)))
            x += MARK + GAP + lettering.width(text, SMALL) + APART
        return pairs

    def _label(self, text: str, x: float, middle: float, anchor: str) -> Label:
        baseline = cap_centred(middle, SMALL)
        return Label(text, SMALL, self.theme.ink, x=x, baseline=baseline, anchor=anchor)

    def _mark(self, n: int, x: float, middle: float) -> VGroup:
        hue = (self.theme.plus, self.theme.minus)[n]
        box = Box(x, middle - MARK / 2, MARK, MARK)
        return VGroup(rectangle(box, fill=hue, radius=(2.0, MARK / 2)[n]))
