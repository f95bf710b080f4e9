"""Laws of the layers."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given

from mathcore import EntryError, ShapeError, dense, relu, softmax
from tests import strategies


def test_dense_written_out():
    x, weights = [[1, 2], [3, 4]], [[5, 6, 0], [7, 8, 1]]
    first = [1 * 5 + 2 * 7 + 10, 1 * 6 + 2 * 8 + 20, 1 * 0 + 2 * 1 + 30]
    second = [3 * 5 + 4 * 7 + 10, 3 * 6 + 4 * 8 + 20, 3 * 0 + 4 * 1 + 30]
    assert dense(x, weights, bias=[10, 20, 30]).tolist() == [first, second]
    assert dense(x[0], weights).tolist() == [19, 22, 2]


def test_dense_is_exact_with_fractions():
    assert dense([Fraction(1, 3)], [[Fraction(3, 7)]]).tolist() == [Fraction(1, 7)]


@given(strategies.float_pairs)
def test_dense_agrees_with_numpy(pair):
    x, weights = pair
    bias = np.arange(weights.shape[1])
    assert np.array_equal(dense(x, weights), x @ weights)
    assert np.array_equal(dense(x, weights, bias), x @ weights + bias)


def test_relu_written_out():
    assert relu([[-2, 0], [3, -1]]).tolist() == [[0, 0], [3, 0]]
    assert relu([Fraction(-1, 2), Fraction(1, 2)]).tolist() == [0, Fraction(1, 2)]
    assert relu(np.array([-1.5, 2.5], dtype=np.float32)).dtype == np.float32


@given(strategies.float_pairs)
def test_relu_agrees_with_numpy(pair):
    x, _ = pair
    assert np.array_equal(relu(x), np.where(x > 0, x, 0.0))
    assert np.array_equal(relu(x) - relu(-x), x)


def test_softmax_written_out():
    total = 1 + np.e + np.e**2
    assert softmax([0, 1, 2]) == pytest.approx([1 / total, np.e / total, np.e**2 / total])
    assert softmax([[1, 5], [1, 5]], axis=0).tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert softmax([1e308, -1e308]).tolist() == [1, 0]


@given(strategies.float_pairs)
def test_softmax_gives_shares_that_keep_the_order(pair):
    scores = pair[0] / 1e4
    shares = softmax(scores)
    assert shares.shape == scores.shape
    if scores.shape[1]:
        assert np.allclose(shares.sum(axis=-1), 1)
        powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
        assert np.allclose(shares, powers / powers.sum(axis=-1, keepdims=True))
        assert np.allclose(softmax(scores + 7), shares)
    assert np.array_equal(softmax(scores.T, axis=0), shares.T)


def test_inputs_are_not_changed():
    x, weights, bias = np.array([1.0, -2.0]), np.array([[3.0], [4.0]]), np.array([5.0])
    dense(x, weights, bias), relu(x), softmax(x)
    assert (x.tolist(), weights.tolist(), bias.tolist()) == ([1, -2], [[3], [4]], [5])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: dense([1, 2, 3], [[1], [2]]), r"x \(3,\) @ weights \(2, 1\): the last axis .* 2,"),
        (lambda: dense(5, [[1]]), r"x \(\) @ weights \(1, 1\)"),
        (lambda: dense([1], [1]), r"weights has shape \(1,\); make it \(features, outputs\)"),
        (lambda: dense([1], [[1, 2]], [1]), r"bias \(1,\) for weights \(1, 2\): give .* \(2,\)"),
        (lambda: softmax([1, 2], axis=1), r"x \(2,\) has no axis 1; choose one of its 1"),
        (lambda: softmax(5), r"x \(\) has no axis -1"),
        (lambda: relu([[1, 2], [3]]), "x has rows of different lengths; make them equal"),
    ],
)
def test_shapes_that_do_not_fit(call, message):
    with pytest.raises(ShapeError, match=message):
        call()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: dense([1.0], [[float("nan")]]), r"weights\[0, 0\] = nan is not finite; replace"),
        (lambda: relu([1.0, float("inf")]), r"x\[1\] = inf is not finite"),
        (lambda: relu(float("inf")), r"x = inf is not finite"),
        (lambda: softmax(["gin"]), r"x\[0\] = .*gin.* is not a real number"),
    ],
)
def test_entries_that_are_no_finite_numbers(call, message):
    with pytest.raises(EntryError, match=message):
        call()
