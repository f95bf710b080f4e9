"""Small whole numbers in rows: written out, or made of a picture or of a table of numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np

from mathcore.arrays import Array
from mathcore.layer_file.framing import Size, read_framed, within
from mathcore.layer_file.picture import brightness
from mathcore.layer_file.reading import MOST_SIDE, file_named, matrix_of, read_file
from mathcore.readers.pictures import is_picture
from mathcore.readers.tensors import read_tensor
from mathcore.recipe_file.tables import Table, show
from mathcore.shrinking import WHITE

IMAGE_SIDE, KERNEL_SIDE = 5, 3
"""What the longer side of a larger picture becomes."""
HIGH = 9
"""The largest number that is printed into a pixel; the least is as far below 0."""
FRAME = ("size", "crop")
NEAR = Fraction(1, 1_000_000)
"""So near, a number was whole before it was stored as a float, and multiplied."""
EXAMPLE = "[[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]"


def image_size(size: Size) -> Size:
    """Give the size that a picture becomes where none is asked for: its own, or a smaller one."""
    return size if max(size) <= IMAGE_SIDE else within(IMAGE_SIDE, size)


def kernel_size(size: Size) -> Size:
    """Give the size that a picture of a kernel becomes."""
    return size if max(size) <= KERNEL_SIDE else within(KERNEL_SIDE, size)


def without_frame(table: Table) -> Table:
    """Give a table without ``size`` and ``crop``, which belong to the image beside a kernel."""
    rest = {key: each for key, each in table.raw.items() if key not in FRAME}
    bare = Table(table.inspection, table.place, rest, tuple(rest))
    bare.meant = table.meant
    return bare


def read_grid(
    table: Table, key: str, folder: Path, fitting: Callable[[Size], Size], file: str
) -> Array | None:
    """Give a matrix of whole numbers from −9 to 9; None, after a fault, if it is none.

    It is a list of rows, or the name of a file.  A picture's brightness, 0 to 255, becomes 0 to 9.
    A table of other numbers is multiplied so that they become whole, and are as small as can be,
    but for a millionth, as 0.1 is no float; if they are still above 9, so that the largest becomes
    9.  They are rounded, halves away from 0.
    What is done is said.

    Parameters
    ----------
    table, key : Table, str
        Where it stands; the table's ``size`` and ``crop`` are those of a picture.
    folder : Path
        From there a file is named.
    fitting : callable
        Gives the size, width and height, that a picture of some size becomes.
    file : str
        An example of a file.
    """
    raw = table.required(key, f"{key} = {EXAMPLE}")
    if raw is None:
        return None
    if not isinstance(file_named(raw), str):
        _refuse_frame(table, key)
        return _written_out(table, key, raw)
    path = read_file(table, key, folder, file)
    if path is None:
        return None
    if is_picture(path):
        return _of_picture(table, key, path, fitting)
    _refuse_frame(table, key)
    return _of_table(table, key, path)


def _refuse_frame(table: Table, key: str) -> None:
    """Fault what is asked for of a picture, where there is none: numbers are taken as they are."""
    for frame in FRAME:
        if frame in table.raw:
            table.fault(f"{frame} is for a picture, and {key} is numbers; leave it out")


def _written_out(table: Table, key: str, raw: object) -> Array | None:
    matrix = matrix_of(table, key, raw, EXAMPLE)
    if matrix is None:
        return None
    odd = next((n for n in matrix.flat if n.denominator != 1 or abs(n) > HIGH), None)
    if odd is None:
        return matrix.astype(np.int64)
    table.fault(f"{key} has the number {odd}; write whole numbers from {-HIGH} to {HIGH}")
    return None


def _of_picture(
    table: Table, key: str, path: Path, fitting: Callable[[Size], Size]
) -> Array | None:
    pixels = read_framed(table, path, fitting, MOST_SIDE**2, key)
    if pixels is None:
        return None
    if _is_too_large(table, key, pixels.shape[:2]):
        return None
    table.say(f"{_named(table, key)} has brightness from 0 to {WHITE}, which becomes 0 to {HIGH}")
    grid: Array = (2 * HIGH * brightness(pixels) + WHITE) // (2 * WHITE)
    return grid


def _of_table(table: Table, key: str, path: Path) -> Array | None:
    raw = table.raw[key]
    tensor = raw.get("tensor") if isinstance(raw, dict) else None
    try:
        numbers, _, _ = read_tensor(path, tensor=tensor, key=key, most=MOST_SIDE**2)
    except ValueError as fault:
        table.fault(f"{_named(table, key)} {fault}")
        return None
    if len(numbers.shape) != 2:
        table.fault(f"{_named(table, key)} has the shape {numbers.shape}; give rows and columns")
        return None
    if _is_too_large(table, key, numbers.shape):
        return None
    grid, said = printable(numbers.exact)
    if said:
        table.say(f"{_named(table, key)} {said}")
    return grid


def printable(numbers: Array) -> tuple[Array, str]:
    """Give whole numbers from −9 to 9 for any, and what was done to them.

    Examples
    --------
    >>> printable(np.array([[Fraction(1, 16), Fraction(1, 8)]]))
    (array([[1, 2]]), 'is scaled, so that 0.125 becomes 2')
    >>> printable(np.array([[Fraction(0.1), Fraction(0.3)]]))
    (array([[1, 3]]), 'is scaled, so that 0.3 becomes 3, and rounded to whole numbers')
    >>> printable(np.array([[Fraction(10), Fraction(-13)]]))
    (array([[ 7, -9]]), 'is scaled, so that -13 becomes -9, and rounded to whole numbers')
    """
    whole = all(each.denominator == 1 for each in numbers.flat)
    largest = max(numbers.flat, key=abs)
    if whole and abs(largest) <= HIGH:
        return numbers.astype(np.int64), ""
    factors = (n / abs(largest) for n in range(1, HIGH + 1))
    factor = next((each for each in factors if _are_near(numbers * each)), HIGH / abs(largest))
    scaled = [_nearest(each) for each in (numbers * factor).flat]
    grid: Array = np.array(scaled, dtype=np.int64).reshape(numbers.shape)
    rest = "" if (grid == numbers * factor).all() else ", and rounded to whole numbers"
    becomes = _nearest(largest * factor)
    return grid, f"is scaled, so that {float(largest):.4g} becomes {becomes}{rest}"


def _are_near(scaled: Array) -> bool:
    return all(abs(each - _nearest(each)) <= NEAR for each in scaled.flat)


def _nearest(number: Fraction) -> int:
    """Round, halves away from 0."""
    size = math.floor(abs(number) + Fraction(1, 2))
    return size if number > 0 else -size


def _is_too_large(table: Table, key: str, shape: tuple[int, ...]) -> bool:
    """Fault what has too many rows or columns."""
    if max(shape) <= MOST_SIDE:
        return False
    table.fault(
        f"{_named(table, key)} is {shape[1]} × {shape[0]}; at most {MOST_SIDE} × {MOST_SIDE} can "
        "be shown"
    )
    return True


def _named(table: Table, key: str) -> str:
    return f"{key}: {show(file_named(table.raw[key]))}"
