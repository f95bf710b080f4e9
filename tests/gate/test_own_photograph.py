"""A photograph of one's own and three lines are a film that the gate passes."""

from __future__ import annotations

import pytest

from mathcore import load_layer
from scenes.feature_fusion import FeatureFusion
from scenes.production.gate.judging import judge
from scenes.production.gate.oracle.kinds.picture import sources
from scenes.production.gate.oracle.reading import toml
from scenes.production.gate.performance import rehearse
from tests.photographs import write_fading, write_layer, write_photograph

LONG = pytest.mark.long
LOOKS = [
    ((400, 300), "zh"),
    ((300, 300), "en"),
    ((300, 400), "zh"),
    pytest.param((400, 300), "en", marks=LONG),
    pytest.param((300, 300), "zh", marks=LONG),
    pytest.param((300, 400), "en", marks=LONG),
]


@pytest.mark.parametrize(("size", "language"), LOOKS)
def test_a_photograph_of_any_shape_passes(tmp_path, size, language):
    write_photograph(tmp_path / "photo.jpg", size)
    chosen = {"example": "cocktails", "layer": write_layer(tmp_path), "language": language}
    assert list(judge(rehearse(FeatureFusion, **chosen))) == []


def test_the_oracle_turns_the_weight_that_is_turned(tmp_path):
    path = write_layer(tmp_path)
    for write in (write_fading, lambda photo: write_photograph(photo, (300, 200))):
        write(tmp_path / "photo.jpg")
        layer, told = load_layer(path), sources(path, toml(path))
        for name, weights in (("mixing", layer.weights), ("turned", layer.turned_weights)):
            ours = (layer.channels @ weights)[0].tolist()
            assert [told[name].value("result", (0, j)) for j in range(len(ours))] == ours
