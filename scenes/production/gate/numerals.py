"""Numerals: which characters are numbers, and what stands for a value."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from mathcore import format_number, format_percent
from mathcore.numerals import ELLIPSIS, ROUNDED_PLACES
from scenes.kit.stage.numeral import Numeral

if TYPE_CHECKING:  # it knows Manim
    from scenes.production.gate.moment import SeenNumber

NAME = re.compile(r"[A-Za-z]+\d[A-Za-z]+")  # a digit amid letters tells no number
NUMERAL = re.compile(r"\N{MINUS SIGN}?\d+(?:\.\d+…?)?")


def numerals_in(text: str) -> list[str]:
    """Return the numerals of a text, as they are printed.

    >>> numerals_in("1.92 per 100 ml, −3")
    ['1.92', '100', '−3']
    >>> numerals_in("im2col makes 9 rows")
    ['9']
    """
    return NUMERAL.findall(NAME.sub("", text))


def read(text: str) -> Fraction:
    """Return the number that a numeral stands for, of one that is cut what is there of it.

    Parentheses and a percent sign are read too.

    >>> read("(−0.5)"), read("45 %"), read("0.3…")
    (Fraction(-1, 2), Fraction(9, 20), Fraction(3, 10))
    """
    plain = text.strip("()").replace("\N{MINUS SIGN}", "-").replace("+", "").replace(ELLIPSIS, "")
    if plain.endswith("%"):
        return Fraction(plain[:-1].strip()) / 100
    return Fraction(plain)


def expected(number: SeenNumber, value: Fraction | float) -> str:
    """Return the characters that stand for a value in the manner of a numeral."""
    if number.percent:
        return format_percent(value, places=number.places)
    printed = format_number(value, signed=number.signed, places=number.places)
    return f"({printed})" if number.enclosed and value < 0 else printed


def said(numeral: Numeral, value: Fraction | float, language: str) -> str:
    """Return the characters that stand for a value in a line of text, in a numeral's manner."""
    return replace(numeral, value=value)[language]


def bounds(number: SeenNumber) -> tuple[Fraction, Fraction]:
    """Return between which numbers the value lies, by what is printed.

    A numeral that is the value itself is both. One that is cut says so: the value is less than a
    unit of its last place farther from 0. One that is rounded lies within half a unit.
    """
    printed = read(number.text)
    if printed == Fraction(number.value):
        return printed, printed
    whole = 100 if number.percent else 1
    if ELLIPSIS in number.text:
        unit = Fraction(1, whole * 10 ** places_in(number.text))
        ends = printed, printed + (unit if number.value > 0 else -unit)
        return min(ends), max(ends)
    places = ROUNDED_PLACES if number.places is None else number.places
    half = Fraction(1, 2 * whole * 10**places)
    return printed - half, printed + half


def places_in(text: str) -> int:
    """Return how many digits stand behind the point.

    >>> places_in("66.66…"), places_in("0.5 %"), places_in("7")
    (2, 1, 0)
    """
    return sum(each.isdigit() for each in text.partition(".")[2])
