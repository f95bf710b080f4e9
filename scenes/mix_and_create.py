"""Chapter 3: what a product does. Columns mix columns, bottle by bottle, into something new."""

from __future__ import annotations

from manim import Animation, FadeOut, ReplacementTransform, Wait

from scenes.acts.mix_and_create.falk_closing import close_falk
from scenes.acts.mix_and_create.pace import first_column, other_columns
from scenes.acts.mix_and_create.sentence import Sentence
from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.bar.drinks import Drinks
from scenes.kit.columns.column_view import GLANCE, ColumnView
from scenes.kit.columns.column_view_geometry import mixing_place
from scenes.kit.columns.one_at_a_time import OneAtATime, add_one_at_a_time, prove
from scenes.kit.ground.motion import SHORT, appear, vanish
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.more_rows import swatches_of
from scenes.kit.product.product_view import ProductView
from scenes.kit.product.shape_line import ShapeLine, beside
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.heading import Heading
from scenes.kit.stage.motions import Motions
from scenes.kit.sums.term_line import line_of


class MixAndCreate(Chapter):
    """The same product once more: column by column, then one ingredient at a time."""

    shape: ShapeLine | None = None

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        self.recipes, drawn = book_product(self.book), BookLikenesses(self.theme, self.book)
        view = FalkView(self.theme, self.recipes, self.lang, likenesses=drawn)
        place = mixing_place(view.place, self.recipes, self.lang, signed=drawn.signed)
        drinks = Drinks(self.theme, self.book, place.vessels, place.names, place.names_first)
        columns, self.place, self.likenesses = ColumnView(view, place, drinks), view.place, drawn

        self.add(view.without_entry_heads(), drinks)
        self.beat("column_view", self.show_shape(), first_column(columns))
        if columns.count > 1:
            self.beat("the_other_columns", other_columns(columns))
        sums = OneAtATime(columns)
        self.beat("one_at_a_time", add_one_at_a_time(sums), self.colours(view), self.proof(sums))
        self.beat("combine_and_create", self.close(view, drinks), self.sentence())

    def show_shape(self) -> Motions:
        """Show the shape of the product beside the heading, from the first moment."""
        self.shape = self.shape_beside(self.heading)
        if self.shape is not None:
            self.add(self.shape)
        yield from ()

    def shape_beside(self, heading: Heading) -> ShapeLine | None:
        """Return the shape of the product beside a heading, if there is room."""
        shape = beside(heading, self.theme, self.recipes.sizes)
        return shape if shape.clear_of(self.place) else None

    def follow(self, heading: Heading) -> list[Animation]:
        """Keep the shape beside the heading when that changes."""
        if self.shape is None:
            return []
        old, self.shape = self.shape, self.shape_beside(heading)
        if self.shape is None:
            return [FadeOut(old, run_time=SHORT)]
        return [ReplacementTransform(old, self.shape, run_time=SHORT)]

    def colours(self, view: FalkView) -> Motions:
        """Show the colour of every mixture, if it has one."""
        self.swatches = swatches_of(view)
        if self.swatches:
            yield appear(*self.swatches)

    def proof(self, sums: OneAtATime) -> Motions:
        """Open one cell: every ingredient gave it a term."""
        yield from prove(sums, line_of(sums.view, *self.recipes.fullest))
        self.opened = sums

    def close(self, view: FalkView, drinks: Drinks) -> Motions:
        """Close the layout: bottles, recipes, and what was made of them."""
        self.in_line = ProductView(self.theme, self.recipes, self.lang, self.likenesses)
        gone = [part for part in (self.shape, *self.swatches) if part is not None]
        if gone:
            yield vanish(*gone)
        yield self.opened.put_away()
        yield from close_falk(view, drinks, self.in_line)

    def sentence(self) -> Motions:
        """Say what went in and what came out; then say it of a network."""
        things, features = (
            tuple(map(self.label, names))
            for names in (("things_in", "recipes", "things_out"), ("in", "weights", "out"))
        )
        sentence = Sentence(self.theme, self.in_line.place, things, features)
        yield sentence.say()
        yield NEXT_LINE
        yield Wait(run_time=GLANCE)
        yield NEXT_LINE
        yield sentence.translate()
