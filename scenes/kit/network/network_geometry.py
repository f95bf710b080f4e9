"""Where the nodes of one layer stand, and the edges between them.  Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot

from scenes.kit.ground.frame import Box

Point = tuple[float, float]

WIDEST_PITCH, RADIUS, OF_PITCH = 172.0, 56.0, 0.41
OUTSIDE = 5.0  # pixels between the rim of a node and its edges


@dataclass(frozen=True)
class NetworkPlace:
    """Input nodes in a column at the left, output nodes at the right; middles and radii."""

    inputs: tuple[Point, ...]
    outputs: tuple[Point, ...]
    input_radius: float
    output_radius: float

    def edge(self, k: int, j: int) -> tuple[Point, Point]:
        """Return both ends of the edge from input ``k`` to output ``j``, outside the nodes."""
        (x, y), (right, down) = self.inputs[k], self.outputs[j]
        length = hypot(right - x, down - y)
        across, along = (right - x) / length, (down - y) / length
        first, last = self.input_radius + OUTSIDE, self.output_radius + OUTSIDE
        return (
            (x + first * across, y + first * along),
            (right - last * across, down - last * along),
        )

    @staticmethod
    def node_box(middle: Point, radius: float) -> Box:
        """Return the box around a node."""
        return Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)


def network_place(box: Box, inputs: int, outputs: int) -> NetworkPlace:
    """Return the places of so many nodes in a box.

    >>> network_place(Box(0, 0, 400, 300), 1, 2).outputs
    ((344.0, 75.0), (344.0, 225.0))
    """
    columns, radii = [], []
    for count, side in ((inputs, 0), (outputs, 1)):
        pitch = min(WIDEST_PITCH, box.height / count)
        radius = min(RADIUS, OF_PITCH * pitch)
        x = box.right - radius if side else box.x + radius
        top = box.centre[1] - pitch * (count - 1) / 2
        columns.append(tuple((x, top + pitch * n) for n in range(count)))
        radii.append(radius)
    return NetworkPlace(columns[0], columns[1], radii[0], radii[1])
