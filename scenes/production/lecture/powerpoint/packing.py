"""A presentation as a file: the same slides give the same bytes, whenever it is written."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from scenes.production.cache.files import replacing

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a ZIP file can hold
PACKED_ALREADY = (".mp4", ".png")


def save(presentation: Any, target: Path) -> Path:
    """Write a presentation, whole or not at all."""
    raw = BytesIO()
    presentation.save(raw)
    with (
        replacing(target) as half,
        zipfile.ZipFile(raw) as loose,
        zipfile.ZipFile(half, "w") as packed,
    ):
        for name in loose.namelist():
            packed.writestr(_entry(name), loose.read(name))
    return target


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EPOCH)
    packed = name.endswith(PACKED_ALREADY)
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    entry.create_system = 0  # else it tells Windows from the rest
    return entry
