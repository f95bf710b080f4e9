"""A photograph of one's own and three lines are a film that the gate passes."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from mathcore import load_layer, shrinking
from mathcore.layer_file import framing, picture_defaults
from mathcore.readers import pillow
from scenes.feature_fusion import FeatureFusion
from scenes.kit.stage.ledgers import picture as ledgers
from scenes.production.gate.judging import judge
from scenes.production.gate.oracle.kinds.picture import sources
from scenes.production.gate.oracle.reading import toml
from scenes.production.gate.performance import rehearse
from tests.gate.sabotage import after, value
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


def wrongs(path):
    """Return the products on which ledger and oracle do not agree."""
    ours, told = ledgers.sources(load_layer(path)), sources(path, toml(path))
    results = {name: ours[name].result for name in ("mixing", "turned")}
    return {
        name
        for name, result in results.items()
        if any(result[at] != told[name].value("result", at) for at in np.ndindex(result.shape))
    }


SABOTAGES = {
    "means are cut, not rounded": after(shrinking.area_mean, lambda pixels: pixels - (pixels > 0)),
    "the picture lies on its side": after(
        shrinking.area_mean, lambda pixels: pixels.swapaxes(0, 1).copy()
    ),
    "all orientations are upright": value(pillow, "TURNINGS", {}),
    "what is left is not of the middle": after(framing.middle, lambda box: (0, 0, *box[2:])),
    "another pixel than tells most": after(
        picture_defaults.telling_place, lambda place: (place[0] + 1, place[1])
    ),
    "another weight is turned": after(picture_defaults.default_turn, lambda _: (1, Fraction(-1))),
}


@pytest.mark.parametrize("name", SABOTAGES)
def test_a_photograph_that_is_read_wrongly_is_found_out(tmp_path, monkeypatch, name):
    write_photograph(tmp_path / "photo.jpg", (200, 100))
    path = write_layer(tmp_path, "size = [12, 8]")
    assert wrongs(path) == set()
    SABOTAGES[name](monkeypatch)
    assert "turned" in wrongs(path)
