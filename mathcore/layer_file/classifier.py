"""A fully connected layer: trained weights, and a picture that they recognise."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from mathcore.layer_file.classifier_choice import choose_sample, what_changed
from mathcore.layer_file.classifier_printing import Printer
from mathcore.layer_file.classifier_samples import check_samples, read_samples
from mathcore.layer_file.classifier_shown import read_own, with_own
from mathcore.layer_file.classifier_sizes import MOST_BRIGHT, MOST_SIDE, guess_size, read_optional
from mathcore.layer_file.classifier_weights import read_weights
from mathcore.layer_file.credits import read_credits
from mathcore.layer_file.reading import file_named, open_file, refuse_faults
from mathcore.layer_file.tensor_files import TensorFile, read_tensor_file
from mathcore.layers import softmax
from mathcore.matmul import MatmulTrace, trace_matmul
from mathcore.recipe_file.frozen import Frozen
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.texts import LANGUAGES, Names, check_distinct, read_names
from mathcore.rounding import round_shares

FILES = ("weights", "samples", "shown")
KEYS = ("name", "classes", "rows", "columns", "brightest", *FILES, "transposed", "credits")
MOST_CLASSES, CLASS_WIDTH = 10, 16
MOST_CREDITS = 1  # lines: there is room under the picture
PERCENT_PLACES = 1
Read = TypeVar("Read")


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
    own : bool
        Whether the picture is not one of the samples, but from a file of its own.
    sentences : tuple of str
        What was turned, scaled, rounded or chosen on the way, in short sentences.
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
    own: bool = False
    sentences: tuple[str, ...] = ()

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
        """The probabilities as they are printed: percents with so many places, together 100%."""
        return round_shares(self.probabilities, 2 + PERCENT_PLACES)


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
    asked = _read_asked(root)
    weights, samples = (
        read_tensor_file(root, key, path.parent, f"../digits/{key}.csv") for key in FILES[:2]
    )
    asked["own"] = _read_own_file(root, path.parent)
    seen = asked["own"] or samples
    asked["credits"] = read_credits(root, [seen.path] if seen else [], MOST_CREDITS)
    refuse_faults(root)
    assert weights is not None
    assert samples is not None
    layer = _make(root, path, asked, weights, samples)
    refuse_faults(root)
    assert layer is not None
    return layer


def _read_asked(root: Table) -> dict[str, Any]:
    """Give what the layer file says itself; what it leaves out is None."""
    transposed = root.get("transposed")
    if transposed is not None and not isinstance(transposed, bool):
        root.fault(f"transposed is {show(transposed)}; write true where a row is a class")
    return {
        "name": read_names(root, "name"),
        "classes": _read_classes(root) if "classes" in root.raw else None,
        "rows": read_optional(root, "rows", 1, MOST_SIDE),
        "columns": read_optional(root, "columns", 1, MOST_SIDE),
        "brightest": read_optional(root, "brightest", 1, MOST_BRIGHT),
        "shown": None if _names_file(root) else read_optional(root, "shown", 0, 10**9, example=3),
        "transposed": transposed,
    }


def _names_file(root: Table) -> bool:
    """Tell whether ``shown`` is a file, and not a sample's number."""
    return isinstance(file_named(root.get("shown")), str)


def _read_own_file(root: Table, folder: Path) -> TensorFile | None:
    return read_tensor_file(root, "shown", folder, "mine.png") if _names_file(root) else None


def _make(
    root: Table, path: Path, asked: Mapping[str, Any], weights: TensorFile, samples: TensorFile
) -> Classifier | None:
    """Read the numbers and make the layer; None after faults."""
    told = _numbers_of(root, samples, read_samples)
    size = guess_size(root, asked["rows"], asked["columns"], told) if told else None
    if told is None or size is None:
        return None
    count = asked["classes"] and len(asked["classes"])
    read = _numbers_of(root, weights, read_weights, size, count, asked["transposed"])
    count = read[0].shape[1] if read else count
    brightest = asked["brightest"] or told.brightest()
    if count:
        _numbers_of(root, samples, lambda _: check_samples(told, math.prod(size), count, brightest))
    if asked["shown"] is not None and asked["shown"] >= told.count:
        root.fault(
            f"samples: {samples.named} has {told.count} samples, counted from 0; "
            f"shown = {asked['shown']} is beyond"
        )
    if read is None or root.inspection.faults:
        return None
    classes = asked["classes"] or tuple(map(_numbered, range(count)))
    seen, wanted = told, asked["shown"]
    if asked["own"] is not None:
        own = read_own(root, asked["own"], size, brightest, told)
        if own is None:
            return None
        seen, wanted = with_own(told, own, read[0]), told.count
    printer = Printer(seen, read[0], brightest)
    try:
        shown, printing = choose_sample(printer, wanted, classes)
    except ValueError as fault:
        root.fault(str(fault))
        return None
    taken = {"rows": size[0], "columns": size[1], "brightest": brightest}
    taken |= {} if asked["own"] is not None else {"shown": shown}
    said = [*read[1], *what_changed(printer, printing), *_taken(asked, taken)]
    return Classifier(
        path=path,
        name=asked["name"],
        classes=classes,
        size=size,
        brightest=printing.brightest,
        weights=printing.weights,
        sample=printing.sample,
        shown=shown,
        label=int(seen.labels[shown]),
        credits=asked["credits"],
        own=asked["own"] is not None,
        sentences=(*root.inspection.sentences, *(f"{path}: {each}" for each in said)),
    )


def _numbered(number: int) -> Names:
    """Give the name of a class that has none: its number."""
    return Frozen(**dict.fromkeys(LANGUAGES, str(number)))


def _taken(asked: Mapping[str, Any], taken: Mapping[str, int]) -> list[str]:
    """Say what the samples told, because the layer file did not."""
    found = ", ".join(f"{key} = {value}" for key, value in taken.items() if asked[key] is None)
    return [f"taken from the samples: {found}"] if found else []


def _numbers_of(
    root: Table, file: TensorFile, read: Callable[..., Read], *args: object
) -> Read | None:
    """Give what is read of a file of numbers; None after its fault."""
    try:
        return read(file, *args)
    except ValueError as fault:
        root.fault(f"{file.key}: {file.named} {fault}")
        return None


def _read_classes(root: Table) -> tuple[Names, ...]:
    """Give the names of the classes, each one text or one a language."""
    raw = root.raw["classes"]
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
