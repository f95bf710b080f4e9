"""Laws of gradient descent: each step goes downhill, and the same seed gives the same run."""

import numpy as np
import pytest
from hypothesis import given

from mathcore import EntryError, RecipeBook, ShapeError, gradient_descent, softmax
from mathcore.learning import LOSSES
from tests import strategies

TINY = {"learning_rate": 0.1, "steps": 1}


def test_one_step_written_out():
    """Two examples of two features: the gradient is their mean, feature times error."""
    run = gradient_descent([[1, 2], [3, 0]], [[4], [9]], start=[[1], [1]], **TINY)
    errors = [1 * 1 + 2 * 1 - 4, 3 * 1 + 0 * 1 - 9]
    assert errors == [-1, -6]
    gradient = [(1 * -1 + 3 * -6) / 2, (2 * -1 + 0 * -6) / 2]
    assert run.weights[1, :, 0].tolist() == [1 - 0.1 * gradient[0], 1 - 0.1 * gradient[1]]
    assert run.losses[0] == (0.5 * 1**2 + 0.5 * 6**2) / 2


def test_cross_entropy_written_out():
    """With equal scores both classes get a half: the error is a half, the loss log 2."""
    run = gradient_descent([[2]], [[1, 0]], loss="cross_entropy", start=[[0, 0]], **TINY)
    assert run.losses[0] == pytest.approx(np.log(2))
    assert run.weights[1].tolist() == [[0.1 * 2 * 0.5, -0.1 * 2 * 0.5]]


@pytest.mark.parametrize("loss", LOSSES)
@given(pair=strategies.float_pairs)
def test_the_gradient_is_the_slope_of_the_loss(loss, pair):
    """Nudge each weight both ways: the loss changes by the gradient."""
    inputs, start = pair[0] / 1e6, pair[1] / 1e6
    if not len(inputs) or (loss == "cross_entropy" and not start.shape[1]):
        return
    targets = softmax(np.arange(len(inputs))[:, None] * np.arange(start.shape[1]))
    run = gradient_descent(inputs, targets, start=start, loss=loss, **TINY)
    gradient = (run.weights[0] - run.weights[1]) / 0.1
    nudge = 1e-5
    for place in np.ndindex(start.shape):
        change = np.zeros_like(start)
        change[place] = nudge
        up, down = (
            gradient_descent(inputs, targets, start=start + way, loss=loss, **TINY).losses[0]
            for way in (change, -change)
        )
        assert (up - down) / (2 * nudge) == pytest.approx(gradient[place], abs=1e-6)


@given(pair=strategies.float_pairs)
def test_losses_agree_with_numpy(pair):
    inputs, start = pair
    inputs = inputs / 1e6
    if len(inputs):
        targets = inputs @ (start - 1)
        run = gradient_descent(inputs, targets, start=start, learning_rate=1e-9, steps=2)
        for weights, loss in zip(run.weights, run.losses, strict=True):
            errors = inputs @ weights - targets
            assert loss == pytest.approx(0.5 * (errors**2).sum(axis=1).mean())


def test_tastings_find_the_recipes():
    """From drinks with known properties and known ingredients, the shares are learned."""
    book = RecipeBook.load("assets/examples/cocktails.toml")
    shares = book.shares.astype(float)
    tasted = np.eye(len(book.ingredients)) + 0.5
    run = gradient_descent(tasted, tasted @ shares, learning_rate=0.6, steps=400, seed=1)
    assert run.weights[-1] == pytest.approx(shares, abs=0.001)
    assert (np.diff(run.losses) <= 1e-15).all()


def test_the_same_seed_gives_the_same_run():
    first, again, other = (
        gradient_descent([[1, 2]], [[3]], learning_rate=0.1, steps=5, seed=seed)
        for seed in (7, 7, 8)
    )
    assert np.array_equal(first.weights, again.weights)
    assert not np.array_equal(first.weights, other.weights)
    assert first.weights.shape == (6, 2, 1)


def test_a_run_is_read_only_and_its_inputs_are_copies():
    inputs, start = np.array([[1.0]]), np.array([[2.0]])
    run = gradient_descent(inputs, [[3.0]], start=start, **TINY)
    inputs[0, 0] = start[0, 0] = 99
    assert (run.inputs.tolist(), run.weights[0].tolist()) == ([[1]], [[2]])
    for array in (run.inputs, run.targets, run.weights, run.losses):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_no_features_and_no_steps():
    run = gradient_descent(np.zeros((2, 0)), [[1], [3]], learning_rate=1, steps=0)
    assert run.weights.shape == (1, 0, 1)
    assert run.losses.tolist() == [(0.5 * 1 + 0.5 * 9) / 2]


@pytest.mark.parametrize(
    ("changes", "error", "message"),
    [
        ({"inputs": [1]}, ShapeError, r"inputs \(1,\) and targets \(1, 1\): give as many rows"),
        ({"targets": [1]}, ShapeError, r"targets \(1,\): give as many rows"),
        ({"targets": [[1], [2]]}, ShapeError, r"targets \(2, 1\): give as many rows"),
        ({"inputs": [], "targets": []}, ShapeError, "and at least one"),
        ({"inputs": np.zeros((0, 1)), "targets": np.zeros((0, 1))}, ShapeError, "at least one"),
        ({"start": [[1, 2]]}, ShapeError, r"start \(1, 2\): the weights are \(1, 1\), features"),
        ({"inputs": [[float("nan")]]}, EntryError, r"inputs\[0, 0\] = nan is not finite"),
        ({"start": [[1e200]]}, EntryError, "leaves all bounds at step 0; lower learning_rate"),
        ({"loss": "cross_entropy", "targets": [[2]]}, EntryError, "make every row shares that sum"),
        ({"loss": "cross_entropy", "targets": [[2, -1]]}, EntryError, "make every row shares"),
        ({"loss": "hinge"}, ValueError, 'loss = "hinge"; choose one of: squares, cross_entropy'),
        ({"learning_rate": 0}, ValueError, "learning_rate = 0; give a finite number above 0"),
        ({"learning_rate": float("inf")}, ValueError, "learning_rate = inf"),
        ({"steps": -1}, ValueError, "steps = -1; give 0 or more"),
    ],
)
def test_what_cannot_be_learned_from(changes, error, message):
    good = {"inputs": [[1]], "targets": [[1]], **TINY}
    with pytest.raises(error, match=message):
        gradient_descent(**{**good, **changes})


def test_too_long_steps_are_named():
    with pytest.raises(EntryError, match=r"leaves all bounds at step \d+; lower learning_rate"):
        gradient_descent([[10]], [[1]], learning_rate=10, steps=500)
