"""What we lean on in Manim is there as it was; on another Manim this says what has moved.

``manim_parts.txt`` lists the parts: module by module, with their parameters; and, of those that
are done in another way here, what stands for their source.  Where a line differs, look at what
Manim does now and at ours beside it (``kit/stage/manim_internals.py`` says who uses it), then
change the line.
"""

from __future__ import annotations

import hashlib
import importlib
import inspect
import re
import textwrap
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Camera, Square, VMobject, config

from scenes.kit.stage import choices, manim_internals
from scenes.kit.stage.caption import Caption
from scenes.kit.stage.manim_defaults import manims_own
from scenes.production.drawing import canvas
from scenes.production.drawing.canvas import Canvas, display_list
from scenes.production.drawing.fast_manim import fast_manim
from scenes.production.gate.performance import REHEARSAL
from tests.rehearsal import EXTREMES

LINE = re.compile(r"    (?P<path>[\w.]+)\((?P<form>[^)]*)\)(?:  # (?P<source>\w+))?")
IN_KEY = {
    *("points", "fill_rgbas", "stroke_rgbas", "background_stroke_rgbas", "stroke_width"),
    *("background_stroke_width", "joint_type", "cap_style", "sheen_direction"),
    *("tolerance_for_point_equality",),
}
LOOKED_AT = {  # by the canvas, not in a key
    "background_image": "a thing that has one is drawn by Manim itself",
    "submobjects": "things are drawn one by one",
    "z_index": "the order of drawing is looked at for every frame",
}
NOT_DRAWN = {
    "_bezier_t_values": "n_points_per_cubic_curve as numbers",
    "background_stroke_color": "background_stroke_rgbas is drawn",
    "background_stroke_opacity": "background_stroke_rgbas is drawn",
    "close_new_points": "while points are made",
    "dim": "always 3",
    "fill_opacity": "fill_rgbas is drawn",
    "make_smooth_after_applying_functions": "while points are made",
    "n_points_per_cubic_curve": "always 4",
    "name": "a word",
    "point_hash": "of the other renderer",
    "pre_function_handle_to_anchor_scale_factor": "while points are made",
    "shade_in_3d": "of another camera",
    "sheen_factor": "fill_rgbas has both ends",
    "stroke_opacity": "stroke_rgbas is drawn",
    "target": "what it will become",
    "updaters": "change the attributes",
    "updating_suspended": "change the attributes",
}


def parts() -> list[tuple[str, str, str | None]]:
    """The lines of the list: where a part is, its parameters, and what stands for its source."""
    found, module = [], ""
    text = Path(__file__).with_name("manim_parts.txt").read_text("utf-8")
    for line in text.splitlines():
        if part := LINE.fullmatch(line):
            found.append((f"{module}:{part['path']}", part["form"], part["source"]))
        elif not line.startswith("#"):
            module = line
    return found


def reach(name: str) -> Any:
    module, _, path = name.partition(":")
    part: Any = importlib.import_module(module)
    for each in path.split("."):
        part = getattr(part, each)
    return part


def form(part: Any) -> str:
    """The names of its parameters, or its type where it takes none."""
    if not callable(part) or isinstance(part, type):
        return type(part).__name__
    return " ".join(
        re.split("[:=]", str(each))[0] for each in inspect.signature(part).parameters.values()
    )


def source(part: Any) -> str:
    text = textwrap.dedent(inspect.getsource(part))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@pytest.mark.parametrize(("name", "before", "digest"), parts(), ids=lambda each: str(each)[-60:])
def test_a_part_of_manim_is_what_it_was(name: str, before: str, digest: str | None) -> None:
    part = reach(name)
    assert form(part) == before, f"{name} takes other parameters"
    assert digest is None or source(part) == digest, f"{name} does something else: look at ours"


def test_what_is_replaced_is_in_the_list_with_its_source() -> None:
    listed = {name.rpartition(":")[2]: digest for name, _, digest in parts()}
    replaced = [f"{kind.__name__}.{name}" for kind, name in manim_internals.REPLACED]
    for name in (*replaced, "typst_to_svg_file"):
        assert listed[name]


def test_every_attribute_is_known_for_what_it_does_to_a_picture() -> None:
    """A new one that changes pixels has to be in the key of the canvas, or old pixels stay."""
    known = IN_KEY | LOOKED_AT.keys() | NOT_DRAWN.keys()
    assert set(vars(VMobject())) == known
    source = inspect.getsource(canvas._key)
    assert {name for name in IN_KEY if f"thing.{name}" not in source} == set()


@pytest.mark.parametrize("name", sorted(IN_KEY))
def test_an_attribute_in_the_key_is_looked_at(name: str) -> None:
    thing, other = Square(), Square()
    value = getattr(other, name)
    members = [each for each in getattr(type(value), "__members__", {}).values() if each != value]
    setattr(other, name, members[0] if members else value + 1)
    assert canvas._key(thing) != canvas._key(other)


@pytest.mark.parametrize("chapter", choices.all_chapters())
def test_every_noun_is_drawn_as_manim_draws_it(chapter: str) -> None:
    """At the end of every beat the repaired picture has the pixels of one by Manim alone."""
    scene_class, differing = choices.chapter_class(chapter), {}

    class Compared(scene_class):  # type: ignore[valid-type, misc]
        def beat(self, name: str, *motions: Any, **values: Any) -> None:
            super().beat(name, *motions, **values)
            things = display_list(each for each in self.mobjects if not isinstance(each, Caption))
            ours.draw(things)
            theirs.background_color = self.camera.background_color
            theirs.reset()
            theirs.capture_mobjects(things, include_submobjects=False)
            differing[name] = int((ours.camera.pixel_array != theirs.pixel_array).sum())

    Compared.__module__, Compared.__name__ = scene_class.__module__, scene_class.__name__
    size = {"pixel_width": 384, "pixel_height": 216, "frame_rate": 30}
    with manims_own({**REHEARSAL, **size}), fast_manim():
        theirs, ours = Camera(), Canvas(Camera())
        scene = Compared(example=EXTREMES / "smallest.toml")
        manim_internals.blindfold(scene)
        ours.camera.background_color = scene.theme.background
        ours.camera.reset()
        scene.render()
        assert config.pixel_width == 384
    assert len(differing) > 1
    assert not any(differing.values()), differing
    assert np.ptp(theirs.pixel_array) > 0
