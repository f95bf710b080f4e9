"""The pictures of the answer: rooms that hold their things, and lines that are the weights."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore.recipe_file.ingredients import MOST_INGREDIENTS
from mathcore.recipe_file.mixtures import MOST_MIXTURES
from scenes.acts.the_answer.costumes import Maps, Nodes, Words
from scenes.acts.the_answer.end_card_geometry import BOARD, lines, standing
from scenes.acts.the_answer.picture import Picture
from scenes.acts.the_answer.picture_geometry import BESIDE, FIRST, PANELS, panel, picture_place
from scenes.acts.the_answer.tower_geometry import answered_place, icon_box
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box, to_pixels
from scenes.kit.ground.theme import NIGHT
from scenes.kit.network.tower_geometry import TowerPlace

ROW = [panel(n) for n in range(PANELS)]
ICON = icon_box(Box(200, 160, 700, 94))
sizes = st.integers(1, MOST_INGREDIENTS), st.integers(1, MOST_MIXTURES)


@pytest.mark.parametrize("box", [FIRST, BESIDE, ICON, *ROW])
@pytest.mark.parametrize(("have", "make"), [(1, 1), (8, 6), (4, 3)])
def test_what_we_have_is_above_what_we_make_and_nothing_is_outside(box, have, make):
    place = picture_place(box, have, make)
    for row in (place.have, place.make):
        assert all(a.right <= b.x + 1e-9 for a, b in pairwise(row))
        assert box.x < row[0].x < row[-1].right < box.right
    for k in range(have):
        for j in range(make):
            (_, start), (_, end) = place.ends(k, j)
            assert box.y < place.have[k].y < start < end < place.make[j].bottom < box.bottom
            assert end - start > 0.25 * box.height


def test_four_pictures_stand_in_a_row_within_the_frame():
    assert (ROW[0].x, ROW[-1].right) == (frame.LEFT, frame.RIGHT)
    assert all(a.right < b.x for a, b in pairwise(ROW))


@given(meant=st.lists(st.booleans(), min_size=1, max_size=12).filter(any))
def test_layers_keep_their_order_and_those_that_are_meant_have_room_for_a_picture(meant):
    before = TowerPlace(Box(200, 156, 550, 768), len(meant), 0, 0)
    place = answered_place(before, meant)
    boxes = [place.layer(n) for n in range(len(meant))]
    assert all(above.bottom < below.y for below, above in pairwise(boxes))
    assert sum(box.height for box in boxes) < before.box.height
    for box, lit in zip(boxes, meant, strict=True):
        assert box.x == before.box.x
        assert before.box.y < box.y < box.bottom < before.box.bottom
        assert (box.height == max(each.height for each in boxes)) == lit
        if lit:
            icon = icon_box(box)
            assert box.y < icon.y < icon.bottom < box.bottom
            assert icon.right < box.right < BESIDE.x


@settings(max_examples=12, deadline=None)
@given(have=sizes[0], make=sizes[1], some=st.integers(0, 2**32), kind=st.integers(0, 2))
def test_there_is_a_line_for_each_weight_as_thick_as_it_is_heavy(have, make, some, kind):
    weights = np.random.default_rng(some).integers(-3, 4, (have, make)) / 4
    hues = [NIGHT.hue(k + 1) for k in range(have)]
    costume = (Nodes(NIGHT, hues), Maps(NIGHT, hues), Words(NIGHT, hues, weights))[kind]
    picture = Picture(NIGHT, panel(1), costume, weights, hues)
    seen = {}
    for j, web in enumerate(picture.webs):
        for line in web:
            (x, _), (to_x, _) = sorted(line.ends, key=lambda end: end[1])
            column = [room.centre[0] for room in picture.place.have].index(x)
            assert line.hue is hues[column]
            assert to_x == picture.place.make[j].centre[0]
            begins, *_, ends = (to_pixels(*point[:2])[1] for point in line.points)
            assert (begins > ends) == costume.asks  # who asks draws its line
            dashed = len(line.get_subpaths()) > 1
            assert dashed == (weights[column, j] < 0)
            seen[column, j] = line.get_stroke_width()
    assert seen.keys() == set(zip(*np.nonzero(weights), strict=True))
    pairs = sorted((abs(weights[at]), width) for at, width in seen.items())
    assert [width for _, width in pairs] == sorted(width for _, width in pairs)
    assert len({weight for weight, _ in pairs}) == len({round(width, 9) for _, width in pairs})


def test_a_query_points_as_the_key_does_that_it_fits_best():
    hues = [NIGHT.hue(k + 1) for k in range(3)]
    words = Words(NIGHT, hues, np.array([[0.1, 0.6], [0.7, 0.1], [0.2, 0.3]]))
    room = Box(100, 100, 120, 160)

    def way(thing):
        ring, arrow = thing
        off = arrow.points.mean(axis=0) - ring.get_center()  # along it, as its sides are alike
        return np.round(off / np.linalg.norm(off), 6).tolist()

    keys = [way(words.have(k, room)) for k in range(3)]
    assert [way(words.make(j, room)) for j in range(2)] == [keys[1], keys[0]]
    assert len(set(map(tuple, keys))) == 3


@pytest.mark.parametrize(("have", "make"), [(1, 1), (8, 6)])
def test_all_stand_on_the_board_and_the_credits_below_it(have, make):
    bottles, glasses = standing(have, make)
    assert {glass.bottom for glass in glasses} == {BOARD.y}
    assert bottles[-1].right < glasses[0].x
    for count in (1, 4, 6):
        baselines, size = lines(count)
        assert BOARD.bottom + size < baselines[0] <= baselines[-1] < frame.FLOOR
        assert all(b - a > size for a, b in pairwise(baselines))
