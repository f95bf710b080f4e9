"""From a path to a dictionary, with numbers still exact."""

from __future__ import annotations

import os
import re
import tomllib
from decimal import Decimal, InvalidOperation
from typing import Any

from mathcore.errors import ExampleError
from mathcore.recipe_file.bounded import read_bounded

MOST_BYTES = 100_000
"""Ten times what the largest film takes; the time to read TOML grows faster than its length."""
DEEPEST = 16
"""Parts of a dotted key: what they cost grows with their square."""
PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
DEEP_KEY = re.compile(
    rf"(?:^[ \t]*+(?:\[++[ \t]*+)?|[{{,][ \t]*+)(?:{PART}\.[ \t]*+){{{DEEPEST}}}", re.MULTILINE
)
RECIPES_NEED = "a name, ingredients, mixtures and properties"


def read_toml(path: str | os.PathLike[str], needs: str = RECIPES_NEED) -> dict[str, Any]:
    """Read a TOML file; its floats become Decimals.

    Parameters
    ----------
    path : str or path
        Named in the messages as given.
    needs : str
        What to write into a file that is empty.

    Returns
    -------
    dict
        Never empty.

    Raises
    ------
    ExampleError
        If there is no such file, or it cannot be read, is too long or too deep, is not UTF-8, not
        TOML, or empty.

    Examples
    --------
    >>> read_toml("missing.toml")
    Traceback (most recent call last):
    mathcore.errors.ExampleError: missing.toml: no such file; check the name and the folder
    """
    try:
        return _parse(_read(path), needs)
    except (ValueError, ArithmeticError) as fault:
        raise ExampleError([f"{os.fspath(path)}: {fault}"]) from None


def _read(path: str | os.PathLike[str]) -> str:
    try:
        return read_bounded(path, MOST_BYTES).decode("utf-8-sig")
    except FileNotFoundError:
        raise ValueError("no such file; check the name and the folder") from None
    except IsADirectoryError:
        raise ValueError("is a folder; name a .toml file") from None
    except OSError as error:
        raise ValueError(
            f"cannot be read: {error.strerror}; check where it leads, and its permissions"
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line}: not UTF-8 text; save the file as UTF-8") from None


def _parse(text: str, needs: str) -> dict[str, Any]:
    if DEEP_KEY.search(text):
        raise ValueError(f"has a key of more than {DEEPEST} parts with dots; write plain tables")
    try:
        table = tomllib.loads(text, parse_float=_decimal)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(_in_words(str(error), text)) from None
    except RecursionError:
        raise ValueError("nested too deeply; write plain tables") from None
    except ValueError:
        raise ValueError("holds a number with thousands of digits; shorten it") from None
    if not table:
        raise ValueError(f"the file is empty; it needs {needs}")
    return table


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent beyond all bounds
        return Decimal("Infinity")


def _in_words(message: str, text: str) -> str:
    """Put the line number first: ``Invalid value (at line 3, column 5)`` -> ``line 3: …``."""
    what, _, place = message.partition(" (at ")
    found = re.match(r"line (\d+), column (\d+)", place)
    line, column = found.groups() if found else (str(len(text.splitlines())), "")
    where = f"column {column}" if column else "end of the file"
    what = what[:1].lower() + what[1:]
    return f"line {line}: not TOML: {what} ({where}); correct the line"
