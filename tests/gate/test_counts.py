"""A running count: true at every step, and in motion until it rests on its last value."""

from __future__ import annotations

import pytest

from scenes.kit.ground.motion import appear, vanish
from scenes.kit.memory.live_count import LiveCount
from scenes.kit.memory.moving import Walking
from scenes.kit.stage.chapter import Chapter
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse

LAST = 1536  # touches of an 8 × 8 product


class Counting(Chapter):
    """A count that goes so far, shows what it is not, and is taken away at once."""

    layer_kind, default_layer = "cache", "eight_by_eight"
    end, wrong, column = LAST, 0, ()

    def construct(self) -> None:
        trace = self.layer.traces["ijk"]
        counts = trace.counts[:, self.column[0]] if self.column else trace.counts.sum(axis=1)
        of = "running_ijk" if self.column else "total_ijk"
        where = {"size": 60, "colour": self.theme.ink, "x": 900.0, "baseline": 500.0}
        self.number = LiveCount(counts, of, self.column, **where)
        self.beat("first", appear(self.number), self.count(), vanish(self.number))

    def count(self):
        yield Walking(self.number, 0, self.end)
        self.number.set_value(self.number.value + self.wrong)


def rules(tried, **changes):
    return {row.rule for row in judge(rehearse(tried(base=Counting, **changes)))}


@pytest.mark.parametrize(("end", "caught"), [(LAST - 1, False), (LAST, True)])
def test_it_need_not_be_read_before_its_end(tried, end, caught):
    assert ("reading_time" in rules(tried, end=end)) is caught


@pytest.mark.parametrize("column", [(), (1,)])
@pytest.mark.parametrize("wrong", [1, -1])
def test_a_miss_too_many_or_too_few_is_caught_on_the_way(tried, column, wrong):
    """On its way out: the number that fades is still looked at before it is gone."""
    number = {"column": column, "end": 700}
    assert "numeral_is_true" not in rules(tried, **number)
    assert "numeral_is_true" in rules(tried, **number, wrong=wrong, count=stopped)


def stopped(self):
    """Stand still on a wrong count."""
    yield from Counting.count(self)
    yield appear(self.number)


def test_a_source_that_is_none_has_no_end(tried):
    ledger = rehearse(tried(base=Counting)).ledger
    assert (ledger.last_count("total_ijk"), ledger.last_count("total_kji")) == (LAST, 0)
