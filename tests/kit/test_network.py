"""A layer as a network, and the run that learns its weights."""

from itertools import pairwise
from math import hypot

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import tempconfig

from mathcore import RecipeBook, format_number, learn_recipes
from mathcore.listing import files_in
from scenes.acts.fully_connected.learning_replay import Replay
from scenes.acts.fully_connected.taught_network import TaughtNetwork
from scenes.fully_connected import FullyConnected
from scenes.kit.ground.frame import STROKE, Box
from scenes.kit.ground.theme import NIGHT, mix
from scenes.kit.network.edge import DIM, Edge
from scenes.kit.network.error_meter import ErrorMeter
from scenes.kit.network.network_geometry import OUTSIDE, network_place
from scenes.kit.stage.ledgers import learning
from tests.rehearsal import EXTREMES, SHIPPED

FILES = [*SHIPPED, *files_in(EXTREMES, "*.toml")]
BOX = Box(96, 182, 800, 720)
ENDS = (100.0, 100.0), (500.0, 100.0)


@given(st.integers(1, 8), st.integers(1, 6))
def test_nodes_keep_apart_and_edges_keep_out_of_them(inputs, outputs):
    place = network_place(BOX, inputs, outputs)
    for nodes, radius in (
        (place.inputs, place.input_radius),
        (place.outputs, place.output_radius),
    ):
        assert all(b[1] - a[1] > 2 * radius for a, b in pairwise(nodes))
        assert all(BOX.y <= y - radius and y + radius <= BOX.bottom for _, y in nodes)
    for k, j in np.ndindex(inputs, outputs):
        (x, y), (right, down) = place.edge(k, j)
        assert hypot(x - place.inputs[k][0], y - place.inputs[k][1]) == pytest.approx(
            place.input_radius + OUTSIDE
        )
        assert hypot(right - place.outputs[j][0], down - place.outputs[j][1]) == pytest.approx(
            place.output_radius + OUTSIDE
        )


def edge(weight, **more):
    return Edge(NIGHT, NIGHT.hue(1), ENDS, weight, 1.0, **more)


def test_an_edge_is_as_thick_as_its_weight_and_dashed_if_it_is_negative():
    widths = [edge(weight).get_stroke_width() * STROKE for weight in (0.1, 0.5, 1.0)]
    assert widths == pytest.approx([3.5, 9.5, 17.0])
    assert edge(-0.5).get_stroke_width() == edge(0.5).get_stroke_width()
    assert len(edge(0.5).points) == 4
    assert len(edge(-0.5).points) == 4 * round(400 / 36)


def test_an_edge_that_is_not_meant_keeps_a_hint_of_its_hue():
    dim = edge(0.5).copy_as(lit=False)
    hue = NIGHT.hue(1).text
    assert dim.get_stroke_color().to_hex() == mix(NIGHT.background, hue, DIM)
    assert dim.ornament
    assert not edge(0.5).ornament


def test_the_bar_is_the_share_that_is_left_of_the_error():
    meter = ErrorMeter(NIGHT, Box(1000, 600, 700, 200), np.array([2.0, 0.5]), "error", "step")
    whole = meter.bar.width
    meter.show_step(1)
    assert meter.bar.width == pytest.approx(whole / 4, rel=1e-3)
    assert (meter.number.text, meter.step.text) == ("0.50", "1")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_moment_of_the_replay_is_a_step_of_the_run(path):
    book = RecipeBook.load(path)
    taught, truth = TaughtNetwork(NIGHT, book, "en", str), learning.sources(book)
    replay = taught.replay
    played = Replay(replay)
    played.begin()
    seen = []
    for alpha in np.linspace(0, 1, 9):
        played.interpolate(alpha)
        (t,) = taught.meter.number.claim.at
        seen.append(t)
        assert taught.meter.number.text == format_number(truth["loss"][t], places=2)
        for number in replay.numbers:
            assert number.claim.at[0] == t
            shown = format_number(truth["learned"][number.claim.at], places=replay.places)
            assert number.text == shown
        weights = [[each.weight for each in row] for row in taught.network.edges]
        assert np.array_equal(weights, truth["learned"][t])
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, len(truth["loss"]) - 1)


def test_claims_may_name_the_run(tmp_path):
    book = RecipeBook.load(SHIPPED[0])
    with tempconfig({"dry_run": True, "media_dir": str(tmp_path)}):
        named = FullyConnected(example=SHIPPED[0]).ledger().named
    assert np.array_equal(named["loss"], learn_recipes(book.shares.astype(float)).losses)
    assert "scores" in named
