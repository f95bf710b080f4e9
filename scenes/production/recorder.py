"""How Manim records here: its renderer and its file writer, with our encoder and our cache.

Manim names a segment after a hash of everything on screen, which costs a good part of the drawing.
Here the folder of the segments stands for all that the pictures depend on, so a segment's name is
just the number of its play, and a segment that exists is known to be right.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from manim import BLACK, CairoRenderer, Scene
from manim.scene.scene_file_writer import SceneFileWriter
from PIL import Image

from scenes.production.colour import Pixels, straight
from scenes.production.patience import uninterrupted
from scenes.production.segments import SegmentEncoder
from scenes.production.settings import Settings

OnPlay = Callable[[int], None]


class Recorder(SceneFileWriter):
    """A file writer that keeps one segment per play, and joins nothing."""

    def __init__(self, manim_settings: Any, settings: Settings, folder: Path) -> None:
        self.film_settings, self.folder = settings, folder
        self._last: Pixels | None = None
        super().__init__(manim_settings)

    def segment(self, play: int) -> Path:
        """Return the path, without ending, of the segment of a play."""
        return self.folder / f"{play:05}"

    def is_recorded(self, play: int) -> bool:
        """Tell whether the segment of a play is there, whole, from an earlier run."""
        stem = self.segment(play)
        return all(carrier.segment(stem).exists() for carrier in self.film_settings.carriers)

    def add_partial_movie_file(self, hash_animation: str | None) -> None:
        """Count a play, drawn or kept, into its section."""
        path = str(self.segment(len(self.partial_movie_files)))
        self.partial_movie_files.append(path)
        self.sections[-1].partial_movie_files.append(path)

    def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
        """Encode a frame; the last one of a section becomes its still."""
        self._last = pixels
        super().write_frame(pixels, repeat=repeat)

    def next_section(self, name: str, type_: str, skip_animations: bool) -> None:
        """End a section."""
        self._save_still()
        super().next_section(name, type_, skip_animations)

    def open_partial_movie_stream(self, **options: Any) -> None:
        """Start an encoder."""
        with uninterrupted():
            super().open_partial_movie_stream(**options)

    def close_partial_movie_stream(self) -> None:
        """Let an encoder end, and wait for an earlier one."""
        with uninterrupted():
            super().close_partial_movie_stream()

    def abort_encode_jobs(self, reraise_encoder_failures: bool = False) -> None:
        """Remove what is half done."""
        with uninterrupted():
            super().abort_encode_jobs(reraise_encoder_failures)

    def finish(self) -> None:
        """Wait for the encoders."""
        with uninterrupted():
            self.join_all_encode_jobs()
        self._save_still()
        self.finish_last_section()

    def _save_still(self) -> None:
        if self._last is None:
            return
        pixels, self._last = self._last, None
        shown = straight(pixels) if self.film_settings.transparent else pixels[..., :3]
        Image.fromarray(shown).save(f"{self.partial_movie_files[-1]}.png")

    def _create_segment_encoder(self, target: Path) -> SegmentEncoder:  # type: ignore[override]
        settings = self.film_settings
        return SegmentEncoder(target, settings.carriers, settings.quality)


class RecordingRenderer(CairoRenderer):
    """A renderer that draws only what is not recorded yet.

    Parameters
    ----------
    settings, folder
        What to film, and where the segments are kept.
    on_play : callable
        Told the number of frames after every play.
    only_count : bool
        Run through without drawing anything.
    """

    def __init__(
        self, settings: Settings, folder: Path, on_play: OnPlay, only_count: bool = False
    ) -> None:
        super().__init__(skip_animations=only_count)
        self.film_settings, self.folder, self.on_play = settings, folder, on_play

    def init_scene(self, scene: Scene, session_spec: Any, file_writer_settings: Any) -> None:
        """Give the scene its recorder."""
        self.file_writer = Recorder(file_writer_settings, self.film_settings, self.folder)

    def play(self, scene: Scene, *animations: Any, **options: Any) -> None:
        """Play, and say how many frames that was."""
        if self.film_settings.transparent and self.camera.background_color is not BLACK:
            self.camera.background_color = BLACK  # a ground of no opacity still stains the edges
        super().play(scene, *animations, **options)
        self.on_play(self._frames(scene.duration))

    def update_skipping_status(self) -> None:
        """Draw nothing that is recorded."""
        super().update_skipping_status()
        if self.file_writer.is_recorded(self.num_plays):
            self.skip_animations = True

    def save_static_frame_data(self, scene: Scene, static_mobjects: Any) -> Any:
        """Draw the ground of a play once, unless the play is not drawn at all."""
        self.static_image = None
        if self.skip_animations:
            return None
        return super().save_static_frame_data(scene, static_mobjects)

    def update_frame(self, scene: Scene, *arguments: Any, **options: Any) -> None:
        """Draw a frame, unless it would be thrown away."""
        if not self.skip_animations:
            super().update_frame(scene, *arguments, **options)

    def freeze_current_frame(self, duration: float) -> None:
        """Hold a frame for as many frames as a motion of that length has.

        Manim cuts the fraction off here and rounds it up where something moves.
        """
        if not self.skip_animations:
            self.add_frame(self.get_frame(), num_frames=self._frames(duration))

    def _frames(self, duration: float) -> int:
        return max(1, math.ceil(duration * self.film_settings.quality.fps - 1e-6))
