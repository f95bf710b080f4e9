"""A wrong number on stage is caught: whatever is changed in what a component shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest

from scenes.kit.ground.text import Label
from scenes.kit.stage.choices import chapter_class
from scenes.production.gate import performance
from scenes.production.gate.judging import all_rules, judge
from scenes.production.gate.moment import Moment, look
from scenes.production.gate.performance import Performance
from tests.gate.episode_mutations import EPISODE
from tests.gate.mutations import (
    Mutation,
    Stage,
    added,
    caption,
    doubled,
    early,
    entry_beyond,
    entry_of,
    missing,
    redrawn,
    revalue,
    swapped,
    text,
    value_of,
)

ABOUT_NUMBERS = {  # whatever else may catch a change of places does not count
    *("caption_as_written", "drawn_as_said", "entries_in_place", "equation_adds_up"),
    *("numeral_has_source", "numeral_is_true", "result_after_its_sum"),
    *("ledger_agrees_with_oracle", "scale_in_proportion", "shape_as_shown"),
}
MUTATIONS: dict[str, dict[str, Mutation]] = {
    "recipes_to_matrix/the_order": {
        "digit of a percentage": text("share", (0, 0), "30%"),
        "ten times less": text("share", (1, 0), "4.5%"),
        "percent sign lost": text("share", (2, 1), "5"),
        "sign of a percentage": text("share", (3, 2), "\N{MINUS SIGN}30%"),
        "share of the next drink": value_of("share", (0, 0), (0, 1)),
        "share of the next bottle": value_of("share", (0, 1), (1, 1)),
        "share of the bottle before": value_of("share", (2, 0), (1, 0)),
    },
    "recipes_to_matrix/first_pour": {
        "total one short": text("share_sum", (3, 0), "99%"),
        "total without the last": value_of("share_sum", (3, 0), (2, 0)),
        "sum where a share belongs": text("share", (1, 0), "65%"),
    },
    "recipes_to_matrix/what_is_the_same": {
        "decimal point moved": text("share", (0, 0), "0.02"),
        "decimals changed places": swapped("share", (0, 0), (1, 0)),
        "lines changed places": swapped("share", (1, 0), (1, 1)),
        "next line's decimal": value_of("share", (0, 0), (0, 1)),
    },
    "recipes_to_matrix/numbers_lift_off": {
        "transposed pair": swapped("share", (1, 0), (0, 1)),
        "digit of an entry": text("share", (3, 0), "0.26"),
        "row below": value_of("share", (0, 0), (1, 0)),
        "entry shown twice": entry_of("share", (0, 0), (1, 0)),
    },
    "recipes_to_matrix/the_product": {
        "inner size": text("inner", (), "5"),
        "outer size": text("columns", (), "4"),
        "rows and columns changed": lambda stage: revalue(stage.number("columns"), 4),
        "size in the caption": caption("4", "5"),
    },
    "row_by_column/a_number_each": {
        "digit of a property": text("value", (0, 0), "41"),
        "sign of a property": text("value", (0, 1), "\N{MINUS SIGN}20"),
        "next bottle's property": value_of("value", (0, 0), (0, 1)),
        "another property": value_of("value", (0, 3), (3, 3)),
        "properties changed places": swapped("value", (0, 0), (0, 1)),
    },
    "row_by_column/first_cell": {
        "digit of a product": text("product", (0, 0, 0), "7"),
        "product of the next term": value_of("product", (0, 0, 0), (0, 0, 1)),
        "product of the next column": value_of("product", (0, 0, 0), (0, 1, 0)),
        "product of the next row": value_of("product", (0, 0, 1), (1, 0, 1)),
        "terms changed places": swapped("product", (0, 0, 0), (0, 0, 1)),
        "a term too many": doubled("product", (0, 0, 3)),
        "a term too few": missing("product", (0, 0, 1)),
        "zero left out": missing("product", (0, 0, 2)),
        "running sum one term short": value_of("partial", (0, 0, 3), (0, 0, 0)),
        "running sum misprinted": text("partial", (0, 0, 3), "71"),
        "total of the next column": value_of("result", (0, 0), (0, 1)),
        "total rounded": text("result", (0, 0), "17.0"),
        "a result too early": added(early),
        "a number from nowhere": added(lambda _: Label("42", 44, "#FFFFFF", x=900, baseline=700)),
        "drawn otherwise": redrawn("partial", (0, 0, 3), "11"),
        "number in the caption": caption("17", "71"),
    },
    "row_by_column/the_other_cells": {
        "results changed places": swapped("result", (0, 0), (0, 1)),
        "factor of another row of the matrix": value_of("share", (0, 2), (1, 2)),
        "sum of another column": entry_of("result", (0, 1), (0, 0)),
    },
    "row_by_column/more_rows": {
        "result of another row": value_of("result", (1, 0), (0, 0)),
        "result of another column": value_of("result", (2, 1), (2, 2)),
        "rows of the result changed": swapped("result", (1, 0), (2, 0)),
        "columns of the result changed": swapped("result", (3, 0), (3, 1)),
        "an entry not there": entry_beyond,
        "rows of the shape": text("rows", (4,), "3"),
        "last product misprinted": text("product", (3, 2, 3), "1.2"),
        "last row's number in a wrong row": entry_of("value", (3, 0), (2, 0)),
    },
    **EPISODE,
}


class Jury:
    """Asks whether a moment that was changed is caught, first by the rules that need no other."""

    def __init__(self, plain: Performance) -> None:
        self.plain = plain
        assert not list(judge(plain))

    def rules_against(self, moment: Moment, changed: Moment) -> list[str]:
        """Return the rules that a performance breaks once it ends with the changed moment."""
        alone = replace(self.plain, moments=(moment,))
        rules = {name: rule for name, rule in all_rules().items() if name in ABOUT_NUMBERS}
        at_once = {name: rule for name, rule in rules.items() if not list(rule.check(alone))}
        broken = self._broken(at_once, (changed,))
        if broken:
            return broken
        until = [m for m in self.plain.moments if m.seconds <= moment.seconds and m is not moment]
        return self._broken(rules, (*until, changed))

    def _broken(self, rules: dict[str, ModuleType], moments: tuple[Moment, ...]) -> list[str]:
        shown = replace(self.plain, moments=moments)
        return [name for name, rule in rules.items() if list(rule.check(shown))]


def mutated(chapter: str) -> Iterator[tuple[str, str, list[str]]]:
    """Play a chapter; at the end of each beat make every mutation, look, and undo it."""
    made: list[tuple[str, str, Moment]] = []

    class Mutated(chapter_class(chapter)):
        def beat(self, name, *args, **kwargs):
            super().beat(name, *args, **kwargs)
            for what, mutate in MUTATIONS.get(f"{chapter}/{name}", {}).items():
                undo = mutate(Stage(self))
                made.append((name, what, look(self, name, self.seconds, settled=True)))
                undo()

    Mutated.__module__ = chapter_class(chapter).__module__
    plain = performance.rehearse(Mutated, example="cocktails")  # every mutation is undone
    jury, ends = Jury(plain), {moment.beat: moment for moment in plain.settled}
    for name, what, changed in made:
        yield name, what, jury.rules_against(ends[name], changed)


@pytest.mark.parametrize("chapter", ["recipes_to_matrix", "row_by_column", "writing_gemm"])
def test_every_wrong_number_is_caught(chapter):
    made = list(mutated(chapter))
    wanted = [key for key in MUTATIONS if key.startswith(chapter)]
    assert len(made) == sum(len(MUTATIONS[key]) for key in wanted)
    assert [f"{beat}: {what}" for beat, what, rules in made if not rules] == []


def test_there_are_enough_of_them():
    assert sum(map(len, MUTATIONS.values())) >= 50
