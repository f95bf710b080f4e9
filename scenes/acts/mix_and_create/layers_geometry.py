"""Where the layers of a product stand: a matrix for each ingredient, and their sum.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from mathcore import format_number
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, fitted
from scenes.kit.ground.sizes import LEADING, SMALL
from scenes.kit.product.grid_geometry import GridPlace, least_width, numeral_size
from scenes.kit.product.labelled_product import LabelledProduct, said

TOP, FLOOR, SWATCH = 176.0, 900.0, 62.0
HEAD, HEAD_GAP = 92.0, 24.0  # above a layer, for two lines of its name or an icon; to its cells
PAD, OVER, SIGN = 18.0, 12.0, 72.0  # of a bracket beside and above its cells; between two brackets
GAP, WIDEST, LEAST_HEIGHT, HIGHEST = 6.0, 150.0, 42.0, 76.0  # of cells with numerals
GLASS, GLASS_GAP, SHARE_OF_COLUMN = 150.0, 30.0, 0.8
SLIM, BARS = 0.46, 0.9  # width over height, of a glass and of signed bars


@dataclass(frozen=True)
class LayersPlace:
    """A grid for each layer, side by side in one row or several, and the grid of their sum.

    ``numbered`` tells whether the products fit into the cells of the layers, ``names`` are the
    wrapped names above them, None where they do not fit; ``pluses`` and ``equals`` are the middles
    of signs, ``vessels`` the boxes above the columns of the sum.
    """

    layers: tuple[GridPlace, ...]
    result: GridPlace
    numbered: bool
    names: tuple[Lines, ...] | None
    pluses: tuple[tuple[float, float], ...]
    equals: tuple[float, float]
    vessels: tuple[Box, ...]

    def head(self, k: int) -> tuple[float, float]:
        """Return the middle of what stands above layer ``k``, and the baseline of its last line."""
        box = self.layers[k].box
        return box.centre[0], box.y - HEAD_GAP

    def name_first(self, k: int) -> float:
        """Return the baseline of the first line of the name above layer ``k``."""
        assert self.names is not None
        return self.head(k)[1] - (len(self.names[k]) - 1) * LEADING


@dataclass(frozen=True)
class _Cells:
    """So many layers side by side, and the sizes of the cells of layers and sum that leaves."""

    beside: int
    layer: tuple[float, float]
    result: tuple[float, float]


def layers_place(product: LabelledProduct, language: str, *, signed: bool = False) -> LayersPlace:
    """Return where the K layers (m, n) of a product and their sum (m, n) stand.

    As many as can be stand side by side with their numerals; where none can, the cells of the
    layers are tiles, as large as can be.  ``signed`` tells that mixtures are drawn as bars.
    """
    sizes = product.sizes
    numbered = _numbered(product)
    cells = numbered or max(
        (_tiles(product, beside) for beside in range(1, sizes[1] + 1)),
        key=lambda each: min(each.layer),
    )
    layers, result = _grids(product, cells)
    x = (layers[min(cells.beside, sizes[1]) - 1].bracket_box.right + result.bracket_box.x) / 2
    pluses = tuple((layer.bracket_box.x - SIGN / 2, layer.box.centre[1]) for layer in layers[1:])
    room = layers[0].box.width + SIGN - 16
    known = said(product.inner, language)
    return LayersPlace(
        layers,
        result,
        numbered is not None,
        fitted(known, SMALL, room, 2, True) if known else None,
        pluses,
        (x, result.box.centre[1]),
        _vessels(result, BARS if signed else SLIM),
    )


def _printed(product: LabelledProduct) -> tuple[list[str], list[str]]:
    """Return the products, and the results, as they are printed."""
    trace = product.trace
    return [format_number(each) for each in trace.products.flat], [
        format_number(each) for each in trace.result.flat
    ]


def _floor(product: LabelledProduct) -> float:
    return FLOOR - (SWATCH if product.channels else 0.0)


def _room_across(columns: int, beside: int, blocks: int) -> float:
    """Return what brackets, signs and gaps leave for the cells of so many layers and the sum."""
    signs = beside + (1 if blocks > 1 else 0)
    gaps = (beside + 1) * (columns - 1) * GAP
    return frame.RIGHT - frame.LEFT - (beside + 1) * 2 * PAD - signs * SIGN - gaps


def _height(product: LabelledProduct, blocks: int) -> float:
    """Return how high a cell can be in so many rows of layers."""
    rows = product.sizes[0]
    room = (_floor(product) - TOP) / blocks - HEAD - HEAD_GAP - 2 * OVER
    return (room + GAP) / rows - GAP


def _numbered(product: LabelledProduct) -> _Cells | None:
    """Return the cells in which every numeral can be read, in as few rows of layers as can be."""
    _, inner, columns = product.sizes
    least, wide = map(least_width, _printed(product))
    for blocks in range(1, inner + 1):
        beside = ceil(inner / blocks)
        room = _room_across(columns, beside, blocks)
        even = min(WIDEST, room / ((beside + 1) * columns))
        rest = room / columns - beside * least  # where only the results need more
        width, sums = (even, even) if even >= max(least, wide) else (least, min(WIDEST, rest))
        height = min(HIGHEST, _height(product, blocks))
        if sums >= wide and height >= LEAST_HEIGHT:
            return _Cells(beside, (width, height), (sums, height))
    return None


def _tiles(product: LabelledProduct, beside: int) -> _Cells:
    """Return the cells of layers without numerals, so many beside each other."""
    rows, inner, columns = product.sizes
    blocks = ceil(inner / beside)
    wide = least_width(_printed(product)[1])
    room = _room_across(columns, beside, blocks) - columns * wide
    high = min(HIGHEST, (_floor(product) - TOP - GLASS - GLASS_GAP) / rows - GAP)
    tile = min(LEAST_HEIGHT, room / (beside * columns), _height(product, blocks))
    return _Cells(beside, (tile, tile), (wide, high))


def _grids(product: LabelledProduct, cells: _Cells) -> tuple[tuple[GridPlace, ...], GridPlace]:
    rows, inner, columns = product.sizes
    blocks = ceil(inner / cells.beside)
    width, height = cells.layer
    wide = columns * (width + GAP) - GAP + 2 * PAD + SIGN
    deep = HEAD + HEAD_GAP + rows * (height + GAP) - GAP + 2 * OVER
    whole = cells.beside * wide + columns * (cells.result[0] + GAP) - GAP + 2 * PAD
    indent = SIGN if blocks > 1 else 0.0
    left = frame.LEFT + (frame.RIGHT - frame.LEFT - whole - indent) / 2 + indent + PAD
    top = TOP + (_floor(product) - TOP - blocks * deep) / 2 + HEAD + HEAD_GAP
    printed, summed = _printed(product)
    layers = tuple(
        GridPlace(
            left + k % cells.beside * wide, top + k // cells.beside * deep, rows, columns,
            width, height, GAP, numeral_size(printed, width, height),
        )
        for k in range(inner)
    )  # fmt: skip
    size = numeral_size(summed, *cells.result)
    y = layers[-1].y
    if cells.result[1] != height:
        down = rows * (cells.result[1] + GAP) - GAP
        y = TOP + GLASS + GLASS_GAP + (_floor(product) - TOP - GLASS - GLASS_GAP - down) / 2
    x = left + cells.beside * wide
    return layers, GridPlace(x, y, rows, columns, *cells.result, GAP, size)


def _vessels(result: GridPlace, aspect: float) -> tuple[Box, ...]:
    """Return a box above each column of the sum."""
    floor = result.bracket_box.y - GLASS_GAP
    height = min(GLASS, floor - TOP, SHARE_OF_COLUMN * (result.cell_width + GAP) / aspect)
    width = aspect * height
    columns = (result.cell(0, j) for j in range(result.columns))
    return tuple(Box(cell.centre[0] - width / 2, floor - height, width, height) for cell in columns)
