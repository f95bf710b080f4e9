"""The cells of a table, each with its place, its text and, if it is one, its exact number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from string import ascii_uppercase

from mathcore.digits import in_ascii
from mathcore.recipe_file.numbers import read_share
from mathcore.recipe_file.tables import show

NOTHING = frozenset({"", "-", "–", "—", "−", "/"})
"""How people write that there is none."""
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,]([0-9]+))?|[0-9]+/[0-9]+)(%?)")
BEGINS_AS_NUMBER = re.compile(r"(?:[A-Z]{3}\s+)?[^\w\s]*\s*\d")
"""A number, but for a sign of a currency before it, a unit behind it, or gaps between thousands."""
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}([.,])[0-9]{3}%?")


@dataclass(frozen=True)
class Cell:
    """One cell: where it stands and what is written there.

    Attributes
    ----------
    place : str
        As a spreadsheet names it: ``"B3"``.
    text : str
        As it is written, without spaces around it.
    number : Fraction, optional
        What it is worth; ``"20%"`` is a fifth.  None if it is no number.
    percent : bool
        Whether it is marked as a percent.
    places : int, optional
        The decimals that are written; None if it is a fraction, or exact for another reason.
    fault : str
        Why it cannot be a number although it looks like one; it goes on from the place.
    """

    place: str
    text: str
    number: Fraction | None = None
    percent: bool = False
    places: int | None = None
    fault: str = ""

    @property
    def row(self) -> int:
        """The number of its row, counted from 1."""
        return int(self.place.lstrip(ascii_uppercase))

    @property
    def is_empty(self) -> bool:
        """Whether it says that there is nothing."""
        return self.text in NOTHING

    @property
    def begins_as_number(self) -> bool:
        """Whether it may be meant for a number, such as ``€ 1.20``, ``40 ml`` or ``1,234.5``."""
        return bool(BEGINS_AS_NUMBER.match(self.text))


@dataclass(frozen=True)
class Sheet:
    """The rows of a table, all as wide as the widest; `said` is what was told about its file."""

    path: str
    rows: tuple[tuple[Cell, ...], ...]
    said: tuple[str, ...] = ()


def address(row: int, column: int) -> str:
    """Name a cell, counted from 0, as a spreadsheet does.

    Examples
    --------
    >>> address(2, 1), address(0, 26)
    ('B3', 'AA1')
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def sheet_of_texts(
    path: str, rows: Sequence[Sequence[str]], comma: bool, numbers: Sequence[int] = ()
) -> Sheet:
    """Make a sheet of texts.

    Parameters
    ----------
    path : str
        Named in the messages as given.
    rows : sequence of sequence of str
        Its cells.
    comma : bool
        Whether decimals are known to be written with a comma.
    numbers : sequence of int, optional
        Of the rows, counted from 0, if some were left out.

    Examples
    --------
    >>> sheet = sheet_of_texts("tea.csv", [["", "Latte"], ["tea", "33,3 %"]], comma=True)
    >>> sheet.rows[1][1].number, sheet.rows[1][1].places
    (Fraction(333, 1000), 1)
    """
    width = max(map(len, rows), default=0)
    cells = [
        tuple(read_cell(address(n, j), row[j] if j < len(row) else "", comma) for j in range(width))
        for n, row in zip(numbers or range(len(rows)), rows, strict=True)
    ]
    return Sheet(path, tuple(cells))


def read_cell(place: str, raw: str, comma: bool) -> Cell:
    """Read a cell that is a text: ``40``, ``33.3 %``, ``1/3``, ``0,5``, or words.

    Examples
    --------
    >>> read_cell("B3", "1/3", comma=False).number
    Fraction(1, 3)
    >>> read_cell("B3", "1,234", comma=False).fault
    'is "1,234", of thousands or of decimals? Write 1234 or 1.2340'
    """
    text = " ".join(raw.split())
    try:
        plain = _closed(in_ascii(text))
    except ValueError as fault:  # a footnote's mark, or a word that is a numeral
        said = f"is {show(text)}: {fault}" if NUMBER.fullmatch(_with_any_digits(text)) else ""
        return Cell(place, text, fault=said)
    match = NUMBER.fullmatch(plain)
    if text in NOTHING or not match:
        return Cell(place, text)
    group = THOUSANDS.fullmatch(plain)
    if group and (group[1] == ",") != comma:
        return Cell(place, text, fault=_doubtful(text, plain, "," if comma else "."))
    try:
        number = read_share(plain.replace(",", "."))
    except ValueError as fault:
        return Cell(place, text, fault=str(fault))
    places = None if "/" in plain else len(match[1] or "")
    return Cell(place, text, number, bool(match[2]), places)


def _doubtful(text: str, plain: str, mark: str) -> str:
    whole, decimals = re.sub("[.,]", "", plain), re.sub("[.,]", mark, plain.rstrip("%"))
    percent = "%" * plain.endswith("%")
    return f"is {show(text)}, of thousands or of decimals? Write {whole} or {decimals}0{percent}"


def _closed(text: str) -> str:
    return re.sub(r"\s*([/%])\s*", r"\1", text)


def _with_any_digits(text: str) -> str:
    """Write 0 for whatever has the value of a number."""
    any_digits = ("0" if unicodedata.numeric(each, None) is not None else each for each in text)
    return _closed("".join(any_digits))
