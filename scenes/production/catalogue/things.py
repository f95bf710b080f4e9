"""What the kit has, read off its modules: nouns, what makes them, how they move, what they take.

A *noun* is a public class of mobjects, or one whose methods return Animations; a *maker* is a
public function that returns a mobject, a *motion* a class of Animations or a function that returns
one; a *value* is any other public class.
"""

from __future__ import annotations

import importlib
import inspect
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from manim import Animation, Mobject

from mathcore.listing import files_in
from scenes.production.catalogue.examples import EXAMPLES, KIT, module_name

Kind = Literal["noun", "maker", "motion", "value", "function"]


@dataclass(frozen=True)
class Thing:
    """A public class or function of the kit."""

    name: str
    kind: Kind
    what: Any
    path: Path

    @property
    def file(self) -> str:
        """Its file as it is imported: ``scenes.kit.bar.bottle``."""
        return module_name(self.path)


def kit_files() -> list[Path]:
    """Return the files of the kit's rooms."""
    found = files_in(KIT, "*/**/*.py")
    return [path for path in found if EXAMPLES not in path.parents and path.stem != "__init__"]


@cache
def things() -> tuple[Thing, ...]:
    """Return all that the kit has, file by file, each in its order."""
    return tuple(thing for path in kit_files() for thing in _things(path))


def _things(path: Path) -> Iterator[Thing]:
    name = module_name(path)
    for own, what in vars(importlib.import_module(name)).items():
        public = not own.startswith("_") and getattr(what, "__module__", None) == name
        if public and (inspect.isclass(what) or inspect.isfunction(what)):
            yield Thing(own, _kind(what), what, path)


def _kind(what: Any) -> Kind:
    if inspect.isclass(what):
        if issubclass(what, Animation):
            return "motion"
        if getattr(what, "_is_protocol", False):  # it says what others have
            return "value"
        return "noun" if issubclass(what, Mobject) or any(methods_that_move(what)) else "value"
    returned = hints(what).get("return")
    if is_about(returned, Animation):
        return "motion"
    return "maker" if is_about(returned, Mobject) else "function"


def methods_that_move(what: type) -> Iterator[tuple[str, Any]]:
    """Yield the methods of a class, but those of Manim, that return an Animation."""
    for cls in reversed(what.__mro__):
        for name, method in vars(cls).items() if cls.__module__.startswith("scenes.kit") else ():
            own = inspect.isfunction(method) and not name.startswith("_")
            if own and is_about(hints(method).get("return"), Animation):
                yield name, method


def is_about(hint: Any, wanted: type | tuple[type, ...]) -> bool:
    """Tell whether a type is one of the wanted ones, or one of its parts is.

    >>> is_about(list[int] | None, int)
    True
    """
    if inspect.isclass(hint) and not typing.get_args(hint):
        return issubclass(hint, wanted)
    return any(is_about(each, wanted) for each in typing.get_args(hint))


@cache
def hints(what: Any) -> Mapping[str, Any]:
    """Return the types of a function's parameters, or of those that make an object of a class."""
    function = what.__init__ if inspect.isclass(what) else what
    return typing.get_type_hints(function, localns=_names())


@cache
def _names() -> dict[str, Any]:
    """Return the kit's public names, for those that a file knows to type checkers alone."""
    found: dict[str, Any] = {}
    for path in kit_files():
        module = importlib.import_module(module_name(path))
        found |= {name: each for name, each in vars(module).items() if not name.startswith("_")}
    return found
