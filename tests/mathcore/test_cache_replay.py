"""A walk stopped on its way: what is added, fetched and held, against replays access by access."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import count_misses, fetches_of_lines, lines_held, terms_added, walk

ORDERS = ["".join(order) for order in permutations("ijk")]
sides = st.integers(1, 4)


def test_a_row_rises_at_once_and_a_cell_alone():
    """After 5 of the 8 steps of a 2 × 2 product: i k j has added 1 + 1 and 1; i j k 2, 2, 1."""
    assert terms_added(walk("ikj", 2), 3).tolist() == [[2, 1], [0, 0]]
    assert terms_added(walk("ijk", 2), 5).tolist() == [[2, 2], [1, 0]]
    assert terms_added(walk("ijk", 2), 8).tolist() == [[2, 2], [2, 2]]


def test_fetches_of_a_product_of_two_by_two():
    """Lines of 2, room for 3: rows of A are lines 0, 1, of B 2, 3, of C 4, 5.

    C[0, 0] needs 0, 2, 4, then line 3 in the place of 2; C[0, 1] needs 2 again, and 3 again.
    """
    trace = count_misses(walk("ijk", 2), line=2, lines=3)
    assert lines_held(trace, 3).tolist() == [0, 2, 4]
    assert lines_held(trace, 0).tolist() == [-1, -1, -1]
    assert fetches_of_lines(trace, 12).tolist() == [1, 0, 2, 2, 1, 0]


@given(st.sampled_from(ORDERS), sides, sides, st.integers(1, 3), st.integers(1, 9), st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_told_of_any_moment_is_what_a_replay_finds(order, n, tile, line, lines, data):
    trace = count_misses(walk(order, n, min(tile, n)), line, lines)
    done = data.draw(st.integers(0, trace.touches))
    recent, fetched = [], {}
    for address in trace.walk.address[:done].tolist():
        wanted = address // line
        if wanted in recent:
            recent.remove(wanted)
        else:
            fetched[wanted] = fetched.get(wanted, 0) + 1
        recent = [*recent, wanted][-lines:]
    held = [each for each in lines_held(trace, done).tolist() if each >= 0]
    assert sorted(held) == sorted(recent)
    told = fetches_of_lines(trace, done)
    assert {each: count for each, count in enumerate(told.tolist()) if count} == fetched
    assert told.sum() == trace.counts[done].sum()
    steps = done // 3
    added = np.zeros((n, n), int)
    for i, j, _ in trace.walk.steps[:steps].tolist():
        added[i, j] += 1
    assert (terms_added(trace.walk, steps) == added).all()


@pytest.mark.parametrize("count", [-1, 25])
def test_a_moment_that_is_none(count):
    trace = count_misses(walk("ijk", 2), line=2, lines=3)
    for ask in (fetches_of_lines, lines_held):
        with pytest.raises(ValueError, match=f"accesses = {count}; this walk has 0 to 24"):
            ask(trace, count)
    with pytest.raises(ValueError, match=f"steps = {count}; this walk has 0 to 8"):
        terms_added(trace.walk, count)
