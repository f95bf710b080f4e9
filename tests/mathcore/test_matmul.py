"""Laws of the traced matrix product."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given

from mathcore import EntryError, ShapeError, TraceSizeError, trace_matmul
from mathcore.matmul import TRACE_LIMIT
from tests import strategies

STRENGTH = [[40, 20, 0, 0]]
CUBA_LIBRE = [[Fraction(1, 5)], [Fraction(9, 20)], [Fraction(1, 10)], [Fraction(1, 4)]]


def test_cuba_libre_written_out():
    trace = trace_matmul(STRENGTH, CUBA_LIBRE)
    assert trace.products[0, 0].tolist() == [40 * 0.2, 20 * 0.45, 0 * 0.1, 0 * 0.25] == [8, 9, 0, 0]
    assert trace.partials[0, 0].tolist() == [8, 8 + 9, 8 + 9 + 0, 8 + 9 + 0 + 0]
    assert trace.result.tolist() == [[17]]


def test_entry_written_out():
    first, second = trace_matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).entry(1, 0)
    assert (first.k, first.left, first.right, first.product, first.partial) == (0, 3, 5, 15, 15)
    assert (second.k, second.left, second.right) == (1, 4, 7)
    assert (second.product, second.partial) == (4 * 7, 3 * 5 + 4 * 7)


def test_rank_one_written_out():
    trace = trace_matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]])
    assert trace.rank_one(1).tolist() == [[2 * 7, 2 * 8], [4 * 7, 4 * 8]]
    assert trace.rank_one_partials[0].tolist() == [[1 * 5, 1 * 6], [3 * 5, 3 * 6]]
    assert trace.rank_one_partials[1].tolist() == [[5 + 14, 6 + 16], [15 + 28, 18 + 32]]


@given(strategies.integer_pairs)
def test_integers_agree_with_numpy(pair):
    check_laws(*pair, np.array_equal)


@given(strategies.fraction_pairs)
def test_fractions_are_exact(pair):
    check_laws(*pair, np.array_equal)
    assert all(isinstance(x, Fraction) for x in trace_matmul(*pair).products.flat)


@given(strategies.float_pairs)
def test_floats_agree_with_numpy_to_the_last_digits(pair):
    left, right = pair
    scale = 1e-13 * (1 + np.abs(left).max(initial=0) * np.abs(right).max(initial=0))
    check_laws(left, right, lambda a, b: np.allclose(a, b, rtol=0, atol=scale))


def check_laws(left, right, same):
    """Compare a trace with NumPy, and its parts with each other."""
    trace = trace_matmul(left, right)
    assert same(trace.result, left @ right)
    assert trace.products.shape == trace.partials.shape == (*trace.result.shape, left.shape[1])
    assert same(trace.products, np.einsum("ik,kj->ijk", left, right))
    if left.shape[1]:
        assert same(trace.partials[..., -1], left @ right)
        assert same(trace.rank_one_partials[-1], trace.result)
    assert same(np.diff(trace.partials, axis=-1), trace.products[..., 1:])
    for k in range(left.shape[1]):
        assert same(trace.rank_one(k), np.outer(left[:, k], right[k]))
        assert same(trace.rank_one_partials[k], left[:, : k + 1] @ right[: k + 1])
    for i, j in np.ndindex(trace.result.shape):
        steps = trace.entry(i, j)
        assert [step.k for step in steps] == list(range(left.shape[1]))
        assert all(step.product == step.left * step.right for step in steps)


def test_nothing_to_sum_gives_zeros():
    for dtype in (int, float, object):
        trace = trace_matmul(np.zeros((2, 0), dtype), np.zeros((0, 3), dtype))
        assert trace.result.tolist() == [[0, 0, 0], [0, 0, 0]]
        assert trace.entry(1, 2) == ()
        assert trace.rank_one_partials.shape == (0, 2, 3)


def test_inputs_are_copied_and_everything_is_read_only():
    left, right = np.array([[1, 2]]), np.array([[3], [4]])
    trace = trace_matmul(left, right)
    left[0, 0] = 99
    assert trace.left.tolist() == [[1, 2]]
    views = (trace.rank_one(0), trace.rank_one_partials)
    for array in (trace.left, trace.right, trace.products, trace.partials, trace.result, *views):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
    assert left.flags.writeable
    assert right.flags.writeable


def test_small_integer_types_do_not_overflow():
    pixels = np.full((1, 2), 200, dtype=np.uint8)
    assert trace_matmul(pixels, pixels.T).result.tolist() == [[200 * 200 + 200 * 200]]


def test_integers_of_any_size_are_exact():
    large = np.array([[2**62, 2**62]])
    assert trace_matmul(large, large.T).result.tolist() == [[2**124 + 2**124]]


def test_truth_values_count_as_numbers():
    assert trace_matmul([[True, False]], [[True], [True]]).result.tolist() == [[1]]


@pytest.mark.parametrize(
    ("left", "right", "message"),
    [
        ([[1, 2, 3]], [[1], [2]], r"left \(1, 3\) @ right \(2, 1\): 3 columns meet 2 rows; make"),
        ([1, 2], [[1], [2]], r"left has shape \(2,\); .* reshape one row to \(1, K\)"),
        ([[1]], 5, r"right has shape \(\); a matrix has two axes"),
        ([[1, 2], [3]], [[1]], "left has rows of different lengths; make them equal"),
    ],
)
def test_shapes_that_do_not_fit(left, right, message):
    with pytest.raises(ShapeError, match=message):
        trace_matmul(left, right)


@pytest.mark.parametrize(
    ("left", "message"),
    [
        ([[1.0, float("nan")]], r"left\[0, 1\] = nan is not finite; replace"),
        ([[float("-inf"), 1.0]], r"left\[0, 0\] = -inf is not finite"),
        ([[Fraction(1, 2), float("inf")]], r"left\[0, 1\] = inf is not finite"),
        ([["gin", "cola"]], r"left\[0, 0\] = .*gin.* is not a real number; use a Fraction"),
        ([[1j, 1]], r"left\[0, 0\] = .*1j.* is not a real number"),
        ([[1e300, 1.0]], r"left \(1, 2\) @ right \(2, 1\): a sum is too large for float64; scale"),
    ],
)
def test_entries_that_are_no_finite_numbers(left, message):
    with pytest.raises(EntryError, match=message):
        trace_matmul(left, [[1e300], [1.0]])


def test_objects_may_mix_fractions_and_floats():
    assert trace_matmul([[Fraction(1, 2), 0.25]], [[2], [4]]).result.tolist() == [[2]]


def test_a_trace_too_large_names_the_limit_and_the_way_out():
    left, right = np.zeros((1000, 101)), np.zeros((101, 1000))
    with pytest.raises(TraceSizeError) as caught:
        trace_matmul(left, right)
    assert str(caught.value) == (
        "left (1000, 101) @ right (101, 1000): 101,000,000 products; a trace holds at most "
        f"{TRACE_LIMIT:,}: call left @ right for the result alone, or trace fewer rows"
    )
