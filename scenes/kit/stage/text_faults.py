"""What is wrong with one text of a scene's words, with its place and its fix.  Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from mathcore import LANGUAGES
from scenes.kit.stage.templates import faults


def faults_of_text(place: str, text: Any) -> Iterator[str]:
    """Yield what is wrong with a text that has to be there in every language, once."""
    if not isinstance(text, dict):
        yield f"{place} is {text!r}; write {asked_for()}"
        return
    yield from unknown_keys(place, text, LANGUAGES)
    for language in LANGUAGES:
        if language not in text:
            yield f"{place} has no {language}; add it"
        else:
            yield from faults_of_line(f"{place}.{language}", text[language])


def faults_of_line(place: str, line: Any) -> Iterator[str]:
    """Yield what is wrong with a text in one language."""
    if not isinstance(line, str):
        yield f"{place} is {line!r}; write a text in quotes"
    else:
        yield from (f"{place}: {fault}" for fault in faults(line))


def unknown_keys(place: str, table: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[str]:
    """Yield the keys that a table should not have, with the nearest of those it may have."""
    for key in table:
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.5)
            hint = f'; did you mean "{near[0]}"?' if near else "."
            yield f'{place} has an unknown key "{key}"{hint} Known: {", ".join(known)}'


def asked_for() -> str:
    """Return how a text is written."""
    return "{ " + ", ".join(f'{language} = "…"' for language in LANGUAGES) + " }"
