"""Where things stand in the bar: order cards on the counter, the stage between them, the shelf."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from mathcore import RecipeBook, format_percent, trace_matmul
from scenes.kit.bar.order_card_geometry import CardPlace, card_shape
from scenes.kit.bar.shelf_geometry import PLANK, ShelfPlace, high_shelf, wide_shelf
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import widest
from scenes.kit.ground.sizes import LABEL, PRODUCT, SMALLEST

COUNTER = 914.0
STAGE_FOR_NAMES = 500.0  # the least stage beside which cards may spell names
PITCH_FOR_NAMES = 130.0  # the least room for a bottle on the shelf beside them
ROOMY_STAGE, MOST_GAP = 600.0, 80.0
GLASS_HEIGHT, GLASS_WIDTHS = 432.0, (116.0, 196.0)
WAITING_WIDTHS = {1: 76.0, 2: 76.0, 3: 72.0, 4: 58.0, 5: 50.0, 6: 44.0}
WAITING_ASPECT = 2.5  # height over width
BESIDE = 10.0  # between a card and its glass
TOTAL_GAP, LABEL_GAP = 40.0, 16.0  # left of the glass for the brace; right of it
STAGE_GAP = 22.0  # between the stage and what stands at its sides
NARROWEST = 80.0  # of a glass between wide cards
OVER_GLASS = 22.0  # from a total that stands above the glass
WIDEST_SPREAD, SPREAD_ASPECT, SPREAD_HEIGHT = 128.0, 2.4, 290.0


@dataclass(frozen=True)
class TotalPlace:
    """The right end of the running total and its size; it rises with the glass or stands above."""

    right: float
    size: float
    above: float | None = None  # the baseline, where there is no room beside the glass


@dataclass(frozen=True)
class BarPlace:
    """The bar in its three arrangements: alone, at the first pour, and spread out."""

    wide: ShelfPlace
    shelf: ShelfPlace
    counter: Box
    cards: tuple[CardPlace, ...]
    waiting: tuple[Box, ...]  # the glasses beside the cards
    stage: Box
    glass: Box  # on the stage
    total: TotalPlace
    spread: tuple[CardPlace, ...]
    served: tuple[Box, ...]  # the glasses beside the spread cards

    @property
    def brace(self) -> float:
        """The x of the brace that spans the running total."""
        return self.glass.x - TOTAL_GAP / 2

    @property
    def labels(self) -> float:
        """Where the shares beside the glass begin."""
        return self.glass.right + LABEL_GAP


def bar_place(book: RecipeBook, language: str) -> BarPlace:
    """Return where everything stands; cards spell the names if that leaves a stage."""
    named = _cards(book, language, named=True)
    cards, waiting, stage = named
    glass, total = _glass(book, stage)
    room = (frame.RIGHT - glass.right) / len(book.ingredients)
    if stage.width < STAGE_FOR_NAMES or room < PITCH_FOR_NAMES:
        cards, waiting, stage = _cards(book, language, named=False)
        glass, total = _glass(book, stage)
    left = glass.right + LABEL_GAP + _percent(book, SMALLEST) + 24
    ground = cards[0].box.y - 18
    shelf = high_shelf(book, language, left, ground)
    counter = Box(0, COUNTER, frame.WIDTH, PLANK)
    spread, served = _spread(cards, waiting)
    return BarPlace(
        wide_shelf(book, language),
        shelf,
        counter,
        cards,
        waiting,
        stage,
        glass,
        total,
        spread,
        served,
    )


def running_shares(book: RecipeBook) -> np.ndarray:
    """Return how full each glass is after each ingredient: (mixtures, ingredients)."""
    whole = np.full((1, len(book.ingredients)), Fraction(1), dtype=object)
    sums: np.ndarray = trace_matmul(whole, book.shares).partials[0]
    return sums


def _percent(book: RecipeBook, size: float) -> float:
    return widest([format_percent(share) for share in (1, *book.shares.flat)], size)


def _total(book: RecipeBook) -> float:
    """Return the width of the widest running total of the first glass, in em."""
    return widest(
        [format_percent(share) for share in (0, *running_shares(book)[0])], 1.0, bold=True
    )


def _cards(
    book: RecipeBook, language: str, *, named: bool
) -> tuple[tuple[CardPlace, ...], tuple[Box, ...], Box]:
    """Return the cards, one at the left, the others at the right; their glasses; the stage."""
    count = len(book.mixtures)
    shape = card_shape(book, language, named=named)
    glass, gap = WAITING_WIDTHS[count], 26.0 if count < 4 else 12.0
    unit = shape.width + BESIDE + glass
    first = Box(frame.LEFT, COUNTER - shape.height, shape.width, shape.height)
    least = (count - 1) * unit + max(0, count - 2) * gap
    spare = frame.RIGHT - least - first.right - ROOMY_STAGE
    if count > 2 and spare > 0:
        gap += min(MOST_GAP, spare / (count - 2))
    right = frame.RIGHT - (count - 1) * unit - max(0, count - 2) * gap
    xs = [first.x, *(right + n * (unit + gap) for n in range(count - 1))]
    cards = tuple(CardPlace(shape, first, j).moved(x) for j, x in enumerate(xs))
    waiting = tuple(_beside(card, glass, shape.rows_height) for card in cards)
    end = right if count > 1 else min(frame.RIGHT, first.right + ROOMY_STAGE)
    return cards, waiting, Box(first.right, frame.TOP, end - first.right, COUNTER - frame.TOP)


def _beside(card: CardPlace, width: float, most: float, aspect: float = WAITING_ASPECT) -> Box:
    height = min(width * aspect, most)
    return Box(card.box.right + BESIDE, COUNTER - height, width, height)


def _glass(book: RecipeBook, stage: Box) -> tuple[Box, TotalPlace]:
    """Return the glass on the stage, its total and its labels centred there as a whole.

    Where there is no room for the total at the left, it shrinks, or stands above the glass.
    """
    labels, em = LABEL_GAP + _percent(book, SMALLEST), _total(book)
    least, most = GLASS_WIDTHS
    if book.free_weights:
        most, labels = max(most, 92.0 * len(book.ingredients)), LABEL_GAP
    room = min(stage.width, ROOMY_STAGE + 40)
    spare = room - labels - TOTAL_GAP - 2 * STAGE_GAP
    size = max(LABEL, min(PRODUCT, (spare - least) / em))
    beside = size * em <= spare - least or not book.free_weights
    before = TOTAL_GAP + (size * em if beside else 0.0)
    width = max(NARROWEST, min(most, room - labels - before - 2 * STAGE_GAP))
    x = stage.x + (room - before - labels - width) / 2 + before
    glass = Box(x, COUNTER - GLASS_HEIGHT, width, GLASS_HEIGHT)
    if beside:
        return glass, TotalPlace(x - TOTAL_GAP, size)
    size = min(PRODUCT, (room - 2 * STAGE_GAP) / em)
    middle = max(glass.centre[0], stage.x + STAGE_GAP + size * em / 2)
    return glass, TotalPlace(middle + size * em / 2, size, glass.y - OVER_GLASS)


def _spread(
    cards: tuple[CardPlace, ...], waiting: tuple[Box, ...]
) -> tuple[tuple[CardPlace, ...], tuple[Box, ...]]:
    """Return the cards evenly across the counter, with larger glasses beside them."""
    count, card = len(cards), cards[0].box.width
    pitch = (frame.RIGHT - frame.LEFT) / count
    width = max(waiting[0].width, min(WIDEST_SPREAD, pitch - card - BESIDE - 20))
    unit = card + BESIDE + width
    gap = min(120.0, (frame.RIGHT - frame.LEFT - count * unit) / max(1, count - 1))
    left = frame.CENTRE - (count * unit + (count - 1) * gap) / 2
    spread = tuple(c.moved(left + j * (unit + gap)) for j, c in enumerate(cards))
    return spread, tuple(_beside(c, width, SPREAD_HEIGHT, SPREAD_ASPECT) for c in spread)
