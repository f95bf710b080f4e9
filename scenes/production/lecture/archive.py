"""The pack as one .zip file: the same bytes for the same pack.  Pure."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

from scenes.production.cache.files import replacing

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # no date in it: the earliest that the format knows
PACKED = (".mp4", ".png", ".pptx", ".pdf")  # these do not get any smaller
READABLE = 0o100644 << 16


def write_archive(target: Path, folder: Path, names: Iterable[str], top: str) -> Path:
    """Write the named files of a folder; in the archive they lie below a folder called ``top``."""
    with replacing(target) as half, zipfile.ZipFile(half, "w") as archive:
        for name in sorted(names):
            entry = zipfile.ZipInfo(f"{top}/{name}", LONG_AGO)
            entry.external_attr = READABLE
            packed = name.endswith(PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, (folder / name).read_bytes())
    return target
