"""A picture is recognised: whatever it is of, everything stands in its place and adds up."""

import itertools

import manim
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.acts.fully_connected.recognition_geometry import (
    LABEL_ROOM,
    NOTE_ROOM,
    RecognitionPlace,
    fitting,
    readings,
)
from scenes.kit.ground.frame import FLOOR, LEFT, RIGHT, TOP, Box
from scenes.kit.images.pixel_geometry import picture_place, strip_place
from scenes.kit.stage.choices import chapter_class
from scenes.kit.stage.ledgers.classifier import sources
from scenes.kit.sums.waterfall_geometry import waterfall_place
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.kit import classifiers

manim.logger.setLevel("ERROR")
sides = st.integers(1, 10)


def inside(box: Box, room: Box) -> bool:
    return (
        room.x - 1e-6 <= box.x
        and box.right <= room.right + 1e-6
        and room.y - 1e-6 <= box.y
        and box.bottom <= room.bottom + 1e-6
    )


@given(rows=sides, columns=sides)
def test_pixels_stand_in_order_and_do_not_overlap(rows, columns):
    ground = Box(10, 20, 300, 200)
    for place in (picture_place(ground, rows, columns), strip_place(ground, rows, columns)):
        assert len(place.boxes) == rows * columns
        assert all(inside(box, ground) and box.width > 0 for box in place.boxes)
        for k, box in enumerate(place.boxes[1:], 1):
            before = place.boxes[k - 1]
            assert box.x > before.right or box.y > before.bottom


def test_a_strip_shows_where_the_rows_of_the_picture_end():
    boxes = strip_place(Box(0, 0, 100, 10), 2, 3).boxes
    gaps = [b.x - a.right for a, b in itertools.pairwise(boxes)]
    assert gaps[2] > gaps[0] == pytest.approx(gaps[1])
    assert gaps[3] == pytest.approx(gaps[0])


@given(rows=sides, columns=sides, classes=st.integers(2, 10))
def test_everything_stands_in_the_safe_area_and_clear_of_each_other(rows, columns, classes):
    place, safe = RecognitionPlace(rows, columns, classes), Box(LEFT, TOP, RIGHT - LEFT, FLOOR)
    low = [place.features("low").ground, place.weights("low").ground]
    tiles = [place.tile(j).ground for j in range(classes)]
    high = [place.features("high").ground, place.weights("high").ground, place.fall]
    pictures = [place.recipe(j).ground for j in range(classes)]
    tall, short = (
        [box for j in range(classes) for box in (place.curve(j, height), place.score(j, height))]
        for height in ("tall", "short")
    )
    scored = ([*pictures, *tall], [*pictures, *short, place.shares])
    for together in ([*low, *tiles], [*high, *pictures], *scored):
        assert all(inside(box, safe) and box.bottom <= FLOOR for box in together)
        for n, one in enumerate(together):
            for other in together[n + 1 :]:
                apart = one.right <= other.x or other.right <= one.x
                assert apart or one.bottom <= other.y or other.bottom <= one.y


@given(st.floats(592, 922))
def test_what_reads_at_the_left_keeps_clear_of_the_zero(zero):
    note, label = readings(zero)
    spans = [
        (note - NOTE_ROOM[0], note + NOTE_ROOM[1]),
        (label - LABEL_ROOM, label + LABEL_ROOM),
    ]
    assert not any(top <= zero <= foot for top, foot in spans)
    assert spans[1][1] < spans[0][0]
    assert spans[0][1] <= FLOOR


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=30))
def test_each_bar_begins_where_the_one_before_it_ended(sums):
    slots = [(10.0 * k, 8.0) for k in range(len(sums))]
    place = waterfall_place(Box(0, 0, 300, 100), slots, sums, (min(sums), max(sums)))
    assert place.level(len(sums))[-1][1] == pytest.approx(place.row_of(sums[-1]))
    for k in range(len(sums)):
        ends = (place.row_of(place.before(k)), place.row_of(sums[k]))
        assert (place.bar(k).y, place.bar(k).bottom) == pytest.approx((min(ends), max(ends)))
        assert place.bar(k, 0.0).height == pytest.approx(0)
        assert -1e-6 <= place.bar(k).y <= place.bar(k).bottom <= 100 + 1e-6


def test_a_size_fits_its_room_but_is_never_too_small_to_read():
    assert fitting([], 76, 10) == 76
    assert fitting(["1"], 76, 1000) == 76
    assert fitting(["−1234.5"], 76, 10) == 33
    assert 33 < fitting(["−12.34"], 76, 180) < 76


def test_the_sources_are_the_layer_s_own_numbers(tmp_path):
    layer = classifiers.strokes(tmp_path)
    told = sources(layer)
    assert told["scores"].result.tolist() == [[8 * 0.5 + 6 * 0.5, 8 * 0.5 - 6]]
    assert told["probabilities"].sum() == pytest.approx(1)
    assert told["percentages"].sum() == 1
    assert told["size"].tolist() == [2, 2]
    assert told["classes"].tolist() == [0, 0]


LOOKS = [("en", "night"), ("zh", "paper")]


def of(n, make, look):
    """Return one look at a classifier; on every push each takes one of the two, in turn."""
    marks = [] if LOOKS[n % 2] == look else [pytest.mark.long]
    return pytest.param(make, *look, id="-".join((make.__name__, *look)), marks=marks)


@pytest.mark.parametrize(
    ("make", "language", "theme"),
    [of(n, make, look) for n, make in enumerate(classifiers.EVERY) for look in LOOKS],
)
def test_every_classifier_passes_the_gate(make, language, theme, tmp_path):
    layer = make(tmp_path)
    told = rehearse(
        chapter_class("fully_connected"),
        example="cocktails",
        language=language,
        theme=theme,
        layer=layer.path,
    )
    found = [f"{row.rule}: {row.finding.what}" for row in judge(told)]
    assert found == []
