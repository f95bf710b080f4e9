"""Receipts: what every numeral in the picture is, where it comes from, and how it comes about."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mathcore import RecipeBook
from mathcore.numerals import ELLIPSIS
from scenes.kit.stage.choices import told
from scenes.kit.stage.claims import Claim, Ledger
from scenes.kit.stage.layers import read_layer
from scenes.kit.stage.timeline import BeatTime
from scenes.production.cache.files import write_text
from scenes.production.gate.numerals import places_in, read
from scenes.production.planning.plain_names import plain_name
from scenes.production.planning.settings import Settings

if TYPE_CHECKING:  # they know Manim; whoever writes the file need not
    from scenes.production.gate.moment import Moment, SeenNumber
    from scenes.production.gate.noting import Note, Noted

NAME = "receipts.json"

Receipt = dict[str, Any]


def receipts_of(
    ledger: Ledger, moments: Sequence[Moment | Note], timeline: Sequence[BeatTime]
) -> tuple[Receipt, ...]:
    """Return, beat by beat, each numeral when it is first shown, and those that stand at the end.

    A numeral that is still counting is not yet what it will be, and has no receipt.
    """
    known, beats = set[tuple[Claim | None, str]](), list[Receipt]()
    for beat in timeline:
        first, last = list[Receipt](), list[Receipt]()
        for moment in (moment for moment in moments if moment.beat == beat.name):
            for number in _resting(moment):
                receipt = _receipt(ledger, moment, number)
                if (number.claim, number.text) not in known:
                    known.add((number.claim, number.text))
                    first.append(receipt)
                if moment.settled:
                    last.append(receipt)
        span = {"start": round(beat.start, 3), "end": round(beat.end, 3)}
        beats.append({"beat": beat.name, **span, "first_shown": first, "at_the_end": last})
    return tuple(beats)


def _resting(moment: Moment | Note) -> list[SeenNumber | Noted]:
    return [number for number in moment.numbers if not number.counting]


def _receipt(ledger: Ledger, moment: Moment | Note, number: SeenNumber | Noted) -> Receipt:
    return {
        "seconds": round(moment.seconds, 3),
        "shown": number.text,
        "value": str(_plain(number.value)),
        "decimal": float(number.value),
        "claim": str(number.claim) if number.claim else None,
        "formula": ledger.formula(number.claim) if number.claim else None,
        "printed": printed(number.text, number.value),
    }


def printed(text: str, value: Fraction | float) -> str:
    """Tell how much of a value is printed.

    >>> printed("0.333…", Fraction(1, 3)), printed("12 %", Fraction(3, 25)), printed("0.5", 0.4997)
    ('cut after 3 places: it never ends', 'as it is', 'rounded to 1 place')
    """
    try:
        if read(text) == _exactly(value):
            return "as it is"
    except ValueError:
        return "not as a number"
    places = places_in(text)
    many = f"{places} place{'' if places == 1 else 's'}"
    return f"cut after {many}: it never ends" if ELLIPSIS in text else f"rounded to {many}"


def _exactly(value: Fraction | float) -> Fraction:
    """Read a float as what its shortest repr says."""
    is_float = isinstance(value, float | np.floating)
    return Fraction(repr(float(value))) if is_float else Fraction(value)


def _plain(value: Fraction | float) -> Fraction | float:
    """Return a value as it is written: exact, or, of a layer, a float."""
    return float(value) if isinstance(value, float | np.floating) else Fraction(value)


def write_receipts(settings: Settings, receipts: Mapping[str, Sequence[Receipt]]) -> Path:
    """Write the receipts of some chapters; those of the others, from earlier runs, stay.

    Whoever calls this holds the folder.
    """
    path = settings.folder / NAME
    known = {**_earlier(path), **receipts}
    order = sorted(known, key=lambda name: (name not in told(), _place(name), name))
    rounded = [*RecipeBook.load(settings.example).rounded]
    for layer in settings.layers:
        rounded += getattr(read_layer(layer), "sentences", ())
    table = {
        "example": settings.example_name,
        "layers": [plain_name(path) for path in settings.layers],
        "language": settings.language,
        "rounded": rounded,
        "chapters": [{"chapter": name, "beats": known[name]} for name in order],
    }
    return write_text(path, json.dumps(table, ensure_ascii=False, indent=1) + "\n")


def _place(name: str) -> int:
    return told().index(name) if name in told() else 0


def _earlier(path: Path) -> dict[str, Sequence[Receipt]]:
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return {each["chapter"]: each["beats"] for each in table["chapters"]}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return {}
