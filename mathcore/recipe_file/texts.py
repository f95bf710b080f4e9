"""Texts in two languages: present, on one line, short enough, and drawable."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from mathcore.lines import unprinted
from mathcore.recipe_file.frozen import Frozen
from mathcore.recipe_file.tables import Table, show

LANGUAGES = ("en", "zh")
NAME_WIDTH = 24
UNIT_WIDTH = 12
NOTE_WIDTH = 80

Names = Mapping[str, str]
"""A text in each of the `LANGUAGES`."""


class GivenOnce(Frozen[str]):
    """A text that a file gives once, and that stands so in every language.

    Examples
    --------
    >>> GivenOnce("gin")["zh"]
    'gin'
    """

    __slots__ = ()

    def __init__(self, text: str) -> None:
        super().__init__(**dict.fromkeys(LANGUAGES, text))


def text_width(text: str) -> float:
    """Measure a text in Latin characters; a full-width one counts 2.4.

    Examples
    --------
    >>> text_width("gin"), text_width("金酒")
    (3.0, 4.8)
    """
    full = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return (10 * (len(text) - full) + 24 * full) / 10


def read_names(table: Table, key: str, widest: int = NAME_WIDTH) -> Names | None:
    """Give a text in every language; None, after a fault, if it is not whole.

    One that is a plain text, or lacks a language, stands so in all of them; see `GivenOnce`.
    """
    raw = table.required(key, f'{key} = {{ en = "...", zh = "..." }}')
    if raw is None:
        return None
    if isinstance(raw, str) and not table.inspection.every_language:
        alone = Table(table.inspection, table.place, {key: raw}, (key,))
        text = _text(alone, key, widest)
        return None if text is None else GivenOnce(text)
    if not isinstance(raw, dict):
        table.fault(f'{key} is {show(raw)}; write {key} = {{ en = "...", zh = "..." }}')
        return None
    return _translations(Table(table.inspection, _join(table.place, key), raw, LANGUAGES), widest)


def read_optional_names(table: Table, key: str, widest: int = NAME_WIDTH) -> Names | None:
    """Give a text in both languages; None if it is absent or, after a fault, not whole."""
    return read_names(table, key, widest) if key in table.raw else None


def read_unit(table: Table) -> Names | None:
    """Give a unit, which may be the same text in every language."""
    raw = table.get("unit")
    if isinstance(raw, str):
        shared = Table(table.inspection, table.place, {"unit": raw}, ("unit",))
        text = _text(shared, "unit", UNIT_WIDTH)
        return None if text is None else Frozen(**dict.fromkeys(LANGUAGES, text))
    return read_optional_names(table, "unit", UNIT_WIDTH)


def check_distinct(table: Table, section: str, names: Sequence[Names]) -> None:
    """Fault each name that two rows of a section share."""
    for language in LANGUAGES:
        seen: set[str] = set()
        for text in (name[language] for name in names):
            if text in seen:
                table.fault(f"two {section} are called {show(text)} ({language}); rename one")
            seen.add(text)


def _translations(table: Table, widest: int) -> Names | None:
    given = tuple(language for language in LANGUAGES if language in table.raw)
    wanted = LANGUAGES if table.inspection.every_language else given or LANGUAGES[:1]
    texts = {language: _text(table, language, widest) for language in wanted}
    whole = {language: text for language, text in texts.items() if text is not None}
    if len(whole) < len(wanted):
        return None
    return Frozen(**whole) if len(whole) == len(LANGUAGES) else GivenOnce(*whole.values())


def _text(table: Table, key: str, widest: int) -> str | None:
    raw = table.get(key)
    if raw is None:
        if key not in table.meant:
            table.fault(f'no "{key}" translation; add {key} = "..."')
        return None
    if not isinstance(raw, str):
        table.fault(f"{key} is {show(raw)}; write a text in quotes")
        return None
    text = unicodedata.normalize("NFC", raw).strip()
    fault = _fault_of(text, widest) or _undrawable(table, text)
    if fault:
        table.fault(f"{key} {fault}")
    return None if fault else text


def _fault_of(text: str, widest: int) -> str:
    if not text:
        return "is empty; write a text"
    if odd := unprinted(text):
        listed = ", ".join(f"U+{ord(character):04X}" for character in odd)
        return f"{show(text)} has {listed}; write one line of printed characters"
    if text_width(text) > widest:
        return (
            f"{show(text)} is too long: {text_width(text):g} characters wide, at most {widest} "
            f"(a Chinese character counts 2.4); shorten it"
        )
    return ""


def _undrawable(table: Table, text: str) -> str:
    lacking = [c for c in dict.fromkeys(text) if not table.inspection.has_character(c)]
    listed = ", ".join(f'"{c}" (U+{ord(c):04X})' for c in lacking)
    return f"{show(text)}: the font lacks {listed}; write it otherwise" if lacking else ""


def _join(place: str, key: str) -> str:
    return f"{place}: {key}" if place else key
