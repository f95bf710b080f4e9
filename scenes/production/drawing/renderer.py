"""How Manim records here: its renderer and its file writer, with our canvas, encoder and cache.

Manim names a segment after a hash of everything on screen, which costs a good part of the drawing,
and draws and encodes a play whole.  Here a play is named by what it depends on, is drawn only if it
is asked for and not kept already, and each frame is only what has changed since the one before.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manim import BLACK, CairoRenderer, Scene
from PIL import Image

from scenes.kit.stage.manim_internals import (
    EndSceneEarlyException,
    SceneFileWriter,
    begin,
    list_update,
)
from scenes.production.cache.entries import still_of
from scenes.production.cache.store import Cache
from scenes.production.drawing.canvas import Canvas, display_list
from scenes.production.encoding.colour import Pixels, straight
from scenes.production.encoding.segments import SegmentEncoder
from scenes.production.planning.inputs import Inputs
from scenes.production.planning.keys import play_key
from scenes.production.planning.settings import Settings
from scenes.production.workers.signals import uninterrupted

OnPlay = Callable[[int, bool], None]


@dataclass(frozen=True)
class Recorded:
    """A play that was run through, drawn or not."""

    beat: str
    step: tuple[str, int]
    key: str
    frames: int
    still: bool


Wanted = Callable[[int, Recorded], bool]


class Recorder(SceneFileWriter):
    """A file writer that keeps one segment per play, and joins nothing."""

    encoder: SegmentEncoder | None = None

    def __init__(
        self, manim_settings: Any, settings: Settings, cache: Cache, base: Inputs, *, dense: bool
    ) -> None:
        self.film_settings, self.cache, self.base = settings, cache, base
        carriers = settings.carriers
        self.carriers = [each.for_dense_pictures() if dense else each for each in carriers]
        self.plays: list[Recorded] = []
        self._last: tuple[Path, Pixels] | None = None
        super().__init__(manim_settings)

    def next_section(self, name: str, type_: str, skip_animations: bool) -> None:
        """Begin a beat; the last frame of the one before becomes its still."""
        self.save_still()
        super().next_section(name, type_, skip_animations)

    @property
    def beat(self) -> str:
        """The beat that is being played."""
        return str(self.sections[-1].name)

    def step(self, name: str) -> tuple[str, int]:
        """Return the name of the next play in its beat, and how often it was there before.

        Under another wording a beat has other plays, for what need not be read longer is not held
        longer.  So a play is called by what it is, and not by how many came before it.
        """
        return name, sum((play.beat, play.step[0]) == (self.beat, name) for play in self.plays)

    def begin_segment(self, key: str) -> None:
        """Start an encoder."""
        settings, stem = self.film_settings, self.cache.stem(key)
        with uninterrupted():
            self.encoder = SegmentEncoder(self.cache, stem, self.carriers, settings.quality)

    def end_segment(self, key: str, pixels: Pixels) -> None:
        """Keep a segment, unless it is not any more what its key says."""
        self.base.require_unchanged()
        with uninterrupted():
            if self.encoder:
                self.encoder.finish()
            self.encoder = None
        self._last = self.cache.stem(key), pixels

    def abort_encode_jobs(self, reraise_encoder_failures: bool = False) -> None:
        """Remove what is half done."""
        with uninterrupted():
            if self.encoder:
                self.encoder.abort()
            self.encoder = None

    def finish(self) -> None:
        """Keep the last still."""
        self.save_still()

    def save_still(self) -> None:
        """Keep the last frame that was drawn as a picture."""
        last, self._last = self._last, None
        if last is None:
            return
        stem, pixels = last
        png = png_of(pixels, transparent=self.film_settings.transparent)
        self.base.require_unchanged()
        self.cache.put(still_of(stem), png)


def png_of(pixels: Pixels, *, transparent: bool) -> bytes:
    """Return the camera's pixels as a PNG file."""
    png = io.BytesIO()
    Image.fromarray(straight(pixels) if transparent else pixels[..., :3]).save(png, "PNG")
    return png.getvalue()


class RecordingRenderer(CairoRenderer):
    """A renderer that draws only what is wanted.

    Parameters
    ----------
    settings, cache, base
        What to film, where the segments are kept, and what their keys begin with.
    wanted : callable
        Told the number of a play and what it is, whether it is to be drawn.
    on_play : callable
        Told the number of frames after every play, and whether it was drawn.
    until : int or None
        Stop after this play.
    """

    def __init__(
        self,
        settings: Settings,
        cache: Cache,
        base: Inputs,
        wanted: Wanted,
        on_play: OnPlay,
        until: int | None = None,
    ) -> None:
        super().__init__()
        self.film_settings, self.cache, self.base = settings, cache, base
        self.wanted, self.on_play, self.until = wanted, on_play, until
        self.canvas: Canvas | None = None

    @property
    def is_for_all(self) -> bool:
        """Whether the scene is run through to its end."""
        return self.until is None

    def init_scene(self, scene: Scene, session_spec: Any, file_writer_settings: Any) -> None:
        """Give the scene its recorder."""
        dense = getattr(scene, "dense", False)
        self.file_writer = Recorder(
            file_writer_settings, self.film_settings, self.cache, self.base, dense=dense
        )

    def play(self, scene: Scene, *animations: Any, **options: Any) -> None:
        """Run through a play, and draw it if that is to be done here."""
        if self.film_settings.transparent and self.camera.background_color is not BLACK:
            self.camera.background_color = BLACK  # a ground of no opacity still stains the edges
        self.skip_animations = True  # until it is known what this play is
        scene.compile_animation_data(*animations, **options)
        recorded = self._recorded(scene)
        drawn = self.wanted(self.num_plays, recorded)
        if drawn:
            self._draw(scene, recorded)
        else:
            self._run_through(scene)
        self.num_plays += 1
        self.file_writer.plays.append(recorded)
        self.on_play(recorded.frames, drawn)
        if self.num_plays - 1 == self.until:
            self.file_writer.save_still()
            raise EndSceneEarlyException

    def _recorded(self, scene: Any) -> Recorded:
        beat, frames = self.file_writer.beat, self._frames(scene.duration)
        step = self.file_writer.step(getattr(scene, "step", "play"))
        what = (step[0], str(step[1]), *(type(each).__name__ for each in scene.animations))
        key = play_key(self.base.key, beat, what, frames, getattr(scene, "shown_lines", ()))
        return Recorded(beat, step, key, frames, scene.is_current_animation_frozen_frame())

    def _run_through(self, scene: Any) -> None:
        self.time += scene.duration
        begin(scene)
        if not scene.is_current_animation_frozen_frame():
            scene.play_internal()

    def _draw(self, scene: Any, recorded: Recorded) -> None:
        self.skip_animations = False
        self.file_writer.begin_segment(recorded.key)
        self._fresh = True
        begin(scene)
        if recorded.still:
            self.render(scene, 0.0)
            self.add_frame(self.camera.pixel_array, recorded.frames - 1)
        else:
            scene.play_internal()
        if (encoded := self.file_writer.encoder.frames) != recorded.frames:
            raise RuntimeError(f"a play of {recorded.frames} frames was drawn in {encoded}")
        self.file_writer.end_segment(recorded.key, self.camera.pixel_array.copy())

    def render(self, scene: Scene, time: float, moving_mobjects: Any = None) -> None:
        """Draw what has changed, and encode it; or let the last picture stand."""
        if self.skip_animations:
            return
        self.canvas = self.canvas or Canvas(self.camera)
        things = display_list(list_update(scene.mobjects, scene.foreground_mobjects))
        damage = self.canvas.draw(things)
        if damage or self._fresh:
            self._fresh = False
            self.time += 1 / self.camera.frame_rate
            self.file_writer.encoder.write_frame(self.camera.pixel_array, damage)
        else:
            self.add_frame(self.camera.pixel_array)

    def add_frame(self, frame: Any, num_frames: int = 1) -> None:
        """Let the picture stand."""
        self.time += num_frames / self.camera.frame_rate
        if num_frames:
            self.file_writer.encoder.hold(num_frames)

    def _frames(self, duration: float) -> int:
        """Return the number of frames of a play.

        Where nothing moves Manim cuts the fraction off, and rounds it up where something does.
        """
        return max(1, math.ceil(duration * self.film_settings.quality.fps - 1e-6))

    def scene_finished(self, scene: Scene) -> None:
        """Keep the last still."""
        self.file_writer.finish()
