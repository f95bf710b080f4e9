"""What was measured, as figures: the middle of the repeats, and the target.  Pure.

Every ratio is taken within one session, so that what slows the machine down slows both sides; then
the median of the sessions counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from scenes.production.bench.measured import Measured

GIBIBYTE = 2**30


@dataclass(frozen=True)
class Figure:
    """A line of the table.

    ``seconds`` is how long it took, where it is a time; ``value`` is what the target is for;
    ``compared`` says what it is a ratio of.
    """

    part: str
    what: str
    value: float
    compared: str
    target: float | None = None
    seconds: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool | None:
        """Whether it is as good as it should be."""
        if self.target is None:
            return None
        return self.value >= self.target if self.at_least else self.value <= self.target


def figures(sessions: Sequence[Measured]) -> Iterator[Figure]:
    """Yield the lines of the table."""

    def middle(value: Callable[[Measured], float]) -> float:
        return median(map(value, sessions))

    def timed(part: str, what: str, name: str, to: str, target: float | None) -> Figure:
        ratio = middle(lambda each: each.seconds[name] / each.seconds["cold"])
        return Figure(part, what, ratio, to, target, middle(lambda each: each.seconds[name]))

    cold = middle(lambda each: each.seconds["cold"])
    yield Figure("", "from nothing, all cores", 1.0, "", None, cold)
    plain = middle(lambda each: each.seconds["cold"] / each.seconds["plain"])
    took = middle(lambda each: each.seconds["plain"])
    yield Figure("a", "plain Manim", plain, "cold / plain", 0.40, took)
    size = middle(lambda each: each.bytes / each.plain_bytes)
    yield Figure("a", "bytes", size, "ours / plain", 1.3)
    yield from _likeness(sessions)
    least = middle(lambda each: each.seconds["cold"] / each.seconds["floor"])
    took = middle(lambda each: each.seconds["floor"])
    yield Figure("b", "floor: encoding alone", least, "cold / floor", 1.6, took)
    yield timed("c", "nothing changed", "again", "/ cold", max(0.02, 3 / cold))
    yield timed("d", "one share changed", "share", "/ cold", None)
    yield timed("e", "one caption's wording changed", "wording", "/ cold", 0.06)
    line = middle(lambda each: each.seconds["line"] / (each.share * each.seconds["cold"]))
    took = middle(lambda each: each.seconds["line"])
    yield Figure("f", "one line of code changed", line, "/ the chapter's share of cold", 1.3, took)
    yield from _stills(sessions)
    yield from _jobs(sessions)
    yield from _memory(sessions)


def _likeness(sessions: Sequence[Measured]) -> Iterator[Figure]:
    for each in sessions:
        if each.likeness:
            ours, plain = fmean(each.likeness.ours), fmean(each.likeness.plain)
            yield Figure("a", "SSIM of ours", ours, "mean, against plain's", plain, at_least=True)


def _stills(sessions: Sequence[Measured]) -> Iterator[Figure]:
    took = median(each.seconds["still"] for each in sessions)
    for name, what, to, target in (
        ("chapter", "a still of its middle", "/ its chapter, cold", 0.2),
        ("end", "a still of its end by plain Manim", "still / plain's", 1.0),
    ):
        ratio = median(each.seconds["still"] / each.seconds[name] for each in sessions)
        shown = took if name == "chapter" else median(each.seconds[name] for each in sessions)
        yield Figure("h", what, ratio, to, target, shown)


def _jobs(sessions: Sequence[Measured]) -> Iterator[Figure]:
    for jobs in sessions[0].jobs:
        ratio = median(each.jobs[jobs] / each.jobs[1] for each in sessions)
        took = median(each.jobs[jobs] for each in sessions)
        target = 0.6 if jobs == 2 else None
        yield Figure("g", f"{jobs} at work", ratio, "/ one", target, took)


def _memory(sessions: Sequence[Measured]) -> Iterator[Figure]:
    peaks = [each.peak for each in sessions if each.peak]
    if peaks:
        largest = max(peak.largest for peak in peaks) / GIBIBYTE
        together = max(peak.together for peak in peaks) / GIBIBYTE
        yield Figure("", "memory of the largest process", largest, "GiB, at most")
        yield Figure("", "memory of all together", together, "GiB, at most", 3.0)
