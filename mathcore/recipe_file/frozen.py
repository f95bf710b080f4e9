"""A mapping that nobody changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class Frozen(Mapping[str, Value]):
    """An immutable mapping: hashable, and it can be sent to another process.

    Examples
    --------
    >>> name = Frozen(en="gin", zh="金酒")
    >>> name["en"], list(name), name == {"en": "gin", "zh": "金酒"}
    ('gin', ['en', 'zh'], True)
    """

    __slots__ = ("_entries",)

    def __init__(self, /, **entries: Value) -> None:
        self._entries = entries

    def __getitem__(self, key: str) -> Value:
        """Look one entry up."""
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        """Go through the keys in their order."""
        return iter(self._entries)

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._entries)

    def __hash__(self) -> int:
        """Hash what it holds."""
        return hash(frozenset(self._entries.items()))

    def __repr__(self) -> str:
        """Show it as a dictionary."""
        return repr(self._entries)
