"""A chapter as it is seen: every frame of it really drawn, and looked at while it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

from manim import CairoRenderer, Camera

from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.manim_defaults import manims_own
from scenes.kit.stage.manim_internals import begin, list_update
from scenes.production.drawing.canvas import display_list
from scenes.production.drawing.fast_manim import fast_manim
from scenes.production.drawing.formulas import own_formulas
from scenes.production.gate.contrast import Pixels
from scenes.production.gate.finding import Exemption
from scenes.production.gate.packed import Packed, pack
from scenes.production.gate.paper import Paper
from scenes.production.gate.sight import Graphic, Lettering, survey

PROJECTION = {"dry_run": True, "progress_bar": "none", "disable_caching": True}
WIDTH, HEIGHT, FPS = 854, 480, 15
COARSE = 4  # every so many pixels one is kept of every frame, for what is seen of motion


@dataclass(frozen=True)
class Shot:
    """One moment: its ``picture``, and its ``ground``, the same without anything that is written.

    ``moving`` tells that it was taken in the middle of a motion: its letters are those that stand
    still, and of its graphics nothing is said, for they may be coming or going.  ``settled`` tells
    that it is the end of a beat.
    """

    beat: str
    seconds: float
    moving: bool
    settled: bool
    letters: tuple[Lettering, ...]
    graphics: tuple[Graphic, ...]
    painted: Packed = field(repr=False)
    unwritten: Packed = field(repr=False)

    @property
    def picture(self) -> Pixels:
        """The moment as it is seen."""
        return self.painted.open()

    @property
    def ground(self) -> Pixels:
        """The moment without its letters."""
        return self.unwritten.open()


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

    ``coarse`` are all frames of the chapter, of every few pixels one.
    """

    chapter: str
    language: str
    theme: str
    fps: float
    shots: tuple[Shot, ...]
    joins: tuple[Join, ...]
    coarse: tuple[tuple[Packed, int], ...] = field(repr=False)
    exemptions: tuple[Exemption, ...]
    ornaments: tuple[Exemption, ...]

    @property
    def frames(self) -> Iterator[tuple[Pixels, int]]:
        """Go through the frames, each with the number of times it is shown."""
        return ((packed.open(), times) for packed, times in self.coarse)

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
    layer: str | Path | None = None,
    fps: float = FPS,
    size: tuple[int, int] = (WIDTH, HEIGHT),
) -> Screening:
    """Draw every frame of a chapter, and keep what the rules look at; no file is written."""
    look_of_it = {"pixel_width": size[0], "pixel_height": size[1], "frame_rate": fps}
    with manims_own({**PROJECTION, **look_of_it}), own_formulas(), fast_manim():
        projector = Projector(fps)
        chosen = {"example": example, "language": language, "theme": theme, "layer": layer}
        scene = _screened(chapter)(renderer=projector, **chosen)
        scene.begin_animations = partial(begin, scene)
        scene.render()
    shots = tuple(projector.shots)
    return Screening(
        chapter=Path(scene.script.path).stem,
        language=language,
        theme=theme,
        fps=fps,
        shots=tuple(at_rest(shots, n) for n in range(len(shots))),
        joins=tuple(projector.joins),
        coarse=tuple(projector.frames),
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
        self.frames: list[tuple[Packed, int]] = []
        self.ornaments: set[tuple[str, str]] = set()
        self._stage, self._ground, self._begun = Paper(self.camera), Paper(Camera()), ""

    def begin_beat(self, name: str) -> None:
        """Let the next frame be the first of a beat."""
        self._begun = name

    def play(self, scene: Any, *animations: Any, **options: Any) -> None:
        """Count the frames of a play from 0."""
        self._frame = 0
        super().play(scene, *animations, **options)

    def save_static_frame_data(self, scene: Any, static_mobjects: Any) -> None:
        """Keep nothing: the canvas knows what stands still."""

    def update_frame(self, scene: Any, *_: Any, **__: Any) -> None:
        """Draw what has changed."""
        self._stage.draw(display_list(list_update(scene.mobjects, scene.foreground_mobjects)))

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
        self.frames.append((pack(picture[half::COARSE, half::COARSE]), num_frames))

    def freeze_current_frame(self, duration: float) -> None:
        """Hold a frame for as many frames as a motion of that length has."""
        self.add_frame(self.get_frame(), max(1, ceil(duration * self.fps - 1e-6)))

    def shoot(self, scene: Any, *, moving: bool) -> Shot:
        """Look at what stands on the stage now."""
        if not moving:
            self.update_frame(scene)
        seen = survey(scene, graphics=not moving)
        self.ornaments |= seen.ornaments
        self._lay_the_ground()
        self._ground.draw(seen.unwritten)
        return Shot(
            scene.now,
            scene.seconds + moving * self._frame / self.fps,
            moving,
            False,
            seen.letters,
            seen.graphics,
            self._stage.packed,
            self._ground.packed,
        )

    def _lay_the_ground(self) -> None:
        ground = self._ground.camera
        if ground.background_color is not self.camera.background_color:
            ground.background_color = self.camera.background_color


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
            if not self.is_current_animation_frozen_frame():  # else all is as it was before
                self.renderer.shots.append(self.renderer.shoot(self, moving=False))

        def beat(self, name: str, *args: Any, **kwargs: Any) -> None:
            super().beat(name, *args, **kwargs)
            shots = self.renderer.shots
            if not shots or shots[-1].beat != name:
                shots.append(self.renderer.shoot(self, moving=False))
            shots[-1] = replace(shots[-1], seconds=self.seconds, settled=True)

    Screened.__module__, Screened.__name__ = chapter.__module__, chapter.__name__
    return Screened


def at_rest(shots: Sequence[Shot], n: int) -> Shot:
    """Return a shot; of one that is moving only the letters that also stand before or after it."""
    if not shots[n].moving:
        return shots[n]
    standing = [next((s for s in side if not s.moving), None) for side in (shots[n::-1], shots[n:])]
    others = [each for shot in standing if shot is not None for each in shot.letters]
    kept = (each for each in shots[n].letters if any(map(each.is_still, others)))
    return replace(shots[n], letters=tuple(kept))


def standing(film: Screening) -> Iterator[Shot]:
    """Go through the shots in which nothing moves."""
    return (shot for shot in film.shots if not shot.moving)
