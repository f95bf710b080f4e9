"""Formulas are compiled once and kept like everything else: whole, and with a checksum.

Manim writes its files in place, so that a process that is killed leaves a half one to all later
runs, and one that works beside it may read what is not yet whole.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from manim import tempconfig
from manim.mobject.text import typst_mobject

from scenes.production.cache import Cache
from scenes.production.files import own_part


@contextmanager
def kept_formulas(cache: Cache) -> Iterator[None]:
    """Let Manim's formulas come from the cache while the block lasts."""
    before = typst_mobject.typst_to_svg_file

    def typst_to_svg_file(*source: Any, **options: Any) -> Path:
        target = cache.folder / "formulas" / f"{_name(source, options)}.svg"
        if not cache.is_whole(target):
            _compile(cache, target, lambda: before(*source, **options))
        return target

    typst_mobject.typst_to_svg_file = typst_to_svg_file
    try:
        yield
    finally:
        typst_mobject.typst_to_svg_file = before


def _compile(cache: Cache, target: Path, make: Callable[[], Path]) -> None:
    """Let Manim write to a folder of this process, and keep what comes out."""
    folder = own_part(target.with_suffix(""))
    try:
        with tempconfig({"tex_dir": str(folder)}):
            cache.put(target, make().read_bytes())
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _name(source: tuple[Any, ...], options: dict[str, Any]) -> str:
    told = repr((version("typst"), version("manim"), source, sorted(options.items())))
    return hashlib.sha256(told.encode()).hexdigest()[:32]
