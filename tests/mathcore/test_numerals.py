"""Numbers as characters."""

import re
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathcore import format_number, format_percent

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("value", "options", "written"),
    [
        (17, {}, "17"),
        (0, {}, "0"),
        (-3, {}, f"{MINUS}3"),
        (Fraction(27, 2), {}, "13.5"),
        (Fraction(1, 5**4), {}, "0.0016"),
        (Fraction(1, 2**5), {}, "0.03125"),
        (Fraction(1, 3), {}, "0.333…"),
        (Fraction(-2, 3), {}, f"{MINUS}0.666…"),
        (Fraction(200, 3), {}, "66.66…"),
        (Fraction(1000, 3), {"signed": True}, "+333.3…"),
        (Fraction(10**6, 3), {}, "333333.3…"),
        (Fraction(1, 3000), {}, "0.000…"),
        (Fraction(2, 3), {"places": 3}, "0.667"),
        (2 / 3, {}, "0.667"),
        (Decimal("0.10"), {}, "0.1"),
        (40.0, {}, "40"),
        (0.1, {}, "0.1"),
        (0.1 + 0.2, {}, "0.3"),
        (0.0625, {}, "0.062"),
        (2.6785, {}, "2.678"),
        (-0.0, {}, "0"),
        (-0.0001, {}, "0"),
        (1e22, {}, "1" + "0" * 22),
        (1e-9, {}, "0"),
        (Fraction(1, 10**9), {}, "0.000000001"),
        (np.float32(0.1), {}, "0.1"),
        (np.int64(100), {}, "100"),
        (9, {"signed": True}, "+9"),
        (-9, {"signed": True}, f"{MINUS}9"),
        (0, {"signed": True}, "0"),
        (9, {"places": 2}, "9.00"),
        (Fraction(5, 2), {"places": 0}, "2"),
        (Fraction(7, 2), {"places": 0}, "4"),
        (Fraction(-1, 1000), {"places": 2, "signed": True}, "0.00"),
        (100, {"places": 0}, "100"),
        (Fraction(1, 20), {"places": 1}, "0.0"),
    ],
)
def test_written_out(value, options, written):
    assert format_number(value, **options) == written


@given(st.one_of(st.integers(), st.decimals(-1e6, 1e6, places=6).map(Fraction)))
def test_integers_and_ending_fractions_read_back_exactly(value):
    assert Fraction(format_number(value).replace(MINUS, "-")) == value
    assert Fraction(format_number(value, signed=True).replace(MINUS, "-")) == value


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(0, 6))
def test_rounding_is_that_of_the_shortest_repr(value, places):
    written = format_number(value, places=places)
    assert Fraction(written.replace(MINUS, "-")) == round(Fraction(repr(value)), places)
    assert len(written.partition(".")[2]) == places


@given(st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.fractions()))
def test_no_exponent_no_negative_zero_no_trailing_zeros(value):
    written = format_number(value)
    assert set(written) <= set(f"0123456789.…{MINUS}")
    assert written != f"{MINUS}0"
    assert "." not in written or not written.endswith(("0", "."))


@given(st.fractions(), st.booleans())
def test_what_never_ends_is_cut_where_its_digits_go_on(value, percent):
    """What is printed is the beginning of the value: no digit of it is another's."""
    written = format_percent(value) if percent else format_number(value)
    digits = written.removesuffix("%").replace(MINUS, "-")
    exact, places = 100 * value if percent else value, len(digits.rstrip("…").partition(".")[2])
    beginning = Fraction(digits.rstrip("…"))
    if digits.endswith("…"):
        assert 10 ** (3 * value.denominator.bit_length()) % value.denominator
        assert abs(beginning) < abs(exact) < abs(beginning) + Fraction(1, 10**places)
    else:
        assert beginning == exact


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("-Infinity")])
def test_what_is_not_finite_has_no_digits(value):
    with pytest.raises(ValueError, match="has no digits to write; give a finite number"):
        format_number(value)


def test_negative_places_are_refused():
    with pytest.raises(ValueError, match="places = -1; give 0 or more"):
        format_number(1, places=-1)


@pytest.mark.parametrize(
    ("share", "places", "written"),
    [
        (Fraction(9, 20), None, "45%"),
        (Fraction(1, 8), None, "12.5%"),
        (Fraction(-1, 2), None, f"{MINUS}50%"),
        (0.12345678, None, "12.346%"),
        (0.07, None, "7%"),
        (Fraction(1, 3), None, "33.3…%"),
        (Fraction(1, 3), 1, "33.3%"),
        (1, None, "100%"),
    ],
)
def test_percent_written_out(share, places, written):
    assert format_percent(share, places) == written


@given(st.decimals(-10, 10, places=5).map(Fraction))
def test_percent_reads_back_as_the_share(share):
    written = format_percent(share)
    assert Fraction(written.removesuffix("%").replace(MINUS, "-")) / 100 == share
    assert re.fullmatch(r".*\d%", written)
