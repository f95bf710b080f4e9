"""A matrix: rows and columns of cells between drawn brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

import numpy as np
from manim import VGroup

from mathcore import format_number
from scenes.kit.ground.frame import Box
from scenes.kit.ground.shapes import brackets
from scenes.kit.ground.theme import Hue, Theme
from scenes.kit.product.cell import Cell
from scenes.kit.product.cell_style import State
from scenes.kit.product.grid_geometry import GridPlace, numeral_size
from scenes.kit.stage.claims import Claim, Quantity

HueOf = Callable[[int, int], Hue | None]


class MatrixGrid(VGroup):
    """The picture of a matrix at a place.

    ``values`` is a (rows, columns) array of what the cells show, or ``None`` for cells that are
    still to be computed.  ``hue_of(i, j)`` is the hue of a cell, ``quantity`` what its entries are
    and ``of`` of which product, if it is not the recipes'.

    Parameters
    ----------
    place : GridPlace
        Rows and columns of cells, in pixels.
    values : (rows, columns) array, optional
        What stands in the cells.
    state : str, optional
        That of all cells: see :class:`Cell`.
    hue_of : callable, optional
        Given (i, j), the hue of that cell, or None.
    bracketed : bool, optional
        Whether brackets stand around it.
    quantity : str, optional
        What its entries claim to be, such as ``"value"``, ``"share"`` or ``"result"``.
    of : str, optional
        Of which source.
    size : float, optional
        Of the type, in pixels; what the height of a cell allows, if not given.
    places : int, optional
        To how many decimals all entries are rounded.
    """

    def __init__(
        self,
        theme: Theme,
        place: GridPlace,
        *,
        values: np.ndarray | None = None,
        state: State = "on",
        hue_of: HueOf | None = None,
        bracketed: bool = True,
        quantity: Quantity | None = None,
        of: str = "",
        size: float | None = None,
        places: int | None = None,
    ) -> None:
        self.theme, self.place = theme, place
        self.cells = [
            [
                Cell(
                    theme,
                    place.cell(i, j),
                    state=state,
                    hue=hue_of(i, j) if hue_of else None,
                    value=None if values is None else values[i, j],
                    size=size or place.type_size,
                    halo=state == "empty",
                    reach=place.halo_reach,
                    places=places,
                    claim=Claim(quantity, (i, j), of) if quantity else None,
                )
                for j in range(place.columns)
            ]
            for i in range(place.rows)
        ]
        self.body = VGroup(*self.all_cells())
        self.brackets = brackets(place.bracket_box, theme.ink, tick=place.tick)
        super().__init__(self.body, *([self.brackets] if bracketed else []))

    def all_cells(self) -> list[Cell]:
        """Return the cells row by row."""
        return [cell for row in self.cells for cell in row]

    def row(self, i: int) -> list[Cell]:
        """Return the cells of row ``i``."""
        return self.cells[i]

    def column(self, j: int) -> list[Cell]:
        """Return the cells of column ``j``."""
        return [row[j] for row in self.cells]

    def cell(self, i: int, j: int) -> Cell:
        """Return the cell in row ``i`` and column ``j``."""
        return self.cells[i][j]

    def box(self) -> Box:
        """Return where the cells stand, without the brackets."""
        return self.place.box


def size_in(place: GridPlace, values: Iterable[float | Fraction]) -> float:
    """Return the size at which all values fit the cells of a place."""
    return numeral_size(list(map(format_number, values)), place.cell_width, place.cell_height)


def one_row(values: Sequence[float | Fraction]) -> np.ndarray:
    """Return a sequence as a matrix of one row, its exactness kept."""
    row = np.empty((1, len(values)), dtype=object)
    row[0, :] = values
    return row
