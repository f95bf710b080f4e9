"""Let Manim run through a chapter, and note what was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
from manim import tempconfig

from scenes.kit.choices import chapter_class
from scenes.kit.stage import Chapter
from scenes.production.film import FilmedBeat, FilmedChapter, shifted
from scenes.production.gate.noting import note
from scenes.production.gate.performance import watched
from scenes.production.gate.receipts import receipts_of
from scenes.production.material import arguments
from scenes.production.outcome import SceneError
from scenes.production.progress import Advance, Report
from scenes.production.recorder import RecordingRenderer
from scenes.production.settings import Settings
from scenes.production.shelf import Shelf


def film_chapter(settings: Settings, chapter: str, report: Report) -> FilmedChapter:
    """Record every play of a chapter that is not recorded yet, and return the whole."""
    scene_class = chapter_class(chapter)
    shelf = Shelf(settings, chapter, scene_class)
    with tempconfig(_manim_settings(settings, shelf.media)):
        total = shelf.remembered_frames() or _run(scene_class, settings, shelf, None).frames
        meter = Meter(chapter, total, report)
        _run(_noted(scene_class), settings, shelf, meter)
    shelf.remember(meter.frames)
    return _filmed(chapter, meter.scene, settings)


def _noted(scene_class: type) -> type:
    """Return a chapter that notes its numerals while it plays; other scenes have none to note."""
    return watched(scene_class, note) if issubclass(scene_class, Chapter) else scene_class


class Meter:
    """Counts frames; passes them on where someone wants to know."""

    scene: Any = None

    def __init__(self, chapter: str, total: int, report: Report | None) -> None:
        self.chapter, self.total, self.report, self.frames = chapter, total, report, 0

    def __call__(self, frames: int) -> None:
        """Add the frames of a play."""
        self.frames += frames
        if self.report:
            self.report(Advance(self.chapter, self.frames, max(self.total, self.frames)))


def _run(scene_class: type, settings: Settings, shelf: Shelf, meter: Meter | None) -> Meter:
    """Run through the scene; without a meter of the caller, only count its frames."""
    counter = meter or Meter("", 0, None)
    renderer = RecordingRenderer(settings, shelf.segments, counter, only_count=meter is None)
    counter.scene = scene_class(
        **arguments(settings, scene_class),
        captions=settings.captions,
        renderer=renderer,
    )
    try:
        counter.scene.render()
    except OSError:
        raise  # a full disk is not the scene's fault
    except Exception as error:
        raise SceneError(_fault(renderer, settings, error)) from error
    return counter


def _fault(renderer: RecordingRenderer, settings: Settings, error: Exception) -> str:
    beat = renderer.file_writer.sections[-1].name
    return (
        f'beat "{beat}", example "{settings.example_name}": '
        f"{type(error).__name__}: {error}{_place(error)}"
    )


def _place(error: Exception) -> str:
    """Return where in this project the error arose."""
    place, step = "", error.__traceback__
    while step:
        path = Path(step.tb_frame.f_code.co_filename)
        if "site-packages" not in path.parts and "production" not in path.parts:
            place = f" ({path.name}, line {step.tb_lineno})"
        step = step.tb_next
    return place


def _manim_settings(settings: Settings, media: Path) -> dict[str, Any]:
    quality = settings.quality
    return {
        "pixel_width": quality.width,
        "pixel_height": quality.height,
        "frame_rate": quality.fps,
        "media_dir": str(media.absolute()),
        "background_opacity": 0.0 if settings.transparent else 1.0,
        "format": "mov" if settings.transparent else "mp4",
        "disable_caching": True,  # the recorder knows better what can be used again
        "verbosity": "CRITICAL",
        "progress_bar": "none",
        "max_inflight_encoders": 2,
        "encoder_queue_size": 4,
        "preview": False,
        "dry_run": False,
        "save_sections": False,
        "log_to_file": False,
    }


def _filmed(chapter: str, scene: Any, settings: Settings) -> FilmedChapter:
    told = {beat.name: beat for beat in scene.timeline}
    beats: list[FilmedBeat] = []
    clock = 0
    for section in scene.renderer.file_writer.sections:
        segments = tuple(Path(path) for path in section.partial_movie_files)
        start, carrier = clock, settings.carriers[0]
        clock += sum(count_frames(carrier.segment(segment)) for segment in segments)
        span = start / settings.quality.fps, clock / settings.quality.fps
        beats.append(_filmed_beat(section.name, span, segments, told.get(section.name)))
    return FilmedChapter(chapter, dict(scene.script.title), tuple(beats), _receipts(scene))


def _receipts(scene: Any) -> tuple[dict[str, Any], ...]:
    if not isinstance(scene, Chapter):
        return ()
    return receipts_of(scene.ledger(), scene.moments, scene.timeline)


def _filmed_beat(
    name: str, span: tuple[float, float], segments: tuple[Path, ...], told: Any
) -> FilmedBeat:
    """Put what the scene says of a beat onto the frames that were encoded."""
    if told is None:
        return FilmedBeat(name, *span, segments, (), None, None)
    cues = shifted(told.cues, span[0] - told.start)
    return FilmedBeat(name, *span, segments, cues, _plain(told.title), _plain(told.notes))


def _plain(text: Any) -> dict[str, str] | None:
    return None if text is None else dict(text)


def count_frames(path: Path) -> int:
    """Return the number of pictures in a video file."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        return stream.frames or sum(packet.size > 0 for packet in container.demux(stream))
