"""Plays are dealt out whole and once, and in such pieces that no worker waits for long."""

from __future__ import annotations

from heapq import heapreplace

from hypothesis import given
from hypothesis import strategies as st

from scenes.production.planning.plan import STILL_COST, ChapterPlan, PlannedBeat, Play
from scenes.production.workers.scheduling import SMALLEST, Dealer, Stretch

frames = st.integers(1, 90)
films = st.lists(st.lists(frames, min_size=1, max_size=60), min_size=1, max_size=7)


def plan(chapter: str, lengths: list[int]) -> ChapterPlan:
    plays = tuple(Play(f"{n}", each, still=False, ending=False) for n, each in enumerate(lengths))
    beat = PlannedBeat("beat", plays, (), None, None)
    return ChapterPlan(chapter, {}, 30, (beat,), base=f"the base of {chapter}")


def dealt(film: list[list[int]], workers: int) -> list[Stretch]:
    dealer = Dealer()
    for number, lengths in enumerate(film):
        dealer.add(plan(f"{number}", lengths), range(len(lengths)))
    stretches = []
    while dealer:
        stretches.append(dealer.take(workers))
    return stretches


@given(films, st.integers(1, 9))
def test_every_play_is_dealt_once(film: list[list[int]], workers: int) -> None:
    seen = [(s.chapter, n) for s in dealt(film, workers) for n in s.plays]
    assert sorted(seen) == sorted(
        (f"{number}", n) for number, lengths in enumerate(film) for n in range(len(lengths))
    )


@given(films)
def test_one_worker_gets_whole_chapters(film: list[list[int]]) -> None:
    assert len(dealt(film, 1)) == len(film)


@given(films, st.integers(2, 8))
def test_no_worker_waits_long_for_another(film: list[list[int]], workers: int) -> None:
    """Each free worker takes the next stretch; at the end at most a small one is waited for."""
    loads = [0] * workers
    for stretch in dealt(film, workers):
        heapreplace(loads, loads[0] + stretch.cost)
    total, longest = sum(map(sum, film)), max(map(max, film))
    assert max(loads) <= 1.4 * total / workers + 2 * (SMALLEST + longest)


def test_a_long_chapter_does_not_hold_up_the_rest() -> None:
    lengths = [s.cost for s in dealt([[30] * 100, [30] * 10], 2)]
    assert lengths[0] == 1650  # half of the 3300 frames there are
    assert max(lengths[1:]) < 1000


def test_only_what_is_missing_is_dealt() -> None:
    dealer = Dealer()
    dealer.add(plan("tea", [30] * 10), [3, 4, 8])
    stretch = dealer.take(1)
    assert (stretch.chapter, list(stretch.plays), stretch.cost) == ("tea", [3, 4, 8], 90)
    assert stretch.base == "the base of tea"
    assert not dealer


def test_a_picture_that_stands_costs_little() -> None:
    assert Play("k", 300, still=True, ending=False).cost == STILL_COST
