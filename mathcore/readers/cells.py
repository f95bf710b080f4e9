"""The cells of a table: where one ends, which are headings, and what a comma in one means."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence

from mathcore.recipe_file.tables import show

Row = list[str]
SEPARATORS = {"\t": "tab", ";": "semicolon", ",": "comma"}
SEPARATOR_LINE = re.compile(r'"?sep=([\t;,])"?\s*', re.IGNORECASE)
"""With which some files begin, for Excel."""
NO_NAMES = {"nan", "inf", "infinity", "na", "n/a", "none", "null", "true", "false"}
"""Words that stand for an entry; who names a column so has to name it otherwise."""
LETTER = re.compile(r"[^\W\d_]")
NUMBER = re.compile(r"[+-]?[0-9.,]+[eE][+-]?[0-9]+")
WHOLE = re.compile(r"[+-]?[0-9]{1,30}")
PLAIN = re.compile(r"[0-9]{1,30}(?:[eE][+-]?[0-9]{1,3})?")
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[.,][0-9]{3}){1,9}")


def split(lines: Sequence[str]) -> tuple[list[Row], str]:
    """Split lines into cells, all alike, and tell by what.

    A tab separates where there is one, else a semicolon, else a comma, else spaces; or what the
    line ``sep=`` says.

    Raises
    ------
    ValueError
        If a quotation does not end on its line.

    Examples
    --------
    >>> split(["0,5;1", '"1,5";2'])
    ([['0,5', '1'], ['1,5', '2']], ';')
    >>> split(["1.0e+00 2.5e-01"])
    ([['1.0e+00', '2.5e-01']], ' ')
    """
    said = SEPARATOR_LINE.fullmatch(lines[0]) if lines else None
    kept = lines[1:] if said else lines
    bare = [re.sub(r'"[^"]*"', "", line) if '"' in line else line for line in kept]
    found = [each for each in SEPARATORS if any(each in line for line in bare)]
    separator = said[1] if said else next(iter(found), " ")
    if separator == " ":
        return _by_spaces(kept), separator
    known = dict[str, str]()  # equal cells are one string: a large table repeats itself
    rows = [[known.setdefault(c, c) for c in _cells(line, separator)] for line in kept]
    return _trimmed(rows), separator


def _cells(line: str, separator: str) -> Row:
    if '"' not in line:
        return [cell.strip() for cell in line.split(separator)]
    try:
        (cells,) = csv.reader([line], delimiter=separator, strict=True, skipinitialspace=True)
    except (csv.Error, ValueError):
        what = f"has a quotation that does not end on its line: {show(line)}; write it on one line"
        raise ValueError(what) from None
    return [cell.strip() for cell in cells]


def _by_spaces(lines: Sequence[str]) -> list[Row]:
    """Split lines at spaces; a heading of several words above one column is one cell."""
    rows = [[cell.strip('"') for cell in line.split()] for line in lines]
    if rows[1:] and all(len(row) == 1 for row in rows[1:]):
        rows[0] = [lines[0].strip().strip('"')]
    return rows


def _trimmed(rows: list[Row]) -> list[Row]:
    """Leave out rows that hold nothing, and columns at the end that hold nothing."""
    filled = [row for row in rows if any(row)]
    width = max(map(_width, filled), default=0)
    return [row[:width] for row in filled]


def _width(row: Row) -> int:
    width = len(row)
    while not row[width - 1]:
        width -= 1
    return width


def without_headings(rows: list[Row]) -> tuple[list[Row], bool]:
    """Leave out a row of headings and a column of them; tell whether there was such a row.

    The first heading begins with a letter; above a column of headings there may be nothing.

    Raises
    ------
    ValueError
        If it cannot be told what is a heading.

    Examples
    --------
    >>> without_headings([["", "cat", "dog"], ["ear", "1", "2"]])
    ([['1', '2']], True)
    >>> without_headings([["0", "1"], ["2", "3"]])
    ([['0', '1'], ['2', '3']], False)
    """
    if len(rows) < 2 or not all(rows):
        return rows, False
    first, rest = rows[0], rows[1:]
    named = [row[0] for row in rest]
    is_named = all(map(is_heading, named))
    if not first[0] and len(first) > 1:
        if not all(map(is_heading, first[1:])) and not _counts(first[1:]):
            return rows, False
        if not is_named and not _counts(named):
            raise ValueError("has no heading above its first column; write one, or leave it out")
        return _without_names(rest), True
    if is_heading(first[0]) and all(map(_is_name, first)):
        return _without_names(rest) if is_named else rest, True
    if not is_named or not is_heading(first[0]):
        return rows, False
    if _counts(first[1:]):
        raise ValueError(
            f"begins with {show(' '.join(first))}: headings or numbers? Leave headings away"
        )
    return _without_names(rows), False


def _without_names(rows: Sequence[Row]) -> list[Row]:
    """Leave out a column of headings; one that names two rows alike may hold classes in words."""
    seen = set[str]()
    for name in (row[0] for row in rows):
        if name in seen:
            raise ValueError(
                f"begins several rows with {show(name)}; write a class as its number, counted from "
                "0, and name rows differently, or not at all"
            )
        seen.add(name)
    return [row[1:] for row in rows]


def refuse_counted(rows: Sequence[Row]) -> None:
    """Refuse a first row that counts 0, 1, 2, …: pandas writes such above columns without names.

    It is none of headings where the next row counts on, nor where there are but two whole numbers.

    Raises
    ------
    ValueError
        If nothing tells whether it is one of numbers.

    Examples
    --------
    >>> refuse_counted([["0", "1", "2"], ["3", "4", "5"]])
    >>> refuse_counted([["0", "1", "2"], ["7", "0", "9"]])
    Traceback (most recent call last):
    ValueError: begins with "0 1 2": headings or numbers? Leave headings away, or write +0 for 0
    """
    if len(rows) < 2 or len(rows[0]) < 2 or rows[0] != [str(n) for n in range(len(rows[0]))]:
        return
    are_whole = any(WHOLE.fullmatch(cell) for row in rows[1:] for cell in row)
    if rows[1][0] != str(len(rows[0])) and (len(rows[0]) > 2 or not are_whole):
        raise ValueError(
            f"begins with {show(' '.join(rows[0]))}: headings or numbers? Leave headings away, or "
            "write +0 for 0"
        )


def is_heading(cell: str) -> bool:
    """Tell whether a cell is no entry, but a name.

    >>> is_heading("pixel 1"), is_heading("1O"), is_heading("nan")
    (True, False, False)
    """
    return (cell[:1].isalpha() or cell[:1] in ("_", "\ufffd")) and cell.lower() not in NO_NAMES


def _is_name(cell: str) -> bool:
    """Tell whether a cell beside a heading is one, such as ``1x1``; no number is."""
    return is_heading(cell) or bool(LETTER.search(cell) and not NUMBER.fullmatch(cell))


def _counts(cells: Sequence[str]) -> bool:
    """Tell whether cells count 0, 1, 2, … or 1, 2, 3, …, as numbers of columns or rows do."""
    return any(list(cells) == [str(n + start) for n in range(len(cells))] for start in (0, 1))


def decimal_mark(cells: Iterable[str], separator: str) -> str:
    """Tell whether a point or a comma begins the decimals.

    Raises
    ------
    ValueError
        If both stand in one table, or all that stand might as well be between thousands.

    Examples
    --------
    >>> decimal_mark(["0,5", "1"], ";"), decimal_mark(["0.5", "1"], ",")
    (',', '.')
    >>> decimal_mark(["1,234", "5"], ";")
    Traceback (most recent call last):
    ValueError: has "1,234", of decimals or of thousands? Write 1234 or 1.2340
    """
    commas, points = list[str](), list[str]()
    for cell in cells:
        if "," in cell:
            commas.append(cell)
        if "." in cell:
            points.append(cell)
    if commas and points:
        both = f"{show(commas[0])} and {show(points[0])}"
        raise ValueError(f"has {both}: write all decimals with a point, and thousands without one")
    doubtful = commas if commas or separator not in "\t;" else points
    if doubtful and all(map(THOUSANDS.fullmatch, doubtful)):
        digits = re.sub("[.,]", "", doubtful[0])
        raise ValueError(
            f"has {show(doubtful[0])}, of decimals or of thousands? Write {digits} or "
            f"{doubtful[0].replace(',', '.')}0"
        )
    return "," if commas else "."


def refuse_doubtful_commas(rows: Sequence[Row]) -> None:
    """Refuse two columns of whole numbers that may be one of decimals: ``0,5``.

    Raises
    ------
    ValueError
        If nothing tells which; a space after a comma, a sign or a decimal point would.

    Examples
    --------
    >>> refuse_doubtful_commas([["0", "5"], ["1", "-5"]])
    >>> refuse_doubtful_commas([["0", "5"]])
    Traceback (most recent call last):
    ValueError: has "0,5": two numbers, or one with decimals? Write 0.5 or "0, 5"
    """
    if all(len(row) == 2 and WHOLE.fullmatch(row[0]) and PLAIN.fullmatch(row[1]) for row in rows):
        one, other = rows[0]
        raise ValueError(
            f'has "{one},{other}": two numbers, or one with decimals? Write {one}.{other} or '
            f'"{one}, {other}"'
        )
