"""The group of commands: what is no command is a chapter, and chapters are rendered."""

from __future__ import annotations

from typing import Any

import cloup
from click import Context, HelpFormatter

from scenes.production.commands.bench import bench_command
from scenes.production.commands.cache import cache_command
from scenes.production.commands.check import check_command
from scenes.production.commands.kit import kit_command
from scenes.production.commands.lecture import lecture_command
from scenes.production.commands.listing import list_command
from scenes.production.commands.new import new_command
from scenes.production.commands.probe import probe_command
from scenes.production.commands.render import render_command
from scenes.production.commands.still import still_command
from scenes.production.commands.versions import tell_versions
from scenes.production.commands.watch import watch_command

HELP = """\
Render "Matrix multiplication is mixing": the whole film, or the chapters you name.

\b
./render.sh                                the whole film, in English, into out/
./render.sh --lang zh --theme paper        in Chinese, for light slides
./render.sh row_by_column --quality l      one chapter, small and quick
./render.sh all                            the film, and the episodes that stand alone
./render.sh --example smoothies            the same story with other numbers
./render.sh still row_by_column/first_cell one picture, at once: how a beat ends
./render.sh list                           what there is to choose from
./render.sh check                          prove every number; see that all can be read
./render.sh lecture                        all that a lecturer shows or embeds, in one folder
./render.sh kit                            what scenes are made of: pictures, and lines to copy
./render.sh new tea                        your own example, to edit
./render.sh new tea --from tea.csv         the same, made of a table
./render.sh cache                          what is kept of earlier runs
./render.sh watch row_by_column            render what changes, as files are saved
./render.sh bench                          how fast it is, beside plain Manim
./render.sh --version                      what is at work

Beside each video stand its poster, its captions in every language, and a clip of every beat.
"""
HELP_NAMES = ("-h", "--help")
VERSION_NAME = "--version"


class FrontDoor(cloup.Group):
    """A group with a default: ``scenes row_by_column`` means ``scenes render row_by_column``."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Put ``render`` first unless a command stands there, or help or versions are asked for."""
        first = args[0] if args else ""
        if first not in (*HELP_NAMES, VERSION_NAME) and self.get_command(ctx, first) is None:
            args = ["render", *args]
        return super().parse_args(ctx, args)

    def format_params(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Show the options of rendering: they are the ones that are wanted."""
        with cloup.Context(render_command, info_name="render", parent=ctx) as rendering:
            render_command.format_params(rendering, formatter)


@cloup.group(
    help=HELP,
    cls=FrontDoor,
    context_settings={"help_option_names": list(HELP_NAMES), "max_content_width": 100},
    options_metavar="",
    subcommand_metavar="[CHAPTER]... [OPTION]...  or  COMMAND",
)
@cloup.option(VERSION_NAME, is_flag=True, is_eager=True, expose_value=False, callback=tell_versions)
def main(**_options: Any) -> None:
    """Render, list or begin: what ``./render.sh`` does."""


main.add_command(render_command)
main.add_command(list_command)
main.add_command(new_command)
main.add_command(check_command)
main.add_command(bench_command)
main.add_command(lecture_command)
main.add_command(kit_command)
main.add_command(cache_command)
main.add_command(watch_command)
main.add_command(still_command)
main.add_command(probe_command)
