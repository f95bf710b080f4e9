"""A file that holds several arrays, each by its name, and which of them is meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mathcore.readers.numbers import Numbers

LISTED = 12
Shape = tuple[int, ...]


@dataclass(frozen=True)
class NamedArrays:
    """What is in a file: the shapes are known, the numbers are read when they are wanted."""

    shapes: Mapping[str, Shape]
    read: Callable[[str], Numbers]

    def choose(self, tensor: str | None, key: str) -> str:
        """Tell which array is meant: the one named, or the only one, or that called as the `key`.

        Raises
        ------
        ValueError
            If there is none such; the message lists all that there are, with their shapes.

        Examples
        --------
        >>> arrays = NamedArrays({"fc.bias": (2,), "fc.weight": (2, 9)}, lambda name: None)
        >>> arrays.choose("fc.weight", "weights")
        'fc.weight'
        >>> arrays.choose(None, "weights")
        Traceback (most recent call last):
        ValueError: holds "fc.bias" (2,), "fc.weight" (2, 9): say which, tensor = "fc.weight"
        """
        if tensor is not None:
            if tensor not in self.shapes:
                raise ValueError(f'holds no "{tensor}", but {self.listed()}')
            return tensor
        names = list(self.shapes)
        if len(names) == 1 or key in names:
            return names[0] if len(names) == 1 else key
        if not names:
            raise ValueError("holds no arrays")
        likely = next((name for name in names if len(self.shapes[name]) == 2), names[0])
        raise ValueError(f'holds {self.listed()}: say which, tensor = "{likely}"')

    def listed(self) -> str:
        """List what there is, with the shapes."""
        told = [f'"{name}" {shape}' for name, shape in list(self.shapes.items())[:LISTED]]
        more = len(self.shapes) - len(told)
        return ", ".join(told) + (f" and {more:,} more" if more else "") or "nothing"
