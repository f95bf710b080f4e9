"""Nouns of recognition: pixels, recipes, a waterfall and shares, each drawn as its numbers are."""

from fractions import Fraction

import pytest
from manim import VGroup

from scenes.kit.ground.frame import Box
from scenes.kit.ground.text import Number
from scenes.kit.ground.theme import NIGHT, mix
from scenes.kit.images.pixel_geometry import picture_place, strip_place
from scenes.kit.images.pixel_grid import PixelGrid
from scenes.kit.network.softmax_bars import Grow, SoftmaxBars
from scenes.kit.network.softmax_bars_geometry import shares_place
from scenes.kit.network.weight_picture import FULL, WeightPicture
from scenes.kit.stage.claims import Claim
from scenes.kit.sums.running_curve import RunningCurve
from scenes.kit.sums.waterfall import Cascade, Waterfall
from scenes.kit.sums.waterfall_geometry import waterfall_place
from tests.rehearsal import pixel_box

SQUARE = Box(100, 100, 80, 80)
SUMS = [2.0, 1.0, 1.0, 4.0]


def waterfall(total=None):
    slots = [(100 + 20 * k, 18) for k in range(4)]
    place = waterfall_place(SQUARE, slots, SUMS, (0, 4))
    sums = [Fraction(each) for each in SUMS]
    claims = [Claim("partial", (0, 0, k), "scores") for k in range(4)]
    return Waterfall(NIGHT, place, sums=sums, claims=claims, total=total)


def test_a_pixel_is_as_bright_as_its_level():
    grid = PixelGrid(NIGHT, picture_place(SQUARE, 1, 2), [0, 0.5])
    fills = [pixel.get_fill_color().to_hex().upper() for pixel in grid.pixels]
    assert fills == [NIGHT.panel.upper(), mix(NIGHT.panel, NIGHT.ink, 0.5).upper()]


def test_unrolled_pixels_arrive_in_their_order():
    grid = PixelGrid(NIGHT, picture_place(SQUARE, 2, 2), [0, 0.3, 0.6, 1])
    strip = strip_place(Box(0, 500, 400, 30), 2, 2)
    row, motion = grid.unroll(strip, 2, run_time=2)
    assert isinstance(row, VGroup)
    motion.begin()
    motion.interpolate(1)
    motion.finish()
    for pixel, box in zip(row, strip.boxes, strict=True):
        assert pixel_box(pixel).x == pytest.approx(box.x, abs=0.1)
    assert pixel_box(grid.pixels[0]).y < 200


def test_a_mark_is_as_large_as_its_weight_and_tells_its_sign():
    picture = WeightPicture(NIGHT, picture_place(SQUARE, 1, 3), [1, -0.25, 0])
    side = picture.place.boxes[0].width
    plus, minus, none = picture.marks
    assert pixel_box(plus).width == pytest.approx(FULL * side, abs=0.1)
    assert pixel_box(minus).width == pytest.approx(FULL * side / 2, abs=0.1)
    assert none.get_fill_opacity() == 0
    colours = [mark.get_fill_color().to_hex().upper() for mark in (plus, minus)]
    assert colours == [NIGHT.plus.upper(), NIGHT.minus.upper()]


def test_a_subdued_recipe_is_for_the_eye_and_comes_back():
    picture = WeightPicture(NIGHT, picture_place(SQUARE, 1, 2), [1, -1])
    picture.to(picture.at(alive=False))
    assert all(mark.ornament for mark in picture.marks)
    picture.to(picture.at())
    assert not any(mark.ornament for mark in picture.marks)


def test_a_waterfall_shows_as_many_bars_as_have_come():
    fall = waterfall().show_bars(1.5)
    heights = [pixel_box(bar).height if bar.has_points() else 0 for bar in fall.bars]
    assert heights == pytest.approx([40, 10, 0, 0], abs=0.1)
    assert pixel_box(fall.bars[1]).y == pytest.approx(100 + 40, abs=0.1)


def test_the_total_reads_the_sum_so_far():
    total = Number(0, 50, NIGHT.focus)
    motion = Cascade(waterfall(total), 0, 4)
    motion.begin()
    read = []
    for share in (0.0, 0.3, 0.5, 1.0):
        motion.interpolate(share)
        read.append((total.text, total.claim and total.claim.at[-1]))
    assert read == [("0", None), ("2", 0), ("1", 1), ("4", 3)]


def test_a_curve_ends_at_the_last_sum():
    place = waterfall_place(SQUARE, [(100 + 20 * k, 20) for k in range(4)], SUMS, (0, 8))
    x, y = pixel_box(RunningCurve(NIGHT, place).end).centre
    assert (x, y) == pytest.approx((180, 140), abs=0.1)


def test_shares_are_as_high_as_their_part():
    place = shares_place(SQUARE, [120, 160], 20)
    claims = [Claim("entry", (n,), "percentages") for n in range(2)]
    printed = [Fraction(1, 4), Fraction(3, 4)]
    bars = SoftmaxBars(NIGHT, place, [0.25, 0.75], printed, claims, places=1, best=1)
    assert [percent.text for percent in bars.percents] == ["25.0%", "75.0%"]
    assert [pixel_box(bar).height for bar in bars.bars] == pytest.approx([20, 60], abs=0.1)
    motion = Grow(bars)
    motion.begin()
    motion.interpolate(0.5)
    assert [pixel_box(bar).height for bar in bars.bars] == pytest.approx([10, 30], abs=0.1)
