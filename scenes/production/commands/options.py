"""The options of rendering, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import cloup

from scenes.kit.stage import choices
from scenes.kit.stage.layers import chosen_layers, unusual
from scenes.production.commands.numbers import Whole
from scenes.production.commands.own_path import OwnPath
from scenes.production.encoding.formats import FORMATS
from scenes.production.planning.settings import (
    CACHE as CACHE,
)
from scenes.production.planning.settings import (
    DEFAULT_EXAMPLE,
    DEFAULT_THEME,
    QUALITIES,
    Settings,
    cache_for,
)
from scenes.production.voice.recordings import read_voice
from scenes.production.workers.processes import cores

SIZES = (f"{key} = {each.width}×{each.height} at {each.fps}" for key, each in QUALITIES.items())
FASTEST = 120
ALL = "all"  # instead of chapters: the film and the episodes

what = (
    cloup.option(
        "--example",
        default=DEFAULT_EXAMPLE,
        envvar="SCENE_EXAMPLE",
        metavar="NAME|FILE.toml",
        help="The data: a name from ./render.sh list, or a file of your own. [cocktails]",
    ),
    cloup.option(
        "--layer",
        "layers",
        multiple=True,
        metavar="NAME|FILE.toml",
        help="Another layer file, for the chapters that take one of its kind; the option again "
        "for another kind.",
    ),
    cloup.option(
        "--lang",
        default=choices.LANGUAGES[0],
        envvar="SCENE_LANG",
        metavar="|".join(choices.LANGUAGES),
        help="The language in the picture. [en]",
    ),
    cloup.option(
        "--theme",
        default=DEFAULT_THEME,
        envvar="SCENE_THEME",
        metavar="night|paper",
        help="Dark for screens, or light for slides. [night]",
    ),
    cloup.option(
        "--voice",
        type=OwnPath(),
        metavar="DIR",
        help="Your own voice: recordings named after the beats, DIR/row_by_column/first_cell.wav.",
    ),
)
content = cloup.option_group(
    "What is shown",
    *what,
    cloup.option(
        "--captions",
        type=click.Choice(["on", "off"]),
        default="on",
        envvar="SCENE_CAPTIONS",
        help="Captions in the picture; the .vtt and .srt beside it are always written. [on]",
    ),
)
size = (
    cloup.option(
        "--quality",
        type=click.Choice(list(QUALITIES)),
        default="h",
        help=f"{'; '.join(SIZES)}. [h]",
    ),
    cloup.option(
        "--fps",
        type=Whole(1, FASTEST),
        help="Frames a second, if not those of the quality.",
    ),
)
place = cloup.option(
    "--out",
    type=OwnPath(),
    default=Path("out"),
    help="The folder for everything that is made. [out]",
)
work = (
    cloup.option(
        "--jobs",
        type=Whole(1),
        default=cores,
        envvar="SCENE_JOBS",
        help="Workers side by side. [processors]",
    ),
    place,
)
transparency = cloup.option(
    "--transparent",
    is_flag=True,
    help="No ground: -alpha.webm for browsers and -alpha.mov for Keynote.",
)
making = cloup.option_group(
    "How it is made",
    *size,
    cloup.option("--format", type=click.Choice(list(FORMATS)), help="The kind of video. [mp4]"),
    transparency,
    *work,
)
still_making = cloup.option_group("How it is made", *size, transparency, place)


def rendering_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command every option that :func:`read_settings` takes."""
    return content(making(command))


def read_settings(
    *,
    example: str,
    layers: Sequence[str],
    lang: str,
    theme: str,
    voice: Path | None,
    captions: str,
    quality: str,
    fps: int | None,
    format: str | None,
    transparent: bool,
    out: Path,
) -> Settings:
    """Return what the options ask for; a choice that does not exist is refused in words."""
    if transparent and format in ("mp4", "gif"):
        raise click.UsageError(
            f"--transparent makes -alpha.webm and -alpha.mov; {format} holds no transparency. "
            "Leave --format out."
        )
    chosen = QUALITIES[quality]
    return Settings(
        example=choices.find_example(example),
        language=choices.choose("language", lang, choices.LANGUAGES),
        theme=choices.find_theme(theme).name,
        captions=captions == "on",
        quality=replace(chosen, fps=fps) if fps else chosen,
        format=format,
        transparent=transparent,
        layers=unusual(chosen_layers(layers)),
        voice=read_voice(voice) if voice else None,
        out=out,
        cache=cache_for(out, CACHE),
    )


def read_chapters(names: Sequence[str]) -> tuple[str, ...]:
    """Return the chapters to render, each once, in the order of the film, then the episodes.

    Without names that is the film, with ``all`` the episodes too; a scene that is neither is
    rendered when it is named.
    """
    known = choices.all_chapters()
    named = (choices.choose("chapter", name, (*known, ALL)) for name in names)
    chosen = {each for name in named for each in (choices.told() if name == ALL else (name,))}
    return tuple(name for name in known if name in chosen) if names else choices.chapters()


def is_whole(names: Sequence[str]) -> bool:
    """Tell whether the film is asked for, and not only chapters of it."""
    return not names or ALL in names
