"""A line of print: characters that are seen, each where it stands, and nothing else."""

from __future__ import annotations

import json
import unicodedata


def unprinted(text: str) -> tuple[str, ...]:
    r"""Give the characters of a text that no line of print has, each once.

    Those are controls, ends of lines, marks without a width, such as those that turn the direction
    of reading, and what stands for no character at all.  Spaces of any width are printed.

    Examples
    --------
    >>> unprinted("40\u00a0% gin")
    ()
    >>> unprinted("gin\n\x1b[31m")
    ('\n', '\x1b')
    """
    return tuple(each for each in dict.fromkeys(text) if not _is_printed(each))


def printable(text: str, keep: str = "") -> str:
    r"""Write out, as JSON does, what no line of print has, but for what is to be kept.

    Examples
    --------
    >>> print(printable("gin\n\x1b[31m"))
    gin\n\u001b[31m
    """
    odd = {ord(each): json.dumps(each)[1:-1] for each in unprinted(text) if each not in keep}
    return text.translate(odd)


def _is_printed(character: str) -> bool:
    return character.isprintable() or unicodedata.category(character) == "Zs"
