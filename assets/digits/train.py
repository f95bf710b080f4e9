"""Train the classifier of chapter 4 again: ``python assets/digits/train.py``.

A softmax classifier without a bias, so that ten scores are one matrix product; every fourth sample
is held out.  The same seed gives the same ``weights.csv``, which records how well it does.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from mathcore import Descent, dense, gradient_descent  # noqa: E402

SEED, START, LEARNING_RATE, STEPS = 0, 0.01, 3.0, 300
BRIGHTEST, CLASSES, PLACES, EVERY = 16, 10, 2, 4


def read_samples() -> tuple[np.ndarray, np.ndarray]:
    """Return the pixels (1797, 64), from 0 to 16, and what digit each sample is."""
    table = np.loadtxt(HERE / "samples.csv", delimiter=",", dtype=int)
    return table[:, 1:], table[:, 0]


def held_out(count: int) -> np.ndarray:
    """Tell which samples are never trained on: every fourth."""
    return np.arange(count) % EVERY == EVERY - 1


def train(pixels: np.ndarray, digits: np.ndarray) -> Descent:
    """Descend from small weights drawn with the seed, brightness taken from 0 to 1."""
    targets = np.eye(CLASSES)[digits]
    shape = pixels.shape[1], CLASSES
    return gradient_descent(
        pixels / BRIGHTEST,
        targets,
        loss="cross_entropy",
        start=START * np.random.default_rng(SEED).standard_normal(shape),
        learning_rate=LEARNING_RATE,
        steps=STEPS,
    )


def stored(weights: np.ndarray) -> np.ndarray:
    """Return the weights of pixels from 0 to 16, rounded before they are used: as printed."""
    return np.round(weights / BRIGHTEST, PLACES) + 0.0  # no negative zero


def accuracy(pixels: np.ndarray, digits: np.ndarray, weights: np.ndarray) -> float:
    """Return the share of the samples whose highest score is that of their digit."""
    return float((dense(pixels, weights).argmax(axis=1) == digits).mean())


def main() -> None:
    """Train, store, and say how well it does."""
    pixels, digits = read_samples()
    held = held_out(len(digits))
    run = train(pixels[~held], digits[~held])
    weights = stored(run.weights[-1])
    seen = accuracy(pixels[~held], digits[~held], weights)
    new = accuracy(pixels[held], digits[held], weights)
    record = (
        f"made by train.py: seed {SEED}, {STEPS} steps, learning rate {LEARNING_RATE:g}, "
        f"loss {run.losses[0]:.3f} to {run.losses[-1]:.3f}\n"
        f"accuracy {new:.4f} on the {held.sum()} samples held out, {seen:.4f} on the others\n"
        f"a row a pixel (0 to 16), a column a digit"
    )
    np.savetxt(HERE / "weights.csv", weights, fmt=f"%.{PLACES}f", delimiter=",", header=record)
    print(record)


if __name__ == "__main__":
    main()
