"""Names of folders, made from those of a user's files: short, in ASCII, fit for every disk.  Pure.

Windows keeps some names for devices, whatever their ending, and a disk holds 255 bytes of a name.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
LONGEST, WIDEST = 60, 120  # characters of one name, and of several together


def plain_name(path: Path) -> str:
    """Return the name of a file in ASCII; those that differ otherwise share no folder.

    >>> plain_name(Path("green_tea.toml")), plain_name(Path("con.toml"))
    ('green_tea', 'con_1143da')
    """
    plain = re.sub(r"[^A-Za-z0-9]+", "_", path.stem).strip("_")[:LONGEST]
    if plain == path.stem and not is_device(plain):
        return plain
    return f"{plain or 'example'}_{_mark(os.fsencode(path.stem))}"


def joined_name(names: Iterable[str]) -> str:
    """Return several names as one.

    >>> joined_name(["tea", "letter"])
    'tea-letter'
    """
    whole = "-".join(names)
    return whole if len(whole) <= WIDEST else f"{whole[:WIDEST]}_{_mark(whole.encode())}"


def is_device(name: str) -> bool:
    """Tell whether Windows takes a name for one of its devices.

    >>> is_device("Aux"), is_device("auxiliary")
    (True, False)
    """
    return DEVICE.fullmatch(name) is not None


def _mark(name: bytes) -> str:
    return hashlib.sha256(name).hexdigest()[:6]
