"""What the numbers of a picture's chapter are checked against.  Pure."""

from __future__ import annotations

from typing import Any

import numpy as np

from mathcore import MatmulTrace, trace_matmul
from mathcore.layer_file.picture import Picture


def sources(layer: Picture) -> dict[str, MatmulTrace | np.ndarray[Any, Any]]:
    """Return, by name, what a claim of this chapter may be of.

    ``mixing`` is the product of the pixel's channels and the recipes, ``turned`` the same with the
    weight that is turned; ``maps`` and ``fused`` are whole maps, ``[map, row, column]``.
    """
    return {
        "mixing": layer.mixing,
        "turned": trace_matmul(layer.channels, layer.turned_weights),
        "maps": layer.maps,
        "fused": layer.fused,
        "size": np.array(layer.maps.shape[1:]),
    }
