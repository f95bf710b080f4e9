"""A fully connected layer: trained weights, and a picture that they recognise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.errors import ExampleError
from mathcore.layer_file.csv_file import exact, find_beside, read_matrix, read_row, read_rows
from mathcore.layers import softmax
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.recipe_file.tables import Inspection, Table, show
from mathcore.recipe_file.texts import Names, read_names

KEYS = ("kind", "name", "classes", "rows", "columns", "brightest", "weights", "samples", "shown")
MOST_SIDE, MOST_CLASSES, LONGEST_CLASS = 10, 10, 3


@dataclass(frozen=True, eq=False)
class Classifier:
    """A layer file of kind ``classifier``: ``scores = sample @ weights``.

    Attributes
    ----------
    path : Path
        The file.
    name : mapping of language to str
        What it sorts.
    classes : tuple of str
        What a picture may be, short: digits or letters.
    size : (rows, columns)
        Of a picture.
    brightest : int
        What a pixel is at most; 0 is no ink.
    weights : (rows * columns, classes) array of Fraction
        The recipes, a class a column.
    sample : (1, rows * columns) array of Fraction
        The picture, row by row.
    shown, label : int
        Which sample that is, counted from 0, and which of the classes.
    """

    path: Path
    name: Names
    classes: tuple[str, ...]
    size: tuple[int, int]
    brightest: int
    weights: npt.NDArray[Any]
    sample: npt.NDArray[Any]
    shown: int
    label: int

    @cached_property
    def scores(self) -> MatmulTrace:
        """One row, a column a class: every pixel goes into every score."""
        return trace_matmul(self.sample, self.weights)

    @cached_property
    def probabilities(self) -> npt.NDArray[np.float64]:
        """The softmax of the scores, a share a class."""
        return softmax(self.scores.result[0])


def load(
    path: Path, table: Mapping[str, Any], has_character: Callable[[str], bool] | None = None
) -> Classifier:
    """Check a layer file that has been read.

    Parameters
    ----------
    path : Path
        Named in the messages; the other files are named from its folder.
    table : mapping
        What the TOML file holds.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Raises
    ------
    ExampleError
        With every fault of the file.
    """
    inspection = Inspection(str(path), has_character)
    root = Table(inspection, "", table, KEYS)
    fields: dict[str, Any] = {
        "name": read_names(root, "name"),
        "classes": _read_classes(root),
        "size": (
            _read_count(root, "rows", MOST_SIDE, 8),
            _read_count(root, "columns", MOST_SIDE, 8),
        ),
        "brightest": _read_count(root, "brightest", 255, 16),
        "shown": _read_count(root, "shown", 10**9, 399, least=0),
    }
    files = {key: find_beside(root, key, path, f"../digits/{key}.csv") for key in FILES}
    found = {key: file for key, file in files.items() if file is not None}
    for key, file in found.items() if not inspection.faults else ():
        try:
            fields |= FILES[key](file, fields)
        except ValueError as fault:
            root.fault(f"{key}: {show(table[key])} {fault}")
    if inspection.faults:
        raise ExampleError(inspection.faults)
    return _recognised(root, Classifier(path=path, **fields))


def _read_weights(path: Path, fields: Mapping[str, Any]) -> dict[str, Any]:
    weights = read_matrix(path)
    (rows, columns), classes = fields["size"], len(fields["classes"])
    if weights.shape != (rows * columns, classes):
        raise ValueError(
            f"has shape {weights.shape}; it needs {rows} × {columns} = {rows * columns} rows, "
            f"a pixel each, of {classes} entries, a class each"
        )
    return {"weights": weights}


def _read_sample(path: Path, fields: Mapping[str, Any]) -> dict[str, Any]:
    lines, shown = read_rows(path), fields["shown"]
    if shown >= len(lines):
        raise ValueError(f"has {len(lines)} samples, counted from 0; shown = {shown} is beyond")
    label, *pixels = read_row(lines[shown], shown)
    wanted = fields["size"][0] * fields["size"][1]
    if len(pixels) != wanted:
        raise ValueError(f"row {shown} has {len(pixels)} pixels after its class; it needs {wanted}")
    if label not in range(len(fields["classes"])):
        raise ValueError(f"row {shown} begins with {label}; begin with the class, counted from 0")
    if not all(0 <= pixel <= fields["brightest"] for pixel in pixels):
        raise ValueError(f"row {shown} has a pixel outside 0 to {fields['brightest']}; mend it")
    return {"sample": exact([pixels]), "label": int(label)}


FILES = {"weights": _read_weights, "samples": _read_sample}


def _recognised(root: Table, layer: Classifier) -> Classifier:
    """Give the layer back, if its weights recognise its picture."""
    guess = int(np.argmax(layer.scores.result[0]))
    if guess != layer.label:
        is_, seen = layer.classes[layer.label], layer.classes[guess]
        root.fault(f"shown: sample {layer.shown} is {is_}, the weights say {seen}; show another")
        raise ExampleError(root.inspection.faults)
    return layer


def _read_classes(root: Table) -> tuple[str, ...]:
    raw = root.required("classes", 'classes = ["0", "1"]')
    if raw is None:
        return ()
    if not isinstance(raw, list) or not all(isinstance(each, str) for each in raw):
        root.fault('classes is no list of texts; write classes = ["0", "1"]')
        return ()
    if not 2 <= len(raw) <= MOST_CLASSES or len(set(raw)) != len(raw):
        root.fault(f"classes are {len(raw)}; give 2 to {MOST_CLASSES}, all different")
    for each in raw:
        if not 1 <= len(each) <= LONGEST_CLASS or not all(map(root.inspection.has_character, each)):
            root.fault(
                f"class {show(each)}: write 1 to {LONGEST_CLASS} characters that the font has"
            )
    return tuple(raw)


def _read_count(root: Table, key: str, most: int, example: int, least: int = 1) -> int:
    raw = root.required(key, f"{key} = {example}")
    if raw is None:
        return least
    if isinstance(raw, bool) or not isinstance(raw, int) or not least <= raw <= most:
        root.fault(f"{key} is {show(raw)}; write a whole number from {least} to {most}")
        return least
    return raw
