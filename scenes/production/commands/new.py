"""``new``: a commented example file to edit."""

from __future__ import annotations

import re
from pathlib import Path

import cloup

import scenes
from scenes.kit.stage import choices
from scenes.kit.stage.choices import ChoiceError
from scenes.production.cache.files import write_new
from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import say, tell
from scenes.production.planning.plain_names import LONGEST, is_device

TEMPLATE = Path(scenes.__file__).with_name("example_template.toml")
NAME = re.compile(rf"[a-z][a-z0-9_]{{,{LONGEST - 1}}}")


@cloup.command("new")
@cloup.argument("name", help="Small letters, digits and _ ; the file is called NAME.toml.")
def new_command(name: str) -> None:
    """Write a commented example file, ready to edit."""
    if not NAME.fullmatch(name) or is_device(name):
        raise ChoiceError(
            f'"{name}" cannot be the name of an example: use up to {LONGEST} small letters, digits '
            'and "_", and begin with a letter, as in "green_tea"; "con" and the like mean devices'
        )
    path = choices.EXAMPLES / f"{name}.toml"
    if not write_new(path, TEMPLATE.read_text(encoding="utf-8")):
        say(f"{shown(path)} is there already; nothing was changed.")
        raise SystemExit(1)
    tell(f"Wrote {shown(path)}. Edit it, then see it:")
    tell(f"  ./render.sh row_by_column --example {name} --quality l")
