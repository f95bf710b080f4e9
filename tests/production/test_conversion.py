"""Converting what has changed gives the frame that converting everything gives."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from scenes.production.drawing.dirty_region import Damage, area
from scenes.production.encoding.colour import to_frame
from scenes.production.encoding.conversion import Converter

WIDTH, HEIGHT = 132, 100
places = st.tuples(
    st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1), st.integers(1, 60), st.integers(1, 60)
)


def noise(seed: int) -> np.ndarray:
    pixels = np.random.default_rng(seed).integers(0, 256, (HEIGHT, WIDTH, 4), np.uint8)
    pixels[..., 3] = 255
    return pixels


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(places, min_size=1, max_size=3), min_size=1, max_size=4))
def test_bands_are_converted_as_the_whole(changes: list[list[tuple[int, int, int, int]]]) -> None:
    converter, pixels = Converter(WIDTH, HEIGHT, "yuv420p"), noise(0)
    converter.frame(pixels, None)
    for seed, boxes in enumerate(changes, 1):
        damage, other = Damage(WIDTH, HEIGHT), noise(seed)
        for x, y, width, height in boxes:
            damage.add(area((x, y, x + width, y + height)))
        for left, top, right, bottom in damage.places():
            pixels[top:bottom, left:right] = other[top:bottom, left:right]
        frame, whole = converter.frame(pixels, damage), to_frame(pixels, "yuv420p")
        assert (frame.to_ndarray() == whole.to_ndarray()).all()
