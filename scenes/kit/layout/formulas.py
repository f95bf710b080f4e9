"""Where the formulas stand: one line for each mixture, ingredient under ingredient."""

from __future__ import annotations

from dataclasses import dataclass

from mathcore import RecipeBook, format_number
from scenes.kit import frame, lettering
from scenes.kit.frame import Box
from scenes.kit.layout.grid import least_width, numeral_size
from scenes.kit.layout.names import Lines, fitted, undivided, widest
from scenes.kit.sizes import LABEL, LEADING, SMALLEST

TOP = 166.0  # of the bottles with their bracket
PITCH, FOOT = 140.0, 916.0  # of the lines; the lowest pixel of the columns
TALLEST, SMALL_TALLEST = 204.0, 140.0  # bottles above few and above many lines
CELL_WIDTH, CELL_HEIGHT = 108.0, 76.0
PLUS, EQUALS = 44.0, 76.0  # the room of the signs
NAME_ROOM, SHORT_ROOM = 290.0, 190.0  # of the names at the head of the lines
GLASS_ASPECT = 0.62
DOT = 26.0  # from a cell to the name behind it
COLUMN_PAD = 14.0
ASPECT = 0.53


@dataclass(frozen=True)
class FormulaPlace:
    """The columns, the cells in them and what stands around them.

    ``terms`` are the lines of the ingredients' names in the formulas and ``None`` where bottles
    stand for them; ``names`` are those below the bottles.
    """

    lines: int
    columns: tuple[Box, ...]
    cell: tuple[float, float]
    size: float
    pitch: float
    plus: float
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
        return Box(self.columns[k].x + COLUMN_PAD, self.middle(j) - height / 2, width, height)

    def lone_cell(self, j: int, k: int) -> Box:
        """Return the box of that number once it stands in its column alone."""
        box = self.cell_box(j, k)
        return box.moved(right=self.columns[k].centre[0] - box.centre[0])

    def dot(self, j: int, k: int) -> tuple[float, float]:
        """Return the middle of the sign between a number and its ingredient."""
        return self.cell_box(j, k).right + DOT / 2, self.middle(j)

    def term_room(self, k: int) -> tuple[float, float]:
        """Return where a name in column ``k`` begins and the column ends."""
        return self.cell_box(0, k).right + DOT, self.columns[k].right - COLUMN_PAD + 4

    def plus_sign(self, j: int, k: int) -> tuple[float, float]:
        """Return the middle of the sign before column ``k``."""
        return self.columns[k].x - self.plus / 2, self.middle(j)

    def equals(self, j: int) -> tuple[float, float]:
        """Return the middle of the sign of equality."""
        return self.columns[0].x - EQUALS / 2 + 4, self.middle(j)

    def glass(self, j: int) -> Box:
        """Return the box of the glass at the head of line ``j``."""
        height = min(94.0, self.pitch - 12)
        return Box(frame.LEFT, self.middle(j) - height / 2, height * GLASS_ASPECT, height)

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
    full, room = [m.name[language] for m in book.mixtures], NAME_ROOM
    if not all(undivided(name, LABEL, room, True) for name in full) or len(book.ingredients) > 5:
        full, room = [m.short[language] for m in book.mixtures], SHORT_ROOM
    heads, size = _heads(full, room)
    spelled = _place(book, language, heads, size, spelled=True)
    return spelled if spelled.terms else _place(book, language, heads, size, spelled=False)


def _heads(names: list[str], room: float) -> tuple[tuple[Lines, ...], float]:
    size = LABEL if all(undivided(name, LABEL, room, True) for name in names) else SMALLEST
    return tuple(lettering.wrap(name, size, room, True) for name in names), size


def _place(
    book: RecipeBook, language: str, heads: tuple[Lines, ...], size: float, *, spelled: bool
) -> FormulaPlace:
    count, lines = book.shares.shape
    numerals = [format_number(share) for share in book.shares.flat]
    plus = PLUS if count <= 5 else 28.0
    left = _columns_left(heads, size, lines)
    width = min(420.0, (frame.RIGHT - left - (count - 1) * plus) / count)
    cell = max(least_width(numerals), min(CELL_WIDTH, width * 0.42))
    names = [ingredient.name[language] for ingredient in book.ingredients]
    terms = fitted(names, SMALLEST, width - 2 * COLUMN_PAD - cell - DOT + 4, 2) if spelled else None
    below = terms if spelled else fitted(names, SMALLEST, width, 2)
    place = _rows(lines, fitted(names, SMALLEST, width - 8, 2) or below, width)
    columns = tuple(
        Box(left + k * (width + plus), place[0], width, place[1] * lines) for k in range(count)
    )
    height = min(CELL_HEIGHT, place[1] - 14)
    return FormulaPlace(
        lines, columns, (cell, height), numeral_size(numerals, cell, height), place[1], plus, terms,
        place[4], heads, size, place[2], place[3],
    )  # fmt: skip


def _columns_left(heads: tuple[Lines, ...], size: float, lines: int) -> float:
    """Return where the columns begin: after the glass, the longest name and the sign."""
    names = max(widest(head, size, bold=True) for head in heads)
    return frame.LEFT + 94.0 * GLASS_ASPECT + 18 + names + EQUALS


def _rows(
    lines: int, names: tuple[Lines, ...] | None, width: float
) -> tuple[float, float, float, float, tuple[Lines, ...] | None]:
    """Return the top of the columns, the pitch of the lines, and floor, height, names of the bottles."""
    tallest = min(TALLEST if lines <= 4 else SMALL_TALLEST, (width - 12) / ASPECT)
    floor = TOP + 16 + tallest
    top = floor + (18 + max(map(len, names)) * LEADING - 8 if names else 14) + 14
    pitch = min(PITCH, (FOOT - top) / lines)
    spare = FOOT - top - pitch * lines
    down = min(70.0, spare / 3)
    return top + down, pitch, floor + down, tallest, names

