"""A large model by its published sizes: what it multiplies for one token, part by part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from mathcore.layer_file.credits import read_credits
from mathcore.layer_file.reading import open_file, read_whole, refuse_faults
from mathcore.operations import Part, Transformer, count_multiplications, share_in_products
from mathcore.recipe_file.texts import Names, read_names

SIZES = {
    "blocks": (1, 1000, 12),
    "width": (1, 10**6, 768),
    "mlp": (1, 10**7, 3072),
    "heads": (1, 10**4, 12),
    "context": (1, 10**8, 1024),
    "vocabulary": (1, 10**8, 50257),
}
"""Of each size the least, the most, and how it may look."""


@dataclass(frozen=True, eq=False)
class TransformerLayer:
    """A layer file of kind ``transformer``.

    Attributes
    ----------
    path : Path
        The file.
    name : mapping of language to str
        Of the model.
    sizes : Transformer
        Its sizes.
    credits : tuple of mapping of language to str
        Where they are published: what the end of a film says.
    """

    path: Path
    name: Names
    sizes: Transformer
    credits: tuple[Names, ...] = ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What it multiplies for one token, in the order of the pass."""
        return count_multiplications(self.sizes)

    @property
    def share(self) -> Fraction:
        """The share of all multiplications that stand in matrix products."""
        return share_in_products(self.parts)


def load(
    path: Path, table: Mapping[str, Any], has_character: Callable[[str], bool] | None = None
) -> TransformerLayer:
    """Check a layer file that has been read.

    Parameters
    ----------
    path : Path
        Named in the messages.
    table : mapping
        What the TOML file holds.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Raises
    ------
    ExampleError
        With every fault of the file.
    """
    root = open_file(path, table, ("name", *SIZES, "credits"), has_character)
    name, thanks = read_names(root, "name"), read_credits(root)
    sizes: dict[str, Any] = {
        key: read_whole(root, key, low, high, example=example)
        for key, (low, high, example) in SIZES.items()
    }
    refuse_faults(root)
    assert name is not None
    try:
        layer = TransformerLayer(path, name, Transformer(**sizes), thanks)
    except ValueError as fault:
        root.fault(str(fault))
    refuse_faults(root)
    return layer
