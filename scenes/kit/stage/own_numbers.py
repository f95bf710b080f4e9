"""What a scene's own numbers lend it: sources for claims, placeholders for its lines.  Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore import SceneNumbers
from scenes.kit.stage.claims import Claim, Quantity, Sources
from scenes.kit.stage.numeral import Numeral
from scenes.kit.stage.script import ScriptError


def sources_of(numbers: SceneNumbers) -> Sources:
    """Return the matrices and products that claims may name."""
    matrices = {name: each.values for name, each in numbers.matrices.items()}
    return {**matrices, **{name: each.trace for name, each in numbers.products.items()}}


def joined_sources(others: Callable[[], Sources], numbers: SceneNumbers) -> Sources:
    """Return these beside other sources.

    Raises
    ------
    ScriptError
        If one of the others has the same name.
    """
    known, own = others(), sources_of(numbers)
    for name in own:
        if name in known:
            raise ScriptError(
                f'{numbers.path}: "{name}" is the name of numbers of the layer too; rename these'
            )
    return {**known, **own}


def numerals_of(numbers: SceneNumbers) -> Mapping[str, Numeral]:
    """Return what spoken lines may name: the entries of every matrix and of every result.

    ``{tomorrow_1_2}`` is the entry in row 1 and column 2 of what ``[products.tomorrow]`` makes.
    """
    entries: list[tuple[str, Quantity, npt.NDArray[Any]]] = [
        *((name, "entry", each.values) for name, each in numbers.matrices.items()),
        *((name, "result", each.trace.result) for name, each in numbers.products.items()),
    ]
    return {
        f"{name}_{i + 1}_{j + 1}": Numeral(values.item(i, j), Claim(quantity, (i, j), name))
        for name, quantity, values in entries
        for i, j in np.ndindex(values.shape)
    }
