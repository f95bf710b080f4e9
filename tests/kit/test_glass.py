from itertools import pairwise

import numpy as np
import pytest
from manim import AnimationGroup

from scenes.kit.bar.bottle import Bottle, ghost
from scenes.kit.bar.glass import Glass, SignedBars
from scenes.kit.bar.pose import Pose, poured_out
from scenes.kit.bar.pouring import (
    carry,
    fill_together,
    pour,
    pouring_pose,
    put_back,
)
from scenes.kit.bar.silhouettes import SILHOUETTES
from scenes.kit.bar.ticks import ticks
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import NIGHT, PAPER

HUES = [NIGHT.hue(n) for n in range(1, 9)]
CUBA_LIBRE = list(zip(HUES, (0.2, 0.45, 0.1, 0.25), strict=False))
BOX = Box(620, 480, 200, 434)
names = pytest.mark.parametrize("name", SILHOUETTES)


def bottle(name: str = "square", **kwargs: float) -> Bottle:
    placed = {"height": 250.0, "x": 1200.0, "floor": 420.0, **kwargs}
    return Bottle(NIGHT, NIGHT.hue(1), name, **placed)


def test_glass_stands_in_its_box() -> None:
    box = Glass(NIGHT, BOX).box
    assert (box.x, box.y) == pytest.approx((BOX.x, BOX.y))
    assert (box.width, box.height) == pytest.approx((BOX.width, BOX.height))


def test_layer_heights_are_shares() -> None:
    glass = Glass(NIGHT, BOX, layers=CUBA_LIBRE)
    heights = np.array([glass.layer_box(k).height for k in range(4)])
    np.testing.assert_allclose(heights / heights.sum(), [0.2, 0.45, 0.1, 0.25])


def test_layers_are_stacked_without_gaps_up_to_the_full_line() -> None:
    glass = Glass(NIGHT, BOX, layers=CUBA_LIBRE)
    boxes = [glass.layer_box(k) for k in range(4)]
    assert boxes[0].bottom == pytest.approx(glass.interior.bottom)
    for lower, upper in pairwise(boxes):
        assert upper.bottom == pytest.approx(lower.y)
    assert boxes[-1].y == pytest.approx(glass.level) == pytest.approx(glass.row_of(1))


def test_a_glass_with_another_scale() -> None:
    glass = Glass(NIGHT, BOX, full=30, layers=[(HUES[0], 8), (HUES[1], 9)])
    assert glass.level == pytest.approx(glass.row_of(17))
    assert glass.row_of(30) - BOX.y == pytest.approx(0.08 * BOX.height)


def test_a_glass_fits_another_box_and_keeps_its_layers() -> None:
    glass = Glass(NIGHT, BOX, layers=CUBA_LIBRE).fit(Box(100, 100, 60, 110))
    assert glass.box.height == pytest.approx(110)
    assert glass.layer_box(3).y == pytest.approx(glass.row_of(1))


def test_a_moved_glass_knows_where_it_is() -> None:
    glass = Glass(NIGHT, BOX, layers=CUBA_LIBRE)
    glass.shift((1, 0, 0))
    assert glass.box.x == pytest.approx(BOX.x + 135)
    assert glass.layer_box(0).x == pytest.approx(glass.interior.x)


def test_an_absent_ingredient_is_an_empty_layer() -> None:
    glass = Glass(NIGHT, BOX, layers=[(HUES[0], 0), (HUES[1], 1)])
    assert glass.layer_box(0).height == 0
    assert len(glass.stack) == 2


def test_signed_bars_stand_on_either_side_of_zero() -> None:
    bars = SignedBars(NIGHT, BOX, entries=[(HUES[0], 0.7), (HUES[1], -0.3)])
    up, down = bars.layer_box(0), bars.layer_box(1)
    assert up.bottom == pytest.approx(bars.row_of(0)) == pytest.approx(down.y)
    assert up.height / down.height == pytest.approx(0.7 / 0.3)
    assert up.right < down.x


def test_a_waterfall_goes_on_where_the_last_bar_ended() -> None:
    entries = [(HUES[0], 0.7), (HUES[1], -0.3), (HUES[2], 0.2)]
    bars = SignedBars(NIGHT, BOX, entries=entries, waterfall=True)
    assert bars.layer_box(1).y == pytest.approx(bars.row_of(0.7))
    assert bars.layer_box(2).bottom == pytest.approx(bars.row_of(0.4))
    assert bars.level == pytest.approx(bars.row_of(0.6))


@pytest.mark.parametrize(
    ("maximum", "expected"),
    [(30, (0, 10, 20, 30)), (17, (0, 5, 10, 15, 20)), (1, (0, 0.25, 0.5, 0.75, 1))],
)
def test_ticks_are_round(maximum: float, expected: tuple[float, ...]) -> None:
    assert ticks(maximum) == expected


@pytest.mark.parametrize("maximum", [0.003, 0.7, 2.4, 6, 9.99, 10, 10.01, 45, 80, 123, 999])
def test_ticks_reach_the_maximum(maximum: float) -> None:
    marks = ticks(maximum)
    assert len(marks) in (4, 5)
    assert marks[0] == 0
    assert marks[-2] < maximum <= marks[-1]


def test_a_scale_needs_something_to_measure() -> None:
    with pytest.raises(ValueError, match="above 0, not 0"):
        ticks(0)


@names
def test_a_bottle_reads_its_pose_from_its_picture(name: str) -> None:
    pose = bottle(name).pose(tilt=113.0, x=700.0).stance
    assert (pose.x, pose.floor) == pytest.approx((700, 420))
    assert (pose.height, pose.tilt) == pytest.approx((250, 113))


@names
def test_bottles_of_one_silhouette_have_the_same_parts(name: str) -> None:
    large, small = bottle(name), bottle(name, height=60.0, fill=0.3).dimmed()
    assert len(large.get_family()) == len(small.get_family())


def test_a_dimmed_bottle_is_a_copy() -> None:
    alive = bottle()
    assert not alive.dimmed().alive
    assert alive.alive


def test_a_ghost_has_the_size_of_its_bottle() -> None:
    box, absent = bottle(), ghost(PAPER, "square", 250.0, 1200.0, 420.0)
    assert absent[0].width == pytest.approx(box.air.width)


def finish(animation: AnimationGroup, alpha: float = 1.0) -> None:
    animation.begin()
    animation.interpolate(alpha)
    if alpha == 1.0:
        animation.finish()


@names
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_bottle_pours_from_above_the_glass_and_stays_in_frame(name: str, side: str) -> None:
    glass, carried = Glass(NIGHT, BOX), bottle(name, height=SILHOUETTES[name].height)
    finish(carry(carried, pouring_pose(carried, glass, side=side)))
    x, y = carried.mouth
    assert BOX.x < x < BOX.right
    assert y < BOX.y
    corners = carried.outline.points / 8 * 1080
    assert corners[:, 1].max() < 540 - 60
    assert np.abs(corners[:, 0]).max() < 960


@names
def test_what_the_glass_gains_the_bottle_loses(name: str) -> None:
    glass, carried = Glass(NIGHT, BOX, layers=CUBA_LIBRE[:1]), bottle(name)
    spout = carried.mouth
    finish(pour(carried, glass, 1, 0.45))
    assert [share for _, share in glass.layers] == [0.2, 0.45]
    assert carried.fill == pytest.approx(poured_out(0.92, 0.45))
    assert carried.fill < 0.92
    assert carried.mouth == pytest.approx(spout)


def test_a_layer_rises_linearly() -> None:
    glass = Glass(NIGHT, BOX)
    finish(pour(bottle(), glass, 0, 0.4), alpha=0.5)
    assert glass.layers[0][1] == pytest.approx(0.2)


def test_an_ingredient_that_is_left_out_keeps_its_place() -> None:
    glass = Glass(NIGHT, BOX)
    finish(pour(bottle(), glass, 2, 0.4))
    assert [share for _, share in glass.layers] == [0, 0, 0.4]


def test_a_bottle_returns_to_its_place() -> None:
    carried = bottle()
    finish(carry(carried, Pose(700, 300, 250, 115)))
    finish(put_back(carried))
    assert (carried.stance.x, carried.stance.floor) == pytest.approx((1200, 420))
    assert carried.stance.tilt == pytest.approx(0)


def test_glasses_fill_together() -> None:
    glasses = [Glass(NIGHT, BOX), Glass(NIGHT, BOX)]
    finish(fill_together(glasses, 0, HUES[0], [0.6, 0.3]))
    assert [glass.layers[0][1] for glass in glasses] == [0.6, 0.3]


def test_a_bottle_never_runs_dry() -> None:
    left = 0.88
    for _ in range(20):
        left = poured_out(left, 1.0)
    assert left > 0.1
