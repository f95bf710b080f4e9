"""Motions of what a memory holds: a walk through it, and its going to another place."""

from __future__ import annotations

from typing import Any, Protocol, cast

from manim import Animation, Mobject, linear

from scenes.kit.memory.storage_geometry import Boxes, between

LAG = 0.5  # of the time: between the first that sets out and the last


class Showing(Protocol):
    """What can show how far a walk has come."""

    def show_at(self, done: int) -> Any:
        """Show it after so many steps or accesses."""


class OfTheTime(Animation):
    """A motion whose picture depends on the time alone: nothing of how it began is kept."""

    def create_starting_mobject(self) -> Mobject:
        """Return the thing itself: to copy it would take longer than to draw it."""
        itself: Any = self.mobject
        return cast(Mobject, itself)


class Walking(OfTheTime):
    """A thing shows a walk from one point to another, at each moment as far as it has come.

    Parameters
    ----------
    shown : VMobject
        Has ``show_at(done)``.
    start, end : int
        How many steps, or accesses, have been made before and after.
    """

    def __init__(self, shown: Any, start: int, end: int, **kwargs: Any) -> None:
        kwargs.setdefault("rate_func", linear)
        super().__init__(shown, **kwargs)
        self.shown: Showing = shown
        self.start_count, self.end_count = start, end

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the point that has been reached."""
        way = self.end_count - self.start_count
        self.shown.show_at(self.start_count + round(way * self.rate_func(alpha)))


class Relocating(OfTheTime):
    """Numbers go to other places, one group after another, as rows are put on a shelf.

    Parameters
    ----------
    thing : StoredMatrix or TrayRack
        Has ``boxes`` and ``place(boxes)``.
    boxes : tuple of Box
        Where each goes.
    group : int, optional
        So many set out together; all, if not given.
    """

    def __init__(self, thing: Any, boxes: Boxes, group: int = 0, **kwargs: Any) -> None:
        super().__init__(thing, **kwargs)
        self.thing, self.before, self.after = thing, thing.boxes, boxes
        self.group = group or len(boxes)

    def interpolate_mobject(self, alpha: float) -> None:
        """Put every number where it has come to."""
        last = max(1, (len(self.after) - 1) // self.group)
        shares = [
            self.rate_func(min(1.0, max(0.0, alpha * (1 + LAG) - LAG * number / last)))
            for number in range(last + 1)
        ]
        self.thing.place(
            tuple(
                between(one, other, shares[place // self.group])
                for place, (one, other) in enumerate(zip(self.before, self.after, strict=True))
            )
        )
