"""What a layer file of kind picture has where it says nothing: maps, recipes, a turn, a pixel."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from mathcore.arrays import Array

_PARTS = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")


def with_defaults(table: Mapping[str, Any]) -> Mapping[str, Any]:
    """Add maps to a table that has none and, if it has no recipes either, recipes of them.

    Recipes of maps of one's own are one's own, too: a weight belongs to a map.
    """
    if "maps" in table:
        return table
    return {**tomllib.loads(_PARTS, parse_float=Decimal), **table}


def default_turn(weights: Sequence[Fraction], maps: Array) -> tuple[int, Fraction]:
    """Give which weight of a recipe is turned, and what to: the first that counts, to its opposite.

    A weight counts if neither it nor its map is 0 everywhere; if none does, the first of a map that
    is not 0 everywhere is turned from 0 to 1.

    Examples
    --------
    >>> maps = np.array([[[0, 0]], [[5, 0]]])
    >>> default_turn([Fraction(2), Fraction(3)], maps)
    (1, Fraction(-3, 1))
    >>> default_turn([Fraction(2), Fraction(0)], maps)
    (1, Fraction(1, 1))
    """
    seen = [place for place, each in enumerate(maps) if each.any()] or [0]
    place = next((each for each in seen if weights[each]), seen[0])
    return place, -weights[place] or Fraction(1)


def telling_place(maps: Array) -> tuple[int, int]:
    """Give the place at which every map has something to say.

    It is that of the largest ``min |maps[:, y, x]|``; of several, the one nearest to the middle,
    and of those the first, row by row.

    Parameters
    ----------
    maps : (F, H, W) array of int
        Feature maps.

    Returns
    -------
    (row, column)
        In the maps.

    Examples
    --------
    >>> telling_place(np.array([[[9, 4, 5]], [[1, -4, 3]]]))
    (0, 1)
    >>> telling_place(np.zeros((1, 4, 5), dtype=int))
    (1, 2)
    """
    _, high, wide = maps.shape
    least = np.abs(maps).min(axis=0)
    rows, columns = np.nonzero(least == least.max())
    away = (2 * rows + 1 - high) ** 2 + (2 * columns + 1 - wide) ** 2
    nearest = int(away.argmin())
    return int(rows[nearest]), int(columns[nearest])
