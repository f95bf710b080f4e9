"""Matrices and products with names, as the file of a scene has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy.typing as npt

from mathcore.matmul import MatmulTrace
from mathcore.recipe_file.texts import Names

Axis = tuple[Names, ...] | None
Units = tuple[Names | None, ...] | None


@dataclass(frozen=True, eq=False)
class NamedMatrix:
    """A matrix, and what its rows and columns are called; None where they have no names.

    ``units`` are those of its rows, ``hues`` the slots of the palette of its rows.
    """

    values: npt.NDArray[Any]
    rows: Axis = None
    columns: Axis = None
    units: Units = None
    hues: tuple[int, ...] | None = None


@dataclass(frozen=True, eq=False)
class NamedProduct:
    """A product of two of them, every step kept, and what its three axes are called."""

    trace: MatmulTrace
    rows: Axis
    inner: Axis
    columns: Axis
    units: Units
    hues: tuple[int, ...] | None
