"""Layer files of the kinds ``classifier`` and ``picture``, drawn by Hypothesis: all may be shown.

Sizes and names are drawn one by one, at their limits, too; the numbers of a table come all at once
from a seed, as there are thousands of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import assume
from hypothesis import strategies as st

from mathcore.layer_file.classifier import CLASS_WIDTH, MOST_CLASSES
from mathcore.layer_file.classifier_sizes import MOST_SIDE
from mathcore.layer_file.picture_parts import MOST_MAPS, MOST_RECIPES
from mathcore.recipe_file.texts import NAME_WIDTH

LATIN = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789'&-."
CHINESE = "茶奶糖果酒杯春夏秋冬红绿蓝大小甜"
FULL_WIDTH = 2.4  # Latin characters
Names = dict[str, str]


@dataclass(frozen=True)
class DrawnLayer:
    """A layer file and the files that it names: their contents by name."""

    toml: str
    files: Mapping[str, str]

    def write(self, folder: Path) -> Path:
        """Write all of it, and return the layer file."""
        for name, text in {**self.files, "drawn.toml": self.toml}.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder / "drawn.toml"


@st.composite
def classifiers(draw: st.DrawFn) -> DrawnLayer:
    """Draw classes, samples of 1 × 1 pixel and more, and weights that recognise what is shown."""
    count, brightest = draw(sides(2, MOST_CLASSES)), draw(st.sampled_from([1, 9, 16, 255]))
    rows, columns = draw(sides(1, MOST_SIDE)), draw(sides(1, MOST_SIDE))
    size, many = np.random.default_rng(draw(st.integers(0, 2**32))), rows * columns
    pixels = size.integers(0, brightest + 1, many)
    low, high = draw(st.sampled_from([(-9, 9), (-1, 1), (0, 9), (-9, 0), (0, 0)]))
    table = size.integers(low, high + 1, (many, count))
    table[-1, draw(st.integers(0, count - 1))] += draw(st.sampled_from([1, 3]))
    scores, sums = pixels @ table, np.cumsum(pixels[:, None] * table, axis=0)
    assume(np.abs(sums).max() < 10_000 and (scores == scores.max()).sum() == 1)
    part = draw(st.sampled_from([1, 10, 100])) if np.abs(sums).max() < 1_000 else 1
    # with their signs, as a first row of 0, 1, 2 might be one of headings
    line = ",".join(f"{each:+}" for each in [int(scores.argmax()), *pixels.tolist()])
    samples = draw(st.integers(1, 3))
    head = {
        "name": draw(names()),
        "classes": draw(class_names(count)),
        **{"rows": rows, "columns": columns, "brightest": brightest},
        **{"weights": "weights.csv", "samples": "samples.csv", "transposed": False},
        "shown": draw(st.integers(0, samples - 1)),
    }
    weights = "\n".join(", ".join(f"{entry / part:+g}" for entry in row) for row in table.tolist())
    files = {"weights.csv": weights, "samples.csv": "\n".join([line] * samples)}
    return DrawnLayer(_toml("classifier", head), files)


@st.composite
def pictures(draw: st.DrawFn) -> DrawnLayer:
    """Draw a picture of any shape, its maps and recipes, and a weight that is turned."""
    high, wide = draw(shapes)
    maps, recipes = draw(st.integers(1, MOST_MAPS)), draw(st.integers(1, MOST_RECIPES))
    some = np.random.default_rng(draw(st.integers(0, 2**32)))
    grey = some.integers(0, 256, (high, wide))
    kernels = [draw(_kernels(some, (high, wide))) for _ in range(maps)]
    down = _spots(high, [len(kernel) for kernel in kernels])
    across = _spots(wide, [len(kernel[0]) for kernel in kernels])
    assume(len(down) * len(across) > 1)
    weights = some.integers(-9, 10, (recipes, maps)) * draw(st.sampled_from([1, -1]))
    recipe, turned = draw(st.integers(0, recipes - 1)), draw(st.integers(0, maps - 1))
    before, to = int(weights[recipe, turned]), draw(st.integers(-9, 9))
    assume(to != before)
    head = {
        "name": draw(names()),
        "image": "picture.pgm",
        "pixel": [draw(st.sampled_from(down)), draw(st.sampled_from(across))],
        "maps": [{"name": draw(names(n)), "kernel": each} for n, each in enumerate(kernels)],
        "recipes": [
            {"name": draw(names(n)), "weights": each} for n, each in enumerate(weights.tolist())
        ],
        "turn": {"recipe": recipe, "map": turned, "to": to},
    }
    rows = "\n".join(" ".join(map(str, row)) for row in grey.tolist())
    return DrawnLayer(_toml("picture", head), {"picture.pgm": f"P2 {wide} {high} 255\n{rows}\n"})


def sides(least: int, most: int) -> st.SearchStrategy[int]:
    """Draw a size, often at one of its limits."""
    return st.sampled_from([least, most]) | st.integers(least, most)


shapes = st.sampled_from(
    [(4, 4), (5, 5), (3, 4), (4, 3), (3, 60), (60, 3), (36, 48), (48, 36), (40, 40), (100, 100)]
) | st.tuples(st.integers(4, 40), st.integers(4, 40))
"""Heights and widths: small and large, 4:3, 1:1, 3:4, and long ones."""


@st.composite
def _kernels(draw: st.DrawFn, some: np.random.Generator, shape: tuple[int, int]) -> list[list[str]]:
    """Draw a kernel of any size that fits, of whole numbers, of halves or of ninths."""
    high, wide = draw(st.just((3, 3)) | st.tuples(*(st.integers(1, min(5, n)) for n in shape)))
    part = draw(st.sampled_from([1, 2, 9])) if high * wide < 10 else 9
    table: npt.NDArray[np.int64] = some.integers(-2, 3, (high, wide))
    table[high // 2, wide // 2] += 3
    return [[f"{entry}/{part}" for entry in row] for row in table.tolist()]


def _spots(size: int, kernels: Sequence[int]) -> range:
    """Return the places along a side of a picture around which all kernels are inside it."""
    return range(max(k // 2 for k in kernels), size - max(k - 1 - k // 2 for k in kernels))


@st.composite
def names(draw: st.DrawFn, number: int = 0, widest: int = NAME_WIDTH) -> Names:
    """Draw a name in both languages, often as long as may be; its number makes it distinct."""
    room = widest - 1
    latin = draw(st.text(LATIN, min_size=room, max_size=room) | st.text(LATIN, max_size=room))
    most = int(room / FULL_WIDTH)
    chinese = draw(st.text(CHINESE, min_size=most, max_size=most) | st.text(CHINESE, max_size=most))
    return {"en": f"{latin}{number}", "zh": f"{chinese}{number}"}


@st.composite
def class_names(draw: st.DrawFn, count: int) -> list[Any]:
    """Draw names of classes: digits, letters, or words of each language."""
    ways = st.sampled_from(["digits", "letters", "words"])
    way = draw(ways)
    if way == "words":
        return [draw(names(n, CLASS_WIDTH)) for n in range(count)]
    return [str(n) if way == "digits" else chr(ord("A") + n) for n in range(count)]


def _toml(kind: str, head: Mapping[str, Any]) -> str:
    return "\n".join(_lines({"kind": kind, **head}))


def _lines(head: Mapping[str, Any]) -> Iterator[str]:
    for key, value in head.items():
        yield f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(_lines(value)) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
