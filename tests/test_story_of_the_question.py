"""The opening, as a viewer sees it: which layers light up, and the figure, from the sizes alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from scenes.kit.ground.theme import NIGHT
from tests.rehearsal import of_one_look, performed

ASSETS = Path(__file__).parents[1] / "assets"
pytestmark = of_one_look("the_question")


@pytest.fixture(scope="module")
def tower():
    """Return what is written when the tower stands and is counted."""
    _, performance = performed("the_question")
    return next(iter(performance.settled)).texts


def test_what_is_a_matrix_product_lights_up_and_nothing_else(tower):
    layers = [text for text in tower if "/TowerLayer/" in text.role]
    upwards = sorted(layers, key=lambda text: -text.baseline)
    assert [text.text for text in upwards if text.colour == NIGHT.ink] == [
        *("queries, keys, values", "scores", "mix the values", "output projection", "MLP"),
        "a score for every word",
    ]
    assert len(layers) == 12


def test_the_figure_is_that_of_the_published_sizes(tower):
    """A block has 4 d² in projections, 2 c d in scores and mix, 2 d m in the MLP; d v come last."""
    size = tomllib.loads((ASSETS / "layers" / "gpt2_small.toml").read_text("utf-8"))
    blocks, d, m, c, v = (size[key] for key in ("blocks", "width", "mlp", "context", "vocabulary"))
    inside = blocks * (4 * d * d + 2 * c * d + 2 * d * m) + d * v
    others = (2 * blocks + 1) * (3 * d + 3) + blocks * (2 * c * size["heads"] + 6 * m) + v
    figure = next(text.text for text in tower if text.text.endswith("%"))
    assert figure == f"{100 * inside / (inside + others):.1f}%"
    assert float(figure.removesuffix("%")) > 99
    assert f"{blocks} ×" in [text.text for text in tower]


def test_at_the_end_the_question_stands_alone():
    _, performance = performed("the_question")
    texts = [text.text for text in [*performance.settled][-1].texts if "/Caption" not in text.role]
    assert texts == ["Why?", "What does a matrix product do?"]
