"""Formulas are compiled once and kept like everything else: whole, and with a checksum.

Manim writes its files in place and puts others beside them for a moment, so that a process that is
killed leaves a half one to all later runs, and two that work at once take away each other's.  So it
gets a folder for this process alone.
"""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from manim import tempconfig

from scenes.kit.stage.manim_internals import typst_mobject
from scenes.production.cache.partial_files import half_of
from scenes.production.cache.store import Cache


@contextmanager
def kept_formulas(store: Cache) -> Iterator[None]:
    """Let Manim's formulas come from the cache while the block lasts."""
    manims: Any = typst_mobject
    before = manims.typst_to_svg_file
    with half_of(store.folder / "formulas") as folder:

        def typst_to_svg_file(*source: Any, **options: Any) -> Path:
            name = f"{_name(source, options)}.svg"
            kept, own = store.folder / "formulas" / name, folder / name
            if own.exists():
                return own
            if not store.is_whole(kept):
                store.put(kept, before(*source, **options).read_bytes())
            folder.mkdir(exist_ok=True)
            return Path(shutil.copyfile(kept, own))

        manims.typst_to_svg_file = typst_to_svg_file
        try:
            with tempconfig({"tex_dir": str(folder / "tex")}):
                yield
        finally:
            manims.typst_to_svg_file = before


@contextmanager
def own_formulas() -> Iterator[None]:
    """Let Manim make its formulas in a folder of this process alone while the block lasts.

    Else it would leave them where the command was called, and others at work there would take away
    what it is about to read.
    """
    with tempconfig({"tex_dir": _own_folder()}):
        yield


@cache
def _own_folder() -> str:
    folder = tempfile.mkdtemp(prefix="formulas-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _name(source: tuple[Any, ...], options: dict[str, Any]) -> str:
    told = repr((version("typst"), version("manim"), source, sorted(options.items())))
    return hashlib.sha256(told.encode()).hexdigest()[:32]
