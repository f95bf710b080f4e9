"""What is said: the spoken lines of a chapter, read from the .toml beside it.

A beat's line may be one sentence or a list of them, said one after another.  ``{placeholders}`` are
filled from the example.  Pure: knows nothing of Manim.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mathcore import LANGUAGES
from scenes.kit.ground import lettering
from scenes.kit.stage.script_faults import NO_BEATS, script_faults
from scenes.kit.stage.templates import TemplateError, Text, Values, fill
from scenes.kit.stage.wordings import Wording, worded

__all__ = ["LANGUAGES", "TAGS", "Beat", "Script", "ScriptError", "Text", "fill"]

TAGS = {"en": "en", "zh": "zh-CN"}
LINE_LENGTH = {"en": 42.0, "zh": 16.0}  # characters; full-width ones in Chinese
AIM = {"en": 15.0, "zh": 6.0}  # characters a second
SHORTEST, STILL = 1.0, 1.2  # seconds: of a caption, of the picture after the last motion
LONGEST = 7.0
ASKS = {"en": "?", "zh": "\N{FULLWIDTH QUESTION MARK}"}  # how a line ends that asks
THINK = 1.0  # seconds to answer in, after a question can have been read


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
    """All that a chapter says: its title, its labels, its beats in order.

    ``wordings`` are what any of these may name: clauses that follow the data.
    """

    path: Path
    title: Text
    labels: Mapping[str, Text]
    beats: Mapping[str, Beat]
    wordings: Mapping[str, Wording]

    @classmethod
    def load(cls, path: Path) -> Script:
        """Read a chapter's spoken lines."""
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except ValueError as fault:
            raise ScriptError(f"{path}: {fault}; correct it, and save it as UTF-8") from None
        return cls.of_table(path, table)

    @classmethod
    def of_table(cls, path: Path, table: Mapping[str, Any]) -> Script:
        """Return the script that was read from a file; all its faults are told at once."""
        if found := list(script_faults(table)):
            raise ScriptError("\n".join(f"{path}: {fault}" for fault in found))
        beats = {name: _beat(name, table[name]) for name in table if name not in NO_BEATS}
        wordings = {name: _wording(entry) for name, entry in table.get("wordings", {}).items()}
        return cls(path, table["title"], table.get("labels", {}), beats, wordings)

    def beat(self, name: str) -> Beat:
        """Return the spoken part of a beat, or say which beats there are."""
        if name not in self.beats:
            raise ScriptError(
                f'{self.path}: no table [{name}] for the beat "{name}"; add it, '
                f"or use one of: {', '.join(self.beats)}"
            )
        return self.beats[name]

    def filled(self, name: str, values: Values, language: str) -> Beat:
        """Return the spoken part of a beat with its placeholders filled.

        Raises
        ------
        ScriptError
            If a placeholder is unknown, or a line too long for a caption in the language.
        """
        beat = self.beat(name)
        places = [f", line {n}" for n in range(1, len(beat.lines) + 1)]
        places = places if len(beat.lines) > 1 else [""]
        lines = tuple(
            self._filled(line, values, name, place)
            for line, place in zip(beat.lines, places, strict=True)
        )
        for line, place in zip(lines, places, strict=True):
            self.require_room(line, language, name, place)
        return replace(
            beat,
            lines=lines,
            title=beat.title and self._filled(beat.title, values, f"{name}.title"),
            notes=beat.notes and self._filled(beat.notes, values, f"{name}.notes"),
        )

    def label(self, name: str, language: str, values: Values) -> str:
        """Return a short text that stands in the picture, with its placeholders filled."""
        if name not in self.labels:
            raise ScriptError(f'{self.path}: no label "{name}" under [labels]; add it in en and zh')
        return self._filled({language: self.labels[name][language]}, values, f"labels.{name}")[
            language
        ]

    def worded(self, text: Text, values: Values) -> Text:
        """Return a text with its placeholders as yet unfilled, but worded as the values have it."""
        return worded(text, self.wordings, values)

    def require_room(self, line: Text, language: str, name: str, place: str = "") -> None:
        """Refuse a line that is too long for a caption."""
        try:
            caption_lines(line[language], language)
        except ScriptError as error:
            raise ScriptError(f"{self.path}: {name}.{language}{place}: {error}") from None

    def _filled(self, text: Text, values: Values, name: str, place: str = "") -> Text:
        try:
            return fill(self.worded(text, values), values)
        except TemplateError as error:
            raise ScriptError(f"{self.path}: {name}.{error.language}{place}: {error}") from None


def _beat(name: str, entry: Mapping[str, Any]) -> Beat:
    spoken = [_lines(entry[language]) for language in LANGUAGES]
    lines = tuple(dict(zip(LANGUAGES, pair, strict=True)) for pair in zip(*spoken, strict=True))
    return Beat(name, lines, entry.get("title"), entry.get("notes"), entry.get("seconds"))


def _wording(entry: Mapping[str, Any]) -> Wording:
    return Wording(entry["by"], {case: text for case, text in entry.items() if case != "by"})


def _lines(said: str | list[str]) -> list[str]:
    return [said] if isinstance(said, str) else said


def length(text: str, language: str) -> float:
    """Return how long a text is to read: characters, in Chinese a Latin one counts half.

    >>> length("row", "en"), length("3 行", "zh")
    (3.0, 2.0)
    """
    if language == "en":
        return float(len(text))
    return sum(1.0 if lettering.is_wide(character) else 0.5 for character in text)


def reading_seconds(text: Text) -> float:
    """Return how long a line must stand so that it can be read, in the slower language.

    A question stands longer: whoever watches is to answer it before the answer is shown.

    >>> reading_seconds({"en": "Is it a row?", "zh": "是行吗？"}) == SHORTEST + THINK
    True
    """
    read = (length(text[language], language) / AIM[language] for language in LANGUAGES)
    asks = any(text[language].endswith(mark) for language, mark in ASKS.items())
    return max(SHORTEST, *read) + (THINK if asks else 0.0)


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
