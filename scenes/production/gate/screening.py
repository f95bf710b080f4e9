"""A chapter as it is seen: every frame of it really drawn, and looked at while it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import ceil
from pathlib import Path
from typing import Any

import numpy as np
from manim import Camera, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer

from scenes.kit.stage import Chapter
from scenes.production.gate.contrast import Pixels
from scenes.production.gate.finding import Exemption
from scenes.production.gate.moment import Moment, look
from scenes.production.gate.sight import Graphic, Lettering, survey

PROJECTION = {"dry_run": True, "progress_bar": "none", "disable_caching": True}
WIDTH, HEIGHT, FPS = 854, 480, 15
COARSE = 4  # every so many pixels one is kept of every frame, for what is seen of motion


@dataclass(frozen=True)
class Shot:
    """One moment and its ``picture``; ``ground`` is the same without anything that is written.

    ``moving`` tells that it was taken in the middle of a motion, where things come and go.
    """

    moment: Moment
    moving: bool
    letters: tuple[Lettering, ...]
    graphics: tuple[Graphic, ...]
    picture: Pixels = field(repr=False)
    ground: Pixels = field(repr=False)


@dataclass
class Join:
    """The first and the last frame of a beat."""

    beat: str
    start: float
    first: Pixels = field(repr=False)
    last: Pixels = field(repr=False)


@dataclass(frozen=True)
class Screening:
    """All that the rules with pixels need to know.

    ``frames`` are all frames of the chapter, coarse, each with the number of times it is shown.
    """

    chapter: str
    language: str
    theme: str
    fps: float
    shots: tuple[Shot, ...]
    joins: tuple[Join, ...]
    frames: tuple[tuple[Pixels, int], ...] = field(repr=False)
    exemptions: tuple[Exemption, ...]
    ornaments: tuple[Exemption, ...]

    def beat_at(self, seconds: float) -> str:
        """Return the beat that plays at a time."""
        begun = [join.beat for join in self.joins if join.start <= seconds + 1e-6]
        return begun[-1] if begun else ""


def screen(
    chapter: type[Chapter],
    *,
    example: str | Path | None = None,
    language: str = "en",
    theme: str = "night",
    fps: float = FPS,
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> Screening:
    """Draw every frame of a chapter, and keep what the rules look at; no file is written."""
    look_of_it = {"pixel_width": size[0], "pixel_height": size[1], "frame_rate": fps}
    with tempconfig({**PROJECTION, **look_of_it}):
        projector = Projector(fps)
        chosen = {"example": example, "language": language, "theme": theme}
        scene = _screened(chapter)(renderer=projector, **chosen)
        scene.render()
    return Screening(
        chapter=Path(scene.script.path).stem,
        language=language,
        theme=theme,
        fps=fps,
        shots=tuple(projector.shots),
        joins=tuple(projector.joins),
        frames=tuple(projector.frames),
        exemptions=tuple(Exemption(*entry) for entry in scene.exemptions),
        ornaments=tuple(
            Exemption("graphic_contrast", name, reason)
            for name, reason in sorted(projector.ornaments)
        ),
    )


class Projector(CairoRenderer):
    """A renderer whose frames are looked at and forgotten."""

    def __init__(self, fps: float) -> None:
        super().__init__()
        self.fps = fps
        self.shots: list[Shot] = []
        self.joins: list[Join] = []
        self.frames: list[tuple[Pixels, int]] = []
        self.ornaments: set[tuple[str, str]] = set()
        self._copier, self._begun = Camera(), ""

    def begin_beat(self, name: str) -> None:
        """Let the next frame be the first of a beat."""
        self._begun = name

    def play(self, scene: Any, *animations: Any, **options: Any) -> None:
        """Count the frames of a play from 0."""
        self._frame = 0
        super().play(scene, *animations, **options)

    def render(self, scene: Any, time: float, moving_mobjects: Any = None) -> None:
        """Draw a frame; one in the middle of a motion, and one a second, is looked at."""
        super().render(scene, time, moving_mobjects)
        middle, second = ceil(scene.duration * self.fps) // 2, round(self.fps)
        if self._frame % second == middle % second:
            self.shots.append(self.shoot(scene, moving=True))
        self._frame += 1

    def add_frame(self, frame: Any, num_frames: int = 1) -> None:
        """Take a frame."""
        self.time += num_frames / self.fps
        picture = frame[..., :3]
        if self._begun:
            start = sum(repeat for _, repeat in self.frames) / self.fps
            self.joins.append(Join(self._begun, start, picture, picture))
            self._begun = ""
        if self.joins:
            self.joins[-1].last = picture
        half = COARSE // 2
        self.frames.append((picture[half::COARSE, half::COARSE].copy(), num_frames))

    def freeze_current_frame(self, duration: float) -> None:
        """Hold a frame for as many frames as a motion of that length has."""
        self.add_frame(self.get_frame(), max(1, ceil(duration * self.fps - 1e-6)))

    def shoot(self, scene: Any, *, moving: bool, settled: bool = False) -> Shot:
        """Look at what stands on the stage now."""
        moment = look(scene, scene.now, scene.seconds, settled=settled)
        if moving:
            moment = replace(moment, seconds=moment.seconds + self._frame / self.fps)
        seen = survey(scene)
        self.ornaments |= {(each.name, each.ornament) for each in seen.graphics if each.ornament}
        return Shot(
            moment,
            moving,
            seen.letters,
            tuple(each for each in seen.graphics if not each.ornament),
            self.get_frame()[..., :3] if moving else self._draw(scene, seen.drawn),
            self._draw(scene, seen.unwritten),
        )

    def _draw(self, scene: Any, parts: Any) -> Pixels:
        self._copier.background_color = scene.camera.background_color
        self._copier.reset()
        self._copier.capture_mobjects(parts, include_submobjects=False)
        return self._copier.pixel_array[..., :3].copy()


def _screened(chapter: type[Chapter]) -> type[Any]:
    """Return the chapter's class, with its beats and motions told to the renderer."""

    class Screened(chapter):  # type: ignore[valid-type, misc]
        now = ""

        def next_section(self, name: str = "", *args: Any, **kwargs: Any) -> None:
            self.now = name
            self.renderer.begin_beat(name)
            super().next_section(name, *args, **kwargs)

        def play(self, *args: Any, **kwargs: Any) -> None:
            super().play(*args, **kwargs)
            self.renderer.shots.append(self.renderer.shoot(self, moving=False))

        def beat(self, name: str, *args: Any, **kwargs: Any) -> None:
            super().beat(name, *args, **kwargs)
            shots = self.renderer.shots
            if shots and not shots[-1].moving and shots[-1].moment.beat == name:
                last = shots.pop()
                shots.append(replace(last, moment=replace(last.moment, settled=True)))
            else:
                shots.append(self.renderer.shoot(self, moving=False, settled=True))

    Screened.__module__, Screened.__name__ = chapter.__module__, chapter.__name__
    return Screened


def standing(film: Screening) -> Iterator[Shot]:
    """Go through the shots in which nothing moves."""
    return (shot for shot in film.shots if not shot.moving)
