"""The names above the columns, and what stands in brackets behind them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from mathcore.recipe_table.words import PARTS, PERCENT, TOTALS

BRACKETS = re.compile(r"(?P<name>.*?\S)\s*(?:\((?P<round>[^()]*)\)|\[(?P<square>[^][]*)\])")


@dataclass(frozen=True)
class Heading:
    """What a column is called, and the mark in brackets behind it: a unit, ``%`` or ``parts``."""

    text: str
    name: str
    mark: str

    @property
    def is_parts(self) -> bool:
        """Whether it says that the column is a mixture in parts."""
        return self.mark.casefold() in PARTS

    @property
    def is_percent(self) -> bool:
        """Whether it says that the numbers are percents."""
        return self.mark.casefold() in PERCENT

    @property
    def is_unit(self) -> bool:
        """Whether it has a unit that only a property has."""
        return bool(self.mark) and not self.is_parts and not self.is_percent


def is_total(name: str) -> bool:
    """Tell whether a row, or a column without a unit, of this name holds sums.

    >>> is_total("Total:"), is_total("Total fat")
    (True, False)
    """
    return name.casefold().rstrip(" :：") in TOTALS


def read_heading(text: str) -> Heading:
    """Read a heading.

    Examples
    --------
    >>> heading = read_heading("Alcohol (% vol)")
    >>> heading.name, heading.mark, heading.is_unit
    ('Alcohol', '% vol', True)
    >>> read_heading("Latte %").is_percent, read_heading("Sugar（g）").mark
    (True, 'g')
    """
    narrow = unicodedata.normalize("NFC", text).translate(str.maketrans("（）［］％", "()[]%"))
    if match := BRACKETS.fullmatch(narrow):
        return Heading(text, match["name"], (match["round"] or match["square"] or "").strip())
    if narrow.endswith("%") and narrow.strip("% "):
        return Heading(text, narrow.removesuffix("%").rstrip(), "%")
    return Heading(text, narrow, "")
