"""The gate passes a product walked through any cache, without pixels; and what is said is true.

The largest file and the smallest on every push, ten in `./render.sh test --long`.
"""

from __future__ import annotations

import os
import random
from functools import cache
from itertools import permutations

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from mathcore import LANGUAGES, count_misses, load_layer, walk
from scenes.acts.writing_gemm.cases import said_of
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.script import Script
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.drawn_caches import caches
from tests.rehearsal import chapters

MANY = "GATE_EXAMPLES" in os.environ
COUNT = int(os.environ.get("GATE_EXAMPLES", "10"))
looks = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(list(THEMES)))


@cache
def drawn():
    """Draw files with their looks: always the same, unless many are asked for."""
    found = []

    @seed(random.random() if MANY else "cache")
    @settings(
        max_examples=COUNT,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(layer=caches(), look=looks)
    def draw(layer, look):
        found.append((layer, look))

    draw()
    ordered = sorted(found, key=lambda each: len(each[0].toml) + len(each[0].files) * 1000)
    return [ordered[-1], ordered[0], *ordered[1:-1]]


@pytest.mark.parametrize(
    "n",
    [pytest.param(n, marks=[pytest.mark.long] if n > 1 and not MANY else []) for n in range(COUNT)],
)
def test_any_cache_passes_the_gate(tmp_path, n):
    layer, (language, theme) = drawn()[n]
    path = layer.write(tmp_path)
    played = rehearse(chapters()["writing_gemm"], layer=path, language=language, theme=theme)
    assert [(row.rule, row.finding.beat, row.finding.what) for row in judge(played)] == []
    told = [beat.name for beat in played.timeline]
    assert ("all_the_way_down" in told) == ("levels" in layer.toml)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("caches")


@given(layer=caches())
@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None)
def test_what_is_said_of_a_cache_is_true(folder, layer):
    found = load_layer(layer.write(folder))
    script = Script.load(chapters()["writing_gemm"].script_path())
    values = {"layer": found.name, **said_of(found)}
    said = {
        beat: " ".join(line["en"] for line in script.filled(beat, values, "en").lines)
        for beat in script.beats
    }
    plain = {name: trace.total for name, trace in found.traces.items()}
    assert ("instead of" in said["along_the_row"]) == (plain["ikj"] < plain["ijk"])
    orders = [walk("".join(order), found.n) for order in permutations("ijk")]
    most = max(count_misses(way, found.line, found.lines).total for way in orders)
    assert (", more than" in said["down_two_columns"]) == (plain["ijk"] < plain["jki"] < most)
    worst = plain["ijk"] < plain["jki"] == most
    assert ("the worst order" in said["down_two_columns"]) == worst
    assert ("gain nothing" in said["tiles"]) == (plain["tiles"] == plain["ikj"])
    assert ("tiles lose" in said["tiles"]) == (plain["tiles"] > plain["ikj"])
    left = (found.traces["ijk"].evicted >= 0).any()
    assert ("must leave" in said["the_tray"]) == left
    once = found.traces["ijk"].misses["B"] == found.n**2 // found.line
    assert ("comes once" in said["down_the_column"]) == once
    clock, timed = said["the_clock"], found.measured is not None
    assert ("Nobody has timed" in clock) == (not timed)
    if timed:
        last = {walk: found.measured.of(walk)[-1] for walk in plain}
        pairs = [("jki", "ijk"), ("ijk", "ikj")]
        wrong = [q for s, q in pairs if plain[q] < plain[s] and last[q] >= last[s]]
        assert ("says otherwise" in clock) == bool(wrong)
        assert ("gain nothing" in clock) == (last["tiles"] > 0.95 * last["ikj"])
