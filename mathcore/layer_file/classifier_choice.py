"""Which sample of a classifier is shown, in numbers that can be printed, and what that changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from mathcore.layer_file.classifier_printing import Printer, Printing
from mathcore.recipe_file.texts import Names

MOST_TRIES = 100
"""Samples that are tried, where the layer file names none."""


def choose_sample(
    printer: Printer, shown: int | None, classes: Sequence[Names]
) -> tuple[int, Printing]:
    """Give the sample that is shown, or the first that is recognised, and what is printed of it.

    Raises
    ------
    ValueError
        If it is not recognised, or cannot be printed.
    """
    if shown is not None:
        printing = printer.printing(shown)
        for fault in _faults(printer, shown, printing, classes):
            raise ValueError(fault)
        return shown, printing
    recognised = np.flatnonzero(printer.before == printer.samples.labels)[:MOST_TRIES].tolist()
    fault = "no sample is of the class that the weights say; were they trained on such pixels?"
    for number in recognised:
        printing = printer.printing(number)
        faults = list(_faults(printer, number, printing, classes))
        if not faults:
            return number, printing
        fault = faults[0]
    raise ValueError(fault)


def _faults(
    printer: Printer, sample: int, printing: Printing, classes: Sequence[Names]
) -> Iterable[str]:
    """Go through what forbids to show a sample."""
    yield from printing.too_long
    if printer.weights.any() and not printing.weights.any():
        yield "all weights are 0 once they are rounded to what can be printed; scale them"
    label, before = int(printer.samples.labels[sample]), int(printer.before[sample])
    scores = (printing.sample @ printing.weights)[0]
    best = np.flatnonzero(scores == scores.max()).tolist()
    is_, was, *seen = (next(iter(classes[n].values())) for n in (label, before, *best))
    is_given = printing.weights is printer.weights
    if before != label and not is_given:
        yield f"shown: sample {sample} is {is_}, the weights say {was}; show another"
    elif label not in best:
        how = "" if is_given else ", once they are rounded,"
        yield f"shown: sample {sample} is {is_}, the weights{how} say {seen[0]}; show another"
    elif len(best) > 1:
        equal = " and ".join(seen)
        yield f"shown: the weights give sample {sample} one score as {equal}; show another"


def what_changed(printer: Printer, printing: Printing) -> list[str]:
    """Say what was scaled and rounded, what that changed, and if few samples were recognised."""
    is_right = printer.before == printer.samples.labels
    said = list[str]()
    if 2 * is_right.sum() < len(is_right):
        said.append(
            f"only {int(is_right.sum()):,} of {len(is_right):,} samples are of the class that the "
            "weights say: does each row begin with its class, and were they trained on such pixels?"
        )
    if printing.weights is printer.weights:
        return said
    if printing.brightest != printer.brightest:
        said.append(
            f"pixels from 0 to {printer.brightest} are shown as 0 to {printing.brightest}, and "
            "the weights are scaled so that the scores stay"
        )
    if printing.places is not None:
        places = f"{printing.places} place{'' if printing.places == 1 else 's'}"
        said.append(f"weights are rounded to {places}, as they are printed")
    before, after, labels = printer.before, printer.after(printing.places), printer.samples.labels
    right = [f"{int((classes == labels).sum()):,}" for classes in (before, after)]
    changed = int((before != after).sum())
    verb = "changes its class" if changed == 1 else "change their class"
    said.append(
        f"by that {changed:,} of {len(labels):,} samples {verb}: {right[0]} were recognised, and "
        f"{right[1]} are"
    )
    return said
