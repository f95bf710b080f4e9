"""A classifier that somebody trained is a film by the six lines that README shows."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from mathcore import load_layer, softmax
from scenes.fully_connected import FullyConnected
from scenes.production.gate.judging import judge
from scenes.production.gate.performance import rehearse

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
(PYTHON,) = re.findall(r"```python\n(np\.savez.*?)```", README, re.DOTALL)
(LAYER,) = re.findall(r"```toml\n(kind = \"classifier\".*?)```", README, re.DOTALL)
TABLE = np.loadtxt(ROOT / "assets" / "digits" / "samples.csv", delimiter=",")


def trained(x, y):
    """Return weights as libraries keep them: float32, a row a class."""
    weights, wanted = np.zeros((64, 10)), np.eye(10)[y]
    for _ in range(150):
        weights -= 2 * x.T @ (softmax(x @ weights) - wanted) / len(x)
    return weights.T.astype(np.float32)


def bring(folder, line, brightest):
    """Train a classifier on pixels of 0 to `brightest`, and follow README."""
    y, x = TABLE[:, 0].astype(int), TABLE[:, 1:] / 16 * brightest
    weights = trained(x / brightest, y) / brightest
    model = SimpleNamespace(coef_=weights, weight=SimpleNamespace(detach=lambda: weights))
    numpy = SimpleNamespace(savez=saved_in(folder), c_=np.c_)
    exec(line, {"np": numpy, "model": model, "x": x, "y": y})
    (folder / "mine.toml").write_text(LAYER, encoding="utf-8")
    return folder / "mine.toml", x, y, weights


def saved_in(folder):
    return lambda name, **arrays: np.savez(folder / name, **arrays)


def test_they_are_six_lines():
    save, layer = PYTHON.strip().splitlines(), LAYER.strip().splitlines()
    command = "./render.sh fully_connected --layer mine.toml"
    assert len(save) == 2, "one for scikit-learn, one for PyTorch"
    assert README.count(f"```bash\n{command}\n```") == 1
    assert len([save[0], *layer, command]) == 6


@pytest.mark.parametrize(
    ("line", "brightest"), zip(PYTHON.strip().splitlines(), (16, 1), strict=True)
)
def test_what_is_said_of_them_is_so(tmp_path, line, brightest):
    path, x, y, weights = bring(tmp_path, line, brightest)
    layer = load_layer(path)
    assert (layer.weights.shape, layer.size, layer.brightest) == ((64, 10), (8, 8), 16)
    before = (x @ weights.T.astype(float)).argmax(axis=1)
    after = (TABLE[:, 1:].astype(int) @ (1000 * layer.weights).astype(int)).argmax(axis=1)
    changed, *right = (before != after).sum(), (before == y).sum(), (after == y).sum()
    verb = "changes its class" if changed == 1 else "change their class"
    counts = "{:,} were recognised, and {:,} are".format(*right)
    assert f"{path}: by that {changed} of 1,797 samples {verb}: {counts}" in layer.sentences
    assert np.allclose(layer.scores.result[0].astype(float), weights @ x[layer.shown], atol=0.3)


def test_the_film_passes_the_gate(tmp_path):
    path, *_ = bring(tmp_path, PYTHON.splitlines()[1], 1)
    chosen = {"example": "cocktails", "layer": path, "language": "zh"}
    assert list(judge(rehearse(FullyConnected, **chosen))) == []
