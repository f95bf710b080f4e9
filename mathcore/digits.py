"""Digits as people type them: of any width and script, but only what is a digit."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

MOST_DIGITS = 30
"""Characters of a number; a guard against numbers that would fill the memory."""
DECIMAL = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
SIGNS = str.maketrans("\N{MINUS SIGN}－＋．／％", "--+./%")


def in_ascii(text: str) -> str:
    """Write digits of any script and signs of any width as ASCII ones, and trim the spaces.

    Raises
    ------
    ValueError
        If a character has the value of a number and is no digit, such as a footnote's mark: the
        message names it.

    Examples
    --------
    >>> in_ascii("４．５％")
    '4.5%'
    >>> in_ascii("12¹")
    Traceback (most recent call last):
    ValueError: "¹" (superscript one) is no digit; write 0 to 9
    """
    if text.isascii():
        return text.strip()
    return "".join(map(_in_ascii, text.translate(SIGNS).strip()))


def read_decimal(text: str) -> Fraction | None:
    """Read a decimal number exactly; None if it is none, or too long.

    Raises
    ------
    ValueError
        If a character only looks like a digit; see `in_ascii`.

    Examples
    --------
    >>> read_decimal("−0.5"), read_decimal("１２"), read_decimal("1_0"), read_decimal("ten")
    (Fraction(-1, 2), Fraction(12, 1), None, None)
    """
    plain = in_ascii(text)
    return Fraction(plain) if len(plain) <= MOST_DIGITS and DECIMAL.fullmatch(plain) else None


def _in_ascii(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.numeric(character, None) is not None:
        name = unicodedata.name(character, "nameless").lower()
        raise ValueError(f'"{character}" ({name}) is no digit; write 0 to 9')
    return character
