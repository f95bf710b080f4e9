"""What attention shows: products with names, sums that spread, glasses that ask."""

from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore import chances_of_sums, load_layer
from scenes.acts.attention.asked import Asked, free_slots
from scenes.acts.attention.spread_geometry import FAINTEST, spread_places
from scenes.acts.attention.table import Table
from scenes.kit.ground.frame import Box
from scenes.kit.stage.layers import find_layer

BOX = Box(200, 150, 700, 450)


@pytest.fixture(scope="module")
def layer():
    return load_layer(find_layer("order_finds_bottle"))


def test_a_word_and_its_shelf_written_out(layer):
    """Sweet (0.1, 2.3) and sugar (0, 2.2): 0.1 × 0 + 2.3 × 2.2 = 5.06, over √2 3.578."""
    asked = Asked(layer, layer.task.asked[0], layer.task.shelf)
    assert (asked.word["en"], [name["en"] for name in asked.names]) == (
        "sweet",
        ["ice", "sugar", "chili"],
    )
    assert asked.scores.trace.result[0, 1] == Fraction("0.1") * 0 + Fraction("2.3") * Fraction(
        "2.2"
    )
    assert asked.best == 1
    assert asked.total == 1
    assert asked.mix.slots == (1, 2, 4)
    assert not set(asked.scores.slots) & {1, 2, 3, 4}
    assert str(asked.whole) == "mix.share_sum[2, 0]"


def test_with_all_hues_taken_those_of_things_come_again():
    assert free_slots(2, [1, 2]) == (3, 4)
    assert free_slots(3, [1, 2, 3, 4, 5, 6, 7]) == (8, 1, 2)


def test_only_what_came_before_is_open(layer):
    table = Table(layer, locked=True)
    assert [[table.is_open(k, j) for k in range(3)] for j in range(3)] == [
        [True, False, False],
        [True, True, False],
        [True, True, True],
    ]
    assert table.of == "locked_mix"
    assert Table(layer, 1).of == "other_mix"


@given(st.lists(st.integers(1, 16), min_size=1, max_size=4, unique=True).map(sorted))
def test_a_histogram_keeps_its_area_and_is_as_wide_as_its_spread(lengths):
    places = spread_places(BOX, lengths, [chances_of_sums(n) for n in lengths])
    for n, place in zip(lengths, places, strict=True):
        assert place.spread == pytest.approx(sqrt(n) * place.unit)
        seen = sum(chance for chance in place.chances if chance > FAINTEST)
        for divided in (False, True):
            points = place.outline(divided=divided)
            assert area(points) == pytest.approx(float(seen) * place.high * place.unit, rel=0.05)
            assert all(BOX.x - 1 <= x <= BOX.right + 1 for x, _ in points)
            assert min(row for _, row in points) >= place.floor - BOX.height / len(lengths)
        wide, narrow = (ends(place.outline(divided=divided)) for divided in (False, True))
        assert wide == pytest.approx(narrow * sqrt(n))


def area(points):
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x * w - z * y for (x, y), (z, w) in pairs)) / 2


def ends(points):
    return points[-1][0] - points[0][0]
