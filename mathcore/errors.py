"""Everything that mathcore refuses, and why."""

from __future__ import annotations

from collections.abc import Sequence

from mathcore.lines import printable


class ShapeError(ValueError):
    """Two shapes do not fit; the message has both shapes and the fix."""


class EntryError(ValueError):
    """An entry is not a finite number; the message says where it stands."""


class TraceSizeError(ValueError):
    """A trace would be too large to hold; the message has the limit and what to call instead."""


class ExampleError(ValueError):
    """An example file has faults: all of them, one a line.

    Parameters
    ----------
    faults : sequence of str
        Whole sentences, each ``path: place: what; fix``; an end of a line in one, which a path may
        have, is written out.

    Examples
    --------
    >>> print(ExampleError(["tea.toml: no such file", "tea.toml: a second fault"]))
    tea.toml: no such file
    tea.toml: a second fault
    """

    faults: tuple[str, ...]

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(map(printable, faults))
        super().__init__("\n".join(self.faults))

    def __reduce__(self) -> tuple[type[ExampleError], tuple[tuple[str, ...]]]:
        """Travel between processes with the faults, not with their joined text."""
        return ExampleError, (self.faults,)
