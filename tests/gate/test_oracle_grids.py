"""What the oracle makes of a picture's or a table's numbers is what the reader makes of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathcore import load_layer, named_files
from mathcore.layer_file import grid_file
from scenes.kit.stage.ledgers import convolution
from scenes.production.gate.oracle import grids
from scenes.production.gate.oracle.kinds.convolution import sources
from scenes.production.gate.oracle.reading import toml
from tests.drawn_pictures import drawn_pictures

LAYER = """kind = "convolution"
name = "files"
[picture]
name = "a photo"
image = "photo"
size = [3, 4]
kernel_name = "edge"
kernel = "edge.csv"
padding = 0
stride = 1
[stack]
name = "two"
[[stack.channels]]
name = "one"
image = "photo"
size = [3, 3]
[[stack.channels]]
name = "other"
image = { file = "other.npy" }
[[stack.kernels]]
name = "k"
weights = ["edge.csv", [[1, 0], [0, 1]]]
[[stack.kernels]]
name = "l"
weights = [[[0, 0], [0, 1]], "edge.csv"]
"""
numbers = (
    st.fractions(-300, 300, max_denominator=40)
    | st.integers(-12, 12).map(grids.Fraction)
    | st.integers(-90, 90).map(lambda n: grids.Fraction(n / 30))  # nearly, as floats are
    | st.sampled_from(["1.000001", "1.0000011", "0.000001", "0.99999989"]).map(grids.Fraction)
)


@given(st.lists(st.lists(numbers, min_size=2, max_size=2), min_size=1, max_size=4))
def test_both_scale_alike(rows):
    whole, _ = grid_file.printable(np.array(rows, dtype=object))
    assert whole.tolist() == grids.printable(rows)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("grids") / "drawn.toml"


@settings(max_examples=25)
@given(drawn_pictures().filter(lambda drawn: min(drawn.seen.shape[:2]) > 3))
def test_a_convolution_of_files_is_read_alike(path, drawn):
    path.write_text(LAYER, "utf-8")
    (path.parent / "photo").write_bytes(drawn.raw)
    (path.parent / "edge.csv").write_text("0.5;-1\n-0,25;1\n".replace(",", "."), "utf-8")
    np.save(path.parent / "other.npy", np.arange(9.0).reshape(3, 3) * 20)
    layer = load_layer(path)
    ours, theirs = convolution.sources(layer), sources(path, toml(path))
    for name in ("picture", "channels", "padded", "counts"):
        assert all(ours[name][at] == theirs[name](*at) for at in np.ndindex(ours[name].shape))
    for name in ("window", "stack"):
        result = ours[name].result
        assert all(
            result[at] == theirs[name].value("result", at) for at in np.ndindex(result.shape)
        )


def test_its_files_are_known_and_named(path):
    path.write_text(LAYER, "utf-8")
    for name in ("photo", "edge.csv", "other.npy"):
        (path.parent / name).touch()
    found = {key: file.name for key, file in named_files(path).items()}
    assert found == {
        "picture.image": "photo",
        "picture.kernel": "edge.csv",
        "stack.channels 1.image": "photo",
        "stack.channels 2.image": "other.npy",
        "stack.kernels 1.weights 1": "edge.csv",
        "stack.kernels 2.weights 2": "edge.csv",
    }
