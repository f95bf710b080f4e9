"""Layer files of kind convolution: what a good one holds, and what a bad one says."""

import tomllib
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from mathcore import ExampleError, kind_of
from mathcore.layer_file.convolution import load

LAYERS = Path(__file__).parents[2] / "assets" / "layers"
SHIPPED = [p for p in sorted(LAYERS.glob("*.toml")) if kind_of(p) == "convolution"]

GOOD = """kind = "convolution"
name = { en = "stairs", zh = "楼梯" }
[picture]
name = { en = "steps", zh = "台阶" }
image = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
kernel_name = { en = "rise", zh = "升" }
kernel = [[-1, 1], [0, 2]]
stride = 2
padding = 1
[stack]
name = { en = "two", zh = "两层" }
[[stack.channels]]
name = { en = "low", zh = "低" }
image = [[1, 2], [3, 4]]
[[stack.channels]]
name = { en = "high", zh = "高" }
hue = 5
image = [[5, 6], [7, 8]]
[[stack.kernels]]
name = { en = "sum", zh = "和" }
weights = [[[1, 1]], [[1, 1]]]
"""


@pytest.fixture
def read(tmp_path):
    def read(text=GOOD):
        path = tmp_path / "stairs.toml"
        path.write_text(text, encoding="utf-8")
        return load(path, tomllib.loads(text, parse_float=Decimal))

    return read


def test_results_written_out(read):
    layer = read()
    assert layer.picture.trace.result.tolist() == [
        [[-0 + 1 + 2 * 4, -1 + 2 + 2 * 5], [-3 + 4 + 2 * 7, -4 + 5 + 2 * 8]]
    ]
    assert layer.padded.result.shape == (1, 4, 4)
    assert layer.strided.result.tolist() == [[[2 * 0, 2 * 2], [3 + 2 * 6, -4 + 5 + 2 * 8]]]
    assert layer.stack.trace.result.tolist() == [[[1 + 2 + 5 + 6], [3 + 4 + 7 + 8]]]
    assert [channel.hue for channel in layer.stack.channels] == [1, 5]
    assert (layer.stride, layer.padding) == (2, 1)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_ones_say_what_they_are(path):
    layer = load(path, tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
    image, kernels = layer.stack.image, layer.stack.kernels
    first = sum(
        int(image[index]) * int(kernels[0][index]) for index in np.ndindex(kernels[0].shape)
    )
    assert layer.stack.trace.result[0, 0, 0] == first


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("[picture]", "[picure]", 'unknown key "picure"; did you mean "picture"'),
        ("stride = 2", "stride = 0", "stride"),
        ("padding = 1", "padding = 3", "padding"),
        ("padding = 1", "padding = 2\nstrides = 1", 'unknown key "strides"'),
        ("[3, 4, 5]", "[3, 4]", "image"),
        ("[3, 4, 5]", "[3, 4, 10]", "number 10; write whole numbers from -9 to 9"),
        ("[3, 4, 5]", "[3, 4, 0.5]", "number 1/2; write whole numbers"),
        ("[[-1, 1], [0, 2]]", "[[1, 1, 1, 1]]", "kernel"),
        ("[[-1, 1], [0, 2]]", "[[1]]", None),
        ("hue = 5", "hue = 9", "hue"),
        ("[[5, 6], [7, 8]]", "[[5, 6]]", "give all channels one size"),
        ("[[5, 6], [7, 8]]", "[[5, 6], [7, 80]]", "number 80"),
        ("[[[1, 1]], [[1, 1]]]", "[[[1, 1]]]", "a list of 2 matrices, one a channel"),
        ("[[[1, 1]], [[1, 1]]]", "[[[1, 1]], [[1]]]", "matrices of different sizes"),
        ("[[[1, 1]], [[1, 1]]]", "[[[1, 1]], [[1, 70]]]", "weights 2 has the number 70"),
        ("weights = [[[1, 1]], [[1, 1]]]", "", "weights"),
        ('name = { en = "sum", zh = "和" }', "", "name"),
        ('kernel_name = { en = "rise", zh = "升" }', "", "kernel_name"),
    ],
)
def test_faults(read, good, bad, said):
    assert good in GOOD
    if said is None:
        read(GOOD.replace(good, bad, 1))
        return
    with pytest.raises(ExampleError) as caught:
        read(GOOD.replace(good, bad, 1))
    assert any(said in fault for fault in caught.value.faults), caught.value.faults


def test_what_does_not_fit_on_the_screen(read):
    wide = GOOD.replace(
        "image = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]", f"image = {[[0] * 5 for _ in range(5)]}"
    )
    with pytest.raises(ExampleError, match="16 windows of 4 entries; at most 9"):
        read(wide)
    padded = GOOD.replace("padding = 1", "padding = 2").replace("stride = 2", "stride = 1")
    with pytest.raises(ExampleError, match="with padding 2 and stride 1, 36 windows on 7 pixels"):
        read(padded)


def test_a_table_must_be_a_table(read):
    head = GOOD[: GOOD.index("[picture]")]
    with pytest.raises(ExampleError) as caught:
        read(head + 'picture = 3\nstack = "x"\n')
    said = "\n".join(caught.value.faults)
    assert "picture is 3; write [picture] above its lines" in said
    assert "[stack]" in said
