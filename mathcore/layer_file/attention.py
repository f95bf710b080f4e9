"""Attention: orders that find their bottle, and glasses that ask each other, by learned weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from mathcore.errors import ExampleError
from mathcore.layer_file import transformer
from mathcore.layer_file.attention_checks import TRAIN, check_answers, check_length
from mathcore.layer_file.attention_layer import AttentionLayer, Matrix
from mathcore.layer_file.attention_task import KEYS, Task, read_task
from mathcore.layer_file.reading import open_file, read_file, refuse_faults
from mathcore.layer_file.transformer import TransformerLayer
from mathcore.readers.tensors import read_matrix
from mathcore.recipe_file.tables import Table, show
from mathcore.recipe_file.toml import read_toml

FILES = ("weights", "model")


def load(
    path: Path, table: Mapping[str, Any], has_character: Callable[[str], bool] | None = None
) -> AttentionLayer:
    """Check a layer file that has been read.

    Parameters
    ----------
    path : Path
        Named in the messages; the weights are named from its folder.
    table : mapping
        What the TOML file holds.
    has_character : callable, optional
        Tells whether the font has a character; None lets every one pass.

    Raises
    ------
    ExampleError
        With every fault of the file.
    """
    root = open_file(path, table, (*KEYS, *FILES), has_character, FILES)
    task, model = read_task(root), _read_model(root, path, has_character)
    found = read_file(root, "weights", path.parent, f"../attention/{path.stem}.csv")
    if found is None and isinstance(table.get("weights"), str):
        root.fault(f"weights: where there are none yet, {TRAIN} {path}")
    refuse_faults(root)
    assert task is not None
    assert found is not None
    try:
        weights = read_matrix(found, at_least=task.width)
        layer = AttentionLayer(path, task, *_split(weights, task, f"{TRAIN} {path}"), model)
    except ValueError as fault:
        root.fault(f"weights: {show(table['weights'])} {fault}")
    else:
        check_length(root, layer)
        check_answers(root, layer)
    refuse_faults(root)
    return layer


def _read_model(
    root: Table, path: Path, has_character: Callable[[str], bool] | None
) -> TransformerLayer | None:
    """Give the model that the file names, if it names one."""
    named = (
        read_file(root, "model", path.parent, "gpt2_small.toml") if "model" in root.raw else None
    )
    if named is None:
        return None
    try:
        return transformer.load(named, read_toml(named), has_character)
    except ExampleError as error:
        root.inspection.faults.extend(error.faults)
        return None


def _split(
    weights: Matrix, task: Task, remedy: str
) -> tuple[Matrix, Matrix, tuple[tuple[Matrix, Matrix], ...]]:
    """Take the file apart: W_q and W_k of the orders, then those of each head."""
    orders, things, kinds = len(task.orders), len(task.things), len(task.everyone.kinds)
    heads = len(task.everyone.heads)
    rows = orders + things + 2 * kinds * heads
    if weights.shape != (rows, task.width):
        raise ValueError(
            f"has shape {weights.shape}; it needs {rows} rows, one for each of {orders} orders, "
            f"{things} ingredients, and twice {kinds} kinds for each of {heads} heads, of "
            f"{task.width} entries; {remedy}"
        )
    asks, answers, *parts = np.split(weights, [orders, *range(orders + things, rows, kinds)])
    return asks, answers, tuple(zip(parts[::2], parts[1::2], strict=True))
