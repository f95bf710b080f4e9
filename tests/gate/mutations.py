"""What can be done wrong to a numeral on stage, and how to undo it."""

from __future__ import annotations

from collections.abc import Callable

from scenes.kit.ground.text import Label, Number
from scenes.kit.stage.claims import Claim

Undo = Callable[[], None]
Mutation = Callable[["Stage"], Undo]
At = tuple[int, ...]


class Stage:
    """The numerals that stand on a scene, by what they claim to be."""

    def __init__(self, scene) -> None:
        self.scene, self.ledger = scene, scene.ledger()

    def labels(self, kind: type[Label] = Label) -> list[Label]:
        found = {}
        for mobject in self.scene.mobjects:
            for part in mobject.get_family():
                seen = isinstance(part, kind) and part.has_points()
                if seen and part.get_fill_opacity() > 0.05:
                    found[id(part)] = part
        return list(found.values())

    def number(self, quantity: str, *at: int, of: str = "", percent: bool | None = None) -> Number:
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
            if digit in label.text
        )


def retext(label: Label, text: str) -> Undo:
    """Let a label show other characters; the value behind them stays."""
    before = label.text
    label.set_text(text).place(*label.at)
    return lambda: label.set_text(before).place(*label.at)


def revalue(number: Number, value) -> Undo:
    """Let a numeral show another value."""
    before = number.value
    number.show(value)
    return lambda: number.show(before)


def text(quantity: str, at: At, characters: str, of: str = "") -> Mutation:
    return lambda stage: retext(stage.number(quantity, *at, of=of), characters)


def value_of(quantity: str, at: At, other: At, of: str = "") -> Mutation:
    """Show the value of another entry."""
    return lambda stage: revalue(
        stage.number(quantity, *at, of=of), stage.ledger.value(Claim(quantity, other, of))
    )


def entry_of(quantity: str, at: At, other: At, of: str = "") -> Mutation:
    """Show another entry, claim and all: every numeral is true, but in a wrong place."""

    def mutate(stage: Stage) -> Undo:
        number = stage.number(quantity, *at, of=of)
        before = number.claim
        number.claim = Claim(quantity, other, of)
        back = revalue(number, stage.ledger.value(number.claim))

        def undo() -> None:
            number.claim = before
            back()

        return undo

    return mutate


def swapped(quantity: str, at: At, other: At, of: str = "") -> Mutation:
    """Let two entries change places, claims and all."""

    def mutate(stage: Stage) -> Undo:
        first, second = stage.number(quantity, *at, of=of), stage.number(quantity, *other, of=of)

        def swap() -> None:
            (a, b), (c, d) = (first.value, first.claim), (second.value, second.claim)
            first.claim, second.claim = d, b
            first.show(c)
            second.show(a)

        swap()
        return swap

    return mutate


def doubled(quantity: str, at: At, of: str = "") -> Mutation:
    """Put a numeral on stage once more, to the right of it: a term too many."""

    def mutate(stage: Stage) -> Undo:
        number = stage.number(quantity, *at, of=of)
        copy = number.copy().shift((number.width + 0.1, 0, 0))
        stage.scene.add(copy)
        return lambda: stage.scene.remove(copy)

    return mutate


def missing(quantity: str, at: At, of: str = "") -> Mutation:
    """Take a numeral off the stage."""

    def mutate(stage: Stage) -> Undo:
        number = stage.number(quantity, *at, of=of)
        number.set_opacity(0)
        return lambda: number.set_opacity(1)

    return mutate


def added(make: Callable[[Stage], Label]) -> Mutation:
    def mutate(stage: Stage) -> Undo:
        label = make(stage)
        stage.scene.add(label)
        return lambda: stage.scene.remove(label)

    return mutate


def redrawn(quantity: str, at: At, characters: str, of: str = "") -> Mutation:
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
