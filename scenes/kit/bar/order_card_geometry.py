"""Where the parts of an order card stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mathcore import RecipeBook, format_percent
from scenes.kit.ground import lettering
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import Lines, undivided, widest
from scenes.kit.ground.sizes import LABEL, LEADING, SMALLEST

PITCH, LOW_PITCH = 54.0, 44.0  # of the rows; lower for the longest cards
LEAST_ROWS = 150.0  # the height of the rows together, also when there is but one
HEAD_ROOM, RULE_DROP, FOOT_ROOM = 20.0, 18.0, 10.0
ICON = 24.0  # the width of the bottle that stands for a name
LEAST_WIDTHS = {1: 300.0, 2: 260.0, 3: 230.0, 4: 224.0, 5: 170.0}  # by the number of cards


@dataclass(frozen=True)
class CardShape:
    """What all cards of an example have in common; ``named`` rows begin with a name."""

    named: bool
    pad: float
    width: float
    headers: tuple[Lines, ...]
    header_size: float
    pitch: float
    count: int

    @property
    def rows_height(self) -> float:
        """The height of all rows together."""
        return max(LEAST_ROWS, self.count * self.pitch)

    @property
    def header_height(self) -> float:
        """From the card's upper edge to its rule."""
        return HEAD_ROOM + max(len(lines) for lines in self.headers) * LEADING + RULE_DROP - 8

    @property
    def height(self) -> float:
        """The height of the card."""
        return self.header_height + self.rows_height + FOOT_ROOM + 6


@dataclass(frozen=True)
class CardPlace:
    """One card: its shape, its box and its number."""

    shape: CardShape
    box: Box
    j: int

    @property
    def header(self) -> Lines:
        """The lines of its name."""
        return self.shape.headers[self.j]

    @property
    def header_first(self) -> float:
        """The baseline of the first of them."""
        return self.box.y + HEAD_ROOM + lettering.CAP_HEIGHT * self.shape.header_size

    @property
    def rule(self) -> float:
        """The pixel row of the line below the header."""
        return self.box.y + self.shape.header_height

    def row(self, k: int) -> Box:
        """Return the box of row ``k``, which is lit while it is poured."""
        shape = self.shape
        used = shape.pitch * shape.count
        top = self.rule + 6 + (shape.rows_height - used) / 2 + k * shape.pitch
        side = max(4.0, shape.pad - 12)
        return Box(self.box.x + side, top + 2, self.box.width - 2 * side, shape.pitch - 4)

    @property
    def left(self) -> float:
        """Where names begin."""
        return self.box.x + self.shape.pad

    @property
    def right(self) -> float:
        """Where percentages end."""
        return self.box.right - self.shape.pad

    def moved(self, x: float) -> CardPlace:
        """Return the card with its left edge at ``x``."""
        return replace(self, box=Box(x, self.box.y, self.box.width, self.box.height))


def card_shape(book: RecipeBook, language: str, *, named: bool) -> CardShape:
    """Return the shape of the cards, as wide as their rows need."""
    count, mixtures = book.shares.shape
    crowded = mixtures > 4
    pad, space = (22.0, 24.0) if named else ((10.0, 8.0) if crowded else (20.0, 18.0))
    names = [ingredient.name[language] for ingredient in book.ingredients]
    lead = widest(names, SMALLEST) if named else ICON
    percents = widest([format_percent(share) for share in book.shares.flat], SMALLEST, bold=True)
    width = max(2 * pad + lead + space + percents, LEAST_WIDTHS.get(mixtures, 150.0))
    titles = [mixture.short[language] for mixture in book.mixtures]
    size, headers = _headers(titles, width - 2 * pad)
    pitch = PITCH if count <= 6 else LOW_PITCH
    return CardShape(named, pad, width, headers, size, pitch, count)


def _headers(titles: list[str], room: float) -> tuple[float, tuple[Lines, ...]]:
    for size in (LABEL, SMALLEST):
        headers = tuple(lettering.wrap(title, size, room, True) for title in titles)
        whole = all(undivided(title, size, room, True) for title in titles)
        if whole and max(map(len, headers)) <= 2:
            return size, headers
    return size, headers
