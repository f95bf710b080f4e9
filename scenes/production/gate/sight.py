"""What of a scene is written, what is drawn, and what of it is only for the eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from manim import MathTypst, Mobject, Scene, VMobject
from numpy.typing import NDArray

from scenes.kit.frame import PIXELS_PER_UNIT, STROKE, Box
from scenes.kit.frame import HEIGHT as FRAME_HEIGHT
from scenes.kit.frame import WIDTH as FRAME_WIDTH
from scenes.kit.shapes import Sign
from scenes.kit.text import Label
from scenes.production.gate.moment import FAINT, box_of

PLACES = (0.2, 0.5, 0.8)  # along each curve of an outline
MOST_PLACES = 120

Points = NDArray[np.float32]


@dataclass(frozen=True)
class Lettering:
    """Something written: a line of text, a sign between numbers, a symbol of a formula."""

    name: str
    box: Box
    colour: str
    opacity: float


@dataclass(frozen=True)
class Graphic:
    """Something drawn: places along its outline in pixels, and the directions across it.

    ``ornament`` is the reason why it need not be seen, where there is one.
    """

    name: str
    box: Box
    fill: str | None
    fill_opacity: float
    stroke: str | None
    stroke_opacity: float
    stroke_width: float
    ornament: str
    outline: Points = field(repr=False)
    across: Points = field(repr=False)


@dataclass(frozen=True)
class Survey:
    """All that is on stage: ``unwritten`` are the parts to draw for the ground of the letters."""

    letters: tuple[Lettering, ...]
    graphics: tuple[Graphic, ...]
    drawn: list[Mobject]
    unwritten: list[Mobject]


@dataclass(frozen=True)
class _Part:
    """A drawn part, the nearest component of the kit that holds it, and what is known of it."""

    mobject: Mobject
    name: str
    written: str
    ornament: str


def survey(scene: Scene) -> Survey:
    """Look at everything on stage, the lowest layer first."""
    parts: dict[int, _Part] = {}
    for mobject in [*scene.mobjects, *scene.foreground_mobjects]:
        for part in _descend(mobject, "", "", {}):
            parts.setdefault(id(part.mobject), part)
    painted = sorted(parts.values(), key=lambda part: part.mobject.z_index)
    visible = [part for part in painted if _is_visible(part.mobject)]
    return Survey(
        tuple(_lettering(part) for part in visible if part.written),
        tuple(_graphic(part) for part in visible if not part.written),
        [part.mobject for part in painted],
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
    """Return the parts that a component declares to be only for the eye, with the reason.

    A component has ``ornament``, the reason if all of it is; or ``ornaments()``, pairs of a part
    and the reason.
    """
    declared: list[tuple[Mobject, str]] = []
    whole: str = getattr(mobject, "ornament", "")
    if whole:
        declared.append((mobject, whole))
    if hasattr(mobject, "ornaments"):
        declared.extend(mobject.ornaments())
    return {id(part): reason for each, reason in declared for part in each.get_family()}


def _is_visible(mobject: Any) -> bool:
    if not isinstance(mobject, VMobject):
        return False
    filled = mobject.get_fill_opacity() > FAINT
    return filled or (mobject.get_stroke_opacity() > FAINT and mobject.get_stroke_width() > 0)


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
        part.ornament,
        outline,
        across,
    )


def _outline(points: NDArray[np.float64]) -> tuple[Points, Points]:
    """Return places along curves in pixels, and the unit vectors across them."""
    curves = points[: len(points) // 4 * 4, :2].reshape(-1, 4, 2)
    t = np.array(PLACES)[None, :, None]
    a, b, c, d = (curves[:, n, None, :] for n in range(4))
    place = (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d
    along = (1 - t) ** 2 * (b - a) + 2 * t * (1 - t) * (c - b) + t**2 * (d - c)
    place, along = place.reshape(-1, 2), along.reshape(-1, 2)
    step = max(1, len(place) // MOST_PLACES)
    place, along = place[::step], along[::step]
    length = np.hypot(along[:, 0], along[:, 1])
    place, along, length = place[length > 0], along[length > 0], length[length > 0]
    flipped = place * (PIXELS_PER_UNIT, -PIXELS_PER_UNIT)
    across = along[:, ::-1] / length[:, None]  # turned by a right angle, y downwards
    shifted = flipped + (FRAME_WIDTH / 2, FRAME_HEIGHT / 2)
    return shifted.astype(np.float32), across.astype(np.float32)
