"""The counts of the episode, as a viewer sees them, against a cache that is walked through here."""

from __future__ import annotations

import tomllib
from itertools import pairwise, product
from pathlib import Path

import pytest

from mathcore import format_number
from scenes.acts.writing_gemm.clock_geometry import (
    NOTE_LEADING,
    ClockPlace,
    note_baseline,
    row_pitch,
)
from scenes.kit.ground.frame import FLOOR
from scenes.kit.ground.sizes import SMALL
from tests.rehearsal import of_one_look, performed

LAYER = Path(__file__).parents[1] / "assets" / "layers" / "eight_by_eight.toml"
OF_THE_EPISODE = of_one_look("writing_gemm")
WALKS = ("ijk", "ikj", "jki", "tiles")


@pytest.fixture(scope="module")
def layer():
    return tomllib.loads(LAYER.read_text(encoding="utf-8"))


def steps(name, n, tile):
    """Go through i, j, k in the order of a walk."""
    if name == "tiles":
        for i0, k0, j0 in product(range(0, n, tile), repeat=3):
            for i, k, j in product(range(tile), repeat=3):
                yield i0 + i, j0 + j, k0 + k
        return
    for each in product(range(n), repeat=3):
        yield tuple(each[name.index(letter)] for letter in "ijk")


def misses(name, layer):
    """Return the misses of A, B and C after every touch: what was used longest ago leaves."""
    n, recent, counts = layer["n"], [], [0, 0, 0]
    told = [tuple(counts)]
    for i, j, k in steps(name, n, layer["tile"]):
        for matrix, (row, column) in enumerate(((i, k), (k, j), (i, j))):
            tray = ((matrix * n + row) * n + column) // layer["line"]
            if tray in recent:
                recent.remove(tray)
            else:
                counts[matrix] += 1
            recent = [*recent, tray][-layer["lines"] :]
            told.append(tuple(counts))
    return told


@OF_THE_EPISODE
@pytest.mark.parametrize("name", WALKS)
def test_every_count_that_is_seen_is_what_has_been_fetched_by_then(layer, name):
    told, seen = misses(name, layer), []
    for moment in performed("writing_gemm")[1].moments:
        for number in moment.numbers:
            claim = number.claim
            if claim and claim.of == f"running_{name}":
                touch, matrix = claim.at
                seen.append(claim.at)
                assert number.text == format_number(told[touch][matrix])
            elif claim and claim.of == f"total_{name}":
                seen.append(claim.at)
                assert number.text == format_number(sum(told[claim.at[0]]))
    last = len(told) - 1
    assert {(last, 0), (last, 1), (last, 2), (last,)} <= set(seen)
    assert len({at[0] for at in seen}) > 3  # not only where it ends


@OF_THE_EPISODE
def test_the_counts_of_the_storyboard_stand_at_the_ends_of_its_beats():
    wanted = {
        "three_loops": {"512"},
        "two_walks": {"512"},
        "down_the_column": {"16", "512", "544"},
        "along_the_row": {"544", "160", "128", "16"},
        "down_two_columns": {"544", "160", "1088", "512", "64"},
        "tiles": {"544", "160", "1088", "96", "32"},
        "the_clock": {"1088", "544", "160", "96", "114", "41", "6.22", "5.31", "0.381"},
        "all_the_way_down": {"6", "8", "256", "72", "4080"},
    }
    ends = {moment.beat: moment for moment in performed("writing_gemm")[1].settled}
    for beat, texts in wanted.items():
        assert {number.text for number in ends[beat].numbers} == texts, beat


@pytest.mark.parametrize("lines", range(1, 8))
def test_what_is_said_of_a_machine_stands_below_the_table_and_above_the_caption(lines):
    rows = [ClockPlace(row, row_pitch(5, lines)) for row in range(5)]
    first = note_baseline(lines)
    assert all(one.counted.bottom < other.counted.y for one, other in pairwise(rows))
    assert rows[-1].timed.bottom < first - 0.733 * SMALL
    assert first + (lines - 1) * NOTE_LEADING <= FLOOR


@OF_THE_EPISODE
def test_the_episode_is_as_long_as_it_may_be():
    timeline = performed("writing_gemm")[1].timeline
    assert len(timeline) == 10
    assert 70 <= timeline[-1].end <= 100
