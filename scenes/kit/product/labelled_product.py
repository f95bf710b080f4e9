"""A labelled product: two matrices, every step of their product, and what their axes are called.

Everything that shows a product takes one; where its numbers come from, a recipe book, a layer or
the ``[numbers]`` of a scene, is known to nobody else.  Pure: knows nothing of Manim.
"""

from __future__ import annotations

from dataclasses import dataclass

from mathcore import MatmulTrace, ShapeError, Step
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.stage.claims import Claim, Quantity
from scenes.kit.stage.script import Text

PALETTE = 8  # slots of a theme's hues

Names = tuple[Text, ...] | None


@dataclass(frozen=True, eq=False)
class LabelledProduct:
    """``left (m, K) · right (K, n) = result (m, n)``, with names in every language.

    Attributes
    ----------
    trace : MatmulTrace
        Every product and every partial sum.
    of : str
        The source that its numerals claim to be of; nothing stands for the recipes.
    rows, inner, columns : tuple of Text, optional
        What the m rows of the left matrix, the K summed indices and the n columns of the right one
        are called; None where they have their positions only.
    slots : tuple of int
        The slot of the palette, from 1, of every inner index; in their order where none is given.
    units : tuple of Text or None, optional
        The unit of each row's results.
    channels : (int, int, int), optional
        The rows that are the red, green and blue of a colour, 0 to 255, if the columns are colours.
    origin : str
        The file and its table, for messages.

    Raises
    ------
    ShapeError
        If there is not a name, a slot or a unit for each index of its axis.
    """

    trace: MatmulTrace
    of: str = ""
    rows: Names = None
    inner: Names = None
    columns: Names = None
    slots: tuple[int, ...] = ()
    units: tuple[Text | None, ...] | None = None
    channels: tuple[int, int, int] | None = None
    origin: str = ""

    def __post_init__(self) -> None:
        """Give every inner index a slot, and refuse labels that do not fit the axes."""
        m, inner, n = self.sizes
        if not self.slots:
            object.__setattr__(self, "slots", tuple(k % PALETTE + 1 for k in range(inner)))
        axes = ("rows", m), ("inner", inner), ("columns", n), ("slots", inner), ("units", m)
        for name, size in axes:
            given = getattr(self, name)
            if given is not None and len(given) != size:
                raise ShapeError(
                    f"{self.place}: {len(given)} {name} for {m} × {inner} · {inner} × {n}; "
                    f"give {size}, or none"
                )

    @property
    def place(self) -> str:
        """How a message names it."""
        return self.origin or f'product "{self.of}"'

    @property
    def sizes(self) -> tuple[int, int, int]:
        """How many rows, inner indices and columns there are."""
        return len(self.trace.left), *self.trace.right.shape

    def entry(self, i: int, j: int) -> tuple[Step, ...]:
        """Return how entry (i, j) of the result comes about."""
        return self.trace.entry(i, j)

    def claim(self, quantity: Quantity, *at: int) -> Claim:
        """Return what a numeral of this product claims to be."""
        return Claim(quantity, at, self.of)

    def hues(self, theme: Theme) -> list[Hue]:
        """Return the hue of every inner index."""
        return [theme.hue(slot) for slot in self.slots]

    def unit(self, i: int) -> Text | None:
        """Return the unit of row ``i``."""
        return self.units[i] if self.units else None

    @property
    def last(self) -> tuple[int, int]:
        """The indices of the last entry of the result."""
        rows, _, columns = self.sizes
        return rows - 1, columns - 1

    @property
    def fullest(self) -> tuple[int, int]:
        """The indices of the first entry that has the most terms which are not zero."""
        rows, _, columns = self.sizes
        entries = [(i, j) for i in range(rows) for j in range(columns)]
        return max(entries, key=lambda at: sum(term != 0 for term in self.trace.products[at]))


class LayoutError(ValueError):
    """A product that does not fit its layout; the message names it, what is too large, the fix."""


def said(names: Names, language: str) -> list[str]:
    """Return names in one language; none where there are none."""
    return [name[language] for name in names or ()]
