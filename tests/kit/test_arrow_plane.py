"""Arrows from one origin: all in one proportion, their names around them and never on them."""

from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import LABEL
from scenes.kit.network.arrow_plane_geometry import ALMOST, APART, arrow_place

BOX = Box(96, 150, 900, 460)


def test_the_longest_arrow_reaches_the_disc_written_out():
    """A disc of (460 - 44) / 2 = 208 pixels; the others are as long as they are beside it."""
    place = arrow_place(BOX, [(0.0, 2.0), (-1.0, 0.0), (0.0, -0.5)], ["a", "b", "c"])
    x, y = place.origin
    assert place.radius == (460 - APART) / 2 == 208
    assert place.tips == ((x, y - 208), (x - 104, y), (x, y + 52))
    assert place.on_the_right == (True, False, True)


def test_two_names_that_are_almost_level_are_level():
    place = arrow_place(BOX, [(1.0, 0.02), (-1.0, 0.0)], ["one", "other"])
    assert place.names[0][1] == place.names[1][1]


def test_where_names_have_no_room_likenesses_stand_for_them():
    vectors = [(1.0, 1.0), (-1.0, 1.0)]
    assert arrow_place(BOX, vectors, ["short", "short"]).named
    place = arrow_place(BOX, vectors, ["a name of some length", "a name that is as long"])
    assert not place.named
    assert place.radius > 150


entries = st.floats(-9, 9).map(lambda x: round(x, 1))


@given(
    vectors=st.lists(st.tuples(entries, entries), min_size=1, max_size=6),
    names=st.lists(st.text("amw", min_size=1, max_size=8), min_size=6, max_size=6),
)
def test_directions_are_kept_and_names_keep_clear(vectors, names):
    names = names[: len(vectors)]
    place = arrow_place(BOX, vectors, names)
    x, y = place.origin
    longest = max(hypot(*each) for each in vectors) or 1.0
    for (a, b), (end, row) in zip(vectors, place.tips, strict=True):
        unit = place.radius / longest
        assert (end - x, y - row) == pytest.approx((a * unit, b * unit), abs=1e-9)
    boxes = [label(place, n, name) for n, name in enumerate(names)]
    for box in boxes:
        assert BOX.x - 1 <= box.x
        assert box.right <= BOX.right + 1
        near = hypot(max(box.x - x, 0, x - box.right), max(box.y - y, 0, y - box.bottom))
        assert near >= place.radius
    for one, other in combinations(boxes, 2):
        apart = max(one.x - other.right, other.x - one.right, one.y - other.bottom)
        assert max(apart, other.y - one.bottom) >= APART - LABEL - ALMOST


def label(place, n, name):
    """Return the box of a name as high as its type."""
    wide = lettering.width(name, LABEL, bold=True)
    x, row = place.names[n]
    left = x if place.on_the_right[n] else x - wide
    return Box(left, row - LABEL / 2, wide, LABEL)
