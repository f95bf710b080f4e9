"""Shares rounded together: what is printed sums to 100 %."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore import EntryError, ShapeError, round_shares, softmax

scores = st.lists(st.floats(-30, 30), min_size=1, max_size=12)


def test_largest_remainder_written_out():
    """Rounded down, 33 + 33 + 33 = 99: the first of three equal remainders gets what is missing."""
    assert round_shares([1 / 3, 1 / 3, 1 / 3]).tolist() == [
        Fraction(34, 100),
        Fraction(33, 100),
        Fraction(33, 100),
    ]
    # 24.5 + 24.6 + 50.9: rounded one by one they sum to 25 + 25 + 51 = 101
    told = round_shares([0.245, 0.246, 0.509])
    assert told.tolist() == [Fraction(24, 100), Fraction(25, 100), Fraction(51, 100)]


def test_every_column_is_a_recipe_of_its_own():
    told = round_shares(np.array([[0.5, 1.0], [0.5, 0.0]]), places=0)
    assert told.tolist() == [[1, 1], [0, 0]]
    assert not told.flags.writeable
    assert round_shares(np.zeros((2, 0))).shape == (2, 0)


@given(scores, st.integers(0, 4))
def test_printed_shares_sum_to_one_stay_near_and_keep_their_order(scores, places):
    shares = softmax(scores)
    told = round_shares(shares, places)
    unit = Fraction(1, 10**places)
    assert sum(told) == 1
    assert all((share / unit).denominator == 1 for share in told)
    assert all(
        abs(after - Fraction(before)) < unit + Fraction(1, 10**12)
        for before, after in zip(shares.tolist(), told, strict=True)
    )
    for a, b in np.ndindex(len(told), len(told)):
        assert shares[a] <= shares[b] or told[a] >= told[b]
        assert shares[a] != shares[b] or a > b or told[a] >= told[b]


@pytest.mark.parametrize(
    ("shares", "error", "said"),
    [
        ([0.5, 0.4], EntryError, "column 0 sums to 0.9; make it 1"),
        ([[1, 1.5], [0, -0.5]], EntryError, "entry 1 of column 1 is -0.5; give 0 or more"),
        ([float("nan")], EntryError, "is not finite"),
        ([], ShapeError, "nothing to share among"),
        (1, ShapeError, r"shares has shape \(\); give one share an entry"),
    ],
)
def test_what_are_no_shares(shares, error, said):
    with pytest.raises(error, match=said):
        round_shares(shares)
    with pytest.raises(ValueError, match="places = -1; give 0 or more"):
        round_shares([1], places=-1)
