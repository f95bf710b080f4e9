"""What is wrong with the wordings of a scene's words, with its place and its fix.  Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from scenes.kit.stage.templates import faults, names
from scenes.kit.stage.text_faults import faults_of_text
from scenes.kit.stage.wordings import OTHER, is_whole

NAME = re.compile(r"[a-z][a-z0-9_]*")  # a placeholder names a wording, and a wording a value


def wording_faults(table: Any) -> Iterator[str]:
    """Yield every fault of the table ``[wordings]``."""
    if not isinstance(table, dict):
        yield "wordings is no table; write [wordings.NAME] above the lines of each"
        return
    for number, (name, entry) in enumerate(table.items()):
        place = f"wordings.{name}"
        if not NAME.fullmatch(name):
            yield f'{place}: "{name}" is no name of a wording; use small letters, digits and _'
        if not isinstance(entry, dict):
            yield f"{place} is no table; write [{place}], with by = and a line for each case"
            continue
        yield from _faults_of_by(place, name, entry.get("by"))
        cases = {case: text for case, text in entry.items() if case != "by"}
        yield from _faults_of_cases(place, cases)
        yield from _faults_of_order(place, cases, list(table)[number:])


def _faults_of_by(place: str, name: str, by: Any) -> Iterator[str]:
    if not isinstance(by, str) or not NAME.fullmatch(by):
        yield f'{place}.by is {by!r}; write the placeholder that it goes by, as in by = "count"'
    elif by == name:
        yield f"{place} goes by a value of its own name; give the wording another"


def _faults_of_cases(place: str, cases: Mapping[str, Any]) -> Iterator[str]:
    for case, text in cases.items():
        if not is_whole(case) and not NAME.fullmatch(case):
            yield f'{place}: "{case}" is no case; use a whole number, or a word in small letters'
        yield from faults_of_text(f"{place}.{case}", text)
    if OTHER not in cases and all(map(is_whole, cases)):
        yield f"{place} has nothing for any other number; add {OTHER} = …"


def _faults_of_order(place: str, cases: Mapping[str, Any], later: Collection[str]) -> Iterator[str]:
    """Yield the wordings that are named but do not stand above: no text leads back to itself."""
    for case, text in cases.items():
        for said in text.values() if isinstance(text, dict) else ():
            if isinstance(said, str) and not list(faults(said)):
                for name in names(said):
                    if name in later or name[:1].lower() + name[1:] in later:
                        yield f"{place}.{case} names {{{name}}}, which does not stand above it"
