"""Numerals: which characters are numbers, and what stands for a value."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from mathcore import format_number, format_percent
from mathcore.numerals import ROUNDED_PLACES
from scenes.kit.stage.numeral import Numeral
from scenes.production.gate.moment import SeenNumber

NUMERAL = re.compile(r"\N{MINUS SIGN}?\d+(?:\.\d+)?")


def numerals_in(text: str) -> list[str]:
    """Return the numerals of a text, as they are printed.

    >>> numerals_in("1.92 per 100 ml, −3")
    ['1.92', '100', '−3']
    """
    return NUMERAL.findall(text)


def read(text: str) -> Fraction:
    """Return the number that a numeral stands for; parentheses and a percent sign are read too.

    >>> read("(−0.5)"), read("45 %")
    (Fraction(-1, 2), Fraction(9, 20))
    """
    plain = text.strip("()").replace("\N{MINUS SIGN}", "-").replace("+", "")
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


def slack(number: SeenNumber) -> Fraction:
    """Return by how much a numeral may differ from its value, because it was rounded."""
    if read(number.text) == Fraction(number.value):
        return Fraction(0)
    places = ROUNDED_PLACES if number.places is None else number.places
    return Fraction(1, 2 * 10 ** (places + 2 * number.percent))
