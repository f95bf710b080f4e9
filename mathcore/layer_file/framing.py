"""Which part of a picture is taken, and how many pixels are made of it: ``crop`` and ``size``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mathcore.readers.pictures import read_raster
from mathcore.recipe_file.tables import Table, show
from mathcore.shrinking import Box, Pixels, area_mean

Size = tuple[int, int]
"""Width and height."""
SIZE, CROP = "size = [48, 36]", "crop = [0, 0, 640, 480]"


def read_framed(
    table: Table, path: Path, fitting: Callable[[Size], Size], most: int, key: str = "image"
) -> Pixels | None:
    """Read a picture, and make as many pixels of it as ``size`` says; else as many as fit.

    It is cut to ``crop = [left, top, width, height]`` first, in pixels of what is seen.  A ``size``
    of another shape takes the middle.  Each pixel becomes the mean of what it covers.

    Parameters
    ----------
    table : Table
        Has the keys, and is told what is done to the picture.
    path : Path
        The picture, called in messages as `key` calls it.
    fitting : callable
        Gives the size that fits, of a picture of some size; it may be of another shape.
    most : int
        So many pixels can be shown.

    Returns
    -------
    (H, W) or (H, W, 3) array of int, or None
        From 0, black, to 255; None after a fault.
    """
    name = f"{key}: {show(table.get(key))}"
    try:
        raster = read_raster(path)
    except ValueError as fault:
        table.fault(f"{name} {fault}")
        return None
    before = table.count()
    box = _crop(table, raster.size)
    wanted = _size(table, _of(box), most)
    if table.count() > before:
        return None
    size = wanted or fitting(_of(box))
    box = middle(box, size)
    _say(table, name, raster.size, box, size)
    pixels = area_mean(raster.window, box, size, raster.top)
    return pixels[:, :, 0] if pixels.shape[2] == 1 else pixels


def middle(box: Box, size: Size) -> Box:
    """Give the middle of a box that has the shape of a size.

    All of it, where a side of its own shape would be rounded to the size's.

    Examples
    --------
    >>> middle((0, 0, 400, 300), (48, 48)), middle((0, 0, 300, 200), (64, 43))
    ((50, 0, 350, 300), (0, 0, 300, 200))
    """
    (wide, high), (columns, rows) = _of(box), size
    if 2 * abs(wide * rows - high * columns) <= max(wide, high):
        return box
    left, above, right, below = box
    if wide * rows > high * columns:
        kept = _nearest(high * columns, rows)
        left += (wide - kept) // 2
        return left, above, left + kept, below
    kept = _nearest(wide * rows, columns)
    above += (high - kept) // 2
    return left, above, right, above + kept


def within(most: int, size: Size) -> Size:
    """Give the size of the same shape of which the longer side is `most`.

    Examples
    --------
    >>> within(64, (4000, 3000)), within(64, (3, 100))
    ((64, 48), (2, 64))
    """
    longer = max(size)
    wide, high = (max(1, _nearest(side * most, longer)) for side in size)
    return wide, high


def _nearest(above: int, below: int) -> int:
    """Divide whole numbers, and round halves up."""
    return (2 * above + below) // (2 * below)


def _of(box: Box) -> Size:
    return box[2] - box[0], box[3] - box[1]


def _crop(table: Table, whole: Size) -> Box:
    wide, high = whole
    raw = table.get("crop")
    if raw is None:
        return 0, 0, wide, high
    if _are_whole(raw, 4):
        left, above, columns, rows = raw
        if left + columns <= wide and above + rows <= high and columns * rows > 0:
            return left, above, left + columns, above + rows
    table.fault(
        f"crop is {_shown(raw)}; write left, top, width and height, inside of {wide} × {high} "
        f"pixels: {CROP}"
    )
    return 0, 0, wide, high


def _size(table: Table, most_of: Size, most: int) -> Size | None:
    raw = table.get("size")
    if raw is None:
        return None
    if _are_whole(raw, 2) and 0 < raw[0] * raw[1] <= most:
        if raw[0] <= most_of[0] and raw[1] <= most_of[1]:
            return raw[0], raw[1]
        table.fault(
            f"size is {_shown(raw)}, more than the {most_of[0]} × {most_of[1]} pixels that there "
            "are; write less, or leave it out"
        )
        return None
    table.fault(
        f"size is {_shown(raw)}; write width and height, at most {most:,} pixels in all: {SIZE}"
    )
    return None


def _are_whole(raw: object, count: int) -> bool:
    return (
        isinstance(raw, list)
        and len(raw) == count
        and all(isinstance(each, int) and not isinstance(each, bool) and each >= 0 for each in raw)
    )


def _shown(raw: object) -> str:
    if isinstance(raw, list) and 0 < len(raw) <= 4:
        return f"[{', '.join(map(show, raw))}]"
    return show(raw)


def _say(table: Table, name: str, whole: Size, box: Box, size: Size) -> None:
    """Say what is done to a picture, if anything is."""
    taken = _of(box)
    if size == whole:
        return
    part = "they"
    if taken != whole:
        part = f"{taken[0]} × {taken[1]} of them, from [{box[0]}, {box[1]}] on,"
    become = f"become {size[0]} × {size[1]}, each the mean of what it covers"
    if taken == size:
        become = "stay"
    table.say(f"{name} is {whole[0]} × {whole[1]} pixels; {part} {become}")
