"""Pictures of every kind that is read, drawn by Hypothesis, with what is to be seen in them."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st
from PIL import Image

Seen = npt.NDArray[np.object_]
"""(rows, columns, channels) of Fractions from 0 to 255."""
Bytes = npt.NDArray[np.uint8]
MOST = 7  # pixels a side
ORIENTATION = 0x0112
TURNED: dict[int, Callable[[Any], Any]] = {
    1: lambda a: a,
    2: lambda a: a[:, ::-1],
    3: lambda a: np.rot90(a, 2),
    4: lambda a: a[::-1],
    5: lambda a: np.swapaxes(a, 0, 1),
    6: lambda a: np.rot90(a, -1),
    7: lambda a: np.swapaxes(np.rot90(a, 2), 0, 1),
    8: lambda a: np.rot90(a),
}
"""What is seen of what is stored, by the orientation that EXIF names."""


@dataclass(frozen=True)
class Drawn:
    """The bytes of a picture, what is seen in it, and which part of it is made how large."""

    kind: str
    raw: bytes
    seen: Seen
    crop: tuple[int, int, int, int]
    size: tuple[int, int]

    @property
    def keys(self) -> dict[str, Any]:
        """What a layer file says of it."""
        return {"crop": list(self.crop), "size": list(self.size)}


def saved(image: Image.Image, kind: str, orientation: int = 1, **options: Any) -> bytes:
    """Return a picture as a file, with the orientation that it is to be seen in."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = io.BytesIO()
    image.save(file, kind, **({} if kind == "GIF" else {"exif": exif}), **options)
    return file.getvalue()


def means(seen: Seen, size: tuple[int, int]) -> list[Any]:
    """Return the mean of what each pixel covers, from its definition; rounded, halves up."""
    high, wide, channels = seen.shape
    down, across = shares(high, size[1]), shares(wide, size[0])
    return [
        [
            [
                floor(
                    sum(
                        (
                            seen[y, x, c] * much * part
                            for y, much in enumerate(row)
                            for x, part in enumerate(column)
                            if much and part
                        ),
                        Fraction(0),
                    )
                    / (sum(row) * sum(column))
                    + Fraction(1, 2)
                )
                for c in range(channels)
            ]
            for column in across
        ]
        for row in down
    ]


def shares(length: int, parts: int) -> list[list[Fraction]]:
    """Return for each part of a line how much of each pixel it covers."""
    side, nothing = Fraction(length, parts), Fraction(0)

    def share(x: int, i: int) -> Fraction:
        return max(nothing, min(Fraction(x + 1), (i + 1) * side) - max(Fraction(x), i * side))

    return [[share(x, i) for x in range(length)] for i in range(parts)]


def exact(array: Any, above: int = 1, below: int = 1) -> Seen:
    """Return whole numbers, with channels, as Fractions of white."""
    numbers = np.asarray(array)
    numbers = numbers[:, :, None] if numbers.ndim == 2 else numbers
    fractions: Seen = np.vectorize(lambda n: Fraction(int(n) * above, below), otypes=[object])(
        numbers
    )
    return fractions


def on_white(colours: Any, alpha: Any) -> Seen:
    """Lay colours on white."""
    part = exact(alpha, 1, 255)
    laid: Seen = exact(colours) * part + 255 * (1 - part)
    return laid


@st.composite
def drawn_pictures(draw: st.DrawFn) -> Drawn:
    """Draw a picture of some kind, a part of it, and a size for that."""
    wide, high = draw(st.integers(1, MOST)), draw(st.integers(1, MOST))
    kind = draw(st.sampled_from(sorted(KINDS)))
    noise = np.frombuffer(draw(st.binary(min_size=4 * MOST**2, max_size=4 * MOST**2)), np.uint8)
    pixels = noise[: 4 * wide * high].reshape(high, wide, 4).copy()
    orientation = draw(st.sampled_from(sorted(TURNED))) if kind[:3] in ("png", "jpe", "web") else 1
    raw, stored = KINDS[kind](pixels, orientation)
    seen = TURNED[orientation](stored)
    rows, columns = seen.shape[:2]
    left, top = draw(st.integers(0, columns - 1)), draw(st.integers(0, rows - 1))
    width, height = draw(st.integers(1, columns - left)), draw(st.integers(1, rows - top))
    size = draw(st.integers(1, width)), draw(st.integers(1, height))
    return Drawn(kind, raw, seen, (left, top, width, height), size)


Kind = Callable[[Bytes, int], tuple[bytes, Seen]]


def _png(of: Callable[[Bytes], tuple[Image.Image, Seen, dict[str, Any]]]) -> Kind:
    def kind(pixels: Bytes, orientation: int) -> tuple[bytes, Seen]:
        image, seen, options = of(pixels)
        return saved(image, "PNG", orientation, **options), seen

    return kind


def _lossless_webp(channels: int) -> Kind:
    def kind(pixels: Bytes, orientation: int) -> tuple[bytes, Seen]:
        part = pixels[:, :, :channels]
        raw = saved(Image.fromarray(part.copy()), "WEBP", orientation, lossless=True, exact=True)
        return raw, on_white(part[..., :3], part[..., 3]) if channels == 4 else exact(part)

    return kind


def _jpeg(mode: str) -> Kind:
    def kind(pixels: Bytes, orientation: int) -> tuple[bytes, Seen]:
        raw = saved(Image.fromarray(pixels[:, :, :3].copy()).convert(mode), "JPEG", orientation)
        with Image.open(io.BytesIO(raw)) as stored:  # what the losses left
            return raw, exact(np.asarray(stored if mode == "L" else stored.convert("RGB")))

    return kind


def _palette(pixels: Bytes) -> tuple[Image.Image, Bytes]:
    """Return a picture of 8 colours, and them, the last with an alpha of its own."""
    colours = np.resize(pixels.reshape(-1, 4), (8, 4))
    image = Image.fromarray(pixels[:, :, 0] % 8)
    image.putpalette(colours[:, :3].tobytes())
    return image, colours


def _paletted(pixels: Bytes) -> tuple[Image.Image, Seen, dict[str, Any]]:
    image, colours = _palette(pixels)
    return image, exact(colours[np.asarray(image)][..., :3]), {}


def _half_clear(pixels: Bytes) -> tuple[Image.Image, Seen, dict[str, Any]]:
    image, colours = _palette(pixels)
    here = colours[np.asarray(image)]
    return image, on_white(here[..., :3], here[..., 3]), {"transparency": colours[:, 3].tobytes()}


def _gif(pixels: Bytes, _: int) -> tuple[bytes, Seen]:
    image, colours = _palette(pixels)
    index = np.asarray(image)
    raw = saved(image, "GIF", transparency=3, save_all=True, append_images=[image.copy()])
    return raw, on_white(colours[index][..., :3], np.where(index == 3, 0, 255))


def _netpbm(magic: bytes, channels: int, *, plain: bool, odd: bytes = b"\n") -> Kind:
    def kind(pixels: Bytes, _: int) -> tuple[bytes, Seen]:
        part = pixels[:, :, :channels].astype(int)
        if pixels[0, 0, 3] % 2:
            part = 256 * part + pixels[:, :, 3:]
        top = int(part.max()) + 1
        head = odd.join([magic, b"%d %d" % part.shape[1::-1], b"%d" % top, b""])
        body = part.astype(np.uint8 if top < 256 else ">u2").tobytes()
        text = odd.join(b"%d" % each for each in part.ravel())
        return head + (text if plain else body), exact(part, 255, top)

    return kind


KINDS: dict[str, Kind] = {
    "png 1": _png(lambda p: (Image.fromarray(p[..., 0] > 99), exact((p[..., 0] > 99) * 255), {})),
    "png L": _png(lambda p: (Image.fromarray(p[..., 0]), exact(p[..., 0]), {})),
    "png L with a clear grey": _png(
        lambda p: (
            Image.fromarray(p[..., 0] % 4),
            exact(np.where(p[..., 0] % 4 == 2, 255, p[..., 0] % 4)),
            {"transparency": 2},
        )
    ),
    "png LA": _png(
        lambda p: (Image.fromarray(p[..., :2].copy()), on_white(p[..., 0], p[..., 1]), {})
    ),
    "png P": _png(_paletted),
    "png P with alpha": _png(_half_clear),
    "png RGB": _png(lambda p: (Image.fromarray(p[..., :3].copy()), exact(p[..., :3]), {})),
    "png RGBA": _png(lambda p: (Image.fromarray(p), on_white(p[..., :3], p[..., 3]), {})),
    "png of 16 bits": _png(
        lambda p: (
            Image.fromarray(p[..., 0] * np.uint16(256) + p[..., 1]),
            exact(p[..., 0] * np.uint16(256) + p[..., 1], 255, 65535),
            {},
        )
    ),
    "gif": _gif,
    "webp RGB": _lossless_webp(3),
    "webp RGBA": _lossless_webp(4),
    "jpeg L": _jpeg("L"),
    "jpeg RGB": _jpeg("RGB"),
    "jpeg CMYK": _jpeg("CMYK"),
    "pgm": _netpbm(b"P5", 1, plain=False),
    "pgm with CR and LF": _netpbm(b"P5", 1, plain=False, odd=b"\r\n"),
    "pgm written out": _netpbm(b"P2", 1, plain=True, odd=b"\r\n"),
    "ppm": _netpbm(b"P6", 3, plain=False),
    "ppm written out": _netpbm(b"P3", 3, plain=True),
}
