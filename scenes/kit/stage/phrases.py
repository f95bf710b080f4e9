"""The words that an example lends to the spoken lines: its ``{placeholders}``.

Pure: knows nothing of Manim.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from mathcore import Property, RecipeBook
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import LANGUAGES, Text

COUNTED = {"ingredient": "ingredients", "mixture": "mixtures", "order": "orders"}


def count_word(count: int, claim: Claim) -> Numeral:
    """Return a small count as a word.

    >>> count_word(3, Claim("columns"))["en"]
    'three'
    """
    return Numeral(count, claim, words=True)


def placeholders(book: RecipeBook) -> Mapping[str, Text | str]:
    """Return what a spoken line may name, for this example.

    ``{ingredients}``, ``{mixtures}`` and ``{orders}`` are singular where there is only one.
    ``{ingredient}``, ``{mixture}``, ``{order}``, ``{vessel}``, ``{shelf}``, ``{pours}`` and
    ``{question}`` are the example's words; ``{K}``, ``{n}``, ``{m}`` are the numbers of
    ingredients, mixtures and properties, ``{ingredient_count}`` and so on the same in words;
    ``{first_mixture}``, ``{first_property}`` are names.
    """
    sizes = {"ingredient": len(book.ingredients), "mixture": len(book.mixtures)}
    sizes["order"], rows = sizes["mixture"], len(book.properties)
    values: dict[str, Text | str] = dict(book.words)
    for one, many in COUNTED.items():
        values[many] = book.words[one if sizes[one] == 1 else many]
    counted = {
        ("ingredient_count", "K"): (sizes["ingredient"], Claim("inner")),
        ("mixture_count", "n"): (sizes["mixture"], Claim("columns")),
        ("property_count", "m"): (rows, Claim("rows", (rows,))),
    }
    for (word, figure), (count, claim) in counted.items():
        values[word], values[figure] = count_word(count, claim), Numeral(count, claim)
    values["first_mixture"] = book.mixtures[0].short
    values["first_property"] = book.properties[0].name
    return values


def full_name(named: Property) -> Text:
    """Return the name of a property with its unit, as in ``Strength, % vol``."""
    if named.unit is None:
        return named.name
    comma = {"en": ", ", "zh": "，"}
    return {key: named.name[key] + comma[key] + named.unit[key] for key in LANGUAGES}


def measured(value: float | Fraction, claim: Claim, named: Property | None = None) -> Numeral:
    """Return a number with the unit of a property, as in ``17% vol``."""
    return Numeral(value, claim, unit=None if named is None else named.unit)
