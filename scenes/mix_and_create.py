"""Chapter 3: what a product does. Columns mix columns, bottle by bottle, into something new."""

from __future__ import annotations

from manim import Animation, FadeOut, ReplacementTransform, Wait

from scenes.acts.mix_and_create.layers import Layers
from scenes.acts.mix_and_create.layers_closing import close_layers
from scenes.acts.mix_and_create.layers_geometry import layers_place
from scenes.acts.mix_and_create.pace import first_column, other_columns
from scenes.acts.mix_and_create.sentence import Sentence
from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.bar.drinks import Drinks
from scenes.kit.columns.column_view import GLANCE, ColumnView
from scenes.kit.columns.column_view_geometry import mixing_place
from scenes.kit.columns.one_at_a_time import OneAtATime, add_one_at_a_time
from scenes.kit.ground.motion import SHORT, appear, vanish
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.more_rows import swatches_under
from scenes.kit.product.product_view import ProductView
from scenes.kit.product.shape_line import ShapeLine, beside
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.heading import Heading
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral


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
        self.beat("one_at_a_time", add_one_at_a_time(sums))
        spread = layers_place(self.recipes, self.lang, signed=drawn.signed)
        layers = Layers(view, spread, drinks)
        self.beat("the_layers", self.unfold(layers), **self.counts())
        self.beat("combine_and_create", self.close(layers), self.sentence())

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

    def unfold(self, layers: Layers) -> Motions:
        """Let every bottle have its layer, ask how many products that is, and add them up."""
        yield from layers.unfold()
        yield NEXT_LINE
        yield NEXT_LINE
        yield from layers.add_up(*self.recipes.fullest)
        self.swatches = swatches_under(self.theme, self.recipes, layers.place.result)
        if self.swatches:
            yield appear(*self.swatches)

    def counts(self) -> dict[str, Numeral]:
        """Return how many entries the result has, and how many products they take."""
        products = self.recipes.trace.products
        return {
            "entries": Numeral(self.recipes.trace.result.size, self.recipes.claim("entries")),
            "products": Numeral(products.size, self.recipes.claim("products")),
        }

    def close(self, layers: Layers) -> Motions:
        """Close the layers: bottles, recipes, and what was made of them."""
        self.in_line = ProductView(self.theme, self.recipes, self.lang, self.likenesses)
        gone = [part for part in (self.shape, *self.swatches) if part is not None]
        if gone:
            yield vanish(*gone)
        yield from close_layers(layers, self.in_line)

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
