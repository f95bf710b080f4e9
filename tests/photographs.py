"""A photograph as a camera might make it: shapes, shades and noise, stored on its side."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from tests.drawn_pictures import TURNED, saved

ON_ITS_SIDE = 6


def write_photograph(path: Path, size: tuple[int, int]) -> None:
    """Write a JPEG of a size, as it is seen; to be turned upright by its EXIF."""
    wide, high = size
    y, x = np.mgrid[:high, :wide] / min(size)
    draws = np.random.default_rng(3)
    grey = 120 + 70 * np.sin(5 * x) * np.cos(4 * y) + draws.normal(0, 12, (high, wide))
    colours = grey[..., None] * [1.0, 0.8, 0.6]
    colours[(x - 0.5) ** 2 + (y - 0.4) ** 2 < 0.06] = [220, 70, 40]
    colours[(y > 0.8) & (x < 0.7)] = [30, 60, 110]
    seen = colours.clip(0, 255).astype(np.uint8)
    stored = TURNED[8](seen)  # what is turned to the right by EXIF was turned to the left
    path.write_bytes(saved(Image.fromarray(stored.copy()), "JPEG", ON_ITS_SIDE, quality=90))


def write_fading(path: Path) -> None:
    """Write a picture that fades downwards, and is alike from left to right."""
    shades = np.repeat(np.arange(0, 250, 5, dtype=np.uint8)[:, None], 40, axis=1)
    path.write_bytes(saved(Image.fromarray(shades), "PNG"))


def write_layer(folder: Path, *more: str) -> Path:
    """Write the shortest layer file of a photograph, ``photo.jpg`` beside it."""
    lines = 'kind = "picture"', 'name = { en = "a red ball", zh = "红球" }', 'image = "photo.jpg"'
    path = folder / "mine.toml"
    path.write_text("\n".join([*lines, *more, ""]), encoding="utf-8")
    return path
