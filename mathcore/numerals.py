"""The only place that turns a number into characters.

No exponent, no trailing zeros, a true minus sign (U+2212), never a negative zero; and a
percentage as English and Chinese write it, its sign right behind the digits.

What is exact and never ends, such as a third, is not rounded but cut, and says so: ``0.333…``. So
``0.333… + 0.666… = 1`` is true, as ``0.333 + 0.667 = 1`` is of other numbers.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from numbers import Rational, Real

import numpy as np

Number = float | Decimal | Real

MINUS = "\N{MINUS SIGN}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
ROUNDED_PLACES = 3
CUT_DIGITS = 4
"""After so many digits a number that never ends is cut, but not before its first decimal."""


def format_number(value: Number, *, signed: bool = False, places: int | None = None) -> str:
    r"""Write a number: exact where that is possible, else cut, or rounded half to even.

    Parameters
    ----------
    value : int, Fraction, Decimal or float
        Integers, Decimals and Fractions that end are written exactly. A Fraction that never
        ends is cut, and an ellipsis says so. A float (read by its shortest repr) is rounded to 3
        places.
    signed : bool
        Write a plus sign before positive numbers.
    places : int, optional
        Round to exactly this many decimal places, and keep their zeros.

    Returns
    -------
    str
        For example ``"13.5"``.

    Raises
    ------
    ValueError
        If the value is not finite, or `places` is negative.

    Examples
    --------
    >>> format_number(Fraction(9, 20)), format_number(40.0), format_number(Fraction(2, 3))
    ('0.45', '40', '0.666…')
    >>> format_number(9, signed=True), format_number(9, places=2)
    ('+9', '9.00')
    >>> format_number(-0.5) == "\N{MINUS SIGN}0.5"
    True
    """
    exact = _exact(value)
    if places is None:
        return _as_is(exact, ROUNDED_PLACES, signed, is_float=_is_float(value))
    if places < 0:
        raise ValueError(f"places = {places}; give 0 or more, or None for as many as needed")
    return _digits(exact, places, signed, strip=False)


def format_percent(share: Number, places: int | None = None) -> str:
    r"""Write a share as a percentage: ``100 * share`` and the sign.

    Parameters
    ----------
    share : int, Fraction, Decimal or float
        1 is the whole.
    places : int, optional
        As in `format_number`.

    Returns
    -------
    str
        For example ``"45%"``.

    Examples
    --------
    >>> format_percent(Fraction(9, 20))
    '45%'
    """
    hundredfold = 100 * _exact(share)
    if _is_float(share):
        written = format_number(float(hundredfold), places=places)
    elif places is None:  # as many digits as the share itself has
        written = _as_is(hundredfold, ROUNDED_PLACES - 2, signed=False, is_float=False)
    else:
        written = format_number(hundredfold, places=places)
    return f"{written}%"


def most_places(*values: Number) -> int:
    """Count the places of the number that is printed with the most.

    Examples
    --------
    >>> most_places(Fraction(1, 4), 2), most_places(Fraction(1, 3))
    (2, 3)
    """
    printed = (format_number(value).rstrip(ELLIPSIS) for value in values)
    return max(len(text.partition(".")[2]) for text in printed)


def never_ends(number: Fraction) -> bool:
    """Tell whether the decimals of a fraction go on for ever.

    Examples
    --------
    >>> never_ends(Fraction(1, 3)), never_ends(Fraction(3, 8))
    (True, False)
    """
    return _places(number) is None


def _as_is(exact: Fraction, most: int, signed: bool, *, is_float: bool) -> str:
    """Write a number with as many places as it has; `most` of one that has no end."""
    ends = None if is_float else _places(exact)
    if ends is None and not is_float:
        return _cut(exact, most, signed)
    return _digits(exact, ROUNDED_PLACES if ends is None else ends, signed, strip=True)


def _cut(exact: Fraction, most: int, signed: bool) -> str:
    """Write the first digits of a number that never ends."""
    whole = str(math.floor(abs(exact)))
    places = max(1, min(most, CUT_DIGITS - len(whole)))
    digits = f"{math.floor(abs(exact) * 10**places):0{places + 1}d}"
    return f"{_sign(exact, signed)}{whole}.{digits[-places:]}{ELLIPSIS}"


def _is_float(value: Number) -> bool:
    return isinstance(value, float | np.floating)


def _exact(value: Number) -> Fraction:
    """Read a number exactly; a float counts as what its shortest repr says."""
    if isinstance(value, Rational):
        return Fraction(int(value.numerator), int(value.denominator))
    try:
        return Fraction(str(value))
    except ValueError:
        raise ValueError(f"{value!r} has no digits to write; give a finite number") from None


def _places(exact: Fraction) -> int | None:
    """Count the decimal places of a fraction; None if they never end."""
    twos, rest = _divide_out(exact.denominator, 2)
    fives, rest = _divide_out(rest, 5)
    return max(twos, fives) if rest == 1 else None


def _divide_out(number: int, prime: int) -> tuple[int, int]:
    """Return ``(power, rest)`` with ``number == prime**power * rest``."""
    power = 0
    while number % prime == 0:
        number, power = number // prime, power + 1
    return power, number


def _digits(exact: Fraction, places: int, signed: bool, *, strip: bool) -> str:
    scaled = round(exact * 10**places)
    digits = f"{abs(scaled):0{places + 1}d}"
    whole, part = digits[: len(digits) - places], digits[len(digits) - places :]
    text = f"{whole}.{part.rstrip('0') if strip else part}".rstrip(".")
    return _sign(scaled, signed) + text


def _sign(scaled: int | Fraction, signed: bool) -> str:
    if scaled < 0:
        return MINUS
    return "+" if signed and scaled > 0 else ""
