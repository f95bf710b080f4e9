"""What a chapter reports while it is filmed.  Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Advance:
    """How far a chapter is, in frames."""

    chapter: str
    done: int
    total: int


Report = Callable[[Advance], None]
