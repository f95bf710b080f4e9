"""The words that an example lends to the spoken lines: its ``{placeholders}``.

Pure: knows nothing of Manim.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from mathcore import Property, RecipeBook, format_number
from scenes.kit.stage.script import LANGUAGES, Text

COUNTS = tomllib.loads((Path(__file__).parent / "counts.toml").read_text(encoding="utf-8"))
COUNTED = {"ingredient": "ingredients", "mixture": "mixtures", "order": "orders"}


def count_word(count: int) -> Text:
    """Return a small number as a word.

    >>> count_word(3)["en"]
    'three'
    """
    return {language: COUNTS[language][count] for language in LANGUAGES}


def placeholders(book: RecipeBook) -> Mapping[str, Text | str]:
    """Return what a spoken line may name, for this example.

    ``{ingredients}``, ``{mixtures}`` and ``{orders}`` are singular where there is only one.
    ``{ingredient}``, ``{mixture}``, ``{order}``, ``{vessel}``, ``{shelf}`` and ``{pours}`` are the
    example's words; ``{K}``, ``{n}``, ``{m}`` are the numbers of ingredients, mixtures and
    properties, ``{ingredient_count}`` and so on the same in words; ``{first_mixture}``,
    ``{first_property}`` are names.
    """
    sizes = {"ingredient": len(book.ingredients), "mixture": len(book.mixtures)}
    sizes["order"] = sizes["mixture"]
    values: dict[str, Text | str] = dict(book.words)
    for one, many in COUNTED.items():
        values[many] = book.words[one if sizes[one] == 1 else many]
    values["ingredient_count"] = count_word(len(book.ingredients))
    values["mixture_count"] = count_word(len(book.mixtures))
    values["property_count"] = count_word(len(book.properties))
    values["K"], values["n"] = format_number(sizes["ingredient"]), format_number(sizes["mixture"])
    values["m"] = format_number(len(book.properties))
    values["first_mixture"] = book.mixtures[0].short
    values["first_property"] = book.properties[0].name
    return values


def full_name(named: Property) -> Text:
    """Return the name of a property with its unit, as in ``Strength, % vol``."""
    if named.unit is None:
        return named.name
    comma = {"en": ", ", "zh": "，"}
    return {key: named.name[key] + comma[key] + named.unit[key] for key in LANGUAGES}


def measured(value: float | Fraction, named: Property | None = None) -> Text:
    """Return a number with the unit of a property, as in ``17 % vol``."""
    number = format_number(value)
    if named is None or named.unit is None:
        return dict.fromkeys(LANGUAGES, number)
    return {key: f"{number}\u00a0{named.unit[key]}" for key in LANGUAGES}
