"""A wrong number in attention is caught: a score, a root, a share, a mix, a lock."""

from __future__ import annotations

from scenes.kit.stage.choices import chapter_class
from scenes.production.gate import performance
from scenes.production.gate.moment import Moment, look
from tests.gate.mutations import (
    Mutation,
    Stage,
    caption,
    entry_of,
    missing,
    redrawn,
    swapped,
    text,
    value_of,
)
from tests.gate.test_mutations import Jury

PERCENT = "%"
MUTATIONS: dict[str, dict[str, Mutation]] = {
    "orders_and_labels": {
        "a query of another word": text("value", (0, 0), "2.3", "scores"),
        "a key's numbers changed places": swapped("share", (0, 0), (1, 0), "scores"),
        "a key of the next bottle": value_of("share", (1, 1), (1, 2), "scores"),
        "sign of a key": text("share", (0, 0), "2.4", "scores"),
    },
    "scores": {
        "a score of the next bottle": value_of("result", (0, 0), (0, 1), "scores"),
        "scores changed places": swapped("result", (0, 1), (0, 2), "scores"),
        "a score before its last term": text("result", (0, 1), "0", "scores"),
        "inner size": text("inner", (), "3", "scores"),
        "the score in the caption": caption("5.06", "5.6"),
    },
    "the_root": {
        "divided by d, not by its root": text("entry", (0, 1), "2.53", "scaled"),
        "not divided at all": text("entry", (0, 1), "5.06", "scaled"),
        "divided twice": text("entry", (0, 2), "0.11", "scaled"),
        "another d under the root": text("entry", (0,), "3", "root"),
        "scores over the root changed places": swapped("entry", (0, 0), (0, 2), "scaled"),
        "another d in the caption": caption("2", "3"),
        "drawn otherwise": redrawn("entry", (0, 1), "3.85", "scaled"),
    },
    "shares": {
        "shares changed places": swapped("share", (0, 0), (1, 0), "mix"),
        "a share too much": text("share", (1, 0), f"95{PERCENT}", "mix"),
        "shares that sum to 99": text("share_sum", (2, 0), f"99{PERCENT}", "mix"),
        "shares that sum to 101": text("share_sum", (2, 0), f"101{PERCENT}", "mix"),
        "the sum without the last": value_of("share_sum", (2, 0), (1, 0), "mix"),
    },
    "the_mix": {
        "shares changed places": swapped("share", (0, 0), (1, 0), "mix"),
        "a value of the next bottle": value_of("value", (0, 0), (0, 1), "mix"),
        "terms changed places": swapped("product", (0, 0, 0), (0, 0, 1), "mix"),
        "a term too few": missing("product", (0, 0, 2), "mix"),
        "running sum one term short": value_of("partial", (0, 0, 2), (0, 0, 0), "mix"),
        "the mix of another property": value_of("result", (0, 0), (3, 0), "mix"),
        "the total in the caption": caption("94.15", "94.51"),
    },
    "ask_again": {
        "the recipe of the first word": text("share", (0, 0), "0.94", "changed_mix"),
        "shares that stayed where they were": swapped("share", (0, 0), (2, 0), "changed_mix"),
        "a property in a wrong row": entry_of("value", (1, 0), (2, 0), "changed_mix"),
        "a mix in a wrong row": swapped("result", (0, 0), (2, 0), "changed_mix"),
    },
    "everyone_asks": {
        "rows and columns changed": swapped("share", (0, 1), (1, 0), "everyone_mix"),
        "a column that sums to less": text("share_sum", (4, 1), f"98{PERCENT}", "everyone_mix"),
        "a mix of the next glass": value_of("result", (0, 0), (0, 1), "everyone_mix"),
    },
    "locked_bottles": {
        "a share as if nothing were locked": text("share", (0, 0), "0.33", "locked_mix"),
        "shares of a column changed": swapped("share", (0, 1), (1, 1), "locked_mix"),
        "a mix as if nothing were locked": text("result", (0, 0), "12.19", "locked_mix"),
        "heads in the caption": caption("12", "21"),
    },
}


def test_every_wrong_number_of_attention_is_caught():
    made: list[tuple[str, str, Moment]] = []

    class Mutated(chapter_class("attention")):
        def beat(self, name, *args, **kwargs):
            super().beat(name, *args, **kwargs)
            for what, mutate in MUTATIONS.get(name, {}).items():
                undo = mutate(Stage(self))
                made.append((name, what, look(self, name, self.seconds, settled=True)))
                undo()

    Mutated.__module__ = chapter_class("attention").__module__
    plain = performance.rehearse(Mutated)  # every mutation is undone
    jury, ends = Jury(plain), {moment.beat: moment for moment in plain.settled}
    assert len(made) == sum(map(len, MUTATIONS.values())) >= 20
    missed = [
        f"{name}: {what}"
        for name, what, changed in made
        if not jury.rules_against(ends[name], changed)
    ]
    assert missed == []
