"""The table of glasses that ask each other, as labelled products.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from mathcore import AttentionTrace
from mathcore.layer_file.attention_layer import AttentionLayer
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.ledgers.attention import NAMES


@dataclass(frozen=True, eq=False)
class Table:
    """All glasses asking at once, for one head, with what comes later locked or not."""

    layer: AttentionLayer
    head: int = 0
    locked: bool = False

    @cached_property
    def trace(self) -> AttentionTrace:
        """Every step; a query a row, a recipe a column."""
        return self.layer.everyone(self.head, locked=self.locked)

    @property
    def of(self) -> str:
        """The source that numerals of the mix claim to be of."""
        return f"{NAMES[self.head][self.locked]}mix"

    @property
    def count(self) -> int:
        """How many glasses there are."""
        return len(self.layer.task.everyone.glasses)

    @cached_property
    def mix(self) -> LabelledProduct:
        """What was tasted, times all recipes, 1×m · m×m."""
        everyone = self.layer.task.everyone
        kinds = [everyone.kinds[kind] for kind in everyone.placed]
        names = tuple(kind.name for kind in kinds)
        return LabelledProduct(
            self.trace.mix,
            self.of,
            rows=(everyone.quantity,),
            inner=names,
            columns=names,
            slots=tuple(kind.hue for kind in kinds),
            units=(everyone.unit,),
        )

    def whole(self, j: int) -> Claim:
        """Return what the sum of recipe ``j`` claims to be."""
        return self.mix.claim("share_sum", self.count - 1, j)

    def scaled(self, k: int, j: int) -> Claim:
        """Return what the score of glass ``k`` for glass ``j``, over the root, claims to be."""
        return Claim("entry", (j, k), f"{NAMES[self.head][self.locked]}scaled")

    def is_open(self, k: int, j: int) -> bool:
        """Tell whether glass ``j`` may look at glass ``k``."""
        return bool(self.trace.open[j, k])
