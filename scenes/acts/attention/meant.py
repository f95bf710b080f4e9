"""The names that are meant: as bold as the word that a guest says, which goes there."""

from __future__ import annotations

from scenes.kit.ground.manim_types import GroupOf
from scenes.kit.product.falk_view import FalkView


def mean_the_rows(view: FalkView) -> None:
    """Let the names at the left of a view be bold."""
    view.remove(view.left_heads)
    view.left_heads = GroupOf(*(head.make("strong") for head in view.left_heads))
    view.add(view.left_heads)


def mean_the_columns(view: FalkView) -> None:
    """Let the names above the columns of a view be bold."""
    view.remove(view.column_heads)
    view.column_heads = GroupOf(*(head.make("strong") for head in view.column_heads))
    view.add(view.column_heads)
