"""The palette under every sight, and the counting of flashes, with the arithmetic written out."""

from __future__ import annotations

import numpy as np
import pytest

from scenes.kit.ground.frame import HEIGHT, WIDTH
from scenes.kit.ground.theme import THEMES, Theme
from scenes.production.gate.flashes import densest, flashes
from scenes.production.gate.palette import SIGHTS, distances, seen
from scenes.production.gate.rules import (
    palette_distance,
)

FPS = 15


def test_distances_written_out():
    """Black and white are 100 apart in CAM02-UCS, in every kind of sight."""
    assert [pair.distance for pair in distances(("#000000", "#FFFFFF"))] == pytest.approx(
        [100] * len(SIGHTS), abs=0.1
    )
    assert not any(pair.distance for pair in distances(("#4AA6F6", "#4AA6F6")))


def test_sight_is_that_of_machado():
    """The published matrix for protanopia, applied to linear red: 0.152286, 0.114503, −0.003882."""
    red = seen(["#FF0000"], "protanopic")[0]
    linear = np.where(red <= 0.04045, red / 12.92, ((red + 0.055) / 1.055) ** 2.4)
    assert linear == pytest.approx([0.152286, 0.114503, 0], abs=1e-4)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("use", ["text", "fill"])
def test_all_hues_can_be_told_apart(theme: Theme, use):
    colours = tuple(getattr(hue, use) for hue in theme.hues)
    assert not list(palette_distance.too_near(use, colours))
    assert distances(colours)[0].distance >= palette_distance.LEAST


def test_hues_that_only_some_can_tell_apart_are_caught():
    """The liqueur and the cola of the first draft, without blue cones."""
    (what, name), *others = palette_distance.too_near("text", ("#F24A8D", "#EE7B30"))
    assert "8.9 apart in tritanopic sight" in what
    assert name == "k1/k2"
    assert not others


# ---- flashes ----

SIZE = (120, 213)


def blinking(hertz, wide, high, *, seconds=3, dark=(0, 0, 0), light=(255, 255, 255), x=60, y=30):
    """Frames in which a rectangle of pixels of the full frame blinks."""
    down, across = (slice(a, a + round(b / WIDTH * SIZE[1])) for a, b in ((y, high), (x, wide)))
    for n in range(round(seconds * FPS * 2)):
        frame = np.full((*SIZE, 3), 16, np.uint8)
        frame[down, across] = light if int(n / (2 * FPS) * hertz * 2) % 2 else dark
        yield frame, 1


def flashes_of(*args, **kwargs):
    return list(flashes(blinking(*args, **kwargs), 2 * FPS))


FIFTH = (480, 216)  # pixels: 5 % of the frame, 45 % of a window


def test_a_blinking_twentieth_of_the_frame_is_caught():
    assert FIFTH[0] * FIFTH[1] == 0.05 * WIDTH * HEIGHT
    (first, *_) = flashes_of(4, *FIFTH)
    assert first.kind == "general"
    assert first.share == pytest.approx(0.45, abs=0.02)
    assert first.frame < 1.1 * 2 * FPS, "within the first second"


def test_three_flashes_a_second_are_allowed():
    assert not flashes_of(2, *FIFTH)
    assert not flashes_of(3, *FIFTH)


def test_small_blinking_is_allowed():
    assert not flashes_of(4, 192, 108), "1 % of the frame"


def test_a_quarter_of_the_window_is_the_limit():
    assert not flashes_of(4, 320, 170)
    assert flashes_of(4, 330, 190)


def test_faint_blinking_is_allowed():
    assert not flashes_of(4, *FIFTH, dark=(100, 100, 100), light=(120, 120, 120))
    assert flashes_of(4, *FIFTH, dark=(100, 100, 100), light=(150, 150, 150))


def test_blinking_between_light_shades_is_allowed():
    assert not flashes_of(4, *FIFTH, dark=(240, 240, 240), light=(255, 255, 255))


def test_red_blinking_is_caught_though_it_is_dark():
    (first, *_) = flashes_of(4, *FIFTH, light=(150, 0, 0))
    assert first.kind == "red"


def test_one_change_is_no_flash():
    frames = [(np.full((*SIZE, 3), shade, np.uint8), 15) for shade in (0, 255, 255)]
    assert not list(flashes(frames, FPS))


def test_held_frames_take_their_time():
    """The same changes, slower: held for a third of a second each."""
    shades = (0, 255) * 6
    frames = [(np.full((*SIZE, 3), shade, np.uint8), 5) for shade in shades]
    assert not list(flashes(frames, FPS))
    assert list(flashes([(frame, 1) for frame, _ in frames], FPS))


def test_the_densest_window_is_found():
    mask = np.zeros(SIZE, bool)
    mask[80:, 150:] = True
    share, box = densest(mask)
    assert share > 0.8
    assert box.x > 1200
    assert box.y > 600
