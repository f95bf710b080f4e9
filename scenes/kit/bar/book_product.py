"""The product of a recipe book, as a labelled product.  Pure: knows nothing of Manim."""

from __future__ import annotations

from mathcore import RecipeBook, trace_matmul
from scenes.kit.product.labelled_product import LabelledProduct


def book_product(book: RecipeBook) -> LabelledProduct:
    """Return properties × ingredients times ingredients × mixtures, with the names of the book.

    >>> product = book_product(RecipeBook.load("assets/examples/cocktails.toml"))
    >>> product.sizes, [name["en"] for name in product.inner]
    ((4, 4, 3), ['gin', 'liqueur', 'lemon juice', 'cola'])
    """
    return LabelledProduct(
        trace_matmul(book.values, book.shares),
        rows=tuple(each.name for each in book.properties),
        inner=tuple(each.name for each in book.ingredients),
        columns=tuple(each.short for each in book.mixtures),
        slots=tuple(each.hue for each in book.ingredients),
        units=tuple(each.unit for each in book.properties),
        channels=book.channels,
    )
