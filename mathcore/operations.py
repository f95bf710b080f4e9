"""How many multiplications a transformer makes for one token, and how many in matrix products.

What counts as one: a multiplication of two numbers, and a division.  Additions do not (biases,
means, residuals, positions), nor do functions (exp, tanh, roots) or comparisons.  The keys and
values of the tokens before are at hand, as they are while a text is written; so the token is
mapped once by each weight matrix, and meets `context` keys in every head, its own among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

FACTORS_OF_GELU = 6
"""``0.5 * x * (1 + tanh(√(2/π) * (x + 0.044715 * x * x * x)))`` has six multiplication signs."""


@dataclass(frozen=True)
class Part:
    """One part of the pass: its name, its multiplications in the whole pass, how often it is there.

    `is_product` tells whether it is a matrix product.
    """

    name: str
    count: int
    times: int
    is_product: bool


@dataclass(frozen=True)
class Transformer:
    """The sizes of a decoder-only transformer such as GPT-2.

    Attributes
    ----------
    blocks : int
        Layers, each of attention and an MLP.
    width : int
        Entries of a token's row.
    mlp : int
        Entries within the MLP.
    heads : int
        Heads of each block; each is ``width / heads`` wide.
    context : int
        Tokens that the last one looks at, itself among them.
    vocabulary : int
        Tokens that there are.

    Raises
    ------
    ValueError
        If a size is less than 1, or the heads do not divide the width.
    """

    blocks: int
    width: int
    mlp: int
    heads: int
    context: int
    vocabulary: int

    def __post_init__(self) -> None:
        """Check the sizes."""
        for name, size in vars(self).items():
            if size < 1:
                raise ValueError(f"{name} = {size}; give 1 or more")
        if self.width % self.heads:
            raise ValueError(
                f"width = {self.width} for {self.heads} heads; make the width a multiple of them"
            )


def count_multiplications(sizes: Transformer) -> tuple[Part, ...]:
    """Count the multiplications of a forward pass for one token, by part, in their order.

    =======================  ===============================================================
    part                     multiplications
    =======================  ===============================================================
    ``embedding``            0: a row is looked up, a position added
    ``layer_norms``          ``3 * width + 3`` each, two a block and a last one: squares, the
                             divisions of mean and variance, 1 / σ, times 1 / σ, times the gain
    ``queries_keys_values``  ``width * 3 * width`` a block
    ``scores``               ``context * width`` a block: ``width / heads`` a key and head
    ``scaling``              ``context * heads`` a block: each score divided by √d
    ``softmax``              ``context * heads`` a block: each power divided by their sum
    ``mix``                  ``context * width`` a block
    ``output_projection``    ``width * width`` a block
    ``mlp``                  ``2 * width * mlp`` a block
    ``gelu``                 ``6 * mlp`` a block
    ``unembedding``          ``width * vocabulary``
    ``last_softmax``         ``vocabulary``
    =======================  ===============================================================

    Examples
    --------
    >>> tiny = Transformer(blocks=1, width=2, mlp=8, heads=1, context=3, vocabulary=5)
    >>> [(part.name, part.count) for part in count_multiplications(tiny) if part.is_product]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('queries_keys_values', 12), ('scores', 6), ('mix', 6), ('output_projection', 4),
     ('mlp', 32), ('unembedding', 10)]
    """
    return tuple(_parts(sizes))


def share_in_products(parts: tuple[Part, ...]) -> Fraction:
    """Give the share of all multiplications that stand in matrix products.

    Examples
    --------
    >>> share_in_products((Part("mlp", 99, 1, True), Part("gelu", 1, 1, False)))
    Fraction(99, 100)
    """
    inside = sum(part.count for part in parts if part.is_product)
    return Fraction(inside, sum(part.count for part in parts))


def _parts(sizes: Transformer) -> Iterator[Part]:
    width, blocks, each = sizes.width, sizes.blocks, sizes.context * sizes.heads
    norms = 2 * blocks + 1
    yield Part("embedding", 0, 1, False)
    yield Part("layer_norms", norms * (3 * width + 3), norms, False)
    in_every_block = (
        ("queries_keys_values", width * 3 * width, True),
        ("scores", sizes.context * width, True),
        ("scaling", each, False),
        ("softmax", each, False),
        ("mix", sizes.context * width, True),
        ("output_projection", width * width, True),
        ("mlp", 2 * width * sizes.mlp, True),
        ("gelu", FACTORS_OF_GELU * sizes.mlp, False),
    )
    for name, count, is_product in in_every_block:
        yield Part(name, blocks * count, blocks, is_product)
    yield Part("unembedding", width * sizes.vocabulary, 1, True)
    yield Part("last_softmax", sizes.vocabulary, 1, False)
