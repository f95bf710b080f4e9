"""``new``: a commented example file to edit, also one that is made from a table."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import cloup

import scenes
from mathcore import ExampleError, RecipeBook, given_once
from mathcore.recipe_table import open_table, read_table, write_example
from scenes.kit.ground import lettering
from scenes.kit.stage import choices
from scenes.kit.stage.choices import ChoiceError
from scenes.production.cache.files import write_new
from scenes.production.cache.paths import shown
from scenes.production.cache.terminal import say, tell
from scenes.production.commands.own_path import OwnPath
from scenes.production.planning.plain_names import LONGEST, is_device

TEMPLATE = Path(scenes.__file__).with_name("example_template.toml")
NAME = re.compile(rf"[a-z][a-z0-9_]{{,{LONGEST - 1}}}")

HELP = """\
Write a commented example file, ready to edit; with --from, one that holds what a table does.

\b
./render.sh new tea                   to begin with
./render.sh new tea --from tea.csv    from a table: .csv, .tsv or .xlsx

The first row of a table names its columns, the first column the ingredients. A column that sums to
100 % or 1 is a mixture, and so is one called "Mojito (parts)"; right of them stand the properties,
their units in brackets: "Alcohol (% vol)". How the table was understood is said.
"""


@cloup.command("new", help=HELP)
@cloup.argument("name", help="Small letters, digits and _ ; the file is called NAME.toml.")
@cloup.option("--from", "table", type=OwnPath(), metavar="TABLE", help="A table of recipes.")
def new_command(name: str, table: Path | None) -> None:
    """Write the file, and say what to do with it."""
    if not NAME.fullmatch(name) or is_device(name):
        raise ChoiceError(
            f'"{name}" cannot be the name of an example: use up to {LONGEST} small letters, digits '
            'and "_", and begin with a letter, as in "green_tea"; "con" and the like mean devices'
        )
    path = choices.EXAMPLES / f"{name}.toml"
    text = TEMPLATE.read_text(encoding="utf-8")
    if table is not None:
        text = _from_table(table, name, text)
    if not write_new(path, text):
        say(f"{shown(path)} is there already; nothing was changed.")
        raise SystemExit(1)
    tell(f"Wrote {shown(path)}. Edit it, then see it:")
    tell(f"  ./render.sh row_by_column --example {name} --quality l")


def _from_table(table: Path, name: str, template: str) -> str:
    """Return the text of an example that holds what a table does; say how that was understood."""
    found = read_table(open_table(table), lettering.has_character)
    text = write_example(found, template, name, table.name)
    book = _read_back(text, table)
    for sentence in (*found.said, *book.rounded, *given_once(book)):
        tell(f"{table}: {sentence}")
    return text


def _read_back(text: str, table: Path) -> RecipeBook:
    """Read the example as it will be read; what does not fit is a fault of the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "example.toml")
        path.write_text(text, encoding="utf-8")
        try:
            return RecipeBook.load(path, lettering.has_character)
        except ExampleError as error:
            faults = [each.replace(str(path), str(table), 1) for each in error.faults]
            raise ExampleError(faults) from None
