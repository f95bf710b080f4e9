"""``list``: what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cloup
from rich.table import Table

from mathcore import ExampleError, RecipeBook, kind_of
from scenes.kit.ground import lettering
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage import choices
from scenes.kit.stage.layers import layers, needs, read_layer
from scenes.kit.stage.script import Script
from scenes.production.cache.terminal import Terminal
from scenes.production.planning.settings import DEFAULT_THEME

NAMELESS = dict.fromkeys(choices.LANGUAGES, "")


@cloup.command("list")
def list_command() -> None:
    """List chapters, examples, layer files, languages and themes."""
    console = Terminal()
    for table in (_chapters(), _examples(), _layers(), _looks()):
        console.print(table)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _chapters() -> Table:
    table = _table("Chapters, in the order of the film", "name", "en", "zh")
    for name in choices.chapters():
        title = Script.load(choices.SCENES / f"{name}.toml").title
        table.add_row(name, title["en"], title["zh"])
    return table


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
