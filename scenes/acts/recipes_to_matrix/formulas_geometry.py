"""Where the formulas stand: one line for each mixture, ingredient under ingredient."""

from __future__ import annotations

from dataclasses import dataclass

from mathcore import RecipeBook, format_number, format_percent
from scenes.kit.ground import frame, lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, fitted, widest
from scenes.kit.ground.sizes import LABEL, LEADING, SMALLEST
from scenes.kit.product.grid_geometry import least_width, numeral_size

TOP = 166.0  # of the bottles with their bracket
PITCH, FOOT = 140.0, 916.0  # of the lines; the lowest pixel of the columns
TALLEST, SMALL_TALLEST = 204.0, 140.0  # bottles above few and above many lines
CELL_WIDTH, CELL_HEIGHT = 108.0, 76.0
EQUALS = 76.0  # the room of the sign
NAME_ROOM = 290.0  # of full names at the head of few lines
SHORT_ROOMS = (190.0, 240.0, 300.0, 340.0)  # of short names: the least in which two lines do
LAST_ROOM = 430.0  # in which two lines hold any name
GLASS_ASPECT = 0.62
ROOMY = (44.0, 14.0, 26.0)  # the room of a plus; beside the cell; from it to the name behind it
CROWDED = (24.0, 6.0, 14.0)
ASPECT = 0.53
WIDEST = 420.0  # of a column
LEAST_PLUS, PERCENT_PAD = 12.0, 6.0  # where percentages are wide: of a plus, beside a percentage


@dataclass(frozen=True)
class FormulaPlace:
    """The columns, the cells in them and what stands around them.

    ``terms`` are the lines of the ingredients' names in the formulas and ``None`` where bottles
    stand for them; ``names`` are those below the bottles.
    """

    left: float
    lines: int
    columns: tuple[Box, ...]
    cell: tuple[float, float]
    size: float
    pitch: float
    plus: float
    pads: tuple[float, ...]  # from the left edge of each column to its numbers
    dot_room: float
    terms: tuple[Lines, ...] | None
    names: tuple[Lines, ...] | None
    heads: tuple[Lines, ...]
    head_size: float
    floor: float  # of the bottles above the columns
    tallest: float

    def middle(self, j: int) -> float:
        """Return the pixel row on which line ``j`` is centred."""
        return self.columns[0].y + self.pitch * (j + 0.5)

    def cell_box(self, j: int, k: int) -> Box:
        """Return the box of number ``k`` of line ``j``, as the first thing in its column."""
        width, height = self.cell
        return Box(self.columns[k].x + self.pads[k], self.middle(j) - height / 2, width, height)

    def lone_cell(self, j: int, k: int) -> Box:
        """Return the box of that number once it stands in its column alone."""
        box = self.cell_box(j, k)
        return box.moved(right=self.columns[k].centre[0] - box.centre[0])

    def percent_middle(self, k: int, wide: float) -> float:
        """Return the middle of a percentage of some width: on its cell, or within its column."""
        column, x = self.columns[k], self.cell_box(0, k).centre[0]
        low, high = column.x + PERCENT_PAD / 2, column.right - PERCENT_PAD / 2
        if wide > high - low:
            return column.centre[0]
        return min(max(x, low + wide / 2), high - wide / 2)

    def dot(self, j: int, k: int) -> tuple[float, float]:
        """Return the middle of the sign between a number and its ingredient."""
        return self.cell_box(j, k).right + self.dot_room / 2, self.middle(j)

    def term_room(self, k: int) -> tuple[float, float]:
        """Return where a name in column ``k`` begins and the column ends."""
        return self.cell_box(0, k).right + self.dot_room, self.columns[k].right - self.pads[k] + 4

    def plus_sign(self, j: int, k: int) -> tuple[float, float]:
        """Return the middle of the sign before column ``k``."""
        return self.columns[k].x - self.plus / 2, self.middle(j)

    def equals(self, j: int) -> tuple[float, float]:
        """Return the middle of the sign of equality."""
        return self.columns[0].x - EQUALS / 2 + 4, self.middle(j)

    def foot(self, j: int) -> float:
        """Return the lowest pixel that line ``j`` with its name and its terms may take."""
        lines = max(map(len, (self.heads[j], *(self.terms or ()))))
        written = ((lines - 1) * LEADING + LABEL) / 2
        return self.middle(j) + max(written, self.cell[1] / 2)

    def glass(self, j: int) -> Box:
        """Return the box of the glass at the head of line ``j``."""
        height = min(94.0, self.pitch - 12)
        return Box(self.left, self.middle(j) - height / 2, height * GLASS_ASPECT, height)

    def name_at(self, j: int) -> tuple[float, float]:
        """Return where the name of line ``j`` begins, and the baseline of its first line."""
        cap = lettering.CAP_HEIGHT * self.head_size
        first = self.middle(j) + cap / 2 - (len(self.heads[j]) - 1) * LEADING / 2
        return self.glass(j).right + 18, first

    @property
    def first_baseline(self) -> float:
        """The baseline of the names below the bottles."""
        return self.floor + 18 + lettering.CAP_HEIGHT * SMALLEST

    @property
    def bracket(self) -> Box:
        """The box of the bracket round the bottles and their names."""
        below = 18 + max(map(len, self.names)) * LEADING - 8 if self.names else 14
        top = self.floor - self.tallest - 16
        left, right = self.columns[0].x - 10, self.columns[-1].right
        return Box(left, top, right - left, self.floor + below - top)


def formula_place(book: RecipeBook, language: str) -> FormulaPlace:
    """Return where the formulas of an example stand; names where they fit, else bottles."""
    heads, size = _heads(book, language)
    spelled = _place(book, language, heads, size, spelled=True)
    return spelled if spelled.terms else _place(book, language, heads, size, spelled=False)


def _heads(book: RecipeBook, language: str) -> tuple[tuple[Lines, ...], float]:
    """Return the names of the lines: whole if they are short, else in two lines, and their size."""
    full = fitted([m.name[language] for m in book.mixtures], LABEL, NAME_ROOM, 2, True)
    if full and len(book.ingredients) <= 5:
        return full, LABEL
    names = [mixture.short[language] for mixture in book.mixtures]
    for room in SHORT_ROOMS:
        heads = fitted(names, SMALLEST, room, 2, True)
        if heads:
            return heads, SMALLEST
    for room in (*SHORT_ROOMS, LAST_ROOM):  # a word is too long: it is divided, but shown whole
        divided = tuple(lettering.wrap(name, SMALLEST, room, True) for name in names)
        if max(map(len, divided)) <= 2:
            break
    return divided, SMALLEST


def _place(
    book: RecipeBook, language: str, heads: tuple[Lines, ...], size: float, *, spelled: bool
) -> FormulaPlace:
    count, lines = book.shares.shape
    numerals = [format_number(share) for share in book.shares.flat]
    plus, pad, dot = ROOMY if count <= 5 else CROWDED
    before = _heads_width(heads, size)
    whole = frame.RIGHT - frame.LEFT - before
    percent = widest([format_percent(share) for share in book.shares.flat], SMALLEST, bold=True)
    plus = _plus(whole, count, plus, percent)
    room = whole - (count - 1) * plus
    width = min(WIDEST, room / count)
    spare = (room - count * width) / 2
    left = frame.LEFT + before + spare
    cell = max(least_width(numerals), min(CELL_WIDTH, width * 0.42))
    names = [ingredient.name[language] for ingredient in book.ingredients]
    terms = fitted(names, SMALLEST, width - 2 * pad - cell - dot + 4, 2) if spelled else None
    below = terms if spelled else fitted(names, SMALLEST, width, 2)
    below = fitted(names, SMALLEST, width - 8, 2) or below
    top, pitch, floor, tallest = _rows(lines, below, width)
    columns = tuple(Box(left + k * (width + plus), top, width, pitch * lines) for k in range(count))
    height = min(CELL_HEIGHT, pitch - 14)
    return FormulaPlace(
        left=frame.LEFT + spare,
        lines=lines,
        columns=columns,
        cell=(cell, height),
        size=numeral_size(numerals, cell, height),
        pitch=pitch,
        plus=plus,
        pads=_pads(terms, width - cell - dot, pad, count),
        dot_room=dot,
        terms=terms,
        names=below,
        heads=heads,
        head_size=size,
        floor=floor,
        tallest=tallest,
    )


def _plus(room: float, count: int, wanted: float, percent: float) -> float:
    """Return the room of a plus: less than wanted where the columns must hold wide percentages."""
    if count < 2 or (room - (count - 1) * wanted) / count >= percent + PERCENT_PAD:
        return wanted
    return max(LEAST_PLUS, (room - count * (percent + PERCENT_PAD)) / (count - 1))


def _pads(
    terms: tuple[Lines, ...] | None, room: float, least: float, count: int
) -> tuple[float, ...]:
    """Return how far the terms are indented, so that they stand in the middle of their columns."""
    if terms is None:
        return (least,) * count
    return tuple(max(least, (room - widest(term, SMALLEST)) / 2) for term in terms)


def _heads_width(heads: tuple[Lines, ...], size: float) -> float:
    """Return the room before the columns: the glass, the longest name and the sign."""
    names = max(widest(head, size, bold=True) for head in heads)
    return 94.0 * GLASS_ASPECT + 18 + names + EQUALS


def _rows(
    lines: int, names: tuple[Lines, ...] | None, width: float
) -> tuple[float, float, float, float]:
    """Return the columns' top, the lines' pitch, and the floor and height of the bottles."""
    tallest = min(TALLEST if lines <= 4 else SMALL_TALLEST, (width - 12) / ASPECT)
    floor = TOP + 16 + tallest
    top = floor + (18 + max(map(len, names)) * LEADING - 8 if names else 14) + 14
    pitch = min(PITCH, (FOOT - top) / lines)
    spare = FOOT - top - pitch * lines
    down = min(70.0, spare / 3)
    return top + down, pitch, floor + down, tallest
