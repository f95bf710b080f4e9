"""Pictures that Pillow decodes, as they are seen."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import numpy.typing as npt

from mathcore.readers.raster import Raster, refuse_size
from mathcore.shrinking import WHITE, Box

GREY = {"1", "L", "LA", "La"}
ORIENTATION = 0x0112
FULL = 65_535
"""What is white in 16 bits."""
Numbers = npt.NDArray[np.integer]
Image = Any  # of Pillow, which is loaded when there is a picture


class Turning(NamedTuple):
    """How what is stored becomes what is seen: flipped, then with rows for columns."""

    upside_down: bool = False
    mirrored: bool = False
    transposed: bool = False


TURNINGS = {
    2: Turning(mirrored=True),
    3: Turning(upside_down=True, mirrored=True),
    4: Turning(upside_down=True),
    5: Turning(transposed=True),
    6: Turning(upside_down=True, transposed=True),
    7: Turning(upside_down=True, mirrored=True, transposed=True),
    8: Turning(mirrored=True, transposed=True),
}
"""By what EXIF calls the orientation; 1, and what is none, is upright."""


def read_with_pillow(path: Path, start: bytes) -> Raster:
    """Read a picture that begins so; see `mathcore.readers.pictures.read_raster`.

    Of 16 bits of a colour, Pillow gives the upper 8; of 16 bits of grey, all.
    """
    opener = _opener(start)
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = _open(opener, file)
        refuse_size(*image.size)
        _refuse_deep_key(image)
        numbers, top = _decoded(image)
        turning = _turning(image)
    width, height = image.size

    def window(box: Box) -> Numbers:
        return _seen(numbers(image.crop(_stored(box, turning, width, height))), turning)

    return Raster((height, width) if turning.transposed else (width, height), top, window)


@contextmanager
def _in_words() -> Iterator[None]:
    """Say in our words that something is wrong with a picture."""
    try:
        yield
    except MemoryError:
        raise ValueError("needs more memory than there is; scale it down") from None
    except Exception:  # a decoder fails in many ways, and each means the same to who has the file
        raise ValueError("is damaged or cut short; save it anew") from None


def _opener(start: bytes) -> Callable[[BinaryIO], Image]:
    """Give the class of a format: `PIL.Image.open` would refuse a size, and not say which."""
    from PIL import GifImagePlugin, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

    formats = {
        b"\x89PNG": PngImagePlugin.PngImageFile,
        b"\xff\xd8\xff": JpegImagePlugin.JpegImageFile,
        b"RIFF": WebPImagePlugin.WebPImageFile,
        b"GIF8": GifImagePlugin.GifImageFile,
    }
    for first, opener in formats.items():
        if start.startswith(first):
            return opener
    raise ValueError("is no picture that can be read; save it as PNG or JPEG")


@_in_words()
def _open(opener: Callable[[BinaryIO], Image], file: BinaryIO) -> Image:
    """Open a picture; nothing of it is decoded yet."""
    return opener(file)


def _refuse_deep_key(image: Image) -> None:
    """Refuse a colour of 16 bits that is meant to be transparent: Pillow does not find it again."""
    is_deep = bool(image.tile) and ";16" in str(image.tile[0])
    if is_deep and image.mode == "RGB" and "transparency" in image.info:
        raise ValueError(
            "has 16 bits a colour, one of which is transparent; save it with 8 bits or with alpha"
        )


@_in_words()
def _decoded(image: Image) -> tuple[Callable[[Image], Numbers], int]:
    """Decode a picture; give what makes numbers of a part of it, and what is white in them."""
    image.load()
    numbers, top = _numbers_of(image)
    numbers(image.crop((0, 0, 1, 1)))  # a palette that is not there is missed here
    return numbers, top


def _turning(image: Image) -> Turning:
    """Give what EXIF says; where that is damaged, the picture is taken as it is."""
    try:
        return TURNINGS[image.getexif()[ORIENTATION]]
    except Exception:  # as above
        return Turning()


def _numbers_of(image: Image) -> tuple[Callable[[Image], Numbers], int]:
    """Give what makes numbers of a part of a picture, and what is white in them."""
    if image.mode.startswith("I"):
        return partial(_of_16_bits, clear=image.info.get("transparency")), FULL
    mode = "L" if image.mode in GREY else "RGB"
    if image.has_transparency_data:
        return partial(_on_white, mode=f"{mode}A"), WHITE * WHITE
    return lambda part: _channels(part.convert(mode)), WHITE


def _of_16_bits(part: Image, clear: int | None) -> Numbers:
    grey = _channels(part)
    return grey if clear is None else np.where(grey == clear, FULL, grey)


def _on_white(part: Image, mode: str) -> Numbers:
    """Give ``colour · alpha + white · (white − alpha)``, of which white is 255²."""
    pixels = _channels(part.convert(mode)).astype(np.int64)
    colours, alpha = pixels[:, :, :-1], pixels[:, :, -1:]
    blended: Numbers = colours * alpha + WHITE * (WHITE - alpha)
    return blended


def _channels(part: Image) -> Numbers:
    numbers = np.asarray(part)
    return numbers[:, :, None] if numbers.ndim == 2 else numbers


def _stored(box: Box, turning: Turning, width: int, height: int) -> Box:
    """Give where a box stands in what is stored, which is `width` × `height`.

    Examples
    --------
    >>> _stored((0, 0, 1, 3), TURNINGS[6], 5, 4)
    (0, 3, 3, 4)
    """
    left, above, right, below = box
    if turning.transposed:
        left, above, right, below = above, left, below, right
    if turning.mirrored:
        left, right = width - right, width - left
    if turning.upside_down:
        above, below = height - below, height - above
    return left, above, right, below


def _seen(stored: Numbers, turning: Turning) -> Numbers:
    """Turn what is stored as it is seen."""
    rows = slice(None, None, -1) if turning.upside_down else slice(None)
    columns = slice(None, None, -1) if turning.mirrored else slice(None)
    turned = stored[rows, columns]
    return turned.swapaxes(0, 1) if turning.transposed else turned
