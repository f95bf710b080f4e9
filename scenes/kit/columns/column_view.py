"""A column of the result is a mix of columns: how one recipe mixes what we have."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from manim import (
    Animation,
    AnimationGroup,
    FadeIn,
    FadeOut,
    ReplacementTransform,
    Succession,
)

from scenes.kit.columns.column_card import ColumnCard
from scenes.kit.columns.column_view_geometry import MixingPlace
from scenes.kit.columns.flow import Flow
from scenes.kit.columns.light import column_light
from scenes.kit.columns.recipe_weights import Weight, laid_out
from scenes.kit.ground.counting import Count, Counted
from scenes.kit.ground.motion import SHORT, TRAVEL, travel
from scenes.kit.product.cell import restyle
from scenes.kit.product.cell_style import State
from scenes.kit.product.falk_view import FalkView
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.product.likenesses import Vessels
from scenes.kit.product.name_tag import NameTag, TagState

GLANCE = 0.55  # seconds: as long as a column that was multiplied stands to be read


class ColumnView:
    """The product, the pictures of its mixtures if it has any, and how column ``j`` comes about.

    Parameters
    ----------
    view : FalkView
        The product, on stage.
    place : MixingPlace
        From :func:`mixing_place`.
    drinks : Vessels, optional
        What fills beside the product while its columns are mixed.
    """

    def __init__(self, view: FalkView, place: MixingPlace, drinks: Vessels | None = None) -> None:
        self.view, self.product, self.trace = view, view.product, view.product.trace
        self.place, self.drinks = place, drinks
        self.theme, self.hues = view.theme, view.hues
        self.weights: list[Weight] = []
        self.cards: list[ColumnCard] = []
        grids = view.place.matrix, view.place.result
        self.lights = [column_light(self.theme, *grids, j) for j in range(self.count)]

    @property
    def count(self) -> int:
        """How many columns the result has."""
        return int(self.trace.right.shape[1])

    @property
    def names(self) -> list[NameTag]:
        """The names below the pictures of its mixtures."""
        return list(self.drinks.names) if self.drinks else []

    @property
    def inner(self) -> int:
        """How many columns are mixed."""
        return int(self.trace.right.shape[0])

    def take_recipe(self, j: int, pace: float = 1.0) -> Iterator[Animation]:
        """Light recipe ``j``; its weights come to lie below the columns that they are for."""
        yield AnimationGroup(*self._light(j, SHORT * pace))
        old, self.weights = (
            self.weights,
            laid_out(self.theme, self.place, self.product, j),
        )
        if not self.weights:
            return
        moves: list[Animation] = [FadeOut(each, run_time=SHORT * pace) for each in old]
        for cell, weight in zip(self.view.matrix.column(j), self.weights, strict=True):
            moves.append(travel(cell.written.copy(), weight.number, run_time=TRAVEL * pace))
            moves += [FadeIn(sign, run_time=TRAVEL * pace) for sign in weight.times]
        yield AnimationGroup(*moves)

    def _light(self, j: int, run_time: float) -> list[Animation]:
        view, light = self.view, self.lights[j]
        changes: list[Animation] = []
        for n in range(self.count):
            state: State = "act" if n == j else "idle"
            changes += [cell.to(state, run_time) for cell in view.matrix.column(n)]
            named: TagState = "strong" if n == j else "muted"
            changes.append(view.column_heads[n].to(named, run_time))
            changes += [name.to(named, run_time) for name in self.names[n : n + 1]]
        changes.append(restyle(view.left.all_cells(), "soft", run_time))
        if j:
            mixed = view.result.column(j - 1)
            changes.append(restyle(mixed, "filled", run_time))
            return [*changes, ReplacementTransform(self.lights[j - 1], light, run_time=run_time)]
        return [*changes, FadeIn(light, run_time=run_time)]

    def act(self, k: int, run_time: float) -> Animation:
        """Mark the column that is taken now; the one before steps back."""
        changes = [cell.to("act", run_time) for cell in self.view.left.column(k)]
        if k:
            changes += [cell.to("soft", run_time) for cell in self.view.left.column(k - 1)]
        return AnimationGroup(*changes)

    def take_column(self, k: int, j: int, pace: float = 1.0) -> Iterator[Animation]:
        """Take column ``k`` so many times: it comes forward, multiplied; then it is added."""
        place = self.place.card
        yield self.act(k, SHORT * pace)
        if place is not None:
            yield AnimationGroup(*self._multiply(k, j, place, TRAVEL * pace))
        yield self.add(k, j, max(GLANCE, TRAVEL * pace))

    def _multiply(self, k: int, j: int, place: GridPlace, run_time: float) -> list[Animation]:
        rows, hue = range(place.rows), self.hues[k]
        source, trace = self.view.place.left, self.trace
        values = [self.product.claim("value", i, k) for i in rows]
        products = [self.product.claim("product", i, j, k) for i in rows]
        lifted = ColumnCard(self.theme, source, k, hue, list(trace.left[: place.rows, k]), values)
        terms = list(trace.products[: place.rows, j, k])
        card = ColumnCard(self.theme, place, 0, hue, terms, products)
        moves: list[Animation] = [travel(lifted, card, run_time=run_time, arc=0.0)]
        moves += [FadeOut(old, run_time=run_time / 2) for old in self.cards]
        self.cards = [card]
        return moves

    def add(self, k: int, j: int, run_time: float) -> Animation:
        """Add a column: it flows into the result, the numbers and the layer rise in step."""
        start = self.view.place.left.column_box(k)
        if self.cards and self.place.card is not None:
            start = self.place.card.column_box(0)
        end = self.view.place.result.column_box(j)
        flow = Flow(self.theme, self.hues[k], start, end, run_time=run_time)
        return AnimationGroup(
            flow, *self._dress(j, run_time / 2), self.rise(k, j, run_time),
            *([self.drinks.pour(k, j, run_time)] if self.drinks else []),
        )  # fmt: skip

    def _dress(self, j: int, run_time: float) -> list[Animation]:
        return [cell.dress("focus", None, run_time) for cell in self.view.result.column(j)]

    def rise(self, k: int, j: int, run_time: float) -> Animation:
        """Let the numbers of column ``j`` count to the sum up to term ``k``."""
        counted = []
        for i, cell in enumerate(self.view.result.column(j)):
            before = self.trace.partials[i, j, k - 1] if k else Fraction(0)
            number = cell.number or cell.begin(before)
            reached = self.product.claim("partial", i, j, k)
            counted.append(Counted(number, before, self.trace.partials[i, j, k], reached))
        return Count(counted, run_time=run_time)

    def glance(self, k: int, j: int, run_time: float) -> Animation:
        """Take and add column ``k`` in one motion."""
        return AnimationGroup(self.act(k, run_time / 2), self.add(k, j, run_time))

    def sweep(self, j: int, run_time: float) -> Animation:
        """Add all columns for recipe ``j`` in one go."""
        step = run_time / self.inner
        return Succession(*(self.add(k, j, step) for k in range(self.inner)))

    def put_away(self, run_time: float = SHORT) -> Animation:
        """Take the last column back that came forward; all that was mixed is seen again."""
        gone = [FadeOut(card, run_time=run_time) for card in self.cards]
        self.cards = []
        return AnimationGroup(*gone, restyle(self.view.left.all_cells(), "on", run_time))

    def made(self, j: int, run_time: float = SHORT) -> Animation:
        """Show that column ``j`` is made: its sums are results."""
        return AnimationGroup(*(cell.made(run_time) for cell in self.view.result.column(j)))

    def settle(self) -> Animation:
        """All that was dimmed is there again, and the weights have gone."""
        view, last = self.view, self.lights[-1]
        weights, self.weights = self.weights, []
        return AnimationGroup(
            FadeOut(last, *weights, run_time=SHORT),
            restyle([*view.left.all_cells(), *view.matrix.all_cells()], "on"),
            *(head.to("plain") for head in (*view.column_heads, *self.names)),
        )
