"""What is wrong with the file of a scene's words, each fault with its place and its fix.  Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mathcore import LANGUAGES, unprinted
from scenes.kit.stage.templates import faults, names
from scenes.kit.stage.text_faults import asked_for, faults_of_line, faults_of_text, unknown_keys
from scenes.kit.stage.wording_faults import wording_faults

BEAT_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}")  # files bear it, and so do places in pages
NUMBERS = ("numbers", "products")  # matrices, and products of them: see mathcore.load_numbers
NO_BEATS = ("title", "labels", "wordings", *NUMBERS)  # tables of their own
OF_A_BEAT = (*LANGUAGES, "title", "notes", "seconds")


def script_faults(table: Mapping[str, Any]) -> Iterator[str]:
    """Yield every fault of a file that was read as TOML."""
    if unfit := [fault for place, text in _texts(table) for fault in _faults_of_print(place, text)]:
        yield from unfit  # nothing of such a file is fit to be quoted
        return
    if "title" not in table:
        yield "no title; add title = " + asked_for()
    else:
        yield from faults_of_text("title", table["title"])
        yield from _faults_of_title(table["title"])
    labels = table.get("labels", {})
    if not isinstance(labels, dict):
        yield "labels is no table; write [labels], and a line for each"
    else:
        for name, text in labels.items():
            yield from faults_of_text(f"labels.{name}", text)
    yield from wording_faults(table.get("wordings", {}))
    for name, entry in table.items():
        if name not in NO_BEATS:
            yield from _faults_of_beat(name, entry)


def _faults_of_beat(name: str, entry: Any) -> Iterator[str]:
    if not BEAT_NAME.fullmatch(name):
        yield f'"{name}" cannot be the name of a beat; use letters, digits, _ and -'
    if not isinstance(entry, dict):
        yield f"{name} is no table; a beat is one, [{name}]"
        return
    yield from unknown_keys(f"[{name}]", entry, OF_A_BEAT)
    for key in ("title", "notes"):
        if key in entry:
            yield from faults_of_text(f"{name}.{key}", entry[key])
    if "seconds" in entry and not _is_length(entry["seconds"]):
        yield f"{name}.seconds is {entry['seconds']!r}; write a number above 0"
    yield from _faults_of_lines(name, entry)


def _faults_of_lines(name: str, entry: Mapping[str, Any]) -> Iterator[str]:
    counts = []
    for language in LANGUAGES:
        said = entry.get(language, [])
        lines = said if isinstance(said, list) else [said]
        counts.append(len(lines))
        for number, line in enumerate(lines, 1):
            place = f"{name}.{language}" + (f", line {number}" if isinstance(said, list) else "")
            yield from faults_of_line(place, line)
    if not counts[0] or len(set(counts)) > 1:
        told = " as in ".join(f"{each} ({n})" for each, n in zip(LANGUAGES, counts, strict=True))
        yield f"[{name}] needs as many lines in {told}, and at least one"


def _faults_of_title(title: Any) -> Iterator[str]:
    """Yield the placeholders: the title stands in lists too, where no example lends its words."""
    if isinstance(title, dict):
        for language, text in title.items():
            if isinstance(text, str) and not list(faults(text)):
                for name in names(text):
                    yield f"title.{language} has {{{name}}}, which is never filled; say it in words"


def _faults_of_print(place: str, text: str) -> Iterator[str]:
    if odd := unprinted(text):
        listed = ", ".join(f"U+{ord(character):04X}" for character in odd)
        yield (
            f"{place} has {listed}; write one line of printed characters, which a backslash at the "
            "end of a line continues"
        )


def _texts(part: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a file, and the names of its parts, with its place."""
    if isinstance(part, str):
        yield place, part
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield "a name", name
            quoted = "…" if unprinted(name) else name
            yield from _texts(inner, f"{place}.{quoted}" if place else quoted)
    elif isinstance(part, list):
        for number, inner in enumerate(part, 1):
            yield from _texts(inner, f"{place}, line {number}")


def _is_length(seconds: object) -> bool:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return False
    return math.isfinite(seconds) and seconds > 0
