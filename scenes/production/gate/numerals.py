"""Numerals in running text: which characters are numbers, and which numbers may be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from mathcore import RecipeBook, format_number, format_percent
from scenes.kit.claims import Ledger
from scenes.kit.phrases import full_name
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


def expected(number: SeenNumber, value: Fraction) -> str:
    """Return the characters that stand for a value in the manner of a numeral."""
    if number.percent:
        return format_percent(value)
    printed = format_number(value, signed=number.signed)
    return f"({printed})" if number.enclosed and value < 0 else printed


def own_words(book: RecipeBook, language: str) -> str:
    """Return all names, units and words of an example, which may hold digits of their own."""
    named = [*book.ingredients, *book.mixtures, *book.properties]
    words = [each.name[language] for each in named]
    words += [mixture.short[language] for mixture in book.mixtures]
    words += [each.unit[language] for each in book.properties if each.unit]
    words += [full_name(each)[language] for each in book.properties]
    words += [word[language] for word in book.words.values()]
    return "\n".join(words)


def sayable(ledger: Ledger) -> Iterator[str]:
    """Go through the printed forms of every number that a caption about this example may name."""
    trace = ledger.trace
    tables = (trace.left, trace.right, trace.products, trace.partials, trace.result)
    for table in tables:
        yield from (format_number(value) for value in table.ravel())
    yield from (format_percent(share) for share in trace.right.ravel())
    yield from (format_number(count) for count in (*trace.left.shape, *trace.right.shape))
    yield from (format_percent(sum(column, Fraction(0))) for column in trace.right.T)
