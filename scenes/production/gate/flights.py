"""What flies between two moments: the texts of a motion, looked at four times a second.

A rehearsal jumps to the end of every motion.  Before it does, it stops on the way, and notes where
texts are; so two that fly over each other are seen, and not only those that rest so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from manim import Wait

from scenes.kit.ground.frame import Box
from scenes.kit.ground.text import Label
from scenes.production.gate.moment import box_of

LOOKS = 4  # a second
PLAIN = 0.5  # opacity from which a text that comes or goes is read
IN_A_ROW = 3  # looks in which two texts overlap that do not only pass each other
LEAST = (IN_A_ROW + 0.2) / LOOKS  # seconds: a shorter motion has not so many looks


@dataclass(frozen=True)
class FlyingText:
    """A text on its way; ``thing`` is the same for the same text in all looks of a motion."""

    text: str
    box: Box
    thing: int


@dataclass(frozen=True)
class Look:
    """All texts that can be read at ``seconds`` in ``beat``, in the midst of motion ``play``."""

    beat: str
    seconds: float
    play: int
    texts: tuple[FlyingText, ...]


def with_looks(watched: type[Any]) -> type[Any]:
    """Return a watched chapter that stops on the way of its motions; it keeps ``flights``."""

    class Stopping(watched):  # type: ignore[misc]
        def __init__(self, **kwargs: Any) -> None:
            self.flights: list[Look] = []
            super().__init__(**kwargs)

        def update_to_time(self, end: float) -> None:
            """Go to the end of a motion, not all at once."""
            moving = not all(isinstance(each, Wait) for each in self.animations)
            if moving and end >= LEAST:
                for n in range(1, int(end * LOOKS)):
                    super().update_to_time(n / LOOKS)
                    self.flights.append(self._look(n / LOOKS))
            super().update_to_time(end)

        def _look(self, after: float) -> Look:
            family = {id(part): part for each in self.mobjects for part in each.get_family()}
            texts = tuple(
                FlyingText(part.text, box_of(part.points), key)
                for key, part in family.items()
                if isinstance(part, Label) and part.has_points() and part.fill_rgbas[0, 3] > PLAIN
            )
            return Look(self.now, self.seconds + after, self.renderer.num_plays, texts)

    Stopping.__module__, Stopping.__name__ = watched.__module__, watched.__name__
    return Stopping
