"""Numbers as an example file writes them, read exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from mathcore.digits import MOST_DIGITS, in_ascii, read_decimal
from mathcore.recipe_file.tables import show


def read_share(raw: object) -> Fraction:
    """Read a share: ``"20%"``, ``"12.5 %"``, ``0.2``, ``1`` or ``"1/5"``.

    Parameters
    ----------
    raw : object
        What `tomllib` found, its floats as Decimals.

    Returns
    -------
    Fraction
        1 is the whole.

    Raises
    ------
    ValueError
        If that is no share; the message goes on from "share of gin".

    Examples
    --------
    >>> read_share("45%"), read_share(Decimal("0.2")), read_share("1/5")
    (Fraction(9, 20), Fraction(1, 5), Fraction(1, 5))
    """
    return _read(raw, 'a share; write "20%", 0.2 or "1/5"', percent=True)


def read_value(raw: object) -> Fraction:
    """Read the value of a property: ``40``, ``0.4`` or ``"1/3"``.

    Parameters
    ----------
    raw : object
        What `tomllib` found, its floats as Decimals.

    Returns
    -------
    Fraction
        The same number.

    Raises
    ------
    ValueError
        If that is no number; the message goes on from "value of gin".

    Examples
    --------
    >>> read_value(40), read_value("1/3")
    (Fraction(40, 1), Fraction(1, 3))
    """
    return _read(raw, 'a number; write 40, 0.4 or "1/3"', percent=False)


def _read(raw: object, wanted: str, *, percent: bool) -> Fraction:
    if isinstance(raw, str):
        return _from_text(raw, wanted, percent)
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        raise ValueError(f"is {show(raw)}, not {wanted}")
    return _from_number(raw)


def _from_number(raw: int | Decimal) -> Fraction:
    if isinstance(raw, Decimal) and not raw.is_finite():
        raise ValueError(f"is {show(raw)}; write a finite number")
    if raw == 0:
        return Fraction(0)
    before, after = _digits(raw)
    if max(before, after) > MOST_DIGITS:
        raise ValueError(f"is {show(raw)}; write it with at most {MOST_DIGITS} digits")
    return Fraction(raw)


def _digits(number: int | Decimal) -> tuple[int, int]:
    """Estimate the digits before and after the point, without writing them out."""
    if isinstance(number, int):
        return number.bit_length() // 4, 0
    return number.adjusted() + 1, -int(number.as_tuple().exponent)


def _from_text(raw: str, wanted: str, percent: bool) -> Fraction:
    try:
        text = re.sub(r"\s*([/%])\s*", r"\1", in_ascii(raw))
    except ValueError as fault:
        raise ValueError(f"is {show(raw)}: {fault}") from None
    if len(text) > MOST_DIGITS:
        raise ValueError(f"is {show(raw)}; write it with at most {MOST_DIGITS} digits")
    if match := re.fullmatch(r"([+-]?[0-9]+)/([0-9]+)", text):
        return _ratio(raw, int(match[1]), int(match[2]))
    number = read_decimal(text.removesuffix("%") if percent else text)
    if number is None:
        raise ValueError(f"is {show(raw)}, not {wanted}")
    return number / 100 if percent and text.endswith("%") else number


def _ratio(raw: str, above: int, below: int) -> Fraction:
    if below == 0:
        raise ValueError(f"is {show(raw)}, which divides by zero; write another number")
    return Fraction(above, below)
