"""What Manim is told, upon its own settings; and that nobody else tells it anything.

Knows nothing of Manim.
"""

from __future__ import annotations

import configparser
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any
from unittest import mock

from scenes.production.planning.settings import Settings


def manim_settings(settings: Settings) -> dict[str, Any]:
    """Return what Manim is to be told."""
    quality = settings.quality
    return {
        "pixel_width": quality.width,
        "pixel_height": quality.height,
        "frame_rate": quality.fps,
        "media_dir": str((settings.cache / "media").absolute()),
        "background_opacity": 0.0 if settings.transparent else 1.0,
        "format": "mov" if settings.transparent else "mp4",
        "disable_caching": True,  # the recorder knows better what can be used again
        "verbosity": "CRITICAL",
        "progress_bar": "none",
        "preview": False,
        "dry_run": False,
        "save_sections": False,
        "log_to_file": False,
    }


def ignore_settings_files() -> None:
    """Let Manim, when this process loads it, read no ``manim.cfg``, neither here nor at home.

    Some of its classes keep what they read there; one that cannot be read would end the process;
    and plugins that it names would be loaded.
    """
    if "manim" not in sys.modules and not any(isinstance(each, _Finder) for each in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(importlib.abc.MetaPathFinder):
    """Finds Manim, once, and nothing else."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != "manim":
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        if spec and spec.loader:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(importlib.abc.Loader):
    """Loads a module that finds no settings files, but for those that it brings itself."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self._loader.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        with mock.patch.object(configparser.ConfigParser, "read", return_value=[]):
            self._loader.exec_module(module)
