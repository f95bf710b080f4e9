"""Kernels of any size make maps of one size: each entry under its pixel, and rounded."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mathcore.layer_file.picture_kernels import Kernels

ENTRIES = st.fractions(-9, 9, max_denominator=9)
sides = st.integers(1, 4)


@st.composite
def tables(draw):
    high, wide = draw(sides), draw(sides)
    entries = draw(st.lists(ENTRIES, min_size=high * wide, max_size=high * wide))
    return np.array(entries, dtype=object).reshape(high, wide)


def test_a_map_written_out():
    half = Kernels.of([np.array([[Fraction(1, 2), Fraction(1, 3)]])])
    # 4/2 + 5/3 = 3.66… is 4, 5/2 + 6/3 = 4.5 is 4: halves to even
    assert half.maps(np.array([[4, 5, 6]])).tolist() == [[[4, 4]]]
    assert half.places((1, 3)) == (range(1), range(1, 3))


@given(st.lists(tables(), min_size=1, max_size=3))
def test_every_entry_is_a_sum_around_its_pixel(drawn):
    kernels = Kernels.of(drawn)
    bright = np.arange(1, 73).reshape(8, 9)
    rows, columns = kernels.places(bright.shape)
    for made, table in zip(kernels.maps(bright), drawn, strict=True):
        middle = table.shape[0] // 2, table.shape[1] // 2

        def at(y, x, table=table, middle=middle):
            shifted = bright[y - middle[0] :, x - middle[1] :]
            return round(sum((table * shifted[: table.shape[0], : table.shape[1]]).flat))

        assert made.tolist() == [[at(y, x) for x in columns] for y in rows]


def test_numbers_too_large_for_the_machine_stay_exact():
    huge = Kernels.of([np.array([[Fraction(10**15), Fraction(1, 10**9)]])])
    assert huge.maps(np.array([[200, 0, 0]])).tolist() == [[[200 * 10**15, 0]]]
