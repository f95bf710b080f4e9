"""What the numbers of a classifier's chapter are checked against.  Pure."""

from __future__ import annotations

from typing import Any

import numpy as np

from mathcore import MatmulTrace
from mathcore.layer_file.classifier import Classifier


def sources(layer: Classifier) -> dict[str, MatmulTrace | np.ndarray[Any, Any]]:
    """Return, by name, what a claim of this chapter may be of.

    ``scores`` is the product of the picture's row and the weights; ``probabilities`` its softmax,
    and ``percentages`` that as it is printed, which sums to 100%; ``size`` the rows and columns of
    the picture, ``classes`` the names that are numerals.
    """
    return {
        "scores": layer.scores,
        "probabilities": layer.probabilities,
        "percentages": layer.percentages,
        "size": np.array(layer.size),
        "classes": np.array([_numeral(name["en"]) for name in layer.classes]),
    }


def _numeral(name: str) -> int:
    return int(name) if name.isascii() and name.isdecimal() else 0
