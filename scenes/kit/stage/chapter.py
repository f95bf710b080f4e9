"""The stage: a scene that knows its example, its language and its theme, and plays in beats."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Final

from manim import Animation, FadeIn, FadeOut, Mobject, Scene, Succession, Wait, config

from mathcore import RecipeBook, load_numbers
from scenes.kit.ground import lettering
from scenes.kit.product.labelled_product import LabelledProduct
from scenes.kit.product.own_numbers import own_products
from scenes.kit.stage.caption import Caption
from scenes.kit.stage.choices import choose, find_example, find_language, find_theme
from scenes.kit.stage.claims import Ledger
from scenes.kit.stage.heading import Heading
from scenes.kit.stage.layers import layer_path, lent, read_layer, sources
from scenes.kit.stage.manim_defaults import our_frame
from scenes.kit.stage.motions import Motion
from scenes.kit.stage.own_numbers import joined_sources, numerals_of
from scenes.kit.stage.phrases import placeholders
from scenes.kit.stage.script import STILL, Beat, Script, ScriptError, Text, reading_seconds
from scenes.kit.stage.steps import steps
from scenes.kit.stage.timeline import BeatTime, Cue

NEXT_LINE: Final = "next line"  # a motion yields it where the beat's next line is to be said
REST: Final = "rest"  # the step that a beat ends with: nothing moves, and all is there
CAPTION_OUT, CAPTION_IN = 0.12, 0.2


class Chapter(Scene):
    """A scene told in beats.

    A subclass may fix its ``example``, ``language`` or ``theme``; what is left open, ``captions``
    too, is taken from the arguments, else from ``SCENE_EXAMPLE``, ``SCENE_LANG``, ``SCENE_THEME``
    and ``SCENE_CAPTIONS`` in the environment, else from the defaults.  The words are in the
    ``.toml`` of the same name beside the file of the class, or of the class it derives from;
    numbers of its own are there too, ``[numbers.NAME]`` and ``[products.NAME]``.

    A subclass that says a ``layer_kind`` takes its material from a layer file, which it finds read
    as ``self.layer``: the argument's, else one of that kind in ``SCENE_LAYER``, else the
    ``default_layer``.  ``recipes_too`` says that it shows the example's recipes as well.

    ``least_seconds`` says of beats how long they last at least, so that there is time for what a
    voice says in them.
    """

    layer_kind: ClassVar[str | None] = None
    default_layer: ClassVar[str | None] = None
    recipes_too: ClassVar[bool] = False
    dense: ClassVar[bool] = False  # pictures so full of detail that they are encoded coarser
    example: ClassVar[str | None] = None
    language: ClassVar[str | None] = None
    theme_name: ClassVar[str | None] = None
    exemptions: ClassVar[tuple[tuple[str, str, str], ...]] = ()  # rule, name, reason: for the gate

    def __init__(
        self,
        *,
        example: str | Path | None = None,
        language: str | None = None,
        theme: str | None = None,
        captions: bool | None = None,
        layer: str | Path | None = None,
        least_seconds: Mapping[str, float] | None = None,
        **kwargs: Any,
    ) -> None:
        environment = os.environ
        chosen = example or self.example or environment.get("SCENE_EXAMPLE", "cocktails")
        self.book = RecipeBook.load(find_example(str(chosen)), lettering.has_character)
        spoken = language or self.language or environment.get("SCENE_LANG", "en")
        self.lang = find_language(spoken)
        self.theme = find_theme(theme or self.theme_name or environment.get("SCENE_THEME", "night"))
        shown = environment.get("SCENE_CAPTIONS", "on") != "off"
        self.captions = shown if captions is None else captions
        self.script = Script.load(self.script_path())
        self.own_numbers = load_numbers(self.script.path, lettering.has_character)
        self.layer_path = layer_path(self.layer_kind, layer, self.default_layer)
        self.layer: Any = read_layer(self.layer_path)
        self.words: Mapping[str, Text | str] = {
            **placeholders(self.book), **lent(self.layer), **numerals_of(self.own_numbers)
        }  # fmt: skip
        self.least_seconds = least_seconds or {}
        self.timeline: list[BeatTime] = []
        self._frames, self._cues = 0, list[Cue]()
        self._caption: Caption | None = None
        self.shown_lines: tuple[str, ...] = ()  # the captions in the picture, now
        self._heading: Heading | None = None
        self.step = ""  # what is being played: a motion, a caption that comes, a dwell
        with our_frame():
            super().__init__(**kwargs)

    def render(self, *args: Any, **kwargs: Any) -> bool:
        """Render, composed as ever, whatever Manim was told elsewhere."""
        with our_frame():
            return super().render(*args, **kwargs)

    @classmethod
    def script_path(cls) -> Path:
        """Return the .toml beside the nearest class that has one: a subclass inherits it."""
        for ancestor in cls.__mro__:
            source = getattr(sys.modules.get(ancestor.__module__), "__file__", None)
            if source and (path := Path(source).with_suffix(".toml")).is_file():
                return path
        raise FileNotFoundError(f"{cls.__name__}: no .toml with its spoken lines beside its .py")

    def ledger(self) -> Ledger:
        """Return the true numbers of this film, from its files and not from this scene."""
        book, numbers = RecipeBook.load(self.book.path), load_numbers(self.script.path)
        files = dict.fromkeys((*numbers.matrices, *numbers.products), numbers.path)
        told = partial(joined_sources, partial(sources, self.layer_path), numbers)
        return Ledger(book, told, self.layer_path, files)

    def product(self, name: str) -> LabelledProduct:
        """Return the product of this name under ``[products]`` in the file of this scene.

        Raises
        ------
        ChoiceError
            If there is none; the message names those that there are.
        """
        products = own_products(self.own_numbers)
        return products[choose("product", name, products)]

    def setup(self) -> None:
        """Paint the ground before the first beat."""
        camera: Any = self.camera  # for Manim it may be that of OpenGL, which has no such colour
        camera.background_color = self.theme.background

    def label(self, name: str, **values: Text | str) -> str:
        """Return a short text of the picture, from ``[labels]``, in this film's language."""
        return self.script.label(name, self.lang, {**self.words, **values})

    @property
    def seconds(self) -> float:
        """The time that has passed, in whole frames."""
        return self._frames / config.frame_rate

    def beat(self, name: str, *motions: Motion, **values: Text | str) -> None:
        """Play one beat: its section, its lines, its motions, and a dwell to read it.

        ``values`` fill the placeholders of its lines, beside those of the example.
        """
        spoken = self.script.filled(name, {**self.words, **values}, self.lang)
        self.next_section(name)
        start, self._cues = self.seconds, []
        lines = iter(spoken.lines)
        self._say(next(lines), *self._retitle(spoken.title))
        for step in steps(motions):
            if isinstance(step, str):
                self._dwell(0.0)
                self._say(self._next(lines, spoken))
            else:
                self._play_as("motion", step)
        least = max(spoken.seconds or 0.0, self.least_seconds.get(name, 0.0))
        self._dwell(STILL, until=start + least)
        cues = tuple(self._cues)
        self.timeline.append(BeatTime(name, start, self.seconds, cues, spoken.title, spoken.notes))

    def play(self, *animations: Any, **kwargs: Any) -> None:
        """Play, for a whole number of frames, so that the clock of the captions is exact."""
        compiled = self.compile_animations(*animations, **kwargs)
        run_time = max(animation.get_run_time() for animation in compiled)
        frames = max(1, round(run_time * config.frame_rate))
        for animation in compiled:
            if animation.get_run_time() == run_time:
                animation.run_time = max(1.0, frames - 0.5) / config.frame_rate
        super().play(*compiled)
        self._frames += frames

    def _play_as(self, step: str, *animations: Animation) -> None:
        """Play a step of a beat under its name, which is the same under every wording."""
        self.step = step
        self.play(*animations)
        self.step = ""

    def wait(self, duration: float = 1.0, *args: Any, **kwargs: Any) -> None:
        """Stand still for a whole number of frames."""
        self.play(Wait(duration, *args, **kwargs))

    def _next(self, lines: Iterator[Text], spoken: Beat) -> Text:
        for line in lines:
            return line
        raise ScriptError(
            f"{self.script.path}: [{spoken.name}] has {len(spoken.lines)} lines, and the scene "
            "asks for another; add one in every language, or take a NEXT_LINE away"
        )

    def _retitle(self, title: Text | None) -> list[Animation]:
        """Return the change of the heading, if the beat has a title of its own."""
        if title is None:
            return []
        old, self._heading = self._heading, Heading(self.theme, title[self.lang])
        return [*self._exchange(old, self.heading), *self.follow(self.heading)]

    @property
    def heading(self) -> Heading:
        """The title that is on screen now; a ValueError if no beat has had one."""
        if self._heading is None:
            raise ValueError(f"{type(self).__name__}: there is no heading yet; give a beat a title")
        return self._heading

    def follow(self, heading: Heading) -> list[Animation]:
        """Return what goes along with a new heading: nothing, unless the chapter says so."""
        return []

    def _say(self, line: Text, *meanwhile: Animation) -> None:
        """Replace the caption; the time is the same when captions are off."""
        self._close_cue()
        old, self._caption = self._caption, Caption(self.theme, line[self.lang], self.lang)
        changes = [*meanwhile, *(self._exchange(old, self._caption) if self.captions else [])]
        self._cues.append(Cue(self.seconds, self.seconds, line))
        self._show_lines(old, self._caption)
        if old is not None:
            exchange = Wait(run_time=CAPTION_OUT + CAPTION_IN)
            self._play_as(f"say {len(self._cues)}", exchange, *changes)
            self._show_lines(self._caption)

    def _show_lines(self, *captions: Caption | None) -> None:
        self.shown_lines = tuple(each.text for each in captions if each and self.captions)

    def _exchange(self, old: Mobject | None, new: Mobject) -> list[Animation]:
        """Return the change from one text to the next; the very first one is there at once."""
        if old is None:
            self.add(new)
            return []
        out, come = FadeOut(old, run_time=CAPTION_OUT), FadeIn(new, run_time=CAPTION_IN)
        return [Succession(out, come)]

    def _close_cue(self) -> None:
        if self._cues:
            last = self._cues[-1]
            self._cues[-1] = Cue(last.start, self.seconds, last.text)

    def _dwell(self, still: float, until: float = 0.0) -> None:
        """Stand still until the last line can have been read, and at least for ``still``."""
        said = self._cues[-1]
        rest = max(
            still, said.start + reading_seconds(said.text) - self.seconds, until - self.seconds
        )
        if round(rest * config.frame_rate) > 0:
            step = REST if still else f"dwell {len(self._cues)}"
            self._play_as(step, Wait(run_time=rest))
        self._close_cue()
