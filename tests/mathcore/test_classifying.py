"""Which class a sample is: the first of its largest scores, exactly."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mathcore.classifying import classify


def test_a_tie_that_floats_do_not_see(tmp_path):
    tenth, three = Fraction(1, 10), Fraction(3, 10)
    weights = np.array([[tenth, three], [2 * tenth, Fraction(0)]])
    assert 0.1 + 0.2 > 0.3, "as floats the first class would not be equal, but ahead"
    rows = np.array([[1.0, 1.0], [1.0, 0.0]])
    assert classify(rows, lambda row: rows[row].astype(int), weights[:, ::-1]).tolist() == [0, 0]


whole = st.integers(-3, 3).map(Fraction)


@given(data=st.data(), size=st.tuples(*[st.integers(1, 3)] * 2, st.integers(2, 4)))
def test_a_class_is_the_first_of_the_largest_exact_scores(data, size):
    n, inner, classes = size
    rows = [[data.draw(whole) / 10 for _ in range(inner)] for _ in range(n)]
    weights = [[data.draw(whole) / 3 for _ in range(classes)] for _ in range(inner)]
    floats = np.array(rows, dtype=float)
    found = classify(floats, lambda row: np.array(rows[row]), np.array(weights)).tolist()
    scores = [
        [sum(row[k] * weights[k][j] for k in range(inner)) for j in range(classes)] for row in rows
    ]
    assert found == [row.index(max(row)) for row in scores]
