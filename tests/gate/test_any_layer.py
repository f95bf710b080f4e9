"""The gate passes whatever a layer file may hold: drawn by Hypothesis, without pixels.

Of a kind the largest and the smallest on every push, ten in `./render.sh test --long`;
GATE_EXAMPLES=60 draws so many other ones.
"""

from __future__ import annotations

import os
import random
import tomllib
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from mathcore import LANGUAGES
from scenes.kit.ground.theme import THEMES
from scenes.kit.stage.layers import LAYERS
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests import drawn_attention, drawn_layers
from tests.rehearsal import chapters

MANY = "GATE_EXAMPLES" in os.environ
OF_A_KIND = int(os.environ.get("GATE_EXAMPLES", "10"))
KINDS = {
    "classifier": ("fully_connected", "digits", drawn_layers.classifiers()),
    "picture": ("feature_fusion", "coffee", drawn_layers.pictures()),
    "transformer": ("the_question", "gpt2_small", drawn_attention.transformers()),
    "transformer again": ("the_answer", "gpt2_small", drawn_attention.transformers()),
    "attention": ("attention", "order_finds_bottle", drawn_attention.attentions()),
}
looks = st.tuples(st.sampled_from(LANGUAGES), st.sampled_from(list(THEMES)))


@cache
def drawn(kind):
    """Draw files and looks, each from a seed of its own; the largest and the smallest first."""
    found = sorted((one(kind, n) for n in range(OF_A_KIND)), key=lambda each: size(each[0]))
    return [found[-1], found[0], *found[1:-1]]


def one(kind, n):
    found = []

    @seed(random.random() if MANY else f"{kind} {n}")
    @settings(
        max_examples=3,  # the first of a seed is the simplest
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(layer=KINDS[kind][2], look=looks)
    def draw(layer, look):
        found.append((layer, look))

    draw()
    return found[-1]


def size(layer):
    return sum(map(len, (layer.toml, *layer.files.values())))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "n",
    [
        pytest.param(n, marks=[pytest.mark.long] if n > 1 and not MANY else [])
        for n in range(OF_A_KIND)
    ],
)
def test_any_layer_passes_the_gate_and_is_credited_to_nobody(tmp_path, kind, n):
    layer, (language, theme) = drawn(kind)[n]
    chapter, shipped, _ = KINDS[kind]
    ours = (LAYERS / f"{shipped}.toml").read_text(encoding="utf-8")
    path = layer.write(tmp_path)
    _, credited, credits_ = ours.partition("[[credits]]")
    path.write_text(f"{layer.toml}\n{credited}{credits_}", encoding="utf-8")
    played = rehearse(chapters()[chapter], layer=path, language=language, theme=theme)
    assert [(row.rule, row.finding.beat, row.finding.what) for row in judge(played)] == []
    shown = {text.text for moment in played.moments for text in moment.texts}
    credits = tomllib.loads(ours).get("credits", [])
    tied = {credit[language] for credit in credits if "sha256" in credit}
    told = {credit[language] for credit in credits} - tied
    assert not shown & tied
    assert told <= shown or chapter == "the_question"  # whose source the_answer names
