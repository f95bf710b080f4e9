"""The gate passes convolutions of any size that has room, without pixels.

Two on every push, thirty and the field's common sizes in `./render.sh test --long`.
"""

from __future__ import annotations

import os
import random
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, assume, given, seed, settings
from hypothesis import strategies as st

from mathcore import LANGUAGES
from scenes.kit.ground.theme import THEMES
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.convolution_files import FIELD, convolution_files, is_shown, written
from tests.rehearsal import chapters

MANY = "GATE_EXAMPLES" in os.environ
COUNT = int(os.environ.get("GATE_EXAMPLES", "30"))
USUAL = 2  # of them on every push: the longest file, and the shortest
looks = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(list(THEMES)))
CASE = """
kind = "convolution"
name = { en = "Board picture", zh = "板书图" }
[picture]
name = { en = "a mark", zh = "记号" }
image = [[0, 1, 0, 2, 0], [1, 0, 3, 0, 1], [0, 2, 4, 2, 0], [1, 0, 3, 0, 1], [0, 1, 0, 2, 0]]
kernel_name = { en = "test kernel", zh = "测试核" }
kernel = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
stride = 1
padding = 0
[stack]
name = { en = "a layer", zh = "一层" }
[[stack.channels]]
name = { en = "front", zh = "前" }
image = [[1, 0, 2], [0, 3, 0], [2, 0, 1]]
[[stack.kernels]]
name = { en = "cross", zh = "叉" }
weights = [[[1, 0], [0, 1]]]
"""


@cache
def drawn():
    """Draw files that have room, with their looks: always the same, unless many are asked for."""
    found = []

    @seed(random.random() if MANY else "convolution")
    @settings(
        max_examples=COUNT,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(text=convolution_files(), look=looks)
    def draw(text, look):
        assume(is_shown(text, look[0]))
        found.append((text, look))

    draw()
    longest, *others = sorted(found, key=lambda each: len(each[0]), reverse=True)
    return [longest, others.pop(), *others]


def played(folder, text, language, theme):
    path = folder / "drawn.toml"
    path.write_text(text, encoding="utf-8")
    performance = rehearse(chapters()["convolution"], layer=path, language=language, theme=theme)
    assert [(row.rule, row.finding.beat, row.finding.what) for row in judge(performance)] == []
    return performance


@pytest.mark.parametrize(
    "n",
    [
        pytest.param(n, marks=[pytest.mark.long] if n >= USUAL and not MANY else [])
        for n in range(COUNT)
    ],
)
def test_any_convolution_passes_the_gate(tmp_path, n):
    assert len(drawn()) >= COUNT
    text, look = drawn()[n]
    played(tmp_path, text, *look)


@pytest.mark.long
@pytest.mark.parametrize("name", FIELD)
def test_the_fields_common_sizes_pass_the_gate(tmp_path, name):
    played(tmp_path, written(FIELD[name], low=0), "en", "night")
    played(tmp_path, written(FIELD[name], seed=1), "zh", "paper")


def test_without_padding_and_stride_there_is_no_beat_about_them(tmp_path):
    performance = played(tmp_path, CASE, "en", "night")
    told = [beat.name for beat in performance.timeline]
    assert told == [name for name in performance.script.beats if name not in ("padding", "stride")]
    said = " ".join(cue.text["en"] for beat in performance.timeline for cue in beat.cues)
    assert "One kernel is one column." in said
    assert "With one channel, the window sees one picture." in said
    for untrue in ("adding", "tride", "one kernels", "second", "Each channel"):
        assert untrue not in said
