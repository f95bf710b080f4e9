"""``bench``: how fast it is, side by side with plain Manim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import cloup

from scenes.kit.stage import choices
from scenes.production.cache.locks import held
from scenes.production.cache.terminal import say
from scenes.production.commands.numbers import Whole
from scenes.production.commands.options import FASTEST, read_chapters
from scenes.production.commands.own_path import OwnPath
from scenes.production.planning.settings import DEFAULT_EXAMPLE, QUALITIES, Settings

HELP = """\
Measure: the film against plain Manim, against nothing but encoding, and after small changes.

\b
./render.sh bench                                       the whole film: half an hour or more
./render.sh bench row_by_column --quality l --repeat 1  a quick look
./render.sh bench --encoders row_by_column              other settings of the encoder

The targets are those of the whole film at 1080p on two processors: a short chapter and small
pictures have more to wait for than to draw.

All of it is measured in a copy of the project with a cache of its own.  Every ratio is taken
between runs that follow each other; the median of the repeats counts.  The table goes to
out/bench/ as JSON too.  Let the machine do nothing else meanwhile.
"""


@cloup.command("bench", help=HELP)
@cloup.argument("chapters", nargs=-1, metavar="[CHAPTER]...", help="None: the whole film.")
@cloup.option("--repeat", type=Whole(1), default=3, help="How many times. [3]")
@cloup.option("--quality", type=click.Choice(list(QUALITIES)), default="h", help="The size. [h]")
@cloup.option("--fps", type=Whole(1, FASTEST), help="Frames a second.")
@cloup.option("--encoders", is_flag=True, help="Compare settings of the H.264 encoder instead.")
@cloup.option("--plays", type=Whole(1), default=8, help="With --encoders: plays a chapter. [8]")
@cloup.option("--out", type=OwnPath(), default=Path("out"), help="For bench/*.json. [out]")
def bench_command(
    chapters: Sequence[str],
    repeat: int,
    quality: str,
    fps: int | None,
    encoders: bool,
    plays: int,
    out: Path,
) -> None:
    """Measure, then print and keep what was found."""
    names = read_chapters(chapters)
    size = QUALITIES[quality]
    settings = Settings(
        choices.find_example(DEFAULT_EXAMPLE),
        quality=replace(size, fps=fps) if fps else size,
    )
    folder = out / "bench"
    with held([folder]):  # two that measure at once would measure each other
        if encoders:
            _compare_encoders(settings, names, plays, folder / "encoders.json")
        else:
            sized = ("--quality", quality, *(("--fps", str(fps)) if fps else ()))
            _measure(settings, names, (*chapters, *sized), sized, repeat, folder / "bench.json")


def _measure(
    settings: Settings,
    names: Sequence[str],
    options: Sequence[str],
    size: Sequence[str],
    repeat: int,
    target: Path,
) -> None:
    # Manim takes a second to load, which --help can do without
    from scenes.production.bench.figures import figures
    from scenes.production.bench.report import keep_figures, print_figures
    from scenes.production.bench.session import Session, drawing_settings
    from scenes.production.bench.workshop import workshop

    with workshop(options) as place:
        session = Session(place, drawing_settings(settings, place), names, size, say)
        sessions = [session.measure(pictures=number == 0) for number in range(repeat)]
    found = list(figures(sessions))
    title = f"{', '.join(names)} at {settings.quality}, median of {repeat}"
    print_figures(found, title)
    keep_figures(target, found, sessions, names, settings.quality)


def _compare_encoders(settings: Settings, names: Sequence[str], plays: int, target: Path) -> None:
    from scenes.production.bench.encoders import TRIALS, try_encoders
    from scenes.production.bench.report import keep_encoders, print_encoders

    found: dict[str, dict[str, Any]] = {trial.name: {} for trial in TRIALS}
    for chapter in names:
        say(f"Measuring {chapter} …")
        for name, tally in try_encoders(settings, chapter, plays, TRIALS).items():
            found[name][chapter] = tally
    print_encoders(found, settings.quality.fps)
    keep_encoders(target, found, settings.quality)
