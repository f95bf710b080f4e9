"""The makers of pages and decks: every module beside this one that can write some.

Such a module has ``FILES``, the names of what it writes, and ``write(lecture, folder)``, which
writes it into the folder of the pack and returns the paths.  ``lecture`` shows the clips with
captions in the picture; its own folder lies in that of the pack.  A module with ``FOR_SLIDES`` can
be given the clips without them, too.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol, cast

from scenes.production import lecture as rooms
from scenes.production.lecture.contents import Lecture


class Maker(Protocol):
    """What such a module looks like."""

    FILES: tuple[str, ...]

    def write(self, lecture: Lecture, folder: Path) -> Iterable[Path]:
        """Write the files into the folder of the pack."""


def makers() -> Iterator[Maker]:
    """Yield every module that can write pages or decks, in the order of their names."""
    for found in pkgutil.iter_modules(rooms.__path__):
        module = importlib.import_module(f"{rooms.__name__}.{found.name}")
        if hasattr(module, "FILES") and hasattr(module, "write"):
            yield cast(Maker, module)
