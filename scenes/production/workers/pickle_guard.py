"""A seal against foreign code: while a farm is at work, nothing that comes from it is run.

Dask opens what it receives with pickle, which runs what it is told to, and offers no way to forbid
it everywhere: ``deserializers`` holds for results alone, not for errors, events, and messages.
Python itself asks an audit hook before a pickle may reach for a class or a function; without one
there is nothing that it could run.
"""

from __future__ import annotations

import pickletools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

HARMLESS = {("builtins", "bytes")}  # what Dask wraps an error in
MOST_READ = 1_000_000  # bytes of an error that are looked at
LONGEST = 1000  # characters of it that are said

_seals: list[list[str]] = []
_ours = threading.local()


class UnopenedError(TypeError):
    """A pickle that reaches for more than data."""


@contextmanager
def sealed() -> Iterator[list[str]]:
    """Open no pickle that reaches for a class or a function; offer the names of what was refused.

    An audit hook cannot be taken away, so it is there for good, and idle without a seal.
    """
    global _hooked
    if not _hooked:
        sys.addaudithook(_ask)
        _hooked = True
    refused: list[str] = []
    _seals.append(refused)
    try:
        yield refused
    finally:
        _seals.remove(refused)


@contextmanager
def opening_our_own() -> Iterator[None]:
    """Let this thread open pickles that it has made itself, as Dask does to send something."""
    _ours.open = True
    try:
        yield
    finally:
        _ours.open = False


def error_of(error: BaseException) -> tuple[str, str]:
    """Return the name and the text of an error that came sealed: read, and not opened.

    >>> import pickle
    >>> error_of(Exception(pickle.dumps(KeyError("x"))))
    ('KeyError', 'x')
    >>> error_of(ValueError("it is ours"))
    ('ValueError', 'it is ours')
    """
    sealed_one = error.args[0] if error.args else None
    if not isinstance(sealed_one, bytes):
        return type(error).__name__, str(error)
    texts = _texts(sealed_one[:MOST_READ])
    name = next((each for each in texts if each.endswith(("Error", "Exception", "Worker"))), "")
    sign = "args" if "args" in texts else name
    after = (text for before, text in pairwise(texts) if before == sign)
    return name or "an error", printable(next(after, ""))


def printable(text: str) -> str:
    """Return the beginning of a text, without what would move a terminal's cursor."""
    return "".join(character for character in text if character.isprintable())[:LONGEST]


def _ask(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "pickle.find_class" or not _seals or getattr(_ours, "open", False):
        return
    if arguments[:2] not in HARMLESS:
        name = ".".join(map(str, arguments[:2]))
        for refused in _seals:
            refused.append(name)
        raise UnopenedError(f"{name}: a pickle reaches for it, and is not opened")


def _texts(sealed_one: bytes) -> list[str]:
    """Return the texts in a pickle, as far as it can be read."""
    found = []
    try:
        for _, argument, _ in pickletools.genops(sealed_one):
            if isinstance(argument, str):
                found.append(argument)
    except Exception:  # whatever it is, what was read until there is enough
        pass
    return found


_hooked = False
