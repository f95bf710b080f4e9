"""Let Manim run through a chapter: to plan it, or to draw some of its plays."""

from __future__ import annotations

import sysconfig
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import scenes.production
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.choices import chapter_class
from scenes.kit.stage.manim_defaults import manims_own
from scenes.kit.stage.script import LANGUAGES, ScriptError
from scenes.kit.stage.timeline import BeatTime
from scenes.production.cache.entries import entries_of, segments_of
from scenes.production.cache.paths import shown
from scenes.production.cache.store import Cache
from scenes.production.drawing.fast_manim import fast_manim
from scenes.production.drawing.formulas import kept_formulas
from scenes.production.drawing.manim_settings import manim_settings
from scenes.production.drawing.renderer import OnPlay, Recorded, RecordingRenderer
from scenes.production.gate.noting import note
from scenes.production.gate.performance import watched
from scenes.production.gate.receipts import receipts_of
from scenes.production.planning.film import shifted
from scenes.production.planning.inputs import InputsChangedError, take_stock
from scenes.production.planning.keys import base_inputs, plan_inputs
from scenes.production.planning.material import arguments
from scenes.production.planning.plan import ChapterPlan, PlannedBeat, Play
from scenes.production.planning.settings import Settings
from scenes.production.voice.recordings import least_seconds
from scenes.production.workers.outcome import SceneError
from scenes.production.workers.scheduling import Stretch

NOT_THE_SCENES = (  # where an error may arise that a scene has made
    *(Path(sysconfig.get_path(name)) for name in ("stdlib", "purelib", "platlib")),
    Path(scenes.production.__file__).parent,
)


def plan_chapter(settings: Settings, chapter: str, on_play: OnPlay) -> ChapterPlan:
    """Return a chapter's plan: the kept one, or from running through the chapter.

    Where nothing but words was changed since the last time, what they change is drawn on the way.
    """
    take_stock()
    scene_class, cache = chapter_class(chapter), Cache(settings.cache)
    base = base_inputs(settings, chapter, scene_class)
    inputs = plan_inputs(chapter, scene_class, base, least_seconds(settings, chapter))
    if kept := cache.read_table(inputs.key):
        return ChapterPlan.from_table(kept)
    redrawn = cache.read_table(base.key) is not None  # it was filmed, with other words

    def wanted(_: int, play: Recorded) -> bool:
        return redrawn and not all(map(cache.has, segments_of(cache, settings.carriers, play.key)))

    renderer = partial(RecordingRenderer, settings, cache, base, wanted, on_play)
    scene = run(settings, chapter, renderer)
    _require_room(scene)
    plan = _planned(chapter, scene, settings, base.key)
    inputs.require_unchanged()
    cache.write_table(inputs.key, plan.table())
    return plan


def base_name(settings: Settings, chapter: str) -> str:
    """Return what stands for all that a chapter's keys begin with."""
    return base_inputs(settings, chapter, chapter_class(chapter)).key


def plan_name(settings: Settings, chapter: str) -> str:
    """Return the name that a chapter's plan is kept under."""
    scene_class = chapter_class(chapter)
    base = base_inputs(settings, chapter, scene_class)
    return plan_inputs(chapter, scene_class, base, least_seconds(settings, chapter)).key


def film_plays(settings: Settings, stretch: Stretch, on_play: OnPlay = lambda *_: None) -> None:
    """Draw and encode those of the plays, by their numbers, that are not kept yet.

    Raises
    ------
    InputsChangedError
        If the plan is of other files than this process runs.
    """
    take_stock()
    scene_class, cache = chapter_class(stretch.chapter), Cache(settings.cache)
    base = base_inputs(settings, stretch.chapter, scene_class)
    if base.key != stretch.base:
        raise InputsChangedError

    def wanted(number: int, _: Recorded) -> bool:
        play = stretch.plays.get(number)
        return play is not None and not all(
            map(cache.has, entries_of(cache, settings.carriers, play))
        )

    last = max(stretch.plays)
    renderer = partial(RecordingRenderer, settings, cache, base, wanted, on_play, last)
    run(settings, stretch.chapter, renderer)


def run(settings: Settings, chapter: str, make_renderer: Callable[[], RecordingRenderer]) -> Any:
    """Run through the scene and return it; it notes its numerals if it runs to its end."""
    scene_class = chapter_class(chapter)
    chosen = arguments(settings, scene_class) | _voice(settings, chapter, scene_class)
    with manims_own(manim_settings(settings)), kept_formulas(Cache(settings.cache)), fast_manim():
        renderer = make_renderer()
        noting = renderer.is_for_all and issubclass(scene_class, Chapter)
        scene = (watched(scene_class, note) if noting else scene_class)(
            **chosen, captions=settings.captions, renderer=renderer
        )
        try:
            scene.render()
        except (OSError, InputsChangedError, ScriptError):
            raise  # a full disk is not the scene's fault, nor a file that is saved, nor its words
        except Exception as error:
            raise SceneError(_fault(renderer, settings, error)) from error
    return scene


def _voice(settings: Settings, chapter: str, scene_class: type) -> dict[str, Any]:
    """Return how long beats must last for a voice; a scene without beats is not asked."""
    least = least_seconds(settings, chapter) if issubclass(scene_class, Chapter) else {}
    return {"least_seconds": least} if least else {}


def _fault(renderer: RecordingRenderer, settings: Settings, error: Exception) -> str:
    return (
        f'beat "{renderer.file_writer.beat}", example "{settings.example_name}": '
        f"{type(error).__name__}: {error}{_place(error)}"
    )


def _place(error: Exception) -> str:
    """Return where in the scene, or in what it is made of, the error arose."""
    place, step = "", error.__traceback__
    while step:
        path = Path(step.tb_frame.f_code.co_filename)
        if path.is_file() and not any(path.is_relative_to(each) for each in NOT_THE_SCENES):
            place = f" ({shown(path)}, line {step.tb_lineno})"
        step = step.tb_next
    return place


def _require_room(scene: Any) -> None:
    """Refuse a caption that is too long in a language that is not in the picture."""
    if isinstance(scene, Chapter):
        for beat in scene.timeline:
            for cue in beat.cues:
                for language in LANGUAGES:
                    scene.script.require_room(cue.text, language, beat.name)


def _planned(chapter: str, scene: Any, settings: Settings, base: str) -> ChapterPlan:
    played: list[Recorded] = scene.renderer.file_writer.plays
    told = {beat.name: beat for beat in scene.timeline}
    names = list(dict.fromkeys(play.beat for play in played))
    endings = {
        number for number, (play, after) in enumerate(pairwise(played)) if play.beat != after.beat
    }
    endings.add(len(played) - 1)
    beats, clock = [], 0
    for name in names:
        plays = tuple(
            Play(play.key, play.frames, play.still, number in endings)
            for number, play in enumerate(played)
            if play.beat == name
        )
        beats.append(_beat(name, plays, clock / settings.quality.fps, told.get(name)))
        clock += sum(play.frames for play in plays)
    title, fps = dict(scene.script.title), settings.quality.fps
    return ChapterPlan(chapter, title, fps, tuple(beats), _receipts(scene), base)


def _beat(name: str, plays: tuple[Play, ...], start: float, told: BeatTime | None) -> PlannedBeat:
    """Put what the scene says of a beat onto the frames that it has."""
    if told is None:
        return PlannedBeat(name, plays, (), None, None)
    cues = shifted(told.cues, start - told.start)
    return PlannedBeat(name, plays, cues, _plain(told.title), _plain(told.notes))


def _plain(text: Any) -> dict[str, str] | None:
    return None if text is None else dict(text)


def _receipts(scene: Any) -> tuple[dict[str, Any], ...]:
    if not isinstance(scene, Chapter):
        return ()
    performed: Any = scene  # noting added what it saw
    return receipts_of(scene.ledger(), performed.moments, scene.timeline)
