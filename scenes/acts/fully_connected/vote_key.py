"""What the marks of a recipe mean: a square speaks for its class, a disc against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from manim import VGroup

from scenes.acts.fully_connected.recognition_geometry import CONTENT_LEFT, KEY_MIDDLE, LABELS_RIGHT
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import rectangle
from scenes.kit.ground.sizes import SMALL
from scenes.kit.ground.text import Label, cap_centred
from scenes.kit.ground.theme import Theme

TOP, STEP, MARK, GAP, APART = 440.0, 62.0, 26.0, 16.0, 52.0
NAMES = {1: "speaks_for", -1: "speaks_against"}  # by the sign of a weight


class VoteKey(VGroup):
    """Marks and their meanings: under each other at the left, or ``flat`` in one line.

    Of ``signs``, 1 has the mark of what speaks for a class, -1 that of what speaks against.
    """

    def __init__(
        self, theme: Theme, label: Callable[[str], str], signs: Iterable[int], *, flat: bool = False
    ) -> None:
        self.theme = theme
        texts = {sign: label(NAMES[sign]) for sign in signs}
        super().__init__(*(self._line(texts) if flat else self._stack(texts)))

    def _stack(self, texts: Mapping[int, str]) -> list[VGroup]:
        return [
            VGroup(
                self._label(text, LABELS_RIGHT - MARK - GAP, TOP + n * STEP, "right"),
                self._mark(sign, LABELS_RIGHT - MARK, TOP + n * STEP),
            )
            for n, (sign, text) in enumerate(texts.items())
        ]

    def _line(self, texts: Mapping[int, str]) -> list[VGroup]:
        pairs, x = [], CONTENT_LEFT
        for sign, text in texts.items():
            label = self._label(text, x + MARK + GAP, KEY_MIDDLE, "left")
            pairs.append(VGroup(label, self._mark(sign, x, KEY_MIDDLE)))
            x += MARK + GAP + lettering.width(text, SMALL) + APART
        return pairs

    def _label(self, text: str, x: float, middle: float, anchor: str) -> Label:
        baseline = cap_centred(middle, SMALL)
        return Label(text, SMALL, self.theme.ink, x=x, baseline=baseline, anchor=anchor)

    def _mark(self, sign: int, x: float, middle: float) -> VGroup:
        hue, radius = (self.theme.plus, 2.0) if sign > 0 else (self.theme.minus, MARK / 2)
        box = Box(x, middle - MARK / 2, MARK, MARK)
        return VGroup(rectangle(box, fill=hue, radius=radius))
