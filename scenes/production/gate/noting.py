"""Note the numerals of a scene while it is filmed: enough for receipts, and quick."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from manim import Scene

from scenes.kit.ground.text import Number
from scenes.kit.stage.claims import Claim
from scenes.production.gate.moment import FAINT


@dataclass(frozen=True)
class Noted:
    """A numeral that can be seen."""

    text: str
    value: Fraction | float
    claim: Claim | None
    counting: bool


@dataclass(frozen=True)
class Note:
    """The numerals that are seen at a moment; ``settled`` at the end of the beat."""

    beat: str
    seconds: float
    settled: bool
    numbers: tuple[Noted, ...]


def note(scene: Scene, beat: str, seconds: float, *, settled: bool) -> Note:
    """Note what numerals can be seen in a scene now."""
    family = {id(part): part for each in scene.mobjects for part in each.get_family()}
    seen = tuple(
        Noted(part.text, part.value, part.claim, part.counting)
        for part in family.values()
        if isinstance(part, Number) and part.has_points() and part.get_fill_opacity() > FAINT
    )
    return Note(beat, seconds, settled, seen)
