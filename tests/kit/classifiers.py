"""Tiny classifiers, written as layer files, so that these tests depend on no data of the film."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mathcore import load_layer


def classifier(
    folder: Path,
    classes: str,
    size: tuple[int, int],
    weights: Sequence[Sequence[float]],
    pixels: Sequence[int],
    *,
    shown: int = 0,
    brightest: int = 9,
) -> Any:
    """Write a layer file and read it: ``weights`` a row a pixel, ``shown`` the picture's class."""
    rows, columns = size
    table = "\n".join(",".join(map(str, row)) for row in weights)
    (folder / "weights.csv").write_text(table, encoding="utf-8")
    (folder / "samples.csv").write_text(",".join(map(str, [shown, *pixels])), encoding="utf-8")
    path = folder / "tiny.toml"
    path.write_text(
        'kind = "classifier"\nname = { en = "strokes", zh = "笔画" }\n'
        f"classes = {classes}\nrows = {rows}\ncolumns = {columns}\nbrightest = {brightest}\n"
        'weights = "weights.csv"\nsamples = "samples.csv"\nshown = 0\n'.replace("'", '"'),
        encoding="utf-8",
    )
    return load_layer(path)


def strokes(folder: Path) -> Any:
    """Tell an upright stroke from a flat one: 2 × 2 pixels."""
    weights: list[list[float]] = [[0.5, 0.5], [-1, 0.25], [0.5, -1], [0, 0]]
    return classifier(folder, '["|", "-"]', (2, 2), weights, [8, 0, 6, 0])


def only_against(folder: Path) -> Any:
    """All products are negative: the waterfall falls from the top."""
    return classifier(folder, '["x", "o"]', (1, 1), [[-1, -3]], [2])


def next_to_nothing(folder: Path) -> Any:
    """One pixel with ink, one weight that is not 0, three classes."""
    weights: list[list[float]] = [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [1, 0, 0]]
    return classifier(folder, '["1", "2", "x"]', (2, 3), weights, [0, 0, 0, 0, 0, 1])


def crowd(folder: Path) -> Any:
    """Ten classes of names as long as may be, ten by ten pixels."""
    weights = [[(7 * k + 3 * j) % 11 - 5 + (j == 9) for j in range(10)] for k in range(100)]
    classes = '["A1", "B", "C", "D", "E", "F", "G", "H", { en = "eight", zh = "八八" }, "0"]'
    return classifier(folder, classes, (10, 10), weights, [k % 9 for k in range(100)], shown=9)


EVERY = (strokes, only_against, next_to_nothing, crowd)
