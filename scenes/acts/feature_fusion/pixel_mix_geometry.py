"""Where one pixel is taken out of its maps, and mixed.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.acts.feature_fusion.fusion_geometry import Shape, fitting
from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.sizes import LEADING
from scenes.kit.product.grid_geometry import GridPlace
from scenes.kit.sums.term_line_geometry import TermsPlace

MARGIN_RIGHT = 336.0  # where the labels of the rows end
MAPS_LEFT, PITCH, MAP = 370.0, 308.0, Box(0, 0, 282, 186)
TOP, NAMES, NAMES_GAP = 204.0, 184.0, 16.0
PATCH_TOP, PATCH, AROUND = 418.0, 125.0, 2  # pixels that are seen around the one
ROW, CELL_WIDTH, CELL_HEIGHT = 584.0, 176.0, 72.0
KERNEL_TOP, KERNEL_WIDTH, GAP, OUTER = 220.0, 150.0, 10.0, 18.0
FACTORS, PRODUCTS, PRODUCT_SIZE = 712.0, 768.0, 46.0
CHART_TOP, CHART_FLOOR = 796.0, 930.0
FUSED_TOP, FUSED_NAME = 704.0, 928.0  # the baseline of its last line
SUM_LABEL = 838.0
NAME_ROOM, PHOTO_NAME_ROOM = PITCH - NAMES_GAP, MAPS_LEFT - NAMES_GAP - frame.LEFT
FUSED_ROOM = 280.0


@dataclass(frozen=True)
class PixelPlace:
    """The maps in a row, the pixel enlarged below each, its row, the kernel and the result."""

    photo: Box
    maps: tuple[Box, ...]
    patches: tuple[Box, ...]
    left: GridPlace
    kernel: GridPlace
    result: GridPlace
    strip: TermsPlace
    chart: Box
    fused: Box


def pixel_place(shape: Shape, maps: int, lines: int = 1, below: int = 1) -> PixelPlace:
    """Return where all of it stands, for pictures of a shape and so many maps.

    Above the maps are names of so many ``lines``, ``below`` the new one is one of so many.
    """
    down, up = LEADING * (lines - 1), FUSED_NAME - fused_name(below)
    room = Box(frame.LEFT, TOP + down, MARGIN_RIGHT - frame.LEFT, MAP.height - down)
    high = Box(MAPS_LEFT, TOP + down, MAP.width, MAP.height - down)
    boxes = tuple(fitting(high.moved(k * PITCH), shape, down=1) for k in range(maps))
    centres = tuple(MAPS_LEFT + k * PITCH + MAP.width / 2 for k in range(maps))
    seen = seen_around(shape)
    patches = tuple(fitting(Box(x - PATCH / 2, PATCH_TOP, PATCH, PATCH), seen) for x in centres)
    first = centres[0] - CELL_WIDTH / 2
    left = GridPlace(first, ROW, 1, maps, CELL_WIDTH, CELL_HEIGHT, PITCH - CELL_WIDTH)
    x = frame.RIGHT - OUTER - KERNEL_WIDTH
    kernel = GridPlace(x, KERNEL_TOP, maps, 1, KERNEL_WIDTH, CELL_HEIGHT, GAP)
    result = GridPlace(x, ROW, 1, 1, KERNEL_WIDTH, CELL_HEIGHT, GAP)
    end = result.cell(0, 0).centre[0]
    strip = TermsPlace(centres, PRODUCTS, PRODUCT_SIZE, end, end, FACTORS)
    chart = Box(MAPS_LEFT, CHART_TOP, centres[-1] + CELL_WIDTH / 2 - MAPS_LEFT,
                CHART_FLOOR - CHART_TOP)  # fmt: skip
    new = Box(frame.RIGHT - MAP.width, FUSED_TOP, MAP.width, MAP.height - up)
    fused = fitting(new, shape, across=1, down=0)
    return PixelPlace(
        fitting(room, shape, across=0, down=0), boxes, patches, left, kernel, result, strip, chart,
        fused,
    )  # fmt: skip


def fused_name(lines: int) -> float:
    """Return the first baseline of the new map's name; three lines are in line with the sum's."""
    last = FUSED_NAME if lines < 3 else SUM_LABEL + 2 * LEADING
    return last - LEADING * (lines - 1)


def seen_around(shape: Shape) -> Shape:
    """Return how many rows and columns are seen around a pixel: all, if there are but few."""
    side = 2 * AROUND + 1
    return min(side, shape[0]), min(side, shape[1])


def window(shape: Shape, spot: tuple[int, int]) -> tuple[int, int]:
    """Return the first row and column of what is seen around a pixel, within the picture.

    >>> window((60, 90), (30, 0))
    (28, 0)
    """
    side = 2 * AROUND + 1
    row, column = (
        max(0, min(place - AROUND, size - side)) for place, size in zip(spot, shape, strict=True)
    )
    return row, column
