"""The numbers of a scene's own file: named matrices, and products of them, all exact.

``[numbers.NAME]`` is a matrix, ``[products.NAME]`` names its two factors, each a matrix or a
product above it: so the result of one is the left factor of the next.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mathcore.layer_file.reading import refuse_faults
from mathcore.recipe_file.tables import Inspection, Table
from mathcore.recipe_file.toml import read_toml
from mathcore.scene_file.matrices import read_matrices
from mathcore.scene_file.named import NamedMatrix, NamedProduct
from mathcore.scene_file.products import read_products

__all__ = ["NamedMatrix", "NamedProduct", "SceneNumbers", "load_numbers"]


@dataclass(frozen=True, eq=False)
class SceneNumbers:
    """All matrices and products of one file, by their names."""

    path: Path
    matrices: Mapping[str, NamedMatrix] = field(default_factory=dict)
    products: Mapping[str, NamedProduct] = field(default_factory=dict)


def load_numbers(
    path: str | os.PathLike[str], has_character: Callable[[str], bool] | None = None
) -> SceneNumbers:
    """Read the numbers of a scene from its .toml; a scene without any has none.

    Parameters
    ----------
    path : str or path
        Named in the messages as given.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Raises
    ------
    ExampleError
        With every fault, each saying file, table, value and fix.
    """
    table = read_toml(path, "a title and beats")
    inspection = Inspection(os.fspath(path), has_character, every_language=True)
    root = Table(inspection, "", table, tuple(table))
    matrices = read_matrices(root)
    products = read_products(root, matrices)
    refuse_faults(root)
    return SceneNumbers(Path(path), matrices, products)
