"""A line of a program.  Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CodeLine:
    """A line of a program, and how far it is indented."""

    depth: int
    text: str
