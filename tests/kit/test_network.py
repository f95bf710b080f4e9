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
from scenes.acts.fully_connected.taking_away import TakingAway
from scenes.acts.fully_connected.taught_network import TaughtNetwork
from scenes.fully_connected import FullyConnected
from scenes.kit.ground.frame import STROKE, Box
from scenes.kit.ground.theme import NIGHT, mix
from scenes.kit.network.edge import DIM, Edge
from scenes.kit.network.error_meter import ErrorMeter
from scenes.kit.network.network_geometry import OUTSIDE, network_place
from scenes.kit.stage.ledgers import learning
from tests.rehearsal import EXTREMES, SHIPPED, pixel_box

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


def test_the_curve_falls_to_the_share_that_is_left_of_the_error():
    losses = np.array([2.0, 1.0, 0.5])
    meter = ErrorMeter(NIGHT, Box(1000, 600, 700, 196), losses, "error", "step")
    assert not len(meter.curve.points), "nothing has been learned yet"
    meter.show_step(2)
    assert (meter.number.text, meter.step.text) == ("0.50", "2")
    # from the top, 696, to the floor, 796: 100 pixels for an error of 2
    assert pixel_box(meter.curve).y == pytest.approx(696, abs=0.1)
    assert pixel_box(meter.curve).bottom == pytest.approx(796 - 25, abs=0.1)
    assert pixel_box(meter.dot).centre == pytest.approx((1700, 771), abs=0.1)


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
    last = seen[-1]
    assert (seen[0], last) == (0, replay.last)
    printed = [format_number(each, places=2) for each in truth["loss"][last:]]
    assert len(set(printed)) == 1, "the film goes on where nothing changes"
    for drink, weights in zip(replay.drinks, truth["learned"][last].T, strict=True):
        assert [amount for _, amount in drink.layers] == weights.tolist()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_weight_alone_is_turned_and_its_edge_is_as_thick(path):
    book = RecipeBook.load(path)
    taught = TaughtNetwork(NIGHT, book, "en", str)
    away = TakingAway(taught, book)
    recipe = [float(share) for share in book.shares[:, 0]]
    assert recipe[away.k] == max(recipe) > 0
    assert [amount for _, amount in away.drink.layers] == recipe
    turned = [amount for _, amount in away.bars.layers]
    assert turned == [-each if k == away.k else each for k, each in enumerate(recipe)]
    assert away.number.value == learning.sources(book)["opposites"][away.number.claim.at]
    edge, dashed = taught.network.edges[away.k][0], away.weights[away.k, 0]
    assert edge.copy_as(dashed).get_stroke_width() == edge.get_stroke_width()


def test_claims_may_name_the_run(tmp_path):
    book = RecipeBook.load(SHIPPED[0])
    with tempconfig({"dry_run": True, "media_dir": str(tmp_path)}):
        named = FullyConnected(example=SHIPPED[0]).ledger().named
    assert np.array_equal(named["loss"], learn_recipes(book.shares.astype(float)).losses)
    assert "scores" in named
