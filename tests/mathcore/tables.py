"""Tables of recipes to read, and what reading one says."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathcore import ExampleError
from mathcore.recipe_table import TableExample, open_table, read_table

GOOD = """\
Ingredient;Latte;Chai (parts);Sugar (g);Price
Black tea;40%;40;0;1,20
Milk;60%;20;4,8;0,8
Syrup;;10;-80;1/3
"""


def read(path: Path, text: str | bytes) -> TableExample:
    """Write a table, and read it."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table(open_table(path))


def faults_of(path: Path, text: str | bytes) -> list[str]:
    """Give the faults of a table without the path before each."""
    with pytest.raises(ExampleError) as caught:
        read(path, text)
    assert all(fault.startswith(f"{path}: ") for fault in caught.value.faults)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def changed(before: str, after: str) -> str:
    assert GOOD.count(before) == 1
    return GOOD.replace(before, after)
