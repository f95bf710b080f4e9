"""Numerals in running text: which characters are numbers, and which numbers may be said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from mathcore import MatmulTrace, RecipeBook, format_number, format_percent
from mathcore.numerals import ROUNDED_PLACES
from scenes.kit.stage.claims import Ledger, Source
from scenes.kit.stage.phrases import full_name
from scenes.production.gate.moment import SeenNumber
from scenes.production.gate.words import lent_by_layer

MOST_SAID = 1000  # entries of a table, if they may be said
PLACES_SAID = (None, 0, 1, 2)
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


def slack(number: SeenNumber) -> Fraction:
    """Return by how much a numeral may differ from its value, because it was rounded."""
    if read(number.text) == Fraction(number.value):
        return Fraction(0)
    places = ROUNDED_PLACES if number.places is None else number.places
    return Fraction(1, 2 * 10 ** (places + 2 * number.percent))


def own_words(book: RecipeBook, language: str, layer: Any = None) -> str:
    """Return all names, units and words of an example and a layer: they may hold digits."""
    named = [*book.ingredients, *book.mixtures, *book.properties]
    words = [each.name[language] for each in named]
    words += [mixture.short[language] for mixture in book.mixtures]
    words += [each.unit[language] for each in book.properties if each.unit]
    words += [full_name(each)[language] for each in book.properties]
    words += [word[language] for word in book.words.values()]
    words += [text[language] for text in lent_by_layer(layer)]
    return "\n".join(words)


def sayable(ledger: Ledger) -> Iterator[str]:
    """Go through the printed forms of every number that a caption about this film may name."""
    trace = ledger.trace
    for table in _tables(trace):
        yield from (format_number(value) for value in table.ravel())
    yield from (format_percent(share) for share in trace.right.ravel())
    yield from (format_number(count) for count in (*trace.left.shape, *trace.right.shape))
    yield from (format_percent(sum(column, Fraction(0))) for column in trace.right.T)
    for source in ledger.named.values():
        yield from _sayable_of(source)


def _sayable_of(source: Source) -> Iterator[str]:
    """Go through the numbers of a source, and its sizes; nobody says one of a thousand pixels."""
    for table in _tables(source):
        yield from (format_number(count) for count in table.shape)
        for value in table.ravel() if table.size <= MOST_SAID else ():
            for places in PLACES_SAID:
                yield format_number(value, places=places)
                yield format_percent(value, places=places)


def _tables(source: Source) -> tuple[Any, ...]:
    if not isinstance(source, MatmulTrace):
        return (source,)
    return source.left, source.right, source.products, source.partials, source.result
