"""What has an entry in the catalogue: each file of the kit with a noun in it, and its motions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import scenes
from mathcore.listing import files_in
from scenes.production.catalogue.examples import KIT, Example, examples, module_name
from scenes.production.catalogue.things import (
    Thing,
    hints,
    is_about,
    kit_files,
    methods_that_move,
    things,
)

SCENES = Path(scenes.__file__).parent
STORY = ("*.py", "acts/**/*.py")


@dataclass(frozen=True)
class Motion:
    """A function, a method or a class that moves a noun; ``of`` is the class of a method."""

    name: str
    what: Any
    path: Path
    of: str = ""


@dataclass(frozen=True)
class Subject:
    """A file of the kit: its nouns and what makes them, how they move, and its example.

    A file without an example is a *part*: nobody but other files of the kit uses what is in it, and
    those are its ``owners``.
    """

    path: Path
    things: tuple[Thing, ...]
    motions: tuple[Motion, ...]
    example: Example | None
    owners: tuple[Path, ...]

    @property
    def room(self) -> str:
        """The room that it stands in."""
        return self.path.parent.relative_to(KIT).as_posix()

    @property
    def name(self) -> str:
        """Its name."""
        return self.path.stem

    @property
    def is_wanted(self) -> bool:
        """Tell whether it needs an example: scenes use it, or nobody does yet."""
        return not self.owners or used_in_the_story(self)


@cache
def subjects() -> tuple[Subject, ...]:
    """Return all that is to be shown, room by room."""
    shown = {example.shown: example for example in examples()}
    found = []
    for path in kit_files():
        own = tuple(thing for thing in things() if thing.path == path)
        nouns = tuple(thing for thing in own if thing.kind in ("noun", "maker"))
        free = any(thing.kind == "motion" and moved_by(thing) <= {path} for thing in own)
        if nouns or free or path in shown:
            motions = tuple(_motions(path, own))
            found.append(Subject(path, nouns, motions, shown.get(path), _importers(path)))
    return tuple(found)


def moved_by(motion: Thing) -> frozenset[Path]:
    """Return the files of the nouns that a motion is given."""
    given = {name: hint for name, hint in hints(motion.what).items() if name != "return"}
    nouns = [thing for thing in things() if thing.kind == "noun"]
    return frozenset(
        noun.path for noun in nouns for hint in given.values() if _is_exactly(hint, noun.what)
    )


def _is_exactly(hint: Any, noun: type) -> bool:
    """Tell whether a type is this noun, not one derived from it, or has it among its parts."""
    return is_about(hint, noun) and not is_about(hint, tuple(noun.__subclasses__()) or type(None))


def _motions(path: Path, own: tuple[Thing, ...]) -> Iterator[Motion]:
    for thing in own:
        if thing.kind == "noun":
            for name, method in methods_that_move(thing.what):
                yield Motion(name, method, path, of=thing.name)
    for thing in things():
        if thing.kind == "motion" and (thing.path == path or path in moved_by(thing)):
            yield Motion(thing.name, thing.what, thing.path)


def _importers(path: Path) -> tuple[Path, ...]:
    """Return the other files of the kit that use something of a file."""
    return tuple(
        each for each in kit_files() if each != path and module_name(path) in _modules(each)
    )


def used_in_the_story(subject: Subject) -> bool:
    """Tell whether a scene or an act uses something of it."""
    name = module_name(subject.path)
    return any(name in _modules(path) for path in files_in(SCENES, *STORY))


@cache
def _modules(path: Path) -> frozenset[str]:
    """Return the modules that a file imports from."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return frozenset(node.module or "" for node in nodes)
