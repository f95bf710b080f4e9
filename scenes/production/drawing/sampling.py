"""Single frames of a chapter, drawn as they are drawn for the film, and kept nowhere.

To look at one moment nothing else need be drawn: the plays before it are run through, and of its
own play only that frame is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any

from scenes.kit.stage.choices import chapter_class
from scenes.kit.stage.manim_internals import (
    EndSceneEarlyException,
    begin,
    list_update,
    pixels_of,
)
from scenes.production.cache.store import Cache
from scenes.production.drawing.canvas import Canvas, display_list
from scenes.production.drawing.renderer import Recorded, RecordingRenderer
from scenes.production.drawing.running import run
from scenes.production.encoding.colour import Pixels
from scenes.production.planning.inputs import Inputs, take_stock
from scenes.production.planning.keys import base_inputs
from scenes.production.planning.settings import Settings

Pick = Callable[[Recorded, int], Collection[int]]
Take = Callable[[Recorded, int, Pixels], None]


def sample(
    settings: Settings,
    chapter: str,
    pick: Pick,
    take: Take,
    *,
    encode: Callable[[Recorded], bool] = lambda _: False,
    into: Path | None = None,
    whole: bool = True,
) -> Any:
    """Run through a chapter, paint the frames that are picked, and return the scene.

    Parameters
    ----------
    pick : callable
        Told a play and the number of its first frame in the chapter, which of its own frames are
        wanted, counted from 0.
    take : callable
        Given the play, the number of a frame in the chapter, and its pixels, which are its own.
    encode : callable
        Told a play, whether all of it is to be encoded, into the folder ``into``, as for the film.
    whole : bool
        Whether the chapter is to be run to its end; if not, ``pick`` and ``take`` may end it by an
        ``EndSceneEarlyException``, and its numerals are not noted.
    """
    take_stock()
    base = base_inputs(settings, chapter, chapter_class(chapter))
    kept = Cache(into or settings.cache)
    renderer = partial(SamplingRenderer, settings, kept, base, pick, take, encode, whole)
    return run(settings, chapter, renderer)


class SamplingRenderer(RecordingRenderer):
    """A renderer that paints single frames."""

    def __init__(
        self,
        settings: Settings,
        cache: Cache,
        base: Inputs,
        pick: Pick,
        take: Take,
        encode: Callable[[Recorded], bool],
        whole: bool,
    ) -> None:
        super().__init__(settings, cache, base, self._is_wanted, lambda *_: None)
        self._whole = whole
        self._pick, self._take, self._encode = pick, take, encode
        self._picked: Collection[int] = ()
        self._played: Recorded
        self._frame, self._encoding = 0, False

    @property
    def is_for_all(self) -> bool:
        """Whether the scene is run through to its end."""
        return self._whole

    @property
    def _start(self) -> int:
        return sum(play.frames for play in self.file_writer.plays)

    def _is_wanted(self, _: int, play: Recorded) -> bool:
        self._played, self._frame = play, 0
        self._picked = self._pick(play, self._start)
        self._encoding = self._encode(play)
        return bool(self._picked) or self._encoding

    def _draw(self, scene: Any, recorded: Recorded) -> None:
        if self._encoding:
            super()._draw(scene, recorded)
        else:
            self.skip_animations = False
            begin(scene)
            if recorded.still:
                self.render(scene, 0.0)
            else:
                scene.play_internal()
        if recorded.still:  # all of its frames are this one
            self._look(range(1, recorded.frames))

    def render(self, scene: Any, time: float, moving_mobjects: Any = None) -> None:
        """Paint the next frame, if it is wanted."""
        if self.skip_animations:
            return
        if self._encoding:
            super().render(scene, time, moving_mobjects)
        elif self._frame in self._picked or self._played.still:
            self.canvas = self.canvas or Canvas(self.camera)
            self.canvas.draw(display_list(list_update(scene.mobjects, scene.foreground_mobjects)))
        self._look([self._frame])
        self._frame += 1

    def _look(self, frames: Collection[int]) -> None:
        for frame in sorted(set(frames) & set(self._picked)):
            try:
                self._take(self._played, self._start + frame, pixels_of(self.camera).copy())
            except EndSceneEarlyException:
                self.num_plays += 1  # a play that was begun is one: Manim refuses scenes of none
                raise
