"""Which part of a picture is taken, and how large it becomes."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mathcore.layer_file.framing import middle
from tests.drawn_pictures import saved
from tests.mathcore.test_pictures import framed, path

__all__ = ["path"]


def test_a_size_of_another_shape_takes_the_middle_and_says_so(path):
    stored = np.zeros((30, 40), np.uint8)
    stored[:, 5:35] = 90
    path.write_bytes(saved(Image.fromarray(stored), "PNG"))
    pixels, _, said = framed(path, size=[3, 3])
    assert pixels.tolist() == [[90] * 3] * 3
    assert said == [
        'x.toml: image: "drawn" is 40 × 30 pixels; 30 × 30 of them, from [5, 0] on, become 3 × 3, '
        "each the mean of what it covers"
    ]
    _, _, said = framed(path, size=[4, 3])
    assert said == [
        'x.toml: image: "drawn" is 40 × 30 pixels; they become 4 × 3, each the mean of what it '
        "covers"
    ]
    _, _, said = framed(path, crop=[0, 10, 4, 4])
    assert said == [
        'x.toml: image: "drawn" is 40 × 30 pixels; 4 × 4 of them, from [0, 10] on, stay'
    ]
    assert framed(path)[1:] == ([], [])


@given(*[st.integers(1, 60)] * 4)
def test_the_middle_is_the_largest_part_of_that_shape(wide, high, columns, rows):
    left, top, right, bottom = middle((7, 9, 7 + wide, 9 + high), (columns, rows))
    kept = right - left, bottom - top
    assert wide in kept[:1] or high in kept[1:]
    assert (left - 7, top - 9) == ((wide - kept[0]) // 2, (high - kept[1]) // 2)
    ideal = min(wide, Fraction(high * columns, rows)), min(high, Fraction(wide * rows, columns))
    whole = 2 * abs(wide * rows - high * columns) <= max(wide, high)
    assert whole or all(abs(kept[side] - ideal[side]) <= Fraction(1, 2) for side in (0, 1))
    assert not whole or kept == (wide, high)


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"size": [5, 2]}, "size is [5, 2], more than the 4 × 3 pixels that there are; write less"),
        ({"size": [2, 0]}, "size is [2, 0]; write width and height, at most 10,000 pixels in all"),
        ({"size": [2]}, "size is [2]; write width and height, at most"),
        ({"size": [2, True]}, "size is [2, true]; write width and height"),
        ({"size": [10**9, 10**9]}, "size is [1000000000, 1000000000]; write width and height"),
        ({"size": "2x2"}, 'size is "2x2"; write width and height, at most 10,000 pixels in all: s'),
        ({"size": [[]] * 9}, "size is a list; write width and height"),
        ({"crop": [1, 0, 4, 3]}, "crop is [1, 0, 4, 3]; write left, top, width and height, inside"),
        ({"crop": [0, 0, 0, 3]}, "crop is [0, 0, 0, 3]; write left, top, width and height, inside"),
        ({"crop": [0, -1, 2, 2]}, "crop is [0, -1, 2, 2]; write left, top, width and height"),
        (
            {"crop": 3},
            "crop is 3; write left, top, width and height, inside of 4 × 3 pixels: cr",
        ),
    ],
)
def test_sizes_and_crops_that_are_none(path, keys, fault):
    path.write_bytes(b"P5 4 3 255\n" + bytes(12))
    pixels, faults, _ = framed(path, **keys)
    assert pixels is None
    assert [each.removeprefix("x.toml: ")[: len(fault)] for each in faults] == [fault]
