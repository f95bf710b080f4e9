"""What the numbers of a large model are checked against.  Pure."""

from __future__ import annotations

import numpy as np

from mathcore.arrays import Array
from mathcore.layer_file.transformer import TransformerLayer


def sources(layer: TransformerLayer) -> dict[str, Array]:
    """Return, by name, what a claim about the model may be of.

    ===================  =======================================================================
    ``sizes``            [blocks, width, MLP, heads, context, vocabulary]
    ``head``             [the width of a head]
    ``multiplications``  those of each part of the pass, in the order of `count_multiplications`
    ``totals``           [in matrix products, elsewhere, all]
    ``in_products``      [the share in matrix products, the share elsewhere]
    ===================  =======================================================================
    """
    sizes, counts = layer.sizes, [part.count for part in layer.parts]
    inside = sum(part.count for part in layer.parts if part.is_product)
    return {
        "sizes": np.array(list(vars(sizes).values())),
        "head": np.array([sizes.width // sizes.heads]),
        "multiplications": np.array(counts, dtype=object),
        "totals": np.array([inside, sum(counts) - inside, sum(counts)], dtype=object),
        "in_products": np.array([layer.share, 1 - layer.share], dtype=object),
    }
