"""The products of a scene's own numbers, as labelled products.  Pure: knows nothing of Manim."""

from __future__ import annotations

from collections.abc import Mapping

from mathcore import SceneNumbers
from scenes.kit.product.labelled_product import LabelledProduct


def own_products(numbers: SceneNumbers) -> Mapping[str, LabelledProduct]:
    """Return the products of ``[products]`` by their names, which their numerals claim."""
    return {
        name: LabelledProduct(
            each.trace,
            name,
            rows=each.rows,
            inner=each.inner,
            columns=each.columns,
            slots=each.hues or (),
            units=each.units,
            origin=f"{numbers.path}: [products.{name}]",
        )
        for name, each in numbers.products.items()
    }
