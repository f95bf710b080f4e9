"""The examples: for each noun of the kit a small scene, ``kit/examples/<room>/<file>.py``.

Knows nothing of Manim.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import scenes.kit
from mathcore.listing import files_in
from scenes.kit.stage.script import Script, Text

KIT = Path(scenes.kit.__file__).parent
EXAMPLES = KIT / "examples"
CLASS = "Example"  # what the scene of every example is called


@dataclass(frozen=True)
class Example:
    """One small scene: its ``.py`` and, beside it, its ``.toml``."""

    path: Path

    @property
    def name(self) -> str:
        """Its room and its noun: ``bar/bottle``."""
        return self.path.relative_to(EXAMPLES).with_suffix("").as_posix()

    @property
    def shown(self) -> Path:
        """The file of the kit that it shows."""
        return KIT / self.path.relative_to(EXAMPLES)

    @property
    def files(self) -> tuple[Path, Path]:
        """What there is to copy."""
        return self.path, self.path.with_suffix(".toml")

    @property
    def scene(self) -> Any:
        """Its scene class."""
        return getattr(importlib.import_module(module_name(self.path)), CLASS)

    @cached_property
    def script(self) -> Script:
        """What it says."""
        return Script.load(self.files[1])

    @property
    def title(self) -> Text:
        """What its noun is called."""
        return self.script.title

    @property
    def line(self) -> Text:
        """What its last picture shows: the last line that is said."""
        return list(self.script.beats.values())[-1].lines[-1]


def examples() -> tuple[Example, ...]:
    """Return all examples, by room and name."""
    found = (path for path in files_in(EXAMPLES, "*/*.py") if path.stem != "__init__")
    return tuple(map(Example, found))


def module_name(path: Path) -> str:
    """Return what a file of the kit is imported as: ``scenes.kit.bar.bottle``."""
    return ".".join(("scenes.kit", *path.relative_to(KIT).with_suffix("").parts))
