"""The lossless pictures of a chapter, play by play, as they come from the canvas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scenes.kit.stage.choices import chapter_class
from scenes.kit.stage.manim_defaults import manims_own
from scenes.production.cache.store import Cache
from scenes.production.drawing.dirty_region import Damage
from scenes.production.drawing.manim_settings import manim_settings
from scenes.production.drawing.renderer import Recorder, RecordingRenderer
from scenes.production.encoding.colour import Pixels
from scenes.production.planning.inputs import Inputs
from scenes.production.planning.material import arguments
from scenes.production.planning.settings import Settings

Wanted = Callable[[int], bool]


@dataclass
class Shot:
    """One play: its pictures in RGBA, for how many frames each stands, and where it is new."""

    pictures: list[Pixels] = field(default_factory=list)
    stands: list[int] = field(default_factory=list)
    damages: list[Damage | None] = field(default_factory=list)
    dense: bool = False  # whether it is encoded coarser

    @property
    def frames(self) -> int:
        """How long it is."""
        return sum(self.stands)

    def write_frame(self, pixels: Pixels, damage: Damage | None = None) -> None:
        """Take the next picture."""
        self.pictures.append(pixels.copy())
        self.stands.append(1)
        self.damages.append(damage)

    def hold(self, frames: int = 1) -> None:
        """Let the last picture stand for more frames."""
        self.stands[-1] += frames

    def finish(self) -> None:
        """Nothing is to be kept."""

    abort = finish


def show_plays(
    settings: Settings, chapter: str, wanted: Wanted, show: Callable[[int, Shot], None]
) -> None:
    """Draw the plays that are wanted; show each with its number, then let go of it."""
    scene_class = chapter_class(chapter)
    with manims_own(manim_settings(settings)):
        renderer = _Showing(settings, wanted, show)
        scene: Any = scene_class(
            **arguments(settings, scene_class), captions=settings.captions, renderer=renderer
        )
        scene.render()


class _Showing(RecordingRenderer):
    """Draws as when a film is made, and keeps nothing."""

    def __init__(
        self, settings: Settings, wanted: Wanted, show: Callable[[int, Shot], None]
    ) -> None:
        cache, base = Cache(settings.cache), Inputs("bench")
        super().__init__(settings, cache, base, lambda play, _: wanted(play), lambda *_: None)
        self._show = show

    def init_scene(self, scene: Any, session_spec: Any, file_writer_settings: Any) -> None:
        dense = getattr(scene, "dense", False)
        recorder = _Projector(
            file_writer_settings, self.film_settings, self.cache, self.base, dense=dense
        )
        recorder.dense = dense
        recorder.show = lambda shot: self._show(self.num_plays, shot)
        self.file_writer = recorder


class _Projector(Recorder):
    """Shows what it should keep."""

    show: Callable[[Shot], None]
    dense: bool

    def begin_segment(self, key: str) -> None:
        self.encoder: Any = Shot(dense=self.dense)

    def end_segment(self, key: str, pixels: Pixels) -> None:
        shot, self.encoder = self.encoder, None
        self.show(shot)
