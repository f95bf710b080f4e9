"""Every count of the story by hand, and the simulation against another one."""

import time
from itertools import permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import TraceSizeError, count_misses, trace_matmul, walk

ORDERS = ["".join(order) for order in permutations("ijk")]
FEW = settings(max_examples=40, deadline=None)
SETS = [(8, 4, 10, 4), (16, 8, 16, 8)]


def misses(order, n, line, lines, tile=None, transposed=False):
    told = count_misses(walk(order, n, tile, transposed), line, lines).misses
    return told["A"], told["B"], told["C"]


@pytest.mark.parametrize(("n", "line", "lines", "tile"), SETS)
def test_every_count_of_the_story_by_hand(n, line, lines, tile):
    """A row is ``n / line`` lines; a column is n, and with that of another matrix too many."""
    once, every_step = n * n // line, n**3
    # i j k: the row of A and C's cell stay; each step goes down a column of B
    assert misses("ijk", n, line, lines) == (once, every_step, once)
    # j k i: two columns are walked down at once; B's cell stays, each met by a fetch of its own
    assert misses("jki", n, line, lines) == (every_step, n * n, every_step)
    # i k j: the row of C stays; all of B is read once for each row
    assert misses("ikj", n, line, lines) == (once, n * once, once)
    # B lying on its side, i j k reads its rows
    assert misses("ijk", n, line, lines, transposed=True) == (once, n * once, once)
    # each of (n / tile)³ meetings of tiles fetches three tiles, of tile · tile / line lines
    tiles, lines_of_a_tile = (n // tile) ** 3, tile * tile // line
    assert misses("ikj", n, line, lines, tile) == (tiles * lines_of_a_tile,) * 3
    assert misses("ijk", n, line, lines, tile) == (tiles * lines_of_a_tile,) * 3


def test_the_counts_of_the_story_in_figures():
    told = {}
    for n, line, lines, tile in SETS:
        walks = [walk("jki", n), walk("ijk", n), walk("ikj", n), walk("ikj", n, tile)]
        traces = [count_misses(each, line, lines) for each in walks]
        told[n] = [trace.total for trace in traces]
        assert {trace.touches for trace in traces} == {3 * n**3}
        assert {trace.floor for trace in traces} == {3 * n * n // line}
    assert told == {8: [1088, 544, 160, 96], 16: [8448, 4160, 576, 192]}
    assert (3 * 8**3, 3 * 8 * 8 // 4) == (1536, 48)


def test_a_small_cache_written_out():
    """One product of 1 × 1: three numbers, in lines of two, and room for one line."""
    trace = count_misses(walk("ijk", 1), line=2, lines=1)
    assert trace.fetched.tolist() == [0, 0, 1]  # A and B share a line
    assert trace.missed.tolist() == [True, False, True]
    assert trace.evicted.tolist() == [-1, -1, 0]
    assert trace.place.tolist() == [0, 0, 0]
    assert trace.counts.tolist() == [[0, 0, 0], [1, 0, 0], [1, 0, 0], [1, 0, 1]]


def test_tiles_that_do_not_divide_are_smaller_at_the_rim():
    steps = walk("kij", 3, tile=2).steps.tolist()
    assert steps[:8] == [[i, j, k] for k, i, j in product(range(2), repeat=3)]
    assert sorted(steps) == [list(step) for step in product(range(3), repeat=3)]


walks = st.builds(
    walk, st.sampled_from(ORDERS), st.integers(1, 5), st.sampled_from([None, 1]), st.booleans()
)


@given(
    st.sampled_from(ORDERS), st.integers(1, 5), st.integers(1, 5), st.booleans(), st.integers(0, 99)
)
@FEW
def test_every_walk_makes_the_same_product(order, n, tile, transposed, seed):
    """The accesses, played on memory, give what `trace_matmul` gives."""
    a, b = np.random.default_rng(seed).integers(-9, 9, (2, n, n))
    memory = np.concatenate([a.ravel(), (b.T if transposed else b).ravel(), np.zeros(n * n, int)])
    way = walk(order, n, min(tile, n), transposed)
    for at_a, at_b, at_c in way.address.reshape(-1, 3):
        memory[at_c] += memory[at_a] * memory[at_b]
    assert (memory[-n * n :].reshape(n, n) == trace_matmul(a, b).result).all()


def by_reuse_distance(fetched, lines):
    """Tell the misses without a cache: too many other lines came since this one did."""
    seen = {}
    for now, line in enumerate(fetched):
        since = fetched[seen[line] + 1 : now] if line in seen else None
        yield since is None or len(set(since)) >= lines
        seen[line] = now


@given(walks, st.integers(1, 5), st.integers(1, 12))
@FEW
def test_misses_agree_with_reuse_distances_and_fall_with_more_lines(way, line, lines):
    trace = count_misses(way, line, lines)
    assert trace.missed.tolist() == list(by_reuse_distance(trace.fetched.tolist(), lines))
    assert trace.floor <= trace.total <= trace.touches
    assert trace.floor == len(set((way.address // line).tolist()))
    assert sum(trace.misses.values()) == trace.total == trace.counts[-1].sum()
    more = count_misses(way, line, lines + 1)
    assert (more.counts <= trace.counts).all()
    assert not (more.missed & ~trace.missed).any()  # what a larger cache misses, each misses


@given(walks, st.integers(1, 5), st.integers(1, 12))
@FEW
def test_the_lines_that_are_there_stand_in_their_places(way, line, lines):
    """Replayed place by place: a hit finds its line, a miss replaces the one that is named."""
    trace = count_misses(way, line, lines)
    standing = [-1] * lines
    for need, missed, place, gone in zip(
        trace.fetched, trace.missed, trace.place, trace.evicted, strict=True
    ):
        assert missed == (need not in standing)
        if missed:
            assert standing[place] == gone
            standing[place] = need
        assert (standing[place], missed or gone == -1) == (need, True)


def test_sixty_four_is_quick():
    began = time.process_time()
    trace = count_misses(walk("jki", 64), line=8, lines=64)
    assert time.process_time() - began < 10
    assert trace.touches == 3 * 64**3 == len(trace.counts) - 1


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (("iji", 4), ValueError, 'order = "iji"; write i, j and k once each'),
        (("ijk", 0), ValueError, "n = 0; give 1 or more"),
        (("ijk", 65), TraceSizeError, "n = 65: 823,875 accesses; at most 64 × 64"),
        (("ijk", 4, 5), ValueError, "tile = 5; give 1 to 4, or None"),
    ],
)
def test_walks_that_are_none(arguments, error, said):
    with pytest.raises(error, match=said):
        walk(*arguments)


def test_caches_that_are_none():
    with pytest.raises(ValueError, match="line = 0; give 1 or more"):
        count_misses(walk("ijk", 1), 0, 1)
    with pytest.raises(ValueError, match="lines = 0; give 1 or more"):
        count_misses(walk("ijk", 1), 1, 0)
