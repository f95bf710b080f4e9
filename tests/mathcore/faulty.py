"""A good example file to spoil, and what loading the spoilt one says."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mathcore import ExampleError, RecipeBook

HEAD = 'name = { en = "Tea", zh = "茶" }\n'
TEA = '[[ingredients]]\nid = "tea"\nname = { en = "tea", zh = "茶" }\n'
MILK = '[[ingredients]]\nid = "milk"\nname = { en = "milk", zh = "牛奶" }\n'
LATTE = (
    '[[mixtures]]\nname = { en = "Latte", zh = "拿铁" }\nshares = { tea = "40%", milk = "60%" }\n'
)
PRICE = '[[properties]]\nname = { en = "price", zh = "价格" }\nvalues = { tea = 2, milk = 1 }\n'
GOOD = HEAD + TEA + MILK + LATTE + PRICE
PAIR = '{ en = "...", zh = "..." }'
MINUS = "\N{MINUS SIGN}"


def faults_of(
    path: Path, text: str | bytes, has_character: Callable[[str], bool] | None = None
) -> list[str]:
    """Write a file, load it, and give its faults without the path before each."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ExampleError) as caught:
        RecipeBook.load(path, has_character)
    assert str(caught.value) == "\n".join(caught.value.faults)
    assert all(fault.startswith(f"{path}: ") for fault in caught.value.faults)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def changed(before: str, after: str) -> str:
    assert GOOD.count(before) == 1
    return GOOD.replace(before, after)
