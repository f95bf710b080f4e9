"""A name beside a row or above a column, with its icon, in one of three states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from manim import Animation, Transform, VGroup, VMobject

from scenes.kit.ground.sizes import LEADING
from scenes.kit.ground.text import paragraph
from scenes.kit.ground.theme import Theme

TagState = Literal["plain", "strong", "muted"]
Icon = Callable[[bool], VMobject]  # alive or dimmed


class NameTag(VGroup):
    """Lines of a name and an icon; ``strong`` while it is meant, ``muted`` while it is not.

    ``icon(alive)`` draws the icon; either part may be left out.

    Parameters
    ----------
    colour : str
        Of the words, unless they are muted.
    lines : tuple of str, optional
        The name, as it is broken.
    size : float, optional
        Of the type, in pixels.
    x, baseline : float, optional
        Pixels, of the first line.
    anchor : str, optional
        ``"left"``, ``"center"`` or ``"right"``.
    icon : callable, optional
        Given whether it is alive, a new mobject.
    state : str, optional
        ``"plain"``, ``"strong"`` or ``"muted"``.
    """

    def __init__(
        self,
        theme: Theme,
        colour: str,
        *,
        lines: tuple[str, ...] = (),
        size: float = 0.0,
        x: float = 0.0,
        baseline: float = 0.0,
        anchor: str = "center",
        icon: Icon | None = None,
        state: TagState = "plain",
    ) -> None:
        self.make: Callable[[TagState], NameTag] = lambda new: NameTag(
            theme,
            colour,
            lines=lines,
            size=size,
            x=x,
            baseline=baseline,
            anchor=anchor,
            icon=icon,
            state=new,
        )
        super().__init__()
        if icon is not None:
            self.add(icon(state != "muted"))
        self.words = paragraph(
            lines,
            size,
            theme.muted if state == "muted" else colour,
            x=x,
            baseline=baseline,
            leading=LEADING,
            anchor=anchor,
            bold=state == "strong",
        )
        self.add(self.words)

    def to(self, state: TagState, run_time: float = 0.25) -> Animation:
        """Return the change into another state."""
        return Transform(self, self.make(state), run_time=run_time)
