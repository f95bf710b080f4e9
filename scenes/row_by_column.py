"""Chapter 2: a row meets a column, and a running sum rises."""

from __future__ import annotations

from scenes.acts.row_by_column.falk_opening import (
    number_the_row,
    numbered_row,
    open_falk,
    property_tag,
)
from scenes.kit.bar.book_likenesses import BookLikenesses
from scenes.kit.bar.book_product import book_product
from scenes.kit.ground.motion import appear, together, travel, vanish
from scenes.kit.product.entries import clear_chart, first_entry, other_entries
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.meeting import Meeting
from scenes.kit.product.more_rows import (
    add_rows,
    fill_in_a_wave,
    open_cell,
    show_colours,
)
from scenes.kit.product.product_view import ProductView
from scenes.kit.product.rule import Rule, generalise, state, walk
from scenes.kit.product.shape_line import beside
from scenes.kit.stage.chapter import NEXT_LINE, Chapter
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.motions import Motions
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.phrases import full_name, measured
from scenes.kit.stage.script import Text
from scenes.kit.sums.running_sum import running_sum
from scenes.kit.sums.term_line import line_of


class RowByColumn(Chapter):
    """From one number a bottle to the whole product: every entry is its row times its column."""

    def construct(self) -> None:
        """Tell the chapter, beat by beat."""
        self.recipes = book_product(self.book)
        self.likenesses = BookLikenesses(self.theme, self.book)
        product = ProductView(self.theme, self.recipes, self.lang, self.likenesses)
        numbers = numbered_row(self.theme, product, self.recipes.trace.left[0])
        tag = property_tag(self.theme, full_name(self.book.properties[0])[self.lang], product)
        falk, whole = self.falk(rows=1), self.falk(rows=len(self.book.properties))
        first, *others = self.meetings(falk)
        last = others[-1] if others else first

        self.add(product)
        self.beat("a_number_each", number_the_row(product, numbers, tag))
        self.beat("the_meeting_place", open_falk(product, numbers, tag, falk), self.show_shape())
        self.beat("how_much", first.ask())
        self.beat("first_cell", first_entry(first), **self.said(first))
        if others:
            self.beat("the_other_cells", other_entries([first, *others]))
        self.beat("the_rule", clear_chart(last), self.state_rule(last))
        self.beat("more_rows", self.more_rows(last, falk, whole), **self.said_of_last())

    def falk(self, rows: int) -> FalkView:
        """Return the product in Falk's layout, with this many rows."""
        return FalkView(self.theme, self.recipes, self.lang, rows=rows, likenesses=self.likenesses)

    def meetings(self, falk: FalkView) -> list[Meeting]:
        """Return what makes each entry of the first row; they share one running sum."""
        chart = running_sum(falk, 0)
        return [Meeting(falk, chart, 0, j) for j in range(len(self.book.mixtures))]

    def show_shape(self) -> Motions:
        """Show the shape of one row times the matrix, beside the heading."""
        self.shape = beside(self.heading, self.theme, (1, *self.recipes.trace.right.shape))
        yield appear(self.shape)

    def state_rule(self, last: Meeting) -> Motions:
        """State the rule, and let its sum walk along the row and the column."""
        glosses = {symbol: self.label(f"rule_{symbol}") for symbol in ("y", "x", "w")}
        indices = {index: self.label(f"index_{index}") for index in ("i", "j", "k")}
        self.rule = Rule(self.theme, glosses, indices)
        yield from state(self.rule)
        yield from walk(self.rule, last)

    def more_rows(self, last: Meeting, falk: FalkView, whole: FalkView) -> Motions:
        """Add the other properties, fill the result, and open its last cell."""
        floor = whole.place.left.bracket_box.y
        yield together(vanish(last.beam, last.line.computed), generalise(self.rule, floor))
        yield from add_rows(falk, whole)
        shape = beside(self.heading, self.theme, self.recipes.sizes)
        yield travel(self.shape, shape)
        yield from fill_in_a_wave(whole)
        yield from show_colours(whole)
        yield NEXT_LINE
        yield from open_cell(whole, line_of(whole, *self.recipes.last))

    def said(self, meeting: Meeting) -> dict[str, Numeral | Text]:
        """Return what the spoken lines about an entry name."""
        first, last = meeting.steps[0], meeting.steps[-1]
        i, j = meeting.i, meeting.j
        total = Claim("partial", (i, j, last.k))
        return {
            "first_ingredient": self.book.ingredients[first.k].name,
            "left": measured(first.left, Claim("value", (i, first.k))),
            "right": measured(first.right, Claim("share", (first.k, j))),
            "product": measured(first.product, Claim("product", (i, j, first.k))),
            "total": measured(last.partial, total, self.book.properties[i]),
        }

    def said_of_last(self) -> dict[str, Numeral]:
        """Return what the spoken lines about the last entry name."""
        i, j = self.recipes.last
        total = self.recipes.trace.result[i, j]
        claim = self.recipes.claim("result", i, j)
        return {"last_total": measured(total, claim, self.book.properties[i])}
