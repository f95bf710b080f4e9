"""Laws of vectors that are laid into a plane."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathcore import EntryError, ShapeError, flatten


def test_flatten_written_out():
    """(1, 2, 2) / 3 and (2, 1, -2) / 3 are as long as 1, and square: they span the plane."""
    first, second = flatten([[2, 4, 4], [2, 1, -2]])
    assert first == pytest.approx([(2 * 1 + 4 * 2 + 4 * 2) / 3, 0], abs=1e-12)
    assert second == pytest.approx([0, (2 * 2 + 1 * 1 + 2 * 2) / 3], abs=1e-12)


def test_two_entries_stay_as_they_are():
    assert flatten([[3, -4], [0, 1]]).tolist() == [[3, -4], [0, 1]]


vectors = st.tuples(st.integers(1, 6), st.integers(2, 5)).flatmap(
    lambda shape: arrays(np.float64, shape, elements=st.integers(-9, 9).map(float))
)


@given(vectors)
def test_no_plane_keeps_more(rows):
    """What is kept is the sum of the two largest eigenvalues, and no arrow grows."""
    flat = flatten(rows)
    eigenvalues = np.linalg.eigvalsh(rows.T @ rows)
    assert np.square(flat).sum() == pytest.approx(eigenvalues[-2:].sum(), abs=1e-6)
    lengths, kept = (np.square(each).sum(axis=1) for each in (rows, flat))
    assert (kept <= lengths + 1e-6).all()


@pytest.mark.parametrize(
    ("rows", "said"), [([[1], [2]], "2 entries or more"), (np.ones((0, 3)), "one at least")]
)
def test_what_has_no_plane_is_refused(rows, said):
    with pytest.raises(ShapeError, match=said):
        flatten(rows)


def test_what_is_no_number_is_refused():
    with pytest.raises(EntryError, match="not finite"):
        flatten([[1, 2, np.inf]])
