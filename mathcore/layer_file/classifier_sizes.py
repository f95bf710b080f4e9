"""What a classifier's layer file may leave out: its samples tell it."""

from __future__ import annotations

import math

from mathcore.layer_file.classifier_samples import Samples
from mathcore.layer_file.reading import read_whole
from mathcore.recipe_file.tables import Table

MOST_SIDE, MOST_BRIGHT = 10, 65_535


def read_optional(root: Table, key: str, low: int, high: int, *, example: int = 1) -> int | None:
    """Give a whole number; None where there is none, and, after a fault, where it is wrong."""
    return read_whole(root, key, low, high, example=example) if key in root.raw else None


def guess_size(
    root: Table, rows: int | None, columns: int | None, samples: Samples
) -> tuple[int, int] | None:
    """Give rows and columns of a picture: as they are said, else so that all pixels fill them.

    If neither is said, the picture is square.  None, after a fault, if that cannot be.
    """
    if rows is not None and columns is not None:
        return rows, columns
    pixels = samples.pixels.shape[1]
    side = rows or columns or math.isqrt(pixels)
    other, rest = divmod(pixels, side)
    if rest and (rows or columns):
        said = f"rows is {rows}" if rows else f"columns is {columns}"
        root.fault(f"{said}, and a sample has {pixels:,} pixels, no multiple of it; correct it")
    elif rest or (other != side and not (rows or columns)):
        root.fault(f"no rows, no columns; add them: a sample has {pixels:,} pixels")
    elif max(side, other) > MOST_SIDE:
        most = f"at most {MOST_SIDE} × {MOST_SIDE} can be shown"
        root.fault(f"a sample has {pixels:,} pixels, {most}: train on smaller pictures")
    else:
        return (other, side) if columns else (side, other)
    return None
