"""Layer files of the kind ``convolution``: what they hold, and every fault in words."""

from pathlib import Path

import numpy as np
import pytest

from mathcore import ExampleError, format_number, load_layer
from mathcore.listing import files_in
from scenes.kit.stage.ledgers.convolution import sources

LAYERS = Path(__file__).parents[2] / "assets" / "layers"
GLASS = LAYERS / "glass_and_fruit.toml"
GOOD = (LAYERS / "straw_and_ice.toml").read_text(encoding="utf-8")
PICTURE = GOOD[GOOD.index("[picture]") : GOOD.index("[stack]")]


def faults_of(tmp_path, before, after):
    path = tmp_path / "bad.toml"
    assert GOOD.count(before) >= 1, before
    path.write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ExampleError) as caught:
        load_layer(path)
    return [fault.removeprefix(f"{path}: ") for fault in caught.value.faults]


def test_the_glass_written_out():
    layer = load_layer(GLASS)
    assert layer.picture.image[0, 0].tolist() == [3, 0, 0, 0, 3]
    assert layer.picture.kernel_names[0]["en"] == "finds vertical lines"
    stem = (2 * 5 - 1 - 1) + (2 * 4 - 1 - 1) + (2 * 4 - 3 - 3)
    assert layer.picture.trace.result[0, 2, 1] == stem == layer.picture.trace.result.max()
    assert [channel.hue for channel in layer.stack.channels] == [1, 2, 3]
    assert layer.stack.trace.columns.shape == (4, 3 * 3 * 3)
    assert layer.padded.windows.shape == (5, 5)
    assert layer.strides
    assert layer.strided.windows.shape == (3, 3)


@pytest.mark.parametrize("path", files_in(LAYERS, "*_*.toml"), ids=lambda path: path.stem)
def test_every_kernel_finds_what_its_name_says(path):
    """The greatest output of a kernel stands out from its others."""
    layer = load_layer(path)
    if hasattr(layer, "stack"):
        for output in layer.stack.trace.result:
            assert np.count_nonzero(output == output.max()) == 1


def test_the_true_numbers_written_out():
    told = sources(load_layer(GLASS))
    assert told["counts"].tolist() == [5 * 5, 9 * 9, 9]
    assert told["terms"].tolist() == [9, 27]
    assert told["strides"].tolist() == [1, 2, 25, 9]
    assert told["channel_sums"][0, 0].tolist() == [-4, 2 + 3 + 3 + 6, 4 - 3]
    assert np.array_equal(told["channel_sums"].sum(axis=-1), told["stack"].result)
    assert told["padded"][0].tolist() == [0] * 7
    assert told["padded"][1].tolist() == [0, 3, 0, 0, 0, 3, 0]
    assert format_number(told["window"].result[7, 0].item()) == "16"


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("[picture]", "[pictures]", 'unknown key "pictures"; did you mean "picture"?'),
        (
            GOOD[GOOD.index("[picture]") : GOOD.index("[stack]")],
            "picture = 3\n",
            "picture is 3; wr",
        ),
        (
            "[4, 1, 0, 0]",
            "[4, 1, 0, 0.5]",
            "picture: image has the number 1/2; write whole",
        ),
        ("[4, 1, 0, 0]", "[4, 1, 0, 12]", "picture: image has the number 12; write whole numbers"),
        ("[4, 1, 0, 0]", "[4, 1, 0]", "picture: image has rows of different lengths"),
        (
            "  [1, -1],\n  [-1, 1],\n",
            "  [1, 1, 1, 1, 1]\n",
            "picture: a kernel of 5 × 1 (width × height) does not fit into 4 × 4 pixels; write a",
        ),
        ("stride = 2", "stride = 0", "picture: stride is 0; write a whole number from 1 to 3"),
        ("padding = 1", "padding = 3", "picture: padding is 3; write a whole number from 0 to 2"),
        ("hue = 3", "hue = 9", "stack, channel 1: hue is 9; write a whole number from 1 to 8"),
        ('"light"', '"brightness"', 'stack, channel 1: name: en "brightness" is too long'),
        (
            "weights = [[[1, 0], [0, 1]], ",
            "weights = [",
            "weights is a list; write a list of 2",
        ),
        ("[[[1, 0], [0, 1]]", "[[[1, 0], [0, 9.5]]", "weights 1 has the number 19/2; write whole"),
        ("[[[1, 0], [0, 1]]", "[[[1, 0]]", "weights has matrices of different sizes; give all one"),
        (
            "weights = [[[1, 0]",
            "weight = [[[1, 0]",
            'unknown key "weight"; did you mean "wei',
        ),
        ('"ice", zh', '"", zh', "stack, kernel 1: name: en is empty; write a text"),
        (
            "[[[1, 0], [0, 1]], [[1, 1], [1, 1]]]",
            "[[[1, 0]], [[1, 1]]]",
            "stack: pictures or kernels differ in size; give all channels one size",
        ),
        (
            GOOD[GOOD.index("[[stack.kernels]]") :],
            "",
            "stack: no kernels; add [[kernels]] above each",
        ),
    ],
)
def test_every_fault_says_what_to_write(tmp_path, before, after, fault):
    assert any(fault in told for told in faults_of(tmp_path, before, after))


def test_all_faults_come_at_once(tmp_path):
    told = faults_of(tmp_path, GOOD, 'kind = "convolution"\nname = 3\n[stack]\nname = 1\n')
    assert len(told) == 5
    assert "no picture; add [picture]" in told
