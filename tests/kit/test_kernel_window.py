"""The window and its four lines."""

import numpy as np
import pytest

from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import NIGHT
from scenes.kit.images.kernel_window import KernelWindow, ends
from tests.rehearsal import pixel_box

WINDOW, CELL = Box(100, 100, 200, 200), Box(600, 150, 60, 60)


def test_four_lines_tie_corner_to_corner():
    assert ends(WINDOW, CELL) == [
        ((100, 100), (600, 150)),
        ((300, 100), (660, 150)),
        ((300, 300), (660, 210)),
        ((100, 300), (600, 210)),
    ]
    assert ends(WINDOW, None) == []


def test_the_outline_stands_around_the_window_and_above_the_lines():
    window = KernelWindow(NIGHT, WINDOW, CELL, outside=3)
    box = pixel_box(window.outline)
    assert (box.x, box.y, box.right, box.bottom) == pytest.approx((97, 97, 303, 303))
    assert len(window.ties) == 4
    assert all(tie.z_index < 0 < window.outline.z_index for tie in window.ties)


def test_it_slides_to_where_the_next_one_stands():
    before, after = (KernelWindow(NIGHT, WINDOW.moved(right=x), CELL) for x in (0, 70))
    motion = after.come(before, 1.0)
    motion.begin()
    motion.finish()
    assert np.allclose(before.outline.points, after.outline.points)
    loose = KernelWindow(NIGHT, WINDOW)
    assert [type(each).__name__ for each in loose.come(after, 1.0).animations] == [
        "ReplacementTransform",
        "FadeOut",
    ]
