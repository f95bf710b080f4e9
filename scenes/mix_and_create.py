"""Chapter 3: what a product does. Columns mix columns, bottle by bottle, into something new."""

from __future__ import annotations

from collections.abc import Iterator

from manim import Animation

from mathcore import trace_matmul
from scenes.kit.column_view import ColumnView
from scenes.kit.drinks import Drinks
from scenes.kit.falk_view import FalkView
from scenes.kit.layout.falk import falk_place
from scenes.kit.layout.mixing import mixing_place
from scenes.kit.mixing import first_column, other_columns
from scenes.kit.shape_line import beside
from scenes.kit.stage import Chapter

Motions = Iterator[Animation | str]


class MixAndCreate(Chapter):
    """The same product once more: column by column, then one ingredient at a time."""

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        trace = trace_matmul(self.book.values, self.book.shares)
        falk = falk_place(self.book, trace, self.lang, rows=len(self.book.properties))
        place = mixing_place(falk, self.book, trace, self.lang)
        view = FalkView(self.theme, self.book, trace, falk, self.lang)
        drinks = Drinks(self.theme, self.book, place.vessels, place.names, place.names_first)
        columns = ColumnView(view, trace, place, drinks)

        self.add(view.without_entry_heads(), drinks)
        self.beat("column_view", self.show_shape(), first_column(columns))
        if columns.count > 1:
            self.beat("the_other_columns", other_columns(columns))

    def show_shape(self) -> Motions:
        """Show the shape of the product beside the heading, from the first moment."""
        sizes = len(self.book.properties), len(self.book.ingredients), len(self.book.mixtures)
        self.shape = beside(self.heading, self.theme, sizes)
        self.add(self.shape)
        yield from ()
