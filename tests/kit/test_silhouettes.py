import numpy as np
import pytest

from scenes.kit.bar.silhouettes import (
    SILHOUETTES,
    area,
    area_below,
    clip_below,
    half_width,
    height_beside,
    interior,
    level_for_volume,
    outline,
    turned,
)

names = pytest.mark.parametrize("name", SILHOUETTES)
SQUARE = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)])


def test_clip_written_out() -> None:
    below = clip_below(SQUARE, 4.0)
    assert area(below) == 10 * 6
    assert area_below(SQUARE, 4.0) == 10 * 6
    assert below[:, 1].min() == 4.0


def test_level_written_out() -> None:
    assert level_for_volume(SQUARE, 0.25) == pytest.approx(7.5)


def test_a_quarter_turn_is_clockwise_on_the_screen() -> None:
    np.testing.assert_allclose(turned(np.array([[0.0, -1.0]]), 90), [[1, 0]], atol=1e-12)


@names
def test_outline_is_mirrored(name: str) -> None:
    shape = outline(name, SILHOUETTES[name].height)
    mirrored = {(round(-x, 6) + 0.0, round(y, 6)) for x, y in shape}
    assert mirrored == {(round(x, 6) + 0.0, round(y, 6)) for x, y in shape}


@names
def test_outline_stands_on_the_floor_and_ends_at_the_mouth(name: str) -> None:
    shape = outline(name, SILHOUETTES[name].height)
    assert shape[:, 1].max() == 0
    assert shape[:, 1].min() == -SILHOUETTES[name].mouth[1]
    assert tuple(shape[0]) == (0, 0)


@names
def test_profile_climbs(name: str) -> None:
    shape = outline(name, 1.0)
    right = shape[: len(shape) // 2 + 1]
    assert np.all(np.diff(right[:, 1]) <= 1e-12)


@names
@pytest.mark.parametrize("height", [60.0, 262.0])
def test_outline_scales(name: str, height: float) -> None:
    full = SILHOUETTES[name].height
    np.testing.assert_allclose(outline(name, height) / height, outline(name, full) / full)


@names
def test_interior_lies_within_the_outline(name: str) -> None:
    inside = interior(name, SILHOUETTES[name].height)
    for x, y in inside:
        assert abs(x) < half_width(name, -y)
    assert inside[:, 1].max() == pytest.approx(-5)


@names
@pytest.mark.parametrize("share", [0.1, 0.5, 0.88])
@pytest.mark.parametrize("tilt", [0.0, 37.0, 90.0, 118.0])
def test_liquid_has_the_area_of_its_share(name: str, share: float, tilt: float) -> None:
    room = turned(interior(name, 250.0), tilt)
    level = level_for_volume(room, share)
    liquid = clip_below(room, level)
    assert area(liquid) == pytest.approx(share * area(room), rel=1e-6)
    assert liquid[:, 1].min() >= level - 1e-9
    assert liquid[:, 0].min() >= room[:, 0].min() - 1e-9
    assert liquid[:, 0].max() <= room[:, 0].max() + 1e-9


@names
def test_more_liquid_stands_higher(name: str) -> None:
    room = turned(interior(name, 250.0), 110.0)
    levels = [level_for_volume(room, share) for share in (0.1, 0.3, 0.6, 0.9)]
    assert levels == sorted(levels, reverse=True)


@names
def test_turning_keeps_the_area(name: str) -> None:
    room = interior(name, 250.0)
    assert area(turned(room, 71.0)) == pytest.approx(area(room))


def test_clip_above_everything_and_below_everything() -> None:
    assert area(clip_below(SQUARE, -1.0)) == 100
    assert len(clip_below(SQUARE, 11.0)) == 0


def test_the_tallest_bottle_is_as_tall_as_asked() -> None:
    heights = [height_beside(name, 70.0) for name in SILHOUETTES]
    assert max(heights) == pytest.approx(70.0)
