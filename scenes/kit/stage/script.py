"""What is said: the spoken lines of a chapter, read from the .toml beside it.

A beat's line may be one sentence or a list of them, said one after another.  ``{placeholders}`` are
filled from the example.  Pure: knows nothing of Manim.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mathcore import unprinted
from scenes.kit.ground import lettering

LANGUAGES = ("en", "zh")
TAGS = {"en": "en", "zh": "zh-CN"}
LINE_LENGTH = {"en": 42.0, "zh": 16.0}  # characters; full-width ones in Chinese
AIM = {"en": 15.0, "zh": 6.0}  # characters a second
SHORTEST, STILL = 1.0, 1.2  # seconds: of a caption, of the picture after the last motion
LONGEST = 7.0
BEAT_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")  # files bear it, and so do places in pages

Text = Mapping[str, str]


class ScriptError(ValueError):
    """A spoken line that cannot be used, with its chapter, its beat and the fix."""


@dataclass(frozen=True)
class Beat:
    """The spoken part of one beat: its lines, and what else its table in the file says."""

    name: str
    lines: tuple[Text, ...]
    title: Text | None
    notes: Text | None
    seconds: float | None


@dataclass(frozen=True)
class Script:
    """All that a chapter says: its title, its labels, its beats in order."""

    path: Path
    title: Text
    labels: Mapping[str, Text]
    beats: Mapping[str, Beat]

    @classmethod
    def load(cls, path: Path) -> Script:
        """Read a chapter's spoken lines."""
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except ValueError as fault:
            raise ScriptError(f"{path}: {fault}; correct it, and save it as UTF-8") from None
        _require_lines(path, table)
        title, labels = table.pop("title"), table.pop("labels", {})
        beats = {name: _beat(path, name, entry) for name, entry in table.items()}
        return cls(path, title, labels, beats)

    def beat(self, name: str) -> Beat:
        """Return the spoken part of a beat, or say which beats there are."""
        if name not in self.beats:
            raise ScriptError(
                f'{self.path}: no table [{name}] for the beat "{name}"; add it, '
                f"or use one of: {', '.join(self.beats)}"
            )
        return self.beats[name]

    def label(self, name: str, language: str) -> str:
        """Return a short text that stands in the picture."""
        if name not in self.labels:
            raise ScriptError(f'{self.path}: no label "{name}" under [labels]; add it in en and zh')
        return self.labels[name][language]


def _require_lines(path: Path, table: Mapping[str, Any]) -> None:
    """Refuse a text that is no line of print, and a beat that no file can be named after."""
    for place, text in _texts(table):
        if odd := unprinted(text):
            listed = ", ".join(f"U+{ord(character):04X}" for character in odd)
            raise ScriptError(
                f"{path}: {place} has {listed}; write one line of printed characters, which a "
                "backslash at the end of a line continues"
            )
    for name in table:
        if not BEAT_NAME.fullmatch(name):
            raise ScriptError(
                f'{path}: "{name}" cannot be the name of a beat; use letters, digits, _ and -'
            )


def _texts(part: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a file, and the names of its parts, with its place."""
    if isinstance(part, str):
        yield place, part
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield "a name", name
            yield from _texts(inner, f"{place}.{name}" if place else name)
    elif isinstance(part, list):
        for number, inner in enumerate(part, 1):
            yield from _texts(inner, f"{place}, line {number}")


def _beat(path: Path, name: str, entry: Mapping[str, Any]) -> Beat:
    spoken = [_lines(entry.get(language)) for language in LANGUAGES]
    if not spoken[0] or len(spoken[0]) != len(spoken[1]):
        raise ScriptError(
            f"{path}: [{name}] needs as many lines in en ({len(spoken[0])}) as in zh "
            f"({len(spoken[1])}), and at least one"
        )
    lines = tuple(dict(zip(LANGUAGES, pair, strict=True)) for pair in zip(*spoken, strict=True))
    return Beat(name, lines, entry.get("title"), entry.get("notes"), entry.get("seconds"))


def _lines(said: object) -> list[str]:
    return [said] if isinstance(said, str) else list(said) if isinstance(said, list) else []


def fill(text: Text, values: Mapping[str, Text | str]) -> Text:
    """Fill the ``{placeholders}`` of a text, each in its language."""
    filled = {}
    for language, template in text.items():
        words = {k: v if isinstance(v, str) else v[language] for k, v in values.items()}
        filled[language] = template.format_map(words | _capitals(words))
    return filled


def _capitals(words: Mapping[str, str]) -> dict[str, str]:
    """Offer ``{Bottles}`` beside ``{bottles}``, for the beginning of a sentence."""
    return {
        k[:1].upper() + k[1:]: v[:1].upper() + v[1:] for k, v in words.items() if k[:1].islower()
    }


def length(text: str, language: str) -> float:
    """Return how long a text is to read: characters, in Chinese a Latin one counts half.

    >>> length("row", "en"), length("3 行", "zh")
    (3.0, 2.0)
    """
    if language == "en":
        return float(len(text))
    return sum(1.0 if lettering.is_wide(character) else 0.5 for character in text)


def reading_seconds(text: Text) -> float:
    """Return how long a line must stand so that it can be read, in the slower language."""
    return max(
        SHORTEST, *(length(text[language], language) / AIM[language] for language in LANGUAGES)
    )


def caption_lines(text: str, language: str) -> tuple[str, ...]:
    """Break a caption into one or two lines, after punctuation where that is near the middle."""
    room = LINE_LENGTH[language]
    if length(text, language) <= room:
        return (text,)
    pieces = lettering.pieces(text)
    splits = [
        ("".join(pieces[:n]).strip(), "".join(pieces[n:]).strip()) for n in range(1, len(pieces))
    ]
    fitting = [s for s in splits if max(length(part, language) for part in s) <= room]
    if not fitting:
        raise ScriptError(f'the caption "{text}" is longer than two lines of {room:g} characters')
    return min(fitting, key=lambda split: _unrest(split, language))


def _unrest(split: tuple[str, str], language: str) -> float:
    """How uneven two caption lines are; a break after punctuation forgives half a line."""
    uneven = abs(length(split[0], language) - length(split[1], language))
    return uneven - (LINE_LENGTH[language] / 2 if split[0][-1] in lettering.NO_START else 0.0)
