"""One ingredient at a time: its column times its row is a part of every entry at once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from manim import Animation, AnimationGroup, FadeIn, FadeOut, VGroup, Wait

from scenes.kit.cell import Cell
from scenes.kit.claims import Claim
from scenes.kit.column_view import GLANCE, ColumnView
from scenes.kit.counting import Count, Counted
from scenes.kit.flow import Flow
from scenes.kit.light import Light, row_light
from scenes.kit.motion import SHORT, TRAVEL
from scenes.kit.stage import NEXT_LINE

FIRST, SECOND, SWEEP = 1.4, 0.8, 2.4  # seconds: the first rises, the second, all the others


class OneAtATime:
    """The result grows as a sum of sheets, each the column of an ingredient times its row."""

    def __init__(self, columns: ColumnView) -> None:
        self.columns, self.view, self.trace = columns, columns.view, columns.trace
        self.theme, self.hues, self.inner = columns.theme, columns.hues, columns.inner
        place = self.view.place
        self.lights = [
            VGroup(Light(self.theme, column_of(place.left, k)), row_light(self.theme, place, k))
            for k in range(self.inner)
        ]
