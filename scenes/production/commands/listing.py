"""``list``: what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cloup
from rich.table import Table

from mathcore import ExampleError, RecipeBook, kind_of
from scenes.kit.ground import lettering
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage import choices
from scenes.kit.stage.layers import layers, needs, read_layer
from scenes.kit.stage.script import Script, ScriptError
from scenes.production.cache.terminal import Terminal
from scenes.production.commands.options import read_chapters, read_settings, what
from scenes.production.commands.render import require_faultless
from scenes.production.commands.scene_faults import fault_in_words
from scenes.production.planning.settings import DEFAULT_THEME, Settings

FIRST = 42  # characters
NAMELESS = dict.fromkeys(choices.LANGUAGES, "")


HELP = """\
List all there is to choose from, or the beats of a chapter, with their lengths and first words.

\b
./render.sh list                                       chapters, examples, layer files, looks
./render.sh list row_by_column --example smoothies     the beats of a chapter
"""


@cloup.command("list", help=HELP)
@cloup.argument("chapters", nargs=-1, metavar="[CHAPTER]...", help="None: all there is.")
@cloup.option_group("What is shown in them", *what)
def list_command(chapters: Sequence[str], **options: Any) -> None:
    """List chapters, examples, layer files, languages and themes; or beats."""
    console = Terminal()
    if not chapters:
        for table in (_chapters(), _examples(), _layers(), _looks()):
            console.print(table)
        return
    names = read_chapters(chapters)
    settings = read_settings(
        **options,
        captions="on",
        quality="h",
        fps=None,
        format=None,
        transparent=False,
        out=Path("out"),
    )
    require_faultless(settings, names)
    for name in names:
        console.print(_beats(settings, name))
        console.print(f"A picture of one: ./render.sh still {name}/BEAT", soft_wrap=True)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _chapters() -> Table:
    """List every scene that is there; those of the film have a number, episodes are called so."""
    table = _table(
        "Chapters, by their numbers, the opening's is 0; episodes; other scenes",
        *("", "name", "en", "zh"),
    )
    numbers = {name: str(number) for number, name in enumerate(choices.chapters())}
    numbers |= dict.fromkeys(choices.told()[len(numbers) :], "episode")
    for name in choices.all_chapters():
        table.add_row(numbers.get(name, ""), name, *_title(name))
    return table


def _title(chapter: str) -> Iterator[str]:
    try:
        title = Script.load(choices.SCENES / f"{chapter}.toml").title
    except ScriptError as error:
        yield f"{len(str(error).splitlines())} faults in its words: render it to read them"
        return
    yield from (title["en"], title["zh"])


def _beats(settings: Settings, chapter: str) -> Table:
    """List the beats of a chapter, as they are played with an example."""
    # Manim takes a second to load, which the other lists can do without
    from scenes.production.drawing.beats import played_beats

    table = _table(f"{chapter}: {next(_title(chapter))}")
    for column in ("name", "seconds", "first words"):
        table.add_column(column, justify="right" if column == "seconds" else "left")
    with fault_in_words(chapter):
        beats = played_beats(settings, chapter)
    for beat in beats:
        table.add_row(beat.name, f"{beat.seconds:.2f}", first_words(beat.caption))
    return table


def first_words(text: str) -> str:
    """Return the beginning of a text; words stay whole where there are spaces.

    >>> first_words("A row meets a column, and their products are added one by one.")
    'A row meets a column, and their products …'
    """
    if len(text) <= FIRST:
        return text
    return (
        text[: FIRST + 1].rpartition(" ")[0] + " …" if " " in text[:FIRST] else f"{text[:FIRST]}…"
    )


def _examples() -> Table:
    table = _table("\nExamples: --example NAME", "name", "en", "zh", "size")
    for name, path in choices.examples().items():
        table.add_row(name, *_example(path))
    return table


def _example(path: Path) -> Iterator[str]:
    """Describe an example; one that has faults is listed as well, and says so."""
    try:
        book = RecipeBook.load(path, lettering.has_character)
    except ExampleError as error:
        yield f"{len(error.faults)} faults: render it to read them"
        return
    rows, columns = book.shares.shape
    yield from (book.name["en"], book.name["zh"])
    yield f"{rows} ingredients × {columns} mixtures, {len(book.properties)} properties"


def _layers() -> Table:
    table = _table("\nLayer files: --layer NAME", "name", "kind", "en", "zh", "for")
    for name, path in layers().items():
        table.add_row(name, *_layer(path))
    return table


def _layer(path: Path) -> Iterator[str]:
    """Describe a layer file, and the chapters that it is for; one with faults says so."""
    try:
        kind, name = kind_of(path), getattr(read_layer(path), "name", None) or NAMELESS
    except ExampleError as error:
        yield f"{len(error.faults)} faults: render with it to read them"
        return
    yield from (kind, name["en"], name["zh"])
    yield ", ".join(chapter for chapter, need in needs().items() if need.kind == kind)


def _looks() -> Table:
    table = _table("\nLooks", "option", "choices")
    table.add_row("--lang", ", ".join(choices.LANGUAGES))
    themes = (f"{name} (default)" if name == DEFAULT_THEME else name for name in THEMES)
    table.add_row("--theme", ", ".join(themes))
    return table
