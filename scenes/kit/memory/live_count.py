"""A live count: a numeral that is true at every moment of a walk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mathcore.cache import Whole
from scenes.kit.ground.text import Number
from scenes.kit.stage.claims import Claim


class LiveCount(Number):
    """A numeral that shows an entry of a counting array, and says which one.

    Parameters
    ----------
    counts : sequence of int
        What is counted after so many steps or accesses, from 0 on.
    of : str
        The source whose entries these are.
    column : tuple of int, optional
        The further indices of its entries.
    size, colour
        As for :class:`Number`, which takes all the rest, too.
    """

    def __init__(
        self,
        counts: Sequence[int] | Whole,
        of: str,
        column: tuple[int, ...] = (),
        *,
        size: float,
        colour: str,
        **kwargs: Any,
    ) -> None:
        self.counts, self.of, self.column, self.done = counts, of, column, 0
        super().__init__(int(counts[0]), size, colour, claim=self._claim(), **kwargs)

    def _claim(self) -> Claim:
        return Claim("count", (self.done, *self.column), self.of)

    def show_at(self, done: int) -> LiveCount:
        """Show the count after so many."""
        if done != self.done:
            self.done = done
            self.claim = self._claim()
            self.set_value(int(self.counts[done]))
        return self
