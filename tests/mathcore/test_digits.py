"""The shipped classifier: trained again it is the same, and it knows digits it has not seen."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

DIGITS = Path(__file__).parents[2] / "assets" / "digits"
spec = importlib.util.spec_from_file_location("train", DIGITS / "train.py")
train = importlib.util.module_from_spec(spec)
spec.loader.exec_module(train)


@pytest.fixture(scope="module")
def samples():
    return train.read_samples()


def stored_weights():
    return np.loadtxt(DIGITS / "weights.csv", delimiter=",")


def test_the_samples_are_those_of_the_source(samples):
    pixels, digits = samples
    assert pixels.shape == (1797, 64)
    assert (pixels.min(), pixels.max()) == (0, 16)
    assert np.bincount(digits).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_a_quarter_is_held_out(samples):
    held = train.held_out(len(samples[1]))
    assert held.sum() == 449
    assert held[431]


def test_trained_again_the_weights_are_the_same(samples):
    pixels, digits = samples
    held = train.held_out(len(digits))
    run = train.train(pixels[~held], digits[~held])
    assert run.losses[-1] < 0.1 < 2.3 < run.losses[0]
    assert np.array_equal(train.stored(run.weights[-1]), stored_weights())


def test_the_stored_weights_know_digits_they_have_not_seen(samples):
    pixels, digits = samples
    held = train.held_out(len(digits))
    reached = train.accuracy(pixels[held], digits[held], stored_weights())
    assert reached >= 0.95
    assert f"accuracy {reached:.4f} on the 449" in (DIGITS / "weights.csv").read_text()
