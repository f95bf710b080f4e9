"""What the numbers of a picture's chapter are checked against.  Pure."""

from __future__ import annotations

from typing import Any

import numpy as np

from mathcore import MatmulTrace, trace_matmul
from mathcore.layer_file.picture import Picture, pointwise


def sources(layer: Picture) -> dict[str, MatmulTrace | np.ndarray[Any, Any]]:
    """Return, by name, what a claim of this chapter may be of.

    ``mixing`` is the product of the pixel's channels and the recipes, ``turned`` the same with the
    weight that is turned, and ``turning`` with a column for every step on the way there; ``maps``
    and ``fused`` are whole maps, ``[map, row, column]``.  Every pixel at once is a product of
    ``sizes[0]`` rows, ``sizes[1]`` inner and ``sizes[2]`` columns; a kernel is ``kernel[0]`` by
    ``kernel[1]``.
    """
    return {
        "mixing": layer.mixing,
        "turned": trace_matmul(layer.channels, layer.turned_weights),
        "turning": layer.turning,
        "maps": layer.maps,
        "fused": layer.fused,
        "size": np.array(layer.maps.shape[1:]),
        "sizes": np.array([layer.maps[0].size, *layer.weights.shape]),
        "kernel": np.array(pointwise(layer.weights).shape[2:]),
    }
