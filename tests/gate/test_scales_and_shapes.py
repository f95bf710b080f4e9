"""Scales, levels and counts of rows: what stands beside a picture agrees with the picture."""

from __future__ import annotations

import pytest
from manim import VGroup

from scenes.kit.ground.frame import to_pixels
from scenes.kit.ground.shapes import path
from scenes.kit.stage.claims import Claim
from tests.gate.shown import INK, broken_rules, factors, number, showing

__all__ = ["broken_rules"]


def marks(*rows, values=(0, 10, 20)):
    """Return marks of the scale of the first row, on these baselines."""
    claims = [Claim("scale", (0, n)) for n in range(len(rows))]
    return [number(v, c, baseline=row) for v, c, row in zip(values, claims, rows, strict=True)]


@pytest.mark.parametrize(
    ("shown", "broken"),
    [
        (marks(700, 600, 500), set()),
        (marks(700, 600, 550), {"scale_in_proportion"}),
        (marks(500, 600, 700), {"scale_in_proportion"}),
        (marks(700, 600, 500, values=(0, 5, 10)), {"numeral_is_true"}),
        ([number(40, Claim("scale", (0, 4)))], {"numeral_is_true"}),  # it ends at 30
        ([number(5, Claim("scale"))], {"numeral_is_true"}),
    ],
    ids=["right", "uneven", "upside down", "too fine", "beyond its end", "of no scale"],
)
def test_a_scale_has_the_marks_of_its_range_in_proportion(broken_rules, shown, broken):
    assert broken_rules(showing(*shown)) == broken


@pytest.mark.parametrize(("off", "broken"), [(0, set()), (30, {"scale_in_proportion"})])
def test_a_level_stands_at_its_number(broken_rules, off, broken):
    """The scale runs from 0 at row 700 to 20 at row 500: 17 is at 700 - 17 × 10 = 530."""
    scale = Bars(*marks(700, 600, 500))
    middle = scale[0].get_center()[1]
    row = to_pixels(0, middle)[1] - 170 - off
    level = path([(700, row), (900, row)], INK, 4)
    shown = Bars(scale, level, number(17, Claim("partial", (0, 0, 3)), x=1000.0))
    assert broken_rules(showing(*factors(), shown)) == broken


class Bars(VGroup):
    """A scale, or a chart that holds one."""


@pytest.mark.parametrize(("rows", "broken"), [(1, set()), (2, {"shape_as_shown"})])
def test_as_many_rows_are_told_as_stand_there(broken_rules, rows, broken):
    told = number(rows, Claim("rows", (rows,)))
    assert broken_rules(showing(*factors(), told)) == broken
