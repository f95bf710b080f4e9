"""``lecture``: the pack of everything that a lecturer shows or embeds."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import click
import cloup

from scenes.production.cache.files import require_writable
from scenes.production.cache.locks import held
from scenes.production.cache.terminal import say
from scenes.production.commands.options import (
    ALL,
    is_whole,
    read_chapters,
    read_settings,
    size,
    what,
    work,
)
from scenes.production.commands.render import render, require_faultless
from scenes.production.commands.summary import print_pack
from scenes.production.delivery.output_folders import at_home
from scenes.production.lecture.archive import write_archive
from scenes.production.lecture.contents import AT_ONCE, ON_CLICK
from scenes.production.lecture.pack import Pack, Slides, folder_of, plain, write_pack
from scenes.production.lecture.single_file import SINGLE
from scenes.production.planning.settings import Settings
from scenes.production.workers.executors import TaskExecutor, executor_for

HELP = """\
Make the lecture pack: a folder that you copy to where you teach, and open index.html.

\b
./render.sh lecture                                the whole film, and the episodes
./render.sh lecture row_by_column --lang zh        one chapter, in Chinese
./render.sh lecture --theme paper --zip            for light slides, and packed for sending
./render.sh lecture --quality m --single-file      one page with everything inside

In it are a player that stops at every beat, clips for slides and course pages, stills, captions and
transcripts in both languages; its README.txt says what to put where.  It needs no network.
"""


@cloup.command("lecture", help=HELP)
@cloup.argument("chapters", nargs=-1, metavar="[CHAPTER]...", help="None: film and episodes.")
@cloup.option_group("What is shown", *what)
@cloup.option_group("How it is made", *size, *work)
@cloup.option_group(
    "What is made of it",
    cloup.option("--zip", "zipped", is_flag=True, help="The folder as a .zip file, too."),
    cloup.option(
        "--single-file", "single", is_flag=True, help=f"{SINGLE}, too: one page holds everything."
    ),
    cloup.option(
        "--slides-start",
        "start",
        type=click.Choice([AT_ONCE, ON_CLICK]),
        default=AT_ONCE,
        help="When the clip of a slide plays.",
    ),
    cloup.option(
        "--slides-captions",
        "on_slides",
        type=click.Choice(["on", "off"]),
        default="on",
        help="Whether captions are in the pictures on slides.",
    ),
)
def lecture_command(
    chapters: Sequence[str],
    zipped: bool,
    single: bool,
    start: str,
    on_slides: str,
    **options: Any,
) -> None:
    """Render with captions in the picture and without, then make the pack."""
    executor = executor_for(options.pop("jobs"))
    asked = read_settings(**options, captions="on", format=None, transparent=False)
    everything = is_whole(chapters)
    names = read_chapters([ALL] if everything else chapters)
    require_faultless(asked, names)
    with at_home([asked]) as (settings,), held(_folders(settings)):
        require_writable(folder_of(settings))
        for look in (settings, plain(settings)):
            _render(look, names, whole=everything, executor=executor)
        slides = Slides(start, on_slides == "on")
        pack = write_pack(settings, None if everything else names, single, slides)
        archive = _zip(settings, pack) if zipped else None
    print_pack(pack, archive)
    if pack.problem:
        say(pack.problem)
        raise SystemExit(1)


def _folders(settings: Settings) -> Iterator[Path]:
    """Yield the folders that are worked in."""
    yield from (settings.folder, plain(settings).folder, folder_of(settings))


def _render(look: Settings, names: Sequence[str], *, whole: bool, executor: TaskExecutor) -> None:
    """Render as ``./render.sh`` does; what is made already is taken as it is.

    The summary of that command is left out: it speaks of folders that this one only takes from.
    """
    say(f"Filming {'with' if look.captions else 'without'} captions in the picture")
    try:
        with redirect_stdout(io.StringIO()):
            render(look, names, whole=whole, executor=executor)
    except SystemExit:
        say("The lecture pack was not changed.")
        raise


def _zip(settings: Settings, pack: Pack) -> Path:
    top = f"{settings.material}-{pack.folder.name}"
    return write_archive(pack.folder.with_suffix(".zip"), pack.folder, pack.files, top)
