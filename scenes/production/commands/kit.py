"""``kit``: the catalogue of what scenes are made of."""

from __future__ import annotations

from pathlib import Path

import cloup

from scenes.production.cache.files import require_writable
from scenes.production.cache.locks import held
from scenes.production.cache.partial_files import remove_halves
from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import tell
from scenes.production.catalogue.looks import PICTURES
from scenes.production.catalogue.writing import write_pictures
from scenes.production.commands.display import Display
from scenes.production.commands.options import work

FOLDER = "kit"  # in that of everything that is made
HELP = """\
Make the catalogue of the kit: a page to look up what a scene can be made of.

Every noun has its pictures, what it takes, how it moves, and an example to copy.  The page needs
no network: open it from the disk, or put its folder on a server.
"""


@cloup.command("kit", help=HELP)
@cloup.option_group("How it is made", *work)
def kit_command(jobs: int, out: Path) -> None:
    """Draw the pictures that are not kept, then write the pages."""
    folder = out / FOLDER
    require_writable(folder)
    with held([folder]):
        remove_halves(folder)
        with Display(["examples"], "Drawing") as display:
            pictures = list(write_pictures(folder / PICTURES, jobs, display))
        # what the kit is made of takes a moment to load, with Manim
        from scenes.production.catalogue.pages import write_pages

        pages = list(write_pages(folder))
    tell(f"{len(pictures)} pictures in {shown(folder / PICTURES)}")
    for page in pages:
        tell(shown(page))
