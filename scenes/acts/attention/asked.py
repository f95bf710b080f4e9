"""One word told to one shelf: what is compared and what is mixed, as labelled products.  Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from mathcore import AttentionTrace, Ingredient
from mathcore.layer_file.attention_layer import AttentionLayer
from scenes.kit.product.labelled_product import PALETTE, LabelledProduct
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.script import Text


@dataclass(frozen=True, eq=False)
class Asked:
    """An order, the shelf that it is told to, and the sources that its numerals claim to be of.

    Attributes
    ----------
    layer : AttentionLayer
        Whose weights answer.
    order : int
        Which of its orders.
    shelf : tuple of int
        Which of its things stand on the shelf, in their order.
    source : str
        What the names of its sources begin with: see :mod:`scenes.kit.stage.ledgers.attention`.
    """

    layer: AttentionLayer
    order: int
    shelf: tuple[int, ...]
    source: str = ""

    @cached_property
    def trace(self) -> AttentionTrace:
        """Every step from the query to the mix."""
        return self.layer.ask(self.order, self.shelf)

    @property
    def ingredients(self) -> tuple[Ingredient, ...]:
        """What stands on the shelf, from left to right."""
        return tuple(self.layer.task.things[thing] for thing in self.shelf)

    @property
    def word(self) -> Text:
        """What is said."""
        return self.layer.task.orders[self.order].name

    @property
    def names(self) -> tuple[Text, ...]:
        """What the things on the shelf are called."""
        return tuple(thing.name for thing in self.ingredients)

    @cached_property
    def scores(self) -> LabelledProduct:
        """The query times the keys, 1×d · d×n."""
        used = [thing.hue for thing in self.layer.task.things]
        slots = free_slots(self.trace.width, used)
        of = f"{self.source}scores"
        return LabelledProduct(
            self.trace.scores, of, rows=(self.word,), columns=self.names, slots=slots
        )

    @cached_property
    def mix(self) -> LabelledProduct:
        """The values times the recipe, P×n · n×1."""
        properties = self.layer.task.properties
        return LabelledProduct(
            self.trace.mix,
            f"{self.source}mix",
            rows=tuple(each.name for each in properties),
            inner=self.names,
            columns=(self.word,),
            slots=tuple(thing.hue for thing in self.ingredients),
            units=tuple(each.unit for each in properties),
        )

    @property
    def best(self) -> int:
        """Where on the shelf the largest share goes."""
        return int(self.trace.shares[:, 0].argmax())

    @property
    def total(self) -> Fraction:
        """The sum of the recipe as it is printed: 1."""
        return sum(self.trace.recipe[:, 0], Fraction(0))

    @property
    def whole(self) -> Claim:
        """What that sum claims to be."""
        return self.mix.claim("share_sum", len(self.shelf) - 1, 0)


def free_slots(count: int, used: Sequence[int]) -> tuple[int, ...]:
    """Return so many slots of the palette, first those that nothing else has.

    >>> free_slots(4, [3, 2, 1, 4, 5, 8])
    (6, 7, 1, 2)
    """
    free = [slot for slot in range(1, PALETTE + 1) if slot not in used]
    return tuple([*free, *sorted(set(used))][:count])
