"""Stills of what a rule has found, with the place outlined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from manim import config
from PIL import Image, ImageDraw

from scenes.kit.ground.frame import WIDTH, Box
from scenes.kit.ground.theme import MARK, MARK_RIM
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.manim_defaults import manims_own
from scenes.kit.stage.manim_internals import jump_to_the_ends
from scenes.production.cache.files import replacing
from scenes.production.drawing.formulas import own_formulas
from scenes.production.gate.finding import Row
from scenes.production.gate.performance import REHEARSAL

SIZE = {"pixel_width": 960, "pixel_height": 540}
SCALE = SIZE["pixel_width"] / WIDTH
ROOM = 16.0  # pixels between the thing and the line around it

Pictures = Mapping[int, Image.Image]


def draw_stills(
    chapter: type[Chapter],
    chosen: Mapping[str, Any],
    rows: Sequence[Row],
    folder: Path,
    *,
    frame_rate: float,
    first: int = 1,
) -> tuple[Path | None, ...]:
    """Draw the picture of every row that has a place; the rows are counted from ``first``."""
    placed = [row for row in rows if row.finding.box is not None]
    if not placed:
        return (None,) * len(rows)
    frames = {id(row): round(row.finding.seconds * frame_rate) for row in placed}
    pictures = _pictures(chapter, chosen, frozenset(frames.values()), frame_rate)
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(
        _save(_outlined(pictures[frames[id(row)]], row.finding.box), folder / _name(number, row))
        if id(row) in frames
        else None
        for number, row in enumerate(rows, first)
    )


def clear_away(folder: Path) -> None:
    """Remove the stills of an earlier run."""
    for path in folder.glob("*.png"):
        path.unlink()


def _name(number: int, row: Row) -> str:
    return "-".join([f"{number:02}", *filter(None, (row.finding.beat, row.rule))]) + ".png"


def _save(image: Image.Image, path: Path) -> Path:
    with replacing(path) as half:
        image.save(half, format="PNG")
    return path


def _outlined(picture: Image.Image, box: Box | None) -> Image.Image:
    image = picture.copy()
    if box is not None:
        around = box.grown(ROOM)
        edges = [SCALE * edge for edge in (around.x, around.y, around.right, around.bottom)]
        corners = [max(2, edges[0]), max(2, edges[1])]
        corners += [min(image.width - 3, edges[2]), min(image.height - 3, edges[3])]
        if corners[0] < corners[2] and corners[1] < corners[3]:  # some of it is in the frame
            draw = ImageDraw.Draw(image)
            draw.rectangle(corners, outline=MARK_RIM, width=4)
            draw.rectangle(corners, outline=MARK, width=2)
    return image


def _pictures(
    chapter: type[Chapter], chosen: Mapping[str, Any], frames: frozenset[int], frame_rate: float
) -> Pictures:
    """Play a chapter, drawing nothing but the wanted frames; what lies after its end is its end."""
    with manims_own({**REHEARSAL, **SIZE, "frame_rate": frame_rate}), own_formulas():
        scene = _illustrated(chapter, frames)(**chosen)
        jump_to_the_ends(scene)
        for painting in ("update_frame", "save_static_frame_data"):
            setattr(scene.renderer, painting, lambda *_, **__: None)
        scene.renderer.render = lambda _scene, time, *_: scene.draw_on_the_way(time)
        scene.render()
        end = scene.draw()
    return {frame: scene.drawn.get(frame, end) for frame in frames}


def _illustrated(chapter: type[Chapter], frames: frozenset[int]) -> type[Any]:
    """Return the chapter with a camera that opens at some frames only."""

    class Illustrated(chapter):  # type: ignore[valid-type, misc]
        def __init__(self, **kwargs: Any) -> None:
            self.drawn: dict[int, Image.Image] = {}
            self.stops: dict[float, int] = {}
            super().__init__(**kwargs)

        def get_time_progression(self, run_time: float, *_: Any, **__: Any) -> Any:
            """Stop at the wanted frames on the way to the end of a motion."""
            missing = frames - self.drawn.keys()
            times = {(frame - self._frames) / config.frame_rate: frame for frame in missing}
            self.stops = {time: frame for time, frame in times.items() if 0 <= time < run_time}
            return _Times([*sorted(self.stops), run_time])

        def draw_on_the_way(self, time: float) -> None:
            if time in self.stops:
                self.drawn[self.stops[time]] = self.draw()

        def play(self, *args: Any, **kwargs: Any) -> None:
            before = self._frames
            super().play(*args, **kwargs)
            passed = {frame for frame in frames if before < frame <= self._frames}
            for frame in passed - self.drawn.keys():  # the end, and the middle of a pause
                self.drawn[frame] = self.draw()

        def draw(self) -> Image.Image:
            camera = self.renderer.camera
            camera.reset()
            camera.capture_mobjects(self.mobjects)
            return Image.fromarray(camera.pixel_array.copy()).convert("RGB")

    Illustrated.__module__, Illustrated.__name__ = chapter.__module__, chapter.__name__
    return Illustrated


class _Times(list[float]):
    """The times of a motion, in place of Manim's bar over them."""

    def close(self) -> None:
        """End, as a bar does."""
