"""What can be done wrong to a numeral on stage, and how to undo it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

from scenes.kit.ground.frame import PIXELS_PER_UNIT
from scenes.kit.ground.text import Label, Number
from scenes.kit.stage.chapter import Chapter
from scenes.kit.stage.claims import Claim, Quantity

Undo = Callable[[], object]
Mutation = Callable[["Stage"], Undo]
At = tuple[int, ...]
Kind = TypeVar("Kind", bound=Label)


class Stage:
    """The numerals that stand on a scene, by what they claim to be."""

    def __init__(self, scene: Chapter) -> None:
        self.scene, self.ledger = scene, scene.ledger()

    def labels(self, kind: type[Kind]) -> list[Kind]:
        found: dict[int, Kind] = {}
        for mobject in self.scene.mobjects:
            for part in mobject.get_family():
                if isinstance(part, kind) and part.has_points() and part.get_fill_opacity() > 0.05:
                    found[id(part)] = part
        return list(found.values())

    def number(
        self, quantity: Quantity, *at: int, of: str = "", percent: bool | None = None
    ) -> Number:
        claim = Claim(quantity, at, of)
        return next(
            number
            for number in self.labels(Number)
            if number.claim == claim and percent in (None, number.percent)
        )

    def caption(self, digit: str) -> Label:
        return next(
            label
            for caption in self.scene.mobjects
            if type(caption).__name__ == "Caption"
            for label in caption
            if isinstance(label, Label) and digit in label.text
        )


def kept(label: Label) -> Undo:
    """Return what makes a label again what it is now, to the last point."""
    told, points = dict(vars(label)), label.points.copy()

    def undo() -> None:
        vars(label).update(told)
        label.set_points(points)

    return undo


def stay(label: Label, change: Callable[[], object]) -> Undo:
    """Change what a label shows, where it stands now: it may have moved since it was placed."""
    undo, middle, row = kept(label), label.get_center()[0], label.baseline()
    change()
    label.shift((middle - label.get_center()[0], (label.baseline() - row) / PIXELS_PER_UNIT, 0))
    return undo


def retext(label: Label, text: str) -> Undo:
    """Let a label show other characters; the value behind them stays."""
    return stay(label, lambda: label.set_text(text))


def revalue(number: Number, value: float | Fraction) -> Undo:
    """Let a numeral show another value."""
    return stay(number, lambda: number.set_value(value))


def text(quantity: Quantity, at: At, characters: str, of: str = "") -> Mutation:
    return lambda stage: retext(stage.number(quantity, *at, of=of), characters)


def value_of(quantity: Quantity, at: At, other: At, of: str = "") -> Mutation:
    """Show the value of another entry."""
    return lambda stage: revalue(
        stage.number(quantity, *at, of=of), stage.ledger.value(Claim(quantity, other, of))
    )


def entry_of(quantity: Quantity, at: At, other: At, of: str = "") -> Mutation:
    """Show another entry, claim and all: every numeral is true, but in a wrong place."""

    def mutate(stage: Stage) -> Undo:
        number, claim = stage.number(quantity, *at, of=of), Claim(quantity, other, of)
        undo = kept(number)
        number.claim = claim
        revalue(number, stage.ledger.value(claim))
        return undo

    return mutate


def swapped(quantity: Quantity, at: At, other: At, of: str = "") -> Mutation:
    """Let two entries change places, claims and all."""

    def mutate(stage: Stage) -> Undo:
        first, second = stage.number(quantity, *at, of=of), stage.number(quantity, *other, of=of)
        undo, undo_other = kept(first), kept(second)
        first.claim, second.claim = second.claim, first.claim
        one, other_one = first.value, second.value
        revalue(first, other_one)
        revalue(second, one)

        def both() -> None:
            undo()
            undo_other()

        return both

    return mutate


def doubled(quantity: Quantity, at: At, of: str = "") -> Mutation:
    """Put a numeral on stage once more, to the right of it: a term too many."""

    def mutate(stage: Stage) -> Undo:
        number = stage.number(quantity, *at, of=of)
        copy = number.copy().shift((number.width + 0.1, 0, 0))
        stage.scene.add(copy)
        return lambda: stage.scene.remove(copy)

    return mutate


def missing(quantity: Quantity, at: At, of: str = "") -> Mutation:
    """Take a numeral off the stage."""

    def mutate(stage: Stage) -> Undo:
        number = stage.number(quantity, *at, of=of)
        opacity = number.get_fill_opacity()
        number.set_fill(opacity=0)
        return lambda: number.set_fill(opacity=opacity)

    return mutate


def added(make: Callable[[Stage], Label]) -> Mutation:
    def mutate(stage: Stage) -> Undo:
        label = make(stage)
        stage.scene.add(label)
        return lambda: stage.scene.remove(label)

    return mutate


def redrawn(quantity: Quantity, at: At, characters: str, of: str = "") -> Mutation:
    """Draw other characters than the numeral says."""

    def mutate(stage: Stage) -> Undo:
        number = stage.number(quantity, *at, of=of)
        points = number.points.copy()
        number.set_points(Label(characters, number.size, "#FFFFFF", bold=number.bold).points)

        def undo() -> None:
            number.set_points(points)

        return undo

    return mutate


def caption(old: str, new: str) -> Mutation:
    def mutate(stage: Stage) -> Undo:
        label = stage.caption(old)
        return retext(label, label.text.replace(old, new))

    return mutate


def early(stage: Stage) -> Label:
    """Return the result of the second drink, which nobody has computed yet."""
    claim = Claim("result", (0, 1))
    return Number(stage.ledger.value(claim), 44, "#FFFFFF", x=900, baseline=700, claim=claim)


def entry_beyond(stage: Stage) -> Undo:
    number = stage.number("result", 3, 2)
    before, number.claim = number.claim, Claim("result", (4, 2))

    def undo() -> None:
        number.claim = before

    return undo
