"""The likeness of a mixture: a small glass with its layers, or signed bars."""

from __future__ import annotations

from mathcore import RecipeBook
from scenes.kit.bar.glass import Glass
from scenes.kit.bar.signed_bars import SignedBars
from scenes.kit.ground.frame import Box
from scenes.kit.ground.theme import Hue, Theme


def layers_of(theme: Theme, book: RecipeBook, j: int) -> list[tuple[Hue, float]]:
    """Return the layers of mixture ``j``, the lowest first."""
    return [
        (theme.hue(ingredient.hue), float(book.shares[k, j]))
        for k, ingredient in enumerate(book.ingredients)
    ]


def mixture_icon(theme: Theme, book: RecipeBook, j: int, box: Box) -> Glass | SignedBars:
    """Return mixture ``j`` as an icon that fills ``box``.

    Parameters
    ----------
    book : RecipeBook
        Whose mixture it is.
    j : int
        Which mixture, counted from 0.
    box : Box
        Pixels.
    """
    layers = layers_of(theme, book, j)
    if not book.free_weights:
        return Glass(theme, box, icon=True, layers=layers)
    weights = [float(share) for share in book.shares.flat]
    span = (min(0.0, *weights), max(1.0, *weights))
    return SignedBars(theme, box, entries=layers, span=span, icon=True)
