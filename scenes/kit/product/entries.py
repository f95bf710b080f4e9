"""The pace of row meets column: the first entry slowly, the second briskly, the rest in a sweep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from manim import Animation, AnimationGroup, FadeIn, FadeOut

from scenes.kit.ground.motion import DRAW, SHORT, TRAVEL
from scenes.kit.product.meeting import BEAM, PRODUCT_TIME, RISE, Meeting
from scenes.kit.stage.chapter import NEXT_LINE

BRISK, SWEEP = 0.7, 1.8  # paces of the second entry, and of all the others together
GLANCES = 3.0  # seconds' worth of terms in the second entry
LATER_TERMS = 4.2  # seconds for all terms after the first, at most


def pace_of(k: int, count: int) -> float:
    """Return how fast term ``k`` of ``count`` goes: the first slowly, the others briskly."""
    whole = SHORT + TRAVEL + 2 * PRODUCT_TIME + RISE
    return 1.0 if k == 0 else min(0.7, LATER_TERMS / whole / (count - 1))


def first_entry(meeting: Meeting) -> Iterator[Animation | str]:
    """Make an entry slowly, with a new spoken line after the first term and at the sum."""
    if meeting.asked is None:
        yield meeting.light()
    yield FadeIn(meeting.chart.vessel, meeting.chart.scale_marks, run_time=DRAW)
    yield FadeIn(meeting.line.frame, run_time=DRAW)
    for k in range(len(meeting.steps)):
        if k == 1:
            yield NEXT_LINE
        yield from meeting.term(k, pace_of(k, len(meeting.steps)))
    if len(meeting.steps) == 1:
        yield NEXT_LINE
    yield NEXT_LINE
    yield from meeting.finish()


def quick_entry(meeting: Meeting) -> Iterator[Animation | str]:
    """Make an entry by itself, all its terms in one wave."""
    chart = meeting.chart
    yield meeting.light()
    yield FadeIn(chart.vessel, chart.scale_marks, meeting.line.frame, run_time=DRAW)
    yield meeting.all_terms(1.0)
    yield from meeting.finish()


def brisk_entry(meeting: Meeting, before: Meeting, *, swept: int = 0) -> Iterator[Animation]:
    """Make an entry at a glance; if it is one of so many ``swept``, all its terms in one motion."""
    pace = min(BRISK, SWEEP / swept) if swept else BRISK
    yield before.clear(SHORT * pace)
    yield meeting.move_from(before, BEAM * pace)
    yield FadeIn(meeting.line.frame, run_time=SHORT * pace)
    if swept:
        yield meeting.all_terms(pace)
    else:
        for k in range(len(meeting.steps)):
            yield meeting.glance(k, min(pace, GLANCES / len(meeting.steps)))
    yield from meeting.finish(pace)


def other_entries(meetings: Sequence[Meeting]) -> Iterator[Animation | str]:
    """Make the entries after the first: one briskly, then, with a new line, the others at once."""
    for n, (before, meeting) in enumerate(pairwise(meetings)):
        if n == 1:
            yield NEXT_LINE
        yield from brisk_entry(meeting, before, swept=len(meetings) - 1 if n else 0)


def clear_away(meeting: Meeting) -> Iterator[Animation]:
    """Clear the line and the stack; the beam and the filled row stay."""
    yield meeting.clear()
    yield _without_chart(meeting)


def clear_chart(meeting: Meeting) -> Iterator[Animation]:
    """Clear the stack; the line, the beam and the filled row stay."""
    yield meeting.clear_stack()
    yield _without_chart(meeting)


def _without_chart(meeting: Meeting) -> Animation:
    chart = meeting.chart
    return AnimationGroup(
        FadeOut(chart.vessel, chart.scale_marks, run_time=SHORT),
        FadeOut(meeting.line.total_slot, run_time=SHORT),
    )
