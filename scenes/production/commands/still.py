"""``still``: a picture of a beat, without drawing anything else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cloup

from scenes.kit.stage import choices
from scenes.kit.stage.choices import ChoiceError
from scenes.kit.stage.script import Script
from scenes.production.cache.files import replacing, require_writable
from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import tell
from scenes.production.commands.numbers import Decimal
from scenes.production.commands.options import content, read_settings, still_making
from scenes.production.commands.render import require_faultless
from scenes.production.commands.scene_faults import fault_in_words
from scenes.production.delivery.output_folders import at_home
from scenes.production.planning.settings import Settings

if TYPE_CHECKING:
    from scenes.production.drawing.stills import Moment, Stills

STILLS = "stills"  # the folder of the pictures, in that of the look

HELP = """\
Draw a picture of a beat, its last frame or a moment of it, and print where it is.

\b
./render.sh still row_by_column/first_cell                    how the beat ends
./render.sh still row_by_column/first_cell --at 2.5 --at 3    two moments of it
./render.sh still row_by_column --lang zh --theme paper       the end of every beat

The picture is the frame of the film, to the last pixel, before it is encoded.
"""


@cloup.command("still", help=HELP)
@cloup.argument("places", nargs=-1, required=True, metavar="CHAPTER[/BEAT]...")
@cloup.option(
    "--at",
    "times",
    multiple=True,
    type=Decimal(0),
    metavar="SECONDS",
    help="A moment, from the beginning of the beat; the option again for another one. [the end]",
)
@content
@still_making
def still_command(places: Sequence[str], times: Sequence[float], **options: Any) -> None:
    """Draw the pictures, and print their paths."""
    wanted = read_places(places)
    settings = read_settings(**options, format=None)
    require_faultless(settings, tuple(wanted))
    require_writable(settings.out)
    missing: list[str] = []
    with at_home([settings]) as (at_work,):
        for chapter, beats in wanted.items():
            moments = _moments(chapter, beats, times)
            stills = _drawn(at_work, chapter, moments)
            for moment in moments:
                if moment in stills.pictures:
                    tell(shown(_write(at_work, chapter, moment, stills)))
                elif f"{chapter}/{moment.beat}" in places or moment.beat in stills.lengths:
                    missing.append(_missing(at_work, chapter, moment, stills))
    if missing:
        raise ChoiceError("\n".join(dict.fromkeys(missing)))


def read_places(places: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the beats that are asked for, each once, by their chapters.

    Raises
    ------
    ChoiceError
        If a chapter does not exist, or its script has no such beat.
    """
    wanted: dict[str, dict[str, None]] = {}
    for place in places:
        name, slash, beat = place.partition("/")
        chapter = choices.choose("chapter", name, choices.all_chapters())
        known = tuple(Script.load(choices.SCENES / f"{chapter}.toml").beats)
        named = (choices.choose(f"beat of {chapter}", beat, known),) if slash else known
        wanted.setdefault(chapter, {}).update(dict.fromkeys(named))
    return {chapter: tuple(beats) for chapter, beats in wanted.items()}


def _moments(chapter: str, beats: Sequence[str], times: Sequence[float]) -> list[Moment]:
    # Manim takes a second to load, which --help can do without
    from scenes.production.drawing.stills import Moment

    return [Moment(beat, at) for beat in beats for at in dict.fromkeys(times) or (None,)]


def _drawn(settings: Settings, chapter: str, moments: Sequence[Moment]) -> Stills:
    from scenes.production.drawing.stills import draw_stills

    with fault_in_words(chapter):
        return draw_stills(settings, chapter, moments)


def _write(settings: Settings, chapter: str, moment: Moment, stills: Stills) -> Path:
    from scenes.production.drawing.renderer import png_of

    png = png_of(stills.pictures[moment], transparent=settings.transparent)
    when = (
        "" if moment.at is None else f"@{moment.at:.15g}s"
    )  # as it was typed: other times, other files
    name = f"{moment.beat}{when}{settings.tail}.png"
    target = settings.folder / STILLS / chapter / name
    with replacing(target) as half:
        half.write_bytes(png)
    return target


def _missing(settings: Settings, chapter: str, moment: Moment, stills: Stills) -> str:
    """Say why there is no picture of a moment."""
    place = f"{chapter}/{moment.beat}"
    if moment.beat not in stills.lengths:
        return (
            f"{place}: this beat is not played with this example and these layer files, as it "
            "would say nothing true of them; leave it out, or choose others"
        )
    seconds = stills.lengths[moment.beat] / stills.fps
    return (
        f"{place}: {moment.at:.15g} s is outside of this beat, which is {seconds:.2f} s long; "
        "choose a time before that, or leave --at out for its last frame"
    )
