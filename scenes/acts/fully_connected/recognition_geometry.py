"""Where a picture, its recipes, its scores and its shares stand.  Pure.

The picture and all labels have the narrow column at the left, what is computed the wide one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from scenes.kit.ground import lettering
from scenes.kit.ground.frame import CENTRE, LEFT, RIGHT, Box
from scenes.kit.ground.sizes import LEADING, SMALLEST
from scenes.kit.images.pixel_geometry import PixelPlace, picture_place, strip_place

LABELS_RIGHT, CONTENT_LEFT = 314.0, 338.0
CONTENT = RIGHT - CONTENT_LEFT
LARGE, LARGE_TOP = 560.0, 176.0  # the picture alone
CREDIT_BELOW = 48.0  # from it to the baseline of whom it is from
LOW_STRIP, STRIP = (806.0, 52.0), (376.0, 40.0)  # top and height of a row of features
STRIP_STEP = {"low": 62.0, "high": 48.0}  # from the features down to their weights
HEAD_BASELINE, HEAD_GAP = 178.0, 22.0
TALL_HEADS = 168.0  # the first baseline of heads of several lines
TILE, TILE_FLOOR, TILE_GAP, TILES_PER_ROW = 244.0, 758.0, 92.0, 5
SMALL_PICTURE, SMALL_FLOOR = 128.0, 328.0
EDGE_ROOM = 6.0  # from the edge of the picture to its pixels
HEAD_APART = 6.0  # between the heads of two columns
ANSWER_ROOM = SMALL_PICTURE + 2 * EDGE_ROOM
HEAD_RISE = 40.0  # from a baseline up to what frames it
KEY_MIDDLE = 501.0  # what the colours mean, between the rows and the waterfall
FALL_TOP, FALL_FLOOR = 592.0, 922.0
SLIM = (436.0, 16.0)  # top and height of the row of features above a small waterfall
CURVE_TOP, SCORE_HEIGHT, SCORE_GAP = 466.0, 62.0, 30.0
SCORE_WIDTH = 108.0  # its glow ends in the safe area
CURVE_HEIGHT = {"tall": 362.0, "short": 116.0}  # alone, or above the shares
SHARE_TOP, SHARE_FLOOR = 700.0, 866.0
# at the left, beside a waterfall: the baseline of the sum; that of a product, and the middle of
# the sum's label
SUM_BASELINE = 570.0
READINGS = ((706.0, 618.0), (846.0, 618.0), (790.0, 706.0))
NOTE_ROOM, LABEL_ROOM, ZERO_ROOM = (32.0, 62.0), 20.0, 22.0  # above and below them


@dataclass(frozen=True)
class RecognitionPlace:
    """The places for pictures of ``rows`` × ``columns`` pixels and so many ``classes``.

    Above them stand their names, of at most so many ``lines``: the more, the lower the pictures.
    """

    rows: int
    columns: int
    classes: int
    lines: int = 1

    @property
    def large(self) -> PixelPlace:
        """The picture alone, in the middle."""
        return self._picture(Box(CENTRE - LARGE / 2, LARGE_TOP, LARGE, LARGE))

    @property
    def small(self) -> PixelPlace:
        """The picture at the left, level with the recipes of a row."""
        return self._hung(Box(LEFT + EDGE_ROOM, self.top, SMALL_PICTURE, self._low))

    @property
    def top(self) -> float:
        """The top of all pictures that have a head."""
        first = HEAD_BASELINE if self.lines == 1 else TALL_HEADS
        return first + LEADING * (self.lines - 1) + HEAD_GAP

    @property
    def _low(self) -> float:
        return SMALL_FLOOR - self.top

    @property
    def head_room(self) -> float:
        """The width of a head in its column."""
        return CONTENT / self.classes - HEAD_APART

    def head_top(self, lines: int) -> float:
        """Return the top of what frames a head of so many lines."""
        return self.top - HEAD_GAP - LEADING * (lines - 1) - HEAD_RISE

    def features(self, height: str) -> PixelPlace:
        """Return the row of features, ``"low"`` under pictures or ``"high"`` above a waterfall."""
        top, tall = LOW_STRIP if height == "low" else STRIP
        return strip_place(Box(CONTENT_LEFT, top, CONTENT, tall), self.rows, self.columns)

    def weights(self, height: str) -> PixelPlace:
        """Return the row of one recipe's weights, under the features."""
        ground = self.features(height).ground.moved(down=STRIP_STEP[height])
        return strip_place(ground, self.rows, self.columns)

    def tile(self, j: int) -> PixelPlace:
        """Return recipe ``j`` as a large picture, in one or two rows."""
        lines = ceil(self.classes / TILES_PER_ROW)
        across = ceil(self.classes / lines)
        line, place = divmod(j, across)
        gap = TILE_GAP + LEADING * (self.lines - 1)
        high = min(TILE, (TILE_FLOOR - self.top - gap * (lines - 1)) / lines)
        left = _middle(place, across) - TILE / 2
        return self._hung(Box(left, self.top + line * (high + gap), TILE, high))

    def column(self, j: int) -> float:
        """Return the middle of the column of class ``j``."""
        return _middle(j, self.classes)

    def recipe(self, j: int) -> PixelPlace:
        """Return recipe ``j`` as a small picture, in one row."""
        return self._hung(self._in_column(j, self.top, self._low))

    @staticmethod
    def head(place: PixelPlace) -> tuple[float, float]:
        """Return the middle of the head above a picture, and the baseline of its last line."""
        return place.ground.centre[0], place.ground.y - HEAD_GAP

    @property
    def fall(self) -> Box:
        """The waterfall."""
        return Box(CONTENT_LEFT, FALL_TOP, CONTENT, FALL_FLOOR - FALL_TOP)

    def slim(self, j: int) -> PixelPlace:
        """Return the row of features once more, as wide as the small waterfall of class ``j``."""
        return strip_place(self._in_column(j, *SLIM), self.rows, self.columns)

    def curve(self, j: int, height: str) -> Box:
        """Return the box of the small waterfall of class ``j``, ``"tall"`` or ``"short"``."""
        return self._in_column(j, CURVE_TOP, CURVE_HEIGHT[height])

    def score(self, j: int, height: str) -> Box:
        """Return the cell of score ``j``, under a small waterfall of this height."""
        top = self.curve(j, height).bottom + SCORE_GAP
        return Box(self.column(j) - SCORE_WIDTH / 2, top, SCORE_WIDTH, SCORE_HEIGHT)

    @property
    def shares(self) -> Box:
        """The bars of the shares."""
        return Box(CONTENT_LEFT, SHARE_TOP, CONTENT, SHARE_FLOOR - SHARE_TOP)

    def _picture(self, ground: Box) -> PixelPlace:
        return picture_place(ground, self.rows, self.columns)

    def _hung(self, ground: Box) -> PixelPlace:
        """Return a picture at the top of its ground, so that all heads have one baseline."""
        high = self._picture(ground).ground.height
        return self._picture(Box(ground.x, ground.y, ground.width, high))

    def _in_column(self, j: int, top: float, height: float) -> Box:
        return Box(self.column(j) - SMALL_PICTURE / 2, top, SMALL_PICTURE, height)


def _middle(n: int, count: int) -> float:
    """Return the middle of thing ``n`` of so many, which share the room evenly."""
    return CONTENT_LEFT + (n + 0.5) * CONTENT / count


def readings(zero: float) -> tuple[float, float]:
    """Return where a product and the label of the sum read, clear of the row of zero.

    >>> readings(900.0), readings(700.0)
    ((706.0, 618.0), (846.0, 618.0))
    """
    for note, label in READINGS:
        spans = (
            (note - NOTE_ROOM[0], note + NOTE_ROOM[1]),
            (label - LABEL_ROOM, label + LABEL_ROOM),
        )
        if not any(top - ZERO_ROOM <= zero <= foot + ZERO_ROOM for top, foot in spans):
            return note, label
    return READINGS[0]


def fitting(texts: Iterable[str], most: float, room: float) -> float:
    """Return the largest size, up to ``most``, at which every text fits in ``room``."""
    widest = max((lettering.width(text, 1.0, bold=True) for text in texts), default=0.0)
    return max(SMALLEST, min(most, room / widest)) if widest else most
