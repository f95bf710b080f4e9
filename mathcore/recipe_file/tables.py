"""The tables of an example file: what they may hold, and a list of what is wrong."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from mathcore.errors import ExampleError
from mathcore.lines import printable

MOST_FAULTS = 50
"""More of them at once help nobody, and a file that is none of ours may have one a byte."""
FILE_KEYS = ("name", "note", "free_weights", "words", "ingredients", "mixtures", "properties")
"""What may stand at the top of the file."""
TOP_ONLY = ("note", "free_weights")
"""What belongs to the last row instead, if it is written below it."""


class Inspection:
    """All the faults of one file, gathered while it is read; which of its keys name `files`.

    `every_language` tells that a text has to stand there in each of them.  What is done to its
    numbers, and has to be said, is among the `sentences`.
    """

    def __init__(
        self,
        path: str,
        has_character: Callable[[str], bool] | None = None,
        files: Collection[str] = (),
        *,
        every_language: bool = False,
    ) -> None:
        self.path, self.files, self.every_language = path, files, every_language
        self.has_character = has_character or (lambda character: True)
        self.faults: list[str] = []
        self.sentences: list[str] = []

    def fault(self, place: str, what: str) -> None:
        """Note one fault: ``path: place: what``, each only once.

        Raises
        ------
        ExampleError
            If there are more than anybody wants to read.
        """
        sentence = self._sentence(place, what)
        if sentence in self.faults:
            return
        if len(self.faults) == MOST_FAULTS:
            rest = f"{self.path}: more than {MOST_FAULTS} faults; mend these first"
            raise ExampleError([*self.faults, rest])
        self.faults.append(sentence)

    def say(self, place: str, what: str) -> None:
        """Note what is done to the numbers of this file: ``path: place: what``."""
        self.sentences.append(self._sentence(place, what))

    def _sentence(self, place: str, what: str) -> str:
        return ": ".join(part for part in (self.path, place, what) if part)


class Table:
    """One table, its place in words, and the keys that it may hold.

    Unknown keys are faults at once; a key that was probably meant by one is not then also
    called missing.
    """

    def __init__(
        self, inspection: Inspection, place: str, raw: Mapping[str, Any], known: Sequence[str]
    ) -> None:
        self.inspection, self.place, self.raw = inspection, place, raw
        self.meant: set[str] = set()
        for key in raw:
            if key not in known:
                self.meant |= {nearest(key, known)} - {""}
                self.fault(f"unknown key {show(key)}; {self._advice(key, known)}")

    def fault(self, what: str) -> None:
        """Note a fault of this table."""
        self.inspection.fault(self.place, what)

    def say(self, what: str) -> None:
        """Note what is done to the numbers of this table, and has to be said."""
        self.inspection.say(self.place, what)

    def get(self, key: str) -> Any:
        """Look a key up; None if it is absent."""
        return self.raw.get(key)

    def count(self) -> int:
        """Count the faults of the whole file so far."""
        return len(self.inspection.faults)

    def required(self, key: str, example: str) -> Any:
        """Look a key up; to lack it is a fault."""
        if key not in self.raw and key not in self.meant:
            self.fault(f"no {key}; add {example}")
        return self.raw.get(key)

    def _advice(self, key: str, known: Sequence[str]) -> str:
        if key in TOP_ONLY:
            return "move it to the top of the file, above the first [[...]]"
        return did_you_mean(key, known)


def read_rows(table: Table, key: str, most: int) -> list[Mapping[str, Any]] | None:
    """Give the tables of one section; None, after a fault, if it is not such a list."""
    rows = table.required(key, f"[[{key}]] above each")
    if rows is None:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        table.fault(f"{key} is not a list of tables; write [[{key}]] above each")
        return None
    if not rows:
        table.fault(f"no {key}; add [[{key}]] above each")
    if len(rows) > most:
        table.fault(f"{len(rows)} {key}; at most {most} fit on the screen, take some out")
    return rows


def read_choice(table: Table, key: str, choices: Sequence[str]) -> str | None:
    """Give one of the choices; None if it is absent or, after a fault, something else."""
    choice = table.get(key)
    if choice is None or (isinstance(choice, str) and choice in choices):
        return choice
    advice = did_you_mean(choice, choices) if isinstance(choice, str) else one_of(choices)
    table.fault(f"unknown {key} {show(choice)}; {advice}")
    return None


def nearest(word: str, known: Sequence[str]) -> str:
    """Find the known word that was probably meant; else nothing.

    Examples
    --------
    >>> nearest("mlik", ["tea", "milk"]), nearest("rum", ["tea", "milk"])
    ('milk', '')
    """
    return next(iter(difflib.get_close_matches(word.lower(), known, n=1)), "")


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Advise on a word that is not known.

    Examples
    --------
    >>> did_you_mean("mlik", ["tea", "milk"])
    'did you mean "milk"?'
    >>> did_you_mean("rum", ["tea", "milk"])
    'use one of "tea", "milk"'
    """
    guess = nearest(word, known)
    return f'did you mean "{guess}"?' if guess else one_of(known)


def one_of(known: Sequence[str]) -> str:
    """Advise on the words that are known.

    Examples
    --------
    >>> one_of(["tea", "milk"])
    'use one of "tea", "milk"'
    """
    return "use one of " + ", ".join(f'"{word}"' for word in known)


def show(raw: object) -> str:
    """Show what stood in the file, shortened to fit in a sentence.

    Examples
    --------
    >>> show("20 percent"), show(True), show({"en": "tea"})
    ('"20 percent"', 'true', 'a table')
    """
    if isinstance(raw, int) and raw.bit_length() > 100:
        return "a huge number"
    if isinstance(raw, list | dict):
        return "a list" if isinstance(raw, list) else "a table"
    text = _written(raw)
    return text if len(text) <= 40 else f"{text[:36]}...{text[-1]}"


def _written(raw: object) -> str:
    if isinstance(raw, Decimal):
        return str(raw).lower().replace("infinity", "inf")
    if isinstance(raw, date | time):
        return str(raw)
    return printable(json.dumps(raw, ensure_ascii=False))
