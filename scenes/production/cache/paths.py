"""Paths as people type and read them.  Pure."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """Return a path as one would type it here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
