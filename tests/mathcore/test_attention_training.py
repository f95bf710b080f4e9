"""The shipped attention: learned again it is the same, and every order finds its bottle."""

import importlib.util
import shutil
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from mathcore import load_layer, trace_attention
from tests.mathcore.attention_files import GOOD, write

ASSETS = Path(__file__).parents[2] / "assets"
SHIPPED = ["order_finds_bottle", "subject_finds_textbook"]
spec = importlib.util.spec_from_file_location("learn_attention", ASSETS / "attention" / "train.py")
train = importlib.util.module_from_spec(spec)
spec.loader.exec_module(train)


@pytest.mark.parametrize("name", SHIPPED)
def test_learned_again_the_weights_are_the_same_bytes(name, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(train, "HERE", tmp_path / "attention")  # where what is learned may go
    layers = tmp_path / "layers"
    layers.mkdir()
    (tmp_path / "attention").mkdir()
    for each in (name, "gpt2_small"):
        shutil.copy(ASSETS / "layers" / f"{each}.toml", layers)
    assert train.main([layers / f"{name}.toml"]) == 0
    file = Path("attention") / f"{name}.csv"
    assert (tmp_path / file).read_bytes() == (ASSETS / file).read_bytes()
    assert capsys.readouterr().out.startswith(f"{name}.csv\nmade by train.py: seed 0")


def every_case(layer):
    """All shelves, in every order, with every word whose bottle is on them."""
    task = layer.task
    for shelf in permutations(range(len(task.things)), len(task.shelf)):
        for order, each in enumerate(task.orders):
            if each.finds in shelf:
                yield shelf, order, shelf.index(each.finds)


def test_all_seventy_two_orders_find_their_bottle():
    layer = load_layer(ASSETS / "layers" / "order_finds_bottle.toml")
    found = [layer.ask(order, shelf).shares[right, 0] for shelf, order, right in every_case(layer)]
    assert len(found) == 24 * 3
    assert min(found) >= 0.9
    assert min(found) == pytest.approx(layer.least_share, rel=1e-12)


def test_what_was_held_out_is_among_them_and_on_screen():
    layer = load_layer(ASSETS / "layers" / "order_finds_bottle.toml")
    seen = train.seen_sets(layer.task)
    held = [things for things in layer.task.sets if things not in seen]
    assert [[layer.task.things[t].id for t in each] for each in held] == [["sugar", "ice", "chili"]]
    assert tuple(sorted(layer.task.shelf)) in held
    record = (ASSETS / "attention" / "order_finds_bottle.csv").read_text()
    shares = [share for things, _, share in layer.cases() if things in held]
    assert f"held out: 18 cases, on the right one at least {min(shares):.4f}" in record


def test_without_the_scores_the_task_fails():
    """All shares equal: a third for each, and never the one that was meant."""
    layer = load_layer(ASSETS / "layers" / "order_finds_bottle.toml")
    nothing = np.zeros((1, 2), int), np.zeros((2, 3), int)
    for shelf, _, right in every_case(layer):
        values = layer.task.values[:, list(shelf)]
        assert trace_attention(*nothing, values).shares[right, 0] == pytest.approx(1 / 3)


@pytest.mark.parametrize("name", SHIPPED)
def test_mixing_halves_the_error_of_glasses_that_nobody_has_seen(name):
    layer = load_layer(ASSETS / "layers" / f"{name}.toml")
    fresh = train.draw_tables(layer.task, np.random.default_rng(99))
    for head, weights in zip(layer.task.everyone.heads, layer.head_weights, strict=True):
        as_floats = tuple(part.astype(float) for part in weights)
        before, after = train.mixing_errors(layer.task, head.aim, as_floats, fresh)
        assert after <= before / 2
        equal = tuple(0 * part for part in as_floats)
        assert after < train.mixing_errors(layer.task, head.aim, equal, fresh)[1] / 4


def test_a_lecturers_own_file_is_learned(tmp_path, capsys):
    path = write(tmp_path, weights="")
    assert train.main([path]) == 0
    layer = load_layer(path)
    assert layer.least_share >= 0.9
    assert "held out, in any order: nothing, there are too few" in capsys.readouterr().out
    assert train.main([write(tmp_path, GOOD.replace("width = 2", "width = 7"))]) == 1
    assert "width is 7; write a whole number from 2 to 4" in capsys.readouterr().err
    assert train.main([write(tmp_path, GOOD.replace("weights.csv", "weights"))]) == 1
    assert 'weights names no table; write weights = "mine.csv"' in capsys.readouterr().err


@pytest.mark.parametrize("named", ["../mine.csv", "/tmp/mine.csv", "link/mine.csv", "a\\u0000.csv"])
def test_what_is_learned_is_written_nowhere_else(tmp_path, capsys, named):
    home, other = tmp_path / "home", tmp_path / "mine.csv"
    home.mkdir()
    other.write_text("mine")
    (home / "link").symlink_to(tmp_path)
    path = write(home, GOOD.replace("weights.csv", named), weights="")
    assert train.main([path]) == 1
    assert "outside of the folder and the project; name one near" in capsys.readouterr().err
    assert other.read_text() == "mine"
