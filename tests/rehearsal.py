"""Run a chapter from its first beat to its last without a picture, and see what stands there."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from math import ceil
from pathlib import Path
from typing import Any

import manim
import pytest
from manim import Camera, Mobject, VMobject, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer

from mathcore.listing import files_in
from scenes.kit.ground.frame import Box, to_pixels
from scenes.kit.ground.text import Number
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.choices import EXAMPLES, SCENES
from scenes.kit.stage.manim_internals import begin
from scenes.production.drawing.fast_manim import fast_manim
from scenes.production.gate import performance as performances
from scenes.production.gate.performance import Performance

FRAME_RATE = 30
EXTREMES = Path(__file__).parent / "examples"
SHIPPED = files_in(EXAMPLES, "*.toml")
manim.logger.setLevel("ERROR")


@cache
def chapters() -> dict[str, type[Chapter]]:
    """Return every scene that a file of ``scenes/`` defines, by the name of the file."""
    found = {}
    for path in files_in(SCENES, "[!_]*.py"):
        module = importlib.import_module(f"scenes.{path.stem}")
        for each in vars(module).values():
            own = isinstance(each, type) and each.__module__ == module.__name__
            if own and issubclass(each, Chapter):
                found[path.stem] = each
    return found


class Unseeing(Camera):
    """A camera that draws nothing: where things stand is known without it, in half the time."""

    def capture_mobjects(self, mobjects: Any, **kwargs: Any) -> None:
        """Look away."""


class Rehearsal(Chapter):
    """A chapter that notes the names of its sections, and its length in frames."""

    frames = 0

    def play(self, *animations: Any, **kwargs: Any) -> None:
        """Count what a film of it would have."""
        super().play(*animations, **kwargs)
        self.frames += ceil(self.duration * FRAME_RATE)

    def next_section(self, name: str = "unnamed", *args: Any, **kwargs: Any) -> None:
        """Note the name."""
        self.sections = [*getattr(self, "sections", []), name]
        super().next_section(name, *args, **kwargs)


def rehearse(chapter: type[Chapter], media: Path, *, seen: bool = False, **chosen: Any) -> Any:
    """Run a chapter with the last moment of every play only; ``seen`` draws those, small."""
    config = {
        "dry_run": True,
        "media_dir": str(media),
        "frame_rate": FRAME_RATE,
        "pixel_width": 320,
        "pixel_height": 180,
        "disable_caching": True,
        "progress_bar": "none",
    }
    with tempconfig(config), fast_manim():
        camera = Camera if seen else Unseeing
        renderer = CairoRenderer(camera_class=camera, skip_animations=True)
        scene = _rehearsed(chapter)(renderer=renderer, **chosen)
        if not seen:  # to sort what moves from what stands serves the drawing alone
            scene.begin_animations = partial(begin, scene)
        scene.render()
    return scene


def rehearse_for_the_gate(chapter: type[Chapter], **chosen: Any) -> tuple[Any, Performance]:
    """Run a chapter as the gate does; return it, and what the gate saw."""
    kept: list[Any] = []

    def construct(self: Any) -> None:
        kept.append(self)
        chapter.construct(self)

    rehearsed = _rehearsed(chapter, construct=construct)
    performance = performances.rehearse(rehearsed, **chosen, frame_rate=FRAME_RATE)
    return kept[0], performance


def performed(
    name: str,
    *,
    example: Path | None = None,
    layer: Path | None = None,
    language: str = "en",
    theme: str = "night",
) -> tuple[Any, Performance]:
    """Rehearse a chapter of ours once for all tests that look at it so; nobody changes it.

    No program can be found meanwhile: no latex, no typst, no ffmpeg.
    """
    return _performed(name, example, layer, language, theme)


@lru_cache(maxsize=4)  # the four looks of one chapter: tests that share them are of one group
def _performed(
    name: str, example: Path | None, layer: Path | None, language: str, theme: str
) -> tuple[Any, Performance]:
    chosen = {"example": example, "layer": layer, "language": language, "theme": theme}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        return rehearse_for_the_gate(chapters()[name], **chosen)


def of_one_look(name: str) -> Any:
    """Mark what looks at a chapter as it usually is: one worker rehearses that for all of them."""
    return pytest.mark.xdist_group(f"look of {name}")


def _rehearsed(chapter: type[Chapter], **body: Any) -> type[Any]:
    body["__module__"] = chapter.__module__
    return type(chapter.__name__, (Rehearsal, chapter), body)


def pixel_box(mobject: Mobject) -> Box:
    """Return the box of what is drawn of a mobject, in pixels."""
    (left, top), (right, bottom) = (
        to_pixels(*mobject.get_corner(corner)[:2]) for corner in (manim.UL, manim.DR)
    )
    return Box(left, top, right - left, bottom - top)


def numbers(scene: Chapter) -> Iterator[tuple[float, float, Number]]:
    """Yield every number that can be seen on the stage, with its middle in pixels."""
    for mobject in scene.get_mobject_family_members():
        if isinstance(mobject, Number) and is_seen(mobject):
            yield *pixel_box(mobject).centre, mobject


def is_seen(mobject: VMobject) -> bool:
    """Tell whether a mobject has an outline and is not transparent."""
    opacity = max(mobject.get_fill_opacity(), mobject.get_stroke_opacity())
    return bool(mobject.has_points() and opacity > 0)


def texts_in(scene: Chapter, box: Box) -> list[str]:
    """Return the numbers seen within a box, from left to right."""
    inside = [
        (x, number.text)
        for x, y, number in numbers(scene)
        if box.x < x < box.right and box.y < y < box.bottom
    ]
    return [text for _, text in sorted(inside)]
