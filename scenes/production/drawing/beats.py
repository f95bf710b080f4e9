"""The beats of a chapter: how long each is, and what is said in it; nothing is drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from scenes.production.drawing.renderer import Recorded
from scenes.production.drawing.sampling import sample
from scenes.production.planning.settings import Settings


@dataclass(frozen=True)
class PlayedBeat:
    """A beat as it is played: its seconds, in whole frames of the film, and its first caption."""

    name: str
    seconds: float
    caption: str


def played_beats(settings: Settings, chapter: str) -> tuple[PlayedBeat, ...]:
    """Run through a chapter and return its beats, in their order.

    Those that a chapter leaves out with this example are not among them.
    """
    frames: Counter[str] = Counter()

    def count(play: Recorded, _: int) -> tuple[int, ...]:
        frames[play.beat] += play.frames
        return ()

    scene = sample(settings, chapter, count, lambda *_: None, whole=False)
    captions = {beat.name: beat.cues[0].text[settings.language] for beat in scene.timeline}
    return tuple(
        PlayedBeat(name, count / settings.quality.fps, captions.get(name, ""))
        for name, count in frames.items()
    )
