"""Files that stand in two places: linked where the disk can, copied where it cannot.  Pure."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from scenes.production.cache.files import replacing


def link(source: Path, target: Path) -> Path:
    """Let ``target`` be the same file as ``source``; it appears whole or not at all.

    A hard link costs no room and no time.  Rendering again replaces files and never writes into
    them, so what was linked stays as it was.
    """
    with replacing(target) as half:
        try:
            os.link(source, half)
        except OSError:  # another disk, or one that knows no links
            shutil.copyfile(source, half)
    return target


def is_linked(source: Path, target: Path) -> bool:
    """Tell whether both are one file already."""
    return target.exists() and target.samefile(source)
