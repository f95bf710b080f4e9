"""``watch``: make the film again when a file of it is saved."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click
import cloup

from mathcore import ExampleError, files_of
from scenes.production.cache.terminal import say
from scenes.production.commands.file_watcher import WATCHED, Watcher, state_of
from scenes.production.commands.options import read_chapters, read_settings, rendering_options
from scenes.production.planning.settings import PROJECT, Settings
from scenes.production.workers.outcome import STOPPED

RENDER = (sys.executable, "-P", "-m", "scenes", "render")  # afresh, as the code itself may be new
NAMED = 3  # files; of more than these the number is enough
HELP = """\
Render, then render what changes whenever a file is saved: code, words, examples, layers, fonts.

\b
./render.sh watch row_by_column --quality l
./render.sh watch --example tea.toml --lang zh

It says which file was saved, what had to be drawn for it, and how long that took.  Ctrl-C ends it.
"""


class Watch(cloup.Command):
    """A command that remembers the words it was called with."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep the words; rendering is called with the same."""
        ctx.meta["words"] = list(args)
        return super().parse_args(ctx, args)


@cloup.command("watch", help=HELP, cls=Watch)
@cloup.argument("chapters", nargs=-1, metavar="[CHAPTER]...", help="None: the whole film.")
@rendering_options
@click.pass_context
def watch_command(
    context: click.Context, /, chapters: Sequence[str], jobs: int, **options: Any
) -> None:
    """Watch, until Ctrl-C ends it."""
    read_chapters(chapters)
    settings = read_settings(**options)
    look = partial(_look, settings)
    try:
        Watcher(look, partial(_render, context.meta["words"])).watch()
    except KeyboardInterrupt:
        raise SystemExit(STOPPED) from None


def _look(settings: Settings) -> Any:
    return state_of([PROJECT / name for name in WATCHED], _own_files(settings))


def _own_files(settings: Settings) -> Iterator[Path]:
    """Yield the example and the layers that were asked for: they may be anywhere."""
    yield settings.example
    for layer in settings.layers:
        yield layer
        try:
            yield from files_of(layer)
        except (ExampleError, OSError):
            continue  # it is being written; rendering says what is wrong with it


def _render(words: Sequence[str], saved: Sequence[Path]) -> None:
    """Say what was saved, make the film again, and say how long it took."""
    if saved:
        say(f"Saved: {_named(saved)}")
    began = time.monotonic()
    status = _call([*RENDER, *words])
    seconds = time.monotonic() - began
    became = "Done" if status == 0 else "Not done"
    say(f"{became} after {seconds:.1f} s. Waiting for the next save; Ctrl-C ends it.")


def _call(command: Sequence[str]) -> int:
    """Run a command; if told to stop, let it stop in good order."""
    # in a session of its own, it hears of Ctrl-C from here and only once
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise


def _named(saved: Sequence[Path]) -> str:
    names = [str(_shown(path)) for path in saved[:NAMED]]
    rest = len(saved) - len(names)
    return ", ".join(names) + (f" and {rest} more" if rest else "")


def _shown(path: Path) -> Path:
    return path.relative_to(PROJECT) if path.is_relative_to(PROJECT) else path
