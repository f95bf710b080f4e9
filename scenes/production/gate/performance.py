"""A chapter as it was played: its moments, its times, its words, and the numbers it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Ledger
from scenes.kit.stage.manim_defaults import manims_own
from scenes.kit.stage.manim_internals import blindfold
from scenes.kit.stage.script import Script
from scenes.kit.stage.timeline import BeatTime
from scenes.production.drawing.fast_manim import fast_manim
from scenes.production.drawing.formulas import own_formulas
from scenes.production.gate.finding import Exemption
from scenes.production.gate.flights import Look, with_looks
from scenes.production.gate.moment import Moment, look
from scenes.production.gate.sayings import Saying, Values, said_in_beats

REHEARSAL = {
    "dry_run": True,
    "pixel_width": 160,
    "pixel_height": 90,
    "progress_bar": "none",
    "disable_caching": True,
}


Eye = Callable[..., Any]
PLACED = "night"  # the theme in which motions are looked at on their way


@dataclass(frozen=True)
class Performance:
    """All that the rules without pixels need to know."""

    chapter: str
    language: str
    theme: str
    ledger: Ledger
    script: Script
    moments: tuple[Moment, ...]
    timeline: tuple[BeatTime, ...]
    exemptions: tuple[Exemption, ...]
    sayings: tuple[Saying, ...] = ()
    layer: Any = None
    numbers: Any = None  # of the scene's own
    flights: tuple[Look, ...] = ()  # of one theme: things stand alike in both
    usual: bool = True  # it is shown with the layer that it was made for

    @property
    def settled(self) -> Iterator[Moment]:
        """The last moment of every beat."""
        return (moment for moment in self.moments if moment.settled)


def rehearse(
    chapter: type[Chapter],
    *,
    example: str | Path | None = None,
    language: str = "en",
    theme: str = "night",
    layer: str | Path | None = None,
    frame_rate: float = 30,
) -> Performance:
    """Play a chapter without drawing it, and look at it after every motion."""
    with manims_own({**REHEARSAL, "frame_rate": frame_rate}), own_formulas(), fast_manim():
        chosen = {"example": example, "language": language, "theme": theme, "layer": layer}
        stopping = with_looks if theme == PLACED else _as_it_is
        scene = stopping(watched(chapter))(**chosen)
        blindfold(scene)
        scene.render()
    return Performance(
        chapter=Path(scene.script.path).stem,
        language=language,
        theme=theme,
        ledger=scene.ledger(),
        script=scene.script,
        moments=tuple(scene.moments),
        flights=tuple(getattr(scene, "flights", ())),
        timeline=tuple(scene.timeline),
        exemptions=tuple(Exemption(*entry) for entry in scene.exemptions),
        sayings=(*said_in_beats(scene.script, scene.told), *scene.labelled),
        layer=scene.layer,
        numbers=scene.own_numbers,
        usual=scene.layer_path is None or scene.layer_path.stem == scene.default_layer,
    )


def _as_it_is(chapter: type[Any]) -> type[Any]:
    return chapter


def watched(chapter: type[Chapter], eye: Eye = look) -> type[Any]:
    """Return the chapter with eyes: it looks at itself after every motion."""

    class Watched(chapter):  # type: ignore[valid-type, misc]
        def __init__(self, **kwargs: Any) -> None:
            self.moments: list[Any] = []
            self.told: dict[str, Values] = {}
            self.labelled: list[Saying] = []
            self.now = ""
            super().__init__(**kwargs)

        def next_section(self, name: str = "", *args: Any, **kwargs: Any) -> None:
            self.now = name
            super().next_section(name, *args, **kwargs)

        def play(self, *args: Any, **kwargs: Any) -> None:
            super().play(*args, **kwargs)
            self.moments.append(eye(self, self.now, self.seconds, settled=False))

        def label(self, name: str, **values: Any) -> str:
            written, filled = self.script.labels.get(name, {}), {**self.words, **values}
            text = self.script.worded(written, filled)
            self.labelled.append(Saying("", f"label {name}", text, filled))
            return str(super().label(name, **values))

        def beat(self, name: str, *args: Any, **kwargs: Any) -> None:
            self.told[name] = {**self.words, **kwargs}
            super().beat(name, *args, **kwargs)
            if self.moments and self.moments[-1].beat == name:
                self.moments.pop()
            self.moments.append(eye(self, name, self.seconds, settled=True))

    Watched.__module__, Watched.__name__ = chapter.__module__, chapter.__name__
    return Watched
