"""A number in characters, by decimal arithmetic.

The promise: no exponent, no digit groups, a true minus sign, never a negative zero.  A whole
number, or a fraction that ends, is written out.  One that never ends is cut after its fourth digit,
yet has at least one place, at most 3, as a percentage 1, and an ellipsis.  A float, which is read
by its shortest repr, has at most 3 places.  With ``places`` there are exactly so many.  What is
rounded is rounded to the nearest, halves to even.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, localcontext
from fractions import Fraction

Number = int | float | Fraction

MINUS = "\N{MINUS SIGN}"
AT_MOST = 3  # places of what never ends
CLOSE = 1e-9  # two ways of reckoning with floats differ by less


def characters(
    value: Number,
    *,
    percent: bool = False,
    signed: bool = False,
    enclosed: bool = False,
    places: int | None = None,
) -> str:
    """Return a number as it is to be printed; ``enclosed`` puts a negative one in parentheses.

    >>> characters(Fraction(9, 20)), characters(0.0625), characters(9, signed=True, places=2)
    ('0.45', '0.062', '+9.00')
    >>> characters(Fraction(200, 3)), characters(Fraction(-2, 3), percent=True)[:6]
    ('66.66…', '−66.6…')
    """
    above, below = _ratio(value)
    if percent:
        written = _written(100 * above, below, isinstance(value, float), places, AT_MOST - 2)
        return f"{written}%"
    text = _written(above, below, isinstance(value, float), places)
    if signed and above > 0 and text.strip("0."):
        text = f"+{text}"
    return f"({text})" if enclosed and value < 0 else text


def spellings(value: Number, **manner: bool | int | None) -> set[str]:
    """Return the characters of a number; of a float also those of its nearest neighbours."""
    near = (value, value - _noise(value), value + _noise(value))
    return {characters(each, **manner) for each in near}  # type: ignore[arg-type]


def agree(one: Number, other: Number) -> bool:
    """Tell whether two numbers are the same: exact ones to the last digit, floats nearly."""
    if isinstance(one, float) or isinstance(other, float):
        return abs(float(one) - float(other)) <= CLOSE * max(1.0, abs(float(other)))
    return Fraction(one) == Fraction(other)


def _noise(value: Number) -> Number:
    return CLOSE * max(1.0, abs(value)) if isinstance(value, float) else 0


def _ratio(value: Number) -> tuple[int, int]:
    exact = Decimal(repr(value)) if isinstance(value, float) else Fraction(value)
    return exact.as_integer_ratio()


def _written(
    above: int, below: int, is_float: bool, places: int | None, most: int = AT_MOST
) -> str:
    room = len(str(above)) + below.bit_length() + (places or AT_MOST) + 2
    with localcontext(Context(prec=room, rounding=ROUND_HALF_EVEN, traps=[])) as context:
        number = Decimal(above) / Decimal(below)
        if places is None and not is_float and context.flags[Inexact]:
            return _divided(above, below, most)
        if places is None and (is_float or context.flags[Inexact]):
            number = number.quantize(Decimal(1).scaleb(-AT_MOST))
        if places is None:
            number = number.normalize()
        else:
            number = number.quantize(Decimal(1).scaleb(-places))
        text = f"{abs(number):f}"
    return f"{MINUS}{text}" if number < 0 else text


def _divided(above: int, below: int, most: int) -> str:
    """Divide on paper, digit by digit, and leave off."""
    whole, rest = divmod(abs(above), below)
    text = f"{MINUS if above < 0 else ''}{whole}."
    for _ in range(max(1, min(most, 4 - len(str(whole))))):
        digit, rest = divmod(10 * rest, below)
        text += str(digit)
    return f"{text}\N{HORIZONTAL ELLIPSIS}"
