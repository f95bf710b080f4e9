"""A number in a line of text: its characters in every language, and what it claims to be.  Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from mathcore import format_number, format_percent
from scenes.kit.stage.claims import Claim
from scenes.kit.stage.script import LANGUAGES, Text

COUNTS = tomllib.loads((Path(__file__).parent / "counts.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Numeral(Mapping[str, str]):
    """What fills a placeholder with a number: a text in every language.

    The gate asks of each whether it is what it claims to be; a number that comes as mere characters
    is not said to be anything, and is a fault.

    Attributes
    ----------
    value : float or Fraction
        The number.
    claim : Claim
        What it is a number of.
    percent : bool
        As a percentage.
    places : int, optional
        Rounded to so many, with their zeros.
    words : bool
        Written out, if it is a small count: ``three``.
    unit : Text, optional
        What stands behind it: after a space that does not break, but for a percent sign.
    """

    value: float | Fraction
    claim: Claim
    percent: bool = False
    places: int | None = None
    words: bool = False
    unit: Text | None = None

    def __getitem__(self, language: str) -> str:
        """Return its characters in a language."""
        if language not in LANGUAGES:
            raise KeyError(language)
        if self.words and self.value in range(len(COUNTS[language])):
            return str(COUNTS[language][int(self.value)])
        printed = format_percent if self.percent else format_number
        number = printed(self.value, places=self.places)
        unit = "" if self.unit is None else self.unit[language]
        return number + (unit if unit.startswith("%") or not unit else f"\u00a0{unit}")

    def __iter__(self) -> Iterator[str]:
        """Go through the languages."""
        return iter(LANGUAGES)

    def __len__(self) -> int:
        """Return how many languages there are."""
        return len(LANGUAGES)
