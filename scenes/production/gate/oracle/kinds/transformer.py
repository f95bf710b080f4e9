"""A large model's numbers: the multiplications of its parts for one token."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

from scenes.production.gate.oracle.sources import Sources, table

SIZES = ("blocks", "width", "mlp", "heads", "context", "vocabulary")
GELU = 6  # multiplications of its formula


def sources(path: Path, file: dict[str, Any]) -> Sources:
    """Return the numbers of a file of this kind."""
    blocks, width, mlp, heads, context, words = sizes = [file[key] for key in SIZES]
    of_a_head = width // heads
    norm = width + 2 + 1 + width + width  # squares; two means; 1 / σ; times that; times the gain
    products, others = [0] * 12, [0] * 12
    others[1] = (2 * blocks + 1) * norm
    products[2] = blocks * 3 * width**2
    products[3] = blocks * heads * context * of_a_head
    others[4] = others[5] = blocks * heads * context
    products[6] = blocks * heads * context * of_a_head
    products[7] = blocks * width**2
    products[8] = blocks * (width * mlp + mlp * width)
    others[9] = blocks * GELU * mlp
    products[10] = width * words
    others[11] = words
    inside, elsewhere = sum(products), sum(others)
    share = Fraction(inside, inside + elsewhere)
    return {
        "sizes": table(sizes),
        "head": table([of_a_head]),
        "multiplications": table(
            [one + other for one, other in zip(products, others, strict=True)]
        ),
        "totals": table([inside, elsewhere, inside + elsewhere]),
        "in_products": table([share, 1 - share]),
    }
