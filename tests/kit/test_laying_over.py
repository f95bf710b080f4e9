"""A picture laid over two recipes: what stays are the votes that make their scores."""

from math import isclose

import pytest
from hypothesis import given

from mathcore import load_layer
from scenes.acts.fully_connected.laying_over import LayingOver
from scenes.acts.fully_connected.picture_unrolling import PictureUnrolling
from scenes.acts.fully_connected.recognition import Recognition
from scenes.kit.ground.theme import NIGHT
from tests import drawn_layers
from tests.kit import classifiers


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("laid")


def laid(layer):
    return LayingOver(PictureUnrolling(Recognition(NIGHT, layer, "en", str)))


def test_votes_written_out(tmp_path):
    """8 × 0.5 and 6 × 0.5 speak for the first stroke, 8 × 0.5 for the second, 6 against it."""
    laying = laid(classifiers.strokes(tmp_path))
    assert laying.pair == (0, 1)
    assert [list(votes) for votes in laying.votes] == [
        [4 / 6, 0, 3 / 6, 0],
        [4 / 6, 0, -6 / 6, 0],
    ]


@given(drawn=drawn_layers.classifiers())
def test_the_votes_of_a_recipe_sum_to_its_score(folder, drawn):
    layer = load_layer(drawn.write(folder))
    if len(layer.classes) == 1:
        return
    laying = laid(layer)
    own, rival = laying.pair
    scores = [float(score) for score in layer.scores.result[0]]
    assert own == layer.label
    assert all(scores[rival] >= score for j, score in enumerate(scores) if j != own)
    greatest = max(
        abs(float(x) * float(w))
        for row in layer.weights.T.tolist()
        for x, w in zip(layer.sample[0].tolist(), row, strict=True)
    )
    for j, score in enumerate(scores):
        marks = laying.voted(j).weights
        assert isclose(sum(marks) * greatest, score, abs_tol=1e-6 * max(1, greatest))
