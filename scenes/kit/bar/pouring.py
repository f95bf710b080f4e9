"""Pouring: motions that carry a bottle to a glass, empty it there and put it back.

The bottle tilts as far as its spout needs, its surface stays level, and what it loses the layer in
the glass gains, in step with the number.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
from manim import Animation, AnimationGroup, linear, smooth

from scenes.kit.bar.bottle import Bottle
from scenes.kit.bar.pose import Pose, hang, poured_out, pouring_tilt
from scenes.kit.bar.stream import Stream, Vessel, pouring_pose
from scenes.kit.ground.theme import Hue

if TYPE_CHECKING:
    from scenes.kit.ground.text import Number

__all__ = ["carry", "fill_together", "pour", "pouring_pose", "put_back"]

TRAVEL, POUR, FALL = 0.7, 0.9, 0.15  # seconds: on the way, the layer rising, the stream falling
ARC = 60.0  # pixels that a bottle is lifted above its straight way
EARLY = 0.3  # of the way: a bottle travels upright before it tilts
IN_FRONT = 1  # the z-index of what is on its way


class Carry(Animation):
    """A bottle on its way to a pose, along a shallow arc; what it holds stays level."""

    def __init__(self, bottle: Bottle, to: Pose, *, arc: float = ARC, **kwargs: Any) -> None:
        super().__init__(bottle, **kwargs)
        self.bottle = bottle
        self.to, self.arc = to, arc

    def begin(self) -> None:
        """Remember where the bottle sets out, and bring it to the front."""
        self.start = self.bottle.stance
        self.bottle.set_z_index(IN_FRONT)
        super().begin()

    def finish(self) -> None:
        """Step back among the others, once upright."""
        super().finish()
        if self.to.tilt == 0:
            self.bottle.set_z_index(0)

    def interpolate_mobject(self, alpha: float) -> None:
        """Put the bottle where it is after ``alpha`` of the time."""
        done = self.rate_func(alpha)
        start, to = self.start, self.to
        self.bottle.pose(
            x=_between(start.x, to.x, done),
            floor=_between(start.floor, to.floor, done) - self.arc * np.sin(np.pi * done),
            tilt=_between(start.tilt, to.tilt, self._tilted(done)),
            height=_between(start.height, to.height, done),
        )

    def _tilted(self, done: float) -> float:
        """Tilt late on the way to the glass, and be upright early on the way back."""
        leaving = abs(self.to.tilt) > abs(self.start.tilt)
        return float(
            smooth((done - EARLY) / (1 - EARLY)) if leaving else smooth(done / (1 - EARLY))
        )


class Drain(Animation):
    """A bottle runs out to ``after`` of its volume, tilting further around its spout."""

    def __init__(self, bottle: Bottle, after: float, **kwargs: Any) -> None:
        super().__init__(bottle, **kwargs)
        self.bottle = bottle
        self.after = after

    def begin(self) -> None:
        """Remember how full the bottle is and where its spout is."""
        self.start, self.before = self.bottle.stance, self.bottle.fill
        self.spout = self.bottle.mouth
        end = pouring_tilt(self.bottle.silhouette, round(self.after, 3))
        self.end_tilt = float(np.copysign(max(end, abs(self.start.tilt)), self.start.tilt))
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Hold what is left after ``alpha`` of the time."""
        done, bottle = self.rate_func(alpha), self.bottle
        tilt = _between(self.start.tilt, self.end_tilt, done)
        pose = hang(bottle.silhouette, self.start.height, tilt, self.spout)
        left = _between(self.before, self.after, done)
        bottle.pose(tilt=tilt, x=pose.x, floor=pose.floor, fill=left)


class LayerRise(Animation):
    """Layer ``k`` of a glass rises to its share."""

    def __init__(self, glass: Vessel, k: int, hue: Hue, share: float, **kwargs: Any) -> None:
        super().__init__(glass, **kwargs)
        self.glass = glass
        self.k, self.hue, self.share = k, hue, share

    def begin(self) -> None:
        """Remember what the glass holds."""
        held = list(self.glass.layers)
        held += [(self.hue, 0.0)] * (self.k - len(held))  # what this mixture has none of
        self.below, self.above = held[: self.k], held[self.k + 1 :]
        self.before = held[self.k][1] if self.k < len(held) else 0.0
        super().begin()

    def interpolate_mobject(self, alpha: float) -> None:
        """Fill the layer as far as it is after ``alpha`` of the time."""
        done = self.rate_func(alpha)
        share = self.share if done >= 1 else _between(self.before, self.share, done)
        self.glass.set_layers([*self.below, (self.hue, share), *self.above])


class Count(Animation):
    """A number counts from one value to another; the last is shown exactly."""

    def __init__(
        self,
        number: Number,
        start: float | Fraction,
        end: float | Fraction,
        *,
        places: int | None = 0,
        **kwargs: Any,
    ) -> None:
        super().__init__(number, **kwargs)
        self.number = number
        self.start, self.end, self.places = start, end, places

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the value after ``alpha`` of the time."""
        done = self.rate_func(alpha)
        if done >= 1:
            self.number.set_value(self.end)
        else:
            self.number.set_value(_between(float(self.start), float(self.end), done), self.places)


class Flow(Animation):
    """A stream from spout to surface: its head falls first, its tail falls last."""

    def __init__(
        self, stream: Stream, bottle: Bottle, glass: Vessel, fall: float, **kwargs: Any
    ) -> None:
        super().__init__(stream.set_z_index(IN_FRONT), introducer=True, remover=True, **kwargs)
        self.stream = stream
        self.bottle, self.glass, self.fall = bottle, glass, fall

    def interpolate_mobject(self, alpha: float) -> None:
        """Draw the stream as it is after ``alpha`` of the time."""
        head = min(1.0, alpha / self.fall)
        tail = max(0.0, 1 - (1 - alpha) / self.fall)
        self.stream.fall(self.bottle, self.glass, head**1.5, tail**1.5)


@dataclass(frozen=True)
class Window:
    """A rate function: linear between two shares of the time, at rest before and after."""

    start: float
    end: float

    def __call__(self, alpha: float) -> float:
        """Return how much is done after ``alpha`` of the time."""
        return float(np.clip((alpha - self.start) / (self.end - self.start), 0, 1))


def _between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share


def carry(
    bottle: Bottle,
    to: Pose,
    *,
    run_time: float = TRAVEL,
    arc: float = ARC,
    rate_func: Callable[[float], float] = smooth,
) -> Animation:
    """Carry a bottle to a pose; see :func:`pouring_pose`."""
    return Carry(bottle, to, arc=arc, run_time=run_time, rate_func=rate_func)


def put_back(bottle: Bottle, to: Pose | None = None, **kwargs: Any) -> Animation:
    """Put a bottle back upright, on the place where it was made unless another is given."""
    return carry(bottle, to or bottle.home, **kwargs)


def pour(
    bottle: Bottle,
    glass: Vessel,
    layer: int,
    share: float,
    *,
    count: tuple[Number, float | Fraction, float | Fraction] | None = None,
    places: int | None = 0,
    run_time: float = POUR,
    fall: float = FALL,
) -> Animation:
    """Pour a share into a glass, in which it becomes a layer.

    The layer rises for ``run_time``; before and after it the stream takes ``fall`` to come and go.
    ``count`` is a number with the values between which it counts meanwhile.
    """
    whole = run_time + 2 * fall
    window = Window(fall / whole, 1 - fall / whole)
    timing: dict[str, Any] = {"run_time": whole, "rate_func": window}
    parts: list[Animation] = [
        Drain(bottle, poured_out(bottle.fill, share), **timing),
        LayerRise(glass, layer, bottle.hue, share, **timing),
    ]
    if count:
        parts.append(Count(*count, places=places, **timing))
    stream = Stream(bottle.hue)
    parts.append(Flow(stream, bottle, glass, fall / whole, run_time=whole, rate_func=linear))
    return AnimationGroup(*parts)


def fill_together(
    glasses: Sequence[Vessel],
    layer: int,
    hue: Hue,
    shares: Sequence[float],
    *,
    run_time: float = POUR,
) -> Animation:
    """Let the same layer rise in several glasses at once, without a bottle."""
    rises = zip(glasses, shares, strict=True)
    return AnimationGroup(
        *(LayerRise(g, layer, hue, s, run_time=run_time, rate_func=linear) for g, s in rises)
    )
