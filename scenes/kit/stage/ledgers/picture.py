"""What the numbers of a picture's chapter are checked against.  Pure."""

from __future__ import annotations

from typing import Any

import numpy as np

from mathcore import MatmulTrace, trace_matmul
from mathcore.layer_file.picture import Picture, pointwise
from scenes.kit.bar.ticks import reach_of


def sources(layer: Picture) -> dict[str, MatmulTrace | np.ndarray[Any, Any]]:
    """Return, by name, what a claim of this chapter may be of.

    ``mixing`` is the product of the pixel's channels and the recipes, ``one`` that with the first
    recipe alone, ``every`` that of all pixels, ``turned`` the one pixel's with the
    weight that is turned, and ``turning`` with a column for every step on the way there; ``maps``
    and ``fused`` are whole maps, ``[map, row, column]``; a kernel is ``kernel[0]`` by
    ``kernel[1]``; ``reach`` are the marks of the scale on which a weight is turned.
    """
    every = layer.maps.reshape(len(layer.maps), -1).T
    reach = reach_of(layer.turning.right.flat)
    return {
        "mixing": layer.mixing,
        "one": trace_matmul(layer.channels, layer.weights[:, :1]),
        "every": trace_matmul(every.astype(float), layer.weights.astype(float)),
        "turned": trace_matmul(layer.channels, layer.turned_weights),
        "turning": layer.turning,
        "maps": layer.maps,
        "fused": layer.fused,
        "size": np.array(layer.maps.shape[1:]),
        "kernel": np.array(pointwise(layer.weights).shape[2:]),
        "reach": np.array([-reach, 0, reach]),
    }
