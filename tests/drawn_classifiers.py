"""Classifiers as people have them: weights and samples in any kind of file, laid out any way."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from hypothesis import strategies as st
from safetensors.numpy import save_file

Array = npt.NDArray[Any]
NAME = 'kind = "classifier"\nname = { en = "strokes", zh = "笔画" }\n'
FORMATS = ("npy", "npz", "safetensors", "onnx", "csv", "tsv", "txt")


def write_array(path: Path, array: Array, name: str = "it") -> None:
    """Write an array in the format that the end of a path names."""
    if path.suffix == ".npy":
        np.save(path, array)
    elif path.suffix == ".npz":
        np.savez(path, **{name: array})  # type: ignore[arg-type]
    elif path.suffix == ".safetensors":
        save_file({name: np.ascontiguousarray(array)}, path)
    elif path.suffix == ".onnx":
        tensor = onnx.numpy_helper.from_array(array, name)
        graph = onnx.helper.make_graph([], "graph", [], [], initializer=[tensor])
        path.write_bytes(onnx.helper.make_model(graph).SerializeToString())
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = [[repr(float(each)).replace(".", ",") for each in row] for row in array]
            csv.writer(file, delimiter=";").writerows(rows)
    else:
        np.savetxt(path, array, delimiter="\t" if path.suffix == ".tsv" else " ")


@dataclass(frozen=True)
class Drawn:
    """A classifier: ``write(folder)`` gives the layer file; the arrays are those before it."""

    weights: Array
    samples: Array
    write: Callable[[Path], Path]


@st.composite
def classifiers(draw: st.DrawFn) -> Drawn:
    """Draw a classifier that recognises its first sample."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    classes = draw(st.integers(2, 5))
    chance = np.random.default_rng(draw(st.integers(0, 10**6)))
    top, step = draw(st.sampled_from([(1, 16), (1, 255), (16, 1), (255, 1), (9, 2), (1, 1)]))
    pixels = chance.integers(0, top * step + 1, (6, rows * columns)) / step
    kind = draw(st.sampled_from(["f4", "f8"]))
    weights = chance.normal(0, draw(st.sampled_from([0.5, 3.0])) / top, (rows * columns, classes))
    if draw(st.booleans()):
        weights = np.round(weights, 1)
    is_one = classes == 2 and draw(st.booleans())
    given = weights[:, 1:] - weights[:, :1] if is_one else weights
    given = given.astype(kind)
    full = np.hstack([np.zeros_like(given), given]) if is_one else given
    labels = (pixels.astype("f4") @ full.astype("f8")).argmax(axis=1)
    samples = np.column_stack([labels, pixels]).astype(kind)
    is_turned = draw(st.booleans())
    ends = draw(st.sampled_from(FORMATS)), draw(st.sampled_from(FORMATS))
    said = [f"transposed = {str(is_turned).lower()}"] if rows * columns == classes else []
    said += [f"rows = {rows}"] * (rows != columns or draw(st.booleans()))
    said += [f"brightest = {top}"] * draw(st.booleans())
    said += ["shown = 0"] * draw(st.booleans())

    def write(folder: Path) -> Path:
        for name, array, end in zip(
            ("weights", "samples"), (given.T if is_turned else given, samples), ends, strict=True
        ):
            write_array(folder / f"{name}.{end}", array)
        named = [f'{n} = "{n}.{e}"\n' for n, e in zip(("weights", "samples"), ends, strict=True)]
        path = folder / "drawn.toml"
        path.write_text(NAME + "".join(named) + "\n".join(said), encoding="utf-8")
        return path

    return Drawn(full, samples, write)
