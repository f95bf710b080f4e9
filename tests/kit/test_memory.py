"""Nouns of memory: places in their order, tints by their fetches, counts that are always true."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import count_misses, lines_held, walk
from scenes.kit.code.code_line import CodeLine
from scenes.kit.code.listing import Listing, rewrite
from scenes.kit.ground.frame import Box
from scenes.kit.ground.text import glyph_points
from scenes.kit.ground.theme import NIGHT
from scenes.kit.memory.live_count import LiveCount
from scenes.kit.memory.moving import Relocating, Walking
from scenes.kit.memory.storage_geometry import block, plank, rack
from scenes.kit.memory.stored_matrix import StoredMatrix
from scenes.kit.memory.tray_rack import TrayRack, boxes_of
from scenes.kit.stage.claims import Claim
from tests.rehearsal import pixel_box

ROOM = Box(100, 200, 330, 330)
SHELF = Box(100, 200, 1648, 74)
NEAR = 0.5  # pixels
sizes = st.tuples(st.integers(1, 8), st.sampled_from([2, 3, 4, 5, 8])).map(
    lambda drawn: (drawn[0] * drawn[1], drawn[1])
)


def overlap(one, other):
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return min(across, down)


@given(sizes.filter(lambda drawn: 4 <= drawn[0] <= 16))
@settings(deadline=None)
def test_numbers_stand_in_the_order_of_the_memory(drawn):
    """In a block row after row, on a plank in one row: within their room, none over another."""
    n, line = drawn
    for places, room in ((block(ROOM, n, line), ROOM), (plank(SHELF, n * n, line), SHELF)):
        assert len(places) == n * n
        around = Box.around(*places)
        assert abs(around.width - room.width) < NEAR
        assert abs(around.height - room.height) < NEAR
        assert [(each.y, each.x) for each in places] == sorted((p.y, p.x) for p in places)
        assert max(overlap(*pair) for pair in pairwise(places)) <= 0


@given(st.integers(3, 64), st.integers(2, 8))
def test_a_rack_has_room_for_all_its_trays(lines, line):
    place = rack(ROOM, lines, line)
    assert len(place.slots) == lines
    assert place.box.right <= ROOM.right + NEAR
    assert place.box.bottom <= ROOM.bottom + NEAR
    for n, slot in enumerate(place.slots):
        assert all(overlap(slot, other) <= 0 for other in place.slots[:n])
        assert len(place.numbers[n]) == line
        assert min(overlap(slot, each) for each in place.numbers[n]) > 1


def fill(part):
    return part.get_fill_color().to_hex().upper()


def test_a_tray_is_tinted_as_deeply_as_it_was_fetched_often():
    """A tray of two numbers that was never fetched, once, twice, four times; one is at hand."""
    hue = NIGHT.hue(1)
    matrix = StoredMatrix(NIGHT, block(ROOM, 4, 4)[:8], 2, hue)
    matrix.tint((0, 1, 2, 4), {1}, 4)
    assert [fill(part) for part in matrix] == [
        tint
        for share in (None, 0.14, 0.14 + 0.48 / 3, 0.62)
        for tint in [NIGHT.tint(hue.fill, share) if share else NIGHT.panel.upper()] * 2
    ]
    edged = [part.get_stroke_color().to_hex().upper() == hue.text for part in matrix]
    assert edged == [False, False, True, True, False, False, False, False]
    assert fill(matrix.tray(3)[1]) == fill(matrix[7])


def test_a_rack_shows_the_trays_that_are_held():
    trace = count_misses(walk("ijk", 4), line=2, lines=5)
    hues = [NIGHT.hue(slot) for slot in (1, 2, 3)]
    shown = TrayRack(NIGHT, rack(ROOM, 5, 2), hues, trays=8)
    for done in (0, 1, 4, trace.touches):
        held = lines_held(trace, done).tolist()
        shown.hold(held)
        for slot, tray in enumerate(held):
            part = shown.numbers[2 * slot]
            assert part.get_fill_opacity() == (tray >= 0)
            if tray >= 0:
                assert part.get_stroke_color().to_hex().upper() == hues[tray // 8].text


def test_a_live_count_is_true_wherever_a_walk_is_stopped():
    trace = count_misses(walk("ikj", 4), line=2, lines=5)
    counts = trace.counts.sum(axis=1)
    count = LiveCount(counts, "total_ikj", size=40, colour=NIGHT.ink)
    motion = Walking(count, 0, trace.touches, run_time=1)
    motion.begin()
    for alpha in np.linspace(0, 1, 23):
        motion.interpolate(alpha)
        done = round(trace.touches * alpha)
        assert (count.value, count.claim) == (counts[done], Claim("count", (done,), "total_ikj"))
        assert count.text == str(counts[done])
    motion.finish()
    assert count.value == trace.total


def test_numbers_are_put_on_a_shelf_row_after_row():
    before, after = block(ROOM, 4, 4), plank(SHELF, 16, 2)
    matrix = StoredMatrix(NIGHT, before, 2, NIGHT.hue(1))
    motion = Relocating(matrix, after, 4, run_time=1)
    motion.begin()
    motion.interpolate(0.4)
    ways = [
        (now.width - old.width) / (then.width - old.width)
        for now, old, then in zip(matrix.boxes[::4], before[::4], after[::4], strict=True)
    ]
    assert ways == sorted(ways, reverse=True)
    assert 1 > ways[0] > ways[-1] > 0
    motion.finish()
    for part, box in zip(matrix, after, strict=True):
        assert abs(pixel_box(part).x - box.x) < NEAR


def test_boxes_of_a_rack_are_frames_first():
    place = rack(ROOM, 2, 2)
    assert boxes_of(place) == (*place.slots, *place.numbers[0], *place.numbers[1])


def listing(*texts):
    lines = [CodeLine(depth, text) for depth, text in enumerate(texts)]
    return Listing(NIGHT, lines, x=100, y=200, width=600)


def test_the_line_that_runs_is_lit_and_the_others_step_back():
    code = listing("for i", "for j", "C[i, j]")
    motion = code.light(1)
    motion.begin()
    motion.finish()
    assert [fill(label) for label in code.written] == [NIGHT.muted, NIGHT.ink, NIGHT.muted]
    assert abs(pixel_box(code.band).centre[1] - pixel_box(code.written[1]).centre[1]) < 6
    assert (code.number("for j"), code.number("for")) == (1, 1)


def test_lines_that_stay_travel_and_are_the_same_words():
    old, new = listing("for i", "for j", "body"), listing("for j", "for i", "body")
    motion = rewrite(old, new)
    motion.begin()
    motion.interpolate(0.5)
    going, coming, staying = (pixel_box(each).x for each in (*old.written[:2], old.written[2]))
    assert going > coming + 200 > staying
    motion.finish()
    for label, text in zip(new.written, ("for j", "for i", "body"), strict=True):
        assert label.text == text
        assert len(label.points) == len(glyph_points(text, label.size, label.bold))
