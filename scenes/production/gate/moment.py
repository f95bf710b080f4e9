"""One moment of a chapter: everything that can be seen, as plain numbers and characters."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache

import numpy as np
from manim import ManimColor, Mobject, Scene, VMobject

from scenes.kit.ground.frame import Box, to_pixels
from scenes.kit.ground.text import Label, Number, glyph_points
from scenes.kit.product.cell import Cell
from scenes.kit.stage.claims import Claim
from scenes.production.gate.outlines import is_drawn_as_it_says

FAINT = 0.05  # opacity below which nothing is seen
MOST = 8192  # outlines that are remembered: most things stand still from moment to moment


@dataclass(frozen=True)
class SeenText:
    """A line of text as it stands in the picture.

    ``whole``: it is drawn as it says; ``group`` is the same for what one thing holds, now.
    """

    text: str
    box: Box
    size: float
    baseline: float
    bold: bool
    colour: str
    opacity: float
    layer: float
    role: str
    whole: bool
    order: int
    group: int = field(default=0, compare=False, kw_only=True)

    @property
    def name(self) -> str:
        """How a scene may call it in an exemption."""
        return self.text


@dataclass(frozen=True)
class SeenNumber(SeenText):
    """A numeral, what it shows and what it claims to be."""

    value: Fraction | float = 0
    claim: Claim | None = None
    percent: bool = False
    signed: bool = False
    enclosed: bool = False
    places: int | None = None
    counting: bool = False
    cell: Box | None = None  # the frame of the cell that holds it


@dataclass(frozen=True)
class SeenShape:
    """An area or a stroke that is not text.

    ``bleeds`` says how far its component may leave the safe area: not at all, at the ``sides``, or
    ``everywhere`` as a light far behind does.
    """

    box: Box
    fill: str | None
    stroke: str | None
    stroke_width: float
    opacity: float
    layer: float
    role: str
    order: int
    points: np.ndarray = field(repr=False, compare=False)
    bleeds: str = ""

    @property
    def name(self) -> str:
        """How a scene may call it in an exemption: by the classes that hold it."""
        return self.role


@dataclass(frozen=True)
class Moment:
    """What is seen at ``seconds`` in ``beat``; ``settled`` at the end of the beat."""

    beat: str
    seconds: float
    settled: bool
    texts: tuple[SeenText, ...]
    shapes: tuple[SeenShape, ...]

    @property
    def numbers(self) -> tuple[SeenNumber, ...]:
        """The numerals among the texts."""
        return tuple(text for text in self.texts if isinstance(text, SeenNumber))


def look(scene: Scene, beat: str, seconds: float, *, settled: bool) -> Moment:
    """Return what can be seen in a scene now, in the order in which it is painted."""
    texts, shapes = list[SeenText](), list[SeenShape]()
    order, known = 0, set[int]()
    cells = _cells(scene)
    for role, bleeds, group, mobject in _painted(scene):
        if id(mobject) in known:
            continue
        known.add(id(mobject))
        order += 1
        if isinstance(mobject, Label):
            if mobject.has_points() and mobject.fill_rgbas[0, 3] > FAINT:
                texts.append(_text(mobject, role, order, cells.get(id(mobject)), group))
        elif _is_visible(mobject):
            shapes.append(_shape(mobject, role, bleeds, order))
    return Moment(beat, seconds, settled, tuple(texts), tuple(shapes))


Part = tuple[str, str, int, VMobject]


def _painted(scene: Scene) -> list[Part]:
    """Return every drawn part with the path of classes that holds it, lowest layer first."""
    parts = [part for mobject in scene.mobjects for part in _descend(mobject, "", "", 0)]
    return sorted(parts, key=lambda part: part[-1].z_index)


def _descend(mobject: Mobject, path: str, bleeds: str, group: int) -> list[Part]:
    path = f"{path}/{type(mobject).__name__}"
    bleeds = getattr(type(mobject), "bleeds", bleeds)
    own: list[Part] = []
    if isinstance(mobject, VMobject) and mobject.has_points():
        own = [(path, bleeds, group, mobject)]
    parts = (_descend(each, path, bleeds, id(mobject)) for each in mobject.submobjects)
    return own + [part for each in parts for part in each]


def _is_visible(mobject: VMobject) -> bool:
    return any(_painting(mobject))


def _painting(mobject: VMobject) -> tuple[bool, bool]:
    """Tell whether a thing is filled, and whether it has a stroke, that can be seen."""
    drawn = mobject.stroke_rgbas[0, 3] > FAINT and mobject.get_stroke_width() > 0
    return bool(mobject.fill_rgbas[0, 3] > FAINT), bool(drawn)


def box_of(points: np.ndarray) -> Box:
    """Return the box of points in pixels."""
    (left, low), (right, high) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    (x, bottom), (end, y) = to_pixels(left, low), to_pixels(right, high)
    return Box(x, y, end - x, bottom - y)


@lru_cache(maxsize=MOST)
def _outline(points: bytes) -> tuple[Box, np.ndarray]:
    """Return the box of points, and a copy: motions go on moving the original."""
    copied = np.frombuffer(points).reshape(-1, 3)
    return box_of(copied), copied.astype(np.float32)


@lru_cache(maxsize=MOST)
def _colour(rgbas: bytes) -> str:
    """Return the first colour of a gradient."""
    return str(ManimColor(np.frombuffer(rgbas)[:3]).to_hex().upper())


def _cells(scene: Scene) -> dict[int, Box]:
    """Return the frames of cells by the numerals that they hold."""
    found: dict[int, Box] = {}
    for part in scene.get_mobject_family_members():
        if isinstance(part, Cell) and part.frame.has_points():
            frame = box_of(part.frame.points)
            found |= {id(each): frame for each in part.submobjects if isinstance(each, Number)}
    return found


# size, baseline and whether it is whole, of a label as it stands: most stand still
_standing: dict[tuple[str, float, bool, bytes], tuple[float, float, bool]] = {}


def _text(label: Label, role: str, order: int, cell: Box | None, group: int) -> SeenText:
    points = label.points.tobytes()
    key = label.text, label.size, label.bold, points
    if key not in _standing:
        if len(_standing) >= MOST:
            _standing.clear()
        _standing[key] = _size(label), label.baseline(), is_drawn_as_it_says(label)
    size, baseline, whole = _standing[key]
    seen = SeenText(
        text=label.text,
        box=_outline(points)[0],
        size=size,
        baseline=baseline,
        bold=label.bold,
        colour=_colour(label.fill_rgbas.tobytes()),
        opacity=float(label.fill_rgbas[0, 3]),
        layer=label.z_index,
        role=role,
        whole=whole,
        order=order,
        group=group,
    )
    if not isinstance(label, Number):
        return seen
    return SeenNumber(
        **vars(seen),
        value=label.value,
        claim=label.claim,
        percent=label.percent,
        signed=label.signed,
        enclosed=label.enclosed,
        places=label.places,
        counting=label.counting,
        cell=cell,
    )


def _size(label: Label) -> float:
    """Return the size at which the label is drawn, whatever it was made with."""
    drawn = glyph_points(label.text, label.size, label.bold)
    height = np.ptp(drawn[:, 1]) if len(drawn) else 0
    return label.size * (label.height / height) if height else label.size


def _shape(mobject: VMobject, role: str, bleeds: str, order: int) -> SeenShape:
    filled, drawn = _painting(mobject)
    box, points = _outline(mobject.points.tobytes())
    return SeenShape(
        box=box,
        fill=_colour(mobject.fill_rgbas.tobytes()) if filled else None,
        stroke=_colour(mobject.stroke_rgbas.tobytes()) if drawn else None,
        stroke_width=float(mobject.get_stroke_width()),
        opacity=float((mobject.fill_rgbas if filled else mobject.stroke_rgbas)[0, 3]),
        layer=mobject.z_index,
        role=role,
        order=order,
        points=points,
        bleeds=bleeds,
    )
