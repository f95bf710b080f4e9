"""Everything that a chapter has written down, in every language."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from mathcore import RecipeBook
from scenes.kit.stage.layers import is_text
from scenes.kit.stage.script import Beat, Script, Text


@dataclass(frozen=True)
class Written:
    """A text of a chapter's .toml: the beat it belongs to, what it is, and its words."""

    beat: str
    kind: str
    text: Text


def written(script: Script) -> Iterator[Written]:
    """Go through the title, the labels, the wordings, and each beat's title, lines and notes."""
    yield Written("", "title", script.title)
    for name, label in script.labels.items():
        yield Written("", f"label {name}", label)
    for name, wording in script.wordings.items():
        for case, text in wording.cases.items():
            yield Written("", f"wording {name}.{case}", text)
    for beat in script.beats.values():
        yield from of_beat(beat)


def of_beat(beat: Beat) -> Iterator[Written]:
    """Go through what a beat has written down."""
    if beat.title is not None:
        yield Written(beat.name, "title", beat.title)
    yield from (Written(beat.name, f"line {n}", line) for n, line in enumerate(beat.lines, 1))
    if beat.notes is not None:
        yield Written(beat.name, "notes", beat.notes)


def lent(book: RecipeBook) -> Iterator[Text]:
    """Go through the names, notes, units and words of an example."""
    yield book.name
    yield from [book.note] if book.note else []
    for named in (book.ingredients, book.mixtures, book.properties):
        yield from (each.name for each in named)
    yield from (mixture.short for mixture in book.mixtures)
    yield from (each.unit for each in book.properties if each.unit)
    yield from book.words.values()


def lent_by_layer(layer: Any) -> Iterator[Text]:
    """Go through the texts of a layer, however deep they stand in it."""
    if is_text(layer):
        yield layer
    elif is_dataclass(layer):
        for each in fields(layer):
            yield from lent_by_layer(getattr(layer, each.name))
    elif isinstance(layer, tuple | list | Mapping):
        for part in layer.values() if isinstance(layer, Mapping) else layer:
            yield from lent_by_layer(part)


def literal(text: str) -> str:
    """Return what is typed outside the placeholders.

    >>> literal("{left} times {right}: 3")
    ' times : 3'
    """
    return "".join(typed for typed, *_ in string.Formatter().parse(text))


def placeholders_in(text: str) -> frozenset[str]:
    """Return the names of the placeholders.

    >>> sorted(placeholders_in("{left} times {right}: 3"))
    ['left', 'right']
    """
    return frozenset(name for _, name, *_ in string.Formatter().parse(text) if name)
