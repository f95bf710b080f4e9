"""Where a network stands beside its matrix, and the error below the matrix.  Pure."""

from __future__ import annotations

from dataclasses import dataclass

from scenes.kit.ground import frame
from scenes.kit.ground.frame import Box
from scenes.kit.ground.name_lines import widest
from scenes.kit.ground.sizes import LABEL
from scenes.kit.network.network_geometry import NetworkPlace, network_place
from scenes.kit.product.falk_geometry import FalkPlace

TOP, FLOOR = 182.0, 904.0  # of the network
APART, WIDEST = 76.0, 820.0  # to the names beside the matrix; the widest network
METER_TOP, METER_HEIGHT, METER_WIDTH = 640.0, 216.0, 760.0


@dataclass(frozen=True)
class LearningPlace:
    """The places of the network and of the error."""

    network: NetworkPlace
    meter: Box


def learning_place(falk: FalkPlace) -> LearningPlace:
    """Return the places that a product in Falk's layout leaves."""
    names = widest(falk.row_names or (), LABEL, bold=True)
    right = falk.row_names_right - names - APART
    box = Box(frame.LEFT, TOP, min(WIDEST, right - frame.LEFT), FLOOR - TOP)
    left = max(box.right + APART, frame.RIGHT - METER_WIDTH)
    meter = Box(left, METER_TOP, frame.RIGHT - left, METER_HEIGHT)
    network = network_place(box, falk.matrix.rows, falk.matrix.columns)
    return LearningPlace(network, meter)
