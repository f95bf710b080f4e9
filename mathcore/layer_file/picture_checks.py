"""What a picture's numbers must be so that a chapter can show them, and say what is true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy.typing as npt

from mathcore.layer_file.picture_parts import Turn
from mathcore.numerals import Number, format_number
from mathcore.recipe_file.tables import Table

LONGEST = {
    **{"a channel": 6, "a weight": 7, "a product": 9, "a sum": 8},
    "a sum on the way of the turn": 11,
}
"""Characters, as printed: what fits where it stands, at the smallest size that can be read."""


def check_turn(root: Table, turn: Turn, weights: npt.NDArray[Any], maps: npt.NDArray[Any]) -> None:
    """Fault a turn that changes nothing, neither its weight nor any pixel."""
    before = weights[turn.map, turn.recipe]
    place = f"the weight of map {turn.map} in recipe {turn.recipe}"
    if turn.to == before:
        root.fault(
            f"turn: to is {format_number(turn.to)}, and so is {place}; turn it to another number"
        )
    if not maps[turn.map].any():
        root.fault(
            f"turn: map {turn.map} is 0 at every pixel, so that {place} changes nothing; turn that "
            "of another map"
        )


def check_length(root: Table, numbers: Mapping[str, Iterable[Number]]) -> None:
    """Fault numbers that are too long to print, by what they are: see `LONGEST`."""
    for what, values in numbers.items():
        longest = max(map(format_number, values), key=len)
        if len(longest) > LONGEST[what]:
            root.fault(
                f"{what} is {longest}, too long to print: at most {LONGEST[what]} characters; "
                "round or scale the kernels and the weights"
            )
