r"""Text files as lines: in the encodings that spreadsheets write, and no more than is read."""

from __future__ import annotations

import re
from pathlib import Path

MOST_LINES, WIDEST, LONGEST = 100_000, 5_000, 20_000_000
"""Lines, characters of a line, and bytes of a file: more is not even looked at."""
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
WORKBOOK = b"PK\x03\x04"
LINE_END = re.compile(r"\r\n|\r|\n")
UNREAD = "\N{REPLACEMENT CHARACTER}"
"""Stands for what is of another encoding, such as a heading; a number never is."""
ERROR = re.compile(r'\s*"?#([A-Z0-9/]+[!?]|N/A|NV)"?(?![\w ])')
"""What a spreadsheet writes in place of a number; it begins like a remark."""


def read_rows(path: Path) -> list[str]:
    """Give the lines of a file that hold something, without remarks, which begin with ``#``.

    Raises
    ------
    ValueError
        If it is not text, or longer than is read.
    """
    with path.open("rb") as file:
        raw = file.read(LONGEST + 1)
    lines = lines_of(raw)
    return [line for line in lines if line.strip() and not is_remark(line)]


def is_remark(line: str) -> bool:
    """Tell whether a line is a remark; not one of an error that a spreadsheet writes.

    >>> is_remark("# 3 rows"), is_remark("#N/A;1"), is_remark("#DIV/0!,1")
    (True, False, False)
    """
    return line.lstrip().startswith("#") and not ERROR.match(line)


def lines_of(raw: bytes) -> list[str]:
    """Give all lines of a text; the first of them is line 1, as a spreadsheet shows it.

    Raises
    ------
    ValueError
        If it is not text, or longer than is read.
    """
    ends = max(raw.count(b"\n"), raw.count(b"\r"))
    if len(raw) > LONGEST or ends > MOST_LINES:
        raise ValueError(f"has more than {MOST_LINES:,} lines, or {LONGEST:,} bytes; shorten it")
    if raw.startswith(WORKBOOK):
        raise ValueError("is a workbook or an archive; save it as CSV")
    try:
        text = (
            raw.decode("utf-16") if raw.startswith(UTF_16) else raw.decode("utf-8-sig", "replace")
        )
    except UnicodeDecodeError:
        raise ValueError("is damaged or cut short; save it as CSV UTF-8") from None
    if "\0" in text:
        raise ValueError("is no text; save it as CSV UTF-8")
    lines = LINE_END.split(text)
    for number, line in enumerate(lines, 1):
        if len(line) > WIDEST:
            raise ValueError(f"line {number} has more than {WIDEST:,} characters; shorten it")
    return lines
