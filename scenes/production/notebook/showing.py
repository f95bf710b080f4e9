"""``show``: a chapter or a beat in a notebook, rendered when it is not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mathcore import RecipeBook
from scenes.kit.ground import lettering
from scenes.kit.stage import choices
from scenes.kit.stage.choices import SCENES, choose
from scenes.kit.stage.layers import chosen_layers, said_of, unusual
from scenes.kit.stage.script import TAGS, Script
from scenes.production.cache.files import require_writable
from scenes.production.cache.locks import held
from scenes.production.cache.terminal import say
from scenes.production.commands.display import Display
from scenes.production.delivery.manifest import write_manifest
from scenes.production.delivery.output_folders import at_home
from scenes.production.delivery.videos import Delivered
from scenes.production.gate.receipts import write_receipts
from scenes.production.lecture.wording import own_first, word
from scenes.production.notebook.shown import Shown, Track
from scenes.production.planning.inputs import InputsChangedError
from scenes.production.planning.material import stranger_sentences
from scenes.production.planning.settings import (
    CACHE,
    DEFAULT_EXAMPLE,
    DEFAULT_THEME,
    PROJECT,
    QUALITIES,
    Settings,
)
from scenes.production.workers.executors import Alone
from scenes.production.workers.outcome import Outcome
from scenes.production.workers.pipeline import make_film

BESIDE, PICTURE, OFF = "beside", "picture", "off"
WIDEST = 960

_made: dict[tuple[Settings, str, str], Made] = {}


@dataclass(frozen=True)
class Made:
    """What was made, and the settings that know its folder."""

    settings: Settings
    outcome: Outcome

    @property
    def stands(self) -> bool:
        """Whether all files are still there."""
        return all(path.exists() for each in self.outcome.delivered for path in each.files)


class ShowError(RuntimeError):
    """A chapter that could not be rendered; the message says why, in words."""


def show(
    chapter: str,
    beat: str | None = None,
    *,
    example: str = DEFAULT_EXAMPLE,
    lang: str = choices.LANGUAGES[0],
    theme: str = DEFAULT_THEME,
    layer: str | None = None,
    quality: str = "m",
    captions: str = BESIDE,
    width: int = WIDEST,
) -> Shown:
    """Show a chapter, or one beat of it, in a notebook.

    What is rendered already is taken as it is; the files are in ``out/``, as those of
    ``./render.sh``.  In plain Python the result says where.

    Parameters
    ----------
    chapter, beat : str
        What to show: a chapter, as ``./render.sh list`` names it, and if wanted one of its beats.
    example, layer : str
        The data: a name, or the path of a file of your own.
    lang : str
        ``"en"`` or ``"zh"``.
    theme : str
        ``"night"`` or ``"paper"``.
    quality : str
        ``"l"`` (480 lines), ``"m"`` (720), ``"h"`` (1080) or ``"k"`` (2160).  All of it will be
        inside the notebook: a minute takes about 4 MB in ``"l"``, and up to 11 MB in ``"h"``.
    captions : str
        ``"beside"``: the player shows them, and can show the other language or none.
        ``"picture"``: they are part of the picture.  ``"off"``: only where one asks the player.
    width : int
        How wide the video may be, in pixels.

    Raises
    ------
    ChoiceError
        If there is no such chapter, beat, example, …; it names those that there are.
    ExampleError
        If the example has faults; it names all of them.
    """
    name = choose("chapter", chapter, choices.all_chapters())
    if beat is not None:
        choose("beat", beat, Script.load(SCENES / f"{name}.toml").beats)
    choose("way to show captions", captions, (BESIDE, PICTURE, OFF))
    made = _make(_settings(example, lang, theme, layer, quality, captions), name)
    return _shown(_piece(made.outcome, beat), made.settings, captions == BESIDE, width)


def _settings(
    example: str, lang: str, theme: str, layer: str | None, quality: str, captions: str
) -> Settings:
    """Return what the choices come to; files with faults are refused before anything is made."""
    settings = Settings(
        example=choices.find_example(example),
        language=choices.find_language(lang),
        theme=choices.find_theme(theme).name,
        captions=captions == PICTURE,
        quality=QUALITIES[choose("quality", quality, QUALITIES)],
        layers=unusual(chosen_layers([layer] if layer else [])),
        out=PROJECT / "out",
        cache=CACHE,
    )
    RecipeBook.load(settings.example, lettering.has_character)
    for sentence in stranger_sentences(settings.layers):
        say(sentence)
    for path in settings.layers:
        for sentence in said_of(path):
            say(sentence)
    return settings


def _make(settings: Settings, name: str) -> Made:
    """Return a chapter that is there already and whose files are as they were, or make it."""
    from scenes.production.drawing.running import plan_name  # Manim takes a second to load

    try:
        key = settings, name, plan_name(settings, name)
    except InputsChangedError as error:
        raise ShowError(str(error)) from error
    made = _made.get(key)
    if made is None or not made.stands:
        made = _made[key] = _film(settings, name)
    return made


def _film(asked: Settings, name: str) -> Made:
    """Render a chapter and deliver it as ``./render.sh`` does."""
    with at_home([asked]) as (settings,), held([settings.folder]):
        return Made(settings, _delivered(settings, name))


def _delivered(settings: Settings, name: str) -> Outcome:
    require_writable(settings.folder)
    with Display([name]) as display:
        (outcome,) = make_film(settings, [name], Alone(), display)
    if outcome.problem or outcome.filmed is None:
        raise ShowError(outcome.problem.message if outcome.problem else f"{name}: nothing was made")
    if outcome.filmed.receipts:
        write_receipts(settings, {name: outcome.filmed.receipts})
    write_manifest(settings, outcome.delivered)
    return outcome


def _piece(outcome: Outcome, beat: str | None) -> Delivered:
    pieces = {each.piece.beat: each for each in outcome.delivered}
    if beat not in pieces:  # told in the script, but not with this example
        choose("beat", str(beat), filter(None, pieces))
    return pieces[beat]


def _shown(delivered: Delivered, settings: Settings, captions_on: bool, width: int) -> Shown:
    piece, language = delivered.piece, settings.language
    stem = settings.folder / piece.stem
    spoken = " ".join(cue.text[language] for cue in piece.cues)
    return Shown(
        video=_with(stem, ".mp4"),
        poster=_with(stem, ".png"),
        captions=tuple(_track(stem, each) for each in own_first(language)),
        captions_on=captions_on,
        label=f"{piece.title[language]}. {spoken}",
        seconds=piece.seconds,
        width=width,
    )


def _track(stem: Path, language: str) -> Track:
    tag = TAGS[language]
    return Track(tag, word("language", language), _with(stem, f".{tag}.vtt"))


def _with(stem: Path, ending: str) -> Path:
    return stem.with_name(stem.name + ending)
