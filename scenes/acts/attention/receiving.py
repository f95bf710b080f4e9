"""A numeral on its way to a cell, which appears around it."""

from __future__ import annotations

from manim import Animation, ReplacementTransform, VGroup

from scenes.kit.ground.motion import TRAVEL
from scenes.kit.ground.text import Number
from scenes.kit.product.cell import Cell


def receive(cell: Cell, number: Number, run_time: float = TRAVEL, arc: float = 0.0) -> Animation:
    """Let a copy of a numeral go to a cell, and be its entry there."""
    frame = cell.frame.copy().set_fill(opacity=0).set_stroke(opacity=0)
    source = VGroup(cell.halo.copy(), frame, number.copy())
    return ReplacementTransform(source, cell, path_arc=arc, run_time=run_time)
