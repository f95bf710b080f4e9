"""What of a scene is written, what is drawn, and what of it is only for the eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from manim import MathTypst, Mobject, Scene, VMobject
from numpy.typing import NDArray

from scenes.kit.ground.frame import HEIGHT as FRAME_HEIGHT
from scenes.kit.ground.frame import PIXELS_PER_UNIT, STROKE, Box
from scenes.kit.ground.frame import WIDTH as FRAME_WIDTH
from scenes.kit.ground.shapes import Sign
from scenes.kit.ground.text import Label
from scenes.production.gate.moment import FAINT, box_of

PLACES = 96  # along an outline

Points = NDArray[np.float32]


@dataclass(frozen=True)
class Lettering:
    """Something written: a line of text, a sign between numbers, a symbol of a formula."""

    name: str
    box: Box
    colour: str
    opacity: float

    def is_still(self, other: Lettering) -> bool:
        """Tell whether this is the same lettering as another one, in the same place."""
        same = (self.name, self.colour, self.opacity) == (other.name, other.colour, other.opacity)
        away = abs(self.box.x - other.box.x) + abs(self.box.y - other.box.y)
        return same and away < 1


@dataclass(frozen=True)
class Graphic:
    """Something drawn: places along its outline in pixels, and the directions across it."""

    name: str
    box: Box
    fill: str | None
    fill_opacity: float
    stroke: str | None
    stroke_opacity: float
    stroke_width: float
    outline: Points = field(repr=False)
    across: Points = field(repr=False)


@dataclass(frozen=True)
class Survey:
    """All that is on stage.

    ``ornaments`` are the names of what need not be seen, and why; ``unwritten`` are the parts to
    draw for the ground of the letters.
    """

    letters: tuple[Lettering, ...]
    graphics: tuple[Graphic, ...]
    ornaments: set[tuple[str, str]]
    unwritten: list[Mobject]


@dataclass(frozen=True)
class _Part:
    """A drawn part, the nearest component of the kit that holds it, and what is known of it."""

    mobject: Mobject
    name: str
    written: str
    ornament: str


def survey(scene: Scene, *, graphics: bool = True) -> Survey:
    """Look at everything on stage, the lowest layer first; at graphics only if asked to."""
    parts: dict[int, _Part] = {}
    for mobject in [*scene.mobjects, *scene.foreground_mobjects]:
        for part in _descend(mobject, "", "", {}):
            parts.setdefault(id(part.mobject), part)
    painted = sorted(parts.values(), key=lambda part: part.mobject.z_index)
    visible = [part for part in painted if _is_visible(part.mobject)]
    return Survey(
        tuple(_lettering(part) for part in visible if part.written),
        tuple(_graphic(p) for p in visible if graphics and not p.written and not p.ornament),
        {(part.name, part.ornament) for part in visible if part.ornament},
        [part.mobject for part in painted if not part.written],
    )


def _descend(mobject: Mobject, name: str, written: str, known: dict[int, str]) -> Iterator[_Part]:
    """Go through a mobject and its parts, as they are painted."""
    if type(mobject).__module__.startswith("scenes."):
        name = type(mobject).__name__
    written = written or _words(mobject)
    known = {**known, **_ornaments(mobject)}
    if mobject.has_points():
        yield _Part(mobject, name, written, known.get(id(mobject), ""))
    for part in mobject.submobjects:
        yield from _descend(part, name, written, known)


def _words(mobject: Mobject) -> str:
    if isinstance(mobject, Label):
        return mobject.text
    if isinstance(mobject, Sign):
        return mobject.sign
    return "formula" if isinstance(mobject, MathTypst) else ""


def _ornaments(mobject: Mobject) -> dict[int, str]:
    """Return the parts that are declared to be only for the eye, with the reason.

    ``ornament`` is the reason: of a class, or of one mobject that :func:`shapes.for_the_eye` marks.
    """
    reason: str = getattr(mobject, "ornament", "")
    return {id(part): reason for part in mobject.get_family()} if reason else {}


def _is_visible(mobject: Any) -> bool:
    if not isinstance(mobject, VMobject):
        return False
    filled = mobject.get_fill_opacity() > FAINT
    drawn = mobject.get_stroke_opacity() > FAINT and mobject.get_stroke_width() > 0
    return bool(filled or drawn)


def _lettering(part: _Part) -> Lettering:
    shape: Any = part.mobject
    if shape.get_fill_opacity() > FAINT:
        colour, opacity = shape.get_fill_color(), shape.get_fill_opacity()
    else:
        colour, opacity = shape.get_stroke_color(), shape.get_stroke_opacity()
    return Lettering(part.written, box_of(shape.points), colour.to_hex(), float(opacity))


def _graphic(part: _Part) -> Graphic:
    shape: Any = part.mobject
    filled = shape.get_fill_opacity() > FAINT
    lined = shape.get_stroke_opacity() > FAINT and shape.get_stroke_width() > 0
    outline, across = _outline(shape.points)
    return Graphic(
        part.name,
        box_of(shape.points),
        shape.get_fill_color().to_hex() if filled else None,
        float(shape.get_fill_opacity()),
        shape.get_stroke_color().to_hex() if lined else None,
        float(shape.get_stroke_opacity()),
        float(shape.get_stroke_width()) * STROKE,
        outline,
        across,
    )


def _outline(points: NDArray[np.float64]) -> tuple[Points, Points]:
    """Return places at equal distances along curves, in pixels, and the unit vectors across."""
    curves = points[: len(points) // 4 * 4, :2].reshape(-1, 4, 2) * (1, -1) * PIXELS_PER_UNIT
    curves += np.array([FRAME_WIDTH / 2, FRAME_HEIGHT / 2])
    lengths = np.hypot(*(curves[:, 3] - curves[:, 0]).T)
    ends = np.cumsum(lengths)
    at = (np.arange(PLACES) + 0.5) / PLACES * ends[-1]
    which = np.minimum(np.searchsorted(ends, at), len(ends) - 1)
    share = (at - ends[which] + lengths[which]) / np.maximum(lengths[which], 1e-9)
    t, (a, b, c, d) = share[:, None], curves[which].transpose(1, 0, 2)
    place = (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d
    along = d - a  # the curves are short
    across = along[:, ::-1] * (-1, 1) / np.maximum(np.hypot(*along.T), 1e-9)[:, None]
    return place.astype(np.float32), across.astype(np.float32)
