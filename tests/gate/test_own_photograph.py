"""A photograph of one's own and three lines are a film that the gate passes."""

from __future__ import annotations

import pytest

from scenes.feature_fusion import FeatureFusion
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse
from tests.photographs import write_layer, write_photograph


@pytest.mark.parametrize(("size", "language"), [((400, 300), "zh")])
def test_a_photograph_passes(tmp_path, size, language):
    write_photograph(tmp_path / "photo.jpg", size)
    chosen = {"example": "cocktails", "layer": write_layer(tmp_path), "language": language}
    assert list(judge(rehearse(FeatureFusion, **chosen))) == []
