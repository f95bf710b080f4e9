"""Laws of attention: every recipe sums to 1, follows its bottles, and knows no locked one."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import EntryError, ShapeError, causal_mask, chances_of_sums, trace_attention

FEW = settings(max_examples=50)


@st.composite
def attentions(draw):
    """Draw queries (m, d), keys (d, n), values (P, n) of tenths, and a mask that locks not all."""
    m, d, n, p = (draw(st.integers(1, 4)) for _ in range(4))
    rows = [(m, d), (d, n), (p, n)]
    tenths = st.integers(-40, 40).map(lambda number: Fraction(number, 10))
    drawn = [np.array(draw(_filled(shape, tenths)), dtype=object) for shape in rows]
    mask = np.array(draw(_filled((m, n), st.booleans())))
    mask[np.arange(m), draw(st.lists(st.integers(0, n - 1), min_size=m, max_size=m))] = True
    return *drawn, mask


def _filled(shape, entries):
    row = st.lists(entries, min_size=shape[1], max_size=shape[1])
    return st.lists(row, min_size=shape[0], max_size=shape[0])


def test_attention_written_out():
    """One query of length 4, so √d = 2; two bottles; one property."""
    trace = trace_attention([[1, 2, 0, 1]], [[2, 0], [1, 1], [5, 5], [0, -2]], [[9, 1]])
    assert trace.scores.result.tolist() == [[1 * 2 + 2 * 1, 2 * 1 - 1 * 2]]
    assert trace.scaled.tolist() == [[Fraction(4, 2), Fraction(0, 2)]]
    total = math.exp(2) + math.exp(0)
    shares = [math.exp(2) / total, 1 / total]
    assert trace.shares[:, 0] == pytest.approx(shares, rel=1e-15)
    assert trace.mix.result[0, 0] == pytest.approx(9 * shares[0] + 1 * shares[1], rel=1e-15)
    assert trace.width == 4


def test_what_is_printed_is_what_is_mixed():
    """exp 2 / (exp 2 + 1) is 0.8808: printed as 88 %, and 88 % is mixed."""
    trace = trace_attention([[1]], [[2, 0]], [[9, 1]], places=2)
    assert trace.recipe[:, 0].tolist() == [Fraction(88, 100), Fraction(12, 100)]
    assert trace.mix.result[0, 0] == 9 * Fraction(88, 100) + Fraction(12, 100)
    assert trace.shares[0, 0] == pytest.approx(0.8808, abs=5e-5)


def test_a_root_that_is_not_whole_is_a_float_and_none_is_as_it_is():
    assert trace_attention([[3, 0]], [[1], [1]], [[1]]).scaled[0, 0] == 3 / math.sqrt(2)
    trace = trace_attention([[3, 0]], [[1], [1]], [[1]], scale=False)
    assert (trace.scaled[0, 0], trace.scaled.dtype.kind) == (3, "i")


def test_a_mask_stands_before_the_softmax():
    """Equal scores: 100 | 50 50 | 33 33 33, and never shares that are cut off afterwards."""
    nothing = np.zeros((3, 1), int)
    trace = trace_attention(nothing, nothing.T, [[6, 3, 0]], mask=causal_mask(3))
    assert trace.shares.T.tolist() == [[1, 0, 0], [1 / 2, 1 / 2, 0], [1 / 3, 1 / 3, 1 / 3]]
    assert trace.masked.tolist() == [[0, -math.inf, -math.inf], [0, 0, -math.inf], [0, 0, 0]]
    assert trace.mix.result[0] == pytest.approx([6, (6 + 3) / 2, (6 + 3 + 0) / 3])


@given(attentions())
@FEW
def test_every_column_of_shares_sums_to_one(drawn):
    queries, keys, values, mask = drawn
    trace = trace_attention(queries, keys, values, mask=mask, places=2)
    assert trace.shares.shape == trace.recipe.shape == mask.T.shape
    assert trace.shares.sum(axis=0) == pytest.approx(np.ones(len(queries)), rel=1e-14)
    assert all(sum(column) == 1 for column in trace.recipe.T)
    assert (trace.shares[~mask.T] == 0).all()
    assert (trace.mix.result == values @ trace.recipe).all()


@given(attentions(), st.randoms(use_true_random=False))
@FEW
def test_bottles_that_change_places_take_their_shares_along(drawn, random):
    queries, keys, values, mask = drawn
    moved = list(range(keys.shape[1]))
    random.shuffle(moved)
    before = trace_attention(queries, keys, values, mask=mask)
    after = trace_attention(queries, keys[:, moved], values[:, moved], mask=mask[:, moved])
    assert after.shares == pytest.approx(before.shares[moved], rel=1e-13)
    mixed = before.mix.result.astype(float)
    assert after.mix.result.astype(float) == pytest.approx(mixed, rel=1e-12, abs=1e-12)


@given(attentions())
@FEW
def test_to_lock_a_bottle_is_to_take_it_away(drawn):
    queries, keys, values, mask = drawn
    trace = trace_attention(queries, keys, values, mask=mask)
    for i, free in enumerate(mask):
        alone = trace_attention(queries[[i]], keys[:, free], values[:, free])
        assert (trace.shares[free, i] == alone.shares[:, 0]).all()
        mixed = alone.mix.result[:, 0].astype(float)
        assert trace.mix.result[:, i].astype(float) == pytest.approx(mixed, abs=1e-12)


def test_scores_beyond_any_float_still_give_shares():
    huge = 10**400
    trace = trace_attention([[huge]], [[huge, 1 - huge]], [[1, 0]], mask=[[True, True]])
    assert trace.shares.tolist() == [[1], [0]]
    assert trace_attention([[2.0**600]], [[2.0**420, -(2.0**420)]], [[1, 0]]).shares[0, 0] == 1
    whole = trace_attention([[2**31]], [[2**31, -(2**31)]], [[1, 0]], scale=False)
    assert whole.shares.tolist() == [[1], [0]]
    with pytest.raises(EntryError, match="a score is too large for float64; scale"):
        trace_attention([[huge, 0]], [[huge], [0]], [[1]])


Q, K, V = np.ones((2, 3)), np.ones((3, 4)), np.ones((5, 4))


@pytest.mark.parametrize(
    ("arguments", "mask", "error", "said"),
    [
        ((Q, K.T, V), None, ShapeError, "a query has 3 entries, a key 4; .*transpose them"),
        ((Q, np.ones((2, 2)), V), None, ShapeError, "a query has 3 entries, a key 2; give both"),
        ((Q, K, V.T), None, ShapeError, "4 keys for 5 columns of values; .*transpose them"),
        ((Q, K, np.ones((1, 3))), None, ShapeError, "4 keys for 3 columns of values; give each"),
        ((Q[0], K, V), None, ShapeError, r"queries has shape \(3,\); give a query a row, \(m, d\)"),
        ((Q, K * math.nan, V), None, EntryError, r"keys\[0, 0\] = nan is not finite"),
        ((Q, K[:, :0], V[:, :0]), None, ShapeError, "nothing to share among; give at least one"),
        ((Q[:, :0], K[:0], V), None, ShapeError, "nothing to compare; give at least one entry"),
        ((Q, K, V), np.ones((4, 2), bool), ShapeError, r"mask \(4, 2\) for scores \(2, 4\); give"),
        ((Q, K, V), np.zeros((2, 4)), EntryError, "mask has entries of type float64; write True"),
        ((Q, K, V), [[True] * 4, [False] * 4], EntryError, "locks every key for query 1; leave"),
        ((Q, K, V), [[True], [True, False]], ShapeError, "mask has rows of different lengths"),
    ],
)
def test_what_does_not_fit(arguments, mask, error, said):
    with pytest.raises(error, match=said):
        trace_attention(*arguments, mask=mask)


def test_the_spread_of_sums_grows_with_the_root_of_their_length():
    """Of 3 coins: -3 once, -1 three times, 1 three times, 3 once, of 8."""
    assert chances_of_sums(3) == (Fraction(1, 8), Fraction(3, 8), Fraction(3, 8), Fraction(1, 8))
    for width in (1, 4, 16, 64):
        sums = range(-width, width + 1, 2)
        pairs = list(zip(sums, chances_of_sums(width), strict=True))
        assert sum(chance for _, chance in pairs) == 1
        assert sum(number**2 * chance for number, chance in pairs) == width
    with pytest.raises(ValueError, match="width = 0; give 1 or more"):
        chances_of_sums(0)
