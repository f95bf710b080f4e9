"""What a chapter says: each text of its .toml, and what filled its placeholders."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scenes.kit.stage.script import Script, Text
from scenes.production.gate.words import of_beat

Values = Mapping[str, Text | str]


@dataclass(frozen=True)
class Filled:
    """A placeholder of a text in one language, what was put there, and its characters."""

    name: str
    value: Text | str
    characters: str


@dataclass(frozen=True)
class Saying:
    """A text that was said or shown: its beat, what it is, as it is worded, what may fill it."""

    beat: str
    kind: str
    written: Text
    values: Values

    def filled(self, language: str) -> tuple[Filled, ...]:
        """Return what stands in its placeholders in a language."""
        return tuple(part for part in self._parts(language) if isinstance(part, Filled))

    def told(self, language: str) -> str:
        """Return the whole text in a language."""
        parts = self._parts(language)
        return "".join(part if isinstance(part, str) else part.characters for part in parts)

    def _parts(self, language: str) -> Iterator[str | Filled]:
        for typed, name, *_ in string.Formatter().parse(self.written.get(language, "")):
            yield typed
            if name:
                yield self._fill(name, language)

    def _fill(self, name: str, language: str) -> Filled:
        """Fill one placeholder; a name with a capital that nothing has is that of another word."""
        small = name[:1].lower() + name[1:]
        value = self.values[small if name not in self.values else name]
        words = value if isinstance(value, str) else value[language]
        if name not in self.values:
            words = words[:1].upper() + words[1:]
        return Filled(name, value, words)


def said_in_beats(script: Script, told: Mapping[str, Values]) -> Iterator[Saying]:
    """Go through the titles, lines and notes of the beats that were told."""
    for name, values in told.items():
        if name in script.beats:
            for each in of_beat(script.beats[name]):
                yield Saying(name, each.kind, script.worded(each.text, values), values)
