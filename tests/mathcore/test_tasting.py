"""Recipes learned from tastings: a real run that finds them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathcore import RecipeBook, ShapeError, learn_recipes
from mathcore.listing import files_in
from tests.rehearsal import EXTREMES, SHIPPED

FILES = [*SHIPPED, *files_in(EXTREMES, "*.toml")]


def test_one_weight_goes_a_sixth_of_its_way_in_one_step():
    run = learn_recipes([[3.0]], tastings=1, steps=1)
    x, start = run.inputs[0, 0], run.weights[0, 0, 0]
    assert run.targets[0, 0] == 3 * x
    assert run.losses[0] == pytest.approx(0.5 * (x * start - 3 * x) ** 2)
    assert run.weights[1, 0, 0] == pytest.approx(start + (3 - start) / 6)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_example_is_found_within_one_percent(path):
    shares = RecipeBook.load(path).shares.astype(float)
    found = learn_recipes(shares).weights[-1]
    assert np.abs(found - shares).max() <= 0.01 * np.abs(shares).max()


@given(arrays(float, (3, 2), elements=st.floats(-2, 2)), st.integers(0, 3))
def test_nothing_printed_changes_from_where_a_run_has_settled(shares, places):
    run = learn_recipes(shares, tastings=8, steps=60)

    def printed(t):
        return [f"{number:.{places}f}" for number in (*run.weights[t].flat, run.losses[t])]

    last = run.settled(places)
    assert all(_numbers(printed(t)) == _numbers(printed(60)) for t in range(last, 61))
    assert last == 0 or _numbers(printed(last - 1)) != _numbers(printed(60))


def _numbers(texts):
    return [float(text) for text in texts]  # -0.0 is 0


@given(arrays(float, st.tuples(st.integers(1, 8), st.integers(1, 6)), elements=st.floats(-2, 2)))
def test_the_loss_never_rises_and_the_same_seed_gives_the_same_run(shares):
    run, again = learn_recipes(shares, steps=30), learn_recipes(shares, steps=30)
    assert (np.diff(run.losses) <= 1e-12).all()
    assert np.array_equal(run.weights, again.weights)
    assert np.allclose(run.targets, run.inputs @ shares)


@pytest.mark.parametrize("shares", [[1.0, 2.0], np.zeros((0, 2)), np.zeros((2, 0))])
def test_shares_have_to_be_a_matrix(shares):
    with pytest.raises(ShapeError, match="a recipe a column"):
        learn_recipes(shares)


def test_too_few_tastings_do_not_tell_the_recipes():
    with pytest.raises(ShapeError, match="2 tastings of 3 ingredients"):
        learn_recipes(np.ones((3, 1)), tastings=2)
