"""A fully connected layer: trained weights, and a picture that they recognise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.credits import read_credits
from mathcore.layer_file.csv_file import exact, read_matrix, read_row, read_rows
from mathcore.layer_file.reading import open_file, read_file, read_whole, refuse_faults
from mathcore.layers import softmax
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.numerals import format_number, most_places
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import LANGUAGES, Names, check_distinct, read_names
from mathcore.rounding import round_shares

KEYS = ("name", "classes", "rows", "columns", "brightest", "weights", "samples", "shown", "credits")
MOST_SIDE, MOST_CLASSES, CLASS_WIDTH = 10, 10, 16
MOST_CREDITS = 1  # lines: there is room under the picture
LONGEST = {"a pixel": 4, "a weight": 6, "a running sum": 6}  # characters, as printed


@dataclass(frozen=True, eq=False)
class Classifier:
    """A layer file of kind ``classifier``: ``scores = sample @ weights``.

    Attributes
    ----------
    path : Path
        The file.
    name : mapping of language to str
        What it sorts.
    classes : tuple of mapping of language to str
        What a picture may be: digits, letters, words.
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
    credits : tuple of mapping of language to str
        Whom the samples are from.
    """

    path: Path
    name: Names
    classes: tuple[Names, ...]
    size: tuple[int, int]
    brightest: int
    weights: npt.NDArray[Any]
    sample: npt.NDArray[Any]
    shown: int
    label: int
    credits: tuple[Names, ...] = ()

    @cached_property
    def scores(self) -> MatmulTrace:
        """One row, a column a class: every pixel goes into every score."""
        return trace_matmul(self.sample, self.weights)

    @cached_property
    def probabilities(self) -> npt.NDArray[np.float64]:
        """The softmax of the scores, a share a class."""
        return softmax(self.scores.result[0])

    @cached_property
    def percentages(self) -> npt.NDArray[Any]:
        """The probabilities in whole percents that sum to 100 %, exactly, as they are printed."""
        return round_shares(self.probabilities)


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
    root = open_file(path, table, KEYS, has_character, FILES)
    fields: dict[str, Any] = {
        "name": read_names(root, "name"),
        "classes": _read_classes(root),
        "size": (
            read_whole(root, "rows", 1, MOST_SIDE, example=8),
            read_whole(root, "columns", 1, MOST_SIDE, example=8),
        ),
        "brightest": read_whole(root, "brightest", 1, 255, example=16),
        "shown": read_whole(root, "shown", 0, 10**9, example=399),
    }
    files = {key: read_file(root, key, path.parent, f"../digits/{key}.csv") for key in FILES}
    found = {key: file for key, file in files.items() if file is not None}
    fields["credits"] = read_credits(root, found.values(), MOST_CREDITS)
    for key, file in found.items() if not root.inspection.faults else ():
        try:
            fields |= FILES[key](file, fields)
        except ValueError as fault:
            root.fault(f"{key}: {show(table[key])} {fault}")
    refuse_faults(root)
    layer = Classifier(path=path, **fields)
    _check_length(root, layer)
    _check_answer(root, layer)
    refuse_faults(root)
    return layer


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


def _check_length(root: Table, layer: Classifier) -> None:
    """Fault numbers that are too long to print; sums have as many places as the longest needs."""
    places = most_places(*layer.scores.partials.ravel())
    printed = {
        "a pixel": [format_number(pixel) for pixel in layer.sample.ravel()],
        "a weight": [format_number(weight) for weight in layer.weights.ravel()],
        "a running sum": [format_number(s, places=places) for s in layer.scores.partials.ravel()],
    }
    for what, texts in printed.items():
        longest = max(texts, key=len)
        if len(longest) > LONGEST[what]:
            root.fault(
                f"{what} is {longest}, too long to print: at most {LONGEST[what]} characters; "
                f"round or scale the weights and the samples"
            )


def _check_answer(root: Table, layer: Classifier) -> None:
    """Fault a picture that its weights do not recognise, or cannot tell from another class's."""
    scores = layer.scores.result[0]
    best = np.flatnonzero(scores == scores.max())
    is_, *seen = (next(iter(layer.classes[n].values())) for n in (layer.label, *best))
    if layer.label not in best:
        root.fault(f"shown: sample {layer.shown} is {is_}, the weights say {seen[0]}; show another")
    elif len(best) > 1:
        equal = " and ".join(seen)
        root.fault(
            f"shown: the weights give sample {layer.shown} one score as {equal}; show another"
        )


def _read_classes(root: Table) -> tuple[Names, ...]:
    """Give the names of the classes, each one text or one a language."""
    raw = root.required("classes", 'classes = ["0", "1"]')
    if raw is None:
        return ()
    if not isinstance(raw, list) or not 2 <= len(raw) <= MOST_CLASSES:
        root.fault(f'classes is no list of 2 to {MOST_CLASSES} names; write classes = ["0", "1"]')
        return ()
    names = [_read_class(root, number, each) for number, each in enumerate(raw)]
    whole = tuple(name for name in names if name is not None)
    check_distinct(root, "classes", whole)
    return whole


def _read_class(root: Table, number: int, raw: object) -> Names | None:
    given = dict.fromkeys(LANGUAGES, raw) if isinstance(raw, str) else raw
    place = Table(root.inspection, f"class {number}", {"name": given}, ("name",))
    return read_names(place, "name", CLASS_WIDTH)
